// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/console.h"

#include <QtGlobal>

#include <cstdio>
#include <iostream>
#include <string>

#include <unistd.h>

namespace otpscope::cli {

namespace {

bool write(std::FILE *stream, const QByteArray &bytes)
{
    const auto size = static_cast<std::size_t>(bytes.size());
    const bool isWritten = std::fwrite(bytes.constData(), 1, size, stream) == size;
    return std::fflush(stream) == 0 && isWritten;
}

const char *escapeFor(Console::Colour colour)
{
    switch (colour) {
    case Console::Colour::Red:
        return "\x1b[31m";
    case Console::Colour::Yellow:
        return "\x1b[33m";
    case Console::Colour::Blue:
        return "\x1b[34m";
    }
    Q_UNREACHABLE();
}

} // namespace

Console::Console()
    // https://no-color.org: any value that is not empty.
    : m_hasColour(qEnvironmentVariableIsEmpty("NO_COLOR") && ::isatty(STDOUT_FILENO) == 1
                  && qgetenv("TERM") != "dumb")
{
}

void Console::print(const QByteArray &bytes)
{
    if (!write(stdout, bytes) && m_outputProblem.isEmpty())
        m_outputProblem = qt_error_string();
}

void Console::printLine(const QString &line)
{
    print(line.toUtf8() + '\n');
}

void Console::say(const QString &sentence)
{
    // Where this is lost nobody is left to be told.
    (void)write(stderr, sentence.toUtf8() + '\n');
}

QString Console::coloured(const QString &text, Colour colour) const
{
    if (!m_hasColour)
        return text;
    return QString::fromLatin1(escapeFor(colour)) + text + QStringLiteral("\x1b[0m");
}

bool Console::canAsk() const
{
    return ::isatty(STDIN_FILENO) == 1 && ::isatty(STDERR_FILENO) == 1;
}

bool Console::confirm(const QString &question)
{
    (void)write(stderr, question.toUtf8() + " [y/N] ");
    std::string answer;
    std::getline(std::cin, answer);
    return answer == "y" || answer == "Y" || answer == "yes";
}

} // namespace otpscope::cli
