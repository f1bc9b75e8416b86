// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/runstory.h"

#include "models/core/json.h"
#include "models/run/runrules.h"

#include <QRegularExpression>

namespace otpscope::testsupport {

using namespace models;

namespace {

TransportProblem problemNamed(const QString &name)
{
    static const QHash<QString, TransportProblem> problems{
        {QStringLiteral("CouldNotConnect"), TransportProblem::CouldNotConnect},
        {QStringLiteral("TlsRefused"), TransportProblem::TlsRefused},
        {QStringLiteral("NoAnswer"), TransportProblem::NoAnswer},
        {QStringLiteral("AnswerCut"), TransportProblem::AnswerCut},
        {QStringLiteral("AnswerTooLarge"), TransportProblem::AnswerTooLarge},
        {QStringLiteral("Redirected"), TransportProblem::Redirected},
        {QStringLiteral("NoToken"), TransportProblem::NoToken},
        {QStringLiteral("Cancelled"), TransportProblem::Cancelled},
    };
    Q_ASSERT(problems.contains(name));
    return problems.value(name);
}

QString storyIso(double seconds)
{
    return toIsoUtc(storyTime(seconds));
}

/// "viber:EXPIRED@300.3" into a step of a tracking answer.
Json trackedStep(const QString &word, size_t position)
{
    static const QRegularExpression pattern(QStringLiteral("^(\\w+)(?::([^@]*))?(?:@([0-9.]+))?$"));
    const QRegularExpressionMatch match = pattern.match(word);
    Q_ASSERT(match.hasMatch());
    Json step;
    step["trackingId"] = "m" + std::to_string(position + 1);
    step["role"] = position == 0 ? "primary" : "failover";
    step["channel"] = toUtf8String(match.captured(1));
    if (!match.captured(2).isEmpty())
        step["status"] = toUtf8String(match.captured(2));
    if (!match.captured(3).isEmpty())
        step["created_at"] = toUtf8String(storyIso(match.captured(3).toDouble()));
    return step;
}

/// Sets what a word like "price=0.01" says, in the flow or in its last step.
void setField(Json &body, const QString &name, const QString &value)
{
    static const QHash<QString, const char *> texts{
        {QStringLiteral("detail"), "detailed_status"},
        {QStringLiteral("phone"), "phone_number"},
        {QStringLiteral("id"), "trackingId"},
    };
    static const QHash<QString, const char *> times{
        {QStringLiteral("created"), "created_at"},
        {QStringLiteral("delivered"), "delivered_at"},
    };
    if (name == QLatin1String("flow"))
        body["flowId"] = toUtf8String(value);
    else if (name == QLatin1String("total"))
        body["total_cost"] = value.toDouble();
    else if (name == QLatin1String("code"))
        body["statusCode"] = value.toInt();
    else if (name == QLatin1String("error"))
        body["error"] = toUtf8String(value);
    else if (name == QLatin1String("price"))
        body["steps"].back()["price"] = value.toDouble();
    else if (texts.contains(name))
        body["steps"].back()[texts.value(name)] = toUtf8String(value);
    else if (times.contains(name))
        body["steps"].back()[times.value(name)] = toUtf8String(storyIso(value.toDouble()));
    else
        qFatal("no such word in a story: %s", qPrintable(name));
}

QByteArray trackingBody(const QStringList &words)
{
    Json body;
    body["flowId"] = "f1";
    if (words.value(0) != QLatin1String("-"))
        body["status"] = toUtf8String(words.value(0));
    body["steps"] = Json::array();
    for (const QString &word : words.mid(1)) {
        const qsizetype equals = word.indexOf(QLatin1Char('='));
        if (equals > 0)
            setField(body, word.left(equals), word.mid(equals + 1));
        else
            body["steps"].push_back(trackedStep(word, body["steps"].size()));
    }
    return compactJson(body);
}

/// The echo of a flow in which the one named channel was sent.
QByteArray sendBody(const QStringList &words, const QString &at)
{
    Json body;
    body["flowId"] = "f1";
    body["status"] = toUtf8String(words.value(0));
    body["createdAt"] = toUtf8String(at);
    body["flow"] = Json::array();
    for (const QString &word : words.mid(1)) {
        if (word.startsWith(QLatin1String("created="))) {
            body["createdAt"] = toUtf8String(storyIso(word.mid(8).toDouble()));
            continue;
        }
        Json step;
        step["type"] = word == QLatin1String("viber") ? "ViberOtp" : "Sms";
        step["order"] = body["flow"].size() + 1;
        if (body["flow"].empty() && words.value(0) != QLatin1String("Failed"))
            step["trackingId"] = "m1";
        body["flow"].push_back(step);
    }
    if (words.value(0) == QLatin1String("Failed"))
        body["flowId"] = nullptr;
    return compactJson(body);
}

/// Takes the words that are not about the body out of `words`.
void takeEnvelope(Observation &observation, QStringList &words)
{
    for (const QString &word : QStringList(words)) {
        if (word.startsWith(QLatin1String("took="))) {
            observation.startedAt -= std::chrono::seconds(word.mid(5).toInt());
        } else if (word == QLatin1String("untimed")) {
            observation.isTimeKnown = false;
        } else if (word.startsWith(QLatin1String("clock="))) {
            const QByteArray head =
                "OtpScope-Service-Clock: " +
                serviceClockHeaderValue({observation.arrivedAt, word.mid(6).toDouble()}) +
                "\r\n\r\n";
            const bool isWebhook = observation.source == ObservationSource::Webhook;
            (isWebhook ? observation.exchange.requestHead : observation.exchange.answerHead) =
                (isWebhook ? "POST / HTTP/1.1\r\n" : "HTTP/1.1 200 OK\r\n") + head;
        } else {
            continue;
        }
        words.removeOne(word);
    }
}

QString secondsText(double seconds)
{
    return QString::number(seconds, 'g', 10);
}

QString conclusionName(Conclusion conclusion)
{
    switch (conclusion) {
    case Conclusion::Open:
        return QStringLiteral("open");
    case Conclusion::StepsFinal:
        return QStringLiteral("steps final");
    case Conclusion::Seen:
        return QStringLiteral("seen");
    case Conclusion::DeliveredAndTtlOver:
        return QStringLiteral("delivered and ttl over");
    case Conclusion::SendFailed:
        return QStringLiteral("send failed");
    case Conclusion::SendOutcomeUnknown:
        return QStringLiteral("send outcome unknown");
    case Conclusion::EndedByService:
        return QStringLiteral("ended by service");
    }
    Q_UNREACHABLE();
}

QString conditionName(DueFailover::Condition condition)
{
    switch (condition) {
    case DueFailover::Condition::IfExpired:
        return QStringLiteral("if expired");
    case DueFailover::Condition::UnlessSeen:
        return QStringLiteral("unless seen");
    case DueFailover::Condition::Triggered:
        return QStringLiteral("triggered");
    }
    Q_UNREACHABLE();
}

QString printedFailover(const Failover &failover)
{
    const QString due = failover.dueAt ? storySeconds(*failover.dueAt) : QStringLiteral("-");
    const QString why = failover.reason == FailoverReason::Unexplained
                            ? QStringLiteral("unexplained")
                        : failover.reason == FailoverReason::DeliveredPlusTtl
                            ? failover.trigger + QStringLiteral(" plus ttl")
                            : failover.trigger;
    return QStringLiteral("failover %1 to %2: %3, due %4, fired %5")
        .arg(failover.fromOrder)
        .arg(failover.toOrder)
        .arg(why, due, storySeconds(failover.firedAt));
}

QString printedConclusion(const RunState &state)
{
    const QString at =
        state.concludedAt ? QStringLiteral(" at ") + storySeconds(*state.concludedAt) : QString();
    return conclusionName(state.conclusion) + at;
}

} // namespace

Instant storyStart()
{
    return *fromIso(QStringLiteral("2026-11-23T10:00:00.000Z"));
}

Instant storyTime(double seconds)
{
    return storyStart() +
           std::chrono::round<std::chrono::milliseconds>(std::chrono::duration<double>(seconds));
}

Flow storyFlow(const QString &line)
{
    Json document;
    document["flow"] = Json::array();
    for (const QString &part : line.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const QStringList words = part.simplified().split(QLatin1Char(' '));
        Json step;
        step["type"] = words.value(0) == QLatin1String("viber") ? "ViberOtp" : "Sms";
        step["to"] = "+306971234567";
        step["order"] = document["flow"].size() + 1;
        step["ttl"] = words.value(1).toInt();
        if (words.contains(QLatin1String("failoverOnDelivered")))
            step["failoverOnDelivered"] = true;
        document["flow"].push_back(step);
    }
    return readFlow(document);
}

Observation storyObservation(const QString &line, qint64 id)
{
    const QString source = line.section(QLatin1Char(' '), 0, 0);
    const double seconds = line.section(QLatin1Char(' '), 1, 1).toDouble();
    const QString rest = line.section(QLatin1Char(' '), 2);
    QStringList words = rest.split(QLatin1Char(' '), Qt::SkipEmptyParts);

    Observation observation;
    observation.id = ObservationId{id};
    observation.arrivedAt = observation.startedAt = storyTime(seconds);
    observation.source = source == QLatin1String("send")   ? ObservationSource::Send
                         : source == QLatin1String("poll") ? ObservationSource::Poll
                                                           : ObservationSource::Webhook;
    const bool isWebhook = observation.source == ObservationSource::Webhook;
    QByteArray &body =
        isWebhook ? observation.exchange.requestBody : observation.exchange.answerBody;
    observation.exchange.answerStatus = isWebhook ? 0 : 200;
    takeEnvelope(observation, words);
    if (rest.startsWith(QLatin1Char('!'))) {
        observation.problem = problemNamed(rest.mid(1));
        observation.exchange.answerStatus = 0;
    } else if (rest.startsWith(QLatin1Char('#'))) {
        observation.exchange.answerStatus = words.value(0).mid(1).toInt();
        body = rest.section(QLatin1Char(' '), 1).toUtf8();
    } else if (rest.startsWith(QLatin1Char('='))) {
        body = rest.mid(1).toUtf8();
    } else if (observation.source == ObservationSource::Send) {
        body = sendBody(words, storyIso(seconds));
    } else {
        body = trackingBody(words);
    }
    return observation;
}

std::vector<Observation> storyObservations(const QString &lines)
{
    std::vector<Observation> observations;
    for (const QString &line : lines.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        if (!line.trimmed().isEmpty())
            observations.push_back(
                storyObservation(line.trimmed(), static_cast<qint64>(observations.size()) + 1));
    }
    return observations;
}

QString storySeconds(Instant at)
{
    return secondsText(std::chrono::duration<double>(at - storyStart()).count());
}

QString printed(const Transition &transition)
{
    const QString subject = transition.subject == Subject::Flow ? QStringLiteral("flow")
                                                                : QString::number(transition.order);
    const QString from =
        transition.from.isEmpty() ? QString() : transition.from + QStringLiteral(" -> ");
    return QStringLiteral("%1: %2 %3%4 (%5)")
        .arg(storySeconds(transition.at), subject, from, transition.to,
             sourceKey(transition.source));
}

RunDelta tell(RunMachine &machine, const QString &line, qint64 &id)
{
    if (line.startsWith(QLatin1String("time ")))
        return machine.advanceTo(storyTime(line.mid(5).toDouble()));
    if (line == QLatin1String("over"))
        return machine.stopFollowing();
    if (line == QLatin1String("receiver")) {
        machine.awaitWebhooks();
        return {};
    }
    return machine.apply(storyObservation(line, ++id));
}

RunMachine storyMachine(const QString &flow, const QString &lines, const Catalogue &catalogue)
{
    RunMachine machine(storyFlow(flow), catalogue);
    qint64 id = 0;
    for (const QString &line : lines.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        if (!line.trimmed().isEmpty())
            (void)tell(machine, line.trimmed(), id);
    }
    return machine;
}

QStringList printed(const RunMachine &machine)
{
    QStringList lines;
    for (const Transition &transition : machine.transitions())
        lines.append(printed(transition));
    for (const Failover &failover : machine.failovers())
        lines.append(printedFailover(failover));
    if (const std::optional<DueFailover> &due = machine.state().due)
        lines.append(QStringLiteral("due %1 to %2 at %3 %4")
                         .arg(due->fromOrder)
                         .arg(due->toOrder)
                         .arg(storySeconds(due->dueAt), conditionName(due->condition)));
    lines.append(printedConclusion(machine.state()));
    for (const Finding &finding : machine.findings()) {
        if (finding.rule != QLatin1String("failover-as-documented"))
            lines.append(QStringLiteral("finding ") + finding.rule);
    }
    return lines;
}

QStringList printed(const RunState &state)
{
    QStringList lines{QStringLiteral("flow ") + state.status};
    for (const StepState &step : state.steps) {
        const QString started = step.startedAt ? storySeconds(*step.startedAt) : QString();
        const QString concluded = step.concludedAt ? storySeconds(*step.concludedAt) : QString();
        lines.append(
            QStringLiteral("%1 %2 %3 %4 [%5, %6]")
                .arg(step.order)
                .arg(channelKey(step), step.trackingId.text(), step.status, started, concluded));
    }
    lines.append(printedConclusion(state));
    return lines;
}

QString difference(const QStringList &expected, const QStringList &seen)
{
    QStringList lines;
    for (const QString &line : expected) {
        if (!seen.contains(line))
            lines.append(QStringLiteral("- ") + line);
    }
    for (const QString &line : seen) {
        if (!expected.contains(line))
            lines.append(QStringLiteral("+ ") + line);
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace otpscope::testsupport
