// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/webhook/tunnel.h"

#include <QDir>
#include <QFile>
#include <QHostAddress>
#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace otpscope::webhook;
using State = TunnelStatus::State;
using std::chrono::milliseconds;

namespace {

constexpr Tunnel::Waits quick{milliseconds{20}, milliseconds{80}, milliseconds{60'000}};

/// What a tunnel told, one word a change.
struct Told
{
    explicit Told(Tunnel &tunnel)
    {
        QObject::connect(&tunnel, &Tunnel::changed, &tunnel, [this](const TunnelStatus &status) {
            last = status;
            switch (status.state) {
            case State::Starting:
                words.append(QStringLiteral("starting"));
                break;
            case State::Up:
                words.append(status.address.toString());
                break;
            case State::Nameless:
                words.append(QStringLiteral("nameless"));
                break;
            case State::Down:
                words.append(QStringLiteral("down %1").arg(status.retryIn.count()));
                break;
            }
        });
    }

    TunnelStatus last;
    QStringList words;
};

bool isAlive(qint64 process)
{
    return QFile::exists(QStringLiteral("/proc/%1").arg(process));
}

quint16 freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : quint16(0);
}

} // namespace

class TestTunnel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void theAddressIsReadFromItsOutput_data();
    void theAddressIsReadFromItsOutput();
    void itIsStartedAgainWithGrowingWaits();
    void oneThatNamesNoAddressIsSaidToBeNameless();
    void whatCannotStartIsSaid();
    void itEndsWithItsObject();
    void sshForwardsAPortOfThisMachine();
};

void TestTunnel::theAddressIsReadFromItsOutput_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("address");
    QTest::newRow("cloudflared") << QStringLiteral("cloudflared")
                                 << QStringLiteral("INF |  https://two-words.trycloudflare.com  |")
                                 << QStringLiteral("https://two-words.trycloudflare.com");
    QTest::newRow("cloudflared's other addresses")
        << QStringLiteral("/usr/bin/cloudflared")
        << QStringLiteral("Read https://developers.cloudflare.com/tunnel") << QString();
    QTest::newRow("ngrok") << QStringLiteral("ngrok")
                           << QStringLiteral(
                                  "lvl=info msg=\"started tunnel\" url=https://ab12.ngrok.app")
                           << QStringLiteral("https://ab12.ngrok.app");
    QTest::newRow("tailscale funnel")
        << QStringLiteral("tailscale") << QStringLiteral("https://box.tail1.ts.net/")
        << QStringLiteral("https://box.tail1.ts.net");
    QTest::newRow("any other") << QStringLiteral("lt")
                               << QStringLiteral("your url is: https://x.example/p")
                               << QStringLiteral("https://x.example/p");
}

void TestTunnel::theAddressIsReadFromItsOutput()
{
    QFETCH(QString, program);
    QFETCH(QString, line);
    QFETCH(QString, address);
    const auto match = addressPatternOf(program + QStringLiteral(" --port {port}")).match(line);
    QCOMPARE(match.captured(match.lastCapturedIndex()), address);
}

void TestTunnel::itIsStartedAgainWithGrowingWaits()
{
    const QTemporaryDir folder;
    // Comes up at the fourth start.
    const QString script =
        QStringLiteral("sh -c \"echo x >> %1/n; test $(wc -l < %1/n) -lt 4 && exit 1; echo at "
                       "https://{port}.example; exec tail -f /dev/null\"")
            .arg(folder.path());
    Tunnel tunnel(script, 4711, quick);
    const Told told(tunnel);
    tunnel.start();
    QTRY_COMPARE(told.last.address, QUrl(QStringLiteral("https://4711.example")));
    QCOMPARE(told.words.join(QStringLiteral(", ")),
             QStringLiteral("starting, down 20, starting, down 40, starting, down 80, starting, "
                            "https://4711.example"));
}

void TestTunnel::oneThatNamesNoAddressIsSaidToBeNameless()
{
    // As ssh does: it runs, and says nothing of an address. It breaks once before.
    const QTemporaryDir folder;
    const QString script =
        QStringLiteral("sh -c \"echo x >> %1/n; test $(wc -l < %1/n) -lt 2 && exit 1; echo "
                       "forwarding; exec tail -f %1/end\"")
            .arg(folder.path());
    QFile end(folder.filePath(QStringLiteral("end")));
    QVERIFY(end.open(QIODevice::WriteOnly));
    Tunnel tunnel(script, 1, {milliseconds{20}, milliseconds{80}, milliseconds{100}});
    const Told told(tunnel);
    tunnel.start();
    QTRY_COMPARE(told.words.join(QStringLiteral(", ")),
                 QStringLiteral("starting, down 20, starting, nameless"));
    QCOMPARE(told.last.words, QStringLiteral("forwarding"));
    QVERIFY(told.last.address.isEmpty());
}

