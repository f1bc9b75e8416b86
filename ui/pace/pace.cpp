// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pace/pace.h"

#include <chrono>
#include <utility>

namespace otpscope::ui {

Pace::Pace(QObject *parent) : QObject(parent)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(std::chrono::milliseconds{100});
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (std::exchange(m_isAsked, false))
            ask();
    });
}

void Pace::ask()
{
    if (m_pause.isActive()) {
        m_isAsked = true;
        return;
    }
    m_pause.start();
    Q_EMIT due();
}

} // namespace otpscope::ui
