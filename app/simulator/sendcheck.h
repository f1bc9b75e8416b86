// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/httpmessage.h"
#include "models/catalogue/catalogue.h"
#include "models/checks/finding.h"
#include "models/core/json.h"
#include "models/core/result.h"
#include "models/flow/flow.h"

#include <optional>
#include <vector>

namespace otpscope::simulator {

/// GUESS: no source names a limit; more steps than this are answered 422.
constexpr size_t MaximumSteps = 100;

/// What can be said about the body of a send whatever state the service is in.
struct CheckedSend
{
    models::Result<models::Json, models::JsonProblem> document;
    /// As many as the document's array holds; 0 where it has none.
    size_t steps = 0;
    /// Empty where there are more than MaximumSteps.
    std::vector<models::Finding> errors;
    /// Only where there are no errors.
    models::Flow flow;
};

/// A request, and what could be made of it before its turn came.
struct ReadRequest
{
    http::Request http;
    /// Nothing where it is no send.
    std::optional<CheckedSend> send;
};

/// The costly part of a request, and one that needs nobody: in any thread, also in several at once.
[[nodiscard]] ReadRequest readRequest(http::Request request, const models::Catalogue &catalogue);

} // namespace otpscope::simulator
