// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/flowengine.h"

#include <QHash>
#include <QUrl>

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace otpscope::simulator {

/// A flow the service has accepted.
struct BookedFlow
{
    FlowEngine engine;
    /// Where its webhooks go; empty for none.
    QUrl callback;
    /// The one it plays.
    std::shared_ptr<const Scenario> scenario = nullptr;
    /// Whether `past` is kept; for tracking answers that lag behind.
    bool keepsPast = false;
    std::vector<std::pair<models::Instant, FlowTracking>> past = {};
};

/// Every flow of the service, moved forward together: events come in the order of their service
/// time over all flows, equal times in the order in which the flows were accepted. Pure, as
/// FlowEngine.
class FlowBook final
{
public:
    FlowBook() = default;
    Q_DISABLE_COPY_MOVE(FlowBook)

    /// How many were added so far; the number the next one gets.
    [[nodiscard]] quint64 count() const { return m_flows.size(); }
    /// The reference stays valid.
    const BookedFlow &add(BookedFlow flow);

    /// By flowId or by any sent step's trackingId; nullptr where unknown.
    [[nodiscard]] const BookedFlow *find(const QString &id) const;
    /// In the order of acceptance.
    [[nodiscard]] const std::vector<std::unique_ptr<BookedFlow>> &flows() const { return m_flows; }

    using ChangeListener = std::function<void(const BookedFlow &, const Change &)>;
    [[nodiscard]] std::optional<models::Instant> nextEventAt() const;
    /// Everything up to and including `at`, in order.
    void advanceTo(models::Instant at, const ChangeListener &changed);

    /// Over all flows; see FlowEngine::nextFailoverAt. Costs a look at every flow.
    [[nodiscard]] std::optional<models::Instant> nextFailoverAt() const;
    /// By hand, at `at`; the step sent last where `step` is empty. See FlowEngine::report.
    [[nodiscard]] ReportOutcome report(const QString &id, std::optional<size_t> step,
                                       const Report &report, models::Instant at,
                                       const ChangeListener &changed);

private:
    void indexSteps(size_t number, size_t firstStep);
    void schedule(size_t number);
    void unschedule(size_t number);
    void tell(size_t number, size_t stepsBefore, const std::vector<Change> &changes,
              const ChangeListener &changed);

    std::vector<std::unique_ptr<BookedFlow>> m_flows;
    QHash<QString, size_t> m_byId;
    std::set<std::pair<models::Instant, size_t>> m_due;
};

} // namespace otpscope::simulator
