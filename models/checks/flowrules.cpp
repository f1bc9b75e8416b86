// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/checks/flowrules.h"

#include <algorithm>

namespace otpscope::models {

const std::vector<FlowRule> &flowRules()
{
    using enum Severity;
    using enum RuleSource;
    static const std::vector<FlowRule> rules{
        // Shape of the document. Values: the field, then what it should be.
        {"document-not-object", Error, ApiDocument},
        {"duplicate-key", Warning, Undocumented},
        {"field-missing", Error, ApiDocument},
        {"field-type", Error, ApiDocument},
        {"field-empty", Error, ApiDocument},
        {"field-unknown", Info, ApiDocument},
        {"field-of-other-channel", Info, ApiDocument},
        {"field-name-elsewhere", Warning, ViberOtpPage}, // T5
        {"flow-empty", Error, OtpPages},
        {"step-not-object", Error, ApiDocument},
        {"step-type-unknown", Error, ApiDocument},
        {"many-steps", Warning, OtpPages},
        {"callback-url-format", Error, ApiDocument},
        {"callback-not-public", Info, Undocumented},
        {"variable-unknown", Error, OwnVariables},
        {"hidden-characters", Warning, Undocumented},

        // Fields of every step.
        {"to-empty", Error, ApiDocument},
        {"to-format", Error, ApiDocument},
        {"to-plus", Info, ViberOtpPage},
        {"to-number-plan", Warning, NumberPlans},
        {"several-recipients", Warning, Undocumented},
        {"different-recipients", Warning, Undocumented},
        {"order-range", Error, OtpPages},
        {"order-duplicate", Error, ApiDocument},
        {"order-gap", Info, ApiDocument},
        {"order-not-first", Info, ApiDocument},
        {"ttl-range", Error, OtpPages},
        {"label-length", Warning, SmsPages},

        // ViberOtp.
        {"viber-ttl-short", Warning, ViberLimits},
        {"viber-ttl-long", Warning, ViberLimits},
        {"pin-length", Error, ApiDocument},
        {"pin-length-disputed", Warning, Contradiction}, // T4
        {"pin-not-digits", Info, Undocumented},
        {"sender-id-format", Info, ApiDocument},
        {"template-id-format", Error, ApiDocument},
        {"template-id-unknown", Warning, TemplatePages},
        {"template-type-missing", Error, ApiDocument},
        {"template-type-unknown", Warning, ApiDocument},
        {"template-mismatch", Warning, TemplatePages}, // T6
        {"template-parameter-missing", Error, ApiDocument},
        {"template-parameter-unused", Info, ApiDocument},
        {"template-params-nested", Warning, ViberOtpPage}, // T5
        {"template-text-length", Warning, TemplatePages},
        {"template-text-link", Warning, TemplatePages},
        {"validity-time-unit", Warning, Contradiction},      // T1
        {"validity-unit-disputed", Warning, Contradiction},  // T2
        {"validity-time-number", Warning, Contradiction},    // T3
        {"language-unknown", Warning, TemplatePages},
        {"language-disputed", Warning, TemplatePages},
        {"otp-type-unknown", Warning, ViberOtpPage},

        // Sms.
        {"sender-missing", Info, SmsPages},
        {"sender-empty", Warning, SmsPages},
        {"sender-plus", Warning, SmsPages},
        {"sender-length-numeric", Warning, SmsPages},
        {"sender-length-text", Warning, SmsPages},
        {"sender-characters", Warning, SmsPages},
        {"sms-pin-differs", Warning, Undocumented},

        // What the texts tell, against each other and against ttl.
        {"validity-differs", Warning, Undocumented},
        {"validity-shorter-than-ttl", Info, Undocumented},
    };
    return rules;
}

const FlowRule *flowRule(const QString &id)
{
    const auto &rules = flowRules();
    const auto found = std::find_if(rules.begin(), rules.end(), [&](const FlowRule &rule) {
        return id == QLatin1String(rule.id);
    });
    return found == rules.end() ? nullptr : &*found;
}

} // namespace otpscope::models
