// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/httpmessage.h"
#include "app/simulator/engine.h"
#include "models/core/json.h"

#include <QByteArray>
#include <QString>

namespace otpscope::simulator {

/// The paths under /__otpscope/, by which tests and pipelines steer a simulator and read what went
/// on (resources/openapi/control.json). Only peers on loopback that ask for a loopback host name
/// are answered, so that neither another machine nor a web page whose name points here can do it.
/// Lives in the engine's thread.
class Control final
{
public:
    /// `engine` must outlive it.
    explicit Control(Engine &engine)
        : m_engine(engine)
    {}
    Q_DISABLE_COPY_MOVE(Control)

    [[nodiscard]] static bool isMeant(const http::Request &request);
    [[nodiscard]] http::Response answer(const http::Request &request);

private:
    [[nodiscard]] http::Response answerTo(const QByteArray &method, const QString &path,
                                          const http::Request &request);
    [[nodiscard]] http::Response clock(const QByteArray &method, const models::Json &body);
    [[nodiscard]] http::Response advance(const models::Json &body);
    [[nodiscard]] http::Response flows(const http::Request &request) const;
    [[nodiscard]] http::Response flow(const QString &id) const;
    [[nodiscard]] http::Response report(const QString &id, const models::Json &body);
    [[nodiscard]] http::Response scenario(const QByteArray &method, const models::Json &body);
    [[nodiscard]] http::Response scenarios(const QByteArray &method, const QByteArray &body);
    [[nodiscard]] http::Response faults(const QByteArray &method, const models::Json &body);
    [[nodiscard]] http::Response certificate() const;
    [[nodiscard]] http::Response journal(const QByteArray &method, const http::Request &request);
    [[nodiscard]] models::Json clockBody() const;

    Engine &m_engine;
};

} // namespace otpscope::simulator
