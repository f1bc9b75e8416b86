// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/jsonedit.h"

#include "ui/editor/jsonhighlighter.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QPainter>
#include <QTextBlock>

#include <algorithm>

namespace otpscope::ui {

namespace {

class LineNumbers final : public QWidget
{
public:
    explicit LineNumbers(JsonEdit *edit)
        : QWidget(edit)
        , m_edit(*edit)
    {
    }

protected:
    void paintEvent(QPaintEvent *event) override { m_edit.paintLineNumbers(event); }

private:
    JsonEdit &m_edit;
};

} // namespace

JsonEdit::JsonEdit(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_lineNumbers(new LineNumbers(this))
{
    setFont(fixedFont(font()));
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setTabChangesFocus(true);
    new JsonHighlighter(document(), coloursFor(palette()));
    connect(this, &QPlainTextEdit::blockCountChanged, this, &JsonEdit::updateMargin);
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect &area, int dy) {
        if (dy != 0)
            m_lineNumbers->scroll(0, dy);
        else
            m_lineNumbers->update(0, area.y(), m_lineNumbers->width(), area.height());
    });
    updateMargin();
}

QString JsonEdit::exactText() const
{
    return document()->toRawText().replace(QChar::ParagraphSeparator, QLatin1Char('\n'));
}

void JsonEdit::replaceText(const QString &text)
{
    const QString before = exactText();
    if (before == text)
        return;
    const auto shorter = std::min(before.size(), text.size());
    auto start = std::mismatch(before.begin(), before.begin() + shorter, text.begin()).first
                 - before.begin();
    if (start > 0 && before.at(start - 1).isHighSurrogate())
        --start;
    qsizetype same = 0;
    while (same < shorter - start
           && before.at(before.size() - 1 - same) == text.at(text.size() - 1 - same))
        ++same;
    if (same > 0 && before.at(before.size() - same).isLowSurrogate())
        --same;
    QTextCursor cursor(document());
    cursor.setPosition(int(start));
    cursor.setPosition(int(before.size() - same), QTextCursor::KeepAnchor);
    cursor.insertText(text.mid(start, text.size() - same - start));
}

QTextCursor JsonEdit::cursorAt(int line, int column) const
{
    const QTextBlock block = document()->findBlockByNumber(std::max(0, line - 1));
    QTextCursor cursor(block.isValid() ? block : document()->lastBlock());
    const int room = cursor.block().length() - 1;
    cursor.movePosition(QTextCursor::NextCharacter, QTextCursor::MoveAnchor,
                        std::clamp(column - 1, 0, room));
    return cursor;
}

void JsonEdit::markMistake(int line, int column)
{
    QList<QTextEdit::ExtraSelection> selections;
    if (line > 0) {
        const Colours &colours = coloursFor(palette());
        QTextEdit::ExtraSelection wholeLine;
        wholeLine.cursor = cursorAt(line, 1);
        wholeLine.format.setBackground(colours.soft(Tone::Error));
        wholeLine.format.setProperty(QTextFormat::FullWidthSelection, true);
        QTextEdit::ExtraSelection place;
        place.cursor = cursorAt(line, column);
        place.cursor.movePosition(QTextCursor::NextCharacter, QTextCursor::KeepAnchor);
        place.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        place.format.setUnderlineColor(colours.error);
        selections = {wholeLine, place};
    }
    setExtraSelections(selections);
}

void JsonEdit::goTo(int line, int column)
{
    setTextCursor(cursorAt(line, column));
    centerCursor();
    setFocus(Qt::OtherFocusReason);
}

int JsonEdit::lineNumberWidth() const
{
    const auto digits = std::max<qsizetype>(3, QString::number(blockCount()).size());
    return fontMetrics().horizontalAdvance(QLatin1Char('9')) * int(digits) + 2 * spacing::small;
}

void JsonEdit::updateMargin()
{
    setViewportMargins(lineNumberWidth(), 0, 0, 0);
}

void JsonEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    const QRect inside = viewport()->geometry();
    m_lineNumbers->setGeometry(inside.left() - lineNumberWidth(), inside.top(), lineNumberWidth(),
                               inside.height());
}

void JsonEdit::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateColours();
}

void JsonEdit::showEvent(QShowEvent *event)
{
    updateColours();
    QPlainTextEdit::showEvent(event);
}

void JsonEdit::updateColours()
{
    if (auto *highlighter = document()->findChild<JsonHighlighter *>())
        highlighter->setColours(coloursFor(palette()));
}

void JsonEdit::paintLineNumbers(QPaintEvent *event)
{
    QPainter painter(m_lineNumbers);
    painter.setFont(font());
    painter.setPen(coloursFor(palette()).muted);
    QTextBlock block = firstVisibleBlock();
    double top = blockBoundingGeometry(block).translated(contentOffset()).top();
    for (; block.isValid() && top <= event->rect().bottom(); block = block.next()) {
        const double height = blockBoundingRect(block).height();
        painter.drawText(QRectF(0, top, m_lineNumbers->width() - spacing::small, height),
                         Qt::AlignRight | Qt::AlignVCenter,
                         QString::number(block.blockNumber() + 1));
        top += height;
    }
}

} // namespace otpscope::ui
