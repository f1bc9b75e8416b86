// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/httpcall.h"

#include <QHostAddress>
#include <QNetworkProxy>
#include <QNetworkRequest>
#include <QSslConfiguration>

#include <algorithm>
#include <optional>
#include <utility>

namespace otpscope::client {

namespace {

constexpr qint64 readBufferBytes = 256 * 1024;

QNetworkRequest networkRequest(const CallRequest &request)
{
    QNetworkRequest result(request.url);
    http::configureRequest(result);
    QSslConfiguration tls = result.sslConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    if (!request.transport.authorities.isEmpty())
        tls.addCaCertificates(request.transport.authorities);
    result.setSslConfiguration(tls);
    for (const http::HeaderField &field : request.headers)
        result.setRawHeader(field.first, field.second);
    return result;
}

bool isConnectError(QNetworkReply::NetworkError error)
{
    return error == QNetworkReply::ConnectionRefusedError
           || error == QNetworkReply::HostNotFoundError
           || error == QNetworkReply::ProxyConnectionRefusedError
           || error == QNetworkReply::ProxyNotFoundError
           || error == QNetworkReply::ProxyAuthenticationRequiredError;
}

double secondsOf(std::chrono::milliseconds time)
{
    return std::chrono::duration<double>(time).count();
}

/// Qt reports some HTTP statuses as errors of its own; those are complete answers.
bool isOnlyTheStatus(QNetworkReply::NetworkError error)
{
    return error == QNetworkReply::NoError
           || error == QNetworkReply::ProtocolInvalidOperationError // HTTP 400
           || (error >= QNetworkReply::ContentAccessDenied
               && error <= QNetworkReply::UnknownContentError
               && error != QNetworkReply::ContentReSendError)
           || (error >= QNetworkReply::InternalServerError
               && error <= QNetworkReply::UnknownServerError);
}

} // namespace

HttpCall::HttpCall(CallRequest request, Limits limits, QObject *parent)
    : QObject(parent), m_request(std::move(request)), m_limits(limits),
      m_manager(m_request.connections && m_request.method == "GET"
                    ? m_request.connections
                    : std::make_shared<QNetworkAccessManager>())
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] { end(Ended::Deadline); });
    m_phase.setSingleShot(true);
    connect(&m_phase, &QTimer::timeout, this, [this] { end(m_phaseEnd); });
    if (const std::optional<QNetworkProxy> proxy = proxyFor(m_request.transport, m_request.url))
        m_manager->setProxy(*proxy);
}

HttpCall::~HttpCall()
{
    if (m_reply)
        m_reply->disconnect(this);
}

void HttpCall::start()
{
    QNetworkRequest request = networkRequest(m_request);
    if (m_request.method == "POST") {
        m_body = std::make_unique<http::SingleShotUpload>(m_request.body);
        request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        request.setHeader(QNetworkRequest::ContentLengthHeader, m_request.body.size());
        m_reply.reset(m_manager->post(request, m_body.get()));
    } else {
        m_reply.reset(m_manager->get(request));
    }
    // The rest waits in the socket, so that a huge answer never comes into memory at once.
    m_reply->setReadBufferSize(readBufferBytes);
    connect(m_reply.get(), &QNetworkReply::metaDataChanged, this, &HttpCall::checkDeclaredSize);
    connect(m_reply.get(), &QNetworkReply::readyRead, this, &HttpCall::readAnswer);
    // Queued: whoever hears of it may destroy the reply, which is still at work when it says so.
    connect(m_reply.get(), &QNetworkReply::finished, this, &HttpCall::finish,
            Qt::QueuedConnection);
    m_deadline.start(m_limits.deadline);
    watchPhases();
}

void HttpCall::watchPhases()
{
    connect(m_reply.get(), &QNetworkReply::metaDataChanged, &m_phase, &QTimer::stop);
    connect(m_reply.get(), &QNetworkReply::requestSent, this, [this] {
        m_phase.stop();
        m_phaseEnd = Ended::NoFirstByte;
        if (m_limits.firstByte.count() > 0)
            m_phase.start(m_limits.firstByte);
    });
    if (m_limits.connect.count() > 0)
        m_phase.start(m_limits.connect);
}

void HttpCall::cancel()
{
    end(Ended::Cancelled);
}

void HttpCall::end(Ended why)
{
    if (m_ended != Ended::No || m_reply->isFinished())
        return;
    m_ended = why;
    m_reply->abort();
}

void HttpCall::checkDeclaredSize()
{
    const QVariant declared = m_reply->header(QNetworkRequest::ContentLengthHeader);
    if (declared.isValid() && declared.toLongLong() > m_limits.answerBytes)
        end(Ended::TooLarge);
}

void HttpCall::readAnswer()
{
    m_answerBody += m_reply->readAll();
    if (m_answerBody.size() > m_limits.answerBytes) {
        m_answerBody.truncate(m_limits.answerBytes);
        end(Ended::TooLarge);
    }
}

