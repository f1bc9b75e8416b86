// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/connection.h"

namespace otpscope::http {

namespace {

/// How long a peer may go on sending after its last answer before the socket is closed anyway.
constexpr std::chrono::seconds lingerTime{2};

Response refusalResponse(const Refusal &refusal, const Limits &limits)
{
    Response response;
    response.status = refusal.status;
    response.headers.emplace_back("Content-Type", "text/plain; charset=utf-8");
    if (refusal.status == 405)
        response.headers.emplace_back("Allow", limits.methods.join(", "));
    response.body = refusal.reason + '\n';
    response.close = true;
    return response;
}

} // namespace

Connection::Connection(ServerContext &context, quint64 id, const Accepted &accepted,
                       QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_id(id)
    , m_socket(accepted.descriptor)
    , m_peer(accepted.peer)
    , m_readNotifier(accepted.descriptor, QSocketNotifier::Read)
    , m_writeNotifier(accepted.descriptor, QSocketNotifier::Write)
    , m_parser(context.limits)
    , m_deadline(now() + context.limits.idleDeadline)
{
    m_writeNotifier.setEnabled(false);
    connect(&m_readNotifier, &QSocketNotifier::activated, this, &Connection::readFromSocket);
    connect(&m_writeNotifier, &QSocketNotifier::activated, this, &Connection::writeOut);
}

Connection::~Connection() = default;

void Connection::answer(Response response)
{
    if (m_phase != Phase::Answering)
        return;
    if (response.delay > std::chrono::milliseconds::zero()) {
        m_phase = Phase::Delaying;
        m_deadline = now() + response.delay;
        m_delayed = std::move(response);
        return;
    }
    send(response);
}

void Connection::turnAway()
{
    Response response;
    response.status = 503;
    response.headers.emplace_back("Retry-After", "1");
    response.body = QByteArrayLiteral("There are too many connections.\n");
    m_context.handler.requestRefused(response.status);
    send(response);
}

void Connection::tick(models::MonotonicInstant now)
{
    if (m_phase == Phase::Reading) {
        const bool isHeadLate =
            !m_parser.isHeadComplete() && now >= m_requestStartedAt + m_context.limits.headDeadline;
        if (isHeadLate || now >= m_requestStartedAt + m_context.limits.requestDeadline)
            refuse({408, QByteArrayLiteral("The request took too long to arrive.")});
        return;
    }
    if (!m_deadline || now < *m_deadline)
        return;
    if (m_phase == Phase::Dripping) {
        writeFiller();
        return;
    }
    if (m_phase == Phase::Delaying) {
        const Response response = std::move(*m_delayed);
        m_delayed.reset();
        send(response);
        return;
    }
    end();
}

void Connection::finishUp()
{
    m_isFinishingUp = true;
    if (isIdle())
        end();
}

void Connection::readFromSocket()
{
    switch (m_phase) {
    case Phase::Idle:
    case Phase::Reading:
        break;
    case Phase::Lingering:
        drain();
        return;
    case Phase::Answering:
    case Phase::Delaying:
    case Phase::Writing:
    case Phase::Dripping:
        // Back-pressure, and only now: most peers wait for their answer, and switching the notifier
        // off and on for each request of theirs would be work for nothing.
        m_readNotifier.setEnabled(false);
        return;
    case Phase::Ended:
        return;
    }
    std::vector<char> &buffer = m_context.readBuffer;
    const StreamSocket::Transfer transfer =
        m_socket.receive(buffer.data(), static_cast<qsizetype>(buffer.size()));
    switch (transfer.outcome) {
    case StreamSocket::Outcome::Moved:
        consume(QByteArrayView(buffer.data(), transfer.bytes));
        break;
    case StreamSocket::Outcome::WouldBlock:
        break;
    case StreamSocket::Outcome::EndOfStream:
    case StreamSocket::Outcome::Broken:
        // Half a request is no request.
        end();
        break;
    }
}

void Connection::consume(QByteArrayView bytes)
{
    qsizetype consumed = 0;
    while (consumed < bytes.size() && (m_phase == Phase::Idle || m_phase == Phase::Reading))
        consumed += consumeStep(bytes.sliced(consumed));
    if (m_phase == Phase::Lingering || m_phase == Phase::Ended)
        m_input.clear();
    else
        m_input = bytes.sliced(consumed).toByteArray();
}

qsizetype Connection::consumeStep(QByteArrayView bytes)
{
    if (m_phase == Phase::Idle)
        startRequest();
    HttpParser::Step step = m_parser.feed(bytes);
    if (auto *complete = std::get_if<HttpParser::Complete>(&step.outcome))
        handOver(std::move(*complete));
    else if (const auto *refusal = std::get_if<Refusal>(&step.outcome))
        refuse(*refusal);
    else if (std::holds_alternative<HttpParser::ContinueExpected>(step.outcome))
        sendContinue();
    return step.consumed;
}

void Connection::startRequest()
{
    m_phase = Phase::Reading;
    m_requestStartedAt = now();
    m_deadline.reset();
}

void Connection::handOver(HttpParser::Complete complete)
{
    m_phase = Phase::Answering;
    m_shape = {complete.request.method == QByteArrayView("HEAD"),
               complete.keepsAlive && !m_isFinishingUp, complete.request.minorVersion};
    complete.request.peerAddress = m_peer.address;
    complete.request.peerPort = m_peer.port;
    m_context.handler.handle(std::move(complete.request), makeResponder(m_context.answers, m_id));
}

void Connection::refuse(const Refusal &refusal)
{
    m_context.handler.requestRefused(refusal.status);
    m_shape.isToHead = m_parser.isHeadMethod();
    send(refusalResponse(refusal, m_context.limits));
}

void Connection::sendContinue()
{
    // Nothing else can be under way on this socket, so it goes out now or the peer is gone.
    static const QByteArray interim("HTTP/1.1 100 Continue\r\n\r\n");
    const StreamSocket::Transfer transfer = m_socket.send(interim);
    if (transfer.outcome != StreamSocket::Outcome::Moved || transfer.bytes != interim.size())
        end();
}

void Connection::send(const Response &response)
{
    if (response.fault.kind == Response::Fault::Kind::HangUp) {
        end();
        return;
    }
    const Response::Fault::Kind fault = response.fault.kind;
    const bool isFaulty = fault != Response::Fault::Kind::None;
    m_closesAfterAnswer = response.close || response.status >= 400 || isFaulty ||
                          !m_shape.keepsAlive || m_isFinishingUp;
    m_shape.keepsAlive = !m_closesAfterAnswer;
    m_isEndless = fault == Response::Fault::Kind::Endless;
    m_shape.isOpenEnded = m_isEndless;
    const models::Instant date = response.date.value_or(m_context.clock.wallNow());
    m_output = answerBytes(response, m_shape, m_context.date.value(date));
    if (fault == Response::Fault::Kind::HalfHead)
        m_output.truncate(m_output.indexOf("\r\n\r\n") / 2);
    else if (fault == Response::Fault::Kind::HalfBody)
        m_output.chop(response.body.size() - response.body.size() / 2);
    m_written = 0;
    m_phase = Phase::Writing;
    m_deadline.reset();
    writeOut();
}

void Connection::writeOut()
{
    if (m_phase != Phase::Writing)
        return;
    while (m_written < m_output.size()) {
        const StreamSocket::Transfer transfer =
            m_socket.send(QByteArrayView(m_output).sliced(m_written));
        if (transfer.outcome == StreamSocket::Outcome::WouldBlock) {
            if (!m_deadline)
                m_deadline = now() + m_context.limits.requestDeadline;
            m_writeNotifier.setEnabled(true);
            return;
        }
        if (transfer.outcome != StreamSocket::Outcome::Moved) {
            end();
            return;
        }
        m_written += transfer.bytes;
    }
    answerWritten();
}

void Connection::answerWritten()
{
    m_output.clear();
    if (m_writeNotifier.isEnabled())
        m_writeNotifier.setEnabled(false);
    if (m_isEndless) {
        m_phase = Phase::Dripping;
        m_deadline = now();
        return;
    }
    if (m_closesAfterAnswer) {
        linger();
        return;
    }
    m_phase = Phase::Idle;
    m_deadline = now() + m_context.limits.idleDeadline;
    if (!m_readNotifier.isEnabled())
        m_readNotifier.setEnabled(true);
    if (!m_input.isEmpty()) {
        const QByteArray ahead = std::exchange(m_input, {});
        consume(ahead);
    }
}

void Connection::writeFiller()
{
    constexpr qsizetype fillerBytes = 4096;
    m_output = QByteArray(fillerBytes, ' ');
    m_written = 0;
    m_phase = Phase::Writing;
    m_deadline.reset();
    writeOut();
}

void Connection::linger()
{
    m_phase = Phase::Lingering;
    m_deadline = now() + lingerTime;
    m_input.clear();
    m_socket.shutDownSending();
    m_readNotifier.setEnabled(true);
}

void Connection::drain()
{
    std::vector<char> &buffer = m_context.readBuffer;
    const StreamSocket::Transfer transfer =
        m_socket.receive(buffer.data(), static_cast<qsizetype>(buffer.size()));
    const bool isOver = transfer.outcome == StreamSocket::Outcome::EndOfStream ||
                        transfer.outcome == StreamSocket::Outcome::Broken;
    if (isOver)
        end();
}

void Connection::end()
{
    if (m_phase == Phase::Ended)
        return;
    m_phase = Phase::Ended;
    m_readNotifier.setEnabled(false);
    m_writeNotifier.setEnabled(false);
    Q_EMIT ended(m_id);
}

} // namespace otpscope::http
