// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"

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
                    const QByteArray &body)
{
    const QUrl url(address);
    QTcpSocket socket;
    socket.connectToHost(url.host(), static_cast<quint16>(url.port()));
    socket.write(method + ' ' + path + " HTTP/1.1\r\nHost: " + url.authority().toUtf8()
                 + "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
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

QTEST_GUILESS_MAIN(TestCliServers)
#include "tst_cliservers.moc"
