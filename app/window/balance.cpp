// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/balance.h"

#include "app/window/lookup.h"

namespace otpscope::window {

Balance::Balance(Engine &engine, Environments &environments, ui::SendQuestion &question)
    : m_engine(engine)
    , m_environments(environments)
{
    const auto isCurrent = [this](const models::EnvironmentId &id) {
        return id == m_environments.current().id;
    };
    connect(&engine, &Engine::balanceFetched, &question,
            [isCurrent, &question](const models::EnvironmentId &id, const QString &balance) {
                if (isCurrent(id))
                    question.showBalance(tr("Balance of the account: %1.").arg(balance));
            });
    connect(&engine, &Engine::balanceNotFetched, &question,
            [isCurrent, &question](const models::EnvironmentId &id, const QString &words) {
                if (isCurrent(id))
                    question.showBalance(tr("The account's balance is not known (%1).").arg(words));
            });
}

void Balance::ask()
{
    beginLookup(m_environments, this, [engine = &m_engine](const LookupOrder &order) {
        QMetaObject::invokeMethod(engine, [engine, order] { engine->fetchBalance(order); });
    });
}

} // namespace otpscope::window
