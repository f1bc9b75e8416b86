// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/flowbook.h"
#include "app/simulator/flowengine.h"
#include "tests/simulator/simulatorfixtures.h"

#include <QtTest>

using namespace otpscope;
using namespace otpscope::simulator;
using namespace std::chrono_literals;
using fixtures::catalogue;
using models::Channel;
using models::Json;

namespace {

const models::Instant start{1'795'428'000s};

FlowEngine engineFor(const models::Flow &flow, std::shared_ptr<const Scenario> scenario,
                     quint64 seed = 1)
{
    return FlowEngine(flow, std::move(scenario), catalogue(), SeededSource(seed), start);
}

models::Step viberStep(int order, int ttl, bool failsOverOnDelivered = false)
{
    models::Step step;
    step.to = models::Recipients{{QStringLiteral("+306971234567")}, true};
    step.order = order;
    step.ttl = std::chrono::seconds{ttl};
    models::ViberOtpContent content;
    content.failoverOnDelivered = failsOverOnDelivered;
    step.content = content;
    return step;
}

models::Step smsStep(int order, int ttl)
{
    models::Step step;
    step.to = models::Recipients{{QStringLiteral("306971234567")}, false};
    step.order = order;
    step.ttl = std::chrono::seconds{ttl};
    step.content = models::SmsContent{};
    return step;
}

models::Flow flowOf(std::vector<models::Step> steps)
{
    models::Flow flow;
    for (models::Step &step : steps) {
        step.index = static_cast<int>(flow.steps.size());
        flow.steps.push_back(std::move(step));
    }
    return flow;
}

Report report(const char *status, int after)
{
    return {QString::fromLatin1(status), std::chrono::seconds{after}, {}, {}, {}, 0ms};
}

Report reportAtTtl(const char *status)
{
    return {QString::fromLatin1(status), std::nullopt, {}, {}, {}, 0ms};
}

Scenario scenarioOf(std::vector<Report> viber, std::vector<Report> sms)
{
    Scenario scenario;
    scenario.viber = std::move(viber);
    scenario.sms = std::move(sms);
    return scenario;
}

/// The API document's rules 4.2 and 4.3 once more, as simply as can be: look at every second, and at
/// every second at every step.
class SecondBySecond final
{
public:
    SecondBySecond(const models::Flow &flow, const Scenario &scenario)
        : m_steps(models::stepsInOrder(flow)), m_scenario(scenario)
    {
    }
    Q_DISABLE_COPY_MOVE(SecondBySecond)

    [[nodiscard]] QStringList run()
    {
        send(0);
        for (int now = 0; now < 1000; ++now) {
            while (reportOne(now) || failOverOne(now)) {
            }
        }
        return m_log;
    }

private:
    struct Sent
    {
        int at = 0;
        QString status;
        size_t reportsDone = 0;
        int deliveredAt = -1;
        bool hasHandedOver = false;
    };

    void send(int now)
    {
        const size_t step = m_sent.size();
        const bool isViber = m_steps[step].channel() == Channel::Viber;
        m_sent.push_back({now, isViber ? QStringLiteral("QUEUED") : QStringLiteral("Queued"), 0, -1,
                          false});
        log(now, step);
    }

    int timeOf(size_t step, size_t index) const
    {
        int latest = m_sent[step].at;
        for (size_t i = 0; i <= index; ++i) {
            const Report &entry = m_scenario.reports(m_steps[step].channel())[i];
            const auto ttl = static_cast<int>(m_steps[step].ttl->count());
            const int delay = entry.after ? static_cast<int>(entry.after->count() / 1000) : ttl;
            latest = qMax(latest, m_sent[step].at + delay);
        }
        return latest;
    }

    bool reportOne(int now)
    {
        for (size_t step = 0; step < m_sent.size(); ++step) {
            const auto &reports = m_scenario.reports(m_steps[step].channel());
            Sent &sent = m_sent[step];
            if (sent.reportsDone == reports.size() || timeOf(step, sent.reportsDone) > now)
                continue;
            const QString status = reports[sent.reportsDone++].status;
            if (status == sent.status)
                return true;
            sent.status = status;
            if (status == QLatin1String("SEEN"))
                m_isSeen = true;
            if (status.toUpper() == QLatin1String("DELIVERED"))
                sent.deliveredAt = now;
            log(now, step);
            if (isTrigger(step) && mayHandOver(step)) {
                sent.hasHandedOver = true;
                send(now);
            }
            return true;
        }
        return false;
    }

    bool failOverOne(int now)
    {
        for (size_t step = 0; step < m_sent.size(); ++step) {
            const auto ttl = static_cast<int>(m_steps[step].ttl->count());
            Sent &sent = m_sent[step];
            if (!m_steps[step].failsOverOnDelivered() || sent.deliveredAt < 0
                || sent.deliveredAt + ttl > now || !mayHandOver(step))
                continue;
            sent.hasHandedOver = true;
            send(now);
            return true;
        }
        return false;
    }

    bool mayHandOver(size_t step) const
    {
        return !m_isSeen && !m_sent[step].hasHandedOver && step + 1 < m_steps.size();
    }

    bool isTrigger(size_t step) const
    {
        static const QStringList viber{QStringLiteral("EXPIRED"), QStringLiteral("FAILED"),
                                       QStringLiteral("UNDELIVERED"), QStringLiteral("UNSENT")};
        static const QStringList sms{QStringLiteral("Undelivered"), QStringLiteral("Failed"),
                                     QStringLiteral("Unsent")};
        const bool isViber = m_steps[step].channel() == Channel::Viber;
        return (isViber ? viber : sms).contains(m_sent[step].status);
    }

    QString flowStatus() const
    {
        const size_t last = m_sent.size() - 1;
        const bool isLastDelivered
            = m_sent[last].status.toUpper() == QLatin1String("DELIVERED");
        bool isAnyDelivered = false;
        for (const Sent &sent : m_sent)
            isAnyDelivered = isAnyDelivered || sent.deliveredAt >= 0;
        if (m_isSeen)
            return QStringLiteral("Succeeded");
        if (isLastDelivered && m_steps[last].failsOverOnDelivered() && last + 1 < m_steps.size())
            return QStringLiteral("InProgress");
        if (isLastDelivered)
            return QStringLiteral("Succeeded");
        if (isTrigger(last) && last + 1 == m_steps.size())
            return isAnyDelivered ? QStringLiteral("Succeeded") : QStringLiteral("Failed");
        return QStringLiteral("InProgress");
    }

    void log(int now, size_t step)
    {
        const bool isViber = m_steps[step].channel() == Channel::Viber;
        m_log.append(QStringLiteral("+%1 #%2 %3 %4, %5")
                         .arg(now)
                         .arg(step + 1)
                         .arg(isViber ? QStringLiteral("viber") : QStringLiteral("sms"),
                              m_sent[step].status, flowStatus()));
    }

    std::vector<models::Step> m_steps;
    Scenario m_scenario;
    std::vector<Sent> m_sent;
    QStringList m_log;
    bool m_isSeen = false;
};

/// Random flows and scenarios, small numbers so that equal times are frequent.
class Generator final
{
public:
    explicit Generator(quint64 seed) : m_source(seed) {}
    Q_DISABLE_COPY_MOVE(Generator)

    int below(int bound) { return static_cast<int>(m_source.number() % static_cast<uint>(bound)); }

    models::Flow flow()
    {
        std::vector<int> orders{1, 2, 3, 4};
        for (int i = 3; i > 0; --i)
            std::swap(orders[static_cast<size_t>(i)], orders[static_cast<size_t>(below(i + 1))]);
        std::vector<models::Step> steps;
        const int count = 1 + below(4);
        for (int i = 0; i < count; ++i) {
            const int order = orders[static_cast<size_t>(i)];
            steps.push_back(below(2) == 0 ? viberStep(order, below(8), below(2) == 0)
                                          : smsStep(order, below(8)));
        }
        return flowOf(std::move(steps));
    }

    Scenario scenario()
    {
        Scenario scenario;
        scenario.viber = reports(Channel::Viber);
        scenario.sms = reports(Channel::Sms);
        return scenario;
    }

private:
    std::vector<Report> reports(Channel channel)
    {
        const std::vector<models::StatusRule> &statuses = catalogue().channel(channel)->statuses;
        std::vector<Report> list;
        for (int left = below(5); left > 0; --left) {
            const models::StatusRule &rule
                = statuses[static_cast<size_t>(below(static_cast<int>(statuses.size())))];
            Report entry{rule.name, std::chrono::seconds{below(12)}, {}, {}, {}, 0ms};
            if (below(4) == 0)
                entry.after.reset();
            list.push_back(entry);
            if (rule.isFinal)
                break;
        }
        return list;
    }

    SeededSource m_source;
};

} // namespace

class TestFlowEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void eachScenarioWithEachExample_data()
    {
        QTest::addColumn<int>("example");
        QTest::addColumn<QString>("scenario");
        QTest::addColumn<QString>("expected");
        const auto row = [](int example, const char *scenario, const char *expected) {
            QTest::addRow("%s with example %d", scenario, example)
                << example << QString::fromLatin1(scenario) << QString::fromLatin1(expected);
        };
        const char *seen = "+0 #1 viber QUEUED, InProgress\n"
                           "+3 #1 viber DELIVERED, Succeeded\n"
                           "+9 #1 viber SEEN, Succeeded";
        const char *delivered = "+0 #1 viber QUEUED, InProgress\n"
                                "+3 #1 viber DELIVERED, Succeeded";
        const char *unsent = "+0 #1 viber QUEUED, InProgress\n"
                             "+1 #1 viber UNSENT, InProgress\n"
                             "+1 #2 sms Queued, InProgress\n"
                             "+2 #2 sms Sent, InProgress\n"
                             "+5 #2 sms Delivered, Succeeded";
        const char *expired300 = "+0 #1 viber QUEUED, InProgress\n"
                                 "+300 #1 viber EXPIRED, InProgress\n"
                                 "+300 #2 sms Queued, InProgress\n"
                                 "+301 #2 sms Sent, InProgress\n"
                                 "+304 #2 sms Delivered, Succeeded";
        const char *expired600 = "+0 #1 viber QUEUED, InProgress\n"
                                 "+600 #1 viber EXPIRED, InProgress\n"
                                 "+600 #2 sms Queued, InProgress\n"
                                 "+601 #2 sms Sent, InProgress\n"
                                 "+604 #2 sms Delivered, Succeeded";
        const char *fail300 = "+0 #1 viber QUEUED, InProgress\n"
                              "+300 #1 viber EXPIRED, InProgress\n"
                              "+300 #2 sms Queued, InProgress\n"
                              "+301 #2 sms Sent, InProgress\n"
                              "+306 #2 sms Undelivered, Failed";
        const char *fail600 = "+0 #1 viber QUEUED, InProgress\n"
                              "+600 #1 viber EXPIRED, InProgress\n"
                              "+600 #2 sms Queued, InProgress\n"
                              "+601 #2 sms Sent, InProgress\n"
                              "+606 #2 sms Undelivered, Failed";
        for (const int example : {1, 2, 3}) {
            row(example, "viber-delivered-seen", seen);
            row(example, "viber-delivered-then-sms", delivered);
            row(example, "viber-unsent-sms-delivered", unsent);
            row(example, "viber-expired-sms-delivered", example == 2 ? expired600 : expired300);
            row(example, "all-fail", example == 2 ? fail600 : fail300);
            row(example, "sms-first-viber-second", seen);
        }
    }

