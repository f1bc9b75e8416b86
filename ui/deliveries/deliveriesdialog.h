// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/deliverymodel.h"

#include <QDialog>
#include <QString>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace otpscope::ui {

/// Looks through what the service knows: filters, pages, and follow what was found. It asks by
/// signals and shows what it is given. Show it with open().
class DeliveriesDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DeliveriesDialog)

public:
    /// `environment` is where it looks, by its name.
    explicit DeliveriesDialog(const QString &environment, QWidget *parent = nullptr);

    /// Fills in what to look for.
    void setQuery(const models::DeliveryQuery &query);
    void showPage(const models::DeliveryPage &page);
    void showProblem(const QString &sentence);

Q_SIGNALS:
    void searchWanted(const otpscope::models::DeliveryQuery &query);
    /// A flow id, or a step's tracking id.
    void followWanted(const QString &id);

private:
    QLineEdit *addFilter(QFormLayout *form, const QString &label, const QString &example);
    void search(int offset);
    void follow(const QString &id);
    void refresh();
    [[nodiscard]] QString chosenId() const;

    models::DeliveryModel m_model;
    QLineEdit *m_phone = nullptr;
    QLineEdit *m_label = nullptr;
    QComboBox *m_status = nullptr;
    QLineEdit *m_id = nullptr;
    QTableView *m_table = nullptr;
    QLabel *m_message = nullptr;
    QPushButton *m_search = nullptr;
    QPushButton *m_previous = nullptr;
    QPushButton *m_next = nullptr;
    QPushButton *m_follow = nullptr;
    QPushButton *m_followId = nullptr;
};

} // namespace otpscope::ui
