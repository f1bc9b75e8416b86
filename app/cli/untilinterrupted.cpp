// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/untilinterrupted.h"

#include "app/cli/interruption.h"

#include <QEventLoop>

namespace otpscope::cli {

void waitUntilInterrupted()
{
    QEventLoop loop;
    Interruption interruption;
    QObject::connect(&interruption, &Interruption::interrupted, &loop, [&loop] { loop.quit(); });
    loop.exec();
}

} // namespace otpscope::cli
