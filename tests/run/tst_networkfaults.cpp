// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/resources.h"
#include "app/platform/steadyclock.h"
#include "app/run/runsession.h"
#include "models/text/sentences.h"
#include "tests/support/fakeclock.h"
#include "tests/support/lookups.h"
#include "tests/support/scriptedserver.h"

#include <QRegularExpression>
#include <QTest>

#include <memory>

using namespace otpscope;
using models::Conclusion;
using run::RunEnd;
using run::RunSession;
using std::chrono::seconds;
using testsupport::FakeClock;
using testsupport::ScriptedAnswer;
using testsupport::ScriptedServer;

namespace {

const QByteArray accepted =
    R"({"flowId":"f-1","status":"InProgress","type":"Viber","flow":[{"type":"ViberOtp","order":1,)"
    R"("trackingId":"viber-1"},{"type":"Sms","order":2}],"createdAt":"2026-11-23T10:00:00Z"})";
const QByteArray loginPage =
    "<html><head><title>Hotel Wi-Fi: log in</title></head><body>Room?</body></html>";

QByteArray step(const QByteArray &channel, const QByteArray &status, const QByteArray &createdAt)
{
    return R"({"trackingId":")" + channel + R"(-1","role":")" +
           (channel == "viber" ? "primary" : "failover") + R"(","status":")" + status +
           R"(","channel":")" + channel + R"(","created_at":")" + createdAt + "\"}";
}

QByteArray state(const QByteArray &status, const QByteArrayList &steps)
{
    return R"({"flowId":"f-1","status":")" + status + R"(","statusCode":null,"steps":[)" +
           steps.join(',') + "]}";
}

const QByteArray start = "2026-11-23T10:00:00Z";
const QByteArray queued = state("InProgress", {step("viber", "QUEUED", start)});
const QByteArray delivered = state("Succeeded", {step("viber", "DELIVERED", start)});
const QByteArray failedOver =
    state("Succeeded",
          {step("viber", "EXPIRED", start), step("sms", "Delivered", "2026-11-23T10:05:00Z")});

/// A service whose flow is in a state that the test changes, and a run that follows it.
class Story
{
public:
    Story(const models::Catalogue &catalogue, const models::Clock &clock)
        : m_catalogue(catalogue)
        , m_steady(clock)
    {}

    void setTracking(const QByteArray &tracking) { m_tracking = tracking; }
    /// For everything that is asked.
    void setLoginPage(bool isShown) { m_isLoginPageShown = isShown; }
    void begin() { begin(request()); }
    void begin(const run::RunRequest &request)
    {
        m_session = std::make_unique<RunSession>(request, m_catalogue, m_store, nullptr, m_steady);
        QObject::connect(m_session.get(), &RunSession::ended, m_session.get(),
                         [this](RunEnd end) { m_end = end; });
        m_session->start();
    }
    [[nodiscard]] run::RunRequest request() const
    {
        run::RunRequest result;
        result.id = models::RunId(QStringLiteral("run-1"));
        // "basic": Viber with a ttl of 300 s, then SMS.
        result.flowText = platform::builtInExamples().at(0).text;
        result.endpoint = {m_server.address(QStringLiteral("/failover-otp")),
                           m_server.address(QStringLiteral("/oauth/token")), QStringLiteral("demo"),
                           QStringLiteral("s3cret")};
        return result;
    }

    [[nodiscard]] ScriptedServer &server() { return m_server; }
    [[nodiscard]] const std::optional<RunEnd> &end() const { return m_end; }
    [[nodiscard]] const models::RunState &state() const { return m_session->machine().state(); }
    [[nodiscard]] qint64 polls() const { return state().counts.poll; }
    [[nodiscard]] qsizetype sends() const
    {
        return m_server.bytesSeen().count("POST /failover-otp/");
    }
    [[nodiscard]] QString findings() const
    {
        QStringList lines;
        for (const models::Finding &finding : m_session->machine().findings())
            lines.append(models::sentenceFor(finding));
        return lines.join(u'\n');
    }

private:
    [[nodiscard]] ScriptedAnswer answerTo(const QByteArray &request) const
    {
        if (m_isLoginPageShown)
            return {"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: " +
                    QByteArray::number(loginPage.size()) + "\r\n\r\n" + loginPage};
        if (request.startsWith("POST /oauth/token "))
            return ScriptedAnswer::json(R"({"access_token":"t","expires_in":3600})");
        return ScriptedAnswer::json(request.startsWith("POST ") ? accepted : m_tracking);
    }

