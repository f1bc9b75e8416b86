// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/player.h"

#include <algorithm>
#include <utility>

namespace otpscope::run {

Player::Player(const models::RunId &run, const models::Flow &flow,
               std::vector<models::Observation> observations, const models::Catalogue &catalogue)
    : m_observations(std::move(observations))
    , m_replay(run, flow, catalogue)
{
    m_times.reserve(m_observations.size());
    for (const models::Observation &observation : m_observations) {
        const models::Instant at = models::serviceTimeOf(observation);
        m_times.push_back(m_times.empty() ? at : std::max(m_times.back(), at));
    }
}

models::Instant Player::begin() const
{
    return m_times.empty() ? models::Instant() : m_times.front();
}

models::Instant Player::end() const
{
    return m_times.empty() ? models::Instant() : m_times.back();
}

models::Instant Player::position() const
{
    return m_next == 0 ? begin() : m_times[m_next - 1];
}

models::RunUpdate Player::playTo(models::Instant moment, Stop stop)
{
    while (!isAtEnd() && m_times[m_next] <= moment) {
        const std::size_t before = machine().transitions().size();
        m_replay.apply({m_observations[m_next]});
        ++m_next;
        if (stop == Stop::AtChange && machine().transitions().size() > before)
            break;
    }
    // What time alone brings is judged once all is known, as a replay in one go does.
    if (isAtEnd() && !m_times.empty())
        m_replay.advanceTo(end());
    return m_replay.takeUpdate();
}

models::RunUpdate Player::playToNextChange()
{
    return playTo(end(), Stop::AtChange);
}

models::RunUpdate Player::playAll()
{
    return playTo(end(), Stop::AtMoment);
}

const models::Observation *Player::observation(models::ObservationId id) const
{
    const auto found =
        std::lower_bound(m_observations.begin(), m_observations.end(), id,
                         [](const models::Observation &candidate, models::ObservationId wanted) {
                             return candidate.id < wanted;
                         });
    return found != m_observations.end() && found->id == id ? &*found : nullptr;
}

} // namespace otpscope::run
