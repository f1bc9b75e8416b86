// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/webhook/webhookreceiver.h"

#include "app/platform/mailbox.h"
#include "app/webhook/runpathhandler.h"
#include "app/webhook/runpaths.h"
#include "app/webhook/sourceguard.h"

#include <atomic>
#include <mutex>
#include <utility>

namespace otpscope::webhook {

namespace {

/// Tells the receiver's thread what the server's and the store's bring; counts at once.
class Reporter final
{
public:
    Reporter(WebhookReceiver *receiver, platform::Mailbox::Address mail)
        : m_receiver(receiver)
        , m_mail(std::move(mail))
    {}

    void stored(const WebhookRecorder::Outcome &outcome)
    {
        (outcome.isStored ? m_stored : m_notStored) += 1;
        m_mail.post([receiver = m_receiver, outcome] {
            if (outcome.isStored)
                Q_EMIT receiver->webhookStored(outcome.observation);
            Q_EMIT receiver->statusChanged();
        });
    }

    void refused()
    {
        m_refused += 1;
        m_mail.post([receiver = m_receiver] { Q_EMIT receiver->statusChanged(); });
    }

    void turnedAway(const Origin &origin)
    {
        {
            const std::lock_guard lock(m_mutex);
            ++m_notAllowed;
            m_lastNotAllowed = origin;
        }
        m_mail.post([receiver = m_receiver] { Q_EMIT receiver->statusChanged(); });
    }

    void selfTestArrived(const SelfTestArrival &arrival)
    {
        m_mail.post(
            [receiver = m_receiver, arrival] { Q_EMIT receiver->selfTestArrived(arrival); });
    }

    void setAnswer(const http::Response &answer)
    {
        const std::lock_guard lock(m_mutex);
        m_answer = answer;
    }

    http::Response answer()
    {
        const std::lock_guard lock(m_mutex);
        return m_answer;
    }

    ReceiverStatus status()
    {
        const std::lock_guard lock(m_mutex);
        return {m_stored, m_refused, m_notAllowed, m_lastNotAllowed, m_notStored};
    }

private:
    /// For letters alone, which end with the receiver's mailbox.
    WebhookReceiver *m_receiver;
    platform::Mailbox::Address m_mail;
    std::mutex m_mutex;
    /// Guarded by m_mutex.
    http::Response m_answer;
    /// Guarded by m_mutex.
    qint64 m_notAllowed = 0;
    std::optional<Origin> m_lastNotAllowed;
    std::atomic<qint64> m_stored = 0;
    std::atomic<qint64> m_refused = 0;
    std::atomic<qint64> m_notStored = 0;
};

QUrl baseUrl(const http::ListenResult &listening)
{
    QUrl url;
    url.setScheme(QStringLiteral("http"));
    // Whoever listens on every interface is reached on loopback as on any other.
    const bool isIPv4Any =
        listening.address == QHostAddress::Any || listening.address == QHostAddress::AnyIPv4;
    const bool isIPv6Any = listening.address == QHostAddress::AnyIPv6;
    const QHostAddress address = isIPv4Any   ? QHostAddress(QHostAddress::LocalHost)
                                 : isIPv6Any ? QHostAddress(QHostAddress::LocalHostIPv6)
                                             : listening.address;
    url.setHost(address.toString());
    url.setPort(listening.port);
    return url;
}

} // namespace

class WebhookReceiver::Private final
{
public:
    Private(WebhookReceiver *receiver, Append a, const models::Clock &c)
        : clock(c)
        , mailbox(receiver)
        , reporter(std::make_shared<Reporter>(receiver, mailbox.address()))
        , handler(
              paths,
              WebhookRecorder(std::move(a), c,
                              [r = reporter](const WebhookRecorder::Outcome &o) { r->stored(o); },
                              [r = reporter] { return r->answer(); }),
              [r = reporter] { r->refused(); },
              [this](const http::Request &request) {
                  reporter->selfTestArrived(selfTestArrival(request, sources));
              })
    {}

    const models::Clock &clock;
    platform::Mailbox mailbox;
    const std::shared_ptr<Reporter> reporter;
    RunPaths paths;
    RunPathHandler handler;
    /// Not changed once the server listens, since it is read in its thread.
    SourcePolicy sources;
    std::optional<http::ServerCertificate> certificate;
    std::unique_ptr<SourceGuard> guard;
    QByteArrayList furtherHosts;
    bool isAnyHostAllowed = false;
    std::unique_ptr<http::HttpServer> server;
    QUrl url;
};

WebhookReceiver::WebhookReceiver(std::shared_ptr<store::ObservationStore> store,
                                 const models::Clock &clock, QObject *parent)
    : WebhookReceiver(appendTo(std::move(store)), clock, parent)
{}

WebhookReceiver::WebhookReceiver(Append append, const models::Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(append), clock))
{}

WebhookReceiver::~WebhookReceiver() = default;

void WebhookReceiver::allowHost(const QString &host)
{
    d->furtherHosts += host.toLatin1();
}

void WebhookReceiver::allowAnyHost()
{
    d->isAnyHostAllowed = true;
}

void WebhookReceiver::setSources(const SourcePolicy &policy)
{
    d->sources = policy;
}

void WebhookReceiver::useCertificate(const http::ServerCertificate &certificate)
{
    d->certificate = certificate;
}

http::ListenResult WebhookReceiver::listen(const QHostAddress &address, quint16 port)
{
    http::Limits limits = RunPathHandler::limits(address, d->furtherHosts);
    if (d->isAnyHostAllowed)
        limits.hosts.clear();
    d->guard = std::make_unique<SourceGuard>(
        d->sources, d->handler, [r = d->reporter](const Origin &origin) { r->turnedAway(origin); });
    d->guard->letThrough(d->paths.selfTest());
    d->server = std::make_unique<http::HttpServer>(*d->guard, d->clock, limits);
    if (d->certificate)
        d->server->useCertificate(*d->certificate);
    const http::ListenResult result = d->server->listen(address, port);
    d->url = baseUrl(result);
    if (d->certificate)
        d->url.setScheme(QStringLiteral("https"));
    return result;
}

QUrl WebhookReceiver::selfTestAddress() const
{
    QUrl url = d->url;
    url.setPath(QString::fromLatin1(d->paths.selfTest()));
    return url;
}

QUrl WebhookReceiver::openPath(const models::RunId &run)
{
    QUrl url = d->url;
    url.setPath(QString::fromLatin1(d->paths.open(run)));
    return url;
}

void WebhookReceiver::reopenPath(const models::RunId &run, const QUrl &callback)
{
    // A public address may have a path of its own before it.
    const QString path = callback.path();
    const qsizetype start = path.lastIndexOf(QStringLiteral("/hook/"));
    if (start >= 0)
        d->paths.reopen(run, path.mid(start).toLatin1());
}

void WebhookReceiver::setAnswer(const http::Response &answer)
{
    d->reporter->setAnswer(answer);
}

void WebhookReceiver::closePath(const models::RunId &run)
{
    d->paths.close(run);
}

ReceiverStatus WebhookReceiver::status() const
{
    return d->reporter->status();
}

} // namespace otpscope::webhook
