// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/checks/variablechecks.h"

#include "models/checks/duplicatekeys.h"
#include "models/checks/findinglist.h"
#include "models/checks/flowchecks.h"

#include <algorithm>
#include <limits>

namespace otpscope::models {

namespace {

/// The steps in their order; what stands before the array and behind it around them.
int positionOf(const Finding &finding)
{
    const QLatin1String steps("/flow/");
    if (!finding.pointer.startsWith(steps)) {
        return finding.pointer.startsWith(QLatin1String("/callback"))
            ? std::numeric_limits<int>::max()
            : -1;
    }
    return finding.pointer.mid(steps.size()).section(QLatin1Char('/'), 0, 0).toInt();
}

} // namespace

std::vector<Finding> checkFlow(const FlowDocument &document, const Catalogue &catalogue,
                               const VariableValues &values)
{
    if (!document.text().contains("{{"))
        return checkFlow(document, catalogue);
    FindingList list;
    findDuplicateKeys(document.text(), list);
    const auto unknown = unknownVariables(document.json(), values);
    for (const UnknownVariable &variable : unknown)
        list.add("variable-unknown", variable.pointer, {variable.name});
    std::vector<Finding> findings =
        checkFlow(resolvedVariables(document.json(), values), catalogue);
    std::erase_if(findings, [&unknown](const Finding &finding) {
        return std::ranges::find(unknown, finding.pointer, &UnknownVariable::pointer) !=
               unknown.end();
    });
    const std::vector<Finding> ofText = list.take();
    findings.insert(findings.begin(), ofText.begin(), ofText.end());
    std::ranges::stable_sort(findings, {}, positionOf);
    return findings;
}

} // namespace otpscope::models
