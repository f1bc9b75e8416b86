// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/jsonbuilder.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace otpscope::models {

namespace {

/// From here on a hash beats looking at each key.
constexpr std::size_t largeObject = 16;
/// Most objects of this service hold fewer members. Its vector copies them all when it grows.
constexpr std::size_t usualObject = 8;

/// The parser's words without the place, and without the text it read last, which may be a secret.
QString detailOf(std::string_view words)
{
    constexpr std::string_view separator = " - ";
    if (const auto start = words.find(separator); start != std::string_view::npos)
        words.remove_prefix(start + separator.size());
    if (const auto tail = words.find("; last read:"); tail != std::string_view::npos)
        words = words.substr(0, tail);
    return QString::fromUtf8(words.data(), static_cast<qsizetype>(words.size()));
}

/// Bytes of the token that was whole but in the wrong place; 1 where the token itself broke.
/// nlohmann's `lastToken` is only exact for strings and numbers; before other tokens it collects
/// what was read since the last of those.
std::size_t tokenLength(const QString &detail, const std::string &lastToken)
{
    const auto isAbout = [&](const char *token) {
        return detail.startsWith(QLatin1String("unexpected ") + QLatin1String(token));
    };
    if (isAbout("string literal") || isAbout("number literal"))
        return lastToken.size();
    if (isAbout("true literal") || isAbout("null literal"))
        return 4;
    return isAbout("false literal") ? 5 : 1;
}

} // namespace

JsonBuilder::JsonBuilder(int maximumDepth)
    : m_maximumDepth(maximumDepth)
{
}

bool JsonBuilder::null()
{
    place(Json(nullptr));
    return true;
}

bool JsonBuilder::boolean(bool value)
{
    place(Json(value));
    return true;
}

bool JsonBuilder::number_integer(number_integer_t value)
{
    place(Json(value));
    return true;
}

bool JsonBuilder::number_unsigned(number_unsigned_t value)
{
    place(Json(value));
    return true;
}

bool JsonBuilder::number_float(number_float_t value, const string_t & /*text*/)
{
    place(Json(value));
    return true;
}

bool JsonBuilder::string(string_t &value)
{
    place(Json(std::move(value)));
    return true;
}

bool JsonBuilder::binary(binary_t & /*value*/)
{
    // JSON text has no binary values.
    return false;
}

bool JsonBuilder::start_object(std::size_t /*elements*/)
{
    Json::object_t members;
    members.reserve(usualObject);
    return open(Json(std::move(members)));
}

bool JsonBuilder::key(string_t &name)
{
    m_slot = &slotForKey(m_levels.back(), std::move(name));
    return true;
}

bool JsonBuilder::end_object()
{
    m_levels.pop_back();
    return true;
}

bool JsonBuilder::start_array(std::size_t /*elements*/)
{
    return open(Json::array());
}

bool JsonBuilder::end_array()
{
    m_levels.pop_back();
    return true;
}

bool JsonBuilder::parse_error(std::size_t position, const std::string &lastToken,
                              const nlohmann::detail::exception &problem)
{
    constexpr int numberOverflow = 406;
    m_failureDetail = problem.id == numberOverflow
        ? QStringLiteral("a number that is too large")
        : detailOf(problem.what());
    // The parser counts to the last byte it read; a token in the wrong place is best shown at its
    // start.
    const std::size_t back = tokenLength(m_failureDetail, lastToken);
    m_failurePosition = position - std::min(position, back);
    return false;
}

qsizetype JsonBuilder::failurePosition(QByteArrayView text) const
{
    if (!m_isTooDeep)
        return std::min(static_cast<qsizetype>(m_failurePosition), text.size());
    // The parser does not say where it is when the builder stops it. Up to there the text is
    // well-formed, so brackets outside strings tell.
    int depth = 0;
    bool isInString = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char byte = text[i];
        if (isInString) {
            if (byte == '\\')
                ++i;
            else if (byte == '"')
                isInString = false;
        } else if (byte == '"') {
            isInString = true;
        } else if (byte == '[' || byte == '{') {
            if (++depth > m_maximumDepth)
                return i;
        } else if (byte == ']' || byte == '}') {
            --depth;
        }
    }
    return text.size();
}

Json JsonBuilder::takeResult()
{
    return std::exchange(m_root, Json());
}

Json *JsonBuilder::place(Json &&value)
{
    if (m_levels.empty()) {
        m_root = std::move(value);
        return &m_root;
    }
    Json *container = m_levels.back().container;
    if (container->is_array()) {
        auto &elements = container->get_ref<Json::array_t &>();
        elements.push_back(std::move(value));
        return &elements.back();
    }
    *m_slot = std::move(value);
    return m_slot;
}

bool JsonBuilder::open(Json &&container)
{
    if (static_cast<int>(m_levels.size()) >= m_maximumDepth) {
        m_isTooDeep = true;
        return false;
    }
    // A container's own vector does not grow while one of its children is open, so the pointers
    // on the way down stay valid.
    m_levels.push_back({place(std::move(container)), {}});
    return true;
}

Json &JsonBuilder::slotForKey(Level &level, string_t &&name)
{
    auto &members = level.container->get_ref<Json::object_t &>();
    if (members.size() < largeObject)
        return members[name];
    if (level.places.empty()) {
        std::size_t place = 0;
        for (const auto &member : members)
            level.places.emplace(member.first, place++);
    }
    const auto [found, isNew] = level.places.try_emplace(name, members.size());
    if (isNew)
        members.emplace_back(std::move(name), Json());
    return (members.begin() + static_cast<std::ptrdiff_t>(found->second))->second;
}

} // namespace otpscope::models
