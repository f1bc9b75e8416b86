// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/environment/environmentfile.h"
#include "models/core/clock.h"
#include "models/environment/environmentbook.h"

#include <QObject>
#include <QString>

namespace otpscope::window {

/// Reads and writes environments off the GUI thread; lives in the archive's.
class EnvironmentFiles final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EnvironmentFiles)

public:
    EnvironmentFiles() = default;

    void load(const QString &path);
    void save(const QString &path, const models::EnvironmentBook &book);
    void readOthers(const QString &path);
    void writeOthers(const QString &path, const models::EnvironmentBook &book);
    /// Whether the certificate's files are good at `now`.
    void lookAtCertificate(const models::ReceiverAccess &access, models::Instant now);

Q_SIGNALS:
    void loaded(const otpscope::environment::LoadedEnvironments &found);
    /// The system's words; empty where it was written.
    void saved(const QString &problem);
    void othersRead(const QString &path, const otpscope::environment::LoadedEnvironments &found);
    void othersWritten(const QString &path, const QString &problem);
    /// `problem` is a sentence; empty where they are good.
    void certificateSeen(const otpscope::models::ReceiverAccess &access, const QString &problem);
};

} // namespace otpscope::window

Q_DECLARE_METATYPE(otpscope::environment::LoadedEnvironments)
Q_DECLARE_METATYPE(otpscope::models::ReceiverAccess)
