// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/clock.h"
#include "models/core/result.h"

#include <QList>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QString>

namespace otpscope::http {

/// What a server proves its name with.
struct ServerCertificate
{
    /// The server's own first, then those that signed it.
    QList<QSslCertificate> chain;
    QSslKey key;
};

/// Why two files are no certificate to serve with.
struct CertificateProblem
{
    enum class Kind {
        /// `detail` is the system's words.
        Unreadable,
        /// No PEM certificate in it.
        NoCertificate,
        /// No PEM key of RSA or EC in it.
        NoKey,
        /// It would have to be kept somewhere too.
        KeyHasPassphrase,
        /// `detail` is the day.
        NotYetValid,
        /// `detail` is the day.
        Expired,
        /// The key is another certificate's, or TLS takes the two for another reason not; `detail`
        /// is its words, if it has any.
        NotAPair,
    };
    Kind kind = Kind::Unreadable;
    /// The file it is about.
    QString place;
    QString detail;

    friend bool operator==(const CertificateProblem &, const CertificateProblem &) = default;
};

/// TLS 1.2 or later; nobody is asked for a certificate of theirs.
[[nodiscard]] QSslConfiguration configurationOf(const ServerCertificate &certificate);

/// Reads both files, PEM, and sees whether they are good for a server at `now`. The key may stand
/// in the certificate's file. Blocks; not in the GUI thread.
[[nodiscard]] models::Result<ServerCertificate, CertificateProblem>
loadCertificate(const QString &certificateFile, const QString &keyFile, models::Instant now);

} // namespace otpscope::http
