// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLabel;
class QPlainTextEdit;

namespace otpscope::ui {

/// Takes a log of webhooks as text. It stays open until it is told that the text can be played, so
/// that nothing pasted is lost to a mistake in it.
class PasteLogDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PasteLogDialog)

public:
    explicit PasteLogDialog(QWidget *parent = nullptr);

    [[nodiscard]] QString text() const;
    /// In place, until the text is another one.
    void showProblem(const QString &sentence);

Q_SIGNALS:
    void replayWanted(const QString &text);

private:
    QPlainTextEdit *m_text = nullptr;
    QLabel *m_problem = nullptr;
};

} // namespace otpscope::ui
