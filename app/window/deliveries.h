// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/engine.h"
#include "app/window/environments.h"
#include "models/run/deliverylist.h"
#include "ui/deliveries/deliveriesdialog.h"

#include <QAction>
#include <QObject>
#include <QPointer>
#include <QWidget>

namespace otpscope::window {

/// Joins the dialog that looks through the service's deliveries with the engine. GUI thread.
class Deliveries final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Deliveries)

public:
    /// All of them outlive it; `window` is the dialog's parent.
    Deliveries(Engine &engine, Environments &environments, QWidget &window);

    /// For a menu.
    [[nodiscard]] QAction *action() { return &m_action; }
    /// What the dialog begins with, for instance the recipient of a send of unknown outcome.
    void setQuery(const models::DeliveryQuery &query) { m_query = query; }

Q_SIGNALS:
    void followWanted(const QString &flowOrTrackingId);

private:
    void openDialog();
    void search(const models::DeliveryQuery &query);

    Engine &m_engine;
    Environments &m_environments;
    QWidget &m_window;
    QAction m_action;
    models::DeliveryQuery m_query;
    QPointer<ui::DeliveriesDialog> m_dialog;
};

} // namespace otpscope::window
