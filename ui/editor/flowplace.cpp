// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/flowplace.h"

#include <QStringList>

namespace otpscope::ui {

namespace {

QString unescaped(QString token)
{
    return token.replace(QLatin1String("~1"), QLatin1String("/"))
        .replace(QLatin1String("~0"), QLatin1String("~"));
}

// Objects within a step or the flow whose members are fields of their own in the form.
bool isContainer(const QString &name)
{
    return name == QLatin1String("message") || name == QLatin1String("callback");
}

QString fieldOf(const QStringList &tokens)
{
    if (tokens.isEmpty())
        return {};
    const QString name = unescaped(tokens.first());
    if (isContainer(name) && tokens.size() > 1)
        return name + QLatin1Char('.') + unescaped(tokens.at(1));
    return name;
}

} // namespace

FlowPlace placeOf(const QString &pointer)
{
    QStringList tokens = pointer.split(QLatin1Char('/'));
    tokens.removeFirst();
    if (tokens.size() < 2 || tokens.first() != QLatin1String("flow"))
        return {std::nullopt, fieldOf(tokens)};
    bool isNumber = false;
    const int step = tokens.at(1).toInt(&isNumber);
    if (!isNumber)
        return {std::nullopt, fieldOf(tokens)};
    return {step, fieldOf(tokens.mid(2))};
}

std::optional<int> stepOf(const QString &pointer)
{
    const QLatin1String steps("/flow/");
    if (!pointer.startsWith(steps))
        return std::nullopt;
    const qsizetype end = pointer.indexOf(QLatin1Char('/'), steps.size());
    const qsizetype length = end < 0 ? -1 : end - steps.size();
    bool isNumber = false;
    const int step = QStringView(pointer).mid(steps.size(), length).toInt(&isNumber);
    return isNumber ? std::optional(step) : std::nullopt;
}

QString stepFieldPointer(int step, const QString &field)
{
    QString path = field;
    return QStringLiteral("/flow/%1/%2")
        .arg(step)
        .arg(path.replace(QLatin1Char('.'), QLatin1Char('/')));
}

} // namespace otpscope::ui
