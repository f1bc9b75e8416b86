// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/jsonedit.h"

#include "ui/editor/textchange.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QEvent>
#include <QMenu>
#include <Qsci/qscicommandset.h>
#include <Qsci/qscilexerjson.h>

#include <algorithm>
#include <array>

namespace otpscope::ui {

namespace {

constexpr int numberMargin = 0;
constexpr int markMargin = 1;
constexpr int foldMargin = 2;
constexpr int mistakeLine = 0;
constexpr int mistakeSign = 1;
constexpr int mistakePlace = 0;
constexpr int markMarginWidth = 12;
constexpr int foldMarginWidth = 16;
// Scintilla measures no line before it is shown; it only needs a start.
constexpr unsigned long firstScrollWidth = 1;

/// Characters that change how a text reads and that no one sees: bidi controls, zero widths.
struct UnseenCharacter
{
    const char *utf8;
    const char *name;
};
constexpr std::array unseenCharacters{
    UnseenCharacter{"\xE2\x80\x8B", "ZWSP"}, UnseenCharacter{"\xE2\x80\x8C", "ZWNJ"},
    UnseenCharacter{"\xE2\x80\x8D", "ZWJ"},  UnseenCharacter{"\xE2\x80\x8E", "LRM"},
    UnseenCharacter{"\xE2\x80\x8F", "RLM"},  UnseenCharacter{"\xE2\x80\xAA", "LRE"},
    UnseenCharacter{"\xE2\x80\xAB", "RLE"},  UnseenCharacter{"\xE2\x80\xAC", "PDF"},
    UnseenCharacter{"\xE2\x80\xAD", "LRO"},  UnseenCharacter{"\xE2\x80\xAE", "RLO"},
    UnseenCharacter{"\xE2\x81\xA0", "WJ"},   UnseenCharacter{"\xE2\x81\xA6", "LRI"},
    UnseenCharacter{"\xE2\x81\xA7", "RLI"},  UnseenCharacter{"\xE2\x81\xA8", "FSI"},
    UnseenCharacter{"\xE2\x81\xA9", "PDI"},  UnseenCharacter{"\xEF\xBB\xBF", "BOM"},
    UnseenCharacter{"\xC2\xA0", "NBSP"},     UnseenCharacter{"\xE2\x80\xA8", "LS"},
    UnseenCharacter{"\xE2\x80\xA9", "PS"},
};

bool isInsideCharacter(QByteArrayView text, qsizetype at)
{
    return at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
}

} // namespace

JsonEdit::JsonEdit(QWidget *parent)
    : QsciScintilla(parent)
    , m_lexer(new QsciLexerJSON(this))
{
    setUtf8(true);
    m_lexer->setHighlightEscapeSequences(true);
    m_lexer->setFoldCompact(false);
    m_lexer->setFont(fixedFont(font()));
    setLexer(m_lexer);
    setWrapMode(QsciScintilla::WrapNone);
    setIndentationsUseTabs(false);
    setIndentationWidth(2);
    setAutoIndent(true);
    matchBracesOf(0);
    SendScintilla(SCI_SETSCROLLWIDTH, firstScrollWidth);
    SendScintilla(SCI_SETSCROLLWIDTHTRACKING, 1UL);
    SendScintilla(SCI_SETUNDOCOLLECTION, 0UL);
    setUpMargins();
    setUpKeys();
    showInvisibleCharacters();
    connect(this, &QsciScintilla::linesChanged, this, &JsonEdit::updateLineNumberWidth);
    updateColours();
}

void JsonEdit::setUpMargins()
{
    setMarginType(numberMargin, QsciScintilla::NumberMargin);
    setMarginType(markMargin, QsciScintilla::SymbolMargin);
    setMarginWidth(markMargin, markMarginWidth);
    setMarginMarkerMask(markMargin, 1 << mistakeSign);
    setFolding(QsciScintilla::PlainFoldStyle, foldMargin);
    setMarginWidth(foldMargin, foldMarginWidth);
    markerDefine(QsciScintilla::Background, mistakeLine);
    markerDefine(QsciScintilla::RightTriangle, mistakeSign);
    indicatorDefine(QsciScintilla::SquiggleIndicator, mistakePlace);
    updateLineNumberWidth();
}

void JsonEdit::setUpKeys()
{
    for (const auto command : {QsciCommand::Undo, QsciCommand::Redo}) {
        if (QsciCommand *found = standardCommands()->find(command)) {
            found->setKey(0);
            found->setAlternateKey(0);
        }
    }
    const auto addKey = [this](const QKeySequence &key, auto slot) {
        auto *action = new QAction(this);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, slot);
        addAction(action);
    };
    addKey(QKeySequence::Find, &JsonEdit::searchRequested);
    addKey(QKeySequence(Qt::CTRL | Qt::Key_Period), &JsonEdit::toggleFoldHere);
}

