// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/lookup.h"

#include <utility>

namespace otpscope::window {

void beginLookup(Environments &environments, QObject *context,
                 std::function<void(const LookupOrder &)> ask)
{
    LookupOrder order;
    if (environments.current().isSimulator()) {
        ask(order);
        return;
    }
    order.service = environments.current();
    environments.readSecrets(
        context, [order, ask = std::move(ask)](const models::Secrets &secrets) mutable {
            order.secrets = secrets;
            ask(order);
        });
}

} // namespace otpscope::window
