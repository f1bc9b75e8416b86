// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/checks/flowrules.h"
#include "models/expect/expectations.h"
#include "models/text/runsentences.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace otpscope::models {

namespace {

using Problem = ExpectationProblem;

QStringList knownRules()
{
    QStringList rules = runRules();
    for (const FlowRule &rule : flowRules())
        rules.append(QString::fromLatin1(rule.id));
    // These stand for all of their severity.
    rules.append({QStringLiteral("error"), QStringLiteral("warning")});
    return rules;
}

/// In how many letters the two differ (Levenshtein).
qsizetype distance(const QString &a, const QString &b)
{
    std::vector<qsizetype> row(static_cast<size_t>(b.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        qsizetype corner = std::exchange(row.front(), i + 1);
        for (qsizetype j = 0; j < b.size(); ++j) {
            qsizetype &above = row[static_cast<size_t>(j) + 1];
            const qsizetype replaced = corner + (a[i] == b[j] ? 0 : 1);
            corner = above;
            above = std::min({replaced, above + 1, row[static_cast<size_t>(j)] + 1});
        }
    }
    return row.back();
}

QStringList rulesLike(const QString &id)
{
    constexpr qsizetype longest = 64; // Far above every id; what is longer is like none.
    constexpr qsizetype most = 3;
    if (id.size() > longest)
        return {};
    std::vector<std::pair<qsizetype, QString>> likely;
    for (const QString &rule : knownRules()) {
        const qsizetype away = distance(id.toLower(), rule);
        if (away <= rule.size() / 3)
            likely.emplace_back(away, rule);
    }
    std::sort(likely.begin(), likely.end());
    QStringList rules;
    for (const auto &[away, rule] : likely)
        rules.append(rule);
    return rules.mid(0, most);
}

/// Reads member by member; the first thing that is wrong ends it.
class Reader
{
public:
    [[nodiscard]] std::optional<Problem> read(const Json &document)
    {
        if (!document.is_object())
            return wrong(QString());
        for (const auto &[key, value] : document.items()) {
            if (std::optional<Problem> problem = readMember(toQString(key), value))
                return problem;
        }
        return std::nullopt;
    }

    Expectations result;

private:
    static Problem wrong(const QString &pointer)
    {
        return {Problem::Kind::WrongValue, pointer, std::nullopt};
    }

    static QString escaped(QString key)
    {
        return key.replace(QLatin1Char('~'), QLatin1String("~0"))
            .replace(QLatin1Char('/'), QLatin1String("~1"));
    }

    std::optional<Problem> readMember(const QString &key, const Json &value)
    {
        const QString pointer = QLatin1Char('/') + escaped(key);
        if (key == QLatin1String("$schema"))
            return value.is_string() ? std::nullopt : std::optional(wrong(pointer));
        if (key == QLatin1String("finalStatus"))
            return readText(value, pointer);
        if (key == QLatin1String("terminatingChannel"))
            return readChannel(value, pointer);
        if (key == QLatin1String("steps"))
            return readList(value, pointer, &Reader::readStep);
        if (key == QLatin1String("failovers"))
            return readList(value, pointer, &Reader::readFailover);
        if (key == QLatin1String("withinSeconds"))
            return readNumber(value, pointer, result.withinSeconds);
        if (key == QLatin1String("priceAtMost"))
            return readNumber(value, pointer, result.priceAtMost);
        if (key == QLatin1String("noFindings"))
            return readRules(value, pointer);
        return Problem{Problem::Kind::UnknownKey, pointer, std::nullopt};
    }

    std::optional<Problem> readText(const Json &value, const QString &pointer)
    {
        if (!value.is_string() || value.get<std::string>().empty())
            return wrong(pointer);
        result.finalStatus = toQString(value.get<std::string>());
        return std::nullopt;
    }

    std::optional<Problem> readChannel(const Json &value, const QString &pointer)
    {
        if (value.is_null())
            result.terminatingChannel = Channel::Unknown;
        else if (value == "viber")
            result.terminatingChannel = Channel::Viber;
        else if (value == "sms")
            result.terminatingChannel = Channel::Sms;
        else
            return wrong(pointer);
        return std::nullopt;
    }

    static std::optional<Problem> readNumber(const Json &value, const QString &pointer,
                                             std::optional<double> &number)
    {
        if (!value.is_number() || value.get<double>() < 0)
            return wrong(pointer);
        number = value.get<double>();
        return std::nullopt;
    }

    static std::optional<Problem> readTexts(const Json &value, const QString &pointer,
                                            QStringList &texts)
    {
        if (!value.is_array())
            return wrong(pointer);
        for (size_t i = 0; i < value.size(); ++i) {
            if (!value[i].is_string() || value[i].get<std::string>().empty())
                return wrong(pointer + QLatin1Char('/') + QString::number(i));
            texts.append(toQString(value[i].get<std::string>()));
        }
        return std::nullopt;
    }

    std::optional<Problem> readRules(const Json &value, const QString &pointer)
    {
        if (std::optional<Problem> problem = readTexts(value, pointer, result.noFindings))
            return problem;
        const QStringList known = knownRules();
        for (qsizetype i = 0; i < result.noFindings.size(); ++i) {
            const QString &rule = result.noFindings.at(i);
            if (!known.contains(rule))
                return Problem{Problem::Kind::UnknownRule,
                               pointer + QLatin1Char('/') + QString::number(i), std::nullopt, rule,
                               rulesLike(rule)};
        }
        return std::nullopt;
    }

    using Element = std::optional<Problem> (Reader::*)(const Json &, const QString &);

    std::optional<Problem> readList(const Json &value, const QString &pointer, Element readElement)
    {
        if (!value.is_array())
            return wrong(pointer);
        for (size_t i = 0; i < value.size(); ++i) {
            const QString place = pointer + QLatin1Char('/') + QString::number(i);
            if (!value[i].is_object())
                return wrong(place);
            if (std::optional<Problem> problem = (this->*readElement)(value[i], place))
                return problem;
        }
        return std::nullopt;
    }

    static std::optional<Problem> readOrder(const Json &object, const char *name,
                                            const QString &pointer, int &order)
    {
        const Json *value = member(object, name);
        if (!value || !value->is_number_integer())
            return wrong(pointer + QLatin1Char('/') + QLatin1String(name));
        order = value->get<int>();
        return std::nullopt;
    }

    static std::optional<Problem> unknownKeyIn(const Json &object, const QString &pointer,
                                               const QStringList &known)
    {
        for (const auto &[key, value] : object.items()) {
            if (!known.contains(toQString(key)))
                return Problem{Problem::Kind::UnknownKey,
                               pointer + QLatin1Char('/') + escaped(toQString(key)), std::nullopt};
        }
        return std::nullopt;
    }

    std::optional<Problem> readStep(const Json &object, const QString &pointer)
    {
        ExpectedStatuses step;
        auto problem =
            unknownKeyIn(object, pointer, {QStringLiteral("order"), QStringLiteral("statuses")});
        if (!problem)
            problem = readOrder(object, "order", pointer, step.order);
        const Json *statuses = member(object, "statuses");
        if (!problem)
            problem =
                statuses ? readTexts(*statuses, pointer + QLatin1String("/statuses"), step.statuses)
                         : std::optional(wrong(pointer + QLatin1String("/statuses")));
        if (!problem)
            result.steps.push_back(step);
        return problem;
    }

    std::optional<Problem> readFailover(const Json &object, const QString &pointer)
    {
        ExpectedFailover failover;
        auto problem =
            unknownKeyIn(object, pointer, {QStringLiteral("toOrder"), QStringLiteral("happens")});
        if (!problem)
            problem = readOrder(object, "toOrder", pointer, failover.toOrder);
        if (const Json *happens = member(object, "happens"); !problem && happens) {
            if (!happens->is_boolean())
                return wrong(pointer + QLatin1String("/happens"));
            failover.happens = happens->get<bool>();
        }
        if (!problem)
            result.failovers.push_back(failover);
        return problem;
    }
};

Json textsJson(const QStringList &texts)
{
    Json list = Json::array();
    for (const QString &text : texts)
        list.push_back(toUtf8String(text));
    return list;
}

Json channelJson(Channel channel)
{
    switch (channel) {
    case Channel::Viber:
        return "viber";
    case Channel::Sms:
        return "sms";
    case Channel::Unknown:
        return nullptr;
    }
    Q_UNREACHABLE();
}

} // namespace

Result<Expectations, ExpectationProblem> readExpectations(const QByteArray &text)
{
    const Result<Json, JsonProblem> parsed = parseJson(text);
    if (!parsed)
        return Problem{Problem::Kind::NotJson, {}, parsed.error()};
    Reader reader;
    if (std::optional<Problem> problem = reader.read(parsed.value()))
        return *problem;
    return reader.result;
}

QByteArray writeExpectations(const Expectations &expectations)
{
    Json json = Json::object();
    if (expectations.finalStatus)
        json["finalStatus"] = toUtf8String(*expectations.finalStatus);
    if (expectations.terminatingChannel)
        json["terminatingChannel"] = channelJson(*expectations.terminatingChannel);
    for (const ExpectedStatuses &step : expectations.steps) {
        Json object;
        object["order"] = step.order;
        object["statuses"] = textsJson(step.statuses);
        json["steps"].push_back(object);
    }
    for (const ExpectedFailover &failover : expectations.failovers) {
        Json object;
        object["toOrder"] = failover.toOrder;
        object["happens"] = failover.happens;
        json["failovers"].push_back(object);
    }
    if (expectations.withinSeconds)
        json["withinSeconds"] = *expectations.withinSeconds;
    if (expectations.priceAtMost)
        json["priceAtMost"] = *expectations.priceAtMost;
    if (!expectations.noFindings.isEmpty())
        json["noFindings"] = textsJson(expectations.noFindings);
    return prettyJson(json);
}

} // namespace otpscope::models
