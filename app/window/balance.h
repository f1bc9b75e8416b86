// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/engine.h"
#include "app/window/environments.h"
#include "ui/environment/sendquestion.h"

#include <QObject>

namespace otpscope::window {

/// Tells the account's balance in the question before a real send, where its token allows that.
/// GUI thread.
class Balance final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Balance)

public:
    /// All of them outlive it.
    Balance(Engine &engine, Environments &environments, ui::SendQuestion &question);

    /// For the question that stands open.
    void ask();

private:
    Engine &m_engine;
    Environments &m_environments;
};

} // namespace otpscope::window
