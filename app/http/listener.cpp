// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/listener.h"

#include "app/http/tlsrelay.h"

#include <unistd.h>

#include <algorithm>

namespace otpscope::http {

namespace {

/// Deadlines are seconds, so they may be late by this much.
constexpr std::chrono::milliseconds coarseTick{200};
/// Delays are asked for in milliseconds.
constexpr std::chrono::milliseconds fineTick{5};
constexpr int listenBacklog = 512;
/// Peers over the limit that are told so at one time; further ones are closed without a word, since
/// telling takes a descriptor too.
constexpr int turnedAwayAtOnce = 64;

ListenResult::Problem problemOf(QAbstractSocket::SocketError error)
{
    if (error == QAbstractSocket::AddressInUseError)
        return ListenResult::Problem::PortInUse;
    if (error == QAbstractSocket::SocketAccessError)
        return ListenResult::Problem::NotPermitted;
    if (error == QAbstractSocket::SocketAddressNotAvailableError)
        return ListenResult::Problem::AddressNotAvailable;
    return ListenResult::Problem::Other;
}

} // namespace

Listener::Listener(RequestHandler &handler, const models::Clock &clock, const Limits &limits,
                   std::shared_ptr<AnswerQueue> answers, std::atomic_int &connectionCount)
    : m_context(handler, clock, limits, std::move(answers))
    , m_connectionCount(connectionCount)
    , m_answersNotifier(m_context.answers->descriptor(), QSocketNotifier::Read)
{
    setListenBacklogSize(listenBacklog);
    connect(&m_answersNotifier, &QSocketNotifier::activated, this, &Listener::answersReady);
    connect(this, &QTcpServer::acceptError, this, &Listener::acceptFailed);
    connect(&m_timer, &QTimer::timeout, this, &Listener::tick);
}

Listener::~Listener()
{
    m_context.answers->close();
    qDeleteAll(m_connections);
    m_connectionCount = 0;
}

ListenResult Listener::start(const QHostAddress &address, quint16 port)
{
    ListenResult result;
    result.isListening = listen(address, port);
    if (result.isListening) {
        result.address = serverAddress();
        result.port = serverPort();
    } else {
        result.problem = problemOf(serverError());
        result.detail = errorString();
    }
    return result;
}

void Listener::finishUp()
{
    m_isFinishingUp = true;
    close();
    // finishUp() of a connection may take it out of the list.
    const QList<Connection *> connections = m_connections.values();
    for (Connection *connection : connections)
        connection->finishUp();
    finishIfAlone();
}

void Listener::finishIfAlone()
{
    if (m_isFinishingUp && m_connections.isEmpty() && m_relays == 0)
        Q_EMIT finished();
}

void Listener::incomingConnection(qintptr descriptor)
{
    const auto limit = m_context.limits.connections;
    if (m_connections.size() >= limit + turnedAwayAtOnce) {
        ::close(static_cast<int>(descriptor));
        return;
    }
    const std::optional<Connection::Accepted> accepted = accept(descriptor);
    if (!accepted)
        return;
    const quint64 id = ++m_lastId;
    auto *connection = new Connection(m_context, id, *accepted, nullptr);
    connect(connection, &Connection::ended, this, &Listener::removeConnection);
    m_connections.insert(id, connection);
    m_connectionCount = static_cast<int>(m_connections.size());
    if (m_connections.size() > limit)
        connection->turnAway();
    updateTimer();
}

std::optional<Connection::Accepted> Listener::accept(qintptr descriptor)
{
    const StreamSocket::Peer peer = StreamSocket::peerOf(descriptor);
    if (!m_encryption)
        return Connection::Accepted{descriptor, peer};
    auto *relay = new TlsRelay(descriptor, *m_encryption, this);
    const qintptr plainEnd = relay->takePlainEnd();
    if (plainEnd < 0) {
        relay->deleteLater();
        return std::nullopt;
    }
    ++m_relays;
    connect(relay, &TlsRelay::closed, this, [this, relay] {
        relay->deleteLater();
        --m_relays;
        finishIfAlone();
    });
    return Connection::Accepted{plainEnd, peer};
}

void Listener::answersReady()
{
    deliverAnswers();
    if (m_context.answers->isAskedToFinish() && !m_isFinishingUp)
        finishUp();
}

void Listener::deliverAnswers()
{
    m_context.answers->take(m_batch);
    bool isDelaying = false;
    for (AnswerQueue::Answer &answer : m_batch) {
        Connection *connection = m_connections.value(answer.connection);
        if (!connection)
            continue;
        connection->answer(std::move(answer.response));
        isDelaying = isDelaying || connection->isDelaying();
    }
    if (isDelaying)
        updateTimer();
}

void Listener::tick()
{
    if (m_isAcceptingPaused) {
        m_isAcceptingPaused = false;
        resumeAccepting();
    }
    const models::MonotonicInstant now = m_context.clock.monotonicNow();
    // tick() of a connection may take it out of the list.
    const QList<Connection *> connections = m_connections.values();
    for (Connection *connection : connections)
        connection->tick(now);
    updateTimer();
}

void Listener::acceptFailed()
{
    // Most likely no descriptor was free; QTcpServer has stopped accepting, or it would be told of
    // the same waiting peer for ever. The timer tries again.
    m_isAcceptingPaused = true;
    updateTimer();
}

void Listener::removeConnection(quint64 id)
{
    Connection *connection = m_connections.take(id);
    m_connectionCount = static_cast<int>(m_connections.size());
    // It is most likely in the middle of one of its own functions.
    connection->deleteLater();
    finishIfAlone();
}

void Listener::updateTimer()
{
    const bool isDelaying = std::any_of(m_connections.cbegin(), m_connections.cend(),
                                        [](const Connection *c) { return c->isDelaying(); });
    const bool isNeeded = !m_connections.isEmpty() || m_isAcceptingPaused;
    const std::chrono::milliseconds interval = isDelaying ? fineTick : coarseTick;
    if (!isNeeded) {
        m_timer.stop();
    } else if (!m_timer.isActive() || m_timer.intervalAsDuration() != interval) {
        m_timer.setTimerType(isDelaying ? Qt::PreciseTimer : Qt::CoarseTimer);
        m_timer.start(interval);
    }
}

} // namespace otpscope::http
