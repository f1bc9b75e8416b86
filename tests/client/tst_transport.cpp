// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/httpcall.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testauthority.h"

#include <QRegularExpression>
#include <QSslServer>
#include <QSslSocket>
#include <QTest>

#include <memory>
#include <optional>

using namespace otpscope;
using namespace otpscope::client;
using models::ProxyChoice;
using models::TransportProblem;
using testsupport::ScriptedAnswer;
using testsupport::ScriptedServer;
using testsupport::TestAuthority;

namespace {

constexpr HttpCall::Limits generous{std::chrono::seconds{20}, 1024 * 1024};

/// One exchange; the outcome is empty while it is under way.
struct Exchanged
{
    Exchanged(CallRequest request, HttpCall::Limits limits)
        : call(std::move(request), limits)
    {
        QObject::connect(&call, &HttpCall::finished, &call,
                         [this](const CallOutcome &seen) { outcome = seen; });
        call.start();
    }

    HttpCall call;
    std::optional<CallOutcome> outcome;
};

CallRequest postTo(const QUrl &url)
{
    return {"POST", url, {{"Authorization", "Bearer t-1"}}, "{}"};
}

/// Answers every request on a TLS connection with 200 and counts the bytes that came decrypted.
class TlsServer final : public QObject
{
public:
    explicit TlsServer(const QSslConfiguration &configuration)
    {
        m_server.setSslConfiguration(configuration);
        connect(&m_server, &QSslServer::pendingConnectionAvailable, this, [this] {
            while (QTcpSocket *socket = m_server.nextPendingConnection()) {
                connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                    m_bytesSeen += socket->readAll();
                    socket->write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
                });
            }
        });
        m_server.listen(QHostAddress::LocalHost);
    }

    [[nodiscard]] QUrl address() const
    {
        return QUrl(QStringLiteral("https://127.0.0.1:%1/x").arg(m_server.serverPort()));
    }
    [[nodiscard]] const QByteArray &bytesSeen() const { return m_bytesSeen; }

private:
    QSslServer m_server;
    QByteArray m_bytesSeen;
};

/// Answers whatever comes with the next of its answers, and then with nothing more.
class AnsweringServer final : public QObject
{
public:
    explicit AnsweringServer(QByteArrayList answers)
        : m_answers(std::move(answers))
    {
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = m_server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                m_seen += socket->readAll();
                if (!m_answers.isEmpty())
                    socket->write(m_answers.takeFirst());
            });
        });
        m_server.listen(QHostAddress::LocalHost);
    }

    [[nodiscard]] int port() const { return m_server.serverPort(); }
    [[nodiscard]] const QByteArray &seen() const { return m_seen; }

private:
    QTcpServer m_server;
    QByteArrayList m_answers;
    QByteArray m_seen;
};

} // namespace

/// How an exchange leaves this machine: proxies, certificates, and how long each part may take.
class TestTransport final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void onlyKnownAuthoritiesAreTrusted_data();
    void onlyKnownAuthoritiesAreTrusted();
    void aProxyIsAskedWithoutTheToken_data();
    void aProxyIsAskedWithoutTheToken();
    void aProxyIsToldNameAndPassword_data();
    void aProxyIsToldNameAndPassword();
    void loopbackAndClearTextPassNoProxy();
    void eachPartHasItsTime_data();
    void eachPartHasItsTime();
};

void TestTransport::onlyKnownAuthoritiesAreTrusted_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("isKnown");
    QTest::addColumn<TransportProblem>("problem");
    QTest::newRow("a private authority that was named")
        << QByteArray("IP:127.0.0.1") << true << TransportProblem::None;
    QTest::newRow("one that nobody named")
        << QByteArray("IP:127.0.0.1") << false << TransportProblem::TlsRefused;
    QTest::newRow("a certificate for another name")
        << QByteArray("DNS:otp.example") << true << TransportProblem::TlsRefused;
}

