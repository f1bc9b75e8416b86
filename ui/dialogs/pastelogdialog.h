// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QPlainTextEdit;

namespace otpscope::ui {

/// Takes a log of webhooks as text.
class PasteLogDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PasteLogDialog)

public:
    explicit PasteLogDialog(QWidget *parent = nullptr);

    [[nodiscard]] QString text() const;

private:
    QPlainTextEdit *m_text = nullptr;
};

} // namespace otpscope::ui
