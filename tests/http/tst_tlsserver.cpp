// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/servercertificate.h"
#include "tests/http/httpfixture.h"
#include "tests/support/rawpeer.h"
#include "tests/support/testauthority.h"

#include <QNetworkProxy>
#include <QProcess>
#include <QRegularExpression>
#include <QSslSocket>
#include <QTest>

using namespace otpscope;
using namespace otpscope::http;
using namespace otpscope::httptest;
using testsupport::RawPeer;
using testsupport::TestAuthority;

namespace {

constexpr int patienceMs = 10'000;

using CertificateResult = models::Result<ServerCertificate, CertificateProblem>;

QString nameOf(CertificateProblem::Kind kind)
{
    using Kind = CertificateProblem::Kind;
    switch (kind) {
    case Kind::Unreadable:
        return QStringLiteral("unreadable");
    case Kind::NoCertificate:
        return QStringLiteral("no certificate");
    case Kind::NoKey:
        return QStringLiteral("no key");
    case Kind::KeyHasPassphrase:
        return QStringLiteral("passphrase");
    case Kind::NotYetValid:
        return QStringLiteral("not yet valid");
    case Kind::Expired:
        return QStringLiteral("expired");
    case Kind::NotAPair:
        return QStringLiteral("not a pair");
    }
    Q_UNREACHABLE();
}

/// A client that trusts the test's authority and nobody else.
class TlsPeer final
{
public:
    TlsPeer(quint16 port, const TestAuthority &authority,
            QSsl::SslProtocol protocol = QSsl::TlsV1_2OrLater)
    {
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setCaCertificates(QSslCertificate::fromPath(
            authority.certificatePath(), QSsl::Pem, QSslCertificate::PatternSyntax::FixedString));
        configuration.setProtocol(protocol);
        m_socket.setSslConfiguration(configuration);
        m_socket.setProxy(QNetworkProxy::NoProxy);
        m_socket.connectToHostEncrypted(QStringLiteral("127.0.0.1"), port);
        m_isEncrypted = m_socket.waitForEncrypted(patienceMs);
    }

    [[nodiscard]] bool isEncrypted() const { return m_isEncrypted; }
    [[nodiscard]] QSslSocket &socket() { return m_socket; }

    /// One answer, by its Content-Length.
    [[nodiscard]] QByteArray ask(const QByteArray &request)
    {
        m_socket.write(request);
        QByteArray answer;
        while (!isWhole(answer)) {
            if (m_socket.bytesAvailable() == 0 && !m_socket.waitForReadyRead(patienceMs))
                break;
            answer += m_socket.readAll();
        }
        return answer;
    }

private:
    static bool isWhole(const QByteArray &answer)
    {
        const qsizetype end = answer.indexOf("\r\n\r\n");
        const qsizetype length = answer.indexOf("Content-Length: ");
        if (end < 0 || length < 0)
            return false;
        return answer.size() >=
               end + 4 +
                   answer.mid(length + 16, answer.indexOf('\r', length) - length - 16).toInt();
    }

    QSslSocket m_socket;
    bool m_isEncrypted = false;
};

/// A server with a certificate for 127.0.0.1.
struct TlsFixture
{
    explicit TlsFixture(const CertificateResult &certificate,
                        RecordingHandler::Answerer answerer = {})
        : handler(std::move(answerer))
    {
        server.useCertificate(certificate.value());
        result = server.listen(QHostAddress::LocalHost, 0);
    }

    testsupport::FakeClock clock;
    RecordingHandler handler;
    HttpServer server{handler, clock, {}};
    ListenResult result;
};

} // namespace

class TestTlsServer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void filesThatDoNotServeSayWhy_data();
    void filesThatDoNotServeSayWhy();
    void aRequestComesFromItsRealPeer();
    void connectionsAreKept();
    void bodiesOfMegabytesGoBothWays();
    void whoEndsAtOnceIsStillHandled();
    void plainTextIsNotServed();
    void beforeTls12NobodyIsServed();
    void aHandshakeThatDoesNotEndIsEnded();
    void anAnswerUnderWayIsFinishedByClose();

private:
    [[nodiscard]] CertificateResult load(const char *certificate, const char *key) const
    {
        return loadCertificate(m_authority.path(certificate), m_authority.path(key), m_now);
    }

    TestAuthority m_authority;
    /// Within the certificates' time.
    models::Instant m_now;
};

