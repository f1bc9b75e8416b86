// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/clock.h"
#include "models/environment/environment.h"

#include <QDate>
#include <QString>

namespace otpscope::environment {

/// How many flows have left today for each environment: in a file of the data folder, which window
/// and command line share, under a lock. Blocks: not for the GUI thread. A day is one of this
/// machine's calendar.
class SendLedger final
{
    Q_DISABLE_COPY_MOVE(SendLedger)

public:
    enum class Outcome {
        Counted,
        LimitReached,
        /// The file could not be read or written, so that a limit would not hold.
        NotCounted,
    };

    /// `clock` must outlive it.
    SendLedger(const QString &dataFolder, const models::Clock &clock);

    /// Counts one flow that is about to leave. With a limit of 0 it never says LimitReached.
    [[nodiscard]] Outcome count(const models::EnvironmentId &id, int limit);
    /// 0 where nothing is known.
    [[nodiscard]] int sentToday(const models::EnvironmentId &id) const;
    [[nodiscard]] QString folder() const;

private:
    QString m_path;
    const models::Clock &m_clock;
};

/// The day of this machine's calendar.
[[nodiscard]] QDate localDay(models::Instant instant);

} // namespace otpscope::environment
