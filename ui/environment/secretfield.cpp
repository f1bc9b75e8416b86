// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/environment/secretfield.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace otpscope::ui {

SecretField::SecretField(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_edit(new QLineEdit(this))
    , m_show(new QToolButton(this))
    , m_place(new QLabel(this))
{
    m_edit->setEchoMode(QLineEdit::Password);
    m_edit->setAccessibleName(name);
    m_edit->setPlaceholderText(tr("Type here to set or change it"));
    setFocusProxy(m_edit);
    connect(m_edit, &QLineEdit::textEdited, this, &SecretField::edited);
    m_show->setText(tr("Show"));
    m_show->setAccessibleName(tr("Show what is typed as %1").arg(name));
    m_show->setCheckable(true);
    connect(m_show, &QToolButton::toggled, this, [this](bool isShown) {
        m_edit->setEchoMode(isShown ? QLineEdit::Normal : QLineEdit::Password);
    });
    m_place->setProperty("look", QStringLiteral("muted"));
    m_place->setTextFormat(Qt::PlainText);
    m_place->setWordWrap(true);
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_edit, 0, 0);
    layout->addWidget(m_show, 0, 1);
    layout->addWidget(m_place, 1, 0, 1, 2);
}

void SecretField::reset()
{
    m_edit->clear();
    m_edit->setModified(false);
    m_show->setChecked(false);
    m_place->clear();
}

std::optional<QString> SecretField::typed() const
{
    return m_edit->isModified() ? std::optional(m_edit->text()) : std::nullopt;
}

void SecretField::setPlace(const QString &sentence)
{
    m_place->setText(sentence);
}

} // namespace otpscope::ui
