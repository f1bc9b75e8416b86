// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace otpscope::cli {

/// Standard input, output and error of this process. Output is for machines and results, error for
/// everything said to a person. One thread uses it.
class Console final
{
public:
    enum class Colour {
        Red,
        Yellow,
        Blue,
    };

    Console();
    Q_DISABLE_COPY_MOVE(Console)

    /// To standard output, flushed at once.
    void print(const QByteArray &bytes);
    void printLine(const QString &line);
    /// Why standard output did not take everything; empty where it did.
    [[nodiscard]] QString outputProblem() const { return m_outputProblem; }
    /// One line to standard error.
    void say(const QString &sentence);

    /// The text in colour where standard output is a terminal and NO_COLOR is not set.
    [[nodiscard]] QString coloured(const QString &text, Colour colour) const;

    /// True where a person can be asked: standard input and error are terminals.
    [[nodiscard]] bool canAsk() const;
    /// Asks on standard error; anything but y or yes is no.
    [[nodiscard]] bool confirm(const QString &question);

private:
    bool m_hasColour = false;
    QString m_outputProblem;
};

} // namespace otpscope::cli
