// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/serviceaccess.h"
#include "app/client/serviceclient.h"
#include "tests/support/fakeclock.h"
#include "tests/support/scriptedserver.h"

#include <QNetworkProxyFactory>
#include <QRegularExpression>
#include <QTest>

#include <memory>
#include <optional>

using namespace otpscope;
using namespace otpscope::client;
using models::FlowId;
using models::Observation;
using models::TransportProblem;
using testsupport::FakeClock;
using testsupport::ScriptedAnswer;
using testsupport::ScriptedServer;

Q_DECLARE_METATYPE(otpscope::testsupport::ScriptedAnswer)

namespace {

bool isTokenRequest(const QByteArray &request)
{
    return request.startsWith("POST /oauth/token ");
}

ScriptedAnswer tokenAnswer(const QByteArray &token, const QByteArray &expiresIn = "3600")
{
    return ScriptedAnswer::json("{\"access_token\":\"" + token
                                + "\",\"token_type\":\"bearer\",\"expires_in\":" + expiresIn + "}");
}

/// A token for whoever asks; `answer` for everything else.
ScriptedServer::Script serviceThatAnswers(const ScriptedAnswer &answer)
{
    return [answer](const QByteArray &request) {
        return isTokenRequest(request) ? tokenAnswer("t-1") : answer;
    };
}

Endpoint endpointAt(const ScriptedServer &server)
{
    return {server.address(QStringLiteral("/failover-otp")),
            server.address(QStringLiteral("/oauth/token")), QStringLiteral("demo"),
            QStringLiteral("s3cret")};
}

/// What became of one call; empty while it is under way.
using Seen = std::shared_ptr<std::optional<Observation>>;

ServiceClient::Completion into(const Seen &seen)
{
    return [seen](const Observation &observation) { *seen = observation; };
}

Seen send(ServiceClient &client, const QByteArray &text = "{\"flow\":[]}")
{
    auto seen = std::make_shared<std::optional<Observation>>();
    client.send(text, into(seen));
    return seen;
}

Seen poll(ServiceClient &client, const QString &id = QStringLiteral("flow-1"))
{
    auto seen = std::make_shared<std::optional<Observation>>();
    client.poll(FlowId(id), into(seen));
    return seen;
}

QByteArrayList firstLines(const QByteArrayList &requests)
{
    QByteArrayList lines;
    for (const QByteArray &request : requests)
        lines.append(request.left(request.indexOf(" HTTP/")));
    return lines;
}

} // namespace

class TestServiceClient final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    // What goes out.
    void theTokenIsAskedForAsTheServiceWantsIt();
    void aScopeNarrowsTheToken();
    void aSendCarriesTheBytesAndTheToken();
    void listsAreAskedForAtTheirAddresses();
    void aPollNamesTheFlow_data();
    void aPollNamesTheFlow();
    void theObservationHoldsBothHalvesWithoutTheToken();

    // Token.
    void oneTokenServesAllWhoWait();
    void aRefusedTokenIsRenewedOnce_data();
    void aRefusedTokenIsRenewedOnce();
    void allWhoWereRefusedShareOneRenewal();
    void theTokenIsKeptAsLongAsItLasts_data();
    void theTokenIsKeptAsLongAsItLasts();
    void aTokenIsRenewedByEitherClock_data();
    void aTokenIsRenewedByEitherClock();
    void clientsOfOneAccessShareTokenAndConnections();
    void whoLeavesDoesNotEndTheTokenOthersWaitFor();
    void withoutATokenNothingIsSent_data();
    void withoutATokenNothingIsSent();

    // Connections.
    void pollsKeepTheirConnection();
    void manyAtOnceOpenNoMoreThanTheyNeed();
    void aKeptConnectionThatWasClosedIsNoError();
    void theBookHandsOutOneAccessForOneEndpoint();

    // What can go wrong.
    void eachAnswerIsJudged_data();
    void eachAnswerIsJudged();
    void aRefusedConnectionIsSaid();
    void aPostIsNeverSentTwice_data();
    void aPostIsNeverSentTwice();
    void aRedirectIsNotFollowed_data();
    void aRedirectIsNotFollowed();
    void aHugeAnswerIsStoppedAtTheCap_data();
    void aHugeAnswerIsStoppedAtTheCap();
    void theDeadlineIsForTheWholeCall_data();
    void theDeadlineIsForTheWholeCall();
    void noTokenLeavesBeforeTls();
    void loopbackIsNotProxied();
    void cancelEndsWhatIsUnderWay();
    void destroyingTheClientCallsNobodyBack();
    void aCompletionMayDestroyTheClient();

private:
    FakeClock m_clock;
};

