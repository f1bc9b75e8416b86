// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/environment/connection.h"
#include "app/environment/sendledger.h"
#include "models/core/result.h"
#include "models/environment/environment.h"
#include "models/flow/flow.h"

#include <QMetaType>
#include <QString>
#include <QStringList>

namespace otpscope::environment {

/// Why a flow did not leave.
struct SendRefusal
{
    enum class Kind {
        /// `numbers` are not on the environment's list.
        RecipientsNotAllowed,
        DayIsUsedUp,
        /// The environment has a limit, and `detail`, the folder, could not be written.
        NotCounted,
        /// `detail` is the file.
        CertificatesUnreadable,
    };
    Kind kind = Kind::NotCounted;
    QString environment;
    QStringList numbers;
    QString detail;

    friend bool operator==(const SendRefusal &, const SendRefusal &) = default;
};

/// Checks the environment's own limits, counts the flow for today, and says how to reach the
/// service. Blocks: not for the GUI thread.
[[nodiscard]] models::Result<Connection, SendRefusal> depart(const models::Environment &environment,
                                                             const models::Secrets &secrets,
                                                             const models::Flow &flow,
                                                             SendLedger &ledger);

} // namespace otpscope::environment

Q_DECLARE_METATYPE(otpscope::environment::SendRefusal)