void TestTransport::onlyKnownAuthoritiesAreTrusted()
{
    QFETCH(QByteArray, name);
    QFETCH(bool, isKnown);
    QFETCH(TransportProblem, problem);
    const TestAuthority authority;
    if (!authority.isMade())
        QSKIP("openssl is not installed here.");
    QVERIFY(authority.sign("server", name));
    const TlsServer server(authority.configuration("server"));
    CallRequest request = postTo(server.address());
    if (isKnown)
        request.transport.authorities = QSslCertificate::fromPath(authority.certificatePath());
    const Exchanged exchanged(request, generous);
    QTRY_VERIFY(exchanged.outcome);
    QCOMPARE(exchanged.outcome->problem, problem);
    QCOMPARE(server.bytesSeen().contains("Bearer t-1"), problem == TransportProblem::None);
}

void TestTransport::aProxyIsAskedWithoutTheToken_data()
{
    QTest::addColumn<ProxyChoice::Kind>("kind");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QByteArray>("seen");
    const QByteArray connectLine = "CONNECT otp.invalid:443 HTTP/1.1\r\n";
    QTest::newRow("an HTTP proxy that wants a password")
        << ProxyChoice::Kind::Http
        << QByteArray("HTTP/1.1 407 Who are you\r\nProxy-Authenticate: Basic realm=\"x\"\r\n"
                      "Content-Length: 0\r\n\r\n")
        << connectLine;
    QTest::newRow("an HTTP proxy that refuses")
        << ProxyChoice::Kind::Http << QByteArray("HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n")
        << connectLine;
    QTest::newRow("a SOCKS5 proxy that says nothing")
        << ProxyChoice::Kind::Socks5 << QByteArray() << QByteArray("\x05");
}

void TestTransport::aProxyIsAskedWithoutTheToken()
{
    QFETCH(ProxyChoice::Kind, kind);
    QFETCH(QByteArray, answer);
    QFETCH(QByteArray, seen);
    const ScriptedServer proxy([&](const QByteArray &) {
        return ScriptedAnswer{answer, !answer.isEmpty()};
    });
    CallRequest request = postTo(QUrl(QStringLiteral("https://otp.invalid/failover-otp")));
    request.transport.proxy = {kind, QStringLiteral("127.0.0.1"), proxy.address().port()};
    HttpCall::Limits limits = generous;
    limits.connect = std::chrono::milliseconds{400};
    const Exchanged exchanged(request, limits);
    QTRY_VERIFY(exchanged.outcome);
    // Nothing can have been sent: a run may say so.
    QCOMPARE(exchanged.outcome->problem, TransportProblem::CouldNotConnect);
    QVERIFY2(proxy.bytesSeen().startsWith(seen), proxy.bytesSeen().constData());
    QVERIFY(!proxy.bytesSeen().contains("t-1"));
}

void TestTransport::aProxyIsToldNameAndPassword_data()
{
    QTest::addColumn<ProxyChoice::Kind>("kind");
    QTest::addColumn<QByteArrayList>("answers");
    QTest::addColumn<QByteArray>("proof");
    QTest::newRow("an HTTP proxy, by Basic, once it has asked")
        << ProxyChoice::Kind::Http
        << QByteArrayList{"HTTP/1.1 407 Who are you\r\nProxy-Authenticate: Basic realm=\"x\"\r\n"
                          "Content-Length: 0\r\n\r\n",
                          "HTTP/1.1 200 Go on\r\n\r\n"}
        << QByteArray("Basic " + QByteArray("maria:s3cret").toBase64());
    QTest::newRow("a SOCKS5 proxy, by RFC 1929, once it has chosen it")
        << ProxyChoice::Kind::Socks5
        << QByteArrayList{QByteArray("\x05\x02", 2), QByteArray("\x01\x00", 2),
                          QByteArray("\x05\x00\x00\x01\x7F\x00\x00\x01\x00\x50", 10)}
        << QByteArray("\x01\x05maria\x06s3cret");
}

