// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/environment/connection.h"

#include <QSslCertificate>

namespace otpscope::environment {

models::Result<Connection, QString> connectionFor(const models::Environment &environment,
                                                  const models::Secrets &secrets)
{
    Connection result;
    result.endpoint.service = QUrl(environment.service, QUrl::StrictMode);
    result.endpoint.token = QUrl(environment.token, QUrl::StrictMode);
    result.endpoint.clientId = environment.applicationId;
    result.endpoint.clientSecret = secrets.application;
    result.endpoint.scope = environment.scope;
    result.endpoint.transport.proxy = environment.proxy;
    result.endpoint.transport.proxyPassword = secrets.proxy;
    result.limits.connect = environment.limits.connect;
    result.limits.firstByte = environment.limits.firstByte;
    result.limits.connectAndAnswer = environment.limits.whole;
    if (!environment.authoritiesFile.isEmpty()) {
        result.endpoint.transport.authorities = QSslCertificate::fromPath(
            environment.authoritiesFile, QSsl::Pem, QSslCertificate::PatternSyntax::FixedString);
        if (result.endpoint.transport.authorities.isEmpty())
            return environment.authoritiesFile;
    }
    return result;
}

} // namespace otpscope::environment
