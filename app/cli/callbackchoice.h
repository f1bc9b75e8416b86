// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/optionset.h"
#include "app/cli/target.h"
#include "models/core/result.h"
#include "models/flow/flowdocument.h"

#include <QString>
#include <QUrl>

#include <string>

namespace otpscope::cli {

/// Where the service posts its webhooks: what --webhook-url and --keep-callback decide.
class CallbackChoice final
{
    Q_DISABLE_COPY_MOVE(CallbackChoice)

public:
    CallbackChoice() = default;

    void declareOptions(OptionSet &options);

    /// What is wrong with the options for this target; empty where nothing is.
    [[nodiscard]] QString problemWith(const Target &target) const;
    /// True where the run's own receiver takes the webhooks of this flow.
    [[nodiscard]] bool usesOwnReceiver(const Target &target,
                                       const models::FlowDocument &flow) const;
    /// The address under which the service reaches our receiver, which itself listens on `local`:
    /// the same, or the public address with the path of the local one.
    [[nodiscard]] QUrl addressFor(const QUrl &local, const Target &target) const;
    /// --webhook-url, or else the environment's public address; empty without one.
    [[nodiscard]] QUrl publicAddress(const Target &target) const;
    /// Where the receiver listens: --receiver-port, or else the environment's; 0 for any free port.
    [[nodiscard]] quint16 receiverPort(const Target &target) const;
    /// How the receiver is reached there; on loopback alone where --webhook-url leads to it.
    [[nodiscard]] models::ReceiverAccess receiverAccess(const Target &target) const;

private:
    std::string m_webhookUrl;
    bool m_isKept = false;
    int m_receiverPort = 0;
};

} // namespace otpscope::cli
