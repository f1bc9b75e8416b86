// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/environment/departure.h"

#include "models/environment/sendguard.h"

namespace otpscope::environment {

namespace {

using RefusalKind = SendRefusal::Kind;

RefusalKind kindOf(models::SendObstacle::Kind kind)
{
    switch (kind) {
    case models::SendObstacle::Kind::RecipientsNotAllowed:
        return RefusalKind::RecipientsNotAllowed;
    case models::SendObstacle::Kind::DayIsUsedUp:
        return RefusalKind::DayIsUsedUp;
    }
    Q_UNREACHABLE();
}

} // namespace

models::Result<Connection, SendRefusal> depart(const models::Environment &environment,
                                               const models::Secrets &secrets,
                                               const models::Flow &flow, SendLedger &ledger)
{
    const auto refusal = [&](RefusalKind kind, const QString &detail = {}) {
        return SendRefusal{kind, environment.name, {}, detail};
    };
    const auto obstacle = models::obstacleTo(environment, flow, ledger.sentToday(environment.id));
    if (obstacle)
        return SendRefusal{kindOf(obstacle->kind), environment.name, obstacle->numbers, {}};
    const auto connection = connectionFor(environment, secrets);
    if (!connection)
        return refusal(RefusalKind::CertificatesUnreadable, connection.error());
    // Last, so that only what leaves is counted.
    switch (ledger.count(environment.id, environment.sending.sendsADay)) {
    case SendLedger::Outcome::Counted:
        break;
    case SendLedger::Outcome::LimitReached:
        return refusal(RefusalKind::DayIsUsedUp);
    case SendLedger::Outcome::NotCounted:
        if (environment.sending.sendsADay > 0)
            return refusal(RefusalKind::NotCounted, ledger.folder());
        break;
    }
    return connection.value();
}

} // namespace otpscope::environment
