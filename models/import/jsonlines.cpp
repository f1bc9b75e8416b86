// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/jsonlines.h"

#include <algorithm>
#include <cstddef>

namespace otpscope::models {

namespace {

/// An object or list that is open where the scan stands.
struct Level
{
    bool isList = false;
    bool isWanted = false;
    std::size_t index = 0;
    /// Of the pointer before this level was entered.
    std::size_t pointerLength = 0;
};

/// Past the string that begins at `at`.
qsizetype endOfString(const QByteArray &text, qsizetype at)
{
    for (++at; at < text.size() && text[at] != '"'; ++at) {
        if (text[at] == '\\')
            ++at;
    }
    return at + 1;
}

bool isJsonBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

} // namespace

JsonLines::JsonLines(const QByteArray &text, const std::vector<std::string> &lists)
{
    std::vector<Level> levels;
    std::string pointer;
    std::string key;
    bool isKeyNext = false;
    int line = 1;
    // Before the first value of a list and behind each comma.
    const auto beginValue = [&] {
        if (!levels.empty() && levels.back().isList && levels.back().isWanted)
            m_lines.emplace(pointer + '/' + std::to_string(levels.back().index), line);
    };
    for (qsizetype at = 0; at < text.size();) {
        const char c = text[at];
        if (c == '\n')
            ++line;
        if (isJsonBlank(c) || c == ':') {
            ++at;
        } else if (c == '"') {
            const qsizetype end = std::min(endOfString(text, at), text.size());
            if (isKeyNext)
                key = text.mid(at + 1, std::max<qsizetype>(end - at - 2, 0)).toStdString();
            else
                beginValue();
            isKeyNext = false;
            at = end;
        } else if (c == '{' || c == '[') {
            beginValue();
            const std::size_t length = pointer.size();
            if (!levels.empty()) {
                pointer += '/';
                pointer += levels.back().isList ? std::to_string(levels.back().index) : key;
            }
            const bool isList = c == '[';
            const bool isWanted = isList && std::ranges::find(lists, key) != lists.end();
            levels.push_back({isList, isWanted, 0, length});
            isKeyNext = !isList;
            ++at;
        } else if (c == '}' || c == ']') {
            if (!levels.empty()) {
                pointer.resize(levels.back().pointerLength);
                levels.pop_back();
            }
            isKeyNext = false;
            ++at;
        } else if (c == ',') {
            if (!levels.empty()) {
                ++levels.back().index;
                isKeyNext = !levels.back().isList;
            }
            ++at;
        } else {
            beginValue();
            while (at < text.size() && !isJsonBlank(text[at]) && text[at] != ',' &&
                   text[at] != '}' && text[at] != ']')
                ++at;
        }
    }
}

int JsonLines::lineOf(const std::string &pointer) const
{
    const auto found = m_lines.find(pointer);
    return found == m_lines.end() ? 0 : found->second;
}

} // namespace otpscope::models
