// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/expect/demand.h"

#include <QDialog>

#include <functional>

class QFormLayout;
class QLineEdit;
class QPushButton;

namespace otpscope::ui {

/// One demand on a run, to be changed: what is demanded is fixed, how much of it is not.
class DemandDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DemandDialog)

public:
    explicit DemandDialog(const models::Demand &demand, QWidget *parent = nullptr);

    [[nodiscard]] models::Demand demand() const { return m_read(); }

private:
    void edit(const models::StatusDemand &demand, QFormLayout &form);
    void edit(models::Channel channel, QFormLayout &form);
    void edit(const models::ExpectedStatuses &demand, QFormLayout &form);
    void edit(const models::ExpectedFailover &demand, QFormLayout &form);
    void edit(const models::SecondsDemand &demand, QFormLayout &form);
    void edit(const models::PriceDemand &demand, QFormLayout &form);
    void edit(const models::RuleDemand &demand, QFormLayout &form);
    QLineEdit *addText(const QString &label, const QString &text, QFormLayout &form);

    std::function<models::Demand()> m_read;
    QPushButton *m_ok = nullptr;
};

} // namespace otpscope::ui
