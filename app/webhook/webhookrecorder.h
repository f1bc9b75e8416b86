// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/requesthandler.h"
#include "app/store/observationstore.h"
#include "models/core/clock.h"
#include "models/core/ids.h"
#include "models/run/observation.h"

#include <functional>

namespace otpscope::webhook {

/// ObservationStore::append, or what stands for it in a test.
using Append =
    std::function<void(models::Observation observation, store::ObservationStore::Completion done)>;

[[nodiscard]] Append appendTo(std::shared_ptr<store::ObservationStore> store);

/// Makes an observation of a webhook, has it stored, and answers when that is done: 200 once it is
/// committed, 503 with Retry-After if it cannot be. The body is stored as it came, JSON or not.
/// Used in the server's thread.
class WebhookRecorder final
{
public:
    /// What became of one webhook; called in the store's writer thread, before the answer.
    struct Outcome
    {
        /// With its id, where it was stored.
        models::Observation observation;
        bool isStored = false;
    };
    /// Must be valid for as long as the store may complete, thus longer than the recorder.
    using Observer = std::function<void(const Outcome &outcome)>;

    /// What a webhook that was stored is answered with; asked for in the server's thread.
    using Answer = std::function<http::Response()>;

    /// `clock` must outlive the recorder. Without `answer` it is 200 at once.
    WebhookRecorder(Append append, const models::Clock &clock, Observer observer,
                    Answer answer = {});

    void record(const models::RunId &run, http::Request request, http::Responder respond) const;

private:
    const Append m_append;
    const models::Clock &m_clock;
    const Observer m_observer;
    const Answer m_answer;
};

} // namespace otpscope::webhook
