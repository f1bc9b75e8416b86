// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QString>

class QDialogButtonBox;
class QLabel;
class QLineEdit;

namespace otpscope::ui {

/// A service at an address of one's own. The secret stays in memory.
struct ServiceAddress
{
    QString service;
    QString token;
    QString clientId;
    QString clientSecret;

    friend bool operator==(const ServiceAddress &, const ServiceAddress &) = default;
};

/// Asks for another address than the built-in simulator's. Show it with open(); accepted() only
/// comes with two usable addresses.
class AddressDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AddressDialog)

public:
    explicit AddressDialog(const ServiceAddress &address, QWidget *parent = nullptr);

    [[nodiscard]] ServiceAddress address() const;

private:
    QLineEdit *addField(const QString &label, const QString &text, const QString &example);
    void refresh();

    QLineEdit *m_service = nullptr;
    QLineEdit *m_token = nullptr;
    QLineEdit *m_clientId = nullptr;
    QLineEdit *m_clientSecret = nullptr;
    QLabel *m_problem = nullptr;
    QDialogButtonBox *m_buttons = nullptr;
};

} // namespace otpscope::ui
