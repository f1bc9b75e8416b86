// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/resources.h"
#include "models/checks/flowchecks.h"
#include "models/checks/repairs.h"
#include "models/text/sentences.h"

#include <QMap>
#include <QRegularExpression>
#include <QtTest>

#include <algorithm>
#include <random>

using namespace otpscope;
using namespace otpscope::models;

namespace {

const QByteArray &cleanFlow()
{
    static const QByteArray text = R"({"flow":[{"type":"ViberOtp","to":["+306971234567"],"order":1,
        "ttl":300,"senderInfoTrackingId":"0094d198-4dd2-4fb5-b451-d46aca191b27",
        "templateId":"60d67b38-b9fb-444a-80e6-754447e010c6","pin":"901234",
        "templateType":"with_type_and_validity","validityTime":"5","pinType":"verification"},
        {"type":"Sms","to":"306971234567","order":2,"ttl":600,"from":"Brand",
        "message":{"body":"Code 901234","flash":false}}],
        "callback":{"url":"https://example.org/events"}})";
    return text;
}

/// Errors by rule and place; how often does not matter.
QStringList errorsOf(const std::vector<Finding> &findings)
{
    QStringList errors;
    for (const Finding &finding : findings) {
        if (finding.severity == Severity::Error)
            errors.append(finding.rule + u' ' + finding.pointer);
    }
    return errors;
}

bool hasFinding(const std::vector<Finding> &findings, const Finding &wanted)
{
    return std::ranges::any_of(findings, [&wanted](const Finding &finding) {
        return finding.rule == wanted.rule && finding.pointer == wanted.pointer;
    });
}

} // namespace

class RepairsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void aRepairWritesWhatItSays_data();
    void aRepairWritesWhatItSays();
    void aPinWithAVariableGoesIntoTheTextAsOne();
    void aRepairRemovesItsFindingAndAddsNoError();

private:
    const Catalogue m_catalogue = platform::builtInCatalogue();
};