void JsonEdit::showInvisibleCharacters()
{
    for (const UnseenCharacter &unseen : unseenCharacters) {
        SendScintilla(SCI_SETREPRESENTATION, reinterpret_cast<uintptr_t>(unseen.utf8), unseen.name);
    }
}

QByteArray JsonEdit::exactText() const
{
    return shownText().toByteArray();
}

QByteArrayView JsonEdit::shownText() const
{
    // Not bytes(): that one adds a NUL.
    return {static_cast<const char *>(SendScintillaPtrResult(SCI_GETCHARACTERPOINTER)), length()};
}

bool JsonEdit::replaceText(const QByteArray &text)
{
    // Good until the first change.
    const QByteArrayView before = shownText();
    if (before == text)
        return false;
    const bool wasReadOnly = isReadOnly();
    const TextChange change = changeBetween(before, text);
    qsizetype start = change.at;
    while (isInsideCharacter(before, start) || isInsideCharacter(text, start))
        --start;
    qsizetype same = before.size() - change.at - change.removed;
    while (isInsideCharacter(before, before.size() - same) ||
           isInsideCharacter(text, text.size() - same))
        --same;
    const QByteArray added = text.mid(start, text.size() - same - start);
    const auto end = static_cast<long>(before.size() - same);
    setReadOnly(false);
    matchBracesOf(text.size());
    SendScintilla(SCI_SETEOLMODE,
                  static_cast<unsigned long>(text.contains("\r\n") ? SC_EOL_CRLF : SC_EOL_LF));
    SendScintilla(SCI_SETTARGETRANGE, static_cast<unsigned long>(start), end);
    SendScintilla(SCI_REPLACETARGET, static_cast<uintptr_t>(added.size()), added.constData());
    setReadOnly(wasReadOnly);
    return true;
}

// The brace that belongs to the first one of a long text is far away, and all between is coloured
// to find it.
void JsonEdit::matchBracesOf(qsizetype size)
{
    constexpr qsizetype longest = 1024 * 1024;
    setBraceMatching(size > longest ? QsciScintilla::NoBraceMatch
                                    : QsciScintilla::SloppyBraceMatch);
}

void JsonEdit::markMistake(std::optional<qsizetype> offset)
{
    markerDeleteAll(mistakeLine);
    markerDeleteAll(mistakeSign);
    SendScintilla(SCI_SETINDICATORCURRENT, static_cast<unsigned long>(mistakePlace));
    SendScintilla(SCI_INDICATORCLEARRANGE, 0UL, static_cast<long>(length()));
    if (!offset)
        return;
    const auto position = static_cast<long>(std::min<qsizetype>(*offset, length()));
    const int line = static_cast<int>(SendScintilla(SCI_LINEFROMPOSITION, position));
    markerAdd(line, mistakeLine);
    markerAdd(line, mistakeSign);
    // At the end of a line the character before it carries the mark.
    const long lineEnd = SendScintilla(SCI_GETLINEENDPOSITION, static_cast<long>(line));
    const long from = position < lineEnd || position == 0
                          ? position
                          : SendScintilla(SCI_POSITIONBEFORE, position);
    const long to = std::max(SendScintilla(SCI_POSITIONAFTER, from), from);
    SendScintilla(SCI_INDICATORFILLRANGE, static_cast<unsigned long>(from), to - from);
}

void JsonEdit::goTo(qsizetype offset)
{
    const auto position = static_cast<long>(std::min<qsizetype>(offset, length()));
    const long line = SendScintilla(SCI_LINEFROMPOSITION, position);
    SendScintilla(SCI_ENSUREVISIBLEENFORCEPOLICY, line);
    SendScintilla(SCI_GOTOPOS, position);
    SendScintilla(SCI_SCROLLCARET);
    setFocus(Qt::OtherFocusReason);
}

bool JsonEdit::goToNext(const QString &text)
{
    int line = 0;
    int index = 0;
    int ignored = 0;
    if (hasSelectedText())
        getSelection(&ignored, &ignored, &line, &index);
    else
        getCursorPosition(&line, &index);
    return findFirst(text, false, false, false, true, true, line, index);
}

bool JsonEdit::findPrevious(const QString &text)
{
    int line = 0;
    int index = 0;
    int ignored = 0;
    if (hasSelectedText())
        getSelection(&line, &index, &ignored, &ignored);
    else
        getCursorPosition(&line, &index);
    return findFirst(text, false, false, false, true, false, line, index);
}

int JsonEdit::countOf(const QString &text) const
{
    return static_cast<int>(QString::fromUtf8(exactText()).count(text, Qt::CaseInsensitive));
}

// Tab leaves, as in the rest of the window: indentation follows by itself.
bool JsonEdit::focusNextPrevChild(bool next)
{
    return QWidget::focusNextPrevChild(next);
}

