// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/httpserver.h"
#include "app/http/singleshotupload.h"
#include "app/platform/systemclock.h"
#include "app/simulator/simulator.h"
#include "models/run/observation.h"
#include "tests/simulator/simulatorfixtures.h"
#include "tests/support/fakeclock.h"

#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <algorithm>
#include <memory>
#include <mutex>
#include <vector>

namespace otpscope::simulator::fixtures {

using models::Json;

/// Takes webhooks on a real socket and keeps them in the order of arrival.
class Receiver final : public http::RequestHandler
{
public:
    explicit Receiver(const models::Clock &clock)
        : m_server(*this, clock, http::Limits{})
    {
        m_port = m_server.listen(QHostAddress::LocalHost, 0).port;
    }

    void handle(http::Request request, http::Responder respond) override
    {
        http::Response response;
        {
            const std::lock_guard lock(m_mutex);
            response = m_answer;
            m_requests.push_back(std::move(request));
        }
        respond(std::move(response));
    }

    [[nodiscard]] std::string url(const char *path) const
    {
        return "http://127.0.0.1:" + std::to_string(m_port) + path;
    }

    void setAnswer(const http::Response &answer)
    {
        const std::lock_guard lock(m_mutex);
        m_answer = answer;
    }

    [[nodiscard]] std::vector<http::Request> requests(const QByteArray &path) const
    {
        const std::lock_guard lock(m_mutex);
        std::vector<http::Request> list;
        for (const http::Request &request : m_requests) {
            if (request.target == path)
                list.push_back(request);
        }
        return list;
    }

    [[nodiscard]] std::vector<http::Request> everything() const
    {
        const std::lock_guard lock(m_mutex);
        return m_requests;
    }

    [[nodiscard]] int count(const QByteArray &path) const
    {
        return static_cast<int>(requests(path).size());
    }

    /// "sms Sent, InProgress": the last step of each webhook's body, in the order of arrival.
    [[nodiscard]] QStringList story(const QByteArray &path) const
    {
        QStringList list;
        for (const http::Request &request : requests(path)) {
            const Json body = Json::parse(request.body.toStdString());
            const Json &step = body.at("steps").back();
            list.append(models::toQString(step.at("channel").get<std::string>() + " " +
                                          step.at("status").get<std::string>() + ", " +
                                          body.at("status").get<std::string>()));
        }
        return list;
    }

private:
    mutable std::mutex m_mutex;
    std::vector<http::Request> m_requests;
    http::Response m_answer;
    quint16 m_port = 0;
    http::HttpServer m_server;
};

struct Answer
{
    int status = 0;
    QByteArray body;
    QByteArray serviceClock;
    QByteArray date;
    QList<QNetworkReply::RawHeaderPair> headers;
    /// False where it was cut off, or was still coming when enough had come.
    bool isComplete = true;

    [[nodiscard]] bool hasHeader(const QByteArray &name) const
    {
        return std::any_of(headers.begin(), headers.end(), [&](const auto &header) {
            return header.first.compare(name, Qt::CaseInsensitive) == 0;
        });
    }

    [[nodiscard]] Json json() const { return Json::parse(body.toStdString(), nullptr, false); }
};

/// A client of the service as simple as can be.
class TestClient final
{
public:
    explicit TestClient(const Simulator &simulator)
        : m_simulator(simulator)
    {}
    Q_DISABLE_COPY_MOVE(TestClient)

    Answer token()
    {
        QNetworkRequest request(m_simulator.tokenAddress());
        request.setRawHeader("Authorization", "Basic ZGVtbzpkZW1v");
        request.setHeader(QNetworkRequest::ContentTypeHeader,
                          QStringLiteral("application/x-www-form-urlencoded"));
        return finish(m_network.post(request, QByteArray("grant_type=client_credentials")));
    }

    Answer send(const Json &flow)
    {
        // An access manager left alone repeats a POST whose answer is cut off.
        return finish(
            http::postOnce(m_network, request("/otp/send-failover"), models::compactJson(flow)));
    }

    Answer track(const Json &id) { return fetch("/otp/failover/" + id.get<std::string>()); }

    Answer fetch(const std::string &path) { return finish(m_network.get(request(path))); }

    Answer control(const QByteArray &method, const std::string &path, const QByteArray &body = {})
    {
        QNetworkRequest request(QUrl(m_simulator.address().toString() + models::toQString(path)));
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        return finish(m_network.sendCustomRequest(request, method, body));
    }

    void forgetToken() { m_bearer.clear(); }

private:
    QNetworkRequest request(const std::string &path)
    {
        if (m_bearer.isEmpty())
            m_bearer = "Bearer " + QByteArray::fromStdString(
                                       token().json().at("access_token").get<std::string>());
        QNetworkRequest made(
            QUrl(m_simulator.serviceAddress().toString() + models::toQString(path)));
        made.setRawHeader("Authorization", m_bearer);
        made.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        made.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                          QNetworkRequest::ManualRedirectPolicy);
        return made;
    }

    static Answer finish(QNetworkReply *reply)
    {
        constexpr qint64 enough = 20'000;
        const std::unique_ptr<QNetworkReply> owner(reply);
        QEventLoop loop;
        bool isEnough = false;
        QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
        QObject::connect(reply, &QNetworkReply::readyRead, &loop, [&] {
            // Only an answer without end has no length.
            isEnough = reply->bytesAvailable() > enough &&
                       !reply->header(QNetworkRequest::ContentLengthHeader).isValid();
            if (isEnough)
                loop.quit();
        });
        if (!reply->isFinished())
            loop.exec();
        const bool isCut = reply->error() == QNetworkReply::RemoteHostClosedError;
        const auto status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute);
        return {status.toInt(),
                reply->readAll(),
                reply->rawHeader("OtpScope-Service-Clock"),
                reply->rawHeader("Date"),
                reply->rawHeaderPairs(),
                !isCut && !isEnough && status.isValid()};
    }

    const Simulator &m_simulator;
    QNetworkAccessManager m_network;
    QByteArray m_bearer;
};

inline Json flowWithCallback(const std::string &url, int example = 1)
{
    Json flow = fixtures::example(example);
    flow["callback"]["url"] = url;
    return flow;
}

} // namespace otpscope::simulator::fixtures
