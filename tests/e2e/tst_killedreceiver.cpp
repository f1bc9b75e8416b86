// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/observationstore.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <csignal>
#include <set>
#include <thread>

using namespace otpscope;

namespace {

constexpr int rounds = 20;
constexpr int senders = 8;
constexpr int waitMs = 10'000;

QByteArray webhookBody(const QByteArray &id)
{
    return R"({"flowId":")" + id + R"(","status":"InProgress","total_cost":0.0093,"steps":[]})";
}

QByteArray webhookRequest(const QByteArray &body)
{
    return "POST /hook HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
           "Content-Length: " +
           QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

/// Sends webhooks one after the other over one connection until the receiver is gone; returns the
/// bodies of those that were answered 200.
std::vector<QByteArray> sendUntilKilled(quint16 port, const QByteArray &prefix)
{
    std::vector<QByteArray> answered;
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), port);
    if (!socket.waitForConnected(waitMs))
        return answered;
    for (int i = 0;; ++i) {
        const QByteArray body = webhookBody(prefix + QByteArray::number(i));
        socket.write(webhookRequest(body));
        QByteArray answer;
        while (!answer.contains("\r\n\r\n")) {
            if (!socket.waitForReadyRead(waitMs))
                return answered;
            answer += socket.readAll();
        }
        if (!answer.startsWith("HTTP/1.1 200 "))
            return answered;
        answered.push_back(body);
    }
}

/// Bodies of all webhooks in the store. What must be exactly once is told by the count.
std::multiset<QByteArray> storedBodies(store::ObservationStore &store)
{
    constexpr int page = 5'000;
    std::multiset<QByteArray> bodies;
    models::ObservationId after;
    for (;;) {
        const auto observations = store.observations(models::RunId(), after, page);
        for (const auto &observation : observations)
            bodies.insert(observation.exchange.requestBody);
        if (observations.size() < page)
            return bodies;
        after = observations.back().id;
    }
}

} // namespace

/// kill -9 of `otpscope-cli receive` under load: what it answered 200 is in the store, once.
class KilledReceiver : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void everyAnsweredWebhookIsInTheStore();
};

void KilledReceiver::everyAnsweredWebhookIsInTheStore()
{
    QTemporaryDir folder;
    QVERIFY(folder.isValid());
    const QString storePath = folder.filePath(QStringLiteral("webhooks.db"));
    QRandomGenerator random(20261123);
    std::multiset<QByteArray> answered;
    for (int round = 0; round < rounds; ++round) {
        QProcess receiver;
        receiver.start(QStringLiteral(OTPSCOPE_CLI),
                       {QStringLiteral("receive"), QStringLiteral("--store"), storePath});
        QByteArray firstLine;
        while (!firstLine.contains('\n')) {
            QVERIFY2(receiver.waitForReadyRead(waitMs),
                     receiver.readAllStandardError().constData());
            firstLine += receiver.readAllStandardOutput();
        }
        const QByteArray address = firstLine.mid(int(qstrlen("listening on "))).trimmed();
        const auto port = static_cast<quint16>(QUrl(QString::fromUtf8(address)).port());
        QVERIFY(port > 0);

        std::vector<std::vector<QByteArray>> perSender(senders);
        std::vector<std::thread> threads;
        for (int sender = 0; sender < senders; ++sender) {
            const QByteArray prefix =
                "r" + QByteArray::number(round) + "-s" + QByteArray::number(sender) + "-";
            threads.emplace_back([&perSender, sender, port, prefix] {
                perSender[static_cast<std::size_t>(sender)] = sendUntilKilled(port, prefix);
            });
        }
        // The moment of the kill is the subject here, so that real time has to pass.
        receiver.waitForFinished(random.bounded(20, 400));
        ::kill(static_cast<pid_t>(receiver.processId()), SIGKILL);
        for (std::thread &thread : threads)
            thread.join();
        QVERIFY(receiver.waitForFinished(waitMs));
        for (const auto &bodies : perSender)
            answered.insert(bodies.begin(), bodies.end());
    }
    QVERIFY2(answered.size() > rounds * senders, "There was hardly any load.");

    const auto opened = store::ObservationStore::open(storePath);
    QVERIFY(opened);
    QVERIFY(opened.value()->movedAside().isEmpty());
    const std::multiset<QByteArray> stored = storedBodies(*opened.value());
    for (const QByteArray &body : answered)
        QVERIFY2(stored.count(body) == 1, body.constData());
    qInfo("%zu webhooks answered 200 in %d rounds, %zu stored", answered.size(), rounds,
          stored.size());
}

QTEST_GUILESS_MAIN(KilledReceiver)
#include "tst_killedreceiver.moc"
