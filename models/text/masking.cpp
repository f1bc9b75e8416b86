// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/masking.h"

#include "models/core/json.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>

namespace otpscope::models {

namespace {

constexpr int digitsShownFirst = 4;
constexpr int digitsShownLast = 3;
constexpr int digitsHiddenAtLeast = 3;

/// The texts that must not be shown anywhere in one body.
struct Secrets
{
    QStringList pins;
    QStringList numbers;
};

enum class Kind {
    Harmless,
    Pin,
    Number,
    Token,
};

Kind kindOf(const std::string &key)
{
    static constexpr std::array<const char *, 1> pins{"pin"};
    static constexpr std::array<const char *, 3> numbers{"to", "phone_number", "recipient"};
    static constexpr std::array<const char *, 5> tokens{"access_token", "refresh_token",
                                                        "client_secret", "applicationSecret",
                                                        "authorization"};
    const auto isOneOf = [&key](const auto &names) {
        return std::find(names.begin(), names.end(), key) != names.end();
    };
    if (isOneOf(pins))
        return Kind::Pin;
    if (isOneOf(numbers))
        return Kind::Number;
    return isOneOf(tokens) ? Kind::Token : Kind::Harmless;
}

/// As text, since a pin may have been written as a number.
QString scalarText(const Json &value)
{
    if (value.is_string())
        return toQString(value.get<std::string>());
    return value.is_number() ? QString::fromUtf8(compactJson(value)).trimmed() : QString();
}

void addSecret(const Json &value, QStringList &secrets)
{
    for (const Json &entry : value.is_array() ? value : Json::array({value})) {
        const QString text = scalarText(entry);
        if (!text.isEmpty() && !secrets.contains(text))
            secrets.append(text);
    }
}

// The parser bounds how deep a document goes, and with it the recursion here and below.
void collect(const Json &json, Secrets &secrets)
{
    if (json.is_object()) {
        for (const auto &[key, value] : json.items()) {
            if (kindOf(key) == Kind::Pin)
                addSecret(value, secrets.pins);
            else if (kindOf(key) == Kind::Number)
                addSecret(value, secrets.numbers);
            collect(value, secrets);
        }
    } else if (json.is_array()) {
        for (const Json &value : json)
            collect(value, secrets);
    }
}

QString withoutSecrets(QString text, const Secrets &secrets)
{
    for (const QString &number : secrets.numbers)
        text.replace(number, maskedNumber(number));
    for (const QString &pin : secrets.pins)
        text.replace(pin, maskedPin());
    return text;
}

/// Addresses carry secrets in three places: before the host, in the query, and as a part of the path
/// that nobody could guess.
QString withoutAddressSecrets(const QString &text)
{
    static const QRegularExpression start(QStringLiteral("^https?://"),
                                          QRegularExpression::CaseInsensitiveOption);
    if (!start.match(text).hasMatch())
        return text;
    static const QRegularExpression userInfo(QStringLiteral("^([^/?#]*//)[^/?#]*@"));
    static const QRegularExpression query(QStringLiteral("\\?.*$"));
    static const QRegularExpression token(
        QStringLiteral("/(?=[^/?#]*[0-9])[A-Za-z0-9_.~-]{20,}(?=[/?#]|$)"));
    return QString(text)
        .replace(userInfo, QStringLiteral("\\1***@"))
        .replace(query, QStringLiteral("?***"))
        .replace(token, QStringLiteral("/***"));
}

void maskValue(Json &value, Kind kind, const Secrets &secrets)
{
    if (value.is_array()) {
        for (Json &entry : value)
            maskValue(entry, kind, secrets);
        return;
    }
    if (value.is_object()) {
        for (auto &[key, member] : value.items())
            maskValue(member, kindOf(key), secrets);
        return;
    }
    const QString text = scalarText(value);
    if (text.isEmpty())
        return;
    switch (kind) {
    case Kind::Pin:
        value = toUtf8String(maskedPin());
        return;
    case Kind::Number:
        value = toUtf8String(maskedNumber(text));
        return;
    case Kind::Token:
        value = "***";
        return;
    case Kind::Harmless:
        break;
    }
    if (value.is_string())
        value = toUtf8String(withoutSecrets(withoutAddressSecrets(text), secrets));
}

QByteArray withoutDigits(const QByteArray &body)
{
    return maskedWords(QString::fromUtf8(body)).toUtf8();
}

bool isSecretHeader(const QByteArray &name)
{
    const QByteArray lower = name.trimmed().toLower();
    return lower == "authorization" || lower == "proxy-authorization" || lower == "cookie"
           || lower == "set-cookie";
}

QByteArray maskedLine(const QByteArray &line)
{
    const qsizetype colon = line.indexOf(':');
    if (colon < 0 || !isSecretHeader(line.left(colon)))
        return line;
    return line.left(colon) + ": ***" + (line.endsWith('\r') ? "\r" : "");
}

/// A receiver's path is what tells its senders from strangers.
QByteArray maskedRequestLine(const QByteArray &line)
{
    static const QRegularExpression path(QStringLiteral("^([A-Z]+ \\S*/hook/)[0-9a-f]{32}(?=[/? ])"));
    return QString::fromLatin1(line).replace(path, QStringLiteral("\\1***")).toLatin1();
}

} // namespace

QString maskedNumber(const QString &number)
{
    // A star stands for a digit that was masked before, so that masking again hides no more.
    const auto isDigit = [](QChar character) { return character.isDigit() || character == u'*'; };
    const auto digits = static_cast<int>(std::count_if(number.begin(), number.end(), isDigit));
    const auto stars = static_cast<int>(number.count(u'*'));
    const bool isShort = digits < digitsShownFirst + digitsHiddenAtLeast + digitsShownLast ||
                         (stars > 0 && stars < digitsHiddenAtLeast);
    QString masked = number;
    int position = 0;
    for (QChar &character : masked) {
        if (!isDigit(character))
            continue;
        const bool isShown =
            !isShort && (position < digitsShownFirst || position >= digits - digitsShownLast);
        if (!isShown)
            character = QLatin1Char('*');
        ++position;
    }
    return masked;
}

QString maskedPin()
{
    return QStringLiteral("****");
}

QByteArray maskedBody(const QByteArray &body)
{
    const Result<Json, JsonProblem> parsed = parseJson(body);
    if (!parsed)
        return withoutDigits(body);
    Json json = parsed.value();
    Secrets secrets;
    collect(json, secrets);
    maskValue(json, Kind::Harmless, secrets);
    return prettyJson(json);
}

QString maskedWords(const QString &words)
{
    static const QRegularExpression digits(QStringLiteral("[0-9]{4,}"));
    return QString(words).replace(digits, QStringLiteral("****"));
}

QByteArray maskedHead(const QByteArray &head)
{
    QList<QByteArray> lines = head.split('\n');
    lines.front() = maskedRequestLine(lines.front());
    for (QByteArray &line : lines)
        line = maskedLine(line);
    return lines.join('\n');
}

} // namespace otpscope::models
