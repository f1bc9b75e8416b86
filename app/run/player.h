// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/run/replay.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace otpscope::run {

/// Plays observations of the past in their order, each at the time it was made on the service
/// clock; one that is dated before the one ahead of it comes at the same time as that. At the end
/// it stands where a replay in one go stands. One thread owns it.
class Player final
{
    Q_DISABLE_COPY_MOVE(Player)

public:
    enum class Stop {
        AtMoment,
        /// Behind the first observation that changes something, should that come before.
        AtChange,
    };

    /// What is played, and the service time at which it is known to be over, where it is.
    struct Past
    {
        std::vector<models::Observation> observations;
        std::optional<models::Instant> overAt;
    };

    /// `catalogue` outlives this.
    Player(const models::RunId &run, const models::Flow &flow, Past past,
           const models::Catalogue &catalogue);

    [[nodiscard]] const models::RunMachine &machine() const { return m_replay.machine(); }
    [[nodiscard]] bool isAtEnd() const { return m_next == m_observations.size(); }
    [[nodiscard]] std::size_t count() const { return m_observations.size(); }
    /// When the first and the last observation were made; the epoch where there are none.
    [[nodiscard]] models::Instant begin() const;
    [[nodiscard]] models::Instant end() const;
    /// When the observation played last was made; begin() before the first.
    [[nodiscard]] models::Instant position() const;

    /// Plays everything made at `moment` or before.
    models::RunUpdate playTo(models::Instant moment, Stop stop);
    models::RunUpdate playToNextChange();
    models::RunUpdate playAll();
    /// Up to the observation with this id, and it; does nothing where that is behind, or unknown.
    models::RunUpdate playThrough(models::ObservationId id);
    [[nodiscard]] bool hasPlayed(models::ObservationId id) const;
    /// All of them, to be played again by another player; this one has none left.
    [[nodiscard]] Past release() &&;

    /// All of them, played or not, in the order of playing.
    [[nodiscard]] const std::vector<models::Observation> &observations() const
    {
        return m_observations;
    }
    /// Null where there is none with this id.
    [[nodiscard]] const models::Observation *observation(models::ObservationId id) const;

private:
    /// Where the observation with this id is; the end where there is none.
    [[nodiscard]] std::size_t placeOf(models::ObservationId id) const;
    void judgeEnd();

    std::vector<models::Observation> m_observations;
    std::optional<models::Instant> m_overAt;
    /// Beside m_observations, ascending.
    std::vector<models::Instant> m_times;
    Replay m_replay;
    std::size_t m_next = 0;
};

} // namespace otpscope::run
