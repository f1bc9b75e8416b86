// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/httpserver.h"

#include "app/http/answerqueue.h"
#include "app/http/listener.h"
#include "app/platform/joinedthread.h"

#include <QSslConfiguration>

#include <atomic>
#include <future>
#include <optional>

namespace otpscope::http {

namespace {

constexpr std::chrono::seconds timeToFinish{1};

} // namespace

/// What the two sides share goes through AnswerQueue, a promise and an atomic.
class HttpServer::Private final
{
public:
    Private(RequestHandler &h, const models::Clock &c, Limits l)
        : handler(h)
        , clock(c)
        , limits(std::move(l))
        , answers(std::make_shared<AnswerQueue>())
    {}
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
    /// Ends before what it uses.
    platform::JoinedThread thread;

    void run(QEventLoop &loop)
    {
        Listener listener(handler, clock, limits, answers, connectionCount);
        if (encryption)
            listener.encrypt(*encryption);
        QObject::connect(&listener, &Listener::finished, &loop, &QEventLoop::quit);
        const ListenResult result = listener.start(address, port);
        listenResult.set_value(result);
        if (result.isListening)
            loop.exec();
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
    d->thread.start("http", [this](QEventLoop &loop) { d->run(loop); });
    return d->listenResult.get_future().get();
}

void HttpServer::close()
{
    // It never listened, or was closed before.
    if (d->thread.waitFor({}))
        return;
    d->answers->askToFinish();
    if (!d->thread.waitFor(timeToFinish))
        d->thread.quit();
    d->thread.join();
}

int HttpServer::connectionCount() const
{
    return d->connectionCount;
}

} // namespace otpscope::http
