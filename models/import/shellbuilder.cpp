// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/shellbuilder.h"

#include <utility>

namespace otpscope::models {

void ShellBuilder::beginWord(int line)
{
    if (m_hasWord)
        return;
    m_word = {};
    m_word.line = line;
    m_hasWord = true;
}

void ShellBuilder::note(Kind kind, int line, const QStringList &values)
{
    m_word.notes.push_back({kind, line, values});
}

void ShellBuilder::noteCommand(Kind kind, int line)
{
    m_command.notes.push_back({kind, line, {}});
}

void ShellBuilder::endWord()
{
    if (m_hasWord)
        m_command.words.push_back(takeWord());
}

ShellWord ShellBuilder::takeWord()
{
    m_hasWord = false;
    return std::exchange(m_word, {});
}

void ShellBuilder::addVariable(const QByteArray &name, int line)
{
    if (m_variables.contains(name)) {
        add(m_variables.value(name));
    } else {
        add("{{" + name + "}}");
        note(Kind::VariableWithoutValue, line, {QString::fromUtf8(name)});
    }
}

bool ShellBuilder::continuesTheLast() const
{
    return !m_commands.empty() && !m_command.words.empty() && !m_lastWasPipe &&
           m_command.words.front().text.startsWith('-') && m_command.words.front().text.size() > 1;
}

void ShellBuilder::endCommand()
{
    endWord();
    if (continuesTheLast()) {
        ShellCommand &last = m_commands.back();
        last.notes.push_back({Kind::ContinuationRepaired, m_command.words.front().line, {}});
        last.words.insert(last.words.end(), m_command.words.begin(), m_command.words.end());
        last.notes.insert(last.notes.end(), m_command.notes.begin(), m_command.notes.end());
        if (m_command.input)
            last.input = m_command.input;
    } else if (!m_command.words.empty()) {
        m_command.isPiped = m_nextIsPiped;
        m_nextIsPiped = false;
        m_commands.push_back(std::move(m_command));
    }
    m_command = {};
    m_lastWasPipe = false;
}

void ShellBuilder::endCommandWithPipe()
{
    endCommand();
    m_nextIsPiped = true;
    m_lastWasPipe = true;
}

std::vector<ShellCommand> ShellBuilder::takeResult()
{
    endCommand();
    return std::move(m_commands);
}

} // namespace otpscope::models
