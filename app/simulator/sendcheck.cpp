// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/sendcheck.h"

#include "app/simulator/servicepaths.h"
#include "models/checks/flowchecks.h"

#include <utility>

namespace otpscope::simulator {

namespace {

CheckedSend checkSend(const QByteArray &body, const models::Catalogue &catalogue)
{
    CheckedSend checked{models::parseJson(body), 0, {}, {}};
    if (!checked.document)
        return checked;
    const models::Json &document = checked.document.value();
    const models::Json *steps = models::member(document, "flow");
    checked.steps = steps && steps->is_array() ? steps->size() : 0;
    if (checked.steps > MaximumSteps)
        return checked;
    checked.errors = models::flowErrors(document, catalogue);
    if (checked.errors.empty())
        checked.flow = models::readFlow(document);
    return checked;
}

} // namespace

ReadRequest readRequest(http::Request request, const models::Catalogue &catalogue)
{
    ReadRequest read{std::move(request), {}};
    if (read.http.method == "POST" && routeOf(pathOf(read.http)) == Route::Send)
        read.send = checkSend(read.http.body, catalogue);
    return read;
}

} // namespace otpscope::simulator