    void eachScenarioWithEachExample()
    {
        QFETCH(const int, example);
        QFETCH(const QString, scenario);
        QFETCH(const QString, expected);
        const models::Flow flow = models::readFlow(fixtures::example(example));
        QCOMPARE(fixtures::timeline(engineFor(flow, fixtures::scenario(scenario))),
                 expected.split(QLatin1Char('\n')));
    }

    void otherFlows_data()
    {
        QTest::addColumn<models::Flow>("flow");
        QTest::addColumn<QString>("scenario");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const models::Flow &flow, const char *scenario,
                            const char *expected) {
            QTest::newRow(name) << flow << QString::fromLatin1(scenario)
                                << QString::fromLatin1(expected);
        };
        const models::Flow onDelivered = flowOf({viberStep(1, 60, true), smsStep(2, 60)});
        row("failoverOnDelivered sends the SMS ttl after Delivered", onDelivered,
            "viber-delivered-then-sms",
            "+0 #1 viber QUEUED, InProgress\n"
            "+3 #1 viber DELIVERED, InProgress\n"
            "+63 #2 sms Queued, InProgress\n"
            "+64 #2 sms Sent, InProgress\n"
            "+67 #2 sms Delivered, Succeeded");
        row("failoverOnDelivered is stopped by SEEN", onDelivered, "viber-delivered-seen",
            "+0 #1 viber QUEUED, InProgress\n"
            "+3 #1 viber DELIVERED, InProgress\n"
            "+9 #1 viber SEEN, Succeeded");
        row("SEEN at the very end of the ttl is in time",
            flowOf({viberStep(1, 6, true), smsStep(2, 60)}), "viber-delivered-seen",
            "+0 #1 viber QUEUED, InProgress\n"
            "+3 #1 viber DELIVERED, InProgress\n"
            "+9 #1 viber SEEN, Succeeded");
        row("SEEN after the SMS went out ends the flow while the SMS goes on",
            flowOf({viberStep(1, 5, true), smsStep(2, 60)}), "viber-delivered-seen",
            "+0 #1 viber QUEUED, InProgress\n"
            "+3 #1 viber DELIVERED, InProgress\n"
            "+8 #2 sms Queued, InProgress\n"
            "+9 #1 viber SEEN, Succeeded\n"
            "+9 #2 sms Sent, Succeeded\n"
            "+12 #2 sms Delivered, Succeeded");
        row("the order field decides, not the place in the array",
            flowOf({viberStep(2, 60), smsStep(1, 60)}), "sms-first-viber-second",
            "+0 #1 sms Queued, InProgress\n"
            "+1 #1 sms Sent, InProgress\n"
            "+6 #1 sms Undelivered, InProgress\n"
            "+6 #2 viber QUEUED, InProgress\n"
            "+9 #2 viber DELIVERED, Succeeded\n"
            "+15 #2 viber SEEN, Succeeded");
        row("a delivered SMS needs no Viber", flowOf({smsStep(1, 60), viberStep(2, 60)}),
            "viber-expired-sms-delivered",
            "+0 #1 sms Queued, InProgress\n"
            "+1 #1 sms Sent, InProgress\n"
            "+4 #1 sms Delivered, Succeeded");
        row("a single step that fails has no next one", flowOf({viberStep(1, 30)}), "all-fail",
            "+0 #1 viber QUEUED, InProgress\n"
            "+30 #1 viber EXPIRED, Failed");
        row("a single step with failoverOnDelivered is done with Delivered",
            flowOf({viberStep(1, 30, true)}), "viber-delivered-then-sms",
            "+0 #1 viber QUEUED, InProgress\n"
            "+3 #1 viber DELIVERED, Succeeded");
        row("three steps are tried in turn",
            flowOf({viberStep(1, 30), smsStep(2, 60), viberStep(3, 40)}), "all-fail",
            "+0 #1 viber QUEUED, InProgress\n"
            "+30 #1 viber EXPIRED, InProgress\n"
            "+30 #2 sms Queued, InProgress\n"
            "+31 #2 sms Sent, InProgress\n"
            "+36 #2 sms Undelivered, InProgress\n"
            "+36 #3 viber QUEUED, InProgress\n"
            "+76 #3 viber EXPIRED, Failed");
        row("a ttl of 0 lets everything happen at once",
            flowOf({viberStep(1, 0), viberStep(2, 0)}), "all-fail",
            "+0 #1 viber QUEUED, InProgress\n"
            "+0 #1 viber EXPIRED, InProgress\n"
            "+0 #2 viber QUEUED, InProgress\n"
            "+0 #2 viber EXPIRED, Failed");
    }

    void otherFlows()
    {
        QFETCH(const models::Flow, flow);
        QFETCH(const QString, scenario);
        QFETCH(const QString, expected);
        QCOMPARE(fixtures::timeline(engineFor(flow, fixtures::scenario(scenario))),
                 expected.split(QLatin1Char('\n')));
    }

    void anSmsThatFailsAfterADeliveredViberLeavesTheFlowSucceeded()
    {
        const Scenario scenario = scenarioOf({report("DELIVERED", 1)}, {report("Failed", 1)});
        FlowEngine engine = engineFor(flowOf({viberStep(1, 10, true), smsStep(2, 10)}),
                                      std::make_shared<const Scenario>(scenario));
        (void)engine.advanceTo(start + 1h);
        QCOMPARE(engine.state().status, FlowStatus::Succeeded);
        QCOMPARE(engine.state().statusCode, std::nullopt);
    }

    void aRepeatedStatusIsNoChange()
    {
        const Scenario scenario = scenarioOf({report("QUEUED", 1), report("DELIVERED", 2)}, {});
        FlowEngine engine = engineFor(flowOf({viberStep(1, 10)}),
                                      std::make_shared<const Scenario>(scenario));
        QCOMPARE(engine.advanceTo(start + 1h).size(), 1U);
    }

    void aReportNeverComesBeforeTheOneAboveIt()
    {
        const Scenario scenario = scenarioOf({report("DELIVERED", 20), reportAtTtl("SEEN")}, {});
        FlowEngine engine = engineFor(flowOf({viberStep(1, 10)}),
                                      std::make_shared<const Scenario>(scenario));
        QCOMPARE(fixtures::lines(engine.advanceTo(start + 1h)),
                 (QStringList{QStringLiteral("+20 #1 viber DELIVERED, Succeeded"),
                              QStringLiteral("+20 #1 viber SEEN, Succeeded")}));
    }

    void tellsWhatTrackingNeeds()
    {
        FlowEngine engine = engineFor(models::readFlow(fixtures::example(1)),
                                      fixtures::scenario(QStringLiteral("all-fail")));
        QCOMPARE(engine.nextEventAt(), std::optional(start + 300s));
        const std::vector<Change> changes = engine.advanceTo(start + 1h);
        QCOMPARE(engine.nextEventAt(), std::nullopt);
        QCOMPARE(engine.state(), changes.back().state);
        QCOMPARE(changes.at(1).kind, Change::Kind::StepSent);

        const StepTracking &viber = engine.state().steps.at(0);
        const StepTracking &sms = engine.state().steps.at(1);
        QCOMPARE(viber.phoneNumber, QStringLiteral("306971234567"));
        QCOMPARE(viber.label, QStringLiteral("login-otp"));
        QCOMPARE(viber.country, QStringLiteral("GR"));
        QVERIFY(!viber.operatorName.isEmpty());
        QCOMPARE(viber.detailedStatus, QStringLiteral("TTL Expired"));
        QCOMPARE(viber.price, Price{9'300});
        QCOMPARE(viber.failoverFrom, models::TrackingId());
        QCOMPARE(sms.failoverFrom, viber.trackingId);
        QVERIFY(sms.trackingId != viber.trackingId);
        QCOMPARE(sms.price, Price{37'500});
        QCOMPARE(sms.createdAt, start + 300s);
        QCOMPARE(sms.sentAt, std::optional(start + 301s));
        QCOMPARE(engine.state().statusCode, std::optional(2));
    }

    void theSameSeedGivesTheSameIdentifiers()
    {
        const models::Flow flow = models::readFlow(fixtures::example(1));
        const auto scenario = fixtures::scenario(QStringLiteral("all-fail"));
        FlowEngine one = engineFor(flow, scenario, 7);
        FlowEngine two = engineFor(flow, scenario, 7);
        FlowEngine other = engineFor(flow, scenario, 8);
        (void)one.advanceTo(start + 1h);
        (void)two.advanceTo(start + 1h);
        QCOMPARE(one.state(), two.state());
        QVERIFY(one.state().flowId != other.state().flowId);
    }

    void agreesWithTheRulesPlayedSecondBySecond()
    {
        Generator generator(20261123);
        for (int round = 0; round < 5000; ++round) {
            const models::Flow flow = generator.flow();
            const Scenario scenario = generator.scenario();
            const QStringList expected = SecondBySecond(flow, scenario).run();
            const auto shared = std::make_shared<const Scenario>(scenario);
            const QStringList actual = fixtures::timeline(engineFor(flow, shared));
            QVERIFY2(actual == expected,
                     qPrintable(QStringLiteral("Round %1\nactual:\n%2\nexpected:\n%3")
                                    .arg(round)
                                    .arg(actual.join(QLatin1Char('\n')),
                                         expected.join(QLatin1Char('\n')))));
        }
    }

    void smallAdvancesBringTheSameAsOneLargeOne()
    {
        Generator generator(5);
        for (int round = 0; round < 300; ++round) {
            const models::Flow flow = generator.flow();
            const auto scenario = std::make_shared<const Scenario>(generator.scenario());
            FlowEngine engine = engineFor(flow, scenario);
            QStringList bySmallAdvances{
                fixtures::line(start, 0, engine.state())};
            for (models::Instant at = start; at < start + 200s;
                 at += std::chrono::milliseconds{generator.below(3000)})
                bySmallAdvances.append(fixtures::lines(engine.advanceTo(at)));
            bySmallAdvances.append(fixtures::lines(engine.advanceTo(start + 1h)));
            QCOMPARE(bySmallAdvances, fixtures::timeline(engineFor(flow, scenario)));
        }
    }

    void theBookKeepsServiceTimeOrderOverAllFlows()
    {
        FlowBook book;
        const auto unsent = fixtures::scenario(QStringLiteral("viber-unsent-sms-delivered"));
        const auto seen = fixtures::scenario(QStringLiteral("viber-delivered-seen"));
        const models::Flow flow = flowOf({viberStep(1, 60), smsStep(2, 60)});
        book.add({engineFor(flow, seen, 1), {}});
        book.add({engineFor(flow, unsent, 2), {}});
        book.add({engineFor(flow, seen, 3), {}});
        QCOMPARE(book.nextEventAt(), std::optional(start + 1s));

        QStringList log;
        book.advanceTo(start + 1h, [&](const BookedFlow &booked, const Change &change) {
            for (size_t i = 0; i < book.flows().size(); ++i) {
                if (book.flows().at(i).get() == &booked)
                    log.append(QStringLiteral("flow %1: ").arg(i + 1)
                               + fixtures::line(change.at, change.step, change.state));
            }
        });
        QCOMPARE(log, (QStringList{QStringLiteral("flow 2: +1 #1 viber UNSENT, InProgress"),
                                   QStringLiteral("flow 2: +1 #2 sms Queued, InProgress"),
                                   QStringLiteral("flow 2: +2 #2 sms Sent, InProgress"),
                                   QStringLiteral("flow 1: +3 #1 viber DELIVERED, Succeeded"),
                                   QStringLiteral("flow 3: +3 #1 viber DELIVERED, Succeeded"),
                                   QStringLiteral("flow 2: +5 #2 sms Delivered, Succeeded"),
                                   QStringLiteral("flow 1: +9 #1 viber SEEN, Succeeded"),
                                   QStringLiteral("flow 3: +9 #1 viber SEEN, Succeeded")}));
        QCOMPARE(book.nextEventAt(), std::nullopt);
    }

    void theBookFindsAFlowByAnyOfItsIdentifiers()
    {
        FlowBook book;
        const models::Flow flow = flowOf({viberStep(1, 60), smsStep(2, 60)});
        const BookedFlow &booked
            = book.add({engineFor(flow, fixtures::scenario(QStringLiteral("all-fail"))), {}});
        book.advanceTo(start + 1h, [](const BookedFlow &, const Change &) {});
        const FlowTracking &state = booked.engine.state();
        QCOMPARE(book.find(state.flowId.text()), &booked);
        QCOMPARE(book.find(state.steps.at(0).trackingId.text()), &booked);
        QCOMPARE(book.find(state.steps.at(1).trackingId.text()), &booked);
        QCOMPARE(book.find(QStringLiteral("unknown")), nullptr);
    }
};

QTEST_GUILESS_MAIN(TestFlowEngine)
#include "tst_flowengine.moc"
