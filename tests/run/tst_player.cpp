// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/resources.h"
#include "app/run/player.h"
#include "models/run/observationlog.h"
#include "tests/support/runstory.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QtTest>

#include <algorithm>

using namespace otpscope;
using namespace std::chrono_literals;
using run::Player;

// A run of the past, played again.
class PlayerTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void howeverItIsPlayedItEndsAsInOneGo_data()
    {
        QTest::addColumn<QString>("story");
        QTest::newRow("a failover") << failover();
        QTest::newRow("delivered, and only time brings the end")
            << QStringLiteral("send 0 InProgress viber sms\n"
                              "webhook 4 InProgress viber:DELIVERED\n"
                              "poll 900 InProgress viber:DELIVERED");
        QTest::newRow("late and contradicting ones")
            << QStringLiteral("send 0 InProgress viber sms\n"
                              "webhook 301 InProgress viber:EXPIRED sms:Sent\n"
                              "webhook 20 InProgress viber:QUEUED\n"
                              "poll 302 Succeeded viber:SEEN sms:Delivered");
        QTest::newRow("nothing at all") << QString();
    }
    void howeverItIsPlayedItEndsAsInOneGo()
    {
        QFETCH(QString, story);
        const std::vector<models::Observation> observations = testsupport::storyObservations(story);
        run::Replay whole(models::RunId(QStringLiteral("r")), m_flow, m_catalogue);
        whole.apply(observations);
        QStringList expected = testsupport::printed(whole.machine());
        if (!observations.empty()) {
            models::Instant last = observations.front().arrivedAt;
            for (const models::Observation &each : observations)
                last = std::max(last, each.arrivedAt);
            whole.advanceTo(last);
            expected = testsupport::printed(whole.machine());
        }

        auto atOnce = player(story);
        (void)atOnce->playAll();
        QCOMPARE(testsupport::printed(atOnce->machine()), expected);

        auto byChange = player(story);
        constexpr int more = 50;
        for (int i = 0; i < more; ++i)
            (void)byChange->playToNextChange();
        QCOMPARE(testsupport::printed(byChange->machine()), expected);

        QRandomGenerator random(4);
        auto byTime = player(story);
        models::Instant moment = byTime->begin();
        std::size_t told = 0;
        while (!byTime->isAtEnd()) {
            moment += std::chrono::milliseconds(random.bounded(1, 60'000));
            told += byTime->playTo(moment, Player::Stop::AtMoment).observations.size();
        }
        QCOMPARE(told, observations.size());
        QCOMPARE(testsupport::printed(byTime->machine()), expected);
    }

    void itPausesAtEachChangeAndNowhereElse()
    {
        auto played = player(failover());
        QStringList stops;
        while (!played->isAtEnd()) {
            (void)played->playToNextChange();
            stops << testsupport::storySeconds(played->position());
        }
        QCOMPARE(stops.join(u' '), QStringLiteral("0 1 300 301 304"));
    }

    void itPlaysUpToAnyMarkAndBackToOne()
    {
        auto played = player(failover());
        const auto all = testsupport::storyObservations(failover());
        (void)played->playThrough(all[3].id);
        QCOMPARE(testsupport::storySeconds(played->position()), QStringLiteral("300"));
        QVERIFY(played->hasPlayed(all[3].id));
        QVERIFY(!played->hasPlayed(all[4].id));
        QVERIFY(played->playThrough(all[1].id).observations.empty());
        QVERIFY(played->playThrough(models::ObservationId{99}).observations.empty());

        auto again = std::make_unique<Player>(models::RunId(QStringLiteral("r")), m_flow,
                                              std::move(*played).release(), m_catalogue);
        QCOMPARE(again->playThrough(all[1].id).observations.size(), std::size_t(2));
        QCOMPARE(testsupport::storySeconds(again->position()), QStringLiteral("1"));
        (void)again->playAll();
        QCOMPARE(testsupport::printed(again->machine()).join(u'\n'), inOneGo(failover()));
    }

    void whatTimeAloneEndedIsOverInABundleToo()
    {
        const QString story = QStringLiteral("send 0 InProgress viber sms\n"
                                             "webhook 5 InProgress viber:DELIVERED");
        auto open = player(story);
        (void)open->playAll();
        QVERIFY(!open->machine().state().isConcluded());
        Player over(models::RunId(QStringLiteral("r")), m_flow,
                    {testsupport::storyObservations(story), testsupport::storyTime(300)},
                    m_catalogue);
        (void)over.playAll();
        QCOMPARE(over.machine().state().conclusion, models::Conclusion::DeliveredAndTtlOver);
    }

    void webhooksAreMissedWhereOurReceiverIsTheCallback_data()
    {
        QTest::addColumn<QString>("callback");
        QTest::addColumn<bool>("isMissed");
        const auto row = [](const char *name, const char *url, bool isMissed) {
            QTest::newRow(name) << QString::fromLatin1(url) << isMissed;
        };
        row("ours", "http://127.0.0.1:8099/hook/0123456789abcdef0123456789abcdef", true);
        row("ours behind a public address",
            "https://otp.example/behind/hook/0123456789abcdef0123456789abcdef", true);
        row("ours, masked", "http://127.0.0.1:8099/hook/***", true);
        row("somebody else's", "https://otp.example/hook", false);
        row("somebody else's of the same kind",
            "https://otp.example/hook/0123456789abcdef0123456789abcdef/more", false);
        row("none", "", false);
    }
    void webhooksAreMissedWhereOurReceiverIsTheCallback()
    {
        QFETCH(const QString, callback);
        QFETCH(const bool, isMissed);
        models::Flow flow = m_flow;
        flow.callback = models::Callback{callback};
        const QString story = QStringLiteral("send 0 InProgress viber sms\n"
                                             "poll 5 Succeeded viber:SEEN");
        Player over(models::RunId(QStringLiteral("r")), flow,
                    {testsupport::storyObservations(story), testsupport::storyTime(7)},
                    m_catalogue);
        (void)over.playAll();
        QCOMPARE(std::ranges::count(over.machine().findings(), QStringLiteral("webhook-missing"),
                                    &models::Finding::rule),
                 isMissed ? 1 : 0);
    }

    void nothingComesBeforeItsTime()
    {
        auto played = player(failover());
        (void)played->playTo(testsupport::storyTime(299.9), Player::Stop::AtMoment);
        QCOMPARE(testsupport::storySeconds(played->position()), QStringLiteral("200"));
        QVERIFY(!played->machine().state().isConcluded());
        QVERIFY(played->machine().failovers().empty());
    }

    void brokenLinesAreNamedAndTheRestIsPlayed()
    {
        const QByteArray log =
            "{\"flowId\":\"f\",\"status\":\"InProgress\",\"steps\":[{\"trackingId\":\"m1\","
            "\"channel\":\"viber\",\"status\":\"QUEUED\"}]}\n"
            "{ oops\n"
            "{\"flowId\":\"f\",\"status\":\"Succeeded\",\"steps\":[{\"trackingId\":\"m1\","
            "\"channel\":\"viber\",\"status\":\"SEEN\"}]}\n";
        models::ObservationLog read = models::readObservationLog(log);
        QCOMPARE(read.problems.size(), 1u);
        QCOMPARE(read.problems.front().line, 2);
        Player played(models::RunId(QStringLiteral("r")), m_flow,
                      {std::move(read.observations), {}}, m_catalogue);
        (void)played.playAll();
        QCOMPARE(played.machine().state().conclusion, models::Conclusion::Seen);
        QVERIFY(played.observation(models::ObservationId{2}));
        QVERIFY(!played.observation(models::ObservationId{3}));
    }

private:
    static QString failover()
    {
        return QStringLiteral("send 0 InProgress viber sms\n"
                              "poll 1 InProgress viber:QUEUED\n"
                              "poll 200 InProgress viber:QUEUED\n"
                              "webhook 300 InProgress viber:EXPIRED sms:Queued\n"
                              "poll 300.5 InProgress viber:EXPIRED sms:Queued\n"
                              "webhook 301 InProgress viber:EXPIRED sms:Sent\n"
                              "webhook 304 Succeeded viber:EXPIRED sms:Delivered");
    }

    QString inOneGo(const QString &story)
    {
        auto played = player(story);
        (void)played->playAll();
        return testsupport::printed(played->machine()).join(u'\n');
    }

    std::unique_ptr<Player> player(const QString &story)
    {
        return std::make_unique<Player>(models::RunId(QStringLiteral("r")), m_flow,
                                        Player::Past{testsupport::storyObservations(story), {}},
                                        m_catalogue);
    }

    models::Catalogue m_catalogue = platform::builtInCatalogue();
    models::Flow m_flow = testsupport::storyFlow(QStringLiteral("viber 300, sms 600"));
};

QTEST_GUILESS_MAIN(PlayerTest)
#include "tst_player.moc"
