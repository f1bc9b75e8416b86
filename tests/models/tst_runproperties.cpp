// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/resources.h"
#include "models/run/runmachine.h"
#include "tests/support/runstory.h"

#include <QHash>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <random>

using namespace otpscope;
using namespace otpscope::models;
using namespace otpscope::testsupport;

namespace {

/// What one channel may go through, by API document 4.3; the last status is where it stays.
const std::vector<QStringList> viberLives{
    {QStringLiteral("QUEUED"), QStringLiteral("DELIVERED"), QStringLiteral("SEEN")},
    {QStringLiteral("QUEUED"), QStringLiteral("DELIVERED")},
    {QStringLiteral("QUEUED"), QStringLiteral("EXPIRED")},
    {QStringLiteral("QUEUED"), QStringLiteral("FAILED")},
    {QStringLiteral("QUEUED"), QStringLiteral("UNDELIVERED")},
    {QStringLiteral("UNSENT")},
};
const std::vector<QStringList> smsLives{
    {QStringLiteral("Queued"), QStringLiteral("Sent"), QStringLiteral("Delivered")},
    {QStringLiteral("Queued"), QStringLiteral("Sent"), QStringLiteral("Undelivered")},
    {QStringLiteral("Queued"), QStringLiteral("Failed")},
    {QStringLiteral("Unsent")},
};

/// The steps in their document order, and the whole snapshots the service would have sent.
struct History
{
    QString flow;
    QStringList channels;
    bool isFailoverOnDelivered = false;
    /// Step words of each snapshot, in the order in which they were true.
    std::vector<QStringList> snapshots;
};

bool triggers(const QString &status, const QString &channel, bool isFailoverOnDelivered)
{
    const QString lower = status.toLower();
    if (lower == QLatin1String("failed") || lower == QLatin1String("undelivered")
        || lower == QLatin1String("unsent"))
        return true;
    if (channel != QLatin1String("viber"))
        return false;
    return lower == QLatin1String("expired")
           || (isFailoverOnDelivered && lower == QLatin1String("delivered"));
}

template <typename T>
const T &anyOf(const std::vector<T> &values, std::mt19937 &random)
{
    return values[random() % values.size()];
}

History randomHistory(std::mt19937 &random)
{
    History history;
    history.isFailoverOnDelivered = random() % 2 == 0;
    const size_t count = 1 + random() % 4;
    QStringList parts;
    for (size_t i = 0; i < count; ++i) {
        const bool isViber = random() % 2 == 0;
        history.channels.append(isViber ? QStringLiteral("viber") : QStringLiteral("sms"));
        parts.append(history.channels.last() + QStringLiteral(" 60")
                     + (isViber && history.isFailoverOnDelivered
                            ? QStringLiteral(" failoverOnDelivered")
                            : QString()));
    }
    history.flow = parts.join(QStringLiteral(", "));

    QStringList settled;
    for (const QString &channel : history.channels) {
        const bool isViber = channel == QLatin1String("viber");
        const QStringList &life = anyOf(isViber ? viberLives : smsLives, random);
        for (const QString &status : life)
            history.snapshots.push_back(
                settled + QStringList{channel + QLatin1Char(':') + status});
        settled.append(channel + QLatin1Char(':') + life.last());
        if (!triggers(life.last(), channel, history.isFailoverOnDelivered))
            break;
    }
    return history;
}

/// The second, simpler machine: the highest rank ever reported for each place in the flow.
QStringList expectedStatuses(const std::vector<QStringList> &delivered, const History &history)
{
    static const QHash<QString, int> ranks{
        {QStringLiteral("queued"), 1},    {QStringLiteral("sent"), 2},
        {QStringLiteral("delivered"), 3}, {QStringLiteral("undelivered"), 4},
        {QStringLiteral("expired"), 4},   {QStringLiteral("failed"), 4},
        {QStringLiteral("unsent"), 4},    {QStringLiteral("seen"), 5},
    };
    QStringList best(history.channels.size(), QString());
    for (const QStringList &snapshot : delivered) {
        for (qsizetype i = 0; i < snapshot.size(); ++i) {
            const QString status = snapshot.at(i).section(QLatin1Char(':'), 1);
            if (ranks.value(status.toLower()) > ranks.value(best.at(i).toLower()))
                best[i] = status;
        }
    }
    return best;
}

QStringList statusesOf(const RunMachine &machine)
{
    QStringList statuses;
    for (const StepState &step : machine.state().steps)
        statuses.append(step.status);
    return statuses;
}

RunMachine played(const History &history, const std::vector<QStringList> &delivered,
                  const Catalogue &catalogue)
{
    RunMachine machine(storyFlow(history.flow), catalogue);
    qint64 id = 0;
    for (const QStringList &snapshot : delivered)
        machine.apply(storyObservation(QStringLiteral("webhook 100 - ")
                                           + snapshot.join(QLatin1Char(' ')),
                                       ++id));
    return machine;
}

/// Shuffled, some lost, some doubled.
std::vector<QStringList> mishandled(std::vector<QStringList> snapshots, std::mt19937 &random)
{
    std::vector<QStringList> delivered;
    for (const QStringList &snapshot : snapshots) {
        const unsigned copies = random() % 4;
        for (unsigned i = 0; i < copies; ++i)
            delivered.push_back(snapshot);
    }
    std::shuffle(delivered.begin(), delivered.end(), random);
    return delivered;
}

QString described(const History &history, const std::vector<QStringList> &delivered)
{
    QStringList lines{history.flow};
    for (const QStringList &snapshot : delivered)
        lines.append(snapshot.join(QLatin1Char(' ')));
    return lines.join(QLatin1Char('\n'));
}

} // namespace

