// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/import/importresult.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace otpscope::models {

/// One argument as the program would get it.
struct ShellWord
{
    QByteArray text;
    /// Where it begins, from 1.
    int line = 1;
    /// What could not be done while reading it; matters only where the word is used.
    std::vector<ImportNote> notes;
    /// A PowerShell expression in brackets, as written: its value is not known.
    bool isExpression = false;
};

struct ShellCommand
{
    std::vector<ShellWord> words;
    /// What the text itself gives the command to read: a here-document, a here-string, the output
    /// of an echo before it.
    std::optional<ShellWord> input;
    /// Reads what the command before it prints.
    bool isPiped = false;
    /// Of the place, not of a word.
    std::vector<ImportNote> notes;
};

// How three shells read the same text. Nothing is run: a variable has the value that the text gives
// it and stands as {{name}} where it gives none. Lenient where people err when they paste: prompts,
// a blank behind the continuation mark, a missing continuation mark.

[[nodiscard]] std::vector<ShellCommand> readBash(const QByteArray &text);
[[nodiscard]] std::vector<ShellCommand> readCmd(const QByteArray &text);
[[nodiscard]] std::vector<ShellCommand> readPowerShell(const QByteArray &text);

} // namespace otpscope::models
