// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/flow/variables.h"

#include <QRegularExpression>
#include <QUuid>

#include <optional>
#include <random>

namespace otpscope::models {

namespace {

constexpr int pinDigits = 6;
constexpr int mostDigits = 64;
// Draws of the pin and of each other place must not meet.
constexpr quint64 pinStream = 0x70696e;

/// The digits that a stream of a seed gives. mt19937_64 is the same on every machine.
QString drawnDigits(quint64 seed, quint64 stream, int count)
{
    constexpr quint64 spread = 0x9e3779b97f4a7c15U;
    std::mt19937_64 engine(seed ^ (stream * spread));
    constexpr quint64 ten = 10;
    QString digits;
    for (int i = 0; i < count; ++i)
        digits += QChar(u'0' + static_cast<char16_t>(engine() % ten));
    return digits;
}

QString drawnUuid(quint64 seed, quint64 stream)
{
    constexpr quint64 spread = 0x9e3779b97f4a7c15U;
    std::mt19937_64 engine(seed ^ (stream * spread));
    QByteArray bytes;
    constexpr int halves = 2;
    for (int i = 0; i < halves; ++i) {
        const quint64 half = engine();
        bytes.append(reinterpret_cast<const char *>(&half), sizeof half);
    }
    // RFC 4122 section 4.4: version 4, variant 1.
    constexpr int versionByte = 6;
    constexpr int variantByte = 8;
    bytes[versionByte] = static_cast<char>((bytes[versionByte] & 0x0f) | 0x40);
    bytes[variantByte] = static_cast<char>((bytes[variantByte] & 0x3f) | 0x80);
    return QUuid::fromRfc4122(bytes).toString(QUuid::WithoutBraces);
}

const QRegularExpression &use()
{
    static const QRegularExpression pattern(QStringLiteral(R"(\{\{([^{}\n]*)\}\})"));
    return pattern;
}

/// Puts values in; counts the places, so that each has draws of its own.
class Resolver final
{
public:
    explicit Resolver(const VariableValues &values)
        : m_values(values)
    {}

    /// Nothing where nothing is known by that name.
    [[nodiscard]] std::optional<QString> valueOf(const QString &name, quint64 place) const;
    [[nodiscard]] QString resolved(const QString &text);
    /// Walks through every text value: `visit(pointer, text)`.
    template <typename Visit>
    static void walk(const Json &value, const QString &pointer, const Visit &visit);

private:
    const VariableValues &m_values;
    quint64 m_place = 0;
};

std::optional<QString> Resolver::valueOf(const QString &name, quint64 place) const
{
    if (const auto given = m_values.environment.find(name); given != m_values.environment.end())
        return given->second;
    const auto sinceEpoch = m_values.now.time_since_epoch();
    if (name == QLatin1String("pin"))
        return pinOf(m_values);
    if (name == QLatin1String("uuid"))
        return drawnUuid(m_values.seed, place);
    if (name == QLatin1String("seq"))
        return QString::number(sinceEpoch.count());
    if (name == QLatin1String("timestamp"))
        return QString::number(std::chrono::floor<std::chrono::seconds>(sinceEpoch).count());
    static const QRegularExpression digits(QStringLiteral("^random\\.digits +([0-9]{1,2})$"));
    const int count = digits.match(name).captured(1).toInt();
    if (count >= 1 && count <= mostDigits)
        return drawnDigits(m_values.seed, place, count);
    return std::nullopt;
}

QString Resolver::resolved(const QString &text)
{
    QString result;
    qsizetype end = 0;
    auto uses = use().globalMatch(text);
    while (uses.hasNext()) {
        const auto match = uses.next();
        result += text.mid(end, match.capturedStart() - end);
        result += valueOf(match.captured(1).trimmed(), ++m_place).value_or(match.captured());
        end = match.capturedEnd();
    }
    return result + text.mid(end);
}

template <typename Visit>
void Resolver::walk(const Json &value, const QString &pointer, const Visit &visit)
{
    if (value.is_string()) {
        const auto &utf8 = value.get_ref<const std::string &>();
        // Most texts have none, and are not converted for nothing.
        if (utf8.find("{{") != std::string::npos)
            visit(pointer, toQString(utf8));
    } else if (value.is_array()) {
        int index = 0;
        for (const Json &item : value)
            walk(item, pointer + u'/' + QString::number(index++), visit);
    } else if (value.is_object()) {
        for (const auto &[key, item] : value.items()) {
            QString name = toQString(key);
            name.replace(u'~', QLatin1String("~0")).replace(u'/', QLatin1String("~1"));
            walk(item, pointer + u'/' + name, visit);
        }
    }
}

} // namespace

QStringList builtInVariables()
{
    return {QStringLiteral("pin"), QStringLiteral("uuid"), QStringLiteral("seq"),
            QStringLiteral("timestamp"), QStringLiteral("random.digits 6")};
}

QString pinOf(const VariableValues &values)
{
    return drawnDigits(values.seed, pinStream, pinDigits);
}

bool hasVariables(const QString &text)
{
    return use().match(text).hasMatch();
}

Json resolvedVariables(const Json &document, const VariableValues &values)
{
    Json resolved = document;
    Resolver resolver(values);
    Resolver::walk(document, QString(), [&](const QString &pointer, const QString &text) {
        resolved[JsonPointer(toUtf8String(pointer))] = toUtf8String(resolver.resolved(text));
    });
    return resolved;
}

FlowDocument resolvedVariables(const FlowDocument &document, const VariableValues &values)
{
    FlowDocument resolved = document;
    Resolver resolver(values);
    Resolver::walk(document.json(), QString(), [&](const QString &pointer, const QString &text) {
        const QString value = resolver.resolved(text);
        if (value != text)
            resolved.set(pointer, Json(toUtf8String(value)));
    });
    return resolved;
}

std::vector<UnknownVariable> unknownVariables(const Json &document, const VariableValues &values)
{
    std::vector<UnknownVariable> unknown;
    const Resolver resolver(values);
    Resolver::walk(document, QString(), [&](const QString &pointer, const QString &text) {
        auto uses = use().globalMatch(text);
        while (uses.hasNext()) {
            const QString name = uses.next().captured(1).trimmed();
            if (!resolver.valueOf(name, 0))
                unknown.push_back({pointer, name});
        }
    });
    return unknown;
}

bool isVariableName(const QString &name)
{
    static const QRegularExpression pattern(QStringLiteral("^[A-Za-z_][A-Za-z0-9_.-]*$"));
    return pattern.match(name).hasMatch();
}

} // namespace otpscope::models
