// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/dialect.h"
#include "app/simulator/faults.h"
#include "models/core/clock.h"

#include <QByteArray>
#include <QHostAddress>
#include <QString>

#include <chrono>
#include <optional>

namespace otpscope::simulator {

struct SimulatorOptions
{
    QHostAddress host = QHostAddress::LocalHost;
    quint16 port = 0;
    /// Service seconds for each wall second; 0 freezes.
    double speed = 1.0;
    QString scenario = QStringLiteral("viber-expired-sms-delivered");
    quint64 seed = 1;
    QString clientId = QStringLiteral("demo");
    QString clientSecret = QStringLiteral("demo");
    /// Service time at the start; the wall clock's where empty. With speed 0 and the same seed, the
    /// same start gives the same bytes.
    std::optional<models::Instant> serviceStart;
    /// On the service clock. Twenty years: this API wants an application whose tokens do not expire
    /// (routee-api section 1, AUTH1), and so the service names it.
    std::chrono::seconds tokenLifetime{631'139'040};
    Faults faults;
    Dialect dialect = Dialect::FastApi;
    /// Whether /__otpscope/ answers; from loopback only, in any case.
    bool hasControl = true;
    /// PEM of a certificate that does not fit, and its RSA key, for Faults::certificateWrong.
    QByteArray wrongCertificate;
};

} // namespace otpscope::simulator
