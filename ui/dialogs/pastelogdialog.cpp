// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/pastelogdialog.h"

#include "ui/theme/theme.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace otpscope::ui {

PasteLogDialog::PasteLogDialog(QWidget *parent)
    : QDialog(parent)
    , m_text(new QPlainTextEdit(this))
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
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    QPushButton *play = buttons->button(QDialogButtonBox::Ok);
    play->setText(tr("Replay"));
    play->setEnabled(false);
    connect(m_text, &QPlainTextEdit::textChanged, this,
            [this, play] { play->setEnabled(!m_text->document()->isEmpty()); });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(label);
    layout->addWidget(m_text, 1);
    layout->addWidget(buttons);
    resize(720, 420);
}

QString PasteLogDialog::text() const
{
    return m_text->toPlainText();
}

} // namespace otpscope::ui
