// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/simulatorservice.h"
#include "tests/simulator/simulatorfixtures.h"
#include "tests/support/fakeclock.h"

#include <QtTest>

using namespace otpscope;
using namespace otpscope::simulator;
using namespace std::chrono_literals;
using models::Json;

namespace {

const QByteArray sendPath("/failover-otp/otp/send-failover");
const QByteArray trackingPath("/failover-otp/otp/failover");
const QByteArray basicDemo("Basic ZGVtbzpkZW1v");

/// The service with a clock that tests move, and without sockets.
struct Fixture
{
    explicit Fixture(quint64 seed = 1, double speed = 1.0)
        : serviceClock(clock, clock.wallNow(), speed)
        , service(fixtures::catalogue(), fixtures::scenarioBook(), serviceClock,
                  {QStringLiteral("demo"), QStringLiteral("demo")}, 3600s, seed)
    {
        service.setScenario(fixtures::scenario(QStringLiteral("viber-expired-sms-delivered")));
        service.setChangeListener([this](const BookedFlow &flow, const Change &change) {
            changes.append(flow.callback.toString() + QLatin1Char(' ') +
                           fixtures::line(change.at, change.step, change.state));
        });
    }

    http::Response call(const QByteArray &method, const QByteArray &target,
                        const http::Headers &headers = {}, const QByteArray &body = {})
    {
        http::Request request;
        request.method = method;
        request.target = target;
        request.headers = headers;
        request.body = body;
        service.advance();
        return service.handle(readRequest(request, fixtures::catalogue())).response;
    }

    http::Response requestToken()
    {
        return call("POST", "/oauth/token", {{"Authorization", basicDemo}},
                    "grant_type=client_credentials");
    }

    QByteArray token()
    {
        return QByteArray::fromStdString(
            Json::parse(requestToken().body.toStdString()).at("access_token").get<std::string>());
    }

    http::Response callWithToken(const QByteArray &method, const QByteArray &target,
                                 const QByteArray &body = {})
    {
        return call(method, target, {{"authorization", "Bearer " + token()}}, body);
    }

    http::Response send(const Json &flow)
    {
        return callWithToken("POST", sendPath, models::compactJson(flow));
    }

    testsupport::FakeClock clock;
    ServiceClock serviceClock;
    SimulatorService service;
    QStringList changes;
};

/// Time passes with each look at it, as on a machine that is so busy that a call takes seconds.
class PassingClock final : public models::Clock
{
public:
    explicit PassingClock(std::chrono::milliseconds pace)
        : m_pace(pace)
    {}

    [[nodiscard]] models::Instant wallNow() const override { return m_fake.wallNow(); }
    [[nodiscard]] models::MonotonicInstant monotonicNow() const override
    {
        m_fake.advance(m_pace);
        return m_fake.monotonicNow();
    }

private:
    std::chrono::milliseconds m_pace;
    mutable testsupport::FakeClock m_fake;
};

Json bodyOf(const http::Response &response)
{
    return Json::parse(response.body.toStdString(), nullptr, false);
}

QByteArray headerOf(const http::Response &response, const QByteArray &name)
{
    const QByteArray *value = http::findHeader(response.headers, name);
    return value ? *value : QByteArray();
}

/// "/flow/0/ttl" for ["body", "flow", 0, "ttl"].
QStringList placesOf(const Json &validationBody)
{
    QStringList places;
    for (const Json &item : validationBody.at("detail")) {
        QString place;
        for (const Json &part : item.at("loc"))
            place +=
                QLatin1Char('/') + (part.is_string() ? models::toQString(part.get<std::string>())
                                                     : QString::number(part.get<int>()));
        places.append(place.mid(5));
    }
    return places;
}

} // namespace

