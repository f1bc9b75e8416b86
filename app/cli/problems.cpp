// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/problems.h"

#include <QUrl>

namespace otpscope::cli {

QString sentenceFor(const http::ListenResult &result, const QString &host, int port)
{
    switch (result.problem) {
    case http::ListenResult::Problem::None:
        return {};
    case http::ListenResult::Problem::PortInUse:
        return QStringLiteral("Port %1 on %2 is in use by another program. Take another one, or "
                              "--port 0 for any free one.")
            .arg(port)
            .arg(host);
    case http::ListenResult::Problem::NotPermitted:
        return QStringLiteral("Port %1 on %2 is not permitted to this user. Take one above 1023, or "
                              "--port 0 for any free one.")
            .arg(port)
            .arg(host);
    case http::ListenResult::Problem::AddressNotAvailable:
        return QStringLiteral("This machine has no address %1. Take --host 127.0.0.1, or one that "
                              "`ip address` shows.")
            .arg(host);
    case http::ListenResult::Problem::Other:
        break;
    }
    return QStringLiteral("Cannot listen on %1 port %2: %3.").arg(host).arg(port).arg(result.detail);
}

QString sentenceFor(const store::StoreProblem &problem)
{
    using Kind = store::StoreProblem::Kind;
    switch (problem.kind) {
    case Kind::InUse:
        return QStringLiteral("The store %1 is open in another program. Close that, or name another "
                              "file with --store.")
            .arg(problem.place);
    case Kind::NotWritable:
        return QStringLiteral("The store %1 cannot be written (%2). Name another file with --store.")
            .arg(problem.place, problem.detail);
    case Kind::DiskFull:
        return QStringLiteral("The disk with the store %1 is full. Make room, or name a file on "
                              "another disk with --store.")
            .arg(problem.place);
    case Kind::NotAStore:
        return QStringLiteral("%1 is not a store of OtpScope, or is damaged (%2). Name another "
                              "file with --store.")
            .arg(problem.place, problem.detail);
    case Kind::NewerVersion:
        return QStringLiteral("The store %1 was written by a newer OtpScope. Use that one, or name "
                              "another file with --store.")
            .arg(problem.place);
    case Kind::InputOutput:
        break;
    }
    return QStringLiteral("The store %1 failed: %2.").arg(problem.place, problem.detail);
}

std::optional<QHostAddress> listenAddress(const QString &host)
{
    if (host == QLatin1String("localhost"))
        return QHostAddress(QHostAddress::LocalHost);
    const QHostAddress address(host);
    if (address.isNull())
        return std::nullopt;
    return address;
}

QString notAnAddress(const QString &host)
{
    return QStringLiteral("--host takes an IP address or localhost, not %1.").arg(host);
}

QString httpAddress(const http::ListenResult &result)
{
    QUrl url;
    url.setScheme(QStringLiteral("http"));
    url.setHost(result.address.toString());
    url.setPort(result.port);
    return url.toString();
}

} // namespace otpscope::cli
