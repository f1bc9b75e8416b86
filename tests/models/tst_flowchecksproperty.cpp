// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/resources.h"
#include "models/checks/flowchecks.h"

#include <QRegularExpression>
#include <QtTest>

#include <algorithm>
#include <array>
#include <random>
#include <set>
#include <utility>

using namespace otpscope;
using namespace otpscope::models;

namespace {

// A second, simpler reading of the API document's tables, apart from the catalogue on purpose.
// Only errors are compared: which pointers have one.

enum class Kind { Text, Filled, Integer, Boolean, Object };

struct Field
{
    const char *name;
    Kind kind;
    bool isRequired;
};

constexpr std::array viberFields{
    Field{"senderInfoTrackingId", Kind::Filled, true},
    Field{"label", Kind::Text, false},
    Field{"templateType", Kind::Text, false},
    Field{"businessName", Kind::Text, false},
    Field{"validityTime", Kind::Text, false},
    Field{"pinType", Kind::Text, false},
    Field{"actionName", Kind::Text, false},
    Field{"codeReason", Kind::Text, false},
    Field{"failoverOnDelivered", Kind::Boolean, false},
    Field{"templateLang", Kind::Text, false},
    Field{"otpType", Kind::Text, false},
    Field{"seq", Kind::Text, false},
};
constexpr std::array smsFields{Field{"label", Kind::Text, false}, Field{"from", Kind::Text, false},
                               Field{"message", Kind::Object, true}};
constexpr std::array messageFields{
    Field{"body", Kind::Filled, true}, Field{"flash", Kind::Boolean, false},
    Field{"transcode", Kind::Boolean, false}, Field{"label", Kind::Text, false}};

const std::vector<std::pair<std::string, std::vector<std::string>>> parametersOfType{
    {"basic", {}},
    {"basic_5min", {}},
    {"with_business_name", {"businessName"}},
    {"with_validity", {"validityTime"}},
    {"with_type", {"pinType"}},
    {"with_action", {"actionName"}},
    {"with_reason", {"businessName", "codeReason"}},
    {"with_type_and_validity", {"pinType", "validityTime"}},
    {"with_business_and_validity_hours", {"businessName", "validityTime"}},
};

using Pointers = std::set<std::string>;

/// Not with <, which takes an unsigned number beyond 2^63 for a negative one.
bool isLess(const Json &integer, qint64 limit)
{
    return !(integer.is_number_unsigned() && integer.get<quint64>() > 1'000'000)
        && integer.get<qint64>() < limit;
}

bool isBlankText(const Json &value)
{
    return value.get<std::string>().find_first_not_of(' ') == std::string::npos;
}

bool isRight(const Json &value, Kind kind)
{
    switch (kind) {
    case Kind::Text:
        return value.is_string();
    case Kind::Filled:
        return value.is_string() && !isBlankText(value);
    case Kind::Integer:
        return value.is_number_integer();
    case Kind::Boolean:
        return value.is_boolean();
    case Kind::Object:
        return value.is_object();
    }
    return false;
}

template <typename Fields>
void expectFields(const Json &object, const Fields &fields, const std::string &pointer,
                  Pointers &errors)
{
    for (const Field &field : fields) {
        const bool isWrong = object.contains(field.name) ? !isRight(object[field.name], field.kind)
                                                         : field.isRequired;
        if (isWrong)
            errors.insert(pointer + "/" + field.name);
    }
}

bool isNumber(const Json &value)
{
    static const QRegularExpression e164(QStringLiteral("^\\+?[1-9][0-9]{1,14}$"));
    return value.is_string() && e164.match(toQString(value.get<std::string>())).hasMatch();
}

void expectRecipients(const Json &step, const std::string &pointer, Pointers &errors)
{
    if (!step.contains("to") || (step["to"].is_array() ? step["to"].empty() : !isNumber(step["to"])))
        errors.insert(pointer + "/to");
    if (!step.contains("to") || !step["to"].is_array())
        return;
    for (std::size_t i = 0; i < step["to"].size(); ++i) {
        if (!isNumber(step["to"][i]))
            errors.insert(pointer + "/to/" + std::to_string(i));
    }
}

void expectTemplate(const Json &step, const std::string &pointer, Pointers &errors)
{
    static const QRegularExpression uuid(
        QStringLiteral("^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"));
    const bool hasId = step.contains("templateId") && step["templateId"].is_string();
    const std::string id = hasId ? step["templateId"].get<std::string>() : std::string();
    if (!uuid.match(toQString(id)).hasMatch())
        errors.insert(pointer + "/templateId");
    const bool isNamedByDocument = id == "60d67b38-b9fb-444a-80e6-754447e010c6"
        || id == "6c929cef-29b4-4349-bc9d-2a07bdbb6e43";
    if (!step.contains("templateType") && isNamedByDocument)
        errors.insert(pointer + "/templateType");
    for (const auto &[type, parameters] : parametersOfType) {
        if (!step.contains("templateType") || step["templateType"] != type)
            continue;
        for (const std::string &parameter : parameters) {
            if (!step.contains(parameter) || !isRight(step[parameter], Kind::Filled))
                errors.insert(pointer + "/" + parameter);
        }
    }
}

void expectStep(const Json &step, const std::string &pointer, std::vector<Json> &orders,
                Pointers &errors)
{
    const Json type = step.contains("type") ? step["type"] : Json();
    if (type != "ViberOtp" && type != "Sms")
        errors.insert(pointer + "/type");
    expectRecipients(step, pointer, errors);
    if (!step.contains("ttl") || !step["ttl"].is_number_integer() || isLess(step["ttl"], 0))
        errors.insert(pointer + "/ttl");
    if (!step.contains("order") || !step["order"].is_number_integer()) {
        errors.insert(pointer + "/order");
    } else {
        const bool isTaken = std::find(orders.begin(), orders.end(), step["order"]) != orders.end();
        if (isTaken || isLess(step["order"], 1))
            errors.insert(pointer + "/order");
        orders.push_back(step["order"]);
    }
    if (step.contains("label") && !step["label"].is_string())
        errors.insert(pointer + "/label");
    if (type == "ViberOtp") {
        expectFields(step, viberFields, pointer, errors);
        expectTemplate(step, pointer, errors);
        const bool hasPin = step.contains("pin") && step["pin"].is_string();
        const auto length = hasPin ? toQString(step["pin"].get<std::string>()).toUcs4().size() : 0;
        if (length < 4 || length > 10)
            errors.insert(pointer + "/pin");
    } else if (type == "Sms") {
        expectFields(step, smsFields, pointer, errors);
        if (step.contains("message") && step["message"].is_object())
            expectFields(step["message"], messageFields, pointer + "/message", errors);
    }
}

Pointers expectedErrors(const Json &document)
{
    Pointers errors;
    if (!document.contains("flow") || !document["flow"].is_array() || document["flow"].empty()) {
        errors.insert("/flow");
    } else {
        std::vector<Json> orders;
        for (std::size_t i = 0; i < document["flow"].size(); ++i) {
            const std::string pointer = "/flow/" + std::to_string(i);
            if (document["flow"][i].is_object())
                expectStep(document["flow"][i], pointer, orders, errors);
            else
                errors.insert(pointer);
        }
    }
    if (document.contains("callback")) {
        const Json &callback = document["callback"];
        static const QRegularExpression web(QStringLiteral("^https?://[a-z]"));
        if (!callback.is_object())
            errors.insert("/callback");
        else if (!callback.contains("url") || !callback["url"].is_string()
                 || !web.match(toQString(callback["url"].get<std::string>())).hasMatch())
            errors.insert("/callback/url");
    }
    return errors;
}

/// Values that are right somewhere and wrong elsewhere.
const std::vector<Json> &values()
{
    static const std::vector<Json> all{
        Json(),
        Json(true),
        Json(-1),
        Json(0),
        Json(1),
        Json(2),
        Json(300),
        Json(2.5),
        Json(18446744073709551615U),
        Json(""),
        Json("  "),
        Json("123"),
        Json("1234"),
        Json("1234567890"),
        Json("12345678901"),
        Json("\xCE\xB1\xCE\xB2\xCE\xB3\xCE\xB4"),
        Json("306971234567"),
        Json("+306971234567"),
        Json("5 minutes"),
        Json("ViberOtp"),
        Json("Sms"),
        Json("with_reason"),
        Json("with_validity"),
        Json("with_action"),
        Json("basic"),
        Json("60d67b38-b9fb-444a-80e6-754447e010c6"),
        Json("https://example.org/x"),
        Json("ftp://example.org/x"),
        Json::array(),
        Json::array({"+306971234567"}),
        Json::array({"x", 1}),
        Json::object(),
    };
    return all;
}

/// Every place in the document that can be changed, in the document's order.
void collectPlaces(Json &value, std::vector<std::pair<Json *, std::string>> &places)
{
    if (value.is_object()) {
        for (auto &[key, child] : value.items()) {
            places.emplace_back(&value, key);
            collectPlaces(child, places);
        }
    } else if (value.is_array()) {
        for (Json &child : value)
            collectPlaces(child, places);
    }
}

void mutate(Json &document, std::mt19937 &random)
{
    std::vector<std::pair<Json *, std::string>> places;
    collectPlaces(document, places);
    if (places.empty())
        return;
    const auto &[object, key] = places[random() % places.size()];
    switch (random() % 5) {
    case 0:
        object->erase(key);
        break;
    case 1:
        if ((*object)[key].is_array() && !(*object)[key].empty()) {
            (*object)[key].push_back((*object)[key][random() % (*object)[key].size()]);
            break;
        }
        [[fallthrough]];
    default:
        (*object)[key] = values()[random() % values().size()];
        break;
    }
}

} // namespace

class FlowChecksPropertyTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void theErrorsAreThoseOfASecondReading();
    void largeFlowsCostLinearTime();
};

void FlowChecksPropertyTest::theErrorsAreThoseOfASecondReading()
{
    const Catalogue catalogue = platform::builtInCatalogue();
    const auto examples = platform::builtInExamples();
    std::mt19937 random(20261123);
    for (int round = 0; round < 3000; ++round) {
        Json document =
            parseJson(examples[static_cast<std::size_t>(round) % examples.size()].text).value();
        for (auto changes = 1 + random() % 4; changes > 0; --changes)
            mutate(document, random);
        std::vector<Finding> errors = checkFlow(document, catalogue);
        std::erase_if(errors, [](const Finding &finding) {
            return finding.severity != Severity::Error;
        });
        QVERIFY(errors == flowErrors(document, catalogue));
        Pointers found;
        for (const Finding &finding : errors)
            found.insert(toUtf8String(finding.pointer));
        const Pointers expected = expectedErrors(document);
        if (found != expected) {
            const QByteArray text = "found " + compactJson(Json(found)) + "\nexpected "
                + compactJson(Json(expected)) + "\n" + compactJson(document);
            QFAIL(text.constData());
        }
    }
}

void FlowChecksPropertyTest::largeFlowsCostLinearTime()
{
    // Quadratic work would not end within the test's time limit.
    Json step = Json::object({{"type", "Voice"}, {"to", "306971234567"}, {"ttl", 1}});
    Json document = Json::object({{"flow", Json::array()}});
    constexpr int steps = 20'000;
    for (int i = 1; i <= steps; ++i) {
        step["order"] = i;
        document["flow"].push_back(step);
    }
    const auto findings = checkFlow(document, platform::builtInCatalogue());
    // Each has an unknown type, and there are more than two.
    QCOMPARE(static_cast<int>(findings.size()), steps + 1);
}

QTEST_GUILESS_MAIN(FlowChecksPropertyTest)
#include "tst_flowchecksproperty.moc"
