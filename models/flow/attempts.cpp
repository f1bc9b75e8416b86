// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/flow/attempts.h"

#include <algorithm>
#include <cstddef>

namespace otpscope::models {

std::vector<int> attemptsOf(const Flow &flow)
{
    // Steps are large, and are not copied to be sorted.
    std::vector<const Step *> steps;
    steps.reserve(flow.steps.size());
    for (const Step &step : flow.steps)
        steps.push_back(&step);
    std::stable_sort(steps.begin(), steps.end(), [](const Step *a, const Step *b) {
        if (a->order.has_value() != b->order.has_value())
            return a->order.has_value();
        return a->order < b->order;
    });
    std::vector<int> attempts(steps.size());
    int attempt = 0;
    for (const Step *step : steps)
        attempts[static_cast<std::size_t>(step->index)] = ++attempt;
    return attempts;
}

} // namespace otpscope::models
