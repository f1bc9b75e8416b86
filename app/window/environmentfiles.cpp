// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/environmentfiles.h"

namespace otpscope::window {

void EnvironmentFiles::load(const QString &path)
{
    Q_EMIT loaded(environment::loadEnvironments(path));
}

void EnvironmentFiles::save(const QString &path, const models::EnvironmentBook &book)
{
    Q_EMIT saved(environment::saveEnvironments(path, book));
}

void EnvironmentFiles::readOthers(const QString &path)
{
    Q_EMIT othersRead(path, environment::readEnvironments(path));
}

void EnvironmentFiles::writeOthers(const QString &path, const models::EnvironmentBook &book)
{
    Q_EMIT othersWritten(path, environment::saveEnvironments(path, book));
}

} // namespace otpscope::window
