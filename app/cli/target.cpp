// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/target.h"

#include <QHostAddress>

namespace otpscope::cli {

namespace {

bool isHttp(const QUrl &url)
{
    return (url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https"))
           && !url.host().isEmpty();
}

QUrl tokenAddressFor(const QUrl &service)
{
    const QString named = qEnvironmentVariable("OTPSCOPE_TOKEN_URL");
    if (!named.isEmpty())
        return QUrl(named, QUrl::StrictMode);
    QUrl token = service.adjusted(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment);
    token.setPath(QStringLiteral("/oauth/token"));
    return token;
}

} // namespace

bool Target::isOnLoopback() const
{
    return isSimulator || service.host() == QLatin1String("localhost")
           || QHostAddress(service.host()).isLoopback();
}

QString Target::name() const
{
    return isSimulator ? QStringLiteral("simulator") : service.toString();
}

models::Result<Target, QString> targetNamed(const QString &text)
{
    if (text == QLatin1String("simulator"))
        return Target();
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || !isHttp(url)) {
        return QStringLiteral("--target takes simulator or an address such as "
                              "https://connect.routee.net/failover-otp, not %1. This version knows "
                              "no environments by name.")
            .arg(text);
    }
    if (!url.userInfo().isEmpty()) {
        return QStringLiteral("Credentials do not belong in --target, where other users of this "
                              "machine can read them. Set OTPSCOPE_CLIENT_ID and "
                              "OTPSCOPE_CLIENT_SECRET instead.");
    }
    return Target{false, url};
}

models::Result<client::Endpoint, QString> endpointFor(const QUrl &service)
{
    client::Endpoint endpoint;
    endpoint.service = service;
    endpoint.token = tokenAddressFor(service);
    endpoint.clientId = qEnvironmentVariable("OTPSCOPE_CLIENT_ID");
    endpoint.clientSecret = qEnvironmentVariable("OTPSCOPE_CLIENT_SECRET");
    if (endpoint.clientId.isEmpty() || endpoint.clientSecret.isEmpty()) {
        return QStringLiteral("%1 wants credentials: set OTPSCOPE_CLIENT_ID and "
                              "OTPSCOPE_CLIENT_SECRET, then start this again.")
            .arg(service.toString());
    }
    if (!endpoint.token.isValid() || !isHttp(endpoint.token))
        return QStringLiteral("OTPSCOPE_TOKEN_URL is no http address.");
    return endpoint;
}

} // namespace otpscope::cli
