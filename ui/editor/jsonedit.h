// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <Qsci/qsciscintilla.h>

#include <optional>

class QsciLexerJSON;

namespace otpscope::ui {

/// A text editor for JSON: line numbers, folding, matching braces, colours of the theme, a mark
/// where the text is wrong. Holds bytes, and gives back every one of them, valid or not. Knows
/// nothing about flows, and keeps no undo of its own: the flow's history does. Offsets are in
/// bytes.
class JsonEdit final : public QsciScintilla
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JsonEdit)

public:
    explicit JsonEdit(QWidget *parent);

    [[nodiscard]] QByteArray exactText() const;
    /// Replaces only what differs, so that cursor and scroll position survive. Emits textChanged()
    /// as typing does, where something differs; false where nothing does. Also while read-only.
    bool replaceText(const QByteArray &text);
    /// Nothing takes the mark away.
    void markMistake(std::optional<qsizetype> offset);
    /// Unfolds what hides the place, puts the cursor there and takes the focus.
    void goTo(qsizetype offset);
    /// Selects the next place of `text` from the cursor on, or back from it, and around the end.
    /// False where there is none.
    bool goToNext(const QString &text);
    bool findPrevious(const QString &text);
    [[nodiscard]] int countOf(const QString &text) const;

    /// What a context menu adds to those of the editor: undo and redo of whoever keeps them.
    void setHistoryActions(const QList<QAction *> &actions) { m_historyActions = actions; }

Q_SIGNALS:
    void searchRequested();

protected:
    bool focusNextPrevChild(bool next) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    [[nodiscard]] QByteArrayView shownText() const;
    void matchBracesOf(qsizetype size);
    void setUpMargins();
    void setUpKeys();
    void showInvisibleCharacters();
    void updateColours();
    void updateMarginColours();
    void updateLineNumberWidth();
    void toggleFoldHere();

    QsciLexerJSON *m_lexer;
    QList<QAction *> m_historyActions;
    bool m_isDark = false;
    bool m_isDressed = false;
};

} // namespace otpscope::ui
