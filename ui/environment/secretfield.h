// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;
class QToolButton;

namespace otpscope::ui {

/// A field for a secret: masked until a person shows it, empty unless one is typed, and under it a
/// sentence that says where the one in use is kept. GUI thread.
class SecretField final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SecretField)

public:
    /// `name` is what screen readers call the field.
    explicit SecretField(const QString &name, QWidget *parent = nullptr);

    /// Empty and masked again; nothing counts as typed, and no place is known.
    void reset();
    /// Nothing where the field was not touched; empty where what is kept is to be forgotten.
    [[nodiscard]] std::optional<QString> typed() const;
    void setPlace(const QString &sentence);

Q_SIGNALS:
    /// By a person.
    void edited();

private:
    QLineEdit *m_edit = nullptr;
    QToolButton *m_show = nullptr;
    QLabel *m_place = nullptr;
};

} // namespace otpscope::ui
