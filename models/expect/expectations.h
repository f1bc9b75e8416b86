// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/checks/finding.h"
#include "models/core/json.h"
#include "models/core/result.h"
#include "models/run/runmachine.h"
#include "models/run/runstate.h"

#include <QByteArray>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace otpscope::models {

/// The statuses a step is to go through, in this order; others may come between, none behind.
struct ExpectedStatuses
{
    int order = 0;
    QStringList statuses;

    friend bool operator==(const ExpectedStatuses &, const ExpectedStatuses &) = default;
};

/// That the failover to a step happens, or does not.
struct ExpectedFailover
{
    int toOrder = 0;
    bool happens = true;

    friend bool operator==(const ExpectedFailover &, const ExpectedFailover &) = default;
};

/// What a person demands of a run; what is absent is not demanded. Statuses are compared without
/// regard to case. The file is described by resources/expectations/schema.
struct Expectations
{
    /// Of the flow, as tracking reports it.
    std::optional<QString> finalStatus;
    /// Channel::Unknown: that no channel delivers.
    std::optional<Channel> terminatingChannel;
    std::vector<ExpectedStatuses> steps;
    std::vector<ExpectedFailover> failovers;
    /// From the send to the conclusion, on the service clock.
    std::optional<double> withinSeconds;
    /// total_cost, or the sum of the steps' prices where the service names no total.
    std::optional<double> priceAtMost;
    /// Ids of rules of the checks or of runs that must find nothing; "error" and "warning" stand for every rule of that
    /// severity.
    QStringList noFindings;

    [[nodiscard]] bool isEmpty() const { return *this == Expectations(); }

    friend bool operator==(const Expectations &, const Expectations &) = default;
};

/// Why a text is no file of expectations.
struct ExpectationProblem
{
    enum class Kind {
        NotJson,
        /// Not an object, or a value of the wrong type or range.
        WrongValue,
        /// A key that means nothing, most likely a slip.
        UnknownKey,
        /// The id of no rule, which would never find anything and so always be met.
        UnknownRule,
    };
    Kind kind = Kind::NotJson;
    /// RFC 6901.
    QString pointer;
    std::optional<JsonProblem> json;
    /// The id that nobody knows, and the known ones that look like it, the likest first.
    QString rule = {};
    QStringList likelyRules = {};

    friend bool operator==(const ExpectationProblem &, const ExpectationProblem &) = default;
};

[[nodiscard]] Result<Expectations, ExpectationProblem> readExpectations(const QByteArray &text);
/// Reads back as the same.
[[nodiscard]] QByteArray writeExpectations(const Expectations &expectations);

/// What an expectation is held against.
struct RunOutcome
{
    RunState state;
    /// In the order in which they happened.
    std::vector<Transition> transitions;
    std::vector<Failover> failovers;
    std::vector<Finding> findings;
};

[[nodiscard]] RunOutcome outcomeOf(const RunMachine &machine);

/// Everything a run did, as a demand on the next: the seconds rounded up with a fifth to spare, and
/// no rule may find an error that found none this time.
[[nodiscard]] Expectations expectationsFrom(const RunOutcome &outcome);

/// One demand, held against the run.
struct CheckedExpectation
{
    enum class Verdict {
        Met,
        Failed,
        /// Nothing that was seen decides it, or the run is not over.
        Unknown,
    };
    Verdict verdict = Verdict::Unknown;
    /// "expected-final-status", ...; its values are what was demanded and what was seen. Of
    /// severity Error unless met.
    Finding finding;

    friend bool operator==(const CheckedExpectation &, const CheckedExpectation &) = default;
};

/// One for each demand, in the order of the file. While a run is open, what can still change is
/// Unknown.
[[nodiscard]] std::vector<CheckedExpectation> checkExpectations(const Expectations &expectations,
                                                                const RunOutcome &outcome);
/// Without the demand at this place of checkExpectations' list; unchanged where there is none.
[[nodiscard]] Expectations without(Expectations expectations, size_t index);
/// Those that are not met, as findings: what nobody knows is not met either.
[[nodiscard]] std::vector<Finding> unmet(const std::vector<CheckedExpectation> &checked);

} // namespace otpscope::models

Q_DECLARE_METATYPE(otpscope::models::Expectations)
