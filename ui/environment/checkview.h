// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/environment/connectioncheck.h"

#include <QWidget>

class QGridLayout;

namespace otpscope::ui {

/// The steps of a connection check, each with a mark, what it is and what it found.
class CheckView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CheckView)

public:
    explicit CheckView(QWidget *parent = nullptr);

    void setCheck(const models::ConnectionCheck &check);

private:
    void addStep(int row, const models::CheckStep &step);

    QGridLayout *m_layout = nullptr;
};

} // namespace otpscope::ui
