// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/observationstore.h"

#include <QByteArray>
#include <QString>

#include <future>
#include <optional>

namespace otpscope::store {

/// A webhook of about 1.5 kB whose bytes say which number it is.
inline models::Observation sampleObservation(const QString &run, int number)
{
    models::Observation observation;
    observation.run = models::RunId(run);
    observation.source = models::ObservationSource::Webhook;
    observation.arrivedAt = models::Instant{std::chrono::milliseconds{1'795'428'000'000 + number}};
    observation.startedAt = observation.arrivedAt;
    observation.exchange.requestHead = QByteArrayLiteral("POST /hook HTTP/1.1\r\n\r\n");
    observation.exchange.requestBody =
        QByteArray::number(number) + ':' + QByteArray(1400, '\xe2') + '\0' + "end";
    observation.exchange.answerStatus = 200;
    return observation;
}

/// Appends and waits for the completion.
inline models::Result<models::ObservationId, StoreProblem>
appendAndWait(ObservationStore &store, models::Observation observation)
{
    std::promise<models::Result<models::ObservationId, StoreProblem>> promise;
    store.append(std::move(observation),
                 [&promise](const auto &result) { promise.set_value(result); });
    return promise.get_future().get();
}

inline std::optional<StoreProblem> addRunAndWait(ObservationStore &store, StoredRun run)
{
    std::promise<std::optional<StoreProblem>> promise;
    store.addRun(std::move(run), [&promise](const auto &problem) { promise.set_value(problem); });
    return promise.get_future().get();
}

inline std::optional<StoreProblem> noteFollowedAndWait(ObservationStore &store,
                                                       const models::RunId &run, models::Instant to)
{
    std::promise<std::optional<StoreProblem>> promise;
    store.noteFollowed(run, to, [&promise](const auto &problem) { promise.set_value(problem); });
    return promise.get_future().get();
}

} // namespace otpscope::store