void TestServiceClient::theTokenIsAskedForAsTheServiceWantsIt()
{
    ScriptedServer server(serviceThatAnswers(ScriptedAnswer::json("{}")));
    ServiceClient client(endpointAt(server), {}, m_clock);
    QCOMPARE(client.tokenStatus().state, TokenStatus::State::None);
    const Seen seen = poll(client);
    QCOMPARE(client.tokenStatus().state, TokenStatus::State::Requested);
    QTRY_VERIFY(*seen);
    const QByteArray request = server.requests().first();
    QVERIFY(request.startsWith("POST /oauth/token HTTP/1.1\r\n"));
    QVERIFY(request.contains("\r\nAuthorization: Basic ZGVtbzpzM2NyZXQ=\r\n"));
    QVERIFY(request.contains("\r\nContent-Type: application/x-www-form-urlencoded\r\n"));
    QVERIFY(request.endsWith("\r\n\r\ngrant_type=client_credentials"));
    QCOMPARE(client.tokenStatus().state, TokenStatus::State::Valid);
    QCOMPARE(client.tokenStatus().validUntil, m_clock.wallNow() + std::chrono::hours{1});
}

void TestServiceClient::aScopeNarrowsTheToken()
{
    const ScriptedServer server(serviceThatAnswers(ScriptedAnswer::json("{}")));
    Endpoint endpoint = endpointAt(server);
    endpoint.scope = QStringLiteral("sms failover&x=1");
    ServiceClient client(endpoint, {}, m_clock);
    const Seen seen = poll(client);
    QTRY_VERIFY(*seen);
    QVERIFY(server.requests().first().endsWith(
        "\r\n\r\ngrant_type=client_credentials&scope=sms%20failover%26x%3D1"));
}

void TestServiceClient::aSendCarriesTheBytesAndTheToken()
{
    ScriptedServer server(serviceThatAnswers(ScriptedAnswer::json("{}")));
    ServiceClient client(endpointAt(server), {}, m_clock);
    const QByteArray text = "{ \"flow\" : [ ] ,\n\t\"odd\": 1.10 }\n";
    const Seen seen = send(client, text);
    QTRY_VERIFY(*seen);
    QCOMPARE(server.requests().size(), 2);
    const QByteArray request = server.requests().at(1);
    QVERIFY(request.startsWith("POST /failover-otp/otp/send-failover HTTP/1.1\r\n"));
    QVERIFY(request.contains("\r\nAuthorization: Bearer t-1\r\n"));
    QVERIFY(request.contains("\r\nContent-Type: application/json\r\n"));
    QVERIFY(request.contains("\r\nAccept-Encoding: identity\r\n"));
    QVERIFY(request.endsWith("\r\n\r\n" + text));
}

void TestServiceClient::listsAreAskedForAtTheirAddresses()
{
    const ScriptedServer server(serviceThatAnswers(ScriptedAnswer::json("{\"results\":[]}")));
    ServiceClient client(endpointAt(server), {}, m_clock);
    const auto seen = std::make_shared<std::optional<Observation>>();
    client.list({}, into(seen));
    QTRY_VERIFY(*seen);
    models::DeliveryQuery query{QStringLiteral("Failed"), QStringLiteral("a&b=c"),
                                QStringLiteral("+30697"), FlowId(QStringLiteral("f#1")), 10, 20};
    const auto second = std::make_shared<std::optional<Observation>>();
    client.list(query, into(second));
    QTRY_VERIFY(*second);
    const auto third = std::make_shared<std::optional<Observation>>();
    client.templates(into(third));
    QTRY_VERIFY(*third);
    const auto fourth = std::make_shared<std::optional<Observation>>();
    client.balance(into(fourth));
    QTRY_VERIFY(*fourth);
    QCOMPARE(firstLines(server.requests()).mid(3),
             (QByteArrayList{"GET /failover-otp/otp/templates", "GET /accounts/me/balance"}));
    QCOMPARE(firstLines(server.requests()).mid(1, 2),
             (QByteArrayList{"GET /failover-otp/otp/failover?limit=25&offset=0",
                             "GET /failover-otp/otp/failover?status=Failed&tag=a%26b%3Dc&"
                             "phone_number=%2B30697&flow_id=f%231&limit=10&offset=20"}));
}

void TestServiceClient::aPollNamesTheFlow_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("an ordinary id") << QStringLiteral("2f9c-1") << QByteArray("2f9c-1");
    QTest::newRow("an id that would lead elsewhere")
        << QStringLiteral("../../x?y#z%41 ü") << QByteArray("..%2F..%2Fx%3Fy%23z%2541%20%C3%BC");
}

void TestServiceClient::aPollNamesTheFlow()
{
    QFETCH(QString, id);
    QFETCH(QByteArray, line);
    ScriptedServer server(serviceThatAnswers(ScriptedAnswer::json("{}")));
    ServiceClient client(endpointAt(server), {}, m_clock);
    const Seen seen = poll(client, id);
    QTRY_VERIFY(*seen);
    QCOMPARE(firstLines(server.requests()).last(), "GET /failover-otp/otp/failover/" + line);
}

