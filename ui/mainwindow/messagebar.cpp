// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/messagebar.h"

#include "ui/theme/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLayoutItem>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

#include <algorithm>
#include <iterator>

namespace otpscope::ui {

namespace {

QString lookOf(models::Severity severity)
{
    switch (severity) {
    case models::Severity::Error:
        return QStringLiteral("banner-error");
    case models::Severity::Warning:
        return QStringLiteral("banner-warning");
    case models::Severity::Info:
        return QStringLiteral("banner-info");
    }
    Q_UNREACHABLE();
}

} // namespace

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent)
    , m_kind(new QLabel(this))
    , m_text(new QLabel(this))
    , m_choices(new QHBoxLayout)
    , m_left(new QLabel(this))
    , m_close(new QToolButton(this))
{
    m_kind->setFont(strongFont(font()));
    m_text->setWordWrap(true);
    m_text->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    // What stands here may come from the service: never read it as markup.
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setAccessibleName(tr("Message"));
    m_left->setObjectName(QStringLiteral("messagesLeft"));
    m_left->setToolTip(tr("Close this message to read the next."));
    m_close->setText(tr("Close"));
    m_close->setAccessibleName(tr("Close the message"));
    m_close->setProperty("look", QStringLiteral("quiet"));

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(spacing::medium, spacing::small, spacing::small, spacing::small);
    layout->setSpacing(spacing::medium);
    layout->addWidget(m_kind, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    layout->addLayout(m_choices);
    layout->addWidget(m_left, 0, Qt::AlignTop);
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
    return m_messages.empty() ? QString() : shown()->text;
}

std::vector<MessageBar::Message>::const_iterator MessageBar::shown() const
{
    const auto newestError = std::ranges::find(m_messages.rbegin(), m_messages.rend(),
                                               models::Severity::Error, &Message::severity);
    if (newestError != m_messages.rend())
        return std::prev(newestError.base());
    return m_messages.empty() ? m_messages.end() : std::prev(m_messages.end());
}

void MessageBar::closeShown()
{
    m_messages.erase(shown());
    refresh();
}

bool MessageBar::event(QEvent *event)
{
    // The key means this message, and not the run that is followed.
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape)
        event->accept();
    return QFrame::event(event);
}

void MessageBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_messages.empty())
        closeShown();
    else
        QFrame::keyPressEvent(event);
}

void MessageBar::showChoices(const QStringList &choices, const QString &topic)
{
    while (QLayoutItem *item = m_choices->takeAt(0)) {
        // One of them may be what asked for this.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (int i = 0; i < choices.size(); ++i) {
        auto *button = new QPushButton(choices.at(i), this);
        button->setAccessibleName(choices.at(i));
        m_choices->addWidget(button, 0, Qt::AlignTop);
        connect(button, &QPushButton::clicked, this, [this, topic, i] {
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
    if (m_messages.empty())
        showChoices({}, {});
    else
        tell(*shown());
}

void MessageBar::tell(const Message &message)
{
    showChoices(message.choices, message.topic);
    m_left->setVisible(m_messages.size() > 1);
    m_left->setText(tr("%1 more").arg(m_messages.size() - 1));
    m_left->setAccessibleName(m_left->text());
    switch (message.severity) {
    case models::Severity::Error:
        m_kind->setText(tr("Problem"));
        break;
    case models::Severity::Warning:
        m_kind->setText(tr("Warning"));
        break;
    case models::Severity::Info:
        m_kind->setText(tr("Note"));
        break;
    }
    // The first line of each stands on one line with the word on the button.
    const int above = std::max(0, (m_close->sizeHint().height() - fontMetrics().height()) / 2);
    for (QLabel *label : {m_kind, m_text, m_left})
        label->setContentsMargins(0, above, 0, above);
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