    const models::Catalogue &m_catalogue;
    platform::SteadyClock m_steady;
    QByteArray m_tracking = queued;
    bool m_isLoginPageShown = false;
    ScriptedServer m_server{[this](const QByteArray &request) { return answerTo(request); }};
    std::shared_ptr<store::ObservationStore> m_store =
        store::ObservationStore::open(QStringLiteral(":memory:")).value();
    std::unique_ptr<RunSession> m_session;
    std::optional<RunEnd> m_end;
};

} // namespace

/// What networks, proxies and clocks do to a run: it says what is known and what is not, and goes
/// on when it can.
class TestNetworkFaults final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_clock.setWall(*models::fromIso(QString::fromLatin1(start)));
    }
    void noNetworkAtTheStart();
    void theNetworkGoesInMidRunAndComesBack();
    void theNetworkGoesWhileTheSendIsUnderWay();
    void asleepForAnHour();
    void awakeBeforeTheNetworkIs();
    void theClockIsSetBack();
    void aNameServerThatNeverAnswers();
    void aProxyThatWantsAPassword_data();
    void aProxyThatWantsAPassword();
    void aLoginPageFirst();
    void aLoginPageInMidRun();
    void cleanupTestCase() { testsupport::silence.release(100); }

private:
    FakeClock m_clock;
    const models::Catalogue m_catalogue = platform::builtInCatalogue();
};

void TestNetworkFaults::noNetworkAtTheStart()
{
    Story story(m_catalogue, m_clock);
    const run::RunRequest request = story.request();
    story.server().goAway();
    story.begin(request);
    QTRY_COMPARE(story.end(), std::optional(RunEnd::OtherSideFailed));
    QCOMPARE(story.state().conclusion, Conclusion::SendFailed);
    QCOMPARE(story.findings(),
             QStringLiteral("No access token could be obtained, so nothing was sent. Check the "
                            "network, the token address, the application id and the secret. "
                            "(Connection refused)"));
    // The network comes back, and still nothing leaves by itself.
    story.server().comeBack();
    QCoreApplication::processEvents();
    QCOMPARE(story.server().connectionCount(), 0);
}

void TestNetworkFaults::theNetworkGoesInMidRunAndComesBack()
{
    Story story(m_catalogue, m_clock);
    story.begin();
    QTRY_VERIFY(story.polls() > 0);
    story.server().goAway();
    QTRY_VERIFY(story.findings().contains(
        QStringLiteral("Nothing answers at the service's address. Check the address and the "
                       "network.")));
    // What was known stays known, and nothing is made up.
    QCOMPARE(story.state().steps.front().status, QStringLiteral("QUEUED"));
    QVERIFY(!story.end());
    QVERIFY(!story.state().isConcluded());
    story.setTracking(failedOver);
    story.server().comeBack();
    QTRY_COMPARE(story.end(), std::optional(RunEnd::Concluded));
    QCOMPARE(story.state().conclusion, Conclusion::StepsFinal);
    QCOMPARE(story.sends(), 1);
}

void TestNetworkFaults::theNetworkGoesWhileTheSendIsUnderWay()
{
    Story story(m_catalogue, m_clock);
    story.server().setScript([&](const QByteArray &request) {
        if (request.startsWith("POST /oauth/token "))
            return ScriptedAnswer::json(R"({"access_token":"t","expires_in":3600})");
        // Behind the answers that are on their way.
        QMetaObject::invokeMethod(
            &story.server(), [&] { story.server().goAway(); }, Qt::QueuedConnection);
        return ScriptedAnswer::silence();
    });
    story.begin();
    QTRY_COMPARE(story.end(), std::optional(RunEnd::OtherSideFailed));
    QCOMPARE(story.state().conclusion, Conclusion::SendOutcomeUnknown);
    QVERIFY2(story.findings().startsWith(
                 QStringLiteral("No answer came. Whether the flow was sent is unknown")),
             qPrintable(story.findings()));
    QCOMPARE(story.sends(), 1);
}

