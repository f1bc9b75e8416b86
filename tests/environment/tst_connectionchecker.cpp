// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/environment/connection.h"
#include "app/environment/connectionchecker.h"
#include "tests/support/lookups.h"
#include "tests/support/testauthority.h"

#include <QRegularExpression>
#include <QSslServer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <memory>
#include <optional>

using namespace otpscope;
using environment::ConnectionChecker;
using models::CheckStep;
using models::ConnectionCheck;
using testsupport::TestAuthority;

namespace {

const QByteArray tokenBody = R"({"access_token":"4f5c8e0a","token_type":"bearer",)"
                             R"("expires_in":3423,"scope":"sms failover",)"
                             R"("permissions":["MT_ROLE_SMS","MT_ROLE_FAILOVER"]})";

QByteArray answer(int status, const QByteArray &body)
{
    return "HTTP/1.1 " + QByteArray::number(status) +
           " Scripted\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

/// What a peer at the other end of the encryption says, word for word.
struct Words
{
    QByteArray toToken = answer(200, tokenBody);
    QByteArray toHealth = answer(200, R"({"status":"ok"})");
};

void speak(QTcpServer &server, const Words &words)
{
    QObject::connect(&server, &QTcpServer::pendingConnectionAvailable, &server, [&server, words] {
        while (QTcpSocket *socket = server.nextPendingConnection()) {
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket, words] {
                const bool isHealth = socket->readAll().startsWith("GET ");
                socket->write(isHealth ? words.toHealth : words.toToken);
            });
        }
    });
}

/// Answers whatever comes first with these bytes and closes: a peer without TLS of ours.
class RawServer final : public QTcpServer
{
public:
    explicit RawServer(const QByteArray &bytes)
    {
        connect(this, &QTcpServer::newConnection, this, [this, bytes] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket, bytes] {
                socket->readAll();
                if (bytes.isEmpty())
                    return;
                socket->write(bytes);
                socket->disconnectFromHost();
            });
        });
        listen(QHostAddress::LocalHost);
    }
};

models::Environment environmentAt(const QString &host, quint16 port)
{
    models::Environment result;
    result.name = QStringLiteral("Acceptance");
    result.service = QStringLiteral("https://%1:%2/failover-otp").arg(host).arg(port);
    result.token = QStringLiteral("https://%1:%2/oauth/token").arg(host).arg(port);
    result.applicationId = QStringLiteral("app-1");
    result.limits.connect = std::chrono::seconds{1};
    return result;
}

QString stateWord(CheckStep::State state)
{
    switch (state) {
    case CheckStep::State::Waiting:
        return QStringLiteral("waiting");
    case CheckStep::State::Running:
        return QStringLiteral("running");
    case CheckStep::State::Passed:
        return QStringLiteral("passed");
    case CheckStep::State::Failed:
        return QStringLiteral("FAILED");
    case CheckStep::State::NotNeeded:
        return QStringLiteral("not needed");
    }
    Q_UNREACHABLE();
}

QString factsOf(const CheckStep &step)
{
    const CheckStep::Certificate &certificate = step.certificate;
    switch (step.kind) {
    case CheckStep::Kind::Name:
        return QStringLiteral("name ") + step.addresses.join(u' ');
    case CheckStep::Kind::Tls:
        return certificate.subject.isEmpty()
                   ? QStringLiteral("tls")
                   : QStringLiteral("tls %1 by %2").arg(certificate.subject, certificate.issuer);
    case CheckStep::Kind::Token:
        return step.lifetime ? QStringLiteral("token %1 s, %2, %3")
                                   .arg(step.lifetime->count())
                                   .arg(step.scope, step.permissions.join(u' '))
                             : QStringLiteral("token");
    case CheckStep::Kind::Health:
        return QStringLiteral("health ") + step.health;
    }
    Q_UNREACHABLE();
}

/// "passed name 127.0.0.1", a line for each step that was reached.
QString printed(const ConnectionCheck &check)
{
    QStringList lines;
    for (const CheckStep &step : check.steps) {
        if (step.state == CheckStep::State::Waiting)
            continue;
        const QString problem =
            step.problem.isEmpty() ? QString() : QStringLiteral(": ") + step.problem;
        lines.append((stateWord(step.state) + u' ' + factsOf(step)).trimmed() + problem);
    }
    return lines.join(u'\n');
}

