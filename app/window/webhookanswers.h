// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/httpmessage.h"

#include <QActionGroup>
#include <QMenu>
#include <QObject>

namespace otpscope::window {

/// The menu with what webhooks can be answered with, for testing how a sender takes it. The usual
/// answer is chosen at each start. GUI thread.
class WebhookAnswers final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WebhookAnswers)

public:
    explicit WebhookAnswers(QWidget *window);

    [[nodiscard]] QAction *action() { return m_menu->menuAction(); }

Q_SIGNALS:
    void chosen(const otpscope::http::Response &answer);

private:
    void add(const QString &title, const http::Response &answer);

    /// A child of the window.
    QMenu *m_menu;
    QActionGroup m_group;
};

} // namespace otpscope::window