void RepairsTest::aRepairWritesWhatItSays_data()
{
    QTest::addColumn<QByteArray>("changes");
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("expected");
    // `changes` is a list of [pointer, value]; `expected` the button, and where what stands.
    const auto row = [](const char *name, const char *rule, const QByteArray &changes,
                        const char *expected) {
        QTest::newRow(name) << changes << QString::fromLatin1(rule) << QString::fromUtf8(expected);
    };
    row("the unit goes from a validity", "validity-time-unit",
        R"([["/flow/0/validityTime","5 minutes"]])", R"(Write "5": /flow/0/validityTime "5")");
    row("a validity comes in the unit of its template", "validity-time-unit",
        R"([["/flow/0/validityTime","2 hours"]])", R"(Write "120": /flow/0/validityTime "120")");
    row("a validity that does not come out even keeps its number", "validity-time-unit",
        R"([["/flow/0/validityTime","90 s"]])", R"(Write "90": /flow/0/validityTime "90")");
    row("words alone cannot be repaired", "validity-time-unit",
        R"([["/flow/0/validityTime","soon"]])", "");
    row("a validity in numbers goes into quotes", "validity-time-number",
        R"([["/flow/0/validityTime",5]])", R"(Write "5": /flow/0/validityTime "5")");
    row("equal orders are numbered", "order-duplicate", R"([["/flow/1/order",1]])",
        "Number 1, 2, …: /flow/0/order 1, /flow/1/order 2");
    row("numbering keeps which step is tried first", "order-gap",
        R"([["/flow/0/order",7],["/flow/1/order",3]])",
        "Number 1, 2, …: /flow/1/order 1, /flow/0/order 2");
    row("a plus is added to each number", "to-plus",
        R"([["/flow/0/to",["306971234567","+306971234567"]]])",
        R"(Add the plus: /flow/0/to ["+306971234567","+306971234567"])");
    row("a number as people write it becomes E.164", "to-format",
        R"([["/flow/1/to","0030 697-123 4567"]])",
        R"(Write "+306971234567": /flow/1/to "+306971234567")");
    row("a national number cannot be repaired", "to-format", R"([["/flow/1/to","06971"]])", "");
    row("the plus goes from a sender", "sender-plus", R"([["/flow/1/from","+30697"]])",
        R"(Remove the plus: /flow/1/from "30697")");
    row("an empty sender is left out", "sender-empty", R"([["/flow/1/from",""]])",
        "Remove the field: /flow/1/from nothing");
    row("a pin takes the place of another one", "sms-pin-differs",
        R"([["/flow/1/message/body","Your code is 123456. Valid."]])",
        R"(Put the pin into the text: /flow/1/message/body "Your code is 901234. Valid.")");
    row("a pin goes behind a text without one", "sms-pin-differs",
        R"([["/flow/1/message/body","Your code is"]])",
        R"(Put the pin into the text: /flow/1/message/body "Your code is 901234")");
    row("a pin is not put in the place of one of several numbers", "sms-pin-differs",
        R"([["/flow/1/message/body","1111 or 2222"]])",
        R"(Put the pin into the text: /flow/1/message/body "1111 or 2222 901234")");
    row("another recipient becomes that of the other step", "different-recipients",
        R"([["/flow/1/to","+306971234568"]])",
        R"(Take that of step 1: /flow/1/to "+306971234567")");
    row("hidden characters go", "hidden-characters", "[[\"/flow/1/from\",\"Bra\u202end\"]]",
        R"(Remove them: /flow/1/from "Brand")");
    row("a ttl in quotes is a number", "field-type", R"([["/flow/0/ttl","300"]])",
        "Write 300: /flow/0/ttl 300");
    row("a ttl in words is a number of seconds", "field-type", R"([["/flow/0/ttl","5 min"]])",
        "Write 300: /flow/0/ttl 300");
    row("a negative ttl in quotes would be the next error", "field-type",
        R"([["/flow/0/ttl","-3"]])", "");
    row("a pin as a number goes into quotes", "field-type", R"([["/flow/0/pin",901234]])",
        R"(Write "901234": /flow/0/pin "901234")");
    row("a pin that would be too short stays", "field-type", R"([["/flow/0/pin",12]])", "");
    row("true in quotes is true", "field-type", R"([["/flow/1/message/flash","TRUE"]])",
        "Write true: /flow/1/message/flash true");
    row("a field of the other channel goes", "field-of-other-channel", R"([["/flow/1/seq","1"]])",
        "Remove the field: /flow/1/seq nothing");
    row("a neighbour's name is put right", "field-name-elsewhere",
        R"([["/flow/0/validityTime",null],["/flow/0/codeValidityTime","5"]])", "");
    row("a type in another spelling", "step-type-unknown", R"([["/flow/1/type","SMS"]])",
        R"(Change it to "Sms": /flow/1/type "Sms")");
    row("a short ttl is brought to Viber's least", "viber-ttl-short", R"([["/flow/0/ttl",5]])",
        "Write 30: /flow/0/ttl 30");
    row("a template in braces", "template-id-format",
        R"([["/flow/0/templateId","{60d67b38-b9fb-444a-80e6-754447e010c6}"]])",
        R"(Write "60d67b38-b9fb-444a-80e6-754447e010c6": /flow/0/templateId )"
        R"("60d67b38-b9fb-444a-80e6-754447e010c6")");
    row("a type in another spelling of its own", "template-type-unknown",
        R"([["/flow/0/templateType","With-Type-And-Validity"]])",
        R"(Write "with_type_and_validity": /flow/0/templateType "with_type_and_validity")");
    row("the id follows the type", "template-mismatch",
        R"([["/flow/0/templateId","0aac888f-2ee2-4112-9659-1755a951966a"]])",
        "Take the template id of with_type_and_validity: /flow/0/templateId "
        R"("60d67b38-b9fb-444a-80e6-754447e010c6")");
    row("a parameter that is not used goes", "template-parameter-unused",
        R"([["/flow/0/codeReason","why"]])", "Remove the field: /flow/0/codeReason nothing");
    row("a language with its country", "language-unknown", R"([["/flow/0/templateLang","EN-us"]])",
        R"(Write "en": /flow/0/templateLang "en")");
    row("an otpType in small letters", "otp-type-unknown", R"([["/flow/0/otpType","all device"]])",
        R"(Write "ALL_DEVICE": /flow/0/otpType "ALL_DEVICE")");
    row("ttl follows the validity in the text", "validity-shorter-than-ttl",
        R"([["/flow/1/message/body","901234 valid 5 min"]])", "Write 300: /flow/1/ttl 300");
    row("an address without its scheme", "callback-url-format",
        R"([["/callback/url","example.org/x"]])",
        R"(Write "https://example.org/x": /callback/url "https://example.org/x")");
    row("a pin that is too short needs a person", "pin-length", R"([["/flow/0/pin","1"]])", "");
}

void RepairsTest::aRepairWritesWhatItSays()
{
    QFETCH(const QByteArray, changes);
    QFETCH(const QString, rule);
    QFETCH(const QString, expected);
    FlowDocument document = FlowDocument::fromText(cleanFlow()).value();
    const Json list = parseJson(changes).value();
    for (const Json &change : list)
        document.set(toQString(change.at(0).get<std::string>()), change.at(1));
    const auto findings = checkFlow(document.json(), m_catalogue);
    const auto finding = std::ranges::find(findings, rule, &Finding::rule);
    QVERIFY2(finding != findings.end(), "the flow lacks the finding");
    const auto repair = repairFor(*finding, document.json(), m_catalogue);
    QString result;
    if (repair) {
        QStringList edits;
        for (const Repair::Edit &edit : repair->edits) {
            edits.append(edit.pointer + u' ' +
                         (edit.value ? QString::fromUtf8(compactJson(*edit.value))
                                     : QStringLiteral("nothing")));
        }
        result = sentenceFor(*repair) + QStringLiteral(": ") + edits.join(QStringLiteral(", "));
    }
    QCOMPARE(result, expected);
}

void RepairsTest::aPinWithAVariableGoesIntoTheTextAsOne()
{
    FlowDocument document = FlowDocument::fromText(cleanFlow()).value();
    document.set(QStringLiteral("/flow/0/pin"), Json("{{pin}}"));
    const Finding finding{Severity::Warning,
                          QStringLiteral("sms-pin-differs"),
                          QStringLiteral("/flow/1/message/body"),
                          {QStringLiteral("1")},
                          {}};
    const auto repair = repairFor(finding, document.json(), m_catalogue);
    QVERIFY(repair);
    applyRepair(document, *repair);
    QCOMPARE(textMember(document.json().at("flow").at(1).at("message"), "body"),
             QStringLiteral("Code {{pin}}"));
    document.set(QStringLiteral("/flow/0/pin"), Json("{{random.digits 6}}"));
    QVERIFY(!repairFor(finding, document.json(), m_catalogue));
}

// Hundreds of flows with up to four wrong values each.
void RepairsTest::aRepairRemovesItsFindingAndAddsNoError()
{
    const QList<std::pair<const char *, QByteArrayList>> mistakes{
        {"/flow/0/type", {R"("viberotp")", R"("SMS")", R"("Sms")", "3"}},
        {"/flow/0/to",
         {R"("306971234567")", R"(["306971234567"])", R"("+30 697 1234567")",
          R"(["x","+306971234568"])", R"("0697")", "306971234567", "[]",
          "\"+30\u202e6971234567\""}},
        {"/flow/1/to", {R"("00306971234568")", R"(["+306971234568"])", R"("")", "5"}},
        {"/flow/0/order", {"", "0", "2", "7", R"("1")", "-3", "18446744073709551615", "1.5"}},
        {"/flow/1/order", {"1", "9", R"("x")", "null"}},
        {"/flow/0/ttl", {R"("5 min")", "3", R"("-1")", "99999999999", "1209601", "600"}},
        {"/flow/1/ttl", {R"("600")", "60", "-5"}},
        {"/flow/0/pin",
         {"1234", "12", R"("12")", R"("")", R"("12345678901")", "\"9012\u200b34\"", "true"}},
        {"/flow/0/templateId",
         {R"("{60d67b38-b9fb-444a-80e6-754447e010c6}")", R"(" x ")",
          R"("0aac888f-2ee2-4112-9659-1755a951966a")", R"("bed0942f-e07e-4879-834b-29cc4cf3ec35")",
          R"("82ba31a3-db42-4e87-82e8-33fa92b9e5ed")",
          R"("6c929cef-29b4-4349-bc9d-2a07bdbb6e43")"}},
        {"/flow/0/templateType",
         {"", R"("With_Type")", R"("with reason")", R"("basic")",
          R"("with_business_and_validity_hours")", "7", R"("nope")"}},
        {"/flow/0/validityTime",
         {R"("5 minutes")", R"("2 hours")", "5", R"("")", R"("1 2")", R"("0 min")", ""}},
        {"/flow/0/codeReason", {R"("r")", "4"}},
        {"/flow/0/businessName", {R"("b")", "\"b\u2066\""}},
        {"/flow/0/codeValidityTime", {R"("5")", "5"}},
        {"/flow/0/businessPlatformName", {R"("n")", "7"}},
        {"/flow/0/templateLang", {R"("EN")", R"("el-GR")", R"("zz")", "1"}},
        {"/flow/0/otpType", {R"("primary_only")", R"("none")"}},
        {"/flow/0/from", {R"("x")"}},
        {"/flow/0/failoverOnDelivered", {R"("true")", R"("x")", "1"}},
        {"/flow/1/from", {R"("+30697")", R"("")", R"("Brand of ours")", "\"\u200f\"", "9"}},
        {"/flow/1/pin", {R"("1")"}},
        {"/flow/1/message", {"{}", "4", ""}},
        {"/flow/1/message/body",
         {R"("code 4711, valid 5 min")", R"("1111 2222")", R"("x")", R"("")",
          R"("id1234, 12:3456 and 1.2345")", "5"}},
        {"/flow/-", {R"({"type":"Sms","to":"306971234569","order":2,"ttl":1})", "3"}},
        {"/callback/url", {R"("example.org")", R"("x y")", R"("ftp://a.b")", R"("h")"}},
    };
    std::mt19937 random(11);
    const auto pick = [&random](auto &list) -> auto &
    {
        return list[qsizetype(random() % uint(list.size()))];
    };
    QMap<QString, int> repaired;
    for (int round = 0; round < 400; ++round) {
        FlowDocument document = FlowDocument::fromText(cleanFlow()).value();
        const int count = 1 + int(random() % 4);
        for (int i = 0; i < count; ++i) {
            const auto &[pointer, values] = pick(mistakes);
            const QByteArray &value = pick(values);
            if (value.isEmpty())
                document.remove(QString::fromLatin1(pointer));
            else
                document.set(QString::fromLatin1(pointer), parseJson(value).value());
        }
        const auto before = checkFlow(document.json(), m_catalogue);
        for (const Finding &finding : before) {
            const auto repair = repairFor(finding, document.json(), m_catalogue);
            if (!repair)
                continue;
            ++repaired[finding.rule];
            FlowDocument after = document;
            applyRepair(after, *repair);
            const auto left = checkFlow(after.json(), m_catalogue);
            const QByteArray story = finding.rule.toUtf8() + " at " + finding.pointer.toUtf8() +
                                     "\n" + compactJson(document.json()) + "\n" +
                                     compactJson(after.json());
            QVERIFY2(!hasFinding(left, finding), story.constData());
            const QStringList known = errorsOf(before);
            for (const QString &error : errorsOf(left))
                QVERIFY2(known.contains(error), (error.toUtf8() + "\n" + story).constData());
            QVERIFY2(!sentenceFor(*repair).isEmpty(), story.constData());
        }
    }
    // The generator must not miss a repair that exists.
    QVERIFY2(repaired.size() >= 26, qPrintable(repaired.keys().join(u' ')));
}

QTEST_GUILESS_MAIN(RepairsTest)
#include "tst_repairs.moc"
