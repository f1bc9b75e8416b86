// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/catalogue.h"
#include "models/run/observation.h"
#include "models/run/runstate.h"
#include "models/run/snapshot.h"
#include "models/run/statusmeaning.h"

#include <QHash>
#include <QString>

#include <array>
#include <chrono>
#include <compare>
#include <optional>
#include <vector>

namespace otpscope::models {

/// That something was reported: when, on the service clock, and by which observation. Ordered by
/// time; of two at the same time, the one that was stored first comes first.
struct Sighting
{
    Instant at;
    ObservationId by;
    ObservationSource source = ObservationSource::Send;
    /// False where `at` stands for the order alone (Observation::isTimeKnown).
    bool isTimed = true;

    friend bool operator==(const Sighting &, const Sighting &) = default;
    friend auto operator<=>(const Sighting &, const Sighting &) = default;
};

/// What the newest report of one kind said of a step.
struct SeenReport
{
    Sighting seen;
    StepSnapshot step;
};

/// One status of one step, as often as it was reported.
struct StatusFacts
{
    /// In the spelling that was seen first.
    QString status;
    StatusMeaning meaning;
    Sighting first;
    std::optional<Sighting> firstPoll;
    std::optional<Sighting> lastPoll;
    std::optional<Sighting> firstWebhook;
    /// For the comparison of fields.
    std::optional<SeenReport> poll;
    std::optional<SeenReport> webhook;
};

/// A text that differs from what was asked for or known before.
struct Difference
{
    Sighting seen;
    QString text;
};

/// That a snapshot showed this step tried while the one before it was still on its way.
struct OutOfTurn
{
    Sighting seen;
    size_t fromStep = 0;
    QString fromStatus;
};

struct StepFacts
{
    /// By rank, then by name.
    std::vector<StatusFacts> statuses;
    /// Earliest of the service's own words.
    std::optional<Instant> createdAt;
    std::optional<Difference> otherRecipient;
    std::optional<Difference> otherChannel;
    std::optional<OutOfTurn> outOfTurn;

    [[nodiscard]] const StatusFacts *find(const QString &status) const;
};

/// total_cost of a snapshot beside the prices in it.
struct CostReport
{
    Sighting seen;
    double total = 0;
    double sumOfPrices = 0;
    /// Every step in it had a price.
    bool isComplete = false;
};

/// How a flow status can contradict the steps of the very same snapshot (routee-api section 4).
enum class FlowMismatch {
    FailedButDelivered,
    SucceededButAllFailed,
    InProgressButFinal,
};
constexpr size_t flowMismatches = 3;

struct FlowStatusFacts
{
    QString status;
    Sighting first;
};

struct WebhookFacts
{
    int understood = 0;
    int duplicates = 0;
    int outOfOrder = 0;
    std::optional<Sighting> newest;
    std::optional<Sighting> lastDuplicate;
    std::optional<Sighting> firstOutOfOrder;
};

/// A clock that is certainly off by at least this much; positive: the service is ahead.
struct SkewFacts
{
    std::chrono::milliseconds ahead{0};
    ObservationId aheadBy;
    std::chrono::milliseconds behind{0};
    ObservationId behindBy;
};

/// The answer to the send, as far as the rules need it.
struct SendFacts
{
    QString status;
    ObservationId by;
};

/// What the rules need to remember of a run's observations. Bounded, however many there are, and,
/// but for `WebhookFacts::outOfOrder`, the same in whatever order they came: everything here is a
/// first, a last, a count or a sum. Not thread-safe.
class RunFacts
{
public:
    /// `catalogue` must outlive it.
    RunFacts(const Flow &flow, const Catalogue &catalogue);

    /// One understood snapshot of this flow. `steps` says for each step of the snapshot which of
    /// `state`'s it is, nothing where it is none; `serviceAt` is when it was observed.
    void take(const Snapshot &snapshot, const Observation &observation, Instant serviceAt,
              const std::vector<std::optional<size_t>> &steps, const RunState &state);

    [[nodiscard]] const std::vector<StepFacts> &steps() const { return m_steps; }
    [[nodiscard]] const std::vector<FlowStatusFacts> &flowStatuses() const
    {
        return m_flowStatuses;
    }
    [[nodiscard]] const WebhookFacts &webhooks() const { return m_webhooks; }
    [[nodiscard]] const SkewFacts &skew() const { return m_skew; }
    [[nodiscard]] const std::optional<SendFacts> &send() const { return m_send; }
    [[nodiscard]] const std::optional<CostReport> &cost() const { return m_cost; }
    /// The newest poll; its time is one at which the answer cannot have been made yet.
    [[nodiscard]] const std::optional<Sighting> &newestPoll() const { return m_newestPoll; }
    [[nodiscard]] const std::optional<Sighting> &mismatch(FlowMismatch kind) const
    {
        return m_mismatches[static_cast<size_t>(kind)];
    }

private:
    struct View;

    void takeStep(size_t index, const StepSnapshot &report, const View &view);
    void takeStatus(StepFacts &facts, const StepSnapshot &report, Channel channel,
                    const View &view);
    void takeRecipient(size_t index, const StepSnapshot &report, const Sighting &seen);
    void takeTurns(const View &view);
    void takeCost(const View &view);
    void takeFlowStatus(const View &view);
    void takeMismatches(const View &view);
    void takeWebhook(const View &view);
    void takeSkew(const View &view);

    /// Never null.
    const Catalogue *m_catalogue;
    /// The digits of the request's numbers, for each step of the document.
    std::vector<QStringList> m_recipients;
    std::vector<StepFacts> m_steps;
    std::vector<FlowStatusFacts> m_flowStatuses;
    std::array<std::optional<Sighting>, flowMismatches> m_mismatches;
    WebhookFacts m_webhooks;
    SkewFacts m_skew;
    std::optional<SendFacts> m_send;
    std::optional<CostReport> m_cost;
    std::optional<Sighting> m_newestPoll;
    /// When each state of the flow was posted last.
    QHash<QString, Sighting> m_postedStates;
    int m_webhookProgress = 0;
};

} // namespace otpscope::models
