// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/settling.h"

#include <QRegularExpression>
#include <QTest>

using namespace otpscope;
using namespace std::chrono_literals;
using models::Contribution;
using models::ObservationSource;
using run::Settling;

namespace {

models::MonotonicInstant at(std::chrono::milliseconds time)
{
    return models::MonotonicInstant{} + time;
}

models::Observation from(ObservationSource source)
{
    models::Observation observation;
    observation.source = source;
    return observation;
}

models::RunState concluded()
{
    models::RunState state;
    state.conclusion = models::Conclusion::StepsFinal;
    return state;
}

} // namespace

/// How long a concluded run waits for what is still on its way.
class SettlingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void anOpenRunIsNeverOver()
    {
        Settling settling(true);
        QVERIFY(!settling.isOver({}, at(1h)));
    }

    void whatWebhookAndPollAgreeOnIsOverOnceItIsQuiet()
    {
        Settling settling(true);
        settling.heard(from(ObservationSource::Webhook), Contribution::Changed, concluded(),
                       at(0ms));
        QVERIFY(settling.wantsPoll(concluded()));
        settling.heard(from(ObservationSource::Poll), Contribution::Agrees, concluded(), at(10ms));
        QVERIFY(!settling.wantsPoll(concluded()));
        QVERIFY(!settling.isOver(concluded(), at(200ms)));
        QVERIFY(settling.isOver(concluded(), at(300ms)));
    }

    void aWebhookThatDoesNotComeIsAwaitedWhereOthersCame()
    {
        Settling settling(true);
        settling.heard(from(ObservationSource::Webhook), Contribution::Changed, {}, at(0ms));
        settling.heard(from(ObservationSource::Poll), Contribution::Changed, concluded(), at(10ms));
        QVERIFY(!settling.isOver(concluded(), at(1'900ms)));
        QVERIFY(settling.isOver(concluded(), at(2'010ms)));
    }

    void itIsNotAwaitedOnceItHasCome()
    {
        Settling settling(true);
        settling.heard(from(ObservationSource::Webhook), Contribution::Changed, {}, at(0ms));
        settling.heard(from(ObservationSource::Poll), Contribution::Changed, concluded(), at(10ms));
        settling.heard(from(ObservationSource::Webhook), Contribution::Agrees, concluded(),
                       at(400ms));
        QVERIFY(settling.isOver(concluded(), at(700ms)));
    }

    void whereOneIsDueTheFirstIsAwaitedToo()
    {
        Settling settling(true);
        settling.expectWebhooks();
        settling.heard(from(ObservationSource::Poll), Contribution::Changed, concluded(), at(10ms));
        QVERIFY(!settling.isOver(concluded(), at(1'900ms)));
        QVERIFY(settling.isOver(concluded(), at(2'010ms)));
    }

    void whereNoWebhookEverCameNoneIsAwaited()
    {
        Settling settling(true);
        settling.heard(from(ObservationSource::Poll), Contribution::Changed, concluded(), at(10ms));
        QVERIFY(settling.isOver(concluded(), at(300ms)));
        Settling polled(false);
        polled.heard(from(ObservationSource::Poll), Contribution::Changed, concluded(), at(10ms));
        QVERIFY(polled.isOver(concluded(), at(20ms)));
    }
};

QTEST_GUILESS_MAIN(SettlingTest)
#include "tst_settling.moc"
