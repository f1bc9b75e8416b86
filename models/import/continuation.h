// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/import/shellbuilder.h"
#include "models/import/textcursor.h"

namespace otpscope::models {

/// Behind the mark that lets a command go on in the next line: takes the line end, blanks that
/// people leave before it (which a shell would not forgive; a note says so), and the prompt that
/// the shell shows for the next line, copied along. False, and nothing taken, where no line ends
/// here.
inline bool takeContinuation(TextCursor &in, ShellBuilder &out, QByteArrayView prompt)
{
    const int line = in.line();
    if (!in.takeLineEnd()) {
        const qsizetype blanks = in.blanksToLineEnd();
        if (blanks <= 0)
            return false;
        in.skip(blanks);
        in.takeLineEnd();
        out.noteCommand(ImportNote::Kind::ContinuationRepaired, line);
    }
    if (in.startsWith(prompt))
        in.skip(prompt.size());
    return true;
}

} // namespace otpscope::models
