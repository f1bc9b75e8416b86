// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/compare/runcomparison.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QTreeWidget;

namespace otpscope::ui {

/// Two runs beside each other: each status with its time in both, what moved, what is missing or
/// new, and under it the fields of the payloads that differ. Not modal. GUI thread.
class ComparisonDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ComparisonDialog)

public:
    explicit ComparisonDialog(const models::RunComparison &comparison, QWidget *parent = nullptr);

private:
    void fill();

    const models::RunComparison m_comparison;
    QLabel *m_summary = nullptr;
    QTreeWidget *m_tree = nullptr;
    QCheckBox *m_withIds = nullptr;
};

} // namespace otpscope::ui
