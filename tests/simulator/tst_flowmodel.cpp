// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/flowengine.h"
#include "tests/simulator/flowgenerator.h"

#include <QtTest>

#include <array>
#include <string_view>

using namespace otpscope;
using namespace otpscope::simulator;
using namespace std::chrono_literals;
using fixtures::Generator;
using models::Channel;

namespace {

const models::Instant start{1'795'428'000s};

/// Statuses by their names in the API document's table, and what its text says about each.
struct Word
{
    std::string_view name;
    bool isTrigger = false;
    bool isDelivered = false;
    bool isSeen = false;
};
constexpr std::array words{
    Word{"QUEUED"},
    Word{"DELIVERED", false, true},
    Word{"SEEN", false, false, true},
    Word{"EXPIRED", true},
    Word{"FAILED", true},
    Word{"UNDELIVERED", true},
    Word{"UNSENT", true},
    Word{"Queued"},
    Word{"Sent"},
    Word{"Delivered", false, true},
    Word{"Undelivered", true},
    Word{"Failed", true},
    Word{"Unsent", true},
};
constexpr int viberQueued = 0;
constexpr int smsQueued = 7;

int wordOf(const QString &status)
{
    for (size_t i = 0; i < words.size(); ++i) {
        if (status == QLatin1String(words[i].name.data(), static_cast<int>(words[i].name.size())))
            return static_cast<int>(i);
    }
    qFatal("The second model does not know %s.", qPrintable(status));
}

/// One thing that was seen of a flow.
struct Seen
{
    int second = 0;
    size_t step = 0;
    int word = 0;
    FlowStatus flow = FlowStatus::InProgress;

    friend bool operator==(const Seen &, const Seen &) = default;
};

QString printed(const std::vector<Seen> &story)
{
    static const char *const flows[] = {"InProgress", "Succeeded", "Failed"};
    QStringList lines;
    for (const Seen &seen : story) {
        lines.append(QStringLiteral("+%1 #%2 %3, %4")
                         .arg(seen.second)
                         .arg(seen.step + 1)
                         .arg(QLatin1String(words[static_cast<size_t>(seen.word)].name.data()),
                              QLatin1String(flows[static_cast<int>(seen.flow)])));
    }
    return lines.join(QLatin1Char('\n'));
}

/// The API document's rules 4.2 and 4.3 once more, as simply as can be: look at every second, and
/// at every second at every step. Shares nothing with the engine but the flow and the scenario.
class SecondBySecond final
{
public:
    SecondBySecond(const models::Flow &flow, const Scenario &scenario)
    {
        int viberSteps = 0;
        int smsSteps = 0;
        for (int order = 1; order <= Generator::MaximumSteps; ++order) {
            for (const models::Step &step : flow.steps) {
                if (step.order != order)
                    continue;
                Planned planned;
                planned.isViber = std::holds_alternative<models::ViberOtpContent>(step.content);
                planned.ttl = static_cast<int>(step.ttl->count());
                if (planned.isViber) {
                    planned.isOnDelivered = std::get<models::ViberOtpContent>(step.content)
                                                .failoverOnDelivered.value_or(false);
                    const bool isAgain = viberSteps++ > 0 && scenario.viberAgain;
                    script(planned, isAgain ? *scenario.viberAgain : scenario.viber);
                } else {
                    const bool isAgain = smsSteps++ > 0 && scenario.smsAgain;
                    script(planned, isAgain ? *scenario.smsAgain : scenario.sms);
                }
                m_plan.push_back(planned);
            }
        }
    }
    Q_DISABLE_COPY_MOVE(SecondBySecond)

    /// Behind it nothing can happen any more.
    static constexpr int End =
        Generator::MaximumSteps * (Generator::LongestDelay + Generator::LongestTtl) + 1;

    [[nodiscard]] const std::vector<Seen> &run()
    {
        send(0);
        for (int now = 0; now < End; ++now) {
            while (reportOne(now) || failOverOne(now)) {
            }
        }
        return m_story;
    }

    /// The second in which the second step was sent; nothing where it never was.
    [[nodiscard]] std::optional<int> firstFailover() const
    {
        return m_sent.size() > 1 ? std::optional(m_sent[1].at) : std::nullopt;
    }

private:
    struct Entry
    {
        int delay = 0;
        int word = 0;
    };
    struct Planned
    {
        bool isViber = false;
        bool isOnDelivered = false;
        int ttl = 0;
        std::vector<Entry> script;
    };
    struct Sent
    {
        int at = 0;
        int word = 0;
        size_t reportsDone = 0;
        int deliveredAt = -1;
        bool hasHandedOver = false;
    };

    static void script(Planned &planned, const std::vector<Report> &reports)
    {
        int latest = 0;
        for (const Report &report : reports) {
            const int delay = report.after
                                  ? static_cast<int>(report.after->count()) / 1000
                                  : planned.ttl + static_cast<int>(report.fromTtl.count()) / 1000;
            // Never before its sending, never before the report above it.
            latest = qMax(latest, delay);
            planned.script.push_back({latest, wordOf(report.status)});
        }
    }

    void send(int now)
    {
        const bool isViber = m_plan[m_sent.size()].isViber;
        m_sent.push_back({now, isViber ? viberQueued : smsQueued, 0, -1, false});
        note(now, m_sent.size() - 1);
    }

    bool reportOne(int now)
    {
        for (size_t step = 0; step < m_sent.size(); ++step) {
            const std::vector<Entry> &script = m_plan[step].script;
            Sent &sent = m_sent[step];
            if (sent.reportsDone == script.size() || sent.at + script[sent.reportsDone].delay > now)
                continue;
            take(now, step, script[sent.reportsDone++].word);
            return true;
        }
        return false;
    }

    void take(int now, size_t step, int word)
    {
        Sent &sent = m_sent[step];
        if (word == sent.word)
            return;
        sent.word = word;
        m_isSeen = m_isSeen || wordAt(step).isSeen;
        if (wordAt(step).isDelivered && sent.deliveredAt < 0)
            sent.deliveredAt = now;
        note(now, step);
        if (wordAt(step).isTrigger && mayHandOver(step)) {
            sent.hasHandedOver = true;
            send(now);
        }
    }

    bool failOverOne(int now)
    {
        for (size_t step = 0; step < m_sent.size(); ++step) {
            Sent &sent = m_sent[step];
            if (!m_plan[step].isOnDelivered || sent.deliveredAt < 0 ||
                sent.deliveredAt + m_plan[step].ttl > now || !mayHandOver(step))
                continue;
            sent.hasHandedOver = true;
            send(now);
            return true;
        }
        return false;
    }

    bool mayHandOver(size_t step) const
    {
        return !m_isSeen && !m_sent[step].hasHandedOver && step + 1 < m_plan.size();
    }

    const Word &wordAt(size_t step) const { return words[static_cast<size_t>(m_sent[step].word)]; }

    FlowStatus flowStatus() const
    {
        const size_t last = m_sent.size() - 1;
        bool isAnyDelivered = false;
        for (const Sent &sent : m_sent)
            isAnyDelivered = isAnyDelivered || sent.deliveredAt >= 0;
        if (m_isSeen)
            return FlowStatus::Succeeded;
        if (wordAt(last).isDelivered && m_plan[last].isOnDelivered && last + 1 < m_plan.size())
            return FlowStatus::InProgress;
        if (wordAt(last).isDelivered)
            return FlowStatus::Succeeded;
        if (wordAt(last).isTrigger && last + 1 == m_plan.size())
            return isAnyDelivered ? FlowStatus::Succeeded : FlowStatus::Failed;
        return FlowStatus::InProgress;
    }

    void note(int now, size_t step)
    {
        m_story.push_back({now, step, m_sent[step].word, flowStatus()});
    }

    std::vector<Planned> m_plan;
    std::vector<Sent> m_sent;
    std::vector<Seen> m_story;
    bool m_isSeen = false;
};

Seen seenIn(models::Instant at, size_t step, const FlowTracking &state)
{
    return {static_cast<int>((at - start).count() / 1000), step, wordOf(state.steps[step].status),
            state.status};
}

} // namespace

/// The engine beside a second, dumber model of the same rules, over 100,000 generated flows and
/// scenarios. CTest runs the rows one by one (tests/simulator/CMakeLists.txt).
class TestFlowModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void theEngineAgreesWithTheRulesPlayedSecondBySecond_data()
    {
        QTest::addColumn<quint64>("seed");
        for (quint64 part = 1; part <= Parts; ++part)
            QTest::addRow("part %d", static_cast<int>(part)) << 20261123 + part;
    }

