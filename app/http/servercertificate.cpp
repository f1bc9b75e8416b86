// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/servercertificate.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QSslSocket>

#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <optional>

namespace otpscope::http {

namespace {

using Kind = CertificateProblem::Kind;

/// A chain and its key are a few kilobytes.
constexpr qint64 mostBytes = 1024 * 1024;

models::Result<QByteArray, CertificateProblem> contentOf(const QString &path)
{
    QFile file(path);
    // Opening what is no file, a pipe for instance, might wait for ever.
    if (QFileInfo::exists(path) && !QFileInfo(path).isFile())
        return CertificateProblem{Kind::Unreadable, path, QStringLiteral("not a file")};
    if (!file.open(QIODevice::ReadOnly))
        return CertificateProblem{Kind::Unreadable, path, file.errorString()};
    return file.read(mostBytes);
}

QSslKey keyIn(const QByteArray &pem)
{
    for (const QSsl::KeyAlgorithm algorithm : {QSsl::Rsa, QSsl::Ec}) {
        QSslKey key(pem, algorithm);
        if (!key.isNull())
            return key;
    }
    return {};
}

/// Nothing where TLS takes both; what it says if not, which may be no word. Neither QSslKey nor
/// QSslCertificate tells whether they belong together, but a server's handshake does before it
/// sends a byte.
std::optional<QString> objectionTo(const ServerCertificate &certificate)
{
    std::array<int, 2> ends{-1, -1};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return std::nullopt;
    std::optional<QString> objection;
    {
        QSslSocket socket;
        QObject::connect(&socket, &QSslSocket::errorOccurred, &socket, [&] {
            // "Unable to init SSL Context: " and, if there are any, OpenSSL's words.
            objection = socket.errorString().section(u':', 1).trimmed();
        });
        if (socket.setSocketDescriptor(ends[0])) {
            socket.setSslConfiguration(configurationOf(certificate));
            socket.startServerEncryption();
        }
        QObject::disconnect(&socket, nullptr, &socket, nullptr);
    }
    ::close(ends[1]);
    return objection;
}

} // namespace

QSslConfiguration configurationOf(const ServerCertificate &certificate)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    configuration.setLocalCertificateChain(certificate.chain);
    configuration.setPrivateKey(certificate.key);
    return configuration;
}

models::Result<ServerCertificate, CertificateProblem>
loadCertificate(const QString &certificateFile, const QString &keyFile, models::Instant now)
{
    const auto chainText = contentOf(certificateFile);
    if (!chainText)
        return chainText.error();
    const auto keyText = contentOf(keyFile);
    if (!keyText)
        return keyText.error();
    ServerCertificate result;
    result.chain = QSslCertificate::fromData(chainText.value(), QSsl::Pem);
    if (result.chain.isEmpty())
        return CertificateProblem{Kind::NoCertificate, certificateFile, {}};
    // Asked for a passphrase, OpenSSL would wait at the terminal.
    const bool isLocked = keyText.value().contains("BEGIN ENCRYPTED") ||
                          keyText.value().contains("Proc-Type: 4,ENCRYPTED");
    if (isLocked)
        return CertificateProblem{Kind::KeyHasPassphrase, keyFile, {}};
    result.key = keyIn(keyText.value());
    if (result.key.isNull())
        return CertificateProblem{Kind::NoKey, keyFile, {}};
    const QSslCertificate &own = result.chain.constFirst();
    const QDateTime today = QDateTime::fromMSecsSinceEpoch(now.time_since_epoch().count());
    if (today < own.effectiveDate())
        return CertificateProblem{Kind::NotYetValid, certificateFile,
                                  own.effectiveDate().toString(Qt::ISODate)};
    if (today > own.expiryDate())
        return CertificateProblem{Kind::Expired, certificateFile,
                                  own.expiryDate().toString(Qt::ISODate)};
    if (const std::optional<QString> objection = objectionTo(result))
        return CertificateProblem{Kind::NotAPair, keyFile, *objection};
    return result;
}

} // namespace otpscope::http
