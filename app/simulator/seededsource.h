// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace otpscope::simulator {

/// Identifiers out of a seed: the same seed gives the same row on every machine. A value; cheap to
/// copy. (SplitMix64, whose state is one number: a hundred thousand flows hold one each.)
class SeededSource
{
public:
    explicit SeededSource(quint64 seed) : m_state(seed) {}

    [[nodiscard]] quint64 number();
    /// True with this probability. 0 and less draws nothing, so that a fault which is off leaves the
    /// row to the others as it was.
    [[nodiscard]] bool happens(double probability);
    /// Lower case, with hyphens, version 4.
    [[nodiscard]] QString uuid();
    /// A source that depends on this one's seed and `index` only, not on what was drawn so far.
    [[nodiscard]] static SeededSource derived(quint64 seed, quint64 index);

private:
    quint64 m_state;
};

} // namespace otpscope::simulator
