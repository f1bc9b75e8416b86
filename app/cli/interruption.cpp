// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/interruption.h"

#include <atomic>
#include <csignal>

#include <fcntl.h>
#include <unistd.h>

namespace otpscope::cli {

namespace {

/// A signal handler reaches globals alone, and may do little more than write().
std::atomic<int> signalPipe{-1};

extern "C" void passOn(int signal)
{
    const auto byte = static_cast<unsigned char>(signal);
    // The pipe can only be full if nobody listens any more; then there is nothing to do.
    [[maybe_unused]] const auto written = ::write(signalPipe.load(), &byte, 1);
}

void install(void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler;
    // The second signal finds the default again, which ends the program.
    action.sa_flags = SA_RESETHAND | SA_RESTART;
    for (const int signal : {SIGINT, SIGTERM})
        ::sigaction(signal, &action, nullptr);
}

std::array<int, 2> openPipe()
{
    std::array<int, 2> ends{-1, -1};
    if (::pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        qFatal("No pipe for signals can be opened.");
    return ends;
}

} // namespace

Interruption::Interruption(QObject *parent)
    : QObject(parent), m_pipe(openPipe()), m_notifier(m_pipe[0], QSocketNotifier::Read)
{
    connect(&m_notifier, &QSocketNotifier::activated, this, &Interruption::readSignal);
    signalPipe = m_pipe[1];
    install(passOn);
}

Interruption::~Interruption()
{
    install(SIG_DFL);
    signalPipe = -1;
    m_notifier.setEnabled(false);
    ::close(m_pipe[0]);
    ::close(m_pipe[1]);
}

void Interruption::readSignal()
{
    unsigned char byte = 0;
    if (::read(m_pipe[0], &byte, 1) == 1)
        Q_EMIT interrupted(byte == SIGTERM ? ExitCode::Terminated : ExitCode::Interrupted);
}

} // namespace otpscope::cli