void TestTlsServer::initTestCase()
{
    QVERIFY(m_authority.isMade());
    QVERIFY(m_authority.sign("server", "IP:127.0.0.1"));
    QVERIFY(m_authority.sign("other", "IP:127.0.0.1"));
    const QDateTime begin = QSslCertificate::fromPath(m_authority.path("server.pem"), QSsl::Pem,
                                                      QSslCertificate::PatternSyntax::FixedString)
                                .first()
                                .effectiveDate();
    m_now = models::Instant{std::chrono::milliseconds{begin.toMSecsSinceEpoch()}} +
            std::chrono::hours{1};
    const auto openssl = [&](const QString &arguments) {
        return QProcess::execute(QStringLiteral("openssl"), arguments.split(u' ')) == 0;
    };
    QVERIFY(openssl(QStringLiteral("pkey -in %1 -aes256 -passout pass:x -out %2")
                        .arg(m_authority.path("server.key"), m_authority.path("locked.key"))));
    QVERIFY(openssl(
        QStringLiteral("genpkey -algorithm ed25519 -out %1").arg(m_authority.path("ed.key"))));
    QFile text(m_authority.path("text"));
    QVERIFY(text.open(QIODevice::WriteOnly) && text.write("no PEM at all\n") > 0);
}

void TestTlsServer::filesThatDoNotServeSayWhy_data()
{
    QTest::addColumn<QByteArray>("certificate");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<int>("days");
    // "PROBLEM at FILE"; empty where they serve.
    QTest::addColumn<QString>("problem");
    const auto row = [](const char *name, const char *certificate, const char *key, int days,
                        const char *problem) {
        QTest::newRow(name) << QByteArray(certificate) << QByteArray(key) << days
                            << QString::fromLatin1(problem);
    };
    row("a pair", "server.pem", "server.key", 0, "");
    row("no such certificate", "gone.pem", "server.key", 0, "unreadable at gone.pem");
    row("no such key", "server.pem", "gone.key", 0, "unreadable at gone.key");
    row("a folder", ".", "server.key", 0, "unreadable at .");
    row("text for a certificate", "text", "server.key", 0, "no certificate at text");
    row("text for a key", "server.pem", "text", 0, "no key at text");
    row("the files exchanged", "server.key", "server.pem", 0, "no certificate at server.key");
    row("a key of another kind", "server.pem", "ed.key", 0, "no key at ed.key");
    row("a passphrase", "server.pem", "locked.key", 0, "passphrase at locked.key");
    row("the key of another certificate", "server.pem", "other.key", 0, "not a pair at other.key");
    row("a day before it begins", "server.pem", "server.key", -1, "not yet valid at server.pem");
    row("after its end", "server.pem", "server.key", 31, "expired at server.pem");
}

void TestTlsServer::filesThatDoNotServeSayWhy()
{
    QFETCH(QByteArray, certificate);
    QFETCH(QByteArray, key);
    QFETCH(int, days);
    QFETCH(QString, problem);
    const auto result =
        loadCertificate(m_authority.path(certificate.constData()),
                        m_authority.path(key.constData()), m_now + std::chrono::hours{24 * days});
    QString found;
    if (!result) {
        found = QStringLiteral("%1 at %2")
                    .arg(nameOf(result.error().kind), result.error().place.section(u'/', -1));
    }
    QCOMPARE(found, problem);
}

void TestTlsServer::aRequestComesFromItsRealPeer()
{
    TlsFixture fixture(load("server.pem", "server.key"));
    QVERIFY(fixture.result.isListening);
    TlsPeer peer(fixture.result.port, m_authority);
    QVERIFY2(peer.isEncrypted(), qPrintable(peer.socket().errorString()));
    const QByteArray answer = peer.ask(post("/hook/1", "{\"a\":1}"));
    QCOMPARE(statusOf(answer), 200);
    QCOMPARE(bodyOf(answer), QByteArray("POST /hook/1 {\"a\":1}"));
    const auto requests = fixture.handler.requests();
    QCOMPARE(requests.size(), std::size_t(1));
    QCOMPARE(requests.front().peerAddress, QHostAddress(QHostAddress::LocalHost));
    QCOMPARE(requests.front().peerPort, peer.socket().localPort());
}

void TestTlsServer::connectionsAreKept()
{
    TlsFixture fixture(load("server.pem", "server.key"));
    TlsPeer peer(fixture.result.port, m_authority);
    for (int i = 0; i < 5; ++i)
        QCOMPARE(statusOf(peer.ask(post("/", QByteArray::number(i)))), 200);
    QCOMPARE(fixture.server.connectionCount(), 1);
    // An error closes, as without TLS; the peer sees a proper end.
    QCOMPARE(statusOf(peer.ask("BREW / HTTP/1.1\r\nHost: localhost\r\n\r\n")), 501);
    QVERIFY(peer.socket().state() == QAbstractSocket::UnconnectedState ||
            peer.socket().waitForDisconnected(patienceMs));
    QCOMPARE(peer.socket().error(), QAbstractSocket::RemoteHostClosedError);
    QTRY_COMPARE(fixture.server.connectionCount(), 0);
}

