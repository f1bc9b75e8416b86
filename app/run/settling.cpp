// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/settling.h"

#include <algorithm>

namespace otpscope::run {

namespace {

using models::Contribution;
using std::chrono::milliseconds;

/// The longest a concluded run stays open.
constexpr milliseconds longest{2'000};
/// The webhooks of one change come within this time of each other, and of the poll that shows it.
constexpr milliseconds quiet{250};

bool isUpToDate(Contribution contribution)
{
    return contribution == Contribution::Changed || contribution == Contribution::Agrees;
}

} // namespace

void Settling::heard(const models::Observation &observation, Contribution contribution,
                     const models::RunState &state, models::MonotonicInstant now)
{
    look(state, now);
    m_lastHeard = now;
    if (observation.source == models::ObservationSource::Poll && isUpToDate(contribution))
        m_isConfirmed = state.isConcluded();
    if (observation.source == models::ObservationSource::Poll &&
        contribution == Contribution::Changed)
        m_isUntold = true;
    if (observation.source == models::ObservationSource::Webhook && isUpToDate(contribution)) {
        m_hasWebhooks = true;
        m_isUntold = false;
    }
}

void Settling::look(const models::RunState &state, models::MonotonicInstant now)
{
    if (state.conclusion == m_conclusion)
        return;
    m_conclusion = state.conclusion;
    m_concludedAt = now;
    m_isConfirmed = false;
}

bool Settling::isOver(const models::RunState &state, models::MonotonicInstant now)
{
    look(state, now);
    if (!state.isConcluded())
        return false;
    if (now >= m_concludedAt + longest)
        return true;
    if (wantsPoll(state))
        return false;
    const bool isMissing = m_hasWebhooks && m_isUntold;
    return !m_awaitsWebhooks || (!isMissing && now >= std::max(m_lastHeard, m_concludedAt) + quiet);
}

bool Settling::wantsPoll(const models::RunState &state) const
{
    // A next step was due and may still come; only time can tell.
    return !m_isConfirmed || state.conclusion == models::Conclusion::EndedByService;
}

} // namespace otpscope::run
