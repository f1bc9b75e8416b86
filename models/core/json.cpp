// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/json.h"

#include "models/core/jsonbuilder.h"
#include "models/core/jsonplace.h"
#include "models/core/jsonstring.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

namespace otpscope::models {

namespace {

/// How many bytes the UTF-8 sequence at `position` has; 0 where it is not well-formed (Unicode
/// table 3-7: no overlong forms, no surrogates, nothing above U+10FFFF).
int sequenceLength(QByteArrayView text, qsizetype position)
{
    const auto byteAt = [&](qsizetype offset) -> unsigned char {
        const qsizetype index = position + offset;
        return index < text.size() ? static_cast<unsigned char>(text[index]) : 0;
    };
    const auto isBetween = [](unsigned char byte, int low, int high) {
        return byte >= low && byte <= high;
    };
    const unsigned char lead = byteAt(0);
    if (lead < 0x80)
        return 1;
    int length = 0;
    int secondLow = 0x80;
    int secondHigh = 0xBF;
    if (isBetween(lead, 0xC2, 0xDF)) {
        length = 2;
    } else if (isBetween(lead, 0xE0, 0xEF)) {
        length = 3;
        secondLow = lead == 0xE0 ? 0xA0 : 0x80;
        secondHigh = lead == 0xED ? 0x9F : 0xBF;
    } else if (isBetween(lead, 0xF0, 0xF4)) {
        length = 4;
        secondLow = lead == 0xF0 ? 0x90 : 0x80;
        secondHigh = lead == 0xF4 ? 0x8F : 0xBF;
    } else {
        return 0;
    }
    if (!isBetween(byteAt(1), secondLow, secondHigh))
        return 0;
    for (int offset = 2; offset < length; ++offset) {
        if (!isBetween(byteAt(offset), 0x80, 0xBF))
            return 0;
    }
    return length;
}

JsonProblem problemAt(QByteArrayView text, qsizetype position, JsonProblem::Kind kind,
                      const QString &detail)
{
    const JsonPlace place = placeIn(text, position);
    return {kind, place.line, place.column, detail};
}

/// Finds what the parser proper must not see: bytes that are not UTF-8, and NUL, which nlohmann's
/// lexer takes for the end of the text.
std::optional<JsonProblem> encodingProblem(QByteArrayView text)
{
    for (qsizetype i = 0; i < text.size();) {
        const int length = sequenceLength(text, i);
        if (length == 0) {
            return problemAt(text, i, JsonProblem::Kind::NotUtf8,
                             QStringLiteral("a byte that is not UTF-8"));
        }
        if (text[i] == '\0') {
            // JSON begins with two ASCII characters, so that an early NUL tells UTF-16 and UTF-32.
            if (i < 2) {
                return problemAt(text, i, JsonProblem::Kind::NotUtf8,
                                 QStringLiteral("UTF-16 or UTF-32"));
            }
            return problemAt(text, i, JsonProblem::Kind::Syntax,
                             QStringLiteral("unexpected NUL character"));
        }
        i += length;
    }
    return std::nullopt;
}

std::string dumped(const Json &json)
{
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

bool isPlain(const std::string &text)
{
    return std::all_of(text.begin(), text.end(), [](char byte) {
        return byte >= ' ' && byte <= '~' && byte != '"' && byte != '\\';
    });
}

/// Appends what the library's dump() would, at a fraction of its cost where most is plain text: a
/// simulator writes thousands of such bodies a second. Recurses as deep as the value.
void appendCompact(std::string &out, const Json &json)
{
    if (json.is_object()) {
        char before = '{';
        for (const auto &[key, value] : json.get_ref<const Json::object_t &>()) {
            out += std::exchange(before, ',');
            appendJsonString(out, key);
            out += ':';
            appendCompact(out, value);
        }
        out += json.empty() ? "{}" : "}";
    } else if (json.is_array()) {
        char before = '[';
        for (const Json &value : json) {
            out += std::exchange(before, ',');
            appendCompact(out, value);
        }
        out += json.empty() ? "[]" : "]";
    } else if (json.is_string()) {
        appendJsonString(out, json.get_ref<const std::string &>());
    } else if (json.is_number_unsigned()) {
        out += std::to_string(json.get<std::uint64_t>());
    } else if (json.is_number_integer()) {
        out += std::to_string(json.get<std::int64_t>());
    } else if (json.is_null()) {
        out += "null";
    } else {
        out += dumped(json);
    }
}

} // namespace

void appendJsonString(std::string &out, const std::string &text)
{
    // What needs escaping, or may be no UTF-8, is the library's.
    if (isPlain(text))
        out.append(1, '"').append(text).append(1, '"');
    else
        out += dumped(text);
}

Result<Json, JsonProblem> parseJson(const QByteArray &text, const JsonLimits &limits)
{
    if (text.size() > limits.maximumBytes) {
        return JsonProblem{JsonProblem::Kind::TooLarge, 0, 0,
                           QStringLiteral("more than %1 bytes").arg(limits.maximumBytes)};
    }
    QByteArrayView content(text);
    if (const qsizetype mark = byteOrderMarkLength(content); mark > 0) {
        content = content.sliced(mark);
        // nlohmann's lexer would skip a second one too.
        if (byteOrderMarkLength(content) > 0) {
            return problemAt(content, 0, JsonProblem::Kind::Syntax,
                             QStringLiteral("a second byte order mark"));
        }
    }
    if (const auto problem = encodingProblem(content))
        return *problem;

    JsonBuilder builder(limits.maximumDepth);
    if (!Json::sax_parse(content.begin(), content.end(), &builder)) {
        if (builder.isTooDeep()) {
            return problemAt(content, builder.failurePosition(content),
                             JsonProblem::Kind::TooDeep,
                             QStringLiteral("more than %1 levels").arg(limits.maximumDepth));
        }
        return problemAt(content, builder.failurePosition(content), JsonProblem::Kind::Syntax,
                         builder.failureDetail());
    }
    return builder.takeResult();
}

QByteArray prettyJson(const Json &json)
{
    constexpr int indentation = 2;
    const std::string text = json.dump(indentation, ' ', false, Json::error_handler_t::replace);
    return QByteArray::fromStdString(text) + '\n';
}

QByteArray compactJson(const Json &json)
{
    std::string text;
    appendCompact(text, json);
    return QByteArray::fromStdString(text);
}

QString toQString(const std::string &utf8)
{
    return QString::fromStdString(utf8);
}

std::string toUtf8String(const QString &text)
{
    const auto isAscii = [](QChar c) { return c.unicode() < 0x80; };
    if (!std::all_of(text.begin(), text.end(), isAscii))
        return text.toStdString();
    // Most texts of this service, without a detour by another array.
    std::string ascii(static_cast<std::size_t>(text.size()), '\0');
    std::transform(text.begin(), text.end(), ascii.begin(), [](QChar c) { return c.toLatin1(); });
    return ascii;
}

const Json *member(const Json &object, const char *name)
{
    if (!object.is_object())
        return nullptr;
    const auto found = object.find(name);
    return found == object.end() ? nullptr : &*found;
}

std::optional<QString> textMember(const Json &object, const char *name)
{
    const Json *value = member(object, name);
    if (!value || !value->is_string())
        return std::nullopt;
    return toQString(value->get_ref<const std::string &>());
}

} // namespace otpscope::models
