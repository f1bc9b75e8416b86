// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/tokenrequest.h"

namespace otpscope::client {

CallRequest tokenRequest(const Endpoint &endpoint)
{
    const QByteArray credentials =
        (endpoint.clientId + u':' + endpoint.clientSecret).toUtf8().toBase64();
    QByteArray form = QByteArrayLiteral("grant_type=client_credentials");
    if (!endpoint.scope.isEmpty())
        form += "&scope=" + QUrl::toPercentEncoding(endpoint.scope);
    return {QByteArrayLiteral("POST"),
            endpoint.token,
            {{"Authorization", "Basic " + credentials},
             {"Content-Type", "application/x-www-form-urlencoded"},
             {"Accept", "application/json"},
             {"Accept-Encoding", "identity"},
             {"User-Agent", QByteArrayLiteral("OtpScope/" OTPSCOPE_VERSION)}},
            form,
            endpoint.transport};
}

} // namespace otpscope::client
