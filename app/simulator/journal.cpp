// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/journal.h"

namespace otpscope::simulator {

using models::Json;
using models::toUtf8String;

namespace {

/// As JSON where it is JSON, as text where not.
Json contentOf(const QByteArray &body)
{
    if (body.isEmpty())
        return nullptr;
    const auto parsed = models::parseJson(body);
    return parsed ? parsed.value() : Json(toUtf8String(QString::fromUtf8(body)));
}

std::string stateOf(const JournalEntry &entry)
{
    if (entry.isDropped)
        return "dropped";
    if (!entry.outcome)
        return "under way";
    switch (entry.outcome->kind) {
    case PostOutcome::Kind::Answered:
        return "answered";
    case PostOutcome::Kind::NotConnected:
        return "not connected";
    case PostOutcome::Kind::TimedOut:
        return "timed out";
    case PostOutcome::Kind::Broken:
        return "broken";
    }
    Q_UNREACHABLE();
}

Json entryBody(const JournalEntry &entry)
{
    const bool isWebhook = entry.kind == JournalEntry::Kind::Webhook;
    Json body;
    body["number"] = entry.number;
    body["kind"] = isWebhook ? "webhook" : "request";
    body["at"] = toUtf8String(models::toIsoUtc(entry.serviceTime));
    body["wallAt"] = toUtf8String(models::toIsoUtc(entry.wallTime));
    body["flowId"] = entry.flow.isEmpty() ? Json(nullptr) : Json(toUtf8String(entry.flow.text()));
    body["method"] = entry.method.toStdString();
    body[isWebhook ? "url" : "path"] = toUtf8String(entry.target);
    body["body"] = contentOf(entry.body);
    Json faults = Json::array();
    for (const QString &fault : entry.faults)
        faults.push_back(toUtf8String(fault));
    body["faults"] = std::move(faults);
    if (!isWebhook) {
        body["status"] = entry.status;
        return body;
    }
    body["state"] = stateOf(entry);
    const bool isAnswered = entry.outcome && entry.outcome->kind == PostOutcome::Kind::Answered;
    body["status"] = isAnswered ? Json(entry.outcome->status) : Json(nullptr);
    body["milliseconds"] = entry.outcome ? Json(entry.outcome->duration.count()) : Json(nullptr);
    return body;
}

} // namespace

quint64 Journal::add(JournalEntry entry)
{
    entry.number = ++m_last;
    m_entries.push_back(std::move(entry));
    if (m_entries.size() > MaximumEntries) {
        m_entries.pop_front();
        ++m_forgotten;
    }
    return m_last;
}

void Journal::setOutcome(quint64 number, const PostOutcome &outcome)
{
    if (m_entries.empty() || number < m_entries.front().number || number > m_last)
        return;
    m_entries.at(number - m_entries.front().number).outcome = outcome;
}

void Journal::clear()
{
    m_entries.clear();
    m_forgotten = 0;
}

Json Journal::body(const Filter &filter) const
{
    Json entries = Json::array();
    for (const JournalEntry &entry : m_entries) {
        if (entries.size() >= filter.limit)
            break;
        if (entry.number <= filter.after || (filter.kind && entry.kind != *filter.kind) ||
            (!filter.flow.isEmpty() && entry.flow.text() != filter.flow))
            continue;
        entries.push_back(entryBody(entry));
    }
    return {
        {"total", m_entries.size()}, {"forgotten", m_forgotten}, {"entries", std::move(entries)}};
}

} // namespace otpscope::simulator
