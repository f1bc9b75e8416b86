// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/singleshotupload.h"

#include <cstring>

namespace otpscope::http {

SingleShotUpload::SingleShotUpload(QByteArray body, QObject *parent)
    : QIODevice(parent)
    , m_body(std::move(body))
{
    // Unbuffered: QIODevice would otherwise keep a copy that it can go back in.
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 SingleShotUpload::bytesAvailable() const
{
    return m_body.size() - m_position + QIODevice::bytesAvailable();
}

bool SingleShotUpload::atEnd() const
{
    return m_position == m_body.size();
}

bool SingleShotUpload::seek(qint64 position)
{
    Q_UNUSED(position)
    return false;
}

qint64 SingleShotUpload::readData(char *data, qint64 maxSize)
{
    const qint64 n = qMin<qint64>(maxSize, m_body.size() - m_position);
    if (n <= 0)
        return -1;
    std::memcpy(data, m_body.constData() + m_position, static_cast<size_t>(n));
    m_position += n;
    return n;
}

qint64 SingleShotUpload::writeData(const char *data, qint64 maxSize)
{
    Q_UNUSED(data)
    Q_UNUSED(maxSize)
    return -1;
}

void configureRequest(QNetworkRequest &request)
{
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::HttpPipeliningAllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute,
                         QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
}

QNetworkReply *postOnce(QNetworkAccessManager &manager, QNetworkRequest request,
                        const QByteArray &body)
{
    configureRequest(request);
    // With both of these the manager reads the device as it sends and keeps no copy of its own.
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    request.setHeader(QNetworkRequest::ContentLengthHeader, body.size());
    auto *upload = new SingleShotUpload(body);
    QNetworkReply *reply = manager.post(request, upload);
    upload->setParent(reply);
    return reply;
}

} // namespace otpscope::http
