// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/serviceclient.h"

#include "app/client/httpcall.h"
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
    Private(Endpoint endpoint_, ClientLimits limits_, const models::Clock &clock_)
        : endpoint(std::move(endpoint_)), limits(limits_), clock(clock_),
          tokens(endpoint, limits, clock)
    {
    }

    Endpoint endpoint;
    ClientLimits limits;
    const models::Clock &clock;
    TokenKeeper tokens;
    /// Parent of the calls under way; goes before the token keeper they use.
    QObject calls;

    void call(models::ObservationSource source, CallRequest request, Completion done)
    {
        request.transport = endpoint.transport;
        const HttpCall::Limits callLimits{limits.connectAndAnswer, limits.answerBytes,
                                          limits.connect, limits.firstByte};
        auto *serviceCall =
            new ServiceCall(source, std::move(request), callLimits, tokens, clock, &calls);
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
    : QObject(parent), d(std::make_unique<Private>(std::move(endpoint), limits, clock))
{
    connect(&d->tokens, &TokenKeeper::statusChanged, this, &ServiceClient::tokenStatusChanged);
}

ServiceClient::~ServiceClient() = default;

void ServiceClient::send(const QByteArray &flowText, Completion done)
{
    CallRequest request = serviceRequest(
        "POST", serviceUrl(d->endpoint.service, QStringLiteral("/otp/send-failover")));
    request.headers.emplace_back("Content-Type", "application/json");
    request.body = flowText;
    d->call(models::ObservationSource::Send, std::move(request), std::move(done));
}

void ServiceClient::poll(const models::FlowId &id, Completion done)
{
    // The id comes from outside: nothing in it may lead to another path.
    const QString segment = QString::fromLatin1(QUrl::toPercentEncoding(id.text()));
    d->call(models::ObservationSource::Poll,
            serviceRequest("GET", serviceUrl(d->endpoint.service,
                                             QStringLiteral("/otp/failover/") + segment)),
            std::move(done));
}

void ServiceClient::list(const models::DeliveryQuery &query, Completion done)
{
    QUrl url = serviceUrl(d->endpoint.service, QStringLiteral("/otp/failover"));
    url.setQuery(QString::fromLatin1(models::queryText(query)), QUrl::StrictMode);
    d->call(models::ObservationSource::Poll, serviceRequest("GET", url), std::move(done));
}

void ServiceClient::cancel()
{
    std::vector<QPointer<ServiceCall>> underWay;
    for (ServiceCall *call : d->calls.findChildren<ServiceCall *>())
        underWay.emplace_back(call);
    const QPointer<ServiceClient> self(this);
    // A completion may destroy the client, and its calls with it.
    for (const QPointer<ServiceCall> &call : underWay) {
        if (call)
            call->cancel();
    }
    if (self)
        d->tokens.cancel();
}

TokenStatus ServiceClient::tokenStatus() const
{
    return d->tokens.status();
}

} // namespace otpscope::client
