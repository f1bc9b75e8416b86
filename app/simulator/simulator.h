// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/httpserver.h"
#include "models/catalogue/catalogue.h"
#include "models/core/clock.h"
#include "models/core/result.h"

#include <QByteArray>
#include <QHostAddress>
#include <QObject>
#include <QString>
#include <QUrl>

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

namespace otpscope::simulator {

/// Name and one sentence of a scenario, for lists.
struct ScenarioInfo
{
    QString name;
    QString title;
    QString description;
    /// The last digits of the numbers that choose it; empty for none.
    QString recipientEnd;
};

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
};

/// The service, simulated, reached over HTTP only: POST /oauth/token, and the OTP service under
/// /failover-otp. One engine per flow is behind both its webhooks and its tracking answers. HTTP
/// and engine run in a thread of the simulator's own; the calls below are safe from the thread that
/// made it. Every answer and webhook carries the header OtpScope-Service-Clock
/// (models/run/observation.h).
class Simulator final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Simulator)

public:
    /// `catalogue` and `clock` must outlive it. `scenarios` are JSON texts as under
    /// resources/scenarios; use builtInScenarios() from app/platform/resources.h. Those that cannot
    /// be read are left out; use loadScenario to learn why.
    Simulator(const models::Catalogue &catalogue, const models::Clock &clock,
              const std::vector<QByteArray> &scenarios, QObject *parent = nullptr);
    ~Simulator() override;

    [[nodiscard]] std::vector<ScenarioInfo> scenarios() const;
    /// Adds or replaces a scenario from JSON text; says what is wrong with it, and where, else.
    [[nodiscard]] models::Result<ScenarioInfo, QString> loadScenario(const QByteArray &text);

    /// Call it once. An unknown options.scenario is Problem::Other and says so in its detail.
    [[nodiscard]] http::ListenResult start(const SimulatorOptions &options);
    /// "http://127.0.0.1:41873"; valid after a successful start.
    [[nodiscard]] QUrl address() const;
    /// address() + "/failover-otp" and address() + "/oauth/token".
    [[nodiscard]] QUrl serviceAddress() const;
    [[nodiscard]] QUrl tokenAddress() const;

    /// For flows sent from now on. False where there is no such scenario, and before start().
    bool setScenario(const QString &name);
    /// At once, for flows under way too. Does nothing before start(). See ServiceClock::setSpeed
    /// for the bounds.
    void setSpeed(double speed);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace otpscope::simulator
