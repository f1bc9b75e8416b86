// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/observationlines.h"

#include "models/core/json.h"
#include "models/run/observationlog.h"
#include "models/run/runrules.h"
#include "models/text/sentences.h"

#include <utility>

namespace otpscope::cli {

namespace {

using models::Json;
using models::Observation;

/// "POST /hook HTTP/1.1" -> "/hook"
QString pathOf(const QByteArray &requestHead)
{
    const QByteArray startLine = requestHead.left(requestHead.indexOf('\r'));
    const auto parts = startLine.split(' ');
    return parts.size() > 1 ? QString::fromUtf8(parts.at(1)) : QString();
}

/// Without what "receive --print" says before the first webhook, so that its output replays as it
/// is; the line stays, so that the others keep their numbers.
QByteArray withoutGreeting(const QByteArray &text)
{
    if (!text.startsWith("listening on http://"))
        return text;
    const qsizetype end = text.indexOf('\n');
    return end < 0 ? QByteArray() : text.mid(end);
}

QString sentenceFor(const models::LogProblem &problem, const QString &name)
{
    const QString place = QStringLiteral("%1:%2: ").arg(name).arg(problem.line);
    switch (problem.kind) {
    case models::LogProblem::Kind::NotJson: {
        models::JsonProblem json = problem.json.value_or(models::JsonProblem());
        json.line = problem.line;
        return QStringLiteral("%1:%2:%3: %4")
            .arg(name)
            .arg(problem.line)
            .arg(json.column)
            .arg(models::sentenceFor(json));
    }
    case models::LogProblem::Kind::NotAnObject:
        return place + QStringLiteral("the line is JSON, but no object.");
    case models::LogProblem::Kind::UnknownSource:
        return place + QStringLiteral("\"source\" is send, poll or webhook, nothing else.");
    case models::LogProblem::Kind::UnknownTime:
        return place + QStringLiteral("\"at\" is no ISO 8601 time.");
    }
    Q_UNREACHABLE();
}

} // namespace

QByteArray observationLine(const Observation &observation)
{
    const QByteArray &body = models::reportedBody(observation);
    const auto parsed = models::parseJson(body);
    Json json;
    json["at"] = models::toUtf8String(models::toIsoUtc(observation.arrivedAt));
    json["source"] = models::toUtf8String(models::sourceKey(observation.source));
    json["path"] = models::toUtf8String(pathOf(observation.exchange.requestHead));
    json["body"] = parsed ? parsed.value() : Json(models::toUtf8String(QString::fromUtf8(body)));
    return models::compactJson(json) + '\n';
}

models::Result<ReadLog, QString> readObservationLog(const QString &name, const QByteArray &text)
{
    models::ObservationLog log = models::readObservationLog(withoutGreeting(text));
    ReadLog read;
    for (const models::LogProblem &problem : log.problems)
        read.problems.append(sentenceFor(problem, name));
    if (log.observations.empty()) {
        read.problems.append(QStringLiteral("%1 holds no observations.").arg(name));
        return read.problems.join(QLatin1Char('\n'));
    }
    read.observations = std::move(log.observations);
    return read;
}

} // namespace otpscope::cli