void HttpCall::finish()
{
    m_deadline.stop();
    m_phase.stop();
    if (m_ended == Ended::No && m_reply->isOpen())
        m_answerBody += m_reply->readAll();
    if (m_answerBody.size() > m_limits.answerBytes) {
        m_answerBody.truncate(m_limits.answerBytes);
        m_ended = Ended::TooLarge;
    }
    CallOutcome outcome;
    outcome.problem = problem();
    if (outcome.problem != models::TransportProblem::None)
        outcome.detail = problemDetail();
    outcome.exchange.requestHead = composeRequestHead(m_request);
    outcome.exchange.requestBody = m_request.body;
    outcome.exchange.answerStatus = answerStatus();
    if (outcome.exchange.answerStatus != 0) {
        const QList<QNetworkReply::RawHeaderPair> &pairs = m_reply->rawHeaderPairs();
        outcome.exchange.answerHead = composeAnswerHead(
            outcome.exchange.answerStatus,
            m_reply->attribute(QNetworkRequest::HttpReasonPhraseAttribute).toByteArray(),
            http::Headers(pairs.begin(), pairs.end()));
        outcome.exchange.answerBody = m_answerBody;
    }
    Q_EMIT finished(outcome);
}

models::TransportProblem HttpCall::problem() const
{
    using models::TransportProblem;
    const QNetworkReply::NetworkError error = m_reply->error();
    if (m_ended == Ended::Cancelled)
        return TransportProblem::Cancelled;
    if (m_ended == Ended::TooLarge)
        return TransportProblem::AnswerTooLarge;
    if (error == QNetworkReply::SslHandshakeFailedError)
        return TransportProblem::TlsRefused;
    if (answerStatus() == 0)
        return m_ended == Ended::NotConnected || hasNothingLeft() ? TransportProblem::CouldNotConnect : TransportProblem::NoAnswer;
    // Before the rest: at a 307 Qt complains that it cannot rewind the body, which is what we want.
    if (answerStatus() >= 300 && answerStatus() < 400)
        return TransportProblem::Redirected;
    if (m_ended == Ended::Deadline || !isOnlyTheStatus(error) || isAnswerShort())
        return TransportProblem::AnswerCut;
    return TransportProblem::None;
}

bool HttpCall::isAnswerShort() const
{
    const QVariant declared = m_reply->header(QNetworkRequest::ContentLengthHeader);
    return declared.isValid() && m_answerBody.size() < declared.toLongLong();
}

bool HttpCall::hasNothingLeft() const
{
    // Qt takes the first byte of the body only after the connection stands and TLS is agreed, and
    // without its body nobody can accept a POST.
    return isConnectError(m_reply->error())
           || (m_body && !m_request.body.isEmpty()
               && m_body->bytesAvailable() == m_request.body.size());
}

QString HttpCall::problemDetail() const
{
    switch (m_ended) {
    case Ended::Deadline:
        return QStringLiteral("Not complete within %1 s").arg(secondsOf(m_limits.deadline));
    case Ended::NotConnected:
        return QStringLiteral("Not connected within %1 s").arg(secondsOf(m_limits.connect));
    case Ended::NoFirstByte:
        return QStringLiteral("No answer within %1 s").arg(secondsOf(m_limits.firstByte));
    case Ended::TooLarge:
        return QStringLiteral("The answer is larger than %1 bytes").arg(m_limits.answerBytes);
    case Ended::Cancelled:
        return QStringLiteral("Cancelled");
    case Ended::No:
        break;
    }
    if (answerStatus() >= 300)
        return QStringLiteral("HTTP %1").arg(answerStatus());
    if (m_reply->error() == QNetworkReply::NoError)
        return QStringLiteral("The answer is shorter than it says");
    if (m_reply->error() == QNetworkReply::ProxyAuthenticationRequiredError)
        return m_request.transport.proxy.user.isEmpty()
                   ? QStringLiteral("The proxy wants a name and a password. Enter both in the "
                                    "environment, on its page Network")
                   : QStringLiteral("The proxy refuses the name and the password. Correct them in "
                                    "the environment, on its page Network");
    // What Qt calls an unknown error: it may not send the body again, and says no more.
    if (m_reply->error() == QNetworkReply::ContentReSendError)
        return QStringLiteral("The connection was closed before an answer came");
    return m_reply->errorString();
}

int HttpCall::answerStatus() const
{
    return m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

QByteArray composeRequestHead(const CallRequest &request)
{
    const QUrl &url = request.url;
    const QByteArray target =
        url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::RemoveFragment);
    QByteArray head = request.method + ' ' + (target.isEmpty() ? QByteArrayLiteral("/") : target)
                      + " HTTP/1.1\r\nHost: " + url.host(QUrl::FullyEncoded).toLatin1();
    if (url.port() != -1)
        head += ':' + QByteArray::number(url.port());
    head += "\r\n";
    for (const http::HeaderField &field : request.headers) {
        const bool isSecret =
            field.first.compare(QByteArrayLiteral("Authorization"), Qt::CaseInsensitive) == 0;
        head += field.first + ": " + (isSecret ? QByteArrayLiteral("***") : field.second) + "\r\n";
    }
    if (request.method == "POST")
        head += "Content-Length: " + QByteArray::number(request.body.size()) + "\r\n";
    return head + "\r\n";
}

QByteArray composeAnswerHead(int status, const QByteArray &reason, const http::Headers &headers)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(status) + ' ' + reason + "\r\n";
    for (const http::HeaderField &field : headers)
        head += field.first + ": " + field.second + "\r\n";
    return head + "\r\n";
}

} // namespace otpscope::client
