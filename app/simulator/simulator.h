// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/httpserver.h"
#include "app/simulator/engine.h"
#include "app/simulator/simulatoroptions.h"
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

/// One flow inside the simulator, for people to look at.
struct SimulatedFlow
{
    FlowTracking state;
    QString scenario;
    std::optional<NextEvent> next;
    std::optional<models::Instant> nextFailoverAt;
};

/// What a simulator shows of itself at one moment.
struct SimulatorView
{
    models::ServiceClockReading clock;
    std::optional<models::Instant> nextEventAt;
    /// The newest first; not all where there are very many.
    std::vector<SimulatedFlow> flows;
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
    /// "https://127.0.0.1:41874", whose certificate does not fit; empty while
    /// Faults::certificateWrong is 0, or where none could be had.
    [[nodiscard]] QUrl wrongCertificateAddress() const;
    /// address() + "/failover-otp" and address() + "/oauth/token".
    [[nodiscard]] QUrl serviceAddress() const;
    [[nodiscard]] QUrl tokenAddress() const;

    /// For flows sent from now on. False where there is no such scenario, and before start().
    bool setScenario(const QString &name);
    /// At once, for flows under way too. Does nothing before start(). See ServiceClock::setSpeed
    /// for the bounds.
    void setSpeed(double speed);

    /// What follows does nothing before start(), and answers false, ReportOutcome::NoSuchFlow or an
    /// empty view.
    using Until = Engine::Until;
    bool advance(Until until);
    void setFaults(const Faults &faults);
    /// A status by hand; the step sent last where `step` is empty (else from 0 on).
    ReportOutcome report(const QString &flowOrTrackingId, std::optional<size_t> step,
                         const Report &report);
    void reset();
    [[nodiscard]] SimulatorView view() const;

Q_SIGNALS:
    /// view() is another one than before. Comes from the simulator's thread, once until view() is
    /// called again.
    void changed();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace otpscope::simulator
