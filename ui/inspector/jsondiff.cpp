// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/jsondiff.h"

#include <QStringList>

#include <algorithm>

namespace otpscope::ui {

namespace {

using models::Json;

QString compactText(const Json &json)
{
    return QString::fromUtf8(models::compactJson(json)).trimmed();
}

QString memberPointer(const QString &parent, const std::string &name)
{
    QString token = models::toQString(name);
    token.replace(u'~', QStringLiteral("~0")).replace(u'/', QStringLiteral("~1"));
    return parent + u'/' + token;
}

class Comparer
{
public:
    void compare(const Json &before, const Json &after, const QString &pointer)
    {
        if (before.is_object() && after.is_object())
            compareObjects(before, after, pointer);
        else if (before.is_array() && after.is_array())
            compareArrays(before, after, pointer);
        else if (before != after)
            m_changes.push_back(
                {JsonChange::Kind::Changed, pointer, compactText(before), compactText(after)});
    }

    [[nodiscard]] std::vector<JsonChange> take() { return std::move(m_changes); }

private:
    void compareObjects(const Json &before, const Json &after, const QString &pointer)
    {
        for (const auto &[name, value] : after.items()) {
            const auto known = before.find(name);
            if (known == before.end())
                add(memberPointer(pointer, name), value);
            else
                compare(*known, value, memberPointer(pointer, name));
        }
        for (const auto &[name, value] : before.items()) {
            if (!after.contains(name))
                remove(memberPointer(pointer, name), value);
        }
    }

    void compareArrays(const Json &before, const Json &after, const QString &pointer)
    {
        const auto place = [&pointer](std::size_t index) {
            return pointer + u'/' + QString::number(index);
        };
        const std::size_t both = std::min(before.size(), after.size());
        for (std::size_t i = 0; i < both; ++i)
            compare(before[i], after[i], place(i));
        for (std::size_t i = both; i < after.size(); ++i)
            add(place(i), after[i]);
        for (std::size_t i = both; i < before.size(); ++i)
            remove(place(i), before[i]);
    }

    void add(const QString &pointer, const Json &value)
    {
        m_changes.push_back({JsonChange::Kind::Added, pointer, {}, compactText(value)});
    }

    void remove(const QString &pointer, const Json &value)
    {
        m_changes.push_back({JsonChange::Kind::Removed, pointer, compactText(value), {}});
    }

    std::vector<JsonChange> m_changes;
};

QString lineOf(const JsonChange &change)
{
    const QString place = change.pointer.isEmpty() ? QStringLiteral("/") : change.pointer;
    switch (change.kind) {
    case JsonChange::Kind::Added:
        return QStringLiteral("+ %1: %2").arg(place, change.after);
    case JsonChange::Kind::Removed:
        return QStringLiteral("− %1: %2").arg(place, change.before);
    case JsonChange::Kind::Changed:
        return QStringLiteral("~ %1: %2 → %3").arg(place, change.before, change.after);
    }
    Q_UNREACHABLE();
}

} // namespace

std::vector<JsonChange> jsonChanges(const Json &before, const Json &after)
{
    Comparer comparer;
    comparer.compare(before, after, {});
    return comparer.take();
}

QString printed(const std::vector<JsonChange> &changes)
{
    QStringList lines;
    for (const JsonChange &change : changes)
        lines << lineOf(change);
    return lines.join(u'\n');
}

} // namespace otpscope::ui
