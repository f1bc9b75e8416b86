// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/deliveries.h"

#include "app/window/lookup.h"

namespace otpscope::window {

Deliveries::Deliveries(Engine &engine, Environments &environments, QWidget &window)
    : m_engine(engine)
    , m_environments(environments)
    , m_window(window)
    , m_action(tr("&Deliveries…"))
{
    m_action.setShortcut(QKeySequence(QStringLiteral("Ctrl+Shift+L")));
    m_action.setToolTip(tr("Look through what the service knows, and follow a flow by its id"));
    connect(&m_action, &QAction::triggered, this, &Deliveries::openDialog);
    connect(&engine, &Engine::deliveriesListed, this, [this](const models::DeliveryPage &page) {
        if (m_dialog)
            m_dialog->showPage(page);
    });
    connect(&engine, &Engine::deliveriesNotListed, this, [this](const QString &words) {
        if (m_dialog)
            m_dialog->showProblem(tr("The service gave no list: %1").arg(words));
    });
}

void Deliveries::openDialog()
{
    if (m_dialog)
        return;
    m_dialog = new ui::DeliveriesDialog(m_environments.current().name, &m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog->setQuery(m_query);
    connect(m_dialog, &ui::DeliveriesDialog::searchWanted, this, &Deliveries::search);
    connect(m_dialog, &ui::DeliveriesDialog::followWanted, this, &Deliveries::followWanted);
    m_dialog->open();
}

void Deliveries::search(const models::DeliveryQuery &query)
{
    beginLookup(m_environments, this, [engine = &m_engine, query](LookupOrder order) {
        order.query = query;
        QMetaObject::invokeMethod(engine, [engine, order] { engine->listDeliveries(order); });
    });
}

} // namespace otpscope::window
