// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/player.h"

#include <algorithm>
#include <utility>

namespace otpscope::run {

Player::Player(const models::RunId &run, const models::Flow &flow, Past past,
               const models::Catalogue &catalogue)
    : m_observations(std::move(past.observations))
    , m_overAt(past.overAt)
    , m_replay(run, flow, catalogue)
{
    if (m_overAt)
        m_replay.expectWebhooks(flow);
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
    judgeEnd();
    return m_replay.takeUpdate();
}

models::RunUpdate Player::playThrough(models::ObservationId id)
{
    const std::size_t place = placeOf(id);
    while (place < m_observations.size() && m_next <= place)
        m_replay.apply({m_observations[m_next++]});
    judgeEnd();
    return m_replay.takeUpdate();
}

/// What time alone brings is judged once all is known, as a replay in one go does.
void Player::judgeEnd()
{
    if (!isAtEnd() || m_times.empty())
        return;
    if (m_overAt)
        m_replay.endAt(std::max(end(), *m_overAt));
    else
        m_replay.advanceTo(end());
}

bool Player::hasPlayed(models::ObservationId id) const
{
    return placeOf(id) < m_next;
}

Player::Past Player::release() &&
{
    m_times.clear();
    m_next = 0;
    return {std::exchange(m_observations, {}), m_overAt};
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
    const std::size_t place = placeOf(id);
    return place < m_observations.size() ? &m_observations[place] : nullptr;
}

std::size_t Player::placeOf(models::ObservationId id) const
{
    const auto found = std::ranges::lower_bound(m_observations, id, {}, &models::Observation::id);
    return found != m_observations.end() && found->id == id
               ? std::size_t(found - m_observations.begin())
               : m_observations.size();
}

} // namespace otpscope::run
