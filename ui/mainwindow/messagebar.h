// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/checks/finding.h"

#include <QFrame>

#include <vector>

class QLabel;
class QToolButton;

namespace otpscope::ui {

/// Says in place what went wrong and what to do. Holds one message a topic, shows the newest;
/// closing it shows the one before. Hidden while there is none.
class MessageBar final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MessageBar)

public:
    explicit MessageBar(QWidget *parent = nullptr);

    /// Replaces what this topic said before.
    void showMessage(const QString &topic, models::Severity severity, const QString &text);
    /// Nothing where the topic has no message.
    void clearMessage(const QString &topic);
    /// Of the message on show; empty where there is none.
    [[nodiscard]] QString text() const;

private:
    struct Message
    {
        QString topic;
        models::Severity severity = models::Severity::Error;
        QString text;
    };

    void closeShown();
    void refresh();

    std::vector<Message> m_messages;
    QLabel *m_kind = nullptr;
    QLabel *m_text = nullptr;
    QToolButton *m_close = nullptr;
};

} // namespace otpscope::ui