void TestTlsServer::bodiesOfMegabytesGoBothWays()
{
    TlsFixture fixture(load("server.pem", "server.key"));
    TlsPeer peer(fixture.result.port, m_authority);
    QByteArray body(3 * 1024 * 1024 + 17, Qt::Uninitialized);
    for (qsizetype i = 0; i < body.size(); ++i)
        body[i] = char('a' + i % 23);
    const QByteArray answer = peer.ask(post("/big", body));
    QCOMPARE(statusOf(answer), 200);
    QVERIFY(bodyOf(answer) == "POST /big " + body);
}

void TestTlsServer::whoEndsAtOnceIsStillHandled()
{
    TlsFixture fixture(load("server.pem", "server.key"));
    const QByteArray body(700 * 1024, 'x');
    // TLS 1.3 sends tickets behind the handshake; closed with those unread, the client's socket
    // would be reset.
    TlsPeer peer(fixture.result.port, m_authority, QSsl::TlsV1_2);
    peer.socket().write(post("/gone", body));
    while (peer.socket().bytesToWrite() + peer.socket().encryptedBytesToWrite() > 0)
        QVERIFY(peer.socket().waitForBytesWritten(patienceMs));
    peer.socket().disconnectFromHost();
    QVERIFY(peer.socket().state() == QAbstractSocket::UnconnectedState ||
            peer.socket().waitForDisconnected(patienceMs));
    QTRY_COMPARE(fixture.handler.requests().size(), std::size_t(1));
    QVERIFY(fixture.handler.requests().front().body == body);
    QTRY_COMPARE(fixture.server.connectionCount(), 0);
}

void TestTlsServer::plainTextIsNotServed()
{
    TlsFixture fixture(load("server.pem", "server.key"));
    RawPeer peer(fixture.result.port);
    peer.write(post("/hook/1", "{}"));
    QVERIFY(!peer.readAll().contains("HTTP/"));
    QCOMPARE(fixture.handler.requests().size(), std::size_t(0));
    QTRY_COMPARE(fixture.server.connectionCount(), 0);
}

void TestTlsServer::beforeTls12NobodyIsServed()
{
    TlsFixture fixture(load("server.pem", "server.key"));
    // A ClientHello of TLS 1.1 with two of its cipher suites.
    const QByteArray hello = QByteArray::fromHex("160301002f"
                                                 "0100002b"
                                                 "0302") +
                             QByteArray(32, '7') +
                             QByteArray::fromHex("00"
                                                 "0004c014c009"
                                                 "0100");
    RawPeer peer(fixture.result.port);
    peer.write(hello);
    const QByteArray answer = peer.readAll();
    // An alert, fatal, protocol_version (RFC 5246 section 7.2).
    QCOMPARE(answer.left(1).toHex() + answer.mid(3).toHex(), QByteArray("15"
                                                                        "00020246"));
    QCOMPARE(fixture.handler.requests().size(), std::size_t(0));
}

void TestTlsServer::aHandshakeThatDoesNotEndIsEnded()
{
    TlsFixture fixture(load("server.pem", "server.key"));
    RawPeer peer(fixture.result.port);
    QTRY_COMPARE(fixture.server.connectionCount(), 1);
    fixture.clock.advance(Limits().idleDeadline);
    QVERIFY(peer.readAll().isEmpty());
    QTRY_COMPARE(fixture.server.connectionCount(), 0);
}

void TestTlsServer::anAnswerUnderWayIsFinishedByClose()
{
    Responder waiting;
    std::mutex mutex;
    TlsFixture fixture(load("server.pem", "server.key"), [&](const Request &, Responder respond) {
        const std::lock_guard lock(mutex);
        waiting = std::move(respond);
    });
    TlsPeer peer(fixture.result.port, m_authority);
    peer.socket().write(post("/hook/1", "{}"));
    QVERIFY(peer.socket().waitForBytesWritten(patienceMs));
    QTRY_COMPARE(fixture.handler.requests().size(), std::size_t(1));
    const auto isTaken = [&] {
        const std::lock_guard lock(mutex);
        return bool(waiting);
    };
    QTRY_VERIFY(isTaken());
    waiting(Response());
    fixture.server.close();
    QVERIFY(peer.socket().bytesAvailable() > 0 || peer.socket().waitForReadyRead(patienceMs));
    QCOMPARE(statusOf(peer.socket().readAll()), 200);
}

QTEST_GUILESS_MAIN(TestTlsServer)
#include "tst_tlsserver.moc"
