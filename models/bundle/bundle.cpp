// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/bundle/bundle.h"

#include "models/run/runrules.h"
#include "models/text/masking.h"

#include <QStringDecoder>

#include <array>
#include <utility>

namespace otpscope::models {

namespace {

constexpr const char *formatKey = "otpscopeBundle";
constexpr int format = 1;

constexpr std::array allSources{ObservationSource::Send, ObservationSource::Poll,
                                ObservationSource::Webhook};
constexpr std::array allProblems{TransportProblem::None,       TransportProblem::CouldNotConnect,
                                 TransportProblem::TlsRefused, TransportProblem::NoAnswer,
                                 TransportProblem::AnswerCut,  TransportProblem::AnswerTooLarge,
                                 TransportProblem::Redirected, TransportProblem::NoToken,
                                 TransportProblem::Cancelled};

Json textJson(const QString &text)
{
    return toUtf8String(text);
}

Json timeJson(Instant at)
{
    return textJson(toIsoUtc(at));
}

Json documentJson(const QByteArray &document)
{
    const auto parsed =
        document.isEmpty() ? Result<Json, JsonProblem>(Json(nullptr)) : parseJson(document);
    return parsed ? parsed.value() : Json(nullptr);
}

/// Bytes that are no UTF-8 are kept as they are all the same.
Json bytesJson(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringConverter::Flag::Stateless);
    const QString text = decoder(bytes);
    if (!decoder.hasError() && text.toUtf8() == bytes)
        return textJson(text);
    return Json{{"base64", bytes.toBase64().toStdString()}};
}

Json observationJson(const Observation &observation)
{
    Json json;
    json["source"] = textJson(sourceKey(observation.source));
    json["arrivedAt"] = timeJson(observation.arrivedAt);
    json["startedAt"] = timeJson(observation.startedAt);
    if (!observation.isTimeKnown)
        json["isTimeKnown"] = false;
    if (observation.problem != TransportProblem::None) {
        json["problem"] = textJson(problemKey(observation.problem));
        json["problemDetail"] = textJson(observation.problemDetail);
    }
    const Exchange &exchange = observation.exchange;
    json["request"] = {{"head", bytesJson(exchange.requestHead)},
                       {"body", bytesJson(exchange.requestBody)}};
    json["answer"] = {{"status", exchange.answerStatus},
                      {"head", bytesJson(exchange.answerHead)},
                      {"body", bytesJson(exchange.answerBody)}};
    return json;
}

/// Reads members of an object and remembers the first one that does not fit.
class Reader
{
public:
    QString text(const Json &object, const char *name, const QString &at)
    {
        const Json *value = member(object, name);
        if (!value || value->is_null())
            return {};
        if (!value->is_string())
            blame(at, name);
        return value->is_string() ? toQString(value->get<std::string>()) : QString();
    }

    std::optional<Instant> time(const Json &object, const char *name, const QString &at)
    {
        const QString written = text(object, name, at);
        const std::optional<Instant> read = fromIso(written);
        if (!read && !written.isEmpty())
            blame(at, name);
        return read;
    }

    QByteArray bytes(const Json &object, const char *name, const QString &at)
    {
        const Json *value = member(object, name);
        const Json *encoded = value ? member(*value, "base64") : nullptr;
        if (!encoded)
            return text(object, name, at).toUtf8();
        if (encoded->is_string()) {
            const auto decoded = QByteArray::fromBase64Encoding(
                QByteArray::fromStdString(encoded->get<std::string>()),
                QByteArray::AbortOnBase64DecodingErrors);
            if (decoded)
                return *decoded;
        }
        blame(at, name);
        return {};
    }

    template <typename Value, size_t count, typename KeyOf>
    Value oneOf(const std::array<Value, count> &all, KeyOf keyOf, const Json &object,
                const char *name, const QString &at)
    {
        const QString written = text(object, name, at);
        for (const Value value : all) {
            if (keyOf(value) == written)
                return value;
        }
        blame(at, name);
        return all.front();
    }

    Observation observation(const Json &json, const QString &at)
    {
        Observation read;
        if (!json.is_object()) {
            blame(at, nullptr);
            return read;
        }
        read.source = oneOf(allSources, sourceKey, json, "source", at);
        read.problem = oneOf(allProblems, problemKey, json, "problem", at);
        read.problemDetail = text(json, "problemDetail", at);
        const std::optional<Instant> arrived = time(json, "arrivedAt", at);
        if (!arrived)
            blame(at, "arrivedAt");
        read.arrivedAt = arrived.value_or(Instant{});
        read.startedAt = time(json, "startedAt", at).value_or(read.arrivedAt);
        if (const Json *known = member(json, "isTimeKnown")) {
            if (!known->is_boolean())
                blame(at, "isTimeKnown");
            read.isTimeKnown = *known != false;
        }
        if (const Json *request = member(json, "request")) {
            read.exchange.requestHead = bytes(*request, "head", at + QStringLiteral("/request"));
            read.exchange.requestBody = bytes(*request, "body", at + QStringLiteral("/request"));
        }
        if (const Json *answer = member(json, "answer")) {
            read.exchange.answerHead = bytes(*answer, "head", at + QStringLiteral("/answer"));
            read.exchange.answerBody = bytes(*answer, "body", at + QStringLiteral("/answer"));
            const Json *status = member(*answer, "status");
            constexpr int highest = 999;
            const bool isStatus = status && status->is_number_integer() &&
                                  status->get<qint64>() >= 0 && status->get<qint64>() <= highest;
            if (status && !isStatus)
                blame(at + QStringLiteral("/answer"), "status");
            read.exchange.answerStatus = isStatus ? status->get<int>() : 0;
        }
        return read;
    }

