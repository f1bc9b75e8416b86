// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/messagebar.h"

#include "ui/theme/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QLayoutItem>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

#include <algorithm>

namespace otpscope::ui {

namespace {

QString lookOf(models::Severity severity)
{
    switch (severity) {
    case models::Severity::Error: return QStringLiteral("banner-error");
    case models::Severity::Warning: return QStringLiteral("banner-warning");
    case models::Severity::Info: return QStringLiteral("banner-info");
    }
    Q_UNREACHABLE();
}

} // namespace

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent)
    , m_kind(new QLabel(this))
    , m_text(new QLabel(this))
    , m_choices(new QHBoxLayout)
    , m_close(new QToolButton(this))
{
    m_kind->setFont(strongFont(font()));
    m_text->setWordWrap(true);
    // What stands here may come from the service: never read it as markup.
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setAccessibleName(tr("Message"));
    m_close->setText(tr("Close"));
    m_close->setAccessibleName(tr("Close the message"));
    m_close->setProperty("look", QStringLiteral("quiet"));

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(spacing::medium, spacing::small, spacing::small, spacing::small);
    layout->setSpacing(spacing::medium);
    layout->addWidget(m_kind, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    layout->addLayout(m_choices);
    layout->addWidget(m_close, 0, Qt::AlignTop);
    connect(m_close, &QToolButton::clicked, this, &MessageBar::closeShown);
    hide();
}

void MessageBar::showMessage(const QString &topic, models::Severity severity, const QString &text,
                             const QStringList &choices)
{
    std::erase_if(m_messages, [&](const Message &message) { return message.topic == topic; });
    m_messages.push_back({topic, severity, text, choices});
    refresh();
}

void MessageBar::clearMessage(const QString &topic)
{
    std::erase_if(m_messages, [&](const Message &message) { return message.topic == topic; });
    refresh();
}

QString MessageBar::text() const
{
    return m_messages.empty() ? QString() : m_messages.back().text;
}

void MessageBar::closeShown()
{
    m_messages.pop_back();
    refresh();
}

void MessageBar::showChoices(const Message &message)
{
    while (QLayoutItem *item = m_choices->takeAt(0)) {
        // One of them may be what asked for this.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (int i = 0; i < message.choices.size(); ++i) {
        auto *button = new QPushButton(message.choices.at(i), this);
        button->setAccessibleName(message.choices.at(i));
        m_choices->addWidget(button, 0, Qt::AlignTop);
        connect(button, &QPushButton::clicked, this, [this, topic = message.topic, i] {
            clearMessage(topic);
            Q_EMIT choiceMade(topic, i);
        });
        setTabOrder(i == 0 ? static_cast<QWidget *>(m_text) : m_choices->itemAt(i - 1)->widget(),
                    button);
    }
}

void MessageBar::refresh()
{
    setVisible(!m_messages.empty());
    showChoices(m_messages.empty() ? Message() : m_messages.back());
    if (m_messages.empty())
        return;
    const Message &message = m_messages.back();
    switch (message.severity) {
    case models::Severity::Error: m_kind->setText(tr("Problem")); break;
    case models::Severity::Warning: m_kind->setText(tr("Warning")); break;
    case models::Severity::Info: m_kind->setText(tr("Done")); break;
    }
    QPalette colours = m_kind->palette();
    colours.setColor(QPalette::WindowText,
                     coloursFor(palette()).tone(ui::toneOf(message.severity)));
    m_kind->setPalette(colours);
    m_text->setText(message.text);
    m_text->setAccessibleName(message.text);
    setProperty("look", lookOf(message.severity));
    style()->unpolish(this);
    style()->polish(this);
    QAccessibleEvent alert(m_text, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

} // namespace otpscope::ui
