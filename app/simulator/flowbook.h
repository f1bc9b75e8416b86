// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/flowengine.h"

#include <QHash>
#include <QUrl>
#include <QUuid>
#include <queue>

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
    /// FlowBook's own, of its foresight.
    std::optional<models::Instant> foreseenFailover = std::nullopt;
    bool isChanged = false;
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

    /// Over all flows; see FlowEngine::nextFailoverAt. Costs a look at each flow that something
    /// happened to since the last call.
    [[nodiscard]] std::optional<models::Instant> nextFailoverAt();
    /// From now on `past` is kept of every flow that is here, too.
    void keepPast(models::Instant from);
    /// By hand, at `at`; the step sent last where `step` is empty. See FlowEngine::report.
    [[nodiscard]] ReportOutcome report(const QString &id, std::optional<size_t> step,
                                       const Report &report, models::Instant at,
                                       const ChangeListener &changed);

private:
    [[nodiscard]] std::optional<size_t> numberOf(const QString &id) const;
    void indexSteps(size_t number, size_t firstStep);
    void schedule(size_t number);
    void dropOutdated();
    void foreseeFailover(size_t number);
    void tell(size_t number, size_t stepsBefore, const std::vector<Change> &changes,
              const ChangeListener &changed);

    std::vector<std::unique_ptr<BookedFlow>> m_flows;
    /// Numbers in m_flows by flowId and trackingIds, which are UUIDs all.
    QHash<QUuid, size_t> m_byId;
    using Due = std::pair<models::Instant, size_t>;
    /// A heap, for a tree of many flows lies all over the memory. Also holds what a status by hand
    /// has overtaken, but never at its top.
    std::priority_queue<Due, std::vector<Due>, std::greater<>> m_due;
    /// The next failover of each flow that has one, as foreseen when it was last looked at.
    std::set<std::pair<models::Instant, size_t>> m_failovers;
    /// Flows to look at again, each once: `isChanged` is true of them and of no other.
    std::vector<size_t> m_changed;
};

} // namespace otpscope::simulator
