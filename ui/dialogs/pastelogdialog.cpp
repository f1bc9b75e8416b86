// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/pastelogdialog.h"

#include "ui/theme/theme.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPalette>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace otpscope::ui {

PasteLogDialog::PasteLogDialog(QWidget *parent)
    : QDialog(parent)
    , m_text(new QPlainTextEdit(this))
    , m_problem(new QLabel(this))
{
    setWindowTitle(tr("Replay a pasted log"));
    auto *label = new QLabel(tr("&One webhook or tracking body a line, bare or with \"at\", "
                                "\"source\" and \"body\" around it."),
                             this);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setBuddy(m_text);
    m_text->setAccessibleName(tr("Log"));
    m_text->setFont(fixedFont(font()));
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setTabChangesFocus(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->setAccessibleDescription(tr("Why it cannot be played"));
    QPalette colours = m_problem->palette();
    colours.setColor(QPalette::WindowText, coloursFor(palette()).tone(Tone::Error));
    m_problem->setPalette(colours);
    m_problem->hide();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    QPushButton *play = buttons->button(QDialogButtonBox::Ok);
    play->setText(tr("Replay"));
    play->setEnabled(false);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this, play] {
        play->setEnabled(!m_text->document()->isEmpty());
        m_problem->hide();
    });
    connect(buttons, &QDialogButtonBox::accepted, this, [this] { Q_EMIT replayWanted(text()); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(label);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_problem);
    layout->addWidget(buttons);
    resize(720, 420);
}

void PasteLogDialog::showProblem(const QString &sentence)
{
    m_problem->setText(sentence);
    m_problem->setAccessibleName(sentence);
    m_problem->show();
}

QString PasteLogDialog::text() const
{
    return m_text->toPlainText();
}

} // namespace otpscope::ui
