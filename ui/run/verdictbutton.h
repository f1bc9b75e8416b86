// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/runmodel.h"

#include <QToolButton>

namespace otpscope::ui {

/// Whether the run on show is as it should be, in a few words, in a sign and in colour; pressing it
/// leads to what it stands on: the expectations where one failed, else the findings. Hidden while
/// there is no run. GUI thread.
class VerdictButton final : public QToolButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VerdictButton)

public:
    /// `run` must outlive it.
    explicit VerdictButton(const models::RunModel &run, QWidget *parent = nullptr);

    /// How many of the demands the run on show is known not to meet.
    void setFailedExpectations(int count);

Q_SIGNALS:
    void findingsWanted();
    /// Of those that failed.
    void expectationsWanted();

private:
    void refresh();

    const models::RunModel &m_run;
    int m_failedExpectations = 0;
};

} // namespace otpscope::ui