void TestServiceClient::theObservationHoldsBothHalvesWithoutTheToken()
{
    ScriptedServer server([this](const QByteArray &request) {
        m_clock.advance(std::chrono::milliseconds{250});
        return isTokenRequest(request)
                   ? tokenAnswer("t-1")
                   : ScriptedAnswer::json("{\"a\": 1}\n", 200, "X-Twice: 1\r\nX-Twice: 2\r\n");
    });
    ServiceClient client(endpointAt(server), {}, m_clock);
    const models::Instant begin = m_clock.wallNow();
    const Seen seen = send(client, "{\"flow\":[1]}");
    QTRY_VERIFY(*seen);
    const Observation &observation = **seen;
    QCOMPARE(observation.source, models::ObservationSource::Send);
    QVERIFY(!observation.id.isStored());
    QVERIFY(observation.run.isEmpty());
    QCOMPARE(observation.problem, TransportProblem::None);
    QCOMPARE(observation.startedAt, begin + std::chrono::milliseconds{250});
    QCOMPARE(observation.arrivedAt, begin + std::chrono::milliseconds{500});
    const models::Exchange &exchange = observation.exchange;
    QVERIFY(exchange.requestHead.startsWith(
        "POST /failover-otp/otp/send-failover HTTP/1.1\r\nHost: 127.0.0.1:"));
    QVERIFY(exchange.requestHead.contains("\r\nAuthorization: ***\r\n"));
    QVERIFY(exchange.requestHead.endsWith("\r\nContent-Length: 12\r\n\r\n"));
    QVERIFY(!exchange.requestHead.contains("t-1"));
    QCOMPARE(exchange.requestBody, QByteArray("{\"flow\":[1]}"));
    QVERIFY(exchange.answerHead.startsWith("HTTP/1.1 200 Scripted\r\n"));
    QVERIFY(exchange.answerHead.contains("\r\nContent-Type: application/json\r\n"));
    QVERIFY(exchange.answerHead.endsWith("\r\n\r\n"));
    QCOMPARE(exchange.answerBody, QByteArray("{\"a\": 1}\n"));
    QCOMPARE(exchange.answerStatus, 200);
}

void TestServiceClient::oneTokenServesAllWhoWait()
{
    ScriptedServer server(serviceThatAnswers(ScriptedAnswer::json("{}")));
    ServiceClient client(endpointAt(server), {}, m_clock);
    QList<Seen> all;
    for (int count = 0; count < 5; ++count)
        all.append(count % 2 == 0 ? send(client) : poll(client));
    for (const Seen &seen : all)
        QTRY_VERIFY(*seen);
    const Seen later = poll(client);
    QTRY_VERIFY(*later);
    QCOMPARE(server.count("POST /oauth/token "), 1);
    QCOMPARE(server.requests().size(), 7);
}

void TestServiceClient::aRefusedTokenIsRenewedOnce_data()
{
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("second");
    QTest::newRow("401, then accepted") << 401 << 200;
    QTest::newRow("403, then accepted") << 403 << 200;
    QTest::newRow("401 twice: the answer stands") << 401 << 401;
    QTest::newRow("403 twice: the answer stands") << 403 << 403;
    QTest::newRow("401, then an error of another kind") << 401 << 500;
}

void TestServiceClient::aRefusedTokenIsRenewedOnce()
{
    QFETCH(int, first);
    QFETCH(int, second);
    int tokens = 0;
    QList<int> statuses{second, first};
    ScriptedServer server([&](const QByteArray &request) {
        return isTokenRequest(request)
                   ? tokenAnswer("t-" + QByteArray::number(++tokens))
                   : ScriptedAnswer::json("{\"detail\":\"no\"}", statuses.takeLast(),
                                          "WWW-Authenticate: Basic realm=\"x\"\r\n");
    });
    ServiceClient client(endpointAt(server), {}, m_clock);
    const Seen seen = send(client);
    QTRY_VERIFY(*seen);
    QCOMPARE((*seen)->exchange.answerStatus, second);
    QCOMPARE((*seen)->problem, TransportProblem::None);
    QCOMPARE(firstLines(server.requests()),
             (QByteArrayList{"POST /oauth/token", "POST /failover-otp/otp/send-failover",
                             "POST /oauth/token", "POST /failover-otp/otp/send-failover"}));
    QVERIFY(server.requests().at(1).contains("Bearer t-1\r\n"));
    QVERIFY(server.requests().at(3).contains("Bearer t-2\r\n"));
}

void TestServiceClient::allWhoWereRefusedShareOneRenewal()
{
    int tokens = 0;
    ScriptedServer server([&](const QByteArray &request) {
        if (isTokenRequest(request))
            return tokenAnswer("t-" + QByteArray::number(++tokens));
        return ScriptedAnswer::json("{}", request.contains("Bearer t-1\r\n") ? 401 : 200);
    });
    ServiceClient client(endpointAt(server), {}, m_clock);
    const QList<Seen> all{poll(client), poll(client), poll(client)};
    for (const Seen &seen : all) {
        QTRY_VERIFY(*seen);
        QCOMPARE((*seen)->exchange.answerStatus, 200);
    }
    QCOMPARE(tokens, 2);
    QCOMPARE(server.count("GET "), 6);
}

