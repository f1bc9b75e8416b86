// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/answerqueue.h"
#include "app/http/httpparser.h"
#include "app/http/requesthandler.h"
#include "app/http/responsewriter.h"
#include "app/http/streamsocket.h"
#include "models/core/clock.h"

#include <QObject>
#include <QSocketNotifier>

#include <memory>
#include <optional>
#include <vector>

namespace otpscope::http {

/// What all connections of a server share; owned by the server and used in its thread alone.
struct ServerContext
{
    ServerContext(RequestHandler &h, const models::Clock &c, const Limits &l,
                  std::shared_ptr<AnswerQueue> a)
        : handler(h)
        , clock(c)
        , limits(l)
        , answers(std::move(a))
        , readBuffer(64 * 1024)
    {}

    RequestHandler &handler;
    const models::Clock &clock;
    const Limits &limits;
    std::shared_ptr<AnswerQueue> answers;
    DateHeader date;
    /// One for all: a connection moves what it must keep before it returns to the event loop.
    std::vector<char> readBuffer;
};

/// One peer: reads a request, hands it over, writes the answer, then reads the next. While an
/// answer is pending nothing is read, so a peer that sends ahead fills its own buffers and not
/// ours. Has no timer: the server calls tick(). Lives in the server's thread.
class Connection final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Connection)

public:
    /// What was accepted: a socket, and who is at the other end of it or of what stands before it.
    struct Accepted
    {
        qintptr descriptor = -1;
        StreamSocket::Peer peer;
    };

    /// Takes the descriptor over. `context` must outlive the connection.
    Connection(ServerContext &context, quint64 id, const Accepted &accepted, QObject *parent);
    ~Connection() override;

    /// The answer to the request under way. Ignored where none is.
    void answer(Response response);
    /// Answers 503 at once and closes; for a peer over the limit of connections.
    void turnAway();
    /// Ends what is past its deadline and sends what was delayed until now.
    void tick(models::MonotonicInstant now);
    /// No request is under way: closing it now loses nothing.
    [[nodiscard]] bool isIdle() const { return m_phase == Phase::Idle; }
    /// An answer waits for its time.
    [[nodiscard]] bool isDelaying() const { return m_phase == Phase::Delaying; }
    /// No further request is read; the answer under way says "Connection: close".
    void finishUp();

Q_SIGNALS:
    /// The socket is closed or may be; nothing more comes from here.
    void ended(quint64 id);

private:
    enum class Phase {
        /// Between requests.
        Idle,
        Reading,
        /// The handler has the request.
        Answering,
        Delaying,
        Writing,
        /// Between the pieces of an answer without end.
        Dripping,
        /// Everything is written; what the peer still sends is read and dropped until it closes,
        /// for
        /// a close with unread input would take the answer back out of the peer's hands.
        Lingering,
        Ended,
    };

    void readFromSocket();
    void consume(QByteArrayView bytes);
    /// Returns how much it took; all, unless the phase changed.
    [[nodiscard]] qsizetype consumeStep(QByteArrayView bytes);
    void startRequest();
    void handOver(HttpParser::Complete complete);
    void refuse(const Refusal &refusal);
    void sendContinue();
    void send(const Response &response);
    void writeOut();
    void answerWritten();
    void writeFiller();
    void linger();
    void drain();
    void end();

    [[nodiscard]] models::MonotonicInstant now() const { return m_context.clock.monotonicNow(); }

    ServerContext &m_context;
    const quint64 m_id;
    StreamSocket m_socket;
    const StreamSocket::Peer m_peer;
    QSocketNotifier m_readNotifier;
    QSocketNotifier m_writeNotifier;
    HttpParser m_parser;
    Phase m_phase = Phase::Idle;
    /// Received, not yet parsed: requests sent ahead.
    QByteArray m_input;
    QByteArray m_output;
    qsizetype m_written = 0;
    AnswerShape m_shape;
    std::optional<Response> m_delayed;
    /// For Idle, Answering (none), Delaying (when to send), Writing and Lingering.
    std::optional<models::MonotonicInstant> m_deadline;
    models::MonotonicInstant m_requestStartedAt;
    bool m_closesAfterAnswer = false;
    bool m_isEndless = false;
    bool m_isFinishingUp = false;
};

} // namespace otpscope::http
