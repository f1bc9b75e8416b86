// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/httpcall.h"
#include "app/environment/connection.h"
#include "models/environment/connectioncheck.h"

#include <QHostInfo>
#include <QObject>
#include <QSslSocket>
#include <QTimer>

#include <memory>
#include <vector>

namespace otpscope::environment {

/// Looks step by step whether an environment can be reached: names, TLS and whose certificate,
/// token, health. Asks for a token and for /health, which costs nothing; sends no flow. Lives in
/// one thread with an event loop.
class ConnectionChecker final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionChecker)

public:
    explicit ConnectionChecker(Connection connection, QObject *parent = nullptr);
    ~ConnectionChecker() override;

    /// Call it once.
    void start();

Q_SIGNALS:
    /// After every step; the last time with isOver.
    void progressed(const otpscope::models::ConnectionCheck &check);

private:
    void addHost(const QUrl &address);
    void next();
    void lookUp();
    void takeAddresses(int at, const QHostInfo &found);
    void agreeOnTls();
    void askForToken();
    void askForHealth();
    [[nodiscard]] client::HttpCall::Limits limits() const;
    [[nodiscard]] models::CheckStep &step();
    void pass();
    void fail(const QString &problem);
    void skip();
    void finishStep(models::CheckStep::State state);

    Connection m_connection;
    models::ConnectionCheck m_check;
    /// Of the steps for names and TLS, which come first.
    std::vector<QUrl> m_addresses;
    /// Index of the step under way; -1 before the first.
    int m_at = -1;
    std::unique_ptr<QSslSocket> m_socket;
    std::unique_ptr<client::HttpCall> m_call;
    QTimer m_limit;
};

} // namespace otpscope::environment
