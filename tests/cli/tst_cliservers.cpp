// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"
#include "tests/support/testauthority.h"

#include <QSslSocket>
#include <QTcpSocket>
#include <QTest>
#include <QUrl>

#include <csignal>

using namespace otpscope;
using testsupport::Ended;
using testsupport::Program;

namespace {

constexpr int patienceMs = 30'000;

/// One request on a connection of its own; everything that came back.
QByteArray answerTo(const QString &address, const QByteArray &method, const QByteArray &path,
                    const QByteArray &body, const QByteArray &moreHead = {})
{
    const QUrl url(address);
    QTcpSocket socket;
    socket.connectToHost(url.host(), static_cast<quint16>(url.port()));
    socket.write(method + ' ' + path + " HTTP/1.1\r\nHost: " + url.authority().toUtf8()
                 + "\r\n" + moreHead + "Content-Type: application/json\r\nConnection: close\r\nContent-Length: "
                 + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    while (socket.state() != QAbstractSocket::UnconnectedState
           && socket.waitForReadyRead(patienceMs)) {
    }
    return socket.readAll();
}

} // namespace

/// otpscope-cli simulate and receive, as others' programs meet them.
class TestCliServers final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theSimulatorAnswersUnderItsAddress();
    void webhooksArePrintedStoredAndReplayable();
    void echoGivesBackWhatItGot();
    void aSecondReceiverKeepsAStoreOfItsOwn();
    void whoIsNotAllowedIsAnswered403();
    void otherMachinesAreWarnedOf();
    void webhooksComeInByHttps();
    void wrongAccessOptionsSayWhatIsWrong_data();
    void wrongAccessOptionsSayWhatIsWrong();
};

void TestCliServers::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
}

void TestCliServers::theSimulatorAnswersUnderItsAddress()
{
    Program program;
    QProcess simulator;
    program.start(simulator, {QStringLiteral("simulate")});
    const QString address = Program::listeningAddress(simulator);
    QVERIFY2(address.startsWith(QStringLiteral("http://127.0.0.1:")), qPrintable(address));
    const QByteArray answer =
        answerTo(address, "POST", "/failover-otp/otp/send-failover", "{\"flow\": []}");
    QVERIFY2(answer.startsWith("HTTP/1.1 403") || answer.startsWith("HTTP/1.1 401"),
             answer.constData());
    QCOMPARE(Program::end(simulator, SIGTERM).exitCode, 0);
}

void TestCliServers::webhooksArePrintedStoredAndReplayable()
{
    Program program;
    const QString store = program.path(QStringLiteral("hooks.sqlite"));
    QProcess receiver;
    program.start(receiver, {QStringLiteral("receive"), QStringLiteral("--print"),
                             QStringLiteral("--store"), store});
    const QString address = Program::listeningAddress(receiver);
    QVERIFY(!address.isEmpty());
    const QByteArray body =
        R"({"flow_id":"f1","status":"Succeeded","steps":[{"tracking_id":"t1","channel":"viber","status":"SEEN"}]})";
    QVERIFY(answerTo(address, "POST", "/any/path", body).startsWith("HTTP/1.1 200"));
    QVERIFY(answerTo(address, "POST", "/", "no json at all").startsWith("HTTP/1.1 200"));
    QVERIFY(answerTo(address, "GET", "/", "").startsWith("HTTP/1.1 405"));

    const Ended ended = Program::end(receiver, SIGINT);
    QCOMPARE(ended.exitCode, 0);
    QVERIFY2(ended.err.contains(QStringLiteral("Stored 2 webhooks in ")), qPrintable(ended.err));
    const auto lines = ended.out.split('\n');
    QCOMPARE(lines.size(), 3);
    const models::Json first = testsupport::jsonIn(lines.at(0));
    QCOMPARE(testsupport::keysOf(first), QStringLiteral("at source path body"));
    QCOMPARE(first["path"].get<std::string>(), std::string("/any/path"));
    QCOMPARE(models::compactJson(first["body"]), body);
    QCOMPARE(testsupport::jsonIn(lines.at(1))["body"].get<std::string>(),
             std::string("no json at all"));

    const Ended replayed = program.run({QStringLiteral("replay"), QStringLiteral("-"),
                                        QStringLiteral("--format"), QStringLiteral("json")},
                                       ended.out);
    QCOMPARE(testsupport::jsonIn(replayed.out)["observations"]["webhook"].get<int>(), 2);
}

void TestCliServers::echoGivesBackWhatItGot()
{
    Program program;
    QProcess receiver;
    program.start(receiver, {QStringLiteral("receive"), QStringLiteral("--echo")});
    const QString address = Program::listeningAddress(receiver);
    QVERIFY(!address.isEmpty());
    const QByteArray answer = answerTo(address, "PUT", "/x?y=1", "as it is");
    QVERIFY2(answer.startsWith("HTTP/1.1 200"), answer.constData());
    QVERIFY(answer.endsWith("\r\n\r\nas it is"));
    QCOMPARE(Program::end(receiver, SIGTERM).exitCode, 0);
}

