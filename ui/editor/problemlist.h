// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/checks/finding.h"

#include <QListWidget>

#include <vector>

namespace otpscope::ui {

/// Every problem of the flow, one a line: where, how bad, what to do.
class ProblemList final : public QListWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProblemList)

public:
    explicit ProblemList(QWidget *parent);

    void setFindings(const std::vector<models::Finding> &findings);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The person wants to see this problem, by its place in the list.
    void problemChosen(int index);
};

/// "2 errors, 1 warning"; "No problems" for none.
[[nodiscard]] QString problemSummary(const std::vector<models::Finding> &findings);

} // namespace otpscope::ui
