// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/httpmessage.h"
#include "app/simulator/faults.h"
#include "app/simulator/seededsource.h"

#include <QString>

#include <optional>

namespace otpscope::simulator {

/// One thing that goes wrong with one answer.
struct AnswerFault
{
    /// A field of Faults.
    const FaultField *field = nullptr;

    [[nodiscard]] QString name() const { return QLatin1String(field->name); }
    /// The service did nothing but answer wrongly; otherwise it did what it was asked for, and the
    /// answer gets lost.
    [[nodiscard]] bool isRefusal() const;
    /// Only for a refusal.
    [[nodiscard]] http::Response refusal() const;
    /// Only where it is none.
    void spoil(http::Response &response) const;
};

/// The token endpoint is down.
[[nodiscard]] AnswerFault tokenFault();

/// Draws once for each field that is not 0; the first that happens counts. tokenDown is for the
/// token endpoint alone.
[[nodiscard]] std::optional<AnswerFault> drawAnswerFault(const Faults &faults,
                                                         SeededSource &chance);

} // namespace otpscope::simulator
