// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/requesthandler.h"
#include "app/simulator/certificatefront.h"
#include "app/simulator/journal.h"
#include "app/simulator/scenariobook.h"
#include "app/simulator/serviceclock.h"
#include "app/simulator/simulatoroptions.h"
#include "app/simulator/simulatorservice.h"
#include "app/simulator/webhookplan.h"
#include "app/simulator/webhooksender.h"
#include "models/catalogue/catalogue.h"
#include "models/core/result.h"

#include <QHostAddress>
#include <QTimer>
#include <QUrl>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace otpscope::simulator {

/// The running simulator behind its HTTP server: clock, service, webhooks, journal, and the timer
/// that moves them. Made, used and destroyed in one thread, which needs an event loop.
class Engine final
{
    Q_DISABLE_COPY_MOVE(Engine)

public:
    /// The references must outlive it. `options.scenario` is in the book.
    Engine(const models::Catalogue &catalogue, ScenarioBook &scenarios, const models::Clock &clock,
           const SimulatorOptions &options);
    ~Engine();

    /// The service's paths; those of control are not for here.
    void handle(const ReadRequest &request, const http::Responder &respond);

    /// Where the HTTP server in front of it listens. From now on Faults::certificateWrong opens an
    /// https address in front of that.
    void setHttpAddress(const QHostAddress &host, quint16 port);
    /// "https://127.0.0.1:41874", whose certificate does not fit; empty while there is none.
    [[nodiscard]] QUrl wrongCertificateAddress() const;

    /// Called whenever flows, clock, scenario or faults may have changed. In this thread.
    void setChangedListener(std::function<void()> listener) { m_changed = std::move(listener); }

    void setSpeed(double speed);
    /// How far advance() goes.
    enum class Until {
        NextEvent,
        /// Until a next channel is tried.
        NextFailover,
        /// Until nothing more happens by itself.
        Concluded,
    };
    /// Jumps, whatever the speed, and lets everything on the way happen in order. Webhooks that
    /// were late by a fault count as events. False where there is nothing to jump to.
    bool advance(Until until);
    /// Jumps by so much; never back.
    void advance(std::chrono::milliseconds by);

    /// False where there is none of that name.
    bool setScenario(const QString &name);
    [[nodiscard]] const QString &scenario() const { return m_scenarioName; }
    [[nodiscard]] ScenarioBook &scenarios() { return m_scenarios; }
    void setFaults(const Faults &faults);
    [[nodiscard]] const Faults &faults() const { return m_service->faults(); }

    /// Lets a step report a status now, whatever the scenario says; see FlowEngine::report.
    [[nodiscard]] ReportOutcome report(const QString &flowOrTrackingId, std::optional<size_t> step,
                                       const Report &report);

    /// As right after the start: no flows, no token, an empty journal, the service clock at its
    /// beginning; scenario, speed and faults as they were started with.
    void reset();

    [[nodiscard]] models::ServiceClockReading clock() const { return m_clock->reading(); }
    [[nodiscard]] std::optional<models::Instant> nextEventAt() const;
    [[nodiscard]] std::optional<models::Instant> nextFailoverAt();
    [[nodiscard]] const FlowBook &flows() const { return m_service->flows(); }
    [[nodiscard]] Journal &journal() { return m_journal; }

private:
    void begin();
    void matchCertificateFront();
    void tick();
    /// Lets everything happen that is due.
    void settle();
    void armTimer();
    void planWebhook(const BookedFlow &flow, const Change &change);
    void sendDue();
    void send(PlannedWebhook planned);
    void note(const http::Request &request, const SimulatorService::Handled &handled);

    const models::Catalogue &m_catalogue;
    ScenarioBook &m_scenarios;
    const models::Clock &m_machineClock;
    const SimulatorOptions m_options;
    QString m_scenarioName;
    std::unique_ptr<ServiceClock> m_clock;
    std::unique_ptr<SimulatorService> m_service;
    std::unique_ptr<WebhookPlan> m_plan;
    WebhookSender m_webhooks;
    /// By service time; equal times in the order in which they were planned.
    std::multimap<models::Instant, PlannedWebhook> m_due;
    Journal m_journal;
    QHostAddress m_httpHost;
    /// 0 until it is known.
    quint16 m_httpPort = 0;
    std::unique_ptr<CertificateFront> m_front;
    /// Kept while there is no front, so that it comes back at the same place.
    quint16 m_frontPort = 0;
    QTimer m_timer;
    std::function<void()> m_changed;
};

} // namespace otpscope::simulator