void TestTransport::aProxyIsToldNameAndPassword()
{
    QFETCH(ProxyChoice::Kind, kind);
    QFETCH(QByteArrayList, answers);
    QFETCH(QByteArray, proof);
    AnsweringServer proxy(answers);
    CallRequest request = postTo(QUrl(QStringLiteral("https://otp.invalid/failover-otp")));
    request.transport.proxy = {kind, QStringLiteral("127.0.0.1"), proxy.port(),
                               QStringLiteral("maria")};
    request.transport.proxyPassword = QStringLiteral("s3cret");
    const Exchanged exchanged(request, generous);
    // Behind the proxy's consent TLS begins, with its own first bytes.
    QTRY_VERIFY(proxy.seen().contains(QByteArray("\x16\x03", 2)));
    const qsizetype proven = proxy.seen().indexOf(proof);
    QVERIFY2(proven > 0, proxy.seen().constData());
    QVERIFY(proven < proxy.seen().indexOf(QByteArray("\x16\x03", 2)));
    QVERIFY(!proxy.seen().contains("t-1"));
}

void TestTransport::loopbackAndClearTextPassNoProxy()
{
    const ScriptedServer proxy([](const QByteArray &) { return ScriptedAnswer::hangUp(); });
    const ScriptedServer service([](const QByteArray &) { return ScriptedAnswer::json("{}"); });
    CallRequest request = postTo(service.address(QStringLiteral("/x")));
    request.transport.proxy = {ProxyChoice::Kind::Http, QStringLiteral("127.0.0.1"),
                               proxy.address().port()};
    const Exchanged exchanged(request, generous);
    QTRY_VERIFY(exchanged.outcome);
    QCOMPARE(exchanged.outcome->problem, TransportProblem::None);
    QCOMPARE(proxy.connectionCount(), 0);
}

void TestTransport::eachPartHasItsTime_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<int>("dripMs");
    QTest::addColumn<HttpCall::Limits>("limits");
    QTest::addColumn<TransportProblem>("problem");
    QTest::addColumn<QString>("detail");
    using std::chrono::milliseconds;
    const HttpCall::Limits shortFirstByte{std::chrono::seconds{20}, 4096, milliseconds{5000},
                                          milliseconds{200}};
    const HttpCall::Limits shortWhole{milliseconds{400}, 4096, milliseconds{5000},
                                      milliseconds{10'000}};
    for (const QByteArray &method : {QByteArray("GET"), QByteArray("POST")}) {
        QTest::addRow("%s: no first byte", method.constData())
            << method << 0 << shortFirstByte << TransportProblem::NoAnswer
            << QStringLiteral("No answer within 0.2 s");
        QTest::addRow("%s: bytes for ever", method.constData())
            << method << 20 << shortWhole << TransportProblem::NoAnswer
            << QStringLiteral("Not complete within 0.4 s");
    }
}

void TestTransport::eachPartHasItsTime()
{
    QFETCH(QByteArray, method);
    QFETCH(int, dripMs);
    QFETCH(HttpCall::Limits, limits);
    QFETCH(TransportProblem, problem);
    QFETCH(QString, detail);
    const ScriptedServer server([&](const QByteArray &) {
        ScriptedAnswer answer = ScriptedAnswer::silence();
        if (dripMs > 0) {
            answer = ScriptedAnswer::json("{}");
            answer.drip = std::chrono::milliseconds{dripMs};
        }
        return answer;
    });
    CallRequest request = postTo(server.address(QStringLiteral("/x")));
    request.method = method;
    const Exchanged exchanged(request, limits);
    QTRY_VERIFY(exchanged.outcome);
    QCOMPARE(exchanged.outcome->problem, problem);
    QCOMPARE(exchanged.outcome->detail, detail);
    QCOMPARE(server.requests().size(), 1);
}

QTEST_GUILESS_MAIN(TestTransport)
#include "tst_transport.moc"
