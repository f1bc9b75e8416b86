// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/requesthandler.h"
#include "app/simulator/flowbook.h"
#include "app/simulator/scenariobook.h"
#include "app/simulator/serviceclock.h"
#include "app/simulator/tokenoffice.h"
#include "models/catalogue/catalogue.h"

#include <memory>
#include <optional>

namespace otpscope::simulator {

/// The HTTP face of the simulated service: routes, credentials, checks, and the flows behind them.
/// Answers at once, from the state at the service time of the call; every answer carries the
/// service clock. Lives in one thread and has no timer: its owner calls advance() when
/// nextEventAt() has come, handle() does so by itself.
class SimulatorService final : public http::RequestHandler
{
public:
    /// GUESS: no source names a limit; more steps than this are answered 422.
    static constexpr size_t MaximumSteps = 100;

    /// The references must outlive it.
    SimulatorService(const models::Catalogue &catalogue, const ScenarioBook &scenarios,
                     const ServiceClock &clock, Credentials credentials,
                     std::chrono::seconds tokenLifetime, quint64 seed);

    /// Called for each change of each flow, in the order of service time.
    void setChangeListener(FlowBook::ChangeListener listener);
    /// For flows sent from now on that choose none themselves (chooseScenario). Needed before the
    /// first send.
    void setScenario(std::shared_ptr<const Scenario> scenario);

    void handle(http::Request request, http::Responder respond) override;

    [[nodiscard]] std::optional<models::Instant> nextEventAt() const;
    /// Lets everything happen that is due.
    void advance();

private:
    [[nodiscard]] http::Response answer(const http::Request &request);
    [[nodiscard]] http::Response answerToken(const http::Request &request);
    [[nodiscard]] http::Response answerSend(const http::Request &request);
    [[nodiscard]] http::Response answerTracking(const QString &id) const;
    [[nodiscard]] http::Response answerList(const http::Request &request) const;
    /// Nothing where the request carries a valid token.
    [[nodiscard]] std::optional<http::Response> refusal(const http::Request &request) const;
    [[nodiscard]] http::Response sendFlow(const models::Json &document,
                                          const ScenarioBook::Entry &scenario);

    const models::Catalogue &m_catalogue;
    const ScenarioBook &m_scenarios;
    const ServiceClock &m_clock;
    quint64 m_seed;
    TokenOffice m_tokens;
    FlowBook m_flows;
    FlowBook::ChangeListener m_changed;
    std::shared_ptr<const Scenario> m_scenario;
};

} // namespace otpscope::simulator