void JsonEdit::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    menu.addActions(m_historyActions);
    menu.addSeparator();
    const auto add = [&menu, this](const QString &text, bool isEnabled, auto slot) {
        menu.addAction(text, this, slot)->setEnabled(isEnabled);
    };
    add(tr("Cut"), hasSelectedText(), &QsciScintilla::cut);
    add(tr("Copy"), hasSelectedText(), &QsciScintilla::copy);
    add(tr("Paste"), SendScintilla(SCI_CANPASTE) != 0, &QsciScintilla::paste);
    add(tr("Select all"), length() > 0, [this] { selectAll(); });
    menu.addSeparator();
    add(tr("Find…") + QLatin1String("\tCtrl+F"), true, &JsonEdit::searchRequested);
    add(tr("Fold or unfold here") + QLatin1String("\tCtrl+."), true, &JsonEdit::toggleFoldHere);
    menu.exec(event->globalPos());
}

void JsonEdit::toggleFoldHere()
{
    int line = 0;
    int index = 0;
    getCursorPosition(&line, &index);
    const long level = SendScintilla(SCI_GETFOLDLEVEL, static_cast<long>(line));
    const bool isHead = (level & SC_FOLDLEVELHEADERFLAG) != 0;
    const long head = isHead ? line : SendScintilla(SCI_GETFOLDPARENT, static_cast<long>(line));
    if (head < 0)
        return;
    SendScintilla(SCI_TOGGLEFOLD, head);
    // The cursor must not stay in what is hidden.
    if (SendScintilla(SCI_GETFOLDEXPANDED, head) == 0)
        SendScintilla(SCI_GOTOLINE, head);
}

void JsonEdit::changeEvent(QEvent *event)
{
    QsciScintilla::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateColours();
}

// A widget learns its palette for certain only when it is about to be shown.
void JsonEdit::showEvent(QShowEvent *event)
{
    updateColours();
    QsciScintilla::showEvent(event);
}

void JsonEdit::updateColours()
{
    const Colours &colours = coloursFor(palette());
    if (m_isDressed && m_isDark == colours.isDark)
        return;
    m_isDressed = true;
    m_isDark = colours.isDark;
    m_lexer->setPaper(colours.surface);
    m_lexer->setDefaultPaper(colours.surface);
    m_lexer->setColor(colours.text);
    m_lexer->setDefaultColor(colours.text);
    m_lexer->setColor(colours.accent, QsciLexerJSON::Property);
    m_lexer->setColor(colours.sms, QsciLexerJSON::String);
    m_lexer->setColor(colours.sms, QsciLexerJSON::IRI);
    m_lexer->setColor(colours.sms, QsciLexerJSON::IRICompact);
    m_lexer->setColor(colours.viber, QsciLexerJSON::EscapeSequence);
    m_lexer->setColor(colours.running, QsciLexerJSON::Number);
    m_lexer->setColor(colours.warning, QsciLexerJSON::Keyword);
    m_lexer->setColor(colours.error, QsciLexerJSON::Error);
    m_lexer->setColor(colours.error, QsciLexerJSON::UnclosedString);
    setCaretForegroundColor(colours.text);
    setSelectionBackgroundColor(palette().color(QPalette::Active, QPalette::Highlight));
    setSelectionForegroundColor(palette().color(QPalette::Active, QPalette::HighlightedText));
    setMatchedBraceBackgroundColor(colours.soft(Tone::Accent));
    setMatchedBraceForegroundColor(colours.text);
    setUnmatchedBraceBackgroundColor(colours.soft(Tone::Error));
    setUnmatchedBraceForegroundColor(colours.error);
    updateMarginColours();
}

void JsonEdit::updateMarginColours()
{
    const Colours &colours = coloursFor(palette());
    setMarginsBackgroundColor(colours.window);
    setMarginsForegroundColor(colours.muted);
    setFoldMarginColors(colours.window, colours.window);
    constexpr int firstFoldMarker = SC_MARKNUM_FOLDEREND;
    constexpr int lastFoldMarker = SC_MARKNUM_FOLDEROPEN;
    for (int marker = firstFoldMarker; marker <= lastFoldMarker; ++marker) {
        // QsciScintilla's own functions leave the markers of folding alone.
        SendScintilla(SCI_MARKERSETFORE, static_cast<unsigned long>(marker), colours.window);
        SendScintilla(SCI_MARKERSETBACK, static_cast<unsigned long>(marker), colours.muted);
    }
    setMarkerBackgroundColor(colours.soft(Tone::Error), mistakeLine);
    setMarkerBackgroundColor(colours.error, mistakeSign);
    setMarkerForegroundColor(colours.error, mistakeSign);
    setIndicatorForegroundColor(colours.error, mistakePlace);
}

void JsonEdit::updateLineNumberWidth()
{
    const auto digits = std::max<qsizetype>(3, QString::number(lines()).size());
    setMarginWidth(numberMargin, QString(digits + 1, QLatin1Char('9')));
}

} // namespace otpscope::ui
