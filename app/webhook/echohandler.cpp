// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/webhook/echohandler.h"

namespace otpscope::webhook {

http::Limits EchoHandler::limits()
{
    http::Limits result;
    result.methods += "TRACE";
    return result;
}

void EchoHandler::handle(http::Request request, http::Responder respond)
{
    http::Response response;
    if (const QByteArray *type = http::findHeader(request.headers, "Content-Type"))
        response.headers.emplace_back("Content-Type", *type);
    response.body = std::move(request.body);
    respond(std::move(response));
}

} // namespace otpscope::webhook