    void theEngineAgreesWithTheRulesPlayedSecondBySecond()
    {
        QFETCH(const quint64, seed);
        Generator generator(seed);
        int changes = 0;
        for (int round = 0; round < FlowsInAPart; ++round) {
            const models::Flow flow = generator.flow();
            const auto scenario = std::make_shared<const Scenario>(generator.scenario());
            FlowEngine engine(flow, scenario, fixtures::catalogue(), SeededSource(1), start);
            const std::optional<models::Instant> foreseen = engine.nextFailoverAt();
            std::vector<Seen> actual{seenIn(start, 0, engine.state())};
            for (const Change &change :
                 engine.advanceTo(start + std::chrono::seconds{SecondBySecond::End}))
                actual.push_back(seenIn(change.at, change.step, change.state));

            SecondBySecond model(flow, *scenario);
            const std::vector<Seen> &expected = model.run();
            const auto failover = model.firstFailover();
            const bool isForeseen =
                failover ? foreseen == start + std::chrono::seconds{*failover} : !foreseen;
            const bool isSame = actual == expected && isForeseen && !engine.nextEventAt();
            if (!isSame) {
                QFAIL(qPrintable(QStringLiteral("Round %1\nactual:\n%2\nexpected:\n%3")
                                     .arg(round)
                                     .arg(printed(actual), printed(expected))));
            }
            changes += static_cast<int>(actual.size()) - 1;
        }
        // Flows in which nothing happens would agree, too.
        QVERIFY(changes > 2 * FlowsInAPart);
    }

private:
    static constexpr quint64 Parts = 10;
    static constexpr int FlowsInAPart = 10'000;
};

QTEST_GUILESS_MAIN(TestFlowModel)
#include "tst_flowmodel.moc"
