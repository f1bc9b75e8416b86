// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/scenario.h"
#include "app/simulator/seededsource.h"
#include "models/flow/flow.h"
#include "tests/simulator/simulatorfixtures.h"

#include <chrono>
#include <utility>
#include <vector>

namespace otpscope::simulator::fixtures {

inline models::Step viberStep(int order, int ttl, bool failsOverOnDelivered = false)
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

inline models::Step smsStep(int order, int ttl)
{
    models::Step step;
    step.to = models::Recipients{{QStringLiteral("306971234567")}, false};
    step.order = order;
    step.ttl = std::chrono::seconds{ttl};
    step.content = models::SmsContent{};
    return step;
}

inline models::Flow flowOf(std::vector<models::Step> steps)
{
    models::Flow flow;
    for (models::Step &step : steps) {
        step.index = static_cast<int>(flow.steps.size());
        flow.steps.push_back(std::move(step));
    }
    return flow;
}

/// Random flows and scenarios: one to four steps in any order, small numbers so that equal times
/// are frequent, times from the sending and from the end of the ttl, and scripts of their own for a
/// channel's further steps.
class Generator final
{
public:
    explicit Generator(quint64 seed)
        : m_source(seed)
    {}
    Q_DISABLE_COPY_MOVE(Generator)

    static constexpr int MaximumSteps = 4;
    static constexpr int LongestTtl = 7;
    /// After the sending of a step nothing is reported later than this, in seconds.
    static constexpr int LongestDelay = 12;

    int below(int bound) { return static_cast<int>(m_source.number() % static_cast<uint>(bound)); }

    models::Flow flow()
    {
        std::vector<int> orders{1, 2, 3, 4};
        for (int i = MaximumSteps - 1; i > 0; --i)
            std::swap(orders[static_cast<size_t>(i)], orders[static_cast<size_t>(below(i + 1))]);
        std::vector<models::Step> steps;
        const int count = 1 + below(MaximumSteps);
        for (int i = 0; i < count; ++i) {
            const int order = orders[static_cast<size_t>(i)];
            const int ttl = below(LongestTtl + 1);
            steps.push_back(below(2) == 0 ? viberStep(order, ttl, below(2) == 0)
                                          : smsStep(order, ttl));
        }
        return flowOf(std::move(steps));
    }

    Scenario scenario()
    {
        Scenario scenario;
        scenario.viber = reports(models::Channel::Viber);
        scenario.sms = reports(models::Channel::Sms);
        if (below(3) == 0)
            scenario.viberAgain = reports(models::Channel::Viber);
        if (below(3) == 0)
            scenario.smsAgain = reports(models::Channel::Sms);
        return scenario;
    }

private:
    std::vector<Report> reports(models::Channel channel)
    {
        const std::vector<models::StatusRule> &statuses = catalogue().channel(channel)->statuses;
        std::vector<Report> list;
        for (int left = below(5); left > 0; --left) {
            const models::StatusRule &rule =
                statuses[static_cast<size_t>(below(static_cast<int>(statuses.size())))];
            list.push_back(reportOf(rule.name));
            if (rule.isFinal)
                break;
        }
        return list;
    }

    Report reportOf(const QString &status)
    {
        Report report;
        report.status = status;
        switch (below(4)) {
        case 0: // "ttl"
            break;
        case 1: // "ttl-4" to "ttl+5"
            report.fromTtl = std::chrono::seconds{below(10) - 4};
            break;
        default:
            report.after = std::chrono::seconds{below(LongestDelay)};
            break;
        }
        return report;
    }

    SeededSource m_source;
};

} // namespace otpscope::simulator::fixtures
