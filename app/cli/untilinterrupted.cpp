// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/untilinterrupted.h"

#include <QEventLoop>

namespace otpscope::cli {

void waitFor(const Interruption &interruption)
{
    QEventLoop loop;
    QObject::connect(&interruption, &Interruption::interrupted, &loop, [&loop] { loop.quit(); });
    loop.exec();
}

} // namespace otpscope::cli
