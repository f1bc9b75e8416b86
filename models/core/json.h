// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/result.h"

#include <QByteArray>
#include <QString>

#include <nlohmann/json.hpp>

#include <optional>
#include <string>

namespace otpscope::models {

/// JSON that keeps the order of keys as a person wrote them.
using Json = nlohmann::ordered_json;
/// RFC 6901.
using JsonPointer = Json::json_pointer;

/// Why a text is not JSON we take. Line and column start at 1 and count characters, not bytes;
/// 0 where the place is not known (text too large).
struct JsonProblem
{
    enum class Kind {
        TooLarge,
        TooDeep,
        NotUtf8,
        Syntax,
    };
    Kind kind = Kind::Syntax;
    int line = 0;
    int column = 0;
    /// What the parser expected, in plain English without the place. For logs and the tail of a
    /// sentence; the sentence itself comes from texts/sentences.h.
    QString detail;

    friend bool operator==(const JsonProblem &, const JsonProblem &) = default;
};

struct JsonLimits
{
    qsizetype maximumBytes = 16 * 1024 * 1024;
    int maximumDepth = 256;
};

/// Parses RFC 8259 JSON, strictly: UTF-8 only (a leading BOM is skipped), nothing behind the value,
/// no comments. Of equal keys in one object the last value counts, at the place of the first. Never
/// throws, never goes deeper than `limits.maximumDepth`; costs time linear in the text's size.
[[nodiscard]] Result<Json, JsonProblem> parseJson(const QByteArray &text,
                                                  const JsonLimits &limits = {});

/// Two-space indentation, key order kept, UTF-8 as it is, a final newline.
[[nodiscard]] QByteArray prettyJson(const Json &json);

/// One line without spaces.
[[nodiscard]] QByteArray compactJson(const Json &json);

[[nodiscard]] QString toQString(const std::string &utf8);
[[nodiscard]] std::string toUtf8String(const QString &text);

/// The member `name` of `object`, or nullptr where `object` is no object or has no such member.
[[nodiscard]] const Json *member(const Json &object, const char *name);
/// The member as text where it is a JSON string; nothing otherwise.
[[nodiscard]] std::optional<QString> textMember(const Json &object, const char *name);

} // namespace otpscope::models