void TestServiceClient::theTokenIsKeptAsLongAsItLasts_data()
{
    QTest::addColumn<QByteArray>("expiresIn");
    QTest::addColumn<int>("secondsLater");
    QTest::addColumn<int>("tokens");
    QTest::newRow("an hour, after 59 minutes") << QByteArray("3600") << 3540 << 1;
    QTest::newRow("an hour, just before its end") << QByteArray("3600") << 3571 << 2;
    QTest::newRow("what remains of an hour") << QByteArray("630") << 640 << 2;
    QTest::newRow("five seconds, at once") << QByteArray("5") << 0 << 1;
    QTest::newRow("five seconds, later") << QByteArray("5") << 5 << 2;
    QTest::newRow("twenty years") << QByteArray("631139040") << 1'000'000 << 1;
    QTest::newRow("a number as text") << QByteArray("\"3600\"") << 3590 << 2;
    QTest::newRow("zero is no sense: kept until refused") << QByteArray("0") << 10 << 1;
    QTest::newRow("negative is no sense") << QByteArray("-5") << 10 << 1;
    QTest::newRow("text is no sense") << QByteArray("\"soon\"") << 10 << 1;
    QTest::newRow("10^12 is no sense") << QByteArray("1000000000000") << 10 << 1;
    QTest::newRow("null is no sense") << QByteArray("null") << 10 << 1;
}

void TestServiceClient::theTokenIsKeptAsLongAsItLasts()
{
    QFETCH(QByteArray, expiresIn);
    QFETCH(int, secondsLater);
    QFETCH(int, tokens);
    ScriptedServer server([&](const QByteArray &request) {
        return isTokenRequest(request) ? tokenAnswer("t", expiresIn) : ScriptedAnswer::json("{}");
    });
    ServiceClient client(endpointAt(server), {}, m_clock);
    const Seen first = poll(client);
    QTRY_VERIFY(*first);
    m_clock.advance(std::chrono::seconds{secondsLater});
    const Seen second = poll(client);
    QTRY_VERIFY(*second);
    QCOMPARE(server.count("POST /oauth/token "), tokens);
    QCOMPARE(server.count("GET "), 2);
}

void TestServiceClient::aTokenIsRenewedByEitherClock_data()
{
    QTest::addColumn<int>("wallSeconds");
    QTest::addColumn<int>("bothSeconds");
    QTest::addColumn<int>("tokens");
    QTest::newRow("asleep for an hour: the monotonic clock stood still") << 3600 << 0 << 2;
    QTest::newRow("set back an hour: nothing has run out") << -3600 << 0 << 1;
    QTest::newRow("set back an hour, and the token has run out") << -3600 << 3600 << 2;
    QTest::newRow("set ahead a little") << 60 << 0 << 1;
}

void TestServiceClient::aTokenIsRenewedByEitherClock()
{
    QFETCH(int, wallSeconds);
    QFETCH(int, bothSeconds);
    QFETCH(int, tokens);
    const ScriptedServer server(serviceThatAnswers(ScriptedAnswer::json("{}")));
    ServiceClient client(endpointAt(server), {}, m_clock);
    const Seen first = poll(client);
    QTRY_VERIFY(*first);
    m_clock.setWall(m_clock.wallNow() + std::chrono::seconds{wallSeconds});
    m_clock.advance(std::chrono::seconds{bothSeconds});
    const Seen second = poll(client);
    QTRY_VERIFY(*second);
    QCOMPARE((*second)->exchange.answerStatus, 200);
    QCOMPARE(server.count("POST /oauth/token "), tokens);
}

void TestServiceClient::clientsOfOneAccessShareTokenAndConnections()
{
    const ScriptedServer server(serviceThatAnswers(ScriptedAnswer::json("{}")));
    const auto access =
        std::make_shared<ServiceAccess>(endpointAt(server), ClientLimits{}, m_clock);
    std::vector<std::unique_ptr<ServiceClient>> clients;
    for (int count = 0; count < 20; ++count)
        clients.push_back(std::make_unique<ServiceClient>(access));
    QList<Seen> together;
    for (const auto &client : clients)
        together.append(poll(*client));
    for (const Seen &seen : together)
        QTRY_VERIFY(*seen);
    const int connections = server.connectionCount();
    QVERIFY2(connections <= 1 + 20, qPrintable(QString::number(connections)));
    for (const auto &client : clients) {
        const Seen seen = poll(*client);
        QTRY_VERIFY(*seen);
        QCOMPARE(client->tokenStatus().state, TokenStatus::State::Valid);
    }
    QCOMPARE(server.count("GET "), 40);
    QCOMPARE(server.count("POST /oauth/token "), 1);
    QCOMPARE(server.connectionCount(), connections);
}

