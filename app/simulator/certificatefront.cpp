// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/certificatefront.h"

#include <QNetworkProxy>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QTcpSocket>

namespace otpscope::simulator {

CertificateFront::CertificateFront(const QByteArray &pem, quint16 behind)
    : m_behind(behind)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(QSslCertificate(pem, QSsl::Pem));
    configuration.setPrivateKey(QSslKey(pem, QSsl::Rsa, QSsl::Pem));
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    m_server.setSslConfiguration(configuration);
    connect(&m_server, &QTcpServer::pendingConnectionAvailable, this,
            &CertificateFront::takeConnections);
}

CertificateFront::~CertificateFront() = default;

quint16 CertificateFront::listen(const QHostAddress &host, quint16 port)
{
    const bool isListening = m_server.listen(host, port) || m_server.listen(host, 0);
    return isListening ? m_server.serverPort() : 0;
}

void CertificateFront::takeConnections()
{
    while (QTcpSocket *peer = m_server.nextPendingConnection()) {
        auto *inner = new QTcpSocket(peer);
        inner->setProxy(QNetworkProxy::NoProxy);
        connect(peer, &QTcpSocket::readyRead, inner,
                [peer, inner] { inner->write(peer->readAll()); });
        connect(inner, &QTcpSocket::connected, peer,
                [peer, inner] { inner->write(peer->readAll()); });
        connect(inner, &QTcpSocket::readyRead, peer,
                [peer, inner] { peer->write(inner->readAll()); });
        connect(inner, &QTcpSocket::disconnected, peer, &QTcpSocket::disconnectFromHost);
        connect(inner, &QTcpSocket::errorOccurred, peer, &QTcpSocket::disconnectFromHost);
        connect(peer, &QTcpSocket::disconnected, peer, &QObject::deleteLater);
        // Where the peer found this door, the other one is, too.
        inner->connectToHost(peer->localAddress(), m_behind);
    }
}

} // namespace otpscope::simulator