void TestTunnel::whatCannotStartIsSaid()
{
    Tunnel tunnel(QStringLiteral("/nonexistent/tunnel"), 1, quick);
    const Told told(tunnel);
    tunnel.start();
    QTRY_VERIFY(told.words.size() >= 4);
    QCOMPARE(told.words.mid(0, 4).join(QStringLiteral(", ")),
             QStringLiteral("starting, down 20, starting, down 40"));
}

void TestTunnel::itEndsWithItsObject()
{
    qint64 process = 0;
    {
        Tunnel tunnel(QStringLiteral("sh -c \"echo https://$$.example; exec tail -f /dev/null\""),
                      1, quick);
        const Told told(tunnel);
        tunnel.start();
        QTRY_VERIFY(!told.last.address.isEmpty());
        process = told.last.address.host().section(u'.', 0, 0).toLongLong();
        QVERIFY(isAlive(process));
    }
    QVERIFY(!isAlive(process));
}

void TestTunnel::sshForwardsAPortOfThisMachine()
{
    const QString sshd = QStandardPaths::findExecutable(
        QStringLiteral("sshd"), {QStringLiteral("/usr/sbin"), QStringLiteral("/usr/bin")});
    const QString ssh = QStandardPaths::findExecutable(QStringLiteral("ssh"));
    if (sshd.isEmpty() || ssh.isEmpty())
        QSKIP("openssh is not installed here.");
    const QTemporaryDir folder;
    const auto keyAt = [&](const char *name) {
        return QProcess::execute(QStringLiteral("ssh-keygen"),
                                 {QStringLiteral("-q"), QStringLiteral("-t"),
                                  QStringLiteral("ed25519"), QStringLiteral("-N"), QString(),
                                  QStringLiteral("-f"), folder.filePath(QLatin1String(name))}) == 0;
    };
    QVERIFY(keyAt("host") && keyAt("user"));
    // Started by root, it wants the folder that its own unit makes.
    QDir().mkpath(QStringLiteral("/run/sshd"));
    const QString port = QString::number(freePort());
    QProcess server;
    server.start(
        sshd, {QStringLiteral("-D"), QStringLiteral("-e"), QStringLiteral("-f"),
               QStringLiteral("/dev/null"), QStringLiteral("-p"), port, QStringLiteral("-o"),
               QStringLiteral("ListenAddress=127.0.0.1"), QStringLiteral("-o"),
               QStringLiteral("UsePAM=no"), QStringLiteral("-o"), QStringLiteral("StrictModes=no"),
               QStringLiteral("-o"), QStringLiteral("PidFile=none"), QStringLiteral("-o"),
               QStringLiteral("AuthorizedKeysFile=") + folder.filePath(QStringLiteral("user.pub")),
               QStringLiteral("-h"), folder.filePath(QStringLiteral("host"))});
    QVERIFY(server.waitForStarted());
    QByteArray said;
    const auto isServing = [&] {
        said += server.readAllStandardError();
        return said.contains("Server listening") || server.state() == QProcess::NotRunning;
    };
    QTRY_VERIFY(isServing());
    QVERIFY2(server.state() == QProcess::Running, said.constData());

    QTcpServer receiver;
    QVERIFY(receiver.listen(QHostAddress::LocalHost));
    const quint16 publicPort = freePort();
    Tunnel tunnel(QStringLiteral("%1 -N -v -p %2 -i %3 -o StrictHostKeyChecking=no -o "
                                 "UserKnownHostsFile=/dev/null -o ExitOnForwardFailure=yes -o "
                                 "BatchMode=yes -R %4:127.0.0.1:{port} 127.0.0.1")
                      .arg(ssh, port, folder.filePath(QStringLiteral("user")))
                      .arg(publicPort),
                  receiver.serverPort(),
                  {milliseconds{200}, milliseconds{400}, milliseconds{500}});
    const Told told(tunnel);
    tunnel.start();
    // ssh names no address; the way is open once the public port answers.
    const auto isOpen = [&] {
        QTcpSocket peer;
        peer.connectToHost(QHostAddress::LocalHost, publicPort);
        return peer.waitForConnected(200);
    };
    const bool isThrough = QTest::qWaitFor(isOpen, 10'000);
    said += server.readAllStandardError();
    if (!isThrough && said.contains("not allowed"))
        QSKIP("This account may not log in by ssh.");
    QVERIFY2(isThrough, said.constData());
    QTRY_VERIFY(receiver.hasPendingConnections());
    QTRY_COMPARE(told.words.constLast(), QStringLiteral("nameless"));
    server.terminate();
    QVERIFY(server.waitForFinished());
}

QTEST_GUILESS_MAIN(TestTunnel)
#include "tst_tunnel.moc"
