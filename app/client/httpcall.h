// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/transport.h"
#include "app/http/httpmessage.h"
#include "app/http/singleshotupload.h"
#include "models/run/observation.h"

#include <QByteArray>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QObject>
#include <QTimer>
#include <QUrl>

#include <chrono>
#include <memory>

namespace otpscope::client {

/// One request, complete with its secrets.
struct CallRequest
{
    /// GET or POST.
    QByteArray method;
    QUrl url;
    http::Headers headers;
    QByteArray body;
    Transport transport = {};
    /// Kept between requests of one transport, for a GET; without them the exchange has a connection
    /// of its own.
    std::shared_ptr<QNetworkAccessManager> connections = {};
};

/// What became of it; free of the Authorization header's value.
struct CallOutcome
{
    models::Exchange exchange;
    models::TransportProblem problem = models::TransportProblem::None;
    /// The network layer's own words for `problem`.
    QString detail;
};

/// One HTTP exchange. A POST leaves at most once: Qt repeats a POST by itself when the peer closes
/// without an answer, so the body is a device that cannot be rewound. A POST has a connection of its
/// own, because one that idled might be closed by the peer just then, and the outcome be unknown for
/// no reason. A GET may have one of those that are kept; Qt repeats it where that happens.
/// No redirects, cookies, cache, decompression or HTTP/2; TLS 1.2 or later. A proxy is used for
/// https:// to other machines alone, so that no token goes through it in clear text.
class HttpCall final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HttpCall)

public:
    struct Limits
    {
        /// For the whole exchange, however steadily bytes arrive.
        std::chrono::milliseconds deadline;
        qsizetype answerBytes;
        /// Until the request has left, TLS included; 0 for no limit but the deadline.
        std::chrono::milliseconds connect{0};
        /// From then until the answer's head is here; 0 for no limit but the deadline.
        std::chrono::milliseconds firstByte{0};
    };

    HttpCall(CallRequest request, Limits limits, QObject *parent = nullptr);
    /// Ends the exchange without a signal.
    ~HttpCall() override;

    /// Call it once.
    void start();
    /// Ends the exchange; finished() follows with Cancelled, unless the answer was there already.
    void cancel();

Q_SIGNALS:
    /// Once, from the event loop. The call may be destroyed in the slot.
    void finished(const otpscope::client::CallOutcome &outcome);

private:
    /// Why we ended the exchange ourselves.
    enum class Ended {
        No,
        Deadline,
        NotConnected,
        NoFirstByte,
        TooLarge,
        Cancelled,
    };

    void watchPhases();
    void end(Ended why);
    void readAnswer();
    void checkDeclaredSize();
    void finish();
    [[nodiscard]] models::TransportProblem problem() const;
    [[nodiscard]] bool isAnswerShort() const;
    [[nodiscard]] bool hasNothingLeft() const;
    [[nodiscard]] QString problemDetail() const;
    [[nodiscard]] int answerStatus() const;

    CallRequest m_request;
    Limits m_limits;
    std::shared_ptr<QNetworkAccessManager> m_manager;
    QTimer m_deadline;
    /// Until the request has left, then until the answer begins.
    QTimer m_phase;
    Ended m_phaseEnd = Ended::NotConnected;
    // Before the reply, which reads from it.
    std::unique_ptr<http::SingleShotUpload> m_body;
    std::unique_ptr<QNetworkReply> m_reply;
    QByteArray m_answerBody;
    Ended m_ended = Ended::No;
};

/// The request head as it was asked of the network layer, with "***" for the Authorization value.
[[nodiscard]] QByteArray composeRequestHead(const CallRequest &request);
/// Status line and headers as the network layer shows them.
[[nodiscard]] QByteArray composeAnswerHead(int status, const QByteArray &reason,
                                           const http::Headers &headers);

} // namespace otpscope::client
