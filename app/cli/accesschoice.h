// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/optionset.h"
#include "models/environment/environment.h"

#include <QString>

#include <string>
#include <vector>

namespace otpscope::cli {

/// Who may post to a receiver, whom it believes about that, and the certificate it shows.
class AccessChoice final
{
    Q_DISABLE_COPY_MOVE(AccessChoice)

public:
    AccessChoice() = default;

    void declareOptions(OptionSet &options);

    /// What is wrong with the options; empty where nothing is.
    [[nodiscard]] QString problem() const;
    /// Listening on `host`.
    [[nodiscard]] models::ReceiverAccess access(const QString &host) const;

private:
    std::vector<std::string> m_proxies;
    std::vector<std::string> m_sources;
    std::string m_certificate;
    std::string m_key;
};

/// What it means that other machines reach the receiver, and what to do about it; empty where none
/// does.
[[nodiscard]] QString warningAbout(const models::ReceiverAccess &access);

} // namespace otpscope::cli
