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
    environments.readSecret(context, [order, ask = std::move(ask)](const QString &secret) mutable {
        order.secret = secret;
        ask(order);
    });
}

} // namespace otpscope::window
