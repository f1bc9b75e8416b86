// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/checks/finding.h"

#include <QFrame>
#include <QStringList>

#include <vector>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace otpscope::ui {

/// Says in place what went wrong and what to do. Holds one message a topic and shows the newest,
/// but none before an error; closing it, also by Esc where the keyboard is in it, shows the next.
/// Hidden while there is none.
class MessageBar final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MessageBar)

public:
    explicit MessageBar(QWidget *parent = nullptr);

    /// Replaces what this topic said before. Each of `choices` is a button; the person need not
    /// choose.
    void showMessage(const QString &topic, models::Severity severity, const QString &text,
                     const QStringList &choices = {});
    /// Nothing where the topic has no message.
    void clearMessage(const QString &topic);
    /// Of the message on show; empty where there is none.
    [[nodiscard]] QString text() const;
    /// Closes the message on show. Only while there is one.
    void closeShown();

Q_SIGNALS:
    /// `choice` counts from 0. The message is gone by then.
    void choiceMade(const QString &topic, int choice);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Message
    {
        QString topic;
        models::Severity severity = models::Severity::Error;
        QString text;
        QStringList choices;
    };

    /// The one to show; the end where there is none.
    [[nodiscard]] std::vector<Message>::const_iterator shown() const;
    void tell(const Message &message);
    void showChoices(const QStringList &choices, const QString &topic);
    void refresh();

    std::vector<Message> m_messages;
    QLabel *m_kind = nullptr;
    QLabel *m_text = nullptr;
    QHBoxLayout *m_choices = nullptr;
    QLabel *m_left = nullptr;
    QToolButton *m_close = nullptr;
};

} // namespace otpscope::ui
