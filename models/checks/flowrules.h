// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/checks/finding.h"

#include <QString>

#include <vector>

namespace otpscope::models {

/// Which document a rule of the checks stands on.
enum class RuleSource {
    /// Section 4.1 of the API document.
    ApiDocument,
    /// Routee's other pages about this API.
    OtpPages,
    /// Routee's pages about Viber templates and their variables.
    TemplatePages,
    /// The API document and the template pages contradict each other (routee-api section 8).
    Contradiction,
    /// Routee's page about POST /viber/otp, a neighbour of this API.
    ViberOtpPage,
    /// Routee's pages about SMS.
    SmsPages,
    /// Viber's own limits, as another operator prints them.
    ViberLimits,
    /// The number plans of the world, as libphonenumber has them.
    NumberPlans,
    /// What OtpScope puts in for {{name}}; the service knows nothing of it.
    OwnVariables,
    /// No document says; that is what the rule is about.
    Undocumented,
};

/// One rule of the checks. flowrules.cpp is the one list of them; a rule's sentence stands in
/// models/text/flowsentences.cpp.
struct FlowRule
{
    /// Stable kebab-case id: other people's pipelines compare it.
    const char *id = "";
    Severity severity = Severity::Error;
    RuleSource source = RuleSource::ApiDocument;
};

[[nodiscard]] const std::vector<FlowRule> &flowRules();
/// nullptr where `id` is no rule of the checks.
[[nodiscard]] const FlowRule *flowRule(const QString &id);

} // namespace otpscope::models