void TestNetworkFaults::asleepForAnHour()
{
    Story story(m_catalogue, m_clock);
    story.setTracking(delivered);
    story.begin();
    QTRY_COMPARE(story.state().steps.front().status, QStringLiteral("DELIVERED"));
    const qint64 before = story.polls();
    // The wall clock alone goes on; what happens at the service goes on too.
    m_clock.setWall(m_clock.wallNow() + seconds{3'700});
    story.setTracking(state("Succeeded", {step("viber", "SEEN", start)}));
    QTRY_COMPARE(story.end(), std::optional(RunEnd::Concluded));
    QCOMPARE(story.state().conclusion, Conclusion::Seen);
    QVERIFY(story.polls() > before);
    QVERIFY2(!story.findings().contains(QStringLiteral("open again")),
             qPrintable(story.findings()));
    // The token had run out meanwhile, which was noticed before the service had to say so.
    QCOMPARE(story.server().count("POST /oauth/token "), 2);
    QCOMPARE(story.sends(), 1);
}

void TestNetworkFaults::awakeBeforeTheNetworkIs()
{
    Story story(m_catalogue, m_clock);
    story.setTracking(delivered);
    story.begin();
    QTRY_COMPARE(story.state().steps.front().status, QStringLiteral("DELIVERED"));
    story.server().goAway();
    m_clock.setWall(m_clock.wallNow() + seconds{3'700});
    const qint64 before = story.polls();
    QTRY_VERIFY(story.polls() >= before + 2);
    // The ttl is over, but whether the message was seen within it is not known.
    QVERIFY(!story.state().isConcluded());
    QVERIFY(!story.end());
    story.server().comeBack();
    QTRY_COMPARE_WITH_TIMEOUT(story.end(), std::optional(RunEnd::Concluded), 15'000);
    QCOMPARE(story.state().conclusion, Conclusion::DeliveredAndTtlOver);
}

void TestNetworkFaults::theClockIsSetBack()
{
    Story story(m_catalogue, m_clock);
    story.begin();
    QTRY_VERIFY(story.polls() > 0);
    m_clock.setWall(m_clock.wallNow() - seconds{3'600});
    const qint64 before = story.polls();
    QTRY_VERIFY(story.polls() > before);
    QVERIFY(!story.state().isConcluded());
    story.setTracking(failedOver);
    m_clock.advance(seconds{301});
    QTRY_COMPARE(story.end(), std::optional(RunEnd::Concluded));
    QCOMPARE(story.state().conclusion, Conclusion::StepsFinal);
    QCOMPARE(story.state().steps.at(1).status, QStringLiteral("Delivered"));
    // Nothing about clocks, and nothing that came "earlier".
    QVERIFY2(story.findings().contains(QStringLiteral(" followed, as the document demands, ")) &&
                 !story.findings().contains(u'\n'),
             qPrintable(story.findings()));
}

void TestNetworkFaults::aNameServerThatNeverAnswers()
{
    Story story(m_catalogue, m_clock);
    run::RunRequest request = story.request();
    request.endpoint.token.setHost(QString::fromLatin1(testsupport::silentName));
    request.limits.connect = std::chrono::milliseconds{300};
    story.begin(request);
    QTRY_COMPARE(story.end(), std::optional(RunEnd::OtherSideFailed));
    QVERIFY2(story.findings().endsWith(QStringLiteral("(Not connected within 0.3 s)")),
             qPrintable(story.findings()));
    QCOMPARE(story.server().connectionCount(), 0);

    Story second(m_catalogue, m_clock);
    request = second.request();
    request.endpoint.service.setHost(QString::fromLatin1(testsupport::silentName));
    request.limits.connect = std::chrono::milliseconds{300};
    second.begin(request);
    QTRY_COMPARE(second.end(), std::optional(RunEnd::OtherSideFailed));
    QCOMPARE(second.state().conclusion, Conclusion::SendFailed);
    QCOMPARE(second.findings(),
             QStringLiteral("Nothing answers at the service's address, so nothing was sent. Check "
                            "the address and the network. (Not connected within 0.3 s)"));
}

void TestNetworkFaults::aProxyThatWantsAPassword_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("and is given none")
        << QString()
        << QStringLiteral("(The proxy wants a name and a password. Enter both in the environment, "
                          "on its page Network)");
    QTest::newRow("and takes another")
        << QStringLiteral("maria")
        << QStringLiteral("(The proxy refuses the name and the password. Correct them in the "
                          "environment, on its page Network)");
}

void TestNetworkFaults::aProxyThatWantsAPassword()
{
    QFETCH(QString, user);
    QFETCH(QString, sentence);
    const ScriptedServer proxy([](const QByteArray &) {
        return ScriptedAnswer{"HTTP/1.1 407 Who are you\r\n"
                              "Proxy-Authenticate: Basic realm=\"Company\"\r\n"
                              "Content-Length: 0\r\n\r\n"};
    });
    Story story(m_catalogue, m_clock);
    run::RunRequest request = story.request();
    request.endpoint.service = QUrl(QStringLiteral("https://otp.invalid/failover-otp"));
    request.endpoint.token = QUrl(QStringLiteral("https://auth.invalid/oauth/token"));
    request.endpoint.transport.proxy = {models::ProxyChoice::Kind::Http,
                                        QStringLiteral("127.0.0.1"), proxy.address().port(), user};
    request.endpoint.transport.proxyPassword = QStringLiteral("wr0ng");
    story.begin(request);
    QTRY_COMPARE(story.end(), std::optional(RunEnd::OtherSideFailed));
    QCOMPARE(story.state().conclusion, Conclusion::SendFailed);
    QVERIFY2(story.findings().endsWith(sentence), qPrintable(story.findings()));
    // The password goes to the proxy, and only where a name was given.
    const QByteArray proof = "Basic " + QByteArray("maria:wr0ng").toBase64();
    QCOMPARE(proxy.bytesSeen().contains(proof), !user.isEmpty());
    QVERIFY(!story.findings().contains(QLatin1String("wr0ng")));
    QCOMPARE(proxy.count("CONNECT auth.invalid:443 "), proxy.requests().size());
    QVERIFY(!proxy.bytesSeen().contains("ZGVtbzpzM2NyZXQ"));
}

void TestNetworkFaults::aLoginPageFirst()
{
    Story story(m_catalogue, m_clock);
    story.setLoginPage(true);
    story.begin();
    QTRY_COMPARE(story.end(), std::optional(RunEnd::OtherSideFailed));
    QCOMPARE(story.state().conclusion, Conclusion::SendFailed);
    QVERIFY2(story.findings().endsWith(
                 QStringLiteral("(The answer (HTTP 200) holds no token but is a web page, as of a "
                                "proxy or a network's login: Hotel Wi-Fi: log in)")),
             qPrintable(story.findings()));
    QCOMPARE(story.sends(), 0);
}

void TestNetworkFaults::aLoginPageInMidRun()
{
    Story story(m_catalogue, m_clock);
    story.begin();
    QTRY_VERIFY(story.polls() > 0);
    story.setLoginPage(true);
    QTRY_VERIFY(story.findings().contains(QStringLiteral("(text/html: Hotel Wi-Fi: log in)")));
    QCOMPARE(story.state().steps.front().status, QStringLiteral("QUEUED"));
    QVERIFY(!story.end());
    story.setLoginPage(false);
    story.setTracking(failedOver);
    QTRY_COMPARE(story.end(), std::optional(RunEnd::Concluded));
    QCOMPARE(story.state().conclusion, Conclusion::StepsFinal);
    QCOMPARE(story.sends(), 1);
}

QTEST_GUILESS_MAIN(TestNetworkFaults)
#include "tst_networkfaults.moc"
