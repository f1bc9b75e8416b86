// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/clock.h"
#include "models/core/json.h"
#include "models/flow/flowdocument.h"

#include <QString>
#include <QStringList>

#include <map>
#include <vector>

namespace otpscope::models {

// {{name}} in the text values of a flow document: what OtpScope puts in when it sends. Pure: time
// and chance come in with the values.

/// Names and what they stand for; an environment's, or those of --set.
using VariableMap = std::map<QString, QString>;

/// Everything that decides what the variables of one send become. The same values give the same
/// texts, so that what was shown before a send is what is sent.
struct VariableValues
{
    /// Go before the built-in ones of the same name. What they hold is not read for variables
    /// again.
    VariableMap environment;
    /// For {{timestamp}} and {{seq}}.
    Instant now;
    /// Chance: {{pin}}, {{uuid}} and {{random.digits N}} are drawn from it.
    quint64 seed = 0;

    friend bool operator==(const VariableValues &, const VariableValues &) = default;
};

/// A {{name}} that nothing is known by.
struct UnknownVariable
{
    /// RFC 6901, of the text value it stands in.
    QString pointer;
    QString name;

    friend bool operator==(const UnknownVariable &, const UnknownVariable &) = default;
};

/// {{pin}}: six digits, the same wherever it stands in one document. {{uuid}} and
/// {{random.digits N}} (1 to 64): each place has its own. {{seq}}: milliseconds since 1970, so that
/// it grows from send to send. {{timestamp}}: seconds since 1970. For help texts.
[[nodiscard]] QStringList builtInVariables();

/// The pin that these values stand for.
[[nodiscard]] QString pinOf(const VariableValues &values);

[[nodiscard]] bool hasVariables(const QString &text);

/// The document with every known variable of its text values put in; keys, numbers and unknown
/// variables stay. Costs time linear in the document's size.
[[nodiscard]] Json resolvedVariables(const Json &document, const VariableValues &values);
/// The same as a document, in which nothing but the texts with variables changes.
[[nodiscard]] FlowDocument resolvedVariables(const FlowDocument &document,
                                             const VariableValues &values);
/// In the order of the document.
[[nodiscard]] std::vector<UnknownVariable> unknownVariables(const Json &document,
                                                            const VariableValues &values);

/// True where `name` can stand between the braces: letters, digits, dots, dashes and underscores,
/// the first of them a letter or an underscore.
[[nodiscard]] bool isVariableName(const QString &name);

} // namespace otpscope::models
