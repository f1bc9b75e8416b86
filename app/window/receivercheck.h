// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/httpcall.h"

#include <QObject>
#include <QTimer>
#include <QUrl>

#include <memory>

namespace otpscope::window {

/// Asks a webhook receiver again and again, over its own socket, whether it answers. The path asked
/// for belongs to no run, so that nothing is stored; any HTTP answer proves the receiver. Lives in a
/// thread with an event loop.
class ReceiverCheck final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReceiverCheck)

public:
    /// `address` of the receiver, without a run's path.
    explicit ReceiverCheck(const QUrl &address, QObject *parent = nullptr);

    /// The first check is at once.
    void start();

Q_SIGNALS:
    void checked(bool hasAnswered);

private:
    void check();

    QUrl m_address;
    QTimer m_interval;
    std::unique_ptr<client::HttpCall> m_call;
};

} // namespace otpscope::window
