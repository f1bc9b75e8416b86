// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/serviceclient.h"

#include "app/client/httpcall.h"
#include "app/client/serviceaccess.h"
#include "app/client/servicecall.h"
#include "app/client/tokenkeeper.h"

#include <QPointer>

#include <utility>

namespace otpscope::client {

namespace {

QUrl serviceUrl(const QUrl &service, const QString &path)
{
    QUrl url = service;
    QString base = service.path(QUrl::FullyEncoded);
    while (base.endsWith(u'/'))
        base.chop(1);
    url.setPath(base + path, QUrl::StrictMode);
    return url;
}

CallRequest serviceRequest(const QByteArray &method, const QUrl &url)
{
    return {method,
            url,
            {{"Accept", "application/json"},
             {"Accept-Encoding", "identity"},
             {"User-Agent", QByteArrayLiteral("OtpScope/" OTPSCOPE_VERSION)}},
            {}};
}

} // namespace

class ServiceClient::Private
{
public:
    explicit Private(std::shared_ptr<ServiceAccess> access_) : access(std::move(access_)) {}

    std::shared_ptr<ServiceAccess> access;
    /// Parent of the calls under way; goes before the access they use.
    QObject calls;

    [[nodiscard]] const QUrl &service() const { return access->endpoint().service; }

    void call(models::ObservationSource source, CallRequest request, Completion done)
    {
        request.transport = access->endpoint().transport;
        if (request.method == "GET")
            request.connections = access->keptConnections();
        const ClientLimits &limits = access->limits();
        const HttpCall::Limits callLimits{limits.connectAndAnswer, limits.answerBytes,
                                          limits.connect, limits.firstByte};
        auto *serviceCall =
            new ServiceCall(source, std::move(request), callLimits, access->tokens(),
                            access->clock(), &calls);
        QObject::connect(serviceCall, &ServiceCall::finished, serviceCall,
                         [serviceCall, done = std::move(done)](const models::Observation &seen) {
                             // Still emitting; and `done` may destroy the client with its calls.
                             serviceCall->deleteLater();
                             done(seen);
                         });
        serviceCall->start();
    }
};

ServiceClient::ServiceClient(Endpoint endpoint, ClientLimits limits, const models::Clock &clock,
                             QObject *parent)
    : ServiceClient(std::make_shared<ServiceAccess>(std::move(endpoint), limits, clock), parent)
{
}

ServiceClient::ServiceClient(std::shared_ptr<ServiceAccess> access, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(std::move(access)))
{
    connect(&d->access->tokens(), &TokenKeeper::statusChanged, this, &ServiceClient::tokenStatusChanged);
}

ServiceClient::~ServiceClient() = default;

void ServiceClient::send(const QByteArray &flowText, Completion done)
{
    CallRequest request = serviceRequest(
        "POST", serviceUrl(d->service(), QStringLiteral("/otp/send-failover")));
    request.headers.emplace_back("Content-Type", "application/json");
    request.body = flowText;
    d->call(models::ObservationSource::Send, std::move(request), std::move(done));
}

void ServiceClient::poll(const models::FlowId &id, Completion done)
{
    // The id comes from outside: nothing in it may lead to another path.
    const QString segment = QString::fromLatin1(QUrl::toPercentEncoding(id.text()));
    d->call(models::ObservationSource::Poll,
            serviceRequest("GET", serviceUrl(d->service(),
                                             QStringLiteral("/otp/failover/") + segment)),
            std::move(done));
}

void ServiceClient::list(const models::DeliveryQuery &query, Completion done)
{
    QUrl url = serviceUrl(d->service(), QStringLiteral("/otp/failover"));
    url.setQuery(QString::fromLatin1(models::queryText(query)), QUrl::StrictMode);
    d->call(models::ObservationSource::Poll, serviceRequest("GET", url), std::move(done));
}

void ServiceClient::templates(Completion done)
{
    d->call(models::ObservationSource::Poll,
            serviceRequest("GET", serviceUrl(d->service(), QStringLiteral("/otp/templates"))),
            std::move(done));
}

void ServiceClient::balance(Completion done)
{
    QUrl url = d->service();
    url.setPath(QStringLiteral("/accounts/me/balance"), QUrl::StrictMode);
    d->call(models::ObservationSource::Poll, serviceRequest("GET", url), std::move(done));
}

void ServiceClient::cancel()
{
    std::vector<QPointer<ServiceCall>> underWay;
    for (ServiceCall *call : d->calls.findChildren<ServiceCall *>())
        underWay.emplace_back(call);
    // A completion may destroy the client, and its calls with it.
    for (const QPointer<ServiceCall> &call : underWay) {
        if (call)
            call->cancel();
    }
}

TokenStatus ServiceClient::tokenStatus() const
{
    return d->access->tokens().status();
}

} // namespace otpscope::client
