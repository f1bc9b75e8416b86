// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/environmentfiles.h"

#include "app/http/servercertificate.h"
#include "app/window/problemtexts.h"

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

void EnvironmentFiles::lookAtCertificate(const models::ReceiverAccess &access, models::Instant now)
{
    const auto certificate = http::loadCertificate(access.certificateFile, access.keyFile, now);
    Q_EMIT certificateSeen(access, certificate ? QString() : sentenceFor(certificate.error()));
}

} // namespace otpscope::window
