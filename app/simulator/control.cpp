// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/control.h"

#include "app/simulator/trackingtext.h"

#include <QUrl>
#include <QUrlQuery>

#include <array>
#include <cmath>

namespace otpscope::simulator {

using models::Json;
using models::toUtf8String;

namespace {

constexpr QLatin1String controlRoot("/__otpscope");
constexpr size_t defaultFlows = 100;

http::Response controlAnswer(int status, const Json &body)
{
    http::Response response;
    response.status = status;
    response.headers = {{"Content-Type", "application/json"}};
    response.body = models::compactJson(body);
    return response;
}

http::Response controlProblem(int status, const QString &sentence)
{
    return controlAnswer(status, {{"error", toUtf8String(sentence)}});
}

http::Response controlRefusal(const QByteArray &allowed)
{
    http::Response response =
        controlProblem(405, QStringLiteral("This path does not know the method."));
    response.headers.emplace_back("Allow", allowed);
    return response;
}

/// The name in a Host header without its port.
QByteArray hostNameOf(const http::Request &request)
{
    const QByteArray *host = http::findHeader(request.headers, "Host");
    if (!host)
        return {};
    const qsizetype end = host->startsWith('[') ? host->indexOf(']') + 1 : host->indexOf(':');
    return (end < 0 ? *host : host->left(end)).toLower();
}

bool isFromHere(const http::Request &request)
{
    static const std::array<QByteArray, 3> names{"localhost", "127.0.0.1", "[::1]"};
    const QByteArray host = hostNameOf(request);
    return request.peerAddress.isLoopback() &&
           std::find(names.begin(), names.end(), host) != names.end();
}

QString isoTimeText(models::Instant at)
{
    return models::toIsoUtc(at);
}

Json timeOrNull(const std::optional<models::Instant> &at)
{
    return at ? Json(toUtf8String(isoTimeText(*at))) : Json(nullptr);
}

/// {"at", "kind", "step", "status"}; null where nothing more happens by itself.
Json nextBody(const std::optional<NextEvent> &next)
{
    if (!next)
        return nullptr;
    const bool isReport = next->kind == NextEvent::Kind::Report;
    return {{"at", toUtf8String(isoTimeText(next->at))},
            {"kind", isReport ? "status" : "failover"},
            {"step", next->step + 1},
            {"status", isReport ? Json(toUtf8String(next->status)) : Json(nullptr)}};
}

Json flowBody(const BookedFlow &flow)
{
    Json body = trackingBody(flow.engine.state());
    body["scenario"] = toUtf8String(flow.scenario ? flow.scenario->name : QString());
    body["callback"] =
        flow.callback.isEmpty()
            ? Json(nullptr)
            : Json(toUtf8String(flow.callback.toString(QUrl::FullyEncoded | QUrl::RemoveUserInfo)));
    body["nextEvent"] = nextBody(flow.engine.nextEvent());
    body["nextFailoverAt"] = timeOrNull(flow.engine.nextFailoverAt());
    return body;
}

QString queryValue(const http::Request &request, const char *name)
{
    return QUrlQuery(QString::fromUtf8(request.query()))
        .queryItemValue(QLatin1String(name), QUrl::FullyDecoded);
}

/// `absent` also where the text is no whole number from 0.
size_t queryCount(const http::Request &request, const char *name, size_t absent)
{
    bool isNumber = false;
    const qulonglong number = queryValue(request, name).toULongLong(&isNumber);
    return isNumber ? static_cast<size_t>(number) : absent;
}

QString sentenceFor(ReportOutcome outcome)
{
    switch (outcome) {
    case ReportOutcome::Done:
        break;
    case ReportOutcome::NoSuchFlow:
        return QStringLiteral("There is no flow or message with this id.");
    case ReportOutcome::NoSuchStep:
        return QStringLiteral("This step was not sent.");
    case ReportOutcome::NoSuchStatus:
        return QStringLiteral("The step's channel has no such status.");
    case ReportOutcome::AlreadyFinal:
        return QStringLiteral("The step has its final status.");
    case ReportOutcome::Backwards:
        return QStringLiteral("The step has got further than that status.");
    }
    return {};
}

int statusFor(ReportOutcome outcome)
{
    switch (outcome) {
    case ReportOutcome::Done:
        return 200;
    case ReportOutcome::NoSuchFlow:
        return 404;
    case ReportOutcome::NoSuchStep:
    case ReportOutcome::NoSuchStatus:
        return 422;
    case ReportOutcome::AlreadyFinal:
    case ReportOutcome::Backwards:
        return 409;
    }
    return 500;
}

} // namespace

bool Control::isMeant(const http::Request &request)
{
    const QString path = QString::fromUtf8(request.path());
    return path == controlRoot || path.startsWith(controlRoot + QLatin1Char('/'));
}

http::Response Control::answer(const http::Request &request)
{
    if (!isFromHere(request))
        return controlProblem(403, QStringLiteral("Control is for this machine alone."));
    QString path = QUrl::fromPercentEncoding(request.path()).mid(controlRoot.size());
    if (path.endsWith(QLatin1Char('/')))
        path.chop(1);
    http::Response response = answerTo(request.method, path, request);
    // As the service's own answers: with a stopped clock every byte repeats.
    response.date = m_engine.clock().at;
    return response;
}

http::Response Control::answerTo(const QByteArray &method, const QString &path,
                                 const http::Request &request)
{
    Json body;
    if (method == "POST" || method == "PUT") {
        if (path == QLatin1String("/scenarios"))
            return scenarios(method, request.body);
        if (!request.body.isEmpty()) {
            const auto parsed = models::parseJson(request.body);
            if (!parsed)
                return controlProblem(400,
                                      QStringLiteral("The body is not JSON: line %1, column %2.")
                                          .arg(parsed.error().line)
                                          .arg(parsed.error().column));
            body = parsed.value();
        }
    }
    if (path == QLatin1String("/clock"))
        return clock(method, body);
    if (path == QLatin1String("/clock/advance"))
        return method == "POST" ? advance(body) : controlRefusal("POST");
    if (path == QLatin1String("/flows"))
        return method == "GET" ? flows(request) : controlRefusal("GET");
    if (path == QLatin1String("/scenario"))
        return scenario(method, body);
    if (path == QLatin1String("/scenarios"))
        return scenarios(method, {});
    if (path == QLatin1String("/faults"))
        return faults(method, body);
    if (path == QLatin1String("/certificate"))
        return method == "GET" ? certificate() : controlRefusal("GET");
    if (path == QLatin1String("/journal"))
        return journal(method, request);
    if (path == QLatin1String("/reset")) {
        if (method != "POST")
            return controlRefusal("POST");
        m_engine.reset();
        return controlAnswer(200, clockBody());
    }
    const QString flowsPrefix = QStringLiteral("/flows/");
    if (path.startsWith(flowsPrefix)) {
        const QString id = path.section(QLatin1Char('/'), 2, 2);
        const QString rest = path.section(QLatin1Char('/'), 3);
        if (rest.isEmpty())
            return method == "GET" ? flow(id) : controlRefusal("GET");
        if (rest == QLatin1String("status"))
            return method == "POST" ? report(id, body) : controlRefusal("POST");
    }
    return controlProblem(404,
                          QStringLiteral("There is no such path; resources/openapi/control.json "
                                         "describes them all."));
}

http::Response Control::clock(const QByteArray &method, const Json &body)
{
    if (method == "GET")
        return controlAnswer(200, clockBody());
    if (method != "PUT")
        return controlRefusal("GET, PUT");
    const Json *speed = models::member(body, "speed");
    if (!speed || !speed->is_number() || speed->get<double>() < 0 ||
        speed->get<double>() > ServiceClock::MaximumSpeed)
        return controlProblem(422, QStringLiteral("Expected {\"speed\": 0 to 3600}."));
    m_engine.setSpeed(speed->get<double>());
    return controlAnswer(200, clockBody());
}

http::Response Control::advance(const Json &body)
{
    const Json *seconds = models::member(body, "seconds");
    constexpr double aYear = 365 * 86'400.0;
    if (seconds && seconds->is_number() && seconds->get<double>() >= 0 &&
        seconds->get<double>() <= aYear) {
        m_engine.advance(std::chrono::milliseconds{std::llround(seconds->get<double>() * 1000.0)});
        return controlAnswer(200, clockBody());
    }
    const QString to = models::textMember(body, "to").value_or(QString());
    std::optional<Engine::Until> until;
    if (to == QLatin1String("next-event"))
        until = Engine::Until::NextEvent;
    else if (to == QLatin1String("next-failover"))
        until = Engine::Until::NextFailover;
    else if (to == QLatin1String("concluded"))
        until = Engine::Until::Concluded;
    if (!until) {
        return controlProblem(
            422, QStringLiteral("Expected {\"to\": \"next-event\", \"next-failover\" or "
                                "\"concluded\"} or {\"seconds\": a number from 0}."));
    }
    const bool hasMoved = m_engine.advance(*until);
    Json answer = clockBody();
    answer["hasMoved"] = hasMoved;
    return controlAnswer(200, answer);
}

http::Response Control::flows(const http::Request &request) const
{
    const size_t offset = queryCount(request, "offset", 0);
    const size_t limit = queryCount(request, "limit", defaultFlows);
    const auto &all = m_engine.flows().flows();
    Json list = Json::array();
    for (size_t i = offset; i < all.size() && list.size() < limit; ++i)
        list.push_back(flowBody(*all.at(i)));
    return controlAnswer(200, {{"total", all.size()}, {"flows", std::move(list)}});
}

http::Response Control::flow(const QString &id) const
{
    const BookedFlow *found = m_engine.flows().find(id);
    return found ? controlAnswer(200, flowBody(*found))
                 : controlProblem(404, sentenceFor(ReportOutcome::NoSuchFlow));
}

http::Response Control::report(const QString &id, const Json &body)
{
    const std::optional<QString> status = models::textMember(body, "status");
    if (!status)
        return controlProblem(422,
                              QStringLiteral("Expected {\"status\": \"SEEN\"} or another status."));
    Report wanted;
    wanted.status = *status;
    wanted.detailedStatus = models::textMember(body, "detailedStatus").value_or(QString());
    wanted.errorMessage = models::textMember(body, "errorMessage").value_or(QString());
    std::optional<size_t> step;
    if (const Json *number = models::member(body, "step")) {
        if (!number->is_number_unsigned() || number->get<size_t>() < 1)
            return controlProblem(422, QStringLiteral("Expected a step from 1 on."));
        step = number->get<size_t>() - 1;
    }
    const ReportOutcome outcome = m_engine.report(id, step, wanted);
    return outcome == ReportOutcome::Done
               ? flow(id)
               : controlProblem(statusFor(outcome), sentenceFor(outcome));
}

http::Response Control::scenario(const QByteArray &method, const Json &body)
{
    if (method == "PUT") {
        const std::optional<QString> name = models::textMember(body, "name");
        if (!name || !m_engine.setScenario(*name))
            return controlProblem(422,
                                  QStringLiteral("Expected {\"name\": the name of a scenario}."));
    } else if (method != "GET") {
        return controlRefusal("GET, PUT");
    }
    return controlAnswer(200, {{"name", toUtf8String(m_engine.scenario())}});
}

http::Response Control::scenarios(const QByteArray &method, const QByteArray &body)
{
    if (method == "POST") {
        const auto loaded = m_engine.scenarios().load(body);
        return loaded ? controlAnswer(201, {{"name", toUtf8String(loaded.value()->name)}})
                      : controlProblem(422, loaded.error());
    }
    if (method != "GET")
        return controlRefusal("GET, POST");
    Json list = Json::array();
    for (const ScenarioBook::Entry &entry : m_engine.scenarios().all()) {
        list.push_back({{"name", toUtf8String(entry->name)},
                        {"title", toUtf8String(entry->title)},
                        {"description", toUtf8String(entry->description)},
                        {"recipientEndsWith", toUtf8String(entry->recipientEnd)}});
    }
    return controlAnswer(200, {{"scenarios", std::move(list)}});
}

http::Response Control::faults(const QByteArray &method, const Json &body)
{
    if (method == "PUT") {
        // What is not named is off: the body is the whole truth.
        const auto read = readFaults(body);
        if (!read)
            return controlProblem(422, read.error().pointer + QStringLiteral(": ") +
                                           read.error().what + QLatin1Char('.'));
        m_engine.setFaults(read.value());
    } else if (method != "GET") {
        return controlRefusal("GET, PUT");
    }
    return controlAnswer(200, faultsBody(m_engine.faults()));
}

http::Response Control::certificate() const
{
    const QUrl address = m_engine.wrongCertificateAddress();
    return controlAnswer(
        200,
        {{"address", address.isEmpty() ? Json(nullptr) : Json(toUtf8String(address.toString()))}});
}

http::Response Control::journal(const QByteArray &method, const http::Request &request)
{
    if (method == "DELETE") {
        m_engine.journal().clear();
    } else if (method != "GET") {
        return controlRefusal("GET, DELETE");
    }
    Journal::Filter filter;
    filter.after = queryCount(request, "after", 0);
    filter.limit = queryCount(request, "limit", Journal::MaximumEntries);
    filter.flow = queryValue(request, "flow_id");
    const QString kind = queryValue(request, "kind");
    if (kind == QLatin1String("request"))
        filter.kind = JournalEntry::Kind::Request;
    else if (kind == QLatin1String("webhook"))
        filter.kind = JournalEntry::Kind::Webhook;
    return controlAnswer(200, m_engine.journal().body(filter));
}

Json Control::clockBody() const
{
    const models::ServiceClockReading reading = m_engine.clock();
    return {{"now", toUtf8String(isoTimeText(reading.at))},
            {"speed", reading.speed},
            {"nextEventAt", timeOrNull(m_engine.nextEventAt())},
            {"nextFailoverAt", timeOrNull(m_engine.nextFailoverAt())}};
}

} // namespace otpscope::simulator