void TestCliServers::aSecondReceiverKeepsAStoreOfItsOwn()
{
    Program program;
    QProcess first;
    program.start(first, {QStringLiteral("receive")});
    QVERIFY(!Program::listeningAddress(first).isEmpty());
    QProcess second;
    program.start(second, {QStringLiteral("receive")});
    QVERIFY(!Program::listeningAddress(second).isEmpty());
    const Ended ended = Program::end(second, SIGTERM);
    QCOMPARE(ended.exitCode, 0);
    QVERIFY2(ended.err.contains(QStringLiteral("The history is open in another program")),
             qPrintable(ended.err));
    QCOMPARE(Program::end(first, SIGTERM).exitCode, 0);
}

void TestCliServers::whoIsNotAllowedIsAnswered403()
{
    Program program;
    QProcess receiver;
    program.start(receiver,
                  {QStringLiteral("receive"), QStringLiteral("--allow-from"),
                   QStringLiteral("192.0.2.0/24"), QStringLiteral("--allow-from"),
                   QStringLiteral("2001:db8::/32"), QStringLiteral("--trusted-proxy"),
                   QStringLiteral("127.0.0.1")});
    const QString address = Program::listeningAddress(receiver);
    QVERIFY(!address.isEmpty());
    QVERIFY(answerTo(address, "POST", "/a", "{}").startsWith("HTTP/1.1 403"));
    QVERIFY(answerTo(address, "POST", "/a", "{}", "X-Forwarded-For: 192.0.2.7\r\n")
                .startsWith("HTTP/1.1 200"));
    const Ended ended = Program::end(receiver, SIGTERM);
    QCOMPARE(ended.exitCode, 0);
    QVERIFY2(ended.err.contains(QStringLiteral("Answered 403, for they came from elsewhere: 1.")),
             qPrintable(ended.err));
    QVERIFY2(ended.err.contains(QStringLiteral("Stored 1 webhook in ")), qPrintable(ended.err));
}

void TestCliServers::otherMachinesAreWarnedOf()
{
    Program program;
    QProcess receiver;
    program.start(receiver, {QStringLiteral("receive"), QStringLiteral("--host"),
                             QStringLiteral("0.0.0.0")});
    QVERIFY(Program::listeningAddress(receiver).startsWith(QStringLiteral("http://0.0.0.0:")));
    const Ended ended = Program::end(receiver, SIGTERM);
    QVERIFY2(ended.err.startsWith(QStringLiteral(
                 "Other machines can reach this receiver on 0.0.0.0. All of them may post: "
                 "--allow-from names those that may. What they post travels in clear text: "
                 "--certificate and --key encrypt it.")),
             qPrintable(ended.err));
}

void TestCliServers::webhooksComeInByHttps()
{
    const testsupport::TestAuthority authority;
    QVERIFY(authority.isMade() && authority.sign("server", "IP:127.0.0.1"));
    Program program;
    QProcess receiver;
    program.start(receiver, {QStringLiteral("receive"), QStringLiteral("--certificate"),
                             authority.path("server.pem"), QStringLiteral("--key"),
                             authority.path("server.key")});
    const QUrl address(Program::listeningAddress(receiver));
    QCOMPARE(address.scheme(), QStringLiteral("https"));
    QSslConfiguration trusting = QSslConfiguration::defaultConfiguration();
    trusting.setCaCertificates(QSslCertificate::fromPath(
        authority.certificatePath(), QSsl::Pem, QSslCertificate::PatternSyntax::FixedString));
    QSslSocket peer;
    peer.setSslConfiguration(trusting);
    peer.connectToHostEncrypted(address.host(), static_cast<quint16>(address.port()));
    QVERIFY2(peer.waitForEncrypted(patienceMs), qPrintable(peer.errorString()));
    peer.write("POST /a HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 2\r\n\r\n{}");
    QVERIFY(peer.waitForReadyRead(patienceMs));
    QVERIFY(peer.readAll().startsWith("HTTP/1.1 200"));
    const Ended ended = Program::end(receiver, SIGTERM);
    QVERIFY2(ended.err.contains(QStringLiteral("Stored 1 webhook in ")), qPrintable(ended.err));
}

void TestCliServers::wrongAccessOptionsSayWhatIsWrong_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, const QString &options, const char *sentence) {
        QTest::newRow(name) << options.split(u' ') << QString::fromLatin1(sentence);
    };
    row("a source by name", QStringLiteral("--allow-from routee.net"),
        "--allow-from takes an IP address or a range like 192.0.2.0/24, not routee.net.");
    row("a proxy with too many bits", QStringLiteral("--trusted-proxy 10.0.0.0/33"),
        "--trusted-proxy takes an IP address or a range like 192.0.2.0/24, not 10.0.0.0/33.");
    row("a certificate without its key", QStringLiteral("--certificate server.pem"),
        "--certificate and --key belong together: give both, or none.");
    row("files that are not there",
        QStringLiteral("--certificate /nonexistent/a --key /nonexistent/b"),
        "/nonexistent/a cannot be read (");
}

void TestCliServers::wrongAccessOptionsSayWhatIsWrong()
{
    QFETCH(QStringList, options);
    QFETCH(QString, sentence);
    Program program;
    const Ended ended = program.run(QStringList{QStringLiteral("receive")} + options);
    QCOMPARE(ended.exitCode, 2);
    QVERIFY2(ended.err.contains(sentence), qPrintable(ended.err));
    QVERIFY(ended.out.isEmpty());
}

QTEST_GUILESS_MAIN(TestCliServers)
#include "tst_cliservers.moc"
