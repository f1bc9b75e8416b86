// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/problems.h"

#include <QUrl>

namespace otpscope::cli {

namespace {

QString addressOf(const http::ListenResult &result, const char *scheme)
{
    QUrl url;
    url.setScheme(QLatin1String(scheme));
    url.setHost(result.address.toString());
    url.setPort(result.port);
    return url.toString();
}

} // namespace

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

QString sentenceFor(const http::CertificateProblem &problem)
{
    using Kind = http::CertificateProblem::Kind;
    switch (problem.kind) {
    case Kind::Unreadable:
        return QStringLiteral("%1 cannot be read (%2).").arg(problem.place, problem.detail);
    case Kind::NoCertificate:
        return QStringLiteral("%1 holds no certificate in PEM form.").arg(problem.place);
    case Kind::NoKey:
        return QStringLiteral("%1 holds no RSA or EC key in PEM form.").arg(problem.place);
    case Kind::KeyHasPassphrase:
        return QStringLiteral("The key in %1 has a passphrase. Write it without one (openssl pkey "
                              "-in … -out …) to a file that only you can read.")
            .arg(problem.place);
    case Kind::NotYetValid:
        return QStringLiteral("The certificate in %1 is not valid before %2.")
            .arg(problem.place, problem.detail);
    case Kind::Expired:
        return QStringLiteral("The certificate in %1 expired on %2. Get a new one.")
            .arg(problem.place, problem.detail);
    case Kind::NotAPair:
        if (problem.detail.isEmpty())
            return QStringLiteral("The key in %1 does not fit the certificate.").arg(problem.place);
        return QStringLiteral("The key in %1 does not fit the certificate (%2).")
            .arg(problem.place, problem.detail);
    }
    Q_UNREACHABLE();
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
    return addressOf(result, "http");
}

QString httpsAddress(const http::ListenResult &result)
{
    return addressOf(result, "https");
}

} // namespace otpscope::cli
