// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMetaType>
#include <QObject>
#include <QProcess>
#include <QRegularExpression>
#include <QString>
#include <QTimer>
#include <QUrl>

#include <chrono>

namespace otpscope::webhook {

/// How a tunnel is.
struct TunnelStatus
{
    enum class State {
        Starting,
        /// It named its address.
        Up,
        /// It runs and has named none in the time that takes; ssh never does.
        Nameless,
        /// It ended; it is started again in `retryIn`.
        Down,
    };
    State state = State::Starting;
    /// As the tunnel printed it; empty where it printed none.
    QUrl address;
    std::chrono::milliseconds retryIn{0};
    /// The last line it printed, or the system's words where it could not start.
    QString words;
};

/// A program that brings a public address to a port of this machine (ssh -R, cloudflared, ngrok,
/// tailscale funnel): started, watched, started again with growing waits when it ends, and ended
/// with this object, or by the kernel when this program dies. It is started without a shell. Lives
/// in one thread with an event loop.
class Tunnel final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Tunnel)

public:
    struct Waits
    {
        std::chrono::milliseconds first{1'000};
        /// Doubled each time up to here.
        std::chrono::milliseconds longest{60'000};
        /// A tunnel that names its address has done so by then.
        std::chrono::milliseconds naming{15'000};
    };

    /// `command` as a person wrote it, with quotes around what has blanks; "{port}" stands for
    /// `port`.
    Tunnel(const QString &command, quint16 port, Waits waits, QObject *parent = nullptr);
    /// Ends the program.
    ~Tunnel() override;

    /// Call it once.
    void start();

Q_SIGNALS:
    void changed(const otpscope::webhook::TunnelStatus &status);

private:
    void run();
    void read();
    void takeLine(const QByteArray &line);
    void takeSilence();
    void takeEnd();

    QString m_command;
    Waits m_waits;
    std::chrono::milliseconds m_wait;
    QRegularExpression m_pattern;
    QProcess m_process;
    QTimer m_retry;
    QTimer m_naming;
    QByteArray m_line;
    TunnelStatus m_status;
};

/// Where the address stands in what `command` prints: a pattern of its own for the tunnels that are
/// known, the first https:// address for any other. The first group, or else the whole, is it.
[[nodiscard]] QRegularExpression addressPatternOf(const QString &command);

} // namespace otpscope::webhook

Q_DECLARE_METATYPE(otpscope::webhook::TunnelStatus)
