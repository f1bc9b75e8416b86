// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/run/observationlog.h"

#include "models/run/snapshot.h"

#include <algorithm>

namespace otpscope::models {

namespace {

/// A line in its parts.
struct Entry
{
    std::optional<Instant> at;
    std::optional<ObservationSource> source;
    QByteArray body;
};

std::optional<ObservationSource> sourceFromName(const QString &name)
{
    if (name.compare(QLatin1String("webhook"), Qt::CaseInsensitive) == 0)
        return ObservationSource::Webhook;
    if (name.compare(QLatin1String("poll"), Qt::CaseInsensitive) == 0)
        return ObservationSource::Poll;
    if (name.compare(QLatin1String("send"), Qt::CaseInsensitive) == 0)
        return ObservationSource::Send;
    return std::nullopt;
}

/// No tracking answer or webhook has a member "body", so that tells the two forms apart.
Result<Entry, LogProblem> readWrapped(const Json &line, const Json &body)
{
    Entry entry;
    // A body that was logged as text is the text of the body, not a JSON string.
    entry.body = body.is_string() ? QByteArray::fromStdString(body.get<std::string>())
                                  : compactJson(body);
    if (const Json *source = member(line, "source"); source && !source->is_null()) {
        entry.source = sourceFromName(textMember(line, "source").value_or(QString()));
        if (!entry.source)
            return LogProblem{LogProblem::Kind::UnknownSource, 0, std::nullopt};
    }
    if (const Json *at = member(line, "at"); at && !at->is_null()) {
        entry.at = fromIso(textMember(line, "at").value_or(QString()));
        if (!entry.at)
            return LogProblem{LogProblem::Kind::UnknownTime, 0, std::nullopt};
    }
    return entry;
}

Result<Entry, LogProblem> readLine(const QByteArray &text)
{
    const Result<Json, JsonProblem> parsed = parseJson(text);
    if (!parsed)
        return LogProblem{LogProblem::Kind::NotJson, 0, parsed.error()};
    if (!parsed.value().is_object())
        return LogProblem{LogProblem::Kind::NotAnObject, 0, std::nullopt};
    if (const Json *body = member(parsed.value(), "body"))
        return readWrapped(parsed.value(), *body);
    return Entry{std::nullopt, std::nullopt, text};
}

/// What "otpscope-cli receive --print" says before the first webhook, so that its output replays as
/// it is.
bool isGreeting(int number, const QByteArray &line)
{
    return number == 1 && line.startsWith("listening on http://");
}

bool hasFlowEcho(const QByteArray &body)
{
    const Result<Json, JsonProblem> parsed = parseJson(body);
    const Json *flow = parsed ? member(parsed.value(), "flow") : nullptr;
    return flow && flow->is_array();
}

std::optional<Instant> newestTimeIn(const QByteArray &body)
{
    const Result<Snapshot, NotUnderstood> read = readSnapshot(body);
    if (!read)
        return std::nullopt;
    // An empty optional is less than any time.
    std::optional<Instant> newest = read.value().createdAt;
    for (const StepSnapshot &step : read.value().steps)
        newest = std::max({newest, step.createdAt, step.sentAt, step.deliveredAt});
    return newest;
}

Observation toObservation(const Entry &entry, ObservationId id, std::optional<Instant> before)
{
    Observation observation;
    observation.id = id;
    observation.source = entry.source.value_or(
        hasFlowEcho(entry.body) ? ObservationSource::Send : ObservationSource::Webhook);
    const std::optional<Instant> at =
        entry.at ? entry.at : std::max(before, newestTimeIn(entry.body));
    observation.arrivedAt = at.value_or(Instant{});
    observation.startedAt = observation.arrivedAt;
    observation.isTimeKnown = entry.at.has_value();
    if (observation.source == ObservationSource::Webhook) {
        observation.exchange.requestBody = entry.body;
    } else {
        constexpr int httpOk = 200;
        observation.exchange.answerBody = entry.body;
        observation.exchange.answerStatus = httpOk;
    }
    return observation;
}

} // namespace

ObservationLog readObservationLog(const QByteArray &text)
{
    ObservationLog log;
    std::optional<Instant> before;
    int number = 0;
    for (qsizetype start = 0; start < text.size();) {
        qsizetype end = text.indexOf('\n', start);
        if (end < 0)
            end = text.size();
        const QByteArray line = text.mid(start, end - start).trimmed();
        start = end + 1;
        ++number;
        if (line.isEmpty() || isGreeting(number, line))
            continue;
        const Result<Entry, LogProblem> entry = readLine(line);
        if (!entry) {
            LogProblem problem = entry.error();
            problem.line = number;
            log.problems.push_back(problem);
            continue;
        }
        const ObservationId id{static_cast<qint64>(log.observations.size()) + 1};
        log.observations.push_back(toObservation(entry.value(), id, before));
        before = log.observations.back().arrivedAt;
    }
    return log;
}

std::optional<Flow> echoedFlow(const std::vector<Observation> &observations)
{
    for (const Observation &observation : observations) {
        if (observation.source != ObservationSource::Send)
            continue;
        const Result<Json, JsonProblem> parsed = parseJson(reportedBody(observation));
        const Json *flow = parsed ? member(parsed.value(), "flow") : nullptr;
        if (flow && flow->is_array() && !flow->empty())
            return readFlow(parsed.value());
    }
    return std::nullopt;
}

} // namespace otpscope::models
