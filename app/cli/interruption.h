// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/exitcode.h"

#include <QObject>
#include <QSocketNotifier>

#include <array>

namespace otpscope::cli {

/// Turns SIGINT and SIGTERM into a Qt signal while it lives, so that a command can close what it
/// has open. The second one ends the program at once. At most one at a time; needs an event loop.
class Interruption final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Interruption)

public:
    explicit Interruption(QObject *parent = nullptr);
    ~Interruption() override;

Q_SIGNALS:
    /// `code` is what a program ended by that signal returns.
    void interrupted(otpscope::cli::ExitCode code);

private:
    void readSignal();

    std::array<int, 2> m_pipe;
    QSocketNotifier m_notifier;
};

} // namespace otpscope::cli
