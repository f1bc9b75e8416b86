// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/webhook/runpathhandler.h"

namespace otpscope::webhook {

RunPathHandler::RunPathHandler(const RunPaths &paths, WebhookRecorder recorder,
                               RefusedObserver refused, SelfTestObserver selfTest)
    : m_paths(paths)
    , m_recorder(std::move(recorder))
    , m_refused(std::move(refused))
    , m_selfTest(std::move(selfTest))
{}

http::Limits RunPathHandler::limits(const QHostAddress &address, const QByteArrayList &furtherHosts)
{
    http::Limits result;
    result.methods = {"POST"};
    const bool isEveryInterface = address == QHostAddress::Any ||
                                  address == QHostAddress::AnyIPv4 ||
                                  address == QHostAddress::AnyIPv6;
    if (isEveryInterface)
        return result;
    result.hosts = QByteArrayList{"localhost", "127.0.0.1", "[::1]"} + furtherHosts;
    const QByteArray text = address.toString().toLatin1();
    result.hosts += address.protocol() == QAbstractSocket::IPv6Protocol ? '[' + text + ']' : text;
    return result;
}

void RunPathHandler::handle(http::Request request, http::Responder respond)
{
    if (const std::optional<models::RunId> run = m_paths.find(request.path())) {
        m_recorder.record(*run, std::move(request), std::move(respond));
        return;
    }
    http::Response response;
    if (request.path() == m_paths.selfTest()) {
        m_selfTest(request);
        respond(std::move(response));
        return;
    }
    m_refused();
    response.status = 404;
    response.headers.emplace_back("Content-Type", "text/plain; charset=utf-8");
    response.body = QByteArrayLiteral("There is no webhook address of this name.\n");
    respond(std::move(response));
}

void RunPathHandler::requestRefused(int status)
{
    Q_UNUSED(status)
    m_refused();
}

} // namespace otpscope::webhook
