// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/ids.h"
#include "models/run/runmachine.h"
#include "models/run/runupdate.h"

#include <QObject>
#include <QTimer>

namespace otpscope::run {

/// Gathers what the machine says into updates: the first at once, then one each 12 ms while more
/// comes, so that a flood of webhooks is not a flood of repaints. Less than a frame of a screen, so
/// that a mark waits for one frame and not for two.
class UpdateBatcher final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UpdateBatcher)

public:
    /// `machine` outlives this.
    UpdateBatcher(const models::RunId &run, const models::RunMachine &machine,
                  QObject *parent = nullptr);
    ~UpdateBatcher() override = default;

    void add(const models::Observation &observation, const models::RunDelta &delta);
    void add(const models::RunDelta &delta);
    /// Emits what is gathered, if anything, without waiting.
    void flush();

Q_SIGNALS:
    void ready(const otpscope::models::RunUpdate &update);

private:
    void emitOrWait();

    const models::RunMachine &m_machine;
    models::RunUpdateBuilder m_builder;
    QTimer m_pause;
};

} // namespace otpscope::run
