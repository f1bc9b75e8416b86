// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/webhook/tunnel.h"

#include <sys/prctl.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <utility>

namespace otpscope::webhook {

namespace {

constexpr int patienceMs = 1000;
/// A line longer than this is no line.
constexpr qsizetype longestLine = 4096;

/// Programs and what they print (each by its own output; a service may change it, then the general
/// pattern is as good).
constexpr std::array knownTunnels{
    std::pair{"cloudflared", R"(https://[a-z0-9-]+\.trycloudflare\.com)"},
    std::pair{"ngrok", R"(url=(https://[^\s"]+))"},
    std::pair{"tailscale", R"(https://[^\s"/]+\.ts\.net)"},
};

} // namespace

QRegularExpression addressPatternOf(const QString &command)
{
    const QString program = QProcess::splitCommand(command).value(0).section(u'/', -1);
    for (const auto &[name, pattern] : knownTunnels) {
        if (program == QLatin1String(name))
            return QRegularExpression(QLatin1String(pattern));
    }
    return QRegularExpression(QStringLiteral("https?://[^\\s\"']+"));
}

Tunnel::Tunnel(const QString &command, quint16 port, Waits waits, QObject *parent)
    : QObject(parent)
    , m_command(QString(command).replace(QStringLiteral("{port}"), QString::number(port)))
    , m_waits(waits)
    , m_wait(waits.first)
    , m_pattern(addressPatternOf(command))
{
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setStandardInputFile(QProcess::nullDevice());
    // Also where this program is killed, nothing stays open to the internet.
    m_process.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGTERM); });
    m_retry.setSingleShot(true);
    m_naming.setSingleShot(true);
    m_naming.setInterval(waits.naming);
    connect(&m_retry, &QTimer::timeout, this, &Tunnel::run);
    connect(&m_process, &QProcess::started, &m_naming, qOverload<>(&QTimer::start));
    connect(&m_naming, &QTimer::timeout, this, &Tunnel::takeSilence);
    connect(&m_process, &QProcess::readyRead, this, &Tunnel::read);
    connect(&m_process, &QProcess::finished, this, &Tunnel::takeEnd);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart)
            return; // finished() follows.
        m_status.words = m_process.errorString();
        takeEnd();
    });
}

Tunnel::~Tunnel()
{
    m_process.disconnect(this);
    m_process.terminate();
    if (!m_process.waitForFinished(patienceMs)) {
        m_process.kill();
        m_process.waitForFinished(patienceMs);
    }
}

void Tunnel::start()
{
    run();
}

void Tunnel::run()
{
    m_status = {};
    m_line.clear();
    Q_EMIT changed(m_status);
    QStringList words = QProcess::splitCommand(m_command);
    if (words.isEmpty())
        return;
    const QString program = words.takeFirst();
    m_process.start(program, words);
}

void Tunnel::read()
{
    m_line += m_process.readAll();
    for (qsizetype end = m_line.indexOf('\n'); end >= 0; end = m_line.indexOf('\n')) {
        const QByteArray line = m_line.left(end);
        m_line.remove(0, end + 1);
        takeLine(line);
    }
    if (m_line.size() > longestLine)
        m_line.clear();
}

void Tunnel::takeLine(const QByteArray &line)
{
    m_status.words = QString::fromUtf8(line.left(longestLine)).simplified();
    if (!m_status.address.isEmpty())
        return;
    const QRegularExpressionMatch match = m_pattern.match(m_status.words);
    const QUrl address(match.captured(match.lastCapturedIndex()), QUrl::StrictMode);
    if (!match.hasMatch() || !address.isValid() || address.host().isEmpty())
        return;
    m_naming.stop();
    m_status.state = TunnelStatus::State::Up;
    m_status.address = address;
    // What came so far will come again.
    m_wait = m_waits.first;
    Q_EMIT changed(m_status);
}

void Tunnel::takeSilence()
{
    m_status.state = TunnelStatus::State::Nameless;
    // It has lasted: what breaks it later is another matter than what broke it before.
    m_wait = m_waits.first;
    Q_EMIT changed(m_status);
}

void Tunnel::takeEnd()
{
    m_naming.stop();
    if (!m_line.isEmpty())
        takeLine(std::exchange(m_line, {}));
    m_status.state = TunnelStatus::State::Down;
    m_status.address.clear();
    m_status.retryIn = m_wait;
    m_retry.start(m_wait);
    m_wait = std::min(2 * m_wait, m_waits.longest);
    Q_EMIT changed(m_status);
}

} // namespace otpscope::webhook