/// The whole check, step by step, until it is over.
std::optional<ConnectionCheck> checked(const models::Environment &environment)
{
    const auto connection = environment::connectionFor(environment, {QStringLiteral("s3cret"), {}});
    if (!connection)
        return std::nullopt;
    ConnectionChecker checker(connection.value());
    ConnectionCheck last;
    QObject::connect(&checker, &ConnectionChecker::progressed, &checker,
                     [&last](const ConnectionCheck &check) { last = check; });
    checker.start();
    if (!QTest::qWaitFor([&last] { return last.isOver; }))
        return std::nullopt;
    return last;
}

} // namespace

/// Looking whether an environment can be reached, against peers with certificates of all kinds.
class TestConnectionChecker final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void certificates_data();
    void certificates();
    void peersWithoutOurTls_data();
    void peersWithoutOurTls();
    void namesThatAreNotFound_data();
    void namesThatAreNotFound();
    void whatTokenAndHealthSay_data();
    void whatTokenAndHealthSay();
    void aFileWithoutCertificatesIsSaid();
    void cleanupTestCase() { testsupport::silence.release(100); }

private:
    /// A TLS server with a certificate for 127.0.0.1 that the environment knows.
    [[nodiscard]] std::unique_ptr<QSslServer> trustedServer(const QByteArray &name) const;

    const TestAuthority m_authority;
};

void TestConnectionChecker::initTestCase()
{
    if (!m_authority.isMade())
        QSKIP("openssl is not installed here.");
    QVERIFY(m_authority.sign("fits", "IP:127.0.0.1"));
    QVERIFY(m_authority.sign("foreign", "DNS:otp.example"));
    QVERIFY(m_authority.sign("expired", "IP:127.0.0.1", -1));
}

std::unique_ptr<QSslServer> TestConnectionChecker::trustedServer(const QByteArray &name) const
{
    auto server = std::make_unique<QSslServer>();
    server->setSslConfiguration(m_authority.configuration(name));
    server->listen(QHostAddress::LocalHost);
    return server;
}

void TestConnectionChecker::certificates_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("isAuthorityKnown");
    QTest::addColumn<QString>("expected");
    const QString found = QStringLiteral("passed name 127.0.0.1\n");
    const QString facts = QStringLiteral("tls OtpScope-Test by OtpScope-Test-Authority");
    QTest::newRow("it fits, and its authority is in the environment's file")
        << QByteArray("fits") << true
        << found + QStringLiteral("passed ") + facts +
               QStringLiteral("\npassed token 3423 s, sms failover, MT_ROLE_SMS MT_ROLE_FAILOVER\n"
                              "passed health ok");
    QTest::newRow("nobody knows its authority")
        << QByteArray("fits") << false
        << found + QStringLiteral("FAILED ") + facts +
               QStringLiteral(": Nobody trusted here has signed the certificate. If it is your "
                              "company's, name the file of its authority in the environment");
    QTest::newRow("it is for another name")
        << QByteArray("foreign") << true
        << found + QStringLiteral("FAILED ") + facts +
               QStringLiteral(": The host name did not match any of the valid hosts for this "
                              "certificate");
    QTest::newRow("it has expired") << QByteArray("expired") << true
                                    << found + QStringLiteral("FAILED ") + facts +
                                           QStringLiteral(": The certificate has expired");
}

void TestConnectionChecker::certificates()
{
    QFETCH(QByteArray, name);
    QFETCH(bool, isAuthorityKnown);
    QFETCH(QString, expected);
    const auto server = trustedServer(name);
    speak(*server, {});
    models::Environment environment =
        environmentAt(QStringLiteral("127.0.0.1"), server->serverPort());
    if (isAuthorityKnown)
        environment.authoritiesFile = m_authority.certificatePath();
    const auto check = checked(environment);
    QVERIFY(check);
    QCOMPARE(printed(*check), expected);
    const CheckStep &tls = check->steps.at(1);
    QVERIFY(tls.certificate.validUntil != models::Instant());
    QCOMPARE(tls.certificate.protocol, QStringLiteral("TLS 1.3"));
    QCOMPARE(check->hasPassed(), tls.state == CheckStep::State::Passed);
}

