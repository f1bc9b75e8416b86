// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/jsonsearchbar.h"

#include "ui/editor/editorstyle.h"
#include "ui/editor/jsonedit.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace otpscope::ui {

JsonSearchBar::JsonSearchBar(JsonEdit &edit, QWidget *parent)
    : QWidget(parent)
    , m_edit(edit)
    , m_text(new QLineEdit(this))
    , m_result(new QLabel(this))
{
    m_text->setObjectName(QStringLiteral("jsonSearch"));
    m_text->setPlaceholderText(tr("Find in the text"));
    m_text->setAccessibleName(m_text->placeholderText());
    m_text->setClearButtonEnabled(true);
    m_result->setObjectName(QStringLiteral("jsonSearchResult"));
    m_result->setTextFormat(Qt::PlainText);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::tiny);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_result);
    const auto addButton = [&](const QString &text, const QString &name, auto slot) {
        auto *button = new QToolButton(this);
        button->setText(text);
        button->setAccessibleName(name);
        button->setToolTip(name);
        button->setProperty("look", QStringLiteral("quiet"));
        connect(button, &QToolButton::clicked, this, slot);
        layout->addWidget(button);
    };
    addButton(QStringLiteral("↑"), tr("Find the one before"), &JsonSearchBar::goBack);
    addButton(QStringLiteral("↓"), tr("Find the next one"), &JsonSearchBar::goForward);
    addButton(QStringLiteral("✕"), tr("Close the search"), &JsonSearchBar::close);
    connect(m_text, &QLineEdit::textEdited, this, &JsonSearchBar::search);
    hide();
}

void JsonSearchBar::open()
{
    const QString selected = m_edit.selectedText();
    if (!selected.isEmpty() && !selected.contains(QLatin1Char('\n')))
        m_text->setText(selected);
    show();
    m_text->selectAll();
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_result->clear();
}

void JsonSearchBar::close()
{
    hide();
    m_edit.setFocus(Qt::OtherFocusReason);
}

void JsonSearchBar::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape)
        close();
    else if (isEnter && event->modifiers().testFlag(Qt::ShiftModifier))
        goBack();
    else if (isEnter && event->modifiers() == Qt::NoModifier)
        goForward();
    else
        QWidget::keyPressEvent(event);
}

// While typing, the place already found counts as long as it fits.
void JsonSearchBar::search()
{
    int line = 0;
    int index = 0;
    int ignored = 0;
    if (m_edit.hasSelectedText()) {
        m_edit.getSelection(&line, &index, &ignored, &ignored);
        m_edit.setCursorPosition(line, index);
    }
    goForward();
}

void JsonSearchBar::goForward()
{
    tell(m_edit.goToNext(m_text->text()));
}

void JsonSearchBar::goBack()
{
    tell(m_edit.findPrevious(m_text->text()));
}

void JsonSearchBar::tell(bool isFound)
{
    const QString text = m_text->text();
    setLook(*m_text, "severity",
            isFound || text.isEmpty() ? QStringLiteral("none") : QStringLiteral("warning"));
    if (text.isEmpty())
        m_result->clear();
    else
        m_result->setText(isFound ? tr("%n place(s)", nullptr, m_edit.countOf(text))
                                  : tr("Not found"));
}

} // namespace otpscope::ui
