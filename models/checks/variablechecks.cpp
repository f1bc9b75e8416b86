// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/checks/variablechecks.h"

#include "models/checks/duplicatekeys.h"
#include "models/checks/findinglist.h"
#include "models/checks/flowchecks.h"

#include <algorithm>

namespace otpscope::models {

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
    return findings;
}

} // namespace otpscope::models
