// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace otpscope::testsupport {

/// A certificate authority of the test's own, made by openssl, which ca-certificates brings along.
class TestAuthority final
{
public:
    TestAuthority()
    {
        m_isMade = run(newKey() + words("-x509 -days 30 -subj /CN=OtpScope-Test-Authority -keyout "
                                        "ca.key -out ca.pem"));
    }

    [[nodiscard]] bool isMade() const { return m_isMade; }
    [[nodiscard]] QString certificatePath() const { return path("ca.pem"); }
    [[nodiscard]] QString path(const char *name) const
    {
        return m_folder.filePath(QLatin1String(name));
    }
    /// Signs NAME.pem with NAME.key for `alternativeName`, for instance "IP:127.0.0.1"; valid for so
    /// many days, negative for one that is over.
    [[nodiscard]] bool sign(const QByteArray &name, const QByteArray &alternativeName,
                            int days = 30) const
    {
        QFile extensions(m_folder.filePath(QString::fromLatin1(name) + QStringLiteral(".ext")));
        const QByteArray line = "subjectAltName=" + alternativeName + '\n';
        const bool isWritten =
            extensions.open(QIODevice::WriteOnly) && extensions.write(line) == line.size();
        extensions.close();
        const QString base = QString::fromLatin1(name);
        return isWritten &&
               run(newKey() +
                   words("-subj /CN=OtpScope-Test -keyout NAME.key -out NAME.csr", base)) &&
               run(words("x509 -req -in NAME.csr -CA ca.pem -CAkey ca.key -CAcreateserial "
                         "-extfile NAME.ext -out NAME.pem",
                         base) +
                   QStringList{QStringLiteral("-days"), QString::number(days)});
    }
    /// What a QSslServer with that certificate runs with.
    [[nodiscard]] QSslConfiguration configuration(const QByteArray &name) const
    {
        QSslConfiguration result = QSslConfiguration::defaultConfiguration();
        QFile key(path((name + ".key").constData()));
        if (key.open(QIODevice::ReadOnly))
            result.setPrivateKey(QSslKey(&key, QSsl::Ec));
        result.setLocalCertificateChain(
            QSslCertificate::fromPath(path((name + ".pem").constData()), QSsl::Pem,
                                      QSslCertificate::PatternSyntax::FixedString));
        return result;
    }

private:
    static QStringList words(const char *text, const QString &name = {})
    {
        return QString::fromLatin1(text).replace(QStringLiteral("NAME"), name).split(u' ');
    }
    static QStringList newKey()
    {
        return words("req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes");
    }
    [[nodiscard]] bool run(const QStringList &arguments) const
    {
        QProcess openssl;
        openssl.setWorkingDirectory(m_folder.path());
        openssl.start(QStringLiteral("openssl"), arguments);
        return openssl.waitForFinished() && openssl.exitCode() == 0;
    }

    QTemporaryDir m_folder;
    bool m_isMade = false;
};

} // namespace otpscope::testsupport
