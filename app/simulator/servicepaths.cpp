// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/servicepaths.h"

#include <QUrl>

namespace otpscope::simulator {

namespace {

constexpr QLatin1String listPath("/failover-otp/otp/failover");
constexpr QLatin1String trackingPrefix("/failover-otp/otp/failover/");

} // namespace

QString pathOf(const http::Request &request)
{
    QString path = QUrl::fromPercentEncoding(request.path());
    if (path.size() > 1 && path.endsWith(QLatin1Char('/')))
        path.chop(1);
    return path;
}

Route routeOf(const QString &path)
{
    // The bare address answers too, for whoever opens it in a browser.
    if (path == QLatin1String("/failover-otp") || path == QLatin1String("/"))
        return Route::Info;
    if (path == QLatin1String("/failover-otp/health"))
        return Route::Health;
    if (path == QLatin1String("/oauth/token"))
        return Route::Token;
    if (path == QLatin1String("/failover-otp/otp/send-failover"))
        return Route::Send;
    if (path == QLatin1String("/failover-otp/otp/templates"))
        return Route::Templates;
    if (path == listPath)
        return Route::List;
    return path.startsWith(trackingPrefix) ? Route::Tracking : Route::None;
}

QString trackedId(const QString &path)
{
    return path.mid(trackingPrefix.size());
}

} // namespace otpscope::simulator
