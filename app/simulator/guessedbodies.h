// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/dialect.h"
#include "app/simulator/flowtracking.h"
#include "app/simulator/scenariochoice.h"
#include "models/catalogue/catalogue.h"
#include "models/checks/finding.h"
#include "models/core/clock.h"
#include "models/core/json.h"

#include <QString>

#include <vector>

namespace otpscope::simulator {

// GUESS: everything the simulator answers without a source for its shape, in this one unit. The
// error bodies are those of a FastAPI service (routee-api section 7), the token endpoint's those of
// Spring and RFC 6749 (section 1); the list's items and the templates were never seen (section 12).

/// The same error body as the dialect writes it. All other error bodies here are in
/// Dialect::FastApi.
[[nodiscard]] models::Json inDialect(Dialect dialect, int status, const models::Json &body);

/// 401, 403, 404, 405 of the service: {"detail": "..."}.
[[nodiscard]] models::Json detailBody(const QString &detail);

/// 422: {"detail": [{type, loc, msg, input}]}, one for each error.
[[nodiscard]] models::Json validationBody(const models::Json &request,
                                          const std::vector<models::Finding> &errors);
/// 422 for a body that is no JSON.
[[nodiscard]] models::Json notJsonBody(const models::JsonProblem &problem);
/// 422 for a query parameter that is no whole number from 0.
[[nodiscard]] models::Json badQueryBody(const QString &name, const QString &value);

/// 422 for a flow with more steps than the simulator takes.
[[nodiscard]] models::Json tooManyStepsBody(size_t steps, size_t most);
/// 422 for a flow that names a scenario which does not exist.
[[nodiscard]] models::Json unknownScenarioBody(const UnknownScenario &unknown);

/// 422 for a request in which nothing is wrong.
[[nodiscard]] models::Json madeUpValidationBody();

/// 401 of the token endpoint.
[[nodiscard]] models::Json badCredentialsBody(models::Instant at);
/// 400 of the token endpoint.
[[nodiscard]] models::Json badGrantBody();

/// GET /otp/failover: `items` by listItem.
[[nodiscard]] models::Json listBody(qint64 total, qint64 limit, qint64 offset, models::Json items);
/// A tracking body; in Dialect::Routee a summary without steps.
[[nodiscard]] models::Json listItem(Dialect dialect, const FlowTracking &state);
/// GET /otp/templates: {"templates": [...]}; in Dialect::Routee a bare list with other names.
[[nodiscard]] models::Json templatesBody(Dialect dialect, const models::Catalogue &catalogue);

} // namespace otpscope::simulator
