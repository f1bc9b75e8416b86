// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QIODevice>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>

namespace otpscope::http {

/// A request body that can be read once and not rewound. QNetworkAccessManager (seen in Qt 6.4.2)
/// sends a POST again by itself when the peer closes without an answer, on new and on kept
/// connections; it does so only if it can take the body back to its start. Given this device it
/// cannot, and the reply ends with QNetworkReply::ContentReSendError: the outcome is unknown.
class SingleShotUpload final : public QIODevice
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SingleShotUpload)

public:
    /// Open for reading at once.
    explicit SingleShotUpload(QByteArray body, QObject *parent = nullptr);

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 bytesAvailable() const override;
    [[nodiscard]] bool atEnd() const override;
    /// Always false, and without the warning of QIODevice.
    bool seek(qint64 position) override;

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 maxSize) override;

private:
    const QByteArray m_body;
    qint64 m_position = 0;
};

/// What every request of ours has in common: redirects are not followed (6.4.2 carries the
/// Authorization header to any host), no HTTP/2, no cookies, no cache, no stored credentials.
void configureRequest(QNetworkRequest &request);

/// Sends a POST that leaves this machine at most once; the request is configured as above and gets
/// its Content-Length. The reply belongs to the caller, as from QNetworkAccessManager::post.
[[nodiscard]] QNetworkReply *postOnce(QNetworkAccessManager &manager, QNetworkRequest request,
                                      const QByteArray &body);

} // namespace otpscope::http
