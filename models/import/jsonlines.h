// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <string>
#include <unordered_map>
#include <vector>

namespace otpscope::models {

/// Where elements of lists stand in a JSON text, for notes that name a line.
class JsonLines
{
public:
    /// `text` must be JSON that parseJson takes. Looks at the elements of those lists alone whose
    /// member has one of these names. Linear in the text.
    JsonLines(const QByteArray &text, const std::vector<std::string> &lists);

    /// The line, from 1, of the element at this RFC 6901 pointer; 0 where it was not looked at.
    [[nodiscard]] int lineOf(const std::string &pointer) const;

private:
    std::unordered_map<std::string, int> m_lines;
};

} // namespace otpscope::models