void TestServiceClient::whoLeavesDoesNotEndTheTokenOthersWaitFor()
{
    bool isMute = true;
    ScriptedServer server([&isMute](const QByteArray &request) {
        if (isTokenRequest(request))
            return isMute ? ScriptedAnswer::silence() : tokenAnswer("t-1");
        return ScriptedAnswer::json("{}");
    });
    const auto access =
        std::make_shared<ServiceAccess>(endpointAt(server), ClientLimits{}, m_clock);
    ServiceClient leaving(access);
    ServiceClient staying(access);
    const Seen left = send(leaving);
    const Seen stayed = send(staying);
    QTRY_COMPARE(server.count("POST /oauth/token "), 1);
    leaving.cancel();
    QTRY_VERIFY(*left);
    QCOMPARE((*left)->problem, TransportProblem::NoToken);
    QVERIFY(!*stayed);
    // The last one leaves, which ends the request, and somebody comes while it ends.
    staying.cancel();
    isMute = false;
    ServiceClient coming(access);
    const Seen came = send(coming);
    QTRY_VERIFY(*came);
    QCOMPARE((*came)->exchange.answerStatus, 200);
    QCOMPARE(server.count("POST /oauth/token "), 2);
    QCOMPARE(server.count("POST /failover-otp/"), 1);
}

