// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/run/statusmeaning.h"

namespace otpscope::models {

StatusMeaning meaningOf(const QString &status, Channel channel, const Catalogue &catalogue)
{
    StatusMeaning meaning;
    const StatusRule *rule = catalogue.status(channel, status);
    if (!rule)
        return meaning;
    meaning.isKnown = true;
    meaning.rank = rule->rank;
    meaning.isFinal = rule->isFinal;
    meaning.triggersFailover = rule->triggersFailover;
    meaning.stopsFlow = rule->stopsFlow;
    // The two statuses that API document 4.2 ties to the ttl.
    meaning.isDelivered = isSameText(rule->name, QStringLiteral("Delivered"));
    meaning.isExpired = isSameText(rule->name, QStringLiteral("Expired"));
    return meaning;
}

bool isSameText(const QString &a, const QString &b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

} // namespace otpscope::models
