// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/httpserver.h"

#include "app/http/answerqueue.h"
#include "app/http/listener.h"

#include <QSslConfiguration>
#include <QThread>

#include <atomic>
#include <future>
#include <optional>

namespace otpscope::http {

namespace {

constexpr std::chrono::seconds timeToFinish{1};

} // namespace

/// The thread. What the two sides share goes through AnswerQueue, a promise and an atomic.
class HttpServer::Private final : public QThread
{
public:
    Private(RequestHandler &h, const models::Clock &c, Limits l)
        : handler(h)
        , clock(c)
        , limits(std::move(l))
        , answers(std::make_shared<AnswerQueue>())
    {}
    ~Private() override
    {
        quit();
        wait();
    }
    Q_DISABLE_COPY_MOVE(Private)

    RequestHandler &handler;
    const models::Clock &clock;
    const Limits limits;
    const std::shared_ptr<AnswerQueue> answers;
    std::atomic_int connectionCount = 0;
    QHostAddress address;
    quint16 port = 0;
    std::optional<QSslConfiguration> encryption;
    std::promise<ListenResult> listenResult;

protected:
    void run() override
    {
        Listener listener(handler, clock, limits, answers, connectionCount);
        if (encryption)
            listener.encrypt(*encryption);
        connect(&listener, &Listener::finished, &listener, [this] { quit(); });
        const ListenResult result = listener.start(address, port);
        listenResult.set_value(result);
        if (result.isListening)
            exec();
    }
};

HttpServer::HttpServer(RequestHandler &handler, const models::Clock &clock, Limits limits)
    : d(std::make_unique<Private>(handler, clock, std::move(limits)))
{}

HttpServer::~HttpServer() = default;

void HttpServer::useCertificate(const ServerCertificate &certificate)
{
    d->encryption = configurationOf(certificate);
}

ListenResult HttpServer::listen(const QHostAddress &address, quint16 port)
{
    d->address = address;
    d->port = port;
    d->setObjectName(QStringLiteral("http"));
    d->start();
    return d->listenResult.get_future().get();
}

void HttpServer::close()
{
    if (!d->isRunning())
        return;
    d->answers->askToFinish();
    if (d->wait(QDeadlineTimer(timeToFinish)))
        return;
    d->quit();
    d->wait();
}

int HttpServer::connectionCount() const
{
    return d->connectionCount;
}

} // namespace otpscope::http
