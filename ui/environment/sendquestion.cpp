// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/environment/sendquestion.h"

#include "ui/theme/theme.h"

#include <QAccessible>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace otpscope::ui {

SendQuestion::SendQuestion(QWidget *parent)
    : QFrame(parent)
{
    setProperty("look", QStringLiteral("banner-warning"));
    setAccessibleName(tr("Question before a real send"));
    m_text = new QLabel(this);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_balance = new QLabel(this);
    m_balance->setTextFormat(Qt::PlainText);
    m_balance->setWordWrap(true);
    m_isForToday = new QCheckBox(this);
    m_isForToday->setAccessibleName(tr("Do not ask again today"));
    m_send = new QPushButton(tr("Send for &real"), this);
    m_send->setAccessibleName(tr("Send for real"));
    m_send->setProperty("look", QStringLiteral("primary"));
    m_decline = new QPushButton(tr("&Do not send"), this);
    m_decline->setAccessibleName(tr("Do not send"));
    connect(m_send, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT confirmed(m_isForToday->isChecked());
    });
    connect(m_decline, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT declined();
    });
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_isForToday, 1);
    buttons->addWidget(m_decline);
    buttons->addWidget(m_send);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::medium, spacing::small, spacing::medium, spacing::small);
    layout->addWidget(m_text);
    layout->addWidget(m_balance);
    layout->addLayout(buttons);
    hide();
}

void SendQuestion::ask(const PendingSend &send)
{
    m_text->setText(tr("This goes to %1 (%2), costs money and reaches a phone. Recipients: %3. "
                       "Channels, in this order: %4.")
                        .arg(send.environment, send.host,
                             send.recipients.join(QStringLiteral(", ")),
                             send.channels.join(QStringLiteral(", "))));
    m_balance->setText(tr("The account's balance is being asked for…"));
    m_isForToday->setText(tr("Do &not ask again for %1 today").arg(send.environment));
    m_isForToday->setChecked(false);
    show();
    m_decline->setFocus();
    QAccessibleEvent alert(m_text, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void SendQuestion::showBalance(const QString &sentence)
{
    m_balance->setText(sentence);
}

void SendQuestion::withdraw()
{
    hide();
}

void SendQuestion::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        m_decline->click();
    else
        QFrame::keyPressEvent(event);
}

} // namespace otpscope::ui
