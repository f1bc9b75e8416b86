// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/httpmessage.h"
#include "app/simulator/answerfaults.h"
#include "app/simulator/dialect.h"
#include "app/simulator/faults.h"
#include "app/simulator/flowbook.h"
#include "app/simulator/scenariobook.h"
#include "app/simulator/sendcheck.h"
#include "app/simulator/serviceclock.h"
#include "app/simulator/tokenoffice.h"
#include "models/catalogue/catalogue.h"

#include <memory>
#include <optional>

namespace otpscope::simulator {

/// The HTTP face of the simulated service: routes, credentials, checks, and the flows behind them.
/// Answers at once, from the state at the service time of the call; every answer carries the
/// service clock. Lives in one thread and has no timer: its owner calls advance() when
/// nextEventAt() has come.
class SimulatorService final
{
public:
    /// The references must outlive it.
    SimulatorService(const models::Catalogue &catalogue, const ScenarioBook &scenarios,
                     const ServiceClock &clock, Credentials credentials,
                     std::chrono::seconds tokenLifetime, quint64 seed);

    /// Called for each change of each flow, in the order of service time.
    void setChangeListener(FlowBook::ChangeListener listener);
    /// For flows sent from now on that choose none themselves (chooseScenario). Needed before the
    /// first send.
    void setScenario(std::shared_ptr<const Scenario> scenario);

    /// For webhooks, answers and tracking from now on, where a flow's scenario brings none of its
    /// own.
    void setFaults(const Faults &faults);
    [[nodiscard]] const Faults &faults() const { return m_faults; }
    [[nodiscard]] const Faults &faultsOf(const BookedFlow &flow) const;
    void setDialect(Dialect dialect) { m_dialect = dialect; }

    /// An answer, and what the journal wants to know about it.
    struct Handled
    {
        http::Response response;
        /// Empty where the request is about none that exists.
        models::FlowId flow;
        std::optional<AnswerFault> fault;
        bool mayHoldSecret = false;
    };
    /// At the service time of the call; what was due by then has happened before.
    [[nodiscard]] Handled handle(const ReadRequest &request);

    [[nodiscard]] const FlowBook &flows() const { return m_flows; }
    /// See FlowBook::nextFailoverAt.
    [[nodiscard]] std::optional<models::Instant> nextFailoverAt()
    {
        return m_flows.nextFailoverAt();
    }
    /// One that exists, where there is another.
    [[nodiscard]] models::FlowId otherFlowThan(const models::FlowId &flow) const;
    /// A status by hand, now.
    [[nodiscard]] ReportOutcome report(const QString &id, std::optional<size_t> step,
                                       const Report &report);

    [[nodiscard]] std::optional<models::Instant> nextEventAt() const;
    /// Lets everything happen that is due.
    void advance();

private:
    void answer(const ReadRequest &read, Handled &handled);
    void answerToken(const http::Request &request, Handled &handled);
    void answerSend(const http::Headers &headers, const CheckedSend &send, Handled &handled);
    void answerTracking(const QString &id, Handled &handled);
    void answerList(const http::Request &request, Handled &handled);
    void sendFlow(const CheckedSend &send, const ScenarioBook::Entry &scenario, Handled &handled);
    /// True where a fault has answered in place of the service. A fault that only spoils the answer
    /// is noted, and done by handle().
    [[nodiscard]] bool isRefusedByFault(const Faults &faults, Handled &handled);
    /// Nothing where the request carries a valid token.
    [[nodiscard]] std::optional<http::Response> refusal(const http::Request &request) const;
    /// As polls show it, which may lag behind.
    [[nodiscard]] const FlowTracking &trackingOf(const BookedFlow &flow) const;

    const models::Catalogue &m_catalogue;
    const ScenarioBook &m_scenarios;
    const ServiceClock &m_clock;
    /// The service time of the call under way. Read once for each, so that an answer never says a
    /// later time than that of the state it shows.
    models::Instant m_now;
    quint64 m_seed;
    TokenOffice m_tokens;
    FlowBook m_flows;
    FlowBook::ChangeListener m_changed;
    std::shared_ptr<const Scenario> m_scenario;
    Faults m_faults;
    Dialect m_dialect = Dialect::FastApi;
    /// For answers; each draws in the order of the requests.
    SeededSource m_chance;
};

} // namespace otpscope::simulator
