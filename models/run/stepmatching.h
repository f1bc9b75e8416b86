// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/runstate.h"
#include "models/run/snapshot.h"

#include <optional>
#include <vector>

namespace otpscope::models {

/// Finds for each step of one snapshot the step of the run it speaks of. Make one for each
/// snapshot; `steps` must outlive it and may grow at its end meanwhile.
class StepMatcher
{
public:
    explicit StepMatcher(const std::vector<StepState> &steps);

    /// `position` is the place of `report` in the snapshot, `channel` its channel. By trackingId
    /// where that is known; by `order` where the report has one; else the first step of the
    /// document that is not spoken for, has this channel and no trackingId yet, at or behind
    /// `position`, then anywhere. Nothing where the run has no such step.
    [[nodiscard]] std::optional<size_t> match(const StepSnapshot &report, size_t position,
                                              Channel channel);
    /// Marks a step that was added for a report as spoken for.
    void claim(size_t index);

private:
    [[nodiscard]] std::optional<size_t> find(const StepSnapshot &report, size_t position,
                                             Channel channel) const;
    [[nodiscard]] std::optional<size_t> byTrackingId(const TrackingId &id) const;
    [[nodiscard]] std::optional<size_t> byOrder(const StepSnapshot &report, Channel channel) const;
    [[nodiscard]] std::optional<size_t> byChannel(const StepSnapshot &report, size_t from,
                                                  Channel channel) const;
    [[nodiscard]] size_t firstCandidate(const StepSnapshot &report, size_t position) const;
    [[nodiscard]] bool isClaimed(size_t index) const;
    [[nodiscard]] bool canBe(const StepSnapshot &report, Channel channel, size_t index) const;

    const std::vector<StepState> &m_steps;
    std::vector<size_t> m_claimed;
};

} // namespace otpscope::models
