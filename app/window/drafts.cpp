// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/drafts.h"

#include "models/core/json.h"

#include <limits>

namespace otpscope::window {

namespace {

const QString neverSaved = QStringLiteral("new:");

QString textIn(const models::Json &object, const char *name)
{
    const auto found = object.find(name);
    return found != object.end() && found->is_string()
               ? models::toQString(found->get_ref<const std::string &>())
               : QString();
}

} // namespace

std::optional<Drafts> Drafts::fromBytes(const QByteArray &bytes)
{
    // Each draft may be as long as the longest flow that is read.
    models::JsonLimits limits;
    limits.maximumBytes = std::numeric_limits<qsizetype>::max();
    const auto json = models::parseJson(bytes, limits);
    if (!json || !json.value().is_object() || !json.value().contains("drafts")
        || !json.value()["drafts"].is_array())
        return std::nullopt;
    Drafts drafts;
    drafts.m_current = textIn(json.value(), "current");
    for (const models::Json &entry : json.value()["drafts"]) {
        if (entry.is_object())
            drafts.put(textIn(entry, "key"),
                       {textIn(entry, "title"), textIn(entry, "text").toUtf8(),
                        entry.value("sendAsIs", models::Json(false)) == models::Json(true)});
    }
    return drafts;
}

QByteArray Drafts::toBytes() const
{
    models::Json list = models::Json::array();
    for (const auto &[key, draft] : m_all) {
        list.push_back({{"key", models::toUtf8String(key)},
                        {"title", models::toUtf8String(draft.title)},
                        {"text", draft.text.toStdString()},
                        {"sendAsIs", draft.isSentAsIs}});
    }
    return models::prettyJson({{"current", models::toUtf8String(m_current)}, {"drafts", list}});
}

std::optional<Draft> Drafts::of(const QString &key) const
{
    const auto found = m_all.find(key);
    return found == m_all.end() ? std::nullopt : std::optional(found->second);
}

void Drafts::put(const QString &key, const Draft &draft)
{
    m_all[key] = draft;
}

void Drafts::remove(const QString &key)
{
    m_all.erase(key);
}

QString Drafts::freeKey() const
{
    for (int number = 1;; ++number) {
        const QString key = neverSaved + QString::number(number);
        if (!m_all.contains(key))
            return key;
    }
}

bool Drafts::isNeverSaved(const QString &key)
{
    return key.startsWith(neverSaved);
}

} // namespace otpscope::window
