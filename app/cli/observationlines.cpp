// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/observationlines.h"

#include "models/core/json.h"
#include "models/run/runrules.h"
#include "models/run/snapshot.h"
#include "models/text/sentences.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace otpscope::cli {

namespace {

using models::Json;
using models::Observation;
using models::ObservationSource;

/// "POST /hook HTTP/1.1" -> "/hook"
QString pathOf(const QByteArray &requestHead)
{
    const QByteArray startLine = requestHead.left(requestHead.indexOf('\r'));
    const auto parts = startLine.split(' ');
    return parts.size() > 1 ? QString::fromUtf8(parts.at(1)) : QString();
}

std::optional<ObservationSource> sourceNamed(const QString &name)
{
    for (const auto source :
         {ObservationSource::Send, ObservationSource::Poll, ObservationSource::Webhook}) {
        if (models::sourceKey(source) == name)
            return source;
    }
    return std::nullopt;
}

void setReportedBody(Observation &observation, const QByteArray &body)
{
    constexpr int httpOk = 200;
    if (observation.source == ObservationSource::Webhook) {
        observation.exchange.requestBody = body;
    } else {
        observation.exchange.answerBody = body;
        observation.exchange.answerStatus = httpOk;
    }
}

std::optional<models::Instant> newestTimeIn(const QByteArray &body)
{
    const auto snapshot = models::readSnapshot(body);
    if (!snapshot)
        return std::nullopt;
    std::optional<models::Instant> newest = snapshot.value().createdAt;
    for (const auto &step : snapshot.value().steps)
        newest = std::max({newest, step.createdAt, step.sentAt, step.deliveredAt});
    return newest;
}

bool isWrapped(const Json &line)
{
    return models::member(line, "body") != nullptr
           && (models::member(line, "at") != nullptr || models::member(line, "source") != nullptr);
}

/// What "receive --print" says before the first webhook, so that its output replays as it is.
bool isGreeting(int lineNumber, const QByteArray &line)
{
    return lineNumber == 1 && line.startsWith("listening on http://");
}

/// Reads line by line; keeps the newest arrival for bare bodies that tell no time.
class LogReader
{
public:
    explicit LogReader(QString name) : m_name(std::move(name)) {}

    models::Result<Observation, QString> read(int lineNumber, const QByteArray &line)
    {
        const auto json = models::parseJson(line);
        if (!json) {
            return QStringLiteral("%1:%2:%3: %4")
                .arg(m_name)
                .arg(lineNumber)
                .arg(json.error().column)
                .arg(models::sentenceFor(json.error()));
        }
        return isWrapped(json.value()) ? readWrapped(lineNumber, json.value()) : bare(line);
    }

private:
    models::Result<Observation, QString> readWrapped(int lineNumber, const Json &line)
    {
        Observation observation;
        if (const auto name = models::textMember(line, "source")) {
            const auto source = sourceNamed(*name);
            if (!source) {
                return QStringLiteral("%1:%2: \"source\" is send, poll or webhook, not %3.")
                    .arg(m_name)
                    .arg(lineNumber)
                    .arg(*name);
            }
            observation.source = *source;
        }
        const Json &body = *models::member(line, "body");
        const QByteArray bytes = body.is_string()
                                     ? QByteArray::fromStdString(body.get<std::string>())
                                     : models::compactJson(body);
        const auto at = models::textMember(line, "at");
        const auto instant = at ? models::fromIso(*at) : newestTimeIn(bytes);
        if (at && !instant) {
            return QStringLiteral("%1:%2: \"at\" is no ISO 8601 time: %3.")
                .arg(m_name)
                .arg(lineNumber)
                .arg(*at);
        }
        finish(observation, bytes, instant);
        return observation;
    }

    Observation bare(const QByteArray &line)
    {
        Observation observation;
        finish(observation, line, newestTimeIn(line));
        return observation;
    }

    void finish(Observation &observation, const QByteArray &body,
                const std::optional<models::Instant> &at)
    {
        m_lastArrival = at.value_or(m_lastArrival);
        observation.id.value = ++m_count;
        observation.arrivedAt = m_lastArrival;
        observation.startedAt = m_lastArrival;
        setReportedBody(observation, body);
    }

    const QString m_name;
    qint64 m_count = 0;
    models::Instant m_lastArrival;
};

} // namespace

QByteArray observationLine(const Observation &observation)
{
    const QByteArray &body = models::reportedBody(observation);
    const auto parsed = models::parseJson(body);
    Json json;
    json["at"] = models::toUtf8String(models::toIsoUtc(observation.arrivedAt));
    json["source"] = models::toUtf8String(models::sourceKey(observation.source));
    json["path"] = models::toUtf8String(pathOf(observation.exchange.requestHead));
    json["body"] = parsed ? parsed.value()
                          : Json(models::toUtf8String(QString::fromUtf8(body)));
    return models::compactJson(json) + '\n';
}

models::Result<std::vector<Observation>, QString> readObservationLog(const QString &name,
                                                                     const QByteArray &text)
{
    LogReader reader(name);
    std::vector<Observation> observations;
    int lineNumber = 0;
    for (const QByteArray &line : text.split('\n')) {
        ++lineNumber;
        if (line.trimmed().isEmpty() || isGreeting(lineNumber, line))
            continue;
        auto observation = reader.read(lineNumber, line);
        if (!observation)
            return observation.error();
        observations.push_back(std::move(observation).value());
    }
    if (observations.empty())
        return QStringLiteral("%1 holds no observations.").arg(name);
    return observations;
}

} // namespace otpscope::cli
