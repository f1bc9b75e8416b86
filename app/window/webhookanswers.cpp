// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/webhookanswers.h"

namespace otpscope::window {

namespace {

constexpr std::chrono::seconds longDelay{10};

http::Response answerWith(int status)
{
    http::Response answer;
    answer.status = status;
    return answer;
}

} // namespace

WebhookAnswers::WebhookAnswers(QWidget *window)
    : m_menu(new QMenu(tr("Answer to &webhooks"), window))
    , m_group(this)
{
    http::Response late;
    late.delay = longDelay;
    http::Response none;
    none.fault.kind = http::Response::Fault::Kind::HangUp;
    constexpr int serverError = 500;
    constexpr int gone = 410;
    add(tr("200 at &once"), {});
    add(tr("200 after ten &seconds"), late);
    add(tr("&500, as if something broke"), answerWith(serverError));
    add(tr("&410, as if nobody wanted them"), answerWith(gone));
    add(tr("&Hang up without an answer"), none);
    m_group.actions().constFirst()->setChecked(true);
}

void WebhookAnswers::add(const QString &title, const http::Response &answer)
{
    QAction *action = m_menu->addAction(title);
    action->setCheckable(true);
    m_group.addAction(action);
    connect(action, &QAction::triggered, this, [this, answer] { Q_EMIT chosen(answer); });
}

} // namespace otpscope::window
