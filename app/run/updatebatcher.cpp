// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/updatebatcher.h"

#include <chrono>

namespace otpscope::run {

UpdateBatcher::UpdateBatcher(const models::RunId &run, const models::RunMachine &machine,
                             QObject *parent)
    : QObject(parent), m_machine(machine), m_builder(run), m_pause(this)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(std::chrono::milliseconds{12});
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (!m_builder.isEmpty())
            emitOrWait();
    });
}

void UpdateBatcher::add(const models::Observation &observation, const models::RunDelta &delta)
{
    m_builder.add(observation, delta);
    emitOrWait();
}

void UpdateBatcher::add(const models::RunDelta &delta)
{
    m_builder.add(delta);
    emitOrWait();
}

void UpdateBatcher::flush()
{
    if (!m_builder.isEmpty())
        Q_EMIT ready(m_builder.take(m_machine.state()));
}

void UpdateBatcher::emitOrWait()
{
    if (m_pause.isActive())
        return;
    m_pause.start();
    flush();
}

} // namespace otpscope::run