void TestServiceClient::withoutATokenNothingIsSent_data()
{
    using State = TokenStatus::State;
    QTest::addColumn<ScriptedAnswer>("answer");
    QTest::addColumn<TokenStatus::State>("state");
    QTest::addColumn<QString>("detail");
    QTest::newRow("wrong credentials")
        << ScriptedAnswer::json("{\"status\":401,\"message\":\"Bad credentials\"}", 401)
        << State::Refused << QStringLiteral("Bad credentials");
    QTest::newRow("forbidden") << ScriptedAnswer::json("{}", 403) << State::Refused
                               << QStringLiteral("403");
    QTest::newRow("busy") << ScriptedAnswer::json("{}", 429) << State::Failed
                          << QStringLiteral("429");
    QTest::newRow("a server error") << ScriptedAnswer::json("oops", 500) << State::Failed
                                    << QStringLiteral("500");
    QTest::newRow("a page instead") << ScriptedAnswer::json("<html>", 200) << State::Failed
                                    << QStringLiteral("no token");
    QTest::newRow("an empty token") << ScriptedAnswer::json("{\"access_token\":\"\"}")
                                    << State::Failed << QStringLiteral("no token");
    QTest::newRow("a token that would end the header")
        << ScriptedAnswer::json("{\"access_token\":\"a\\r\\nX: y\"}") << State::Failed
        << QStringLiteral("no token");
    QTest::newRow("a redirect")
        << ScriptedAnswer::json("", 307, "Location: http://127.0.0.1:1/\r\n") << State::Failed
        << QStringLiteral("307");
    QTest::newRow("no answer") << ScriptedAnswer::hangUp() << State::Failed << QString();
    QTest::newRow("a huge answer") << ScriptedAnswer::json(QByteArray(70'000, ' '))
                                   << State::Failed << QStringLiteral("larger");
}

void TestServiceClient::withoutATokenNothingIsSent()
{
    QFETCH(ScriptedAnswer, answer);
    QFETCH(TokenStatus::State, state);
    QFETCH(QString, detail);
    ScriptedServer server([&](const QByteArray &) { return answer; });
    ServiceClient client(endpointAt(server), {}, m_clock);
    const Seen seen = send(client);
    QTRY_VERIFY(*seen);
    QCOMPARE((*seen)->problem, TransportProblem::NoToken);
    QVERIFY((*seen)->exchange == models::Exchange());
    QCOMPARE(client.tokenStatus().state, state);
    QVERIFY2(client.tokenStatus().detail.contains(detail),
             qPrintable(client.tokenStatus().detail));
    QCOMPARE(server.requests().size(), 1);
}

void TestServiceClient::pollsKeepTheirConnection()
{
    const ScriptedServer server(serviceThatAnswers(ScriptedAnswer::json("{}")));
    ServiceClient client(endpointAt(server), {}, m_clock);
    for (int count = 0; count < 30; ++count) {
        const Seen seen = poll(client);
        QTRY_VERIFY(*seen);
        QCOMPARE((*seen)->problem, TransportProblem::None);
    }
    // One for the token, one for all polls.
    QCOMPARE(server.connectionCount(), 2);
    const Seen sent = send(client);
    QTRY_VERIFY(*sent);
    QCOMPARE(server.connectionCount(), 3);
}

void TestServiceClient::manyAtOnceOpenNoMoreThanTheyNeed()
{
    const ScriptedServer server(serviceThatAnswers(ScriptedAnswer::json("{}")));
    ServiceClient client(endpointAt(server), {}, m_clock);
    QList<Seen> all;
    for (int count = 0; count < 300; ++count)
        all.append(poll(client));
    for (const Seen &seen : all) {
        QTRY_VERIFY(*seen);
        QCOMPARE((*seen)->exchange.answerStatus, 200);
    }
    QCOMPARE(server.count("GET "), 300);
    QVERIFY2(server.connectionCount() <= 1 + 48,
             qPrintable(QString::number(server.connectionCount())));
}

void TestServiceClient::aKeptConnectionThatWasClosedIsNoError()
{
    const ScriptedServer server([](const QByteArray &request) {
        ScriptedAnswer answer =
            isTokenRequest(request) ? tokenAnswer("t-1") : ScriptedAnswer::json("{}");
        // Although the answer says nothing of it.
        answer.closes = true;
        return answer;
    });
    ServiceClient client(endpointAt(server), {}, m_clock);
    for (int count = 0; count < 10; ++count) {
        const Seen seen = poll(client);
        QTRY_VERIFY(*seen);
        QCOMPARE((*seen)->problem, TransportProblem::None);
        QCOMPARE((*seen)->exchange.answerBody, QByteArray("{}"));
    }
}

void TestServiceClient::theBookHandsOutOneAccessForOneEndpoint()
{
    AccessBook book(m_clock);
    Endpoint endpoint{QUrl(QStringLiteral("https://a.invalid/x")),
                      QUrl(QStringLiteral("https://b.invalid/t")), QStringLiteral("demo"),
                      QStringLiteral("one")};
    const auto first = book.to(endpoint, {});
    QCOMPARE(book.to(endpoint, {}), first);
    QVERIFY(book.to(endpoint, {std::chrono::seconds{5}}) != first);
    Endpoint other = endpoint;
    other.clientSecret = QStringLiteral("two");
    QVERIFY2(book.to(other, {}) != first, "a token of the old secret may be void");
    QCOMPARE(book.to(endpoint, {}), first);
    for (int count = 0; count < 10; ++count) {
        other.clientId = QString::number(count);
        (void)book.to(other, {});
    }
    QVERIFY2(book.to(endpoint, {}) != first, "what was used long ago is let go");
}

void TestServiceClient::eachAnswerIsJudged_data()
{
    QTest::addColumn<ScriptedAnswer>("answer");
    QTest::addColumn<int>("status");
    QTest::addColumn<TransportProblem>("problem");
    QTest::addColumn<QByteArray>("body");
    const auto raw = [](const QByteArray &bytes) { return ScriptedAnswer{bytes, true}; };
    QTest::newRow("HTTP 200") << ScriptedAnswer::json("{}") << 200 << TransportProblem::None
                              << QByteArray("{}");
    for (const int status : {400, 404, 405, 409, 422, 429, 500, 502, 503, 504}) {
        QTest::addRow("HTTP %d is an answer", status)
            << ScriptedAnswer::json("{\"detail\":\"x\"}", status) << status
            << TransportProblem::None << QByteArray("{\"detail\":\"x\"}");
    }
    QTest::newRow("an empty body") << ScriptedAnswer::json("") << 200 << TransportProblem::None
                                   << QByteArray();
    QTest::newRow("no length, closed at the end")
        << raw("HTTP/1.1 200 OK\r\n\r\n{\"a\":1}") << 200 << TransportProblem::None
        << QByteArray("{\"a\":1}");
    QTest::newRow("chunked")
        << raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n") << 200
        << TransportProblem::None << QByteArray("{}");
    QTest::newRow("cut in the body") << raw("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{\"a\"")
                                     << 200 << TransportProblem::AnswerCut << QByteArray("{\"a\"");
    QTest::newRow("an error cut in the body")
        << raw("HTTP/1.1 404 Not\r\nContent-Length: 50\r\n\r\n{\"a\"") << 404
        << TransportProblem::AnswerCut << QByteArray("{\"a\"");
    QTest::newRow("cut in a chunk")
        << raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n20\r\n{\"a\"") << 200
        << TransportProblem::AnswerCut << QByteArray("{\"a\"");
    QTest::newRow("cut before the end of the head") << raw("HTTP/1.1 200 OK\r\nA: b\r\n") << 0
                                                    << TransportProblem::NoAnswer << QByteArray();
    QTest::newRow("no HTTP at all") << raw("SSH-2.0-OpenSSH_9.2\r\n") << 0
                                    << TransportProblem::NoAnswer << QByteArray();
    QTest::newRow("hostile Cache-Control")
        << ScriptedAnswer::json("{}", 200, "Cache-Control: max-age=\"\\\r\nCache-Control: ,=,;=\r\n")
        << 200 << TransportProblem::None << QByteArray("{}");
    QTest::newRow("compressed although we did not ask: kept as it is")
        << ScriptedAnswer::json("\x1f\x8b not really", 200, "Content-Encoding: gzip\r\n") << 200
        << TransportProblem::None << QByteArray("\x1f\x8b not really");
}

void TestServiceClient::eachAnswerIsJudged()
{
    QFETCH(ScriptedAnswer, answer);
    QFETCH(int, status);
    QFETCH(TransportProblem, problem);
    QFETCH(QByteArray, body);
    ScriptedServer server(serviceThatAnswers(answer));
    ServiceClient client(endpointAt(server), {}, m_clock);
    const Seen seen = send(client);
    QTRY_VERIFY(*seen);
    QCOMPARE((*seen)->problem, problem);
    QCOMPARE((*seen)->exchange.answerStatus, status);
    QCOMPARE((*seen)->exchange.answerBody, body);
    QCOMPARE((*seen)->exchange.answerHead.isEmpty(), status == 0);
    QCOMPARE((*seen)->problemDetail.isEmpty(), problem == TransportProblem::None);
    QCOMPARE(server.count("POST /failover-otp/"), 1);
}

void TestServiceClient::aRefusedConnectionIsSaid()
{
    ScriptedServer server(serviceThatAnswers({}));
    Endpoint endpoint = endpointAt(server);
    {
        const ScriptedServer gone(serviceThatAnswers({}));
        endpoint.service = gone.address();
    }
    ServiceClient client(endpoint, {}, m_clock);
    const Seen seen = send(client);
    QTRY_VERIFY(*seen);
    QCOMPARE((*seen)->problem, TransportProblem::CouldNotConnect);
    QVERIFY(!(*seen)->problemDetail.isEmpty());
}

void TestServiceClient::aPostIsNeverSentTwice_data()
{
    QTest::addColumn<bool>("isWarm");
    QTest::newRow("the first call of all") << false;
    QTest::newRow("after calls that went well") << true;
}

void TestServiceClient::aPostIsNeverSentTwice()
{
    QFETCH(bool, isWarm);
    ScriptedServer server([](const QByteArray &request) {
        if (isTokenRequest(request))
            return tokenAnswer("t-1");
        return request.startsWith("POST ") ? ScriptedAnswer::hangUp() : ScriptedAnswer::json("{}");
    });
    ServiceClient client(endpointAt(server), {}, m_clock);
    if (isWarm) {
        for (int count = 0; count < 3; ++count) {
            const Seen before = poll(client);
            QTRY_VERIFY(*before);
        }
    }
    const Seen seen = send(client);
    QTRY_VERIFY(*seen);
    QCOMPARE((*seen)->problem, TransportProblem::NoAnswer);
    // A later call gives a repetition the time to show.
    const Seen after = poll(client);
    QTRY_VERIFY(*after);
    QCOMPARE(server.count("POST /failover-otp/"), 1);
    QCOMPARE(server.bytesSeen().count("POST /failover-otp/"), 1);
}

void TestServiceClient::aRedirectIsNotFollowed_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("isSend");
    for (const int status : {301, 302, 303, 307, 308}) {
        QTest::addRow("a send answered %d", status) << status << true;
        QTest::addRow("a poll answered %d", status) << status << false;
    }
}

void TestServiceClient::aRedirectIsNotFollowed()
{
    QFETCH(int, status);
    QFETCH(bool, isSend);
    ScriptedServer elsewhere(serviceThatAnswers(ScriptedAnswer::json("{}")));
    const QByteArray location = elsewhere.address(QStringLiteral("/x")).toEncoded();
    ScriptedServer server(serviceThatAnswers(
        ScriptedAnswer::json("{}", status, "Location: " + location + "\r\n")));
    ServiceClient client(endpointAt(server), {}, m_clock);
    const Seen seen = isSend ? send(client) : poll(client);
    QTRY_VERIFY(*seen);
    QCOMPARE((*seen)->problem, TransportProblem::Redirected);
    QCOMPARE((*seen)->exchange.answerStatus, status);
    QVERIFY((*seen)->exchange.answerHead.contains("Location: " + location));
    const Seen after = poll(client);
    QTRY_VERIFY(*after);
    QCOMPARE(elsewhere.connectionCount(), 0);
}

void TestServiceClient::aHugeAnswerIsStoppedAtTheCap_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::newRow("declared") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 209715200\r\n\r\n");
    QTest::newRow("not declared") << QByteArray("HTTP/1.1 200 OK\r\n\r\n");
}

