// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/target.h"

#include "app/environment/secretstore.h"

#include <QEventLoop>
#include <QHostAddress>
#include <QTimer>

namespace otpscope::cli {

namespace {

bool isHttp(const QUrl &url)
{
    return (url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https")) &&
           !url.host().isEmpty();
}

/// A key store may ask its owner for a password first.
constexpr std::chrono::seconds keyStoreWait{60};

QUrl tokenAddressFor(const QUrl &service)
{
    const QString named = qEnvironmentVariable("OTPSCOPE_TOKEN_URL");
    if (!named.isEmpty())
        return QUrl(named, QUrl::StrictMode);
    QUrl token = service.adjusted(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment);
    token.setPath(QStringLiteral("/oauth/token"));
    return token;
}

models::Secrets storedSecrets(const models::EnvironmentId &id)
{
    environment::SecretStore store;
    QEventLoop loop;
    models::Secrets result;
    store.read(id, &loop, [&](const models::Secrets &secrets) {
        result = secrets;
        loop.quit();
    });
    QTimer::singleShot(keyStoreWait, &loop, &QEventLoop::quit);
    loop.exec();
    return result;
}

/// The key store is asked only where the variable does not hold all that is needed.
models::Secrets secretsOf(const models::Environment &environment)
{
    const QString application = qEnvironmentVariable("OTPSCOPE_CLIENT_SECRET");
    if (!application.isEmpty() && environment.proxy.user.isEmpty())
        return {application, {}};
    models::Secrets secrets = storedSecrets(environment.id);
    if (!application.isEmpty())
        secrets.application = application;
    return secrets;
}

models::Result<environment::Connection, QString> connectionOf(const models::Environment &named)
{
    models::Environment environment = named;
    const QString id = qEnvironmentVariable("OTPSCOPE_CLIENT_ID");
    const QString token = qEnvironmentVariable("OTPSCOPE_TOKEN_URL");
    if (!id.isEmpty())
        environment.applicationId = id;
    if (!token.isEmpty())
        environment.token = token;
    const auto faults = models::faultsOf(environment, {});
    for (const models::EnvironmentFault &fault : faults) {
        if (fault.field == models::EnvironmentField::Service ||
            fault.field == models::EnvironmentField::Token) {
            return QStringLiteral("The environment %1 has no usable service and token addresses. "
                                  "Correct them in the window, under Environments.")
                .arg(environment.name);
        }
    }
    if (environment.applicationId.isEmpty()) {
        return QStringLiteral("The environment %1 has no application id. Enter it in the window, "
                              "under Environments, or set OTPSCOPE_CLIENT_ID.")
            .arg(environment.name);
    }
    const models::Secrets secrets = secretsOf(environment);
    if (secrets.application.isEmpty()) {
        return QStringLiteral("The key store has no secret for the environment %1. Enter it in the "
                              "window, under Environments, or set OTPSCOPE_CLIENT_SECRET.")
            .arg(environment.name);
    }
    const auto connection = environment::connectionFor(environment, secrets);
    if (!connection)
        return QStringLiteral("%1 cannot be read, or holds no certificate.")
            .arg(connection.error());
    return connection.value();
}

} // namespace

bool Target::isFree() const
{
    return isOnLoopback() && !(environment && environment->isReal);
}

bool Target::isOnLoopback() const
{
    return isSimulator || service.host() == QLatin1String("localhost") ||
           QHostAddress(service.host()).isLoopback();
}

QString Target::name() const
{
    if (isSimulator)
        return QStringLiteral("simulator");
    return environment ? environment->name : service.toString();
}

models::Result<Target, QString> targetNamed(const QString &text,
                                            const models::EnvironmentBook &environments)
{
    if (const models::Environment *named = environments.named(text)) {
        if (named->isSimulator())
            return Target();
        return Target{false, QUrl(named->service, QUrl::StrictMode), *named};
    }
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || !isHttp(url)) {
        QStringList names{QStringLiteral("simulator")};
        names += environments.namesBeside(models::simulatorId());
        return QStringLiteral("--target takes an address such as "
                              "https://connect.routee.net/failover-otp or the name of an "
                              "environment, not %1. Environments: %2.")
            .arg(text, names.join(QStringLiteral(", ")));
    }
    if (!url.userInfo().isEmpty()) {
        return QStringLiteral("Credentials do not belong in --target, where other users of this "
                              "machine can read them. Set OTPSCOPE_CLIENT_ID and "
                              "OTPSCOPE_CLIENT_SECRET instead.");
    }
    return Target{false, url};
}

models::Result<environment::Connection, QString> connectionFor(const Target &target)
{
    if (target.environment)
        return connectionOf(*target.environment);
    environment::Connection connection;
    client::Endpoint &endpoint = connection.endpoint;
    endpoint.service = target.service;
    endpoint.token = tokenAddressFor(target.service);
    endpoint.clientId = qEnvironmentVariable("OTPSCOPE_CLIENT_ID");
    endpoint.clientSecret = qEnvironmentVariable("OTPSCOPE_CLIENT_SECRET");
    if (endpoint.clientId.isEmpty() || endpoint.clientSecret.isEmpty()) {
        return QStringLiteral("%1 wants credentials: set OTPSCOPE_CLIENT_ID and "
                              "OTPSCOPE_CLIENT_SECRET, then start this again.")
            .arg(target.service.toString());
    }
    if (!endpoint.token.isValid() || !isHttp(endpoint.token))
        return QStringLiteral("OTPSCOPE_TOKEN_URL is no http address.");
    return connection;
}

} // namespace otpscope::cli