    void blame(const QString &at, const char *name)
    {
        if (m_place.isEmpty())
            m_place = name ? at + u'/' + QString::fromLatin1(name) : at;
    }

    /// Empty where everything fitted.
    [[nodiscard]] const QString &place() const { return m_place; }

private:
    QString m_place;
};

QByteArray documentIn(const Json &json, const char *name)
{
    const Json *document = member(json, name);
    return document && !document->is_null() ? prettyJson(*document) : QByteArray();
}

} // namespace

Bundle masked(Bundle bundle)
{
    bundle.isMasked = true;
    if (!bundle.flow.isEmpty())
        bundle.flow = maskedBody(bundle.flow);
    const auto maskText = [](QByteArray &body) {
        if (!body.isEmpty())
            body = maskedBody(body);
    };
    for (Observation &observation : bundle.observations) {
        Exchange &exchange = observation.exchange;
        exchange.requestHead = maskedHead(exchange.requestHead);
        exchange.answerHead = maskedHead(exchange.answerHead);
        maskText(exchange.requestBody);
        maskText(exchange.answerBody);
        observation.problemDetail = maskedWords(observation.problemDetail);
    }
    return bundle;
}

QByteArray writeBundle(const Bundle &bundle)
{
    Json json;
    json[formatKey] = format;
    json["version"] = textJson(bundle.version);
    json["masked"] = bundle.isMasked;
    json["run"] = {
        {"id", textJson(bundle.run.text())},
        {"title", textJson(bundle.title)},
        {"environment", textJson(bundle.environment)},
        {"createdAt", timeJson(bundle.createdAt)},
        {"followedTo", bundle.followedTo ? timeJson(*bundle.followedTo) : Json(nullptr)}};
    json["flow"] = documentJson(bundle.flow);
    json["expectations"] = documentJson(bundle.expectations);
    Json list = Json::array();
    for (const Observation &observation : bundle.observations)
        list.push_back(observationJson(observation));
    json["observations"] = std::move(list);
    return prettyJson(json);
}

Result<Bundle, BundleProblem> readBundle(const QByteArray &text)
{
    using Kind = BundleProblem::Kind;
    JsonLimits limits;
    limits.maximumBytes = bundleBytes;
    const auto parsed = parseJson(text, limits);
    if (!parsed)
        return BundleProblem{Kind::NotJson, parsed.error(), {}};
    const Json &json = parsed.value();
    if (!isBundle(json))
        return BundleProblem{Kind::NotABundle, {}, {}};
    if (json[formatKey].get<qint64>() > format)
        return BundleProblem{Kind::Newer, {}, {}};

    Bundle bundle;
    Reader reader;
    bundle.version = reader.text(json, "version", {});
    const Json *masked = member(json, "masked");
    bundle.isMasked = masked && masked->is_boolean() && masked->get<bool>();
    if (const Json *run = member(json, "run")) {
        const QString at = QStringLiteral("/run");
        bundle.run = RunId(reader.text(*run, "id", at));
        bundle.title = reader.text(*run, "title", at);
        bundle.environment = reader.text(*run, "environment", at);
        bundle.createdAt = reader.time(*run, "createdAt", at).value_or(Instant{});
        bundle.followedTo = reader.time(*run, "followedTo", at);
    }
    bundle.flow = documentIn(json, "flow");
    bundle.expectations = documentIn(json, "expectations");
    const Json *observations = member(json, "observations");
    if (!observations || !observations->is_array())
        return BundleProblem{Kind::Broken, {}, QStringLiteral("/observations")};
    bundle.observations.reserve(observations->size());
    for (const Json &item : *observations) {
        const auto index = static_cast<qint64>(bundle.observations.size());
        bundle.observations.push_back(
            reader.observation(item, QStringLiteral("/observations/%1").arg(index)));
        bundle.observations.back().id = ObservationId{index + 1};
    }
    if (!reader.place().isEmpty())
        return BundleProblem{Kind::Broken, {}, reader.place()};
    return bundle;
}

bool isBundle(const Json &json)
{
    const Json *version = member(json, formatKey);
    return version && version->is_number_integer();
}

bool looksLikeBundle(const QByteArray &text)
{
    constexpr qsizetype enough = 256;
    const QByteArray start = text.left(enough).simplified();
    return start.startsWith('{') && start.contains(QByteArray("\"") + formatKey + '"');
}

} // namespace otpscope::models
