// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace otpscope::ui {

/// A plain text editor with line numbers, coloured as JSON. Knows nothing about flows.
class JsonEdit final : public QPlainTextEdit
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JsonEdit)

public:
    explicit JsonEdit(QWidget *parent);

    /// The text to the letter: QPlainTextEdit's own turns no-break spaces into plain ones.
    [[nodiscard]] QString exactText() const;
    /// Replaces only what differs, so that cursor, scroll position and undo survive.
    void replaceText(const QString &text);
    /// Underlines that place; line and column start at 1. (0, 0) marks nothing.
    void markMistake(int line, int column);
    void goTo(int line, int column);

    void paintLineNumbers(QPaintEvent *event);
    [[nodiscard]] int lineNumberWidth() const;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    [[nodiscard]] QTextCursor cursorAt(int line, int column) const;
    void updateMargin();
    void updateColours();

    QWidget *m_lineNumbers;
};

} // namespace otpscope::ui
