// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/run/runrules.h"

#include "models/catalogue/catalogue.h"
#include "models/run/headfield.h"

#include <utility>

namespace otpscope::models {

namespace {

std::vector<ObservationId> evidenceOf(ObservationId id)
{
    return id.isStored() ? std::vector<ObservationId>{id} : std::vector<ObservationId>{};
}

/// Several complaints about one place become one finding.
void addOrJoin(std::vector<Finding> &findings, const Finding &finding)
{
    for (Finding &known : findings) {
        if (known.pointer == finding.pointer) {
            known.values[1] += QLatin1String("; ") + finding.values[1];
            return;
        }
    }
    findings.push_back(finding);
}

/// "HTTP 503: upstream timed out"
QString answerInShort(const Exchange &exchange)
{
    const QString status = QStringLiteral("HTTP %1").arg(exchange.answerStatus);
    const QString words = readServiceError(exchange.answerBody).message;
    return words.isEmpty() ? status : status + QLatin1String(": ") + words;
}

QString conclusionKey(Conclusion conclusion)
{
    switch (conclusion) {
    case Conclusion::Open:
        return QStringLiteral("open");
    case Conclusion::StepsFinal:
        return QStringLiteral("steps-final");
    case Conclusion::Seen:
        return QStringLiteral("seen");
    case Conclusion::DeliveredAndTtlOver:
        return QStringLiteral("delivered-and-ttl-over");
    case Conclusion::SendFailed:
        return QStringLiteral("send-failed");
    case Conclusion::SendOutcomeUnknown:
        return QStringLiteral("send-outcome-unknown");
    case Conclusion::EndedByService:
        return QStringLiteral("ended-by-service");
    }
    Q_UNREACHABLE();
}

} // namespace

QString sourceKey(ObservationSource source)
{
    switch (source) {
    case ObservationSource::Send:
        return QStringLiteral("send");
    case ObservationSource::Poll:
        return QStringLiteral("poll");
    case ObservationSource::Webhook:
        return QStringLiteral("webhook");
    }
    Q_UNREACHABLE();
}

QString problemKey(TransportProblem problem)
{
    switch (problem) {
    case TransportProblem::None:
        return {};
    case TransportProblem::CouldNotConnect:
        return QStringLiteral("could-not-connect");
    case TransportProblem::TlsRefused:
        return QStringLiteral("tls-refused");
    case TransportProblem::NoAnswer:
        return QStringLiteral("no-answer");
    case TransportProblem::AnswerCut:
        return QStringLiteral("answer-cut");
    case TransportProblem::AnswerTooLarge:
        return QStringLiteral("answer-too-large");
    case TransportProblem::Redirected:
        return QStringLiteral("redirected");
    case TransportProblem::NoToken:
        return QStringLiteral("no-token");
    case TransportProblem::Cancelled:
        return QStringLiteral("cancelled");
    }
    Q_UNREACHABLE();
}

QString channelKey(const StepState &step)
{
    switch (step.channel) {
    case Channel::Viber:
        return QStringLiteral("viber");
    case Channel::Sms:
        return QStringLiteral("sms");
    case Channel::Unknown:
        return step.channelText;
    }
    Q_UNREACHABLE();
}

Finding sendFailed(const Snapshot &snapshot, const Catalogue &catalogue, ObservationId evidence)
{
    const QString code = snapshot.statusCode ? QString::number(*snapshot.statusCode) : QString();
    const QString meaning =
        snapshot.statusCode ? catalogue.statusCodeMeaning(*snapshot.statusCode) : QString();
    return {Severity::Error,
            QStringLiteral("send-failed"),
            {},
            {snapshot.error, code, meaning},
            evidenceOf(evidence)};
}

std::vector<Finding> sendRefused(const Observation &observation)
{
    const ServiceError error =
        readServiceError(observation.exchange.answerBody, observation.exchange.requestBody);
    Finding finding{Severity::Error,
                    QStringLiteral("send-refused"),
                    {},
                    {QString::number(observation.exchange.answerStatus), error.message},
                    evidenceOf(observation.id)};
    if (error.places.empty())
        return {finding};
    std::vector<Finding> findings;
    for (const ServiceError::Place &place : error.places) {
        finding.pointer = place.pointer;
        finding.values[1] = place.message.isEmpty() ? error.message : place.message;
        addOrJoin(findings, finding);
    }
    return findings;
}

Finding sendUnreachable(const Observation &observation)
{
    return {Severity::Error,
            QStringLiteral("send-unreachable"),
            {},
            {problemKey(observation.problem), observation.problemDetail},
            evidenceOf(observation.id)};
}

Finding noToken(const Observation &observation)
{
    return {Severity::Error,
            QStringLiteral("no-token"),
            {},
            {observation.problemDetail},
            evidenceOf(observation.id)};
}

Finding sendOutcomeUnknown(const Observation &observation)
{
    return {Severity::Error,
            QStringLiteral("send-outcome-unknown"),
            {},
            {problemKey(observation.problem), observation.problem == TransportProblem::None
                                                  ? answerInShort(observation.exchange)
                                                  : observation.problemDetail},
            evidenceOf(observation.id)};
}

Finding pollFailed(const Observation &observation, int times)
{
    const bool hasAnswer = observation.problem == TransportProblem::None;
    const QString what = hasAnswer ? QString::number(observation.exchange.answerStatus)
                                   : problemKey(observation.problem);
    const QString detail = hasAnswer ? readServiceError(observation.exchange.answerBody).message
                                     : observation.problemDetail;
    return {Severity::Warning,
            QStringLiteral("poll-failed"),
            {},
            {sourceKey(observation.source), QString::number(times), what, detail},
            evidenceOf(observation.id)};
}

QString likenessOf(const Observation &observation)
{
    constexpr qsizetype longestWords = 100;
    const QString type = foreignMediaType(observation);
    if (type.isEmpty())
        return {};
    const QString words = readServiceError(observation.exchange.answerBody).message;
    return words.isEmpty() ? type : type + QLatin1String(": ") + words.left(longestWords);
}

Finding bodyNotUnderstood(const Observation &observation, int times, const QString &likeness)
{
    Finding finding{Severity::Warning,
                    QStringLiteral("body-not-understood"),
                    {},
                    {sourceKey(observation.source), QString::number(times)},
                    evidenceOf(observation.id)};
    if (!likeness.isEmpty())
        finding.values.append(likeness);
    return finding;
}

Finding mediaTypeNotJson(const Observation &observation, int times, const QString &mediaType)
{
    return {Severity::Warning,
            QStringLiteral("media-type-not-json"),
            {},
            {sourceKey(observation.source), QString::number(times), mediaType},
            evidenceOf(observation.id)};
}

Finding flowIdDiffers(const FlowId &known, const Snapshot &snapshot, ObservationId evidence,
                      int times)
{
    return {Severity::Warning,
            QStringLiteral("flow-id-differs"),
            {},
            {known.text(), snapshot.flowId.text(), QString::number(times)},
            evidenceOf(evidence)};
}

Finding stepNotInFlow(const StepState &step, ObservationId evidence)
{
    return {Severity::Warning,
            QStringLiteral("step-not-in-flow"),
            {},
            {QString::number(step.order), channelKey(step)},
            evidenceOf(evidence)};
}

Finding unknownStatus(const StepState &step, const QStringList &statuses, ObservationId evidence)
{
    return {Severity::Warning,
            QStringLiteral("unknown-status"),
            {},
            {QString::number(step.order), channelKey(step), statuses.join(QLatin1String(", "))},
            evidenceOf(evidence)};
}

Finding finalStatusContradiction(const StepState &step, const QStringList &others,
                                 std::vector<ObservationId> evidence)
{
    return {Severity::Warning,
            QStringLiteral("final-status-contradiction"),
            {},
            {QString::number(step.order), channelKey(step), step.status,
             others.join(QLatin1String(", "))},
            std::move(evidence)};
}

Finding runReopened(Conclusion before, ObservationId evidence)
{
    return {Severity::Info,
            QStringLiteral("run-reopened"),
            {},
            {conclusionKey(before)},
            evidenceOf(evidence)};
}

} // namespace otpscope::models
