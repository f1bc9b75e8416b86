// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/webhook/webhookrecorder.h"

#include "app/webhook/maskedhead.h"

namespace otpscope::webhook {

namespace {

http::Response tryAgainLater()
{
    http::Response response;
    response.status = 503;
    response.headers.emplace_back("Retry-After", "5");
    response.headers.emplace_back("Content-Type", "text/plain; charset=utf-8");
    response.body = QByteArrayLiteral("The webhook could not be stored. Please send it again.\n");
    return response;
}

} // namespace

Append appendTo(std::shared_ptr<store::ObservationStore> store)
{
    return [store = std::move(store)](models::Observation observation,
                                      store::ObservationStore::Completion done) {
        store->append(std::move(observation), std::move(done));
    };
}

WebhookRecorder::WebhookRecorder(Append append, const models::Clock &clock, Observer observer,
                                 Answer answer)
    : m_append(std::move(append))
    , m_clock(clock)
    , m_observer(std::move(observer))
    , m_answer(std::move(answer))
{}

void WebhookRecorder::record(const models::RunId &run, http::Request request,
                             http::Responder respond) const
{
    models::Observation observation;
    observation.run = run;
    observation.source = models::ObservationSource::Webhook;
    observation.arrivedAt = m_clock.wallNow();
    observation.startedAt = observation.arrivedAt;
    observation.exchange.requestHead = withMaskedAuthorization(request.rawHead);
    observation.exchange.requestBody = std::move(request.body);
    // Written before it is known, as part of what is stored: the answer is given only if this is
    // committed.
    http::Response answer = m_answer ? m_answer() : http::Response();
    const bool isAnswered = answer.fault.kind == http::Response::Fault::Kind::None;
    observation.exchange.answerStatus = isAnswered ? answer.status : 0;

    Outcome outcome{observation};
    m_append(std::move(observation),
             [outcome = std::move(outcome), observer = m_observer, respond = std::move(respond),
              answer = std::move(answer)](
                 const models::Result<models::ObservationId, store::StoreProblem> &result) mutable {
                 outcome.isStored = result.hasValue();
                 if (outcome.isStored)
                     outcome.observation.id = result.value();
                 observer(outcome);
                 respond(outcome.isStored ? answer : tryAgainLater());
             });
}

} // namespace otpscope::webhook
