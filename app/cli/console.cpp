// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/console.h"

#include <cstdio>
#include <iostream>
#include <string>

#include <unistd.h>

namespace otpscope::cli {

namespace {

void write(std::FILE *stream, const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stream);
    std::fflush(stream);
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
    write(stdout, bytes);
}

void Console::printLine(const QString &line)
{
    write(stdout, line.toUtf8() + '\n');
}

void Console::say(const QString &sentence)
{
    write(stderr, sentence.toUtf8() + '\n');
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
    write(stderr, question.toUtf8() + " [y/N] ");
    std::string answer;
    std::getline(std::cin, answer);
    return answer == "y" || answer == "Y" || answer == "yes";
}

} // namespace otpscope::cli
