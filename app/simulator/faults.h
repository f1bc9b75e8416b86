// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/json.h"
#include "models/core/result.h"

#include <QString>

#include <span>

namespace otpscope::simulator {

/// What goes wrong on purpose. Where a field's name does not end in Seconds it is a probability
/// from 0 to 1, drawn from the seed for each webhook or answer. All of them can be mixed. A value.
struct Faults
{
    // Webhooks.
    double webhookDropped = 0;
    /// On the service clock.
    double webhookDelaySeconds = 0;
    double webhookDoubled = 0;
    /// Held back until the next webhook of its flow is out; the last one of a flow is not.
    double webhookReordered = 0;
    double webhookForeignId = 0;
    double webhookCut = 0;
    double webhookNotJson = 0;
    /// In wall time: the body trickles in for so long.
    double webhookSlowSeconds = 0;
    double webhookWrongPath = 0;

    /// On the service clock: tracking and the list show what was true so long ago.
    double pollLagSeconds = 0;

    // The way to the service, and its answers. Of those drawn for one answer the first counts. Up
    // to the redirect nothing was accepted; behind it the request was carried out and its answer
    // gets lost.
    /// Where it is not 0, an https address listens too, and shows a certificate that does not fit.
    double certificateWrong = 0;
    double tokenDown = 0;
    /// The token is void from then on, so that a new one helps.
    double answer401 = 0;
    double answer403 = 0;
    double answer404 = 0;
    double answer422 = 0;
    double answer429 = 0;
    double answer500 = 0;
    double answer502 = 0;
    double answer503 = 0;
    double answerRedirect = 0;
    double answerEndless = 0;
    double answerCutInHead = 0;
    double answerCutInBody = 0;

    friend bool operator==(const Faults &, const Faults &) = default;
};

/// One field of Faults, for whoever reads or shows all of them.
struct FaultField
{
    enum class Measure {
        HowOften,
        Seconds,
        /// 0 or 1.
        OnOff,
    };
    enum class Reach {
        Flow,
        /// Comes before a flow is known, so that a scenario cannot bring it.
        Simulator,
    };
    /// As in scenario files and in control.
    const char *name;
    double Faults::*member;
    double highest;
    Measure measure;
    Reach reach;
    /// For --help.
    const char *description;
};

[[nodiscard]] std::span<const FaultField> faultFields();
/// "--fault-webhook-dropped" for webhookDropped.
[[nodiscard]] std::string optionNameOf(const FaultField &field);

/// All fields.
[[nodiscard]] models::Json faultsBody(const Faults &faults);

/// A fault in a description of faults; `pointer` is relative to it.
struct FaultsProblem
{
    QString pointer;
    QString what;
};
/// An object with any of the fields; those that are absent are as in `base`.
[[nodiscard]] models::Result<Faults, FaultsProblem> readFaults(const models::Json &json,
                                                               const Faults &base = {});

} // namespace otpscope::simulator
