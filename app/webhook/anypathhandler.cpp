// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/webhook/anypathhandler.h"

namespace otpscope::webhook {

http::Limits AnyPathHandler::limits()
{
    http::Limits result;
    result.methods = {"POST"};
    return result;
}

void AnyPathHandler::handle(http::Request request, http::Responder respond)
{
    m_recorder.record({}, std::move(request), std::move(respond));
}

} // namespace otpscope::webhook
