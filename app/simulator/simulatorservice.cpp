// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/simulatorservice.h"

#include "app/simulator/answerbodies.h"
#include "app/simulator/guessedbodies.h"
#include "app/simulator/scenariochoice.h"
#include "app/simulator/servicepaths.h"
#include "app/simulator/trackingtext.h"
#include "models/checks/flowchecks.h"
#include "models/run/observation.h"

#include <QUrlQuery>

#include <algorithm>
#include <cmath>

namespace otpscope::simulator {

using models::Json;

namespace {

constexpr qint64 defaultListLimit = 50;
/// Apart from the numbers that ids are drawn from.
constexpr quint64 answerSalt = 0x616e7377657273ULL;

http::Response jsonResponse(int status, QByteArray json)
{
    http::Response response;
    response.status = status;
    response.headers = {{"Content-Type", "application/json"}};
    response.body = std::move(json);
    return response;
}

http::Response jsonResponse(int status, const Json &body)
{
    return jsonResponse(status, models::compactJson(body));
}

http::Response detailResponse(int status, const QString &detail)
{
    return jsonResponse(status, detailBody(detail));
}

http::Response methodNotAllowed(const QByteArray &allowed)
{
    http::Response response = detailResponse(405, QStringLiteral("Method Not Allowed"));
    response.headers.emplace_back("Allow", allowed);
    return response;
}

/// '+' is a space in a form (WHATWG URL), which QUrlQuery leaves alone.
QUrlQuery formOf(QByteArray encoded)
{
    return QUrlQuery(QString::fromUtf8(encoded.replace('+', "%20")));
}

QString valueIn(const QUrlQuery &form, const char *name)
{
    return form.queryItemValue(QLatin1String(name), QUrl::FullyDecoded);
}

/// What follows the scheme in the Authorization header; nothing where there is none, or another
/// scheme.
std::optional<QByteArray> authorization(const http::Request &request, const QByteArray &scheme)
{
    const QByteArray *header = http::findHeader(request.headers, "Authorization");
    if (!header || header->left(scheme.size() + 1).toLower() != scheme + ' ')
        return std::nullopt;
    return header->mid(scheme.size() + 1).trimmed();
}

Credentials credentialsOf(const http::Request &request, const QUrlQuery &form)
{
    const std::optional<QByteArray> basic = authorization(request, "basic");
    if (!basic)
        return {valueIn(form, "client_id"), valueIn(form, "client_secret")};
    const QString pair = QString::fromUtf8(QByteArray::fromBase64(*basic));
    const qsizetype colon = pair.indexOf(QLatin1Char(':'));
    return colon < 0 ? Credentials{} : Credentials{pair.left(colon), pair.mid(colon + 1)};
}

/// Filters of GET /otp/failover (routee-api section 0). An empty one lets everything pass.
struct ListFilter
{
    QString status;
    QString tag;
    QString phoneNumber;
    QString flowId;
};

QString digitsOf(const QString &number)
{
    return number.startsWith(QLatin1Char('+')) ? number.mid(1) : number;
}

bool passes(const ListFilter &filter, const FlowTracking &flow)
{
    if (!filter.flowId.isEmpty() && filter.flowId != flow.flowId.text())
        return false;
    if (!filter.status.isEmpty() &&
        filter.status.compare(flowStatusName(flow.status), Qt::CaseInsensitive) != 0)
        return false;
    const auto hasStep = [&flow](const auto &isWanted) {
        return std::any_of(flow.steps.cbegin(), flow.steps.cend(), isWanted);
    };
    // GUESS: routee-api section 12; the filter "tag" is the request's field "label".
    if (!filter.tag.isEmpty() &&
        !hasStep([&](const StepTracking &step) { return step.label == filter.tag; }))
        return false;
    return filter.phoneNumber.isEmpty() || hasStep([&](const StepTracking &step) {
               return step.phoneNumber == digitsOf(filter.phoneNumber);
           });
}

/// Nothing where the text is no whole number from 0.
std::optional<qint64> countIn(const QString &text, qint64 absent)
{
    if (text.isEmpty())
        return absent;
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    return isNumber && number >= 0 ? std::optional(number) : std::nullopt;
}

QUrl callbackOf(const models::Flow &flow)
{
    const QUrl url(flow.callback ? flow.callback->url.value_or(QString()) : QString(),
                   QUrl::StrictMode);
    const bool isWeb =
        url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    return isWeb && url.isValid() ? url : QUrl();
}

} // namespace

SimulatorService::SimulatorService(const models::Catalogue &catalogue,
                                   const ScenarioBook &scenarios, const ServiceClock &clock,
                                   Credentials credentials, std::chrono::seconds tokenLifetime,
                                   quint64 seed)
    : m_catalogue(catalogue)
    , m_scenarios(scenarios)
    , m_clock(clock)
    , m_seed(seed)
    , m_tokens(std::move(credentials), tokenLifetime, SeededSource::derived(seed, 0))
    , m_changed([](const BookedFlow &, const Change &) {})
    , m_chance(SeededSource::derived(seed ^ answerSalt, 0))
{}

void SimulatorService::setChangeListener(FlowBook::ChangeListener listener)
{
    m_changed = std::move(listener);
}

void SimulatorService::setScenario(std::shared_ptr<const Scenario> scenario)
{
    m_scenario = std::move(scenario);
}

void SimulatorService::setFaults(const Faults &faults)
{
    advance();
    m_faults = faults;
    if (m_faults.pollLagSeconds > 0)
        m_flows.keepPast(m_now);
}

SimulatorService::Handled SimulatorService::handle(const ReadRequest &request)
{
    advance();
    Handled handled;
    answer(request, handled);
    http::Response &response = handled.response;
    if (handled.fault && !handled.fault->isRefusal())
        handled.fault->spoil(response);
    if (response.status >= 400 && m_dialect != Dialect::FastApi) {
        if (const auto body = models::parseJson(response.body))
            response.body =
                models::compactJson(inDialect(m_dialect, response.status, body.value()));
    }
    response.headers.emplace_back("OtpScope-Service-Clock",
                                  models::serviceClockHeaderValue({m_now, m_clock.speed()}));
    // Of the service's clock as all times in its bodies; with a frozen one every byte repeats.
    response.date = m_now;
    return handled;
}

std::optional<models::Instant> SimulatorService::nextEventAt() const
{
    return m_flows.nextEventAt();
}

void SimulatorService::advance()
{
    m_now = m_clock.now();
    m_flows.advanceTo(m_now, m_changed);
}

const Faults &SimulatorService::faultsOf(const BookedFlow &flow) const
{
    return flow.scenario && flow.scenario->faults ? *flow.scenario->faults : m_faults;
}

models::FlowId SimulatorService::otherFlowThan(const models::FlowId &flow) const
{
    for (const auto &other : m_flows.flows()) {
        if (other->engine.state().flowId != flow)
            return other->engine.state().flowId;
    }
    // Nobody's; the same one always.
    return models::FlowId(SeededSource::derived(m_seed ^ answerSalt, 1).uuid());
}

ReportOutcome SimulatorService::report(const QString &id, std::optional<size_t> step,
                                       const Report &report)
{
    advance();
    return m_flows.report(id, step, report, m_now, m_changed);
}

bool SimulatorService::isRefusedByFault(const Faults &faults, Handled &handled)
{
    handled.fault = drawAnswerFault(faults, m_chance);
    if (!handled.fault || !handled.fault->isRefusal())
        return false;
    handled.response = handled.fault->refusal();
    if (handled.response.status == 401)
        m_tokens.revoke();
    return true;
}

void SimulatorService::answer(const ReadRequest &read, Handled &handled)
{
    const http::Request &request = read.http;
    const QString path = pathOf(request);
    const Route route = routeOf(path);
    handled.mayHoldSecret = route == Route::Token;
    if (route == Route::None) {
        handled.response = detailResponse(404, QStringLiteral("Not Found"));
        return;
    }
    const QByteArray allowed = route == Route::Token || route == Route::Send ? "POST" : "GET";
    if (request.method != allowed) {
        handled.response = methodNotAllowed(allowed);
        return;
    }
    const bool isOpen = route == Route::Token || route == Route::Info || route == Route::Health;
    if (!isOpen) {
        if (const std::optional<http::Response> refused = refusal(request)) {
            handled.response = *refused;
            return;
        }
    }
    switch (route) {
    case Route::Token:
        answerToken(request, handled);
        return;
    case Route::Info:
        handled.response = jsonResponse(200, serviceInfoBody());
        return;
    case Route::Health:
        handled.response = jsonResponse(200, healthBody());
        return;
    case Route::Send:
        answerSend(request.headers, *read.send, handled);
        return;
    case Route::List:
        answerList(request, handled);
        return;
    case Route::Tracking:
        answerTracking(trackedId(path), handled);
        return;
    case Route::Templates:
        if (!isRefusedByFault(m_faults, handled))
            handled.response = jsonResponse(200, templatesBody(m_dialect, m_catalogue));
        return;
    case Route::None:
        break;
    }
    Q_UNREACHABLE();
}

void SimulatorService::answerToken(const http::Request &request, Handled &handled)
{
    if (m_chance.happens(m_faults.tokenDown)) {
        handled.response = detailResponse(503, QStringLiteral("Service Unavailable"));
        handled.fault = tokenFault();
        return;
    }
    const QUrlQuery form = formOf(request.body);
    if (!m_tokens.knows(credentialsOf(request, form))) {
        handled.response = jsonResponse(401, badCredentialsBody(m_now));
        return;
    }
    // Some callers put it into the query, and it works (routee-api section 1, FIELD).
    const QString grant = form.hasQueryItem(QStringLiteral("grant_type"))
                              ? valueIn(form, "grant_type")
                              : valueIn(formOf(request.query()), "grant_type");
    if (grant != QLatin1String("client_credentials")) {
        handled.response = jsonResponse(400, badGrantBody());
        return;
    }
    handled.response = jsonResponse(200, tokenBody(m_tokens.issue(m_now)));
}

void SimulatorService::answerSend(const http::Headers &headers, const CheckedSend &send,
                                  Handled &handled)
{
    if (!send.document) {
        handled.response = jsonResponse(422, notJsonBody(send.document.error()));
        return;
    }
    if (send.steps > MaximumSteps) {
        handled.response = jsonResponse(422, tooManyStepsBody(send.steps, MaximumSteps));
        return;
    }
    if (!send.errors.empty()) {
        handled.response = jsonResponse(422, validationBody(send.document.value(), send.errors));
        return;
    }
    const auto scenario = chooseScenario(headers, send.flow, m_scenarios, m_scenario);
    if (!scenario) {
        handled.response = jsonResponse(422, unknownScenarioBody(scenario.error()));
        return;
    }
    if (!isRefusedByFault(scenario.value()->faults.value_or(m_faults), handled))
        sendFlow(send, scenario.value(), handled);
}

void SimulatorService::sendFlow(const CheckedSend &send, const ScenarioBook::Entry &scenario,
                                Handled &handled)
{
    const Json &document = send.document.value();
    if (!scenario->send.isAccepted) {
        handled.response =
            jsonResponse(200, failedSendBody(document, scenario->send, m_now));
        return;
    }
    const models::Flow &flow = send.flow;
    // Number 0 is the token office's.
    const SeededSource ids = SeededSource::derived(m_seed, m_flows.count() + 1);
    BookedFlow toBook{FlowEngine(flow, scenario, m_catalogue, ids, m_now), callbackOf(flow),
                      scenario};
    toBook.keepsPast = faultsOf(toBook).pollLagSeconds > 0;
    if (toBook.keepsPast)
        toBook.past.emplace_back(m_now, toBook.engine.state());
    const FlowEngine &engine = m_flows.add(std::move(toBook)).engine;
    handled.flow = engine.state().flowId;
    const Json &sent = document.at("flow").at(static_cast<size_t>(engine.firstStepIndex()));
    const QString type = models::textMember(sent, "type").value_or(QString());
    handled.response =
        jsonResponse(200, acceptedSendBody(document, engine.firstStepIndex(),
                                           m_catalogue.channelByName(type), engine.state()));
}

const FlowTracking &SimulatorService::trackingOf(const BookedFlow &flow) const
{
    const double lag = faultsOf(flow).pollLagSeconds;
    if (lag <= 0 || flow.past.empty())
        return flow.engine.state();
    const models::Instant shown =
        m_now - std::chrono::milliseconds{std::llround(lag * 1000.0)};
    auto state = flow.past.cbegin();
    for (auto next = state; next != flow.past.cend() && next->first <= shown; ++next)
        state = next;
    return state->second;
}

void SimulatorService::answerTracking(const QString &id, Handled &handled)
{
    const BookedFlow *flow = m_flows.find(id);
    if (!flow) {
        handled.response = detailResponse(404, QStringLiteral("Tracking not found"));
        return;
    }
    handled.flow = flow->engine.state().flowId;
    if (!isRefusedByFault(faultsOf(*flow), handled))
        handled.response = jsonResponse(200, trackingText(trackingOf(*flow)));
}

void SimulatorService::answerList(const http::Request &request, Handled &handled)
{
    if (isRefusedByFault(m_faults, handled))
        return;
    const QUrlQuery query = formOf(request.query());
    const ListFilter filter{valueIn(query, "status"), valueIn(query, "tag"),
                            valueIn(query, "phone_number"), valueIn(query, "flow_id")};
    for (const char *name : {"limit", "offset"}) {
        if (!countIn(valueIn(query, name), 0)) {
            handled.response =
                jsonResponse(422, badQueryBody(QLatin1String(name), valueIn(query, name)));
            return;
        }
    }
    const qint64 limit = *countIn(valueIn(query, "limit"), defaultListLimit);
    const qint64 offset = *countIn(valueIn(query, "offset"), 0);
    qint64 total = 0;
    Json results = Json::array();
    // GUESS: the newest first; no source says it.
    for (auto flow = m_flows.flows().crbegin(); flow != m_flows.flows().crend(); ++flow) {
        const FlowTracking &state = trackingOf(**flow);
        if (!passes(filter, state))
            continue;
        if (total >= offset && static_cast<qint64>(results.size()) < limit)
            results.push_back(listItem(m_dialect, state));
        ++total;
    }
    handled.response = jsonResponse(200, listBody(total, limit, offset, std::move(results)));
}

std::optional<http::Response> SimulatorService::refusal(const http::Request &request) const
{
    if (!http::findHeader(request.headers, "Authorization"))
        return detailResponse(403, QStringLiteral("Not authenticated"));
    const std::optional<QByteArray> token = authorization(request, "bearer");
    if (!token)
        return detailResponse(403, QStringLiteral("Invalid authentication credentials"));
    if (!m_tokens.accepts(*token, m_now))
        return detailResponse(401, QStringLiteral("Invalid or expired token"));
    return std::nullopt;
}

} // namespace otpscope::simulator