void TestConnectionChecker::peersWithoutOurTls_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("problem");
    // A fatal alert of TLS 1.1, "protocol version" (RFC 4346, 7.2.2): all that such a peer can say.
    QTest::newRow("TLS 1.1 only")
        << QByteArray::fromHex("15030200020246")
        << QStringLiteral("The other side offers neither TLS 1.2 nor a later version");
    QTest::newRow("no TLS at all")
        << QByteArray("HTTP/1.1 400 Bad Request\r\n\r\n")
        << QStringLiteral("The other side does not speak TLS at this port");
    QTest::newRow("one that says nothing") << QByteArray() << QStringLiteral("Nothing within 1 s");
}

void TestConnectionChecker::peersWithoutOurTls()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, problem);
    const RawServer server(bytes);
    const auto check = checked(environmentAt(QStringLiteral("127.0.0.1"), server.serverPort()));
    QVERIFY(check);
    QCOMPARE(printed(*check), QStringLiteral("passed name 127.0.0.1\nFAILED tls: ") + problem);
}

void TestConnectionChecker::namesThatAreNotFound_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("problem");
    QTest::newRow("there is no such name")
        << QString::fromLatin1(testsupport::unknownName) << QStringLiteral("Host not found");
    QTest::newRow("the name server never answers")
        << QString::fromLatin1(testsupport::silentName) << QStringLiteral("Nothing within 1 s");
}

void TestConnectionChecker::namesThatAreNotFound()
{
    QFETCH(QString, host);
    QFETCH(QString, problem);
    const auto check = checked(environmentAt(host, 443));
    QVERIFY(check);
    QCOMPARE(printed(*check), QStringLiteral("FAILED name: ") + problem);
}

void TestConnectionChecker::whatTokenAndHealthSay_data()
{
    QTest::addColumn<QByteArray>("toToken");
    QTest::addColumn<QByteArray>("toHealth");
    QTest::addColumn<QString>("expected");
    const Words good;
    const QString token =
        QStringLiteral("passed token 3423 s, sms failover, MT_ROLE_SMS MT_ROLE_FAILOVER\n");
    const auto row = [&](const char *name, const Words &words, const QString &expected) {
        QTest::newRow(name) << words.toToken << words.toHealth << expected;
    };
    row("wrong credentials", {answer(401, R"({"status":401,"message":"Bad credentials"})"), {}},
        QStringLiteral("FAILED token: HTTP 401: Bad credentials"));
    row("a login page in place of the token",
        {answer(200, "<html><title>Hotel Wi-Fi</title></html>"), {}},
        QStringLiteral("FAILED token: The answer holds no token"));
    row("the service is down", {good.toToken, answer(503, R"({"detail":"Down"})")},
        token + QStringLiteral("FAILED health: HTTP 503: Down"));
    row("something else answers", {good.toToken, answer(200, "<html>Welcome</html>")},
        token + QStringLiteral("FAILED health: The answer is no JSON with a status: something else "
                               "answers at this address"));
}

void TestConnectionChecker::whatTokenAndHealthSay()
{
    QFETCH(QByteArray, toToken);
    QFETCH(QByteArray, toHealth);
    QFETCH(QString, expected);
    QTcpServer server;
    speak(server, {toToken, toHealth});
    QVERIFY(server.listen(QHostAddress::LocalHost));
    models::Environment environment =
        environmentAt(QStringLiteral("127.0.0.1"), server.serverPort());
    environment.service.replace(QStringLiteral("https:"), QStringLiteral("http:"));
    environment.token.replace(QStringLiteral("https:"), QStringLiteral("http:"));
    const auto check = checked(environment);
    QVERIFY(check);
    QCOMPARE(printed(*check), QStringLiteral("passed name 127.0.0.1\nnot needed tls\n") + expected);
}

void TestConnectionChecker::aFileWithoutCertificatesIsSaid()
{
    models::Environment environment = environmentAt(QStringLiteral("127.0.0.1"), 443);
    environment.authoritiesFile = m_authority.path("fits.key");
    const auto connection = environment::connectionFor(environment, {});
    QVERIFY(!connection);
    QCOMPARE(connection.error(), environment.authoritiesFile);
}

QTEST_GUILESS_MAIN(TestConnectionChecker)
#include "tst_connectionchecker.moc"
