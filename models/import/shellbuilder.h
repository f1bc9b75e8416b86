// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/import/shelltext.h"

#include <QByteArray>
#include <QMap>

#include <vector>

namespace otpscope::models {

/// Collects characters into words and words into commands; what the readers of all shells share.
class ShellBuilder
{
public:
    using Kind = ImportNote::Kind;

    /// Begins a word at this line, if none has begun.
    void beginWord(int line);
    void add(char c) { m_word.text += c; }
    void add(const QByteArray &text) { m_word.text += text; }
    /// Of the word that is being read.
    void note(Kind kind, int line, const QStringList &values = {});
    /// Of the command that is being read.
    void noteCommand(Kind kind, int line);
    void markExpression() { m_word.isExpression = true; }
    [[nodiscard]] bool hasWord() const { return m_hasWord; }
    [[nodiscard]] const ShellWord &word() const { return m_word; }
    void endWord();
    /// The word so far, which then is none.
    ShellWord takeWord();

    /// Puts in the value of a variable, or {{name}} with a note.
    void addVariable(const QByteArray &name, int line);
    void setVariable(const QByteArray &name, const QByteArray &value) { m_variables[name] = value; }
    [[nodiscard]] bool hasVariable(const QByteArray &name) const
    {
        return m_variables.contains(name);
    }
    [[nodiscard]] QByteArray variable(const QByteArray &name) const
    {
        return m_variables.value(name);
    }

    [[nodiscard]] ShellCommand &command() { return m_command; }
    /// The command is complete. A command that begins with an option belongs to the one before it.
    void endCommand();
    void endCommandWithPipe();
    [[nodiscard]] std::vector<ShellCommand> takeResult();

private:
    [[nodiscard]] bool continuesTheLast() const;

    ShellWord m_word;
    bool m_hasWord = false;
    ShellCommand m_command;
    bool m_nextIsPiped = false;
    bool m_lastWasPipe = false;
    std::vector<ShellCommand> m_commands;
    QMap<QByteArray, QByteArray> m_variables;
};

} // namespace otpscope::models
