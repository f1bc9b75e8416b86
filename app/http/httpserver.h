// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/limits.h"
#include "app/http/requesthandler.h"
#include "app/http/servercertificate.h"
#include "models/core/clock.h"

#include <QHostAddress>
#include <QString>

#include <memory>

namespace otpscope::http {

/// Where a server listens, or why it does not.
struct ListenResult
{
    bool isListening = false;
    QHostAddress address;
    quint16 port = 0;
    enum class Problem {
        None,
        PortInUse,
        NotPermitted,
        AddressNotAvailable,
        Other,
    };
    Problem problem = Problem::None;
    /// The system's own words.
    QString detail;
};

/// An HTTP/1.1 server in a thread of its own, so that a busy window never delays an answer.
/// Created, started, stopped and destroyed from one thread; the handler is called in the server's
/// thread and must outlive the server. Destruction closes all connections and joins the thread.
class HttpServer final
{
public:
    HttpServer(RequestHandler &handler, const models::Clock &clock, Limits limits);
    ~HttpServer();
    Q_DISABLE_COPY_MOVE(HttpServer)

    /// Speaks HTTPS alone, TLS 1.2 or later. Call it before listen().
    void useCertificate(const ServerCertificate &certificate);
    /// Port 0 takes a free one. Blocks until the thread listens or has failed. Call it once.
    [[nodiscard]] ListenResult listen(const QHostAddress &address, quint16 port);
    /// Stops accepting, closes what is idle, lets answers under way finish for at most one second.
    void close();

    [[nodiscard]] int connectionCount() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace otpscope::http