void TestServiceClient::aHugeAnswerIsStoppedAtTheCap()
{
    QFETCH(QByteArray, head);
    ScriptedServer server(serviceThatAnswers({head, false, {}, 200 * 1024 * 1024}));
    ServiceClient client(endpointAt(server), {std::chrono::seconds{30}, 1024 * 1024}, m_clock);
    const Seen seen = poll(client);
    QTRY_VERIFY_WITH_TIMEOUT(*seen, 20'000);
    QCOMPARE((*seen)->problem, TransportProblem::AnswerTooLarge);
    QCOMPARE((*seen)->exchange.answerStatus, 200);
    QVERIFY((*seen)->exchange.answerBody.size() <= 1024 * 1024);
}

void TestServiceClient::theDeadlineIsForTheWholeCall_data()
{
    QTest::addColumn<ScriptedAnswer>("answer");
    QTest::addColumn<TransportProblem>("problem");
    QTest::newRow("silence") << ScriptedAnswer::silence() << TransportProblem::NoAnswer;
    QTest::newRow("a head that drips")
        << ScriptedAnswer{"HTTP/1.1 200 OK\r\nX: " + QByteArray(500, 'H'), false, std::chrono::milliseconds{20}}
        << TransportProblem::NoAnswer;
    QTest::newRow("half an answer")
        << ScriptedAnswer{"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{}"}
        << TransportProblem::AnswerCut;
}

void TestServiceClient::theDeadlineIsForTheWholeCall()
{
    QFETCH(ScriptedAnswer, answer);
    QFETCH(TransportProblem, problem);
    ScriptedServer server(serviceThatAnswers(answer));
    ServiceClient client(endpointAt(server), {std::chrono::milliseconds{400}, 1024}, m_clock);
    const Seen seen = send(client);
    QTRY_VERIFY_WITH_TIMEOUT(*seen, 3'000);
    QCOMPARE((*seen)->problem, problem);
    QVERIFY((*seen)->problemDetail.contains(QStringLiteral("0.4 s")));
    QCOMPARE(server.count("POST /failover-otp/"), 1);
}

void TestServiceClient::noTokenLeavesBeforeTls()
{
    ScriptedServer tokens(serviceThatAnswers({}));
    ScriptedServer server([](const QByteArray &) { return ScriptedAnswer::hangUp(); });
    Endpoint endpoint = endpointAt(tokens);
    endpoint.service = server.address(QStringLiteral("/failover-otp"));
    endpoint.service.setScheme(QStringLiteral("https"));
    ServiceClient client(endpoint, {std::chrono::milliseconds{500}, 1024}, m_clock);
    const Seen seen = send(client);
    QTRY_VERIFY(*seen);
    QCOMPARE((*seen)->problem, TransportProblem::CouldNotConnect);
    QVERIFY(!server.bytesSeen().isEmpty());
    QVERIFY(!server.bytesSeen().contains("t-1"));
}

void TestServiceClient::loopbackIsNotProxied()
{
    ScriptedServer proxy([](const QByteArray &) { return ScriptedAnswer::hangUp(); });
    qputenv("http_proxy", proxy.address().toEncoded());
    QNetworkProxyFactory::setUseSystemConfiguration(true);
    ScriptedServer server(serviceThatAnswers(ScriptedAnswer::json("{}")));
    ServiceClient client(endpointAt(server), {}, m_clock);
    const Seen seen = poll(client);
    QTRY_VERIFY(*seen);
    qunsetenv("http_proxy");
    QCOMPARE((*seen)->problem, TransportProblem::None);
    QCOMPARE(proxy.connectionCount(), 0);
}

void TestServiceClient::cancelEndsWhatIsUnderWay()
{
    ScriptedServer server(serviceThatAnswers(ScriptedAnswer::silence()));
    ServiceClient client(endpointAt(server), {}, m_clock);
    const Seen sent = send(client);
    QTRY_COMPARE(server.count("POST /failover-otp/"), 1);
    const Seen polled = poll(client);
    client.cancel();
    QTRY_VERIFY(*sent && *polled);
    QCOMPARE((*sent)->problem, TransportProblem::Cancelled);
    QCOMPARE((*polled)->problem, TransportProblem::Cancelled);

    ScriptedServer mute([](const QByteArray &) { return ScriptedAnswer::silence(); });
    ServiceClient waiting(endpointAt(mute), {}, m_clock);
    const Seen withoutToken = send(waiting);
    QTRY_COMPARE(mute.requests().size(), 1);
    waiting.cancel();
    QTRY_VERIFY(*withoutToken);
    QCOMPARE((*withoutToken)->problem, TransportProblem::NoToken);
}

void TestServiceClient::destroyingTheClientCallsNobodyBack()
{
    ScriptedServer server(serviceThatAnswers(ScriptedAnswer::silence()));
    auto client = std::make_unique<ServiceClient>(endpointAt(server), ClientLimits{}, m_clock);
    const Seen sent = send(*client);
    const Seen polled = poll(*client);
    QTRY_COMPARE(server.count("POST /failover-otp/"), 1);
    const Seen waiting = poll(*client);
    client.reset();
    QCoreApplication::processEvents();
    QVERIFY(!*sent);
    QVERIFY(!*polled);
    QVERIFY(!*waiting);
}

void TestServiceClient::aCompletionMayDestroyTheClient()
{
    ScriptedServer server(serviceThatAnswers(ScriptedAnswer::json("{}")));
    auto client = std::make_unique<ServiceClient>(endpointAt(server), ClientLimits{}, m_clock);
    int completions = 0;
    for (int count = 0; count < 2; ++count) {
        client->poll(FlowId(QStringLiteral("f")), [&](const Observation &) {
            ++completions;
            client.reset();
        });
    }
    QTRY_COMPARE(completions, 1);
    QCoreApplication::processEvents();
    QCOMPARE(completions, 1);
}

QTEST_GUILESS_MAIN(TestServiceClient)
#include "tst_serviceclient.moc"