class TestSimulatorService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void answersWithoutAToken_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("body");
        const QByteArray info = "{\"service\":\"otp-failover\",\"version\":\"" OTPSCOPE_VERSION
                                "\",\"status\":\"running\",\"health\":\"/health\"}";
        QTest::newRow("the bare address") << QByteArray("/") << info;
        QTest::newRow("the service") << QByteArray("/failover-otp") << info;
        QTest::newRow("the service with a slash") << QByteArray("/failover-otp/") << info;
        QTest::newRow("its health")
            << QByteArray("/failover-otp/health") << QByteArray(R"({"status":"ok"})");
    }

    void answersWithoutAToken()
    {
        QFETCH(const QByteArray, target);
        QFETCH(const QByteArray, body);
        Fixture fixture;
        const http::Response response = fixture.call("GET", target);
        QCOMPARE(response.status, 200);
        QCOMPARE(response.body, body);
        QCOMPARE(headerOf(response, "content-type"), QByteArray("application/json"));
    }

    void refusesOtherMethodsAndPaths_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("allow");
        const auto row = [](const char *method, const char *target, int status,
                            const char *allow = "") {
            QTest::addRow("%s %s", method, target)
                << QByteArray(method) << QByteArray(target) << status << QByteArray(allow);
        };
        row("GET", "/oauth/token", 405, "POST");
        row("GET", "/failover-otp/otp/send-failover", 405, "POST");
        row("DELETE", "/failover-otp/otp/failover/x", 405, "GET");
        row("POST", "/failover-otp/otp/failover", 405, "GET");
        row("POST", "/failover-otp/otp/templates", 405, "GET");
        row("PUT", "/failover-otp/health", 405, "GET");
        row("GET", "/failover-otp/otp", 404);
        row("GET", "/failover-otp/otp/failovers", 404);
        row("GET", "/favicon.ico", 404);
    }

    void refusesOtherMethodsAndPaths()
    {
        QFETCH(const QByteArray, method);
        QFETCH(const QByteArray, target);
        QFETCH(const int, status);
        QFETCH(const QByteArray, allow);
        Fixture fixture;
        const http::Response response = fixture.callWithToken(method, target);
        QCOMPARE(response.status, status);
        QCOMPARE(headerOf(response, "Allow"), allow);
        QVERIFY(bodyOf(response).at("detail").is_string());
    }

    void everyAnswerCarriesTheServiceClock()
    {
        Fixture fixture(1, 60.0);
        fixture.clock.advance(1500ms);
        const models::Instant expected = fixture.clock.wallNow() - 1500ms + 90s;
        for (const char *target : {"/", "/nowhere", "/oauth/token"}) {
            const http::Response response = fixture.call("GET", target);
            QCOMPARE(headerOf(response, "OtpScope-Service-Clock"),
                     models::serviceClockHeaderValue({expected, 60.0}));
        }
    }

    void takesCredentials_data()
    {
        QTest::addColumn<QByteArray>("authorization");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        const QByteArray path("/oauth/token");
        const QByteArray grant("grant_type=client_credentials");
        QTest::newRow("in a Basic header") << basicDemo << path << grant << 200;
        QTest::newRow("in a basic header in lower case")
            << QByteArray("basic ZGVtbzpkZW1v") << path << grant << 200;
        QTest::newRow("in the form")
            << QByteArray() << path << grant + "&client_id=demo&client_secret=demo" << 200;
        QTest::newRow("with the grant in the query")
            << basicDemo << path + "?" + grant << QByteArray() << 200;
        QTest::newRow("with a scope") << basicDemo << path << grant + "&scope=sms+failover" << 200;
        QTest::newRow("wrong secret")
            << QByteArray("Basic ZGVtbzp3cm9uZw==") << path << grant << 401;
        QTest::newRow("no colon") << QByteArray("Basic ZGVtbw==") << path << grant << 401;
        QTest::newRow("no base64") << QByteArray("Basic ###") << path << grant << 401;
        QTest::newRow("none at all") << QByteArray() << path << grant << 401;
        QTest::newRow("no grant") << basicDemo << path << QByteArray() << 400;
        QTest::newRow("another grant")
            << basicDemo << path << QByteArray("grant_type=password") << 400;
    }

    void takesCredentials()
    {
        QFETCH(const QByteArray, authorization);
        QFETCH(const QByteArray, target);
        QFETCH(const QByteArray, body);
        QFETCH(const int, status);
        Fixture fixture;
        http::Headers headers;
        if (!authorization.isEmpty())
            headers.emplace_back("Authorization", authorization);
        const http::Response response = fixture.call("POST", target, headers, body);
        QCOMPARE(response.status, status);
        QCOMPARE(bodyOf(response).contains("access_token"), status == 200);
    }

    void theTokenLivesOnTheServiceClock()
    {
        Fixture fixture(1, 60.0);
        const Json first = bodyOf(fixture.requestToken());
        QCOMPARE(first.at("expires_in").get<int>(), 3600);
        QCOMPARE(first.at("token_type").get<std::string>(), std::string("bearer"));
        QVERIFY(first.at("scope").is_string());
        QVERIFY(first.at("permissions").is_array());

        fixture.clock.advance(30s);
        const Json again = bodyOf(fixture.requestToken());
        QCOMPARE(again.at("access_token"), first.at("access_token"));
        QCOMPARE(again.at("expires_in").get<int>(), 1800);

        const QByteArray bearer =
            "Bearer " + QByteArray::fromStdString(first.at("access_token").get<std::string>());
        const auto list = [&] {
            return fixture.call("GET", trackingPath, {{"Authorization", bearer}}).status;
        };
        fixture.clock.advance(29'999ms);
        QCOMPARE(list(), 200);
        fixture.clock.advance(1ms);
        QCOMPARE(list(), 401);
        const Json next = bodyOf(fixture.requestToken());
        QVERIFY(next.at("access_token") != first.at("access_token"));
        QCOMPARE(next.at("expires_in").get<int>(), 3600);
        QCOMPARE(list(), 401);
    }

    void asksForAToken_data()
    {
        QTest::addColumn<QByteArray>("authorization");
        QTest::addColumn<int>("status");
        QTest::newRow("without a header") << QByteArray() << 403;
        QTest::newRow("with another scheme") << basicDemo << 403;
        QTest::newRow("with a token nobody issued") << QByteArray("Bearer nobody") << 401;
        QTest::newRow("with an empty token") << QByteArray("Bearer ") << 401;
    }

    void asksForAToken()
    {
        QFETCH(const QByteArray, authorization);
        QFETCH(const int, status);
        Fixture fixture;
        http::Headers headers;
        if (!authorization.isEmpty())
            headers.emplace_back("Authorization", authorization);
        for (const auto &[method, target] :
             {std::pair<const char *, const char *>{"POST", "/failover-otp/otp/send-failover"},
              {"GET", "/failover-otp/otp/failover"},
              {"GET", "/failover-otp/otp/failover/x"},
              {"GET", "/failover-otp/otp/templates"}}) {
            const http::Response response = fixture.call(method, target, headers);
            QCOMPARE(response.status, status);
            QVERIFY(bodyOf(response).at("detail").is_string());
        }
    }

    void theSendAnswerEchoesTheFlow()
    {
        Fixture fixture;
        const Json flow = fixtures::example(1);
        const Json answer = bodyOf(fixture.send(flow));
        QCOMPARE(answer.at("status").get<std::string>(), std::string("InProgress"));
        QCOMPARE(answer.at("type").get<std::string>(), std::string("Viber"));
        QCOMPARE(answer.at("createdAt").get<std::string>(),
                 models::toUtf8String(models::toIsoUtc(fixture.clock.wallNow())));
        Json echo = answer.at("flow");
        QVERIFY(echo.at(0).at("trackingId").is_string());
        echo.at(0).erase("trackingId");
        QCOMPARE(echo, flow.at("flow"));
    }

    void theSentStepIsTheOneWithTheLowestOrder()
    {
        Fixture fixture;
        Json flow = fixtures::example(1);
        flow["flow"][0]["order"] = 2;
        flow["flow"][1]["order"] = 1;
        const Json answer = bodyOf(fixture.send(flow));
        QCOMPARE(answer.at("type").get<std::string>(), std::string("Sms"));
        QVERIFY(!answer.at("flow").at(0).contains("trackingId"));
        QVERIFY(answer.at("flow").at(1).contains("trackingId"));
    }

    void aSingleStepIsAnsweredSucceeded()
    {
        Fixture fixture;
        Json flow = fixtures::example(1);
        flow["flow"].erase(1);
        QCOMPARE(bodyOf(fixture.send(flow)).at("status").get<std::string>(),
                 std::string("Succeeded"));
    }

    void aScenarioCanLetTheSendFail()
    {
        Fixture fixture;
        Scenario scenario;
        scenario.send = {false, 1, QStringLiteral("Insufficient balance")};
        fixture.service.setScenario(std::make_shared<const Scenario>(scenario));
        const http::Response response = fixture.send(fixtures::example(1));
        QCOMPARE(response.status, 200);
        const Json answer = bodyOf(response);
        QVERIFY(answer.at("flowId").is_null());
        QVERIFY(answer.at("type").is_null());
        QCOMPARE(answer.at("status").get<std::string>(), std::string("Failed"));
        QCOMPARE(answer.at("statusCode").get<int>(), 1);
        QCOMPARE(answer.at("error").get<std::string>(), std::string("Insufficient balance"));
        QCOMPARE(fixture.service.nextEventAt(), std::nullopt);
    }

    void eachMissingFieldIsNamed_data()
    {
        QTest::addColumn<int>("example");
        QTest::addColumn<QString>("pointer");
        const auto row = [](int example, const QByteArray &pointer) {
            QTest::addRow("example %d without %s", example, pointer.constData())
                << example << QString::fromLatin1(pointer);
        };
        for (const char *field : {"type", "to", "order", "ttl"}) {
            row(1, QByteArray("/flow/0/") + field);
            row(1, QByteArray("/flow/1/") + field);
        }
        for (const char *field : {"senderInfoTrackingId", "templateId", "pin"})
            row(1, QByteArray("/flow/0/") + field);
        for (const char *field : {"businessName", "validityTime"})
            row(2, QByteArray("/flow/0/") + field);
        for (const char *field : {"pinType", "validityTime"})
            row(3, QByteArray("/flow/0/") + field);
        row(1, "/flow/1/message");
        row(1, "/flow/1/message/body");
        row(1, "/callback/url");
        row(1, "/flow");
    }

    void eachMissingFieldIsNamed()
    {
        QFETCH(const int, example);
        QFETCH(const QString, pointer);
        Fixture fixture;
        Json flow = fixtures::example(example);
        const models::JsonPointer place(models::toUtf8String(pointer));
        flow.at(place.parent_pointer()).erase(place.back());
        const http::Response response = fixture.send(flow);
        QCOMPARE(response.status, 422);
        const Json body = bodyOf(response);
        QVERIFY2(placesOf(body).contains(pointer), response.body.constData());
        const Json &item =
            body.at("detail").at(static_cast<size_t>(placesOf(body).indexOf(pointer)));
        QCOMPARE(item.at("type").get<std::string>(), std::string("missing"));
        QCOMPARE(item.at("msg").get<std::string>(), std::string("Field required"));
        QCOMPARE(item.at("input"), flow.at(place.parent_pointer()));
    }

    void aWrongValueIsNamed()
    {
        Fixture fixture;
        Json flow = fixtures::example(1);
        flow["flow"][0]["pin"] = "123";
        const http::Response response = fixture.send(flow);
        QCOMPARE(response.status, 422);
        const Json item = bodyOf(response).at("detail").at(0);
        QCOMPARE(placesOf(bodyOf(response)), QStringList{QStringLiteral("/flow/0/pin")});
        QCOMPARE(item.at("type").get<std::string>(), std::string("value_error"));
        QCOMPARE(item.at("input").get<std::string>(), std::string("123"));
    }

    void aBodyThatIsNoFlowIs422_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("flow=1");
        QTest::newRow("a list") << QByteArray("[]");
        QTest::newRow("null") << QByteArray("null");
        QTest::newRow("an empty object") << QByteArray("{}");
        QTest::newRow("a flow without steps") << QByteArray(R"({"flow":[]})");
        QTest::newRow("steps that are texts") << QByteArray(R"({"flow":["a","b"]})");
        QTest::newRow("a flow that is an object") << QByteArray(R"({"flow":{"a":1}})");
        QTest::newRow("a step of an unknown type")
            << QByteArray(R"({"flow":[{"type":"Voice","to":"306971234567","order":1,"ttl":1}]})");
    }

    void aBodyThatIsNoFlowIs422()
    {
        QFETCH(const QByteArray, body);
        Fixture fixture;
        const http::Response response = fixture.callWithToken("POST", sendPath, body);
        QCOMPARE(response.status, 422);
        QVERIFY(!bodyOf(response).at("detail").empty());
        QVERIFY(bodyOf(response).at("detail").is_array());
    }

    void trackingShowsTheStateOfTheMoment()
    {
        Fixture fixture;
        const Json sent = bodyOf(fixture.send(fixtures::example(1)));
        const QByteArray flowId = QByteArray::fromStdString(sent.at("flowId").get<std::string>());
        const QByteArray viberId =
            QByteArray::fromStdString(sent.at("flow").at(0).at("trackingId").get<std::string>());

        Json state = bodyOf(fixture.callWithToken("GET", trackingPath + "/" + flowId));
        QCOMPARE(state.at("steps").size(), 1U);
        QCOMPARE(state.at("status").get<std::string>(), std::string("InProgress"));
        QVERIFY(state.at("statusCode").is_null());

        fixture.clock.advance(304s);
        state = bodyOf(fixture.callWithToken("GET", trackingPath + "/" + flowId));
        QCOMPARE(state.at("status").get<std::string>(), std::string("Succeeded"));
        QCOMPARE(state.at("total_cost").dump(), std::string("0.0468"));
        const Json &viber = state.at("steps").at(0);
        const Json &sms = state.at("steps").at(1);
        QCOMPARE(viber.at("role").get<std::string>(), std::string("primary"));
        QCOMPARE(viber.at("detailed_status").get<std::string>(), std::string("TTL Expired"));
        QCOMPARE(viber.at("phone_number").get<std::string>(), std::string("306971234567"));
        QCOMPARE(viber.at("price").dump(), std::string("0.0093"));
        QCOMPARE(sms.at("role").get<std::string>(), std::string("failover"));
        QCOMPARE(sms.at("failover_from_message_token"), viber.at("trackingId"));
        QCOMPARE(sms.at("latency_ms").get<int>(), 4000);
        QVERIFY(sms.at("delivered_at").is_string());
        for (const Json &step : state.at("steps"))
            QVERIFY(!step.contains("pin"));

        const QByteArray smsId = QByteArray::fromStdString(sms.at("trackingId").get<std::string>());
        const QByteArray byFlow = fixture.callWithToken("GET", trackingPath + "/" + flowId).body;
        QCOMPARE(fixture.callWithToken("GET", trackingPath + "/" + viberId).body, byFlow);
        QCOMPARE(fixture.callWithToken("GET", trackingPath + "/" + smsId).body, byFlow);
        QCOMPARE(fixture.callWithToken("GET", trackingPath + "/unknown").status, 404);
    }

    void anAnswerSaysNoLaterTimeThanThatOfItsState_data()
    {
        QTest::addColumn<int>("seconds");
        for (const int seconds : {3, 7, 11, 13, 17})
            QTest::addRow("each look at the clock takes %d s", seconds) << seconds;
    }

    void anAnswerSaysNoLaterTimeThanThatOfItsState()
    {
        QFETCH(const int, seconds);
        const PassingClock clock{std::chrono::seconds(seconds)};
        const ServiceClock serviceClock(clock, clock.wallNow(), 1.0);
        SimulatorService service(fixtures::catalogue(), fixtures::scenarioBook(), serviceClock, {},
                                 3600s, 1);
        service.setScenario(fixtures::scenario(QStringLiteral("viber-expired-sms-delivered")));
        models::Instant changedAt{};
        service.setChangeListener([&changedAt](const BookedFlow &, const Change &change) {
            if (change.state.steps.size() == 1)
                changedAt = change.at;
        });
        const auto call = [&service](const QByteArray &method, const QByteArray &target,
                                     const QByteArray &authorization, const QByteArray &body) {
            http::Request request;
            request.method = method;
            request.target = target;
            request.headers = {{"Authorization", authorization}};
            request.body = body;
            return service.handle(readRequest(request, fixtures::catalogue())).response;
        };
        const Json granted =
            bodyOf(call("POST", "/oauth/token", "Basic Og==", "grant_type=client_credentials"));
        const QByteArray bearer =
            "Bearer " + QByteArray::fromStdString(granted.at("access_token").get<std::string>());
        const Json sent =
            bodyOf(call("POST", sendPath, bearer, models::compactJson(fixtures::example(1))));
        const QByteArray tracking =
            trackingPath + '/' + QByteArray::fromStdString(sent.at("flowId").get<std::string>());

        std::vector<models::Instant> saidBeforeTheChange;
        bool hasExpired = false;
        for (int i = 0; i < 200 && !hasExpired; ++i) {
            const http::Response answer = call("GET", tracking, bearer, {});
            hasExpired = answer.body.contains("EXPIRED");
            const auto reading =
                models::readServiceClock("HTTP/1.1 200 OK\r\nOtpScope-Service-Clock: " +
                                         headerOf(answer, "OtpScope-Service-Clock"));
            QVERIFY(reading);
            if (!hasExpired)
                saidBeforeTheChange.push_back(reading->at);
        }
        QVERIFY(hasExpired);
        QVERIFY(!saidBeforeTheChange.empty());
        for (const models::Instant said : saidBeforeTheChange)
            QVERIFY(said < changedAt);
    }

    void changesAreReportedInServiceTimeOrder()
    {
        Fixture fixture;
        (void)fixture.send(fixtures::example(1));
        QCOMPARE(fixture.changes, QStringList());
        fixture.clock.advance(1h);
        fixture.service.advance();
        const QString url = QStringLiteral("https://your-app.com/otp-events ");
        QCOMPARE(fixture.changes,
                 (QStringList{url + QLatin1String("+300 #1 viber EXPIRED, InProgress"),
                              url + QLatin1String("+300 #2 sms Queued, InProgress"),
                              url + QLatin1String("+301 #2 sms Sent, InProgress"),
                              url + QLatin1String("+304 #2 sms Delivered, Succeeded")}));
    }

    void theScenarioOfAFlowIsTheOneOfItsSending()
    {
        Fixture fixture;
        Json flow = fixtures::example(1);
        flow.erase("callback");
        (void)fixture.send(flow);
        fixture.service.setScenario(fixtures::scenario(QStringLiteral("viber-delivered-seen")));
        (void)fixture.send(flow);
        fixture.clock.advance(300s);
        fixture.service.advance();
        QCOMPARE(fixture.changes, (QStringList{QStringLiteral(" +3 #1 viber DELIVERED, Succeeded"),
                                               QStringLiteral(" +9 #1 viber SEEN, Succeeded"),
                                               QStringLiteral(" +300 #1 viber EXPIRED, InProgress"),
                                               QStringLiteral(" +300 #2 sms Queued, InProgress")}));
    }

    void aFlowChoosesItsScenario_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QString>("label");
        QTest::addColumn<QString>("recipient");
        QTest::addColumn<QString>("expected");
        const QString plain = QStringLiteral("+306971234567");
        const QString seen = QStringLiteral("viber SEEN, Succeeded");
        const QString failed = QStringLiteral("viber FAILED, InProgress");
        const QString expired = QStringLiteral("viber EXPIRED, InProgress");
        QTest::newRow("nothing said: the simulator's")
            << QByteArray() << QString() << plain << expired;
        QTest::newRow("by its header")
            << QByteArray("viber-seen-at-once") << QString() << plain << seen;
        QTest::newRow("by a label")
            << QByteArray() << QStringLiteral("scenario:viber-seen-at-once") << plain << seen;
        QTest::newRow("by the recipient's last digits")
            << QByteArray() << QString() << QStringLiteral("+306971999010") << seen;
        QTest::newRow("the header before the label")
            << QByteArray("viber-failed-sms-delivered")
            << QStringLiteral("scenario:viber-seen-at-once") << plain << failed;
        QTest::newRow("the label before the recipient")
            << QByteArray() << QStringLiteral("scenario:viber-failed-sms-delivered")
            << QStringLiteral("+306971999010") << failed;
        QTest::newRow("an unknown header")
            << QByteArray("none") << QString() << plain << QStringLiteral("/OtpScope-Scenario");
        QTest::newRow("an unknown label") << QByteArray() << QStringLiteral("scenario:none")
                                          << plain << QStringLiteral("/flow/0/label");
    }

    void aFlowChoosesItsScenario()
    {
        QFETCH(const QByteArray, header);
        QFETCH(const QString, label);
        QFETCH(const QString, recipient);
        QFETCH(const QString, expected);
        Fixture fixture;
        Json flow = fixtures::example(1);
        flow["flow"][0]["to"] = models::toUtf8String(recipient);
        if (!label.isEmpty())
            flow["flow"][0]["label"] = models::toUtf8String(label);
        http::Headers headers{{"authorization", "Bearer " + fixture.token()}};
        if (!header.isEmpty())
            headers.emplace_back("otpscope-scenario", header);
        const http::Response response =
            fixture.call("POST", sendPath, headers, models::compactJson(flow));
        if (response.status == 422) {
            const Json location = bodyOf(response).at("detail").at(0).at("loc");
            QVERIFY(expected.endsWith(models::toQString(location.back().get<std::string>())));
            return;
        }
        fixture.clock.advance(300s);
        fixture.service.advance();
        QVERIFY2(fixture.changes.front().endsWith(expected), qPrintable(fixture.changes.front()));
    }

    void aLongSmsIsBilledByThePart()
    {
        Fixture fixture;
        Json flow = fixtures::example(1);
        flow["flow"] = Json::array({flow["flow"][1]});
        flow["flow"][0]["message"]["body"] = std::string(161, 'x');
        const Json sent = bodyOf(fixture.send(flow));
        const Json state = bodyOf(fixture.callWithToken(
            "GET",
            trackingPath + "/" + QByteArray::fromStdString(sent.at("flowId").get<std::string>())));
        QCOMPARE(state.at("total_cost").get<double>(), 0.075);
    }

    void aFlowWithTooManyStepsIsRefusedAtOnce()
    {
        Fixture fixture;
        Json flow = fixtures::example(1);
        const Json step = flow["flow"][1];
        for (int i = 0; i < 10'000; ++i)
            flow["flow"].push_back(step);
        const http::Response response = fixture.send(flow);
        QCOMPARE(response.status, 422);
        QCOMPARE(placesOf(bodyOf(response)), QStringList{QStringLiteral("/flow")});
    }

    void theListFiltersAndPages_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<int>("total");
        QTest::addColumn<int>("results");
        QTest::newRow("everything") << QByteArray("") << 3 << 3;
        QTest::newRow("by label") << QByteArray("?tag=login-otp") << 1 << 1;
        QTest::newRow("by number with plus")
            << QByteArray("?phone_number=%2B306971234567") << 2 << 2;
        QTest::newRow("by number without") << QByteArray("?phone_number=306970000000") << 1 << 1;
        QTest::newRow("by status, whatever its case") << QByteArray("?status=inprogress") << 3 << 3;
        QTest::newRow("by another status") << QByteArray("?status=Failed") << 0 << 0;
        QTest::newRow("by an unknown flow") << QByteArray("?flow_id=x") << 0 << 0;
        QTest::newRow("the first page") << QByteArray("?limit=2") << 3 << 2;
        QTest::newRow("the second page") << QByteArray("?limit=2&offset=2") << 3 << 1;
        QTest::newRow("behind the end") << QByteArray("?offset=99") << 3 << 0;
        QTest::newRow("a limit in words") << QByteArray("?limit=all") << -1 << 0;
        QTest::newRow("a negative offset") << QByteArray("?offset=-1") << -1 << 0;
    }

    void theListFiltersAndPages()
    {
        QFETCH(const QByteArray, query);
        QFETCH(const int, total);
        QFETCH(const int, results);
        Fixture fixture;
        for (const int example : {1, 2, 3}) {
            Json flow = fixtures::example(example);
            if (example == 3) {
                flow["flow"][0]["to"] = "+306970000000";
                flow["flow"][1]["to"] = "306970000000";
            }
            QCOMPARE(fixture.send(flow).status, 200);
        }
        const http::Response response = fixture.callWithToken("GET", trackingPath + query);
        if (total < 0) {
            QCOMPARE(response.status, 422);
            return;
        }
        const Json list = bodyOf(response);
        QCOMPARE(list.at("total").get<int>(), total);
        QCOMPARE(static_cast<int>(list.at("results").size()), results);
    }

    void theTemplatesAreThoseOfTheCatalogue()
    {
        Fixture fixture;
        const Json list = bodyOf(fixture.callWithToken("GET", "/failover-otp/otp/templates"));
        QCOMPARE(list.at("templates").size(), fixtures::catalogue().templateTypes().size());
        QCOMPARE(list.at("templates").at(0).at("templateId").get<std::string>(),
                 models::toUtf8String(fixtures::catalogue().templateTypes().front().templateId));
    }

    void theSameSeedGivesTheSameBytes()
    {
        const auto story = [](quint64 seed) {
            Fixture fixture(seed);
            QByteArrayList bytes{fixture.requestToken().body};
            for (const int example : {1, 2})
                bytes.append(fixture.send(fixtures::example(example)).body);
            fixture.clock.advance(700s);
            bytes.append(fixture.callWithToken("GET", trackingPath).body);
            return bytes.join('\n');
        };
        QCOMPARE(story(7), story(7));
        QVERIFY(story(7) != story(8));
    }
};

QTEST_GUILESS_MAIN(TestSimulatorService)
#include "tst_simulatorservice.moc"