/// Random legal flows and histories, each against a second, simpler implementation.
class TestRunProperties final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void highestStatusesWinWhateverTheOrder();
    void theOutcomeDoesNotDependOnTheOrder();
    void failoversAreThoseOfTheSteps();
    void noBodyBreaksTheMachine();

private:
    const Catalogue m_catalogue = platform::builtInCatalogue();
};

void TestRunProperties::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
}

void TestRunProperties::highestStatusesWinWhateverTheOrder()
{
    std::mt19937 random(20261123);
    for (int round = 0; round < 600; ++round) {
        const History history = randomHistory(random);
        const std::vector<QStringList> delivered = mishandled(history.snapshots, random);
        const RunMachine machine = played(history, delivered, m_catalogue);
        QVERIFY2(statusesOf(machine) == expectedStatuses(delivered, history),
                 qPrintable(described(history, delivered)));
    }
}

void TestRunProperties::theOutcomeDoesNotDependOnTheOrder()
{
    std::mt19937 random(4711);
    for (int round = 0; round < 600; ++round) {
        const History history = randomHistory(random);
        std::vector<QStringList> delivered = mishandled(history.snapshots, random);
        const RunMachine first = played(history, delivered, m_catalogue);
        std::shuffle(delivered.begin(), delivered.end(), random);
        const RunMachine second = played(history, delivered, m_catalogue);
        const QString what = described(history, delivered);
        QVERIFY2(printed(first.state()) == printed(second.state()), qPrintable(what));
        QVERIFY2(first.state().due == second.state().due, qPrintable(what));
        QVERIFY2(first.failovers().size() == second.failovers().size(), qPrintable(what));
    }
}

void TestRunProperties::failoversAreThoseOfTheSteps()
{
    std::mt19937 random(99);
    for (int round = 0; round < 600; ++round) {
        const History history = randomHistory(random);
        const RunMachine machine = played(history, history.snapshots, m_catalogue);
        const QString what = described(history, history.snapshots);
        const qsizetype tried = history.snapshots.back().size();
        QVERIFY2(static_cast<qsizetype>(machine.failovers().size()) == tried - 1,
                 qPrintable(what));
        for (const Failover &failover : machine.failovers()) {
            const QString word = history.snapshots.back().at(failover.fromOrder - 1);
            QVERIFY2(failover.trigger == word.section(QLatin1Char(':'), 1), qPrintable(what));
            QVERIFY2(failover.reason != FailoverReason::Unexplained, qPrintable(what));
        }
    }
}

void TestRunProperties::noBodyBreaksTheMachine()
{
    std::mt19937 random(7);
    const QByteArray whole =
        storyObservation(QStringLiteral("webhook 1 InProgress viber:EXPIRED@0 price=0.1 sms:Sent"))
            .exchange.requestBody;
    RunMachine machine(storyFlow(QStringLiteral("viber 60, sms 60")), m_catalogue);
    for (int round = 0; round < 2000; ++round) {
        Observation observation = storyObservation(QStringLiteral("webhook 1 ="), round + 1);
        QByteArray &body = observation.exchange.requestBody;
        body = whole.left(static_cast<qsizetype>(random() % (whole.size() + 1)));
        for (int change = 0; change < 3 && !body.isEmpty(); ++change)
            body[static_cast<qsizetype>(random() % body.size())] = static_cast<char>(random());
        machine.apply(observation);
    }
    QCOMPARE(machine.state().counts.webhook, 2000);
    QVERIFY(machine.state().steps.size() <= 2 + 16);
}

QTEST_GUILESS_MAIN(TestRunProperties)
#include "tst_runproperties.moc"
