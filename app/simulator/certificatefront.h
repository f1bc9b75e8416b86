// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QObject>
#include <QSslServer>

namespace otpscope::simulator {

/// An https door to the simulator that shows a certificate nobody should accept: self-signed, and
/// for another name. Whoever accepts it all the same is let through to the HTTP port. Lives in one
/// thread, which needs an event loop.
class CertificateFront final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CertificateFront)

public:
    /// `pem` holds certificate and RSA key; `behind` is the HTTP port, at the same addresses.
    CertificateFront(const QByteArray &pem, quint16 behind);
    ~CertificateFront() override;

    /// At that port where it is free, else at another one; 0 for any. Returns 0 where it cannot
    /// listen.
    [[nodiscard]] quint16 listen(const QHostAddress &host, quint16 port);

private:
    void takeConnections();

    QSslServer m_server;
    const quint16 m_behind;
};

} // namespace otpscope::simulator
