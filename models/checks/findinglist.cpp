// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/checks/findinglist.h"

#include "models/checks/flowrules.h"

namespace otpscope::models {

void FindingList::add(const char *rule, const QString &pointer, const QStringList &values)
{
    const QString id = QString::fromLatin1(rule);
    const FlowRule *known = flowRule(id);
    Q_ASSERT(known);
    if (wants(known->severity))
        m_findings.push_back({known->severity, id, pointer, values, {}});
}

} // namespace otpscope::models
