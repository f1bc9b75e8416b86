// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/resources.h"
#include "models/checks/flowchecks.h"
#include "models/checks/flowrules.h"
#include "models/flow/flowdocument.h"
#include "models/text/sentences.h"

#include <QRegularExpression>
#include <QSet>
#include <QtTest>

using namespace otpscope;
using namespace otpscope::models;

namespace {

/// A flow without any finding: Viber with type and validity, then an SMS.
const QByteArray &cleanFlow()
{
    static const QByteArray text = R"({"flow":[{"type":"ViberOtp","to":["+306971234567"],"order":1,
        "ttl":300,"label":"l","senderInfoTrackingId":"0094d198-4dd2-4fb5-b451-d46aca191b27",
        "templateId":"60d67b38-b9fb-444a-80e6-754447e010c6","pin":"901234",
        "templateType":"with_type_and_validity","validityTime":"5","pinType":"verification",
        "failoverOnDelivered":false,"templateLang":"en","otpType":"PRIMARY_ONLY","seq":"1"},
        {"type":"Sms","to":"306971234567","order":2,"ttl":600,"from":"Brand","message":
        {"body":"Code 901234","flash":false,"transcode":true,"label":"m"}}],
        "callback":{"url":"https://example.org/events"}})";
    return text;
}

QString printed(const std::vector<Finding> &findings)
{
    static const char *const severities[] = {"error", "warning", "info"};
    QStringList lines;
    for (const Finding &finding : findings) {
        lines.append(QStringLiteral("%1 %2 %3")
                         .arg(QLatin1String(severities[static_cast<int>(finding.severity)]),
                              finding.rule, finding.pointer));
    }
    return lines.join(QLatin1String(" | "));
}

QByteArray repeated(char character, int count)
{
    return '"' + QByteArray(count, character) + '"';
}

} // namespace

class FlowChecksTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void oneChange_data();
    void oneChange();
    void wholeDocuments_data();
    void wholeDocuments();
    void theExamplesHaveNoErrors();
    void keysThatStandTwiceAreNamedWithBothPlaces();
    void everyRuleIsExercisedAndExplained();

private:
    const Catalogue m_catalogue = platform::builtInCatalogue();
};

void FlowChecksTest::oneChange_data()
{
    // An empty value removes.
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *pointer, const QByteArray &value,
                        const char *expected) {
        QTest::newRow(name) << QString::fromUtf8(pointer) << value << QString::fromUtf8(expected);
    };
    row("nothing", "/flow/0/ttl", "300", "");

    for (const char *field : {"to", "order", "ttl", "senderInfoTrackingId", "templateId", "pin"}) {
        const QByteArray pointer = QByteArray("/flow/0/") + field;
        row(("without " + pointer).constData(), pointer.constData(), "",
            ("error field-missing " + pointer).constData());
    }
    row("without the type", "/flow/0/type", "", "error field-missing /flow/0/type");
    row("without the message", "/flow/1/message", "", "error field-missing /flow/1/message");
    row("without the body", "/flow/1/message/body", "", "error field-missing /flow/1/message/body");
    row("without the flow", "/flow", "", "error field-missing /flow");
    row("without the callback", "/callback", "", "");
    row("without the callback's url", "/callback/url", "", "error field-missing /callback/url");
    for (const char *optional :
         {"/flow/0/label", "/flow/0/failoverOnDelivered", "/flow/0/templateLang", "/flow/0/otpType",
          "/flow/0/seq", "/flow/1/message/flash", "/flow/1/message/transcode",
          "/flow/1/message/label"})
        row((QByteArray("without the optional ") + optional).constData(), optional, "", "");

    for (const char *text : {"/flow/0/type",
                             "/flow/0/label",
                             "/flow/0/senderInfoTrackingId",
                             "/flow/0/templateId",
                             "/flow/0/pin",
                             "/flow/0/templateType",
                             "/flow/0/pinType",
                             "/flow/0/templateLang",
                             "/flow/0/otpType",
                             "/flow/0/seq",
                             "/flow/1/from",
                             "/flow/1/message/body",
                             "/flow/1/message/label",
                             "/callback/url",
                             "/flow/0/to",
                             "/flow/0/failoverOnDelivered",
                             "/flow/1/message/flash",
                             "/flow/1/message/transcode",
                             "/flow/1/message",
                             "/callback",
                             "/flow"})
        row((QByteArray("a number as ") + text).constData(), text, "7",
            (QByteArray("error field-type ") + text).constData());
    row("a null", "/flow/0/label", "null", "error field-type /flow/0/label");
    row("an order in quotes", "/flow/1/order", R"("2")", "error field-type /flow/1/order");
    row("an order with a decimal", "/flow/1/order", "2.0", "error field-type /flow/1/order");
    row("a ttl in quotes", "/flow/0/ttl", R"("300")", "error field-type /flow/0/ttl");
    row("a ttl with a decimal", "/flow/0/ttl", "300.5", "error field-type /flow/0/ttl");
    row("a blank sender identifier", "/flow/0/senderInfoTrackingId", R"("  ")",
        "error field-empty /flow/0/senderInfoTrackingId");
    row("an empty body", "/flow/1/message/body", R"("")", "error field-empty /flow/1/message/body");
    row("an empty url", "/callback/url", R"("")", "error field-empty /callback/url");

    row("no steps", "/flow", "[]", "error flow-empty /flow");
    row("a step that is no object", "/flow/1", "3", "error step-not-object /flow/1");
    row("a foreign type", "/flow/1/type", R"("Voice")", "error step-type-unknown /flow/1/type");
    row("a type in another case", "/flow/1/type", R"("SMS")",
        "error step-type-unknown /flow/1/type");
    row("an empty type", "/flow/1/type", R"("")", "error step-type-unknown /flow/1/type");

    row("order 0", "/flow/0/order", "0", "error order-range /flow/0/order");
    row("order below 0", "/flow/1/order", "-1", "error order-range /flow/1/order");
    row("the same order twice", "/flow/1/order", "1", "error order-duplicate /flow/1/order");
    row("a gap in the orders", "/flow/1/order", "3", "info order-gap /flow/1/order");
    row("an order beyond every int", "/flow/1/order", "18446744073709551615", "");
    row("the second step first", "/flow/0/order", "3",
        "info order-not-first /flow/0/order | info order-gap /flow/1/order");
    row("ttl below 0", "/flow/0/ttl", "-1", "error ttl-range /flow/0/ttl");
    row("ttl 0 on SMS", "/flow/1/ttl", "0", "");
    row("ttl 29 on Viber", "/flow/0/ttl", "29", "warning viber-ttl-short /flow/0/ttl");
    row("ttl 30 on Viber", "/flow/0/ttl", "30", "");
    row("ttl of 14 days on Viber", "/flow/0/ttl", "1209600",
        "info validity-shorter-than-ttl /flow/0/ttl");
    row("a ttl beyond every signed number", "/flow/0/ttl", "18446744073709551615",
        "warning viber-ttl-long /flow/0/ttl | info validity-shorter-than-ttl /flow/0/ttl");
    row("ttl of a second more", "/flow/0/ttl", "1209601",
        "warning viber-ttl-long /flow/0/ttl | info validity-shorter-than-ttl /flow/0/ttl");

    row("an empty number", "/flow/1/to", R"("")", "error to-empty /flow/1/to");
    row("an empty list", "/flow/0/to", "[]", "error to-empty /flow/0/to");
    row("an empty number in a list", "/flow/0/to", R"([""])", "error to-empty /flow/0/to/0");
    row("a number as a number in a list", "/flow/0/to", "[306971234567]",
        "error field-type /flow/0/to/0");
    row("letters in a number", "/flow/1/to", R"("30697abc")", "error to-format /flow/1/to");
    row("spaces in a number", "/flow/1/to", R"("+30 6971234567")", "error to-format /flow/1/to");
    row("a national number", "/flow/1/to", R"("06971234567")", "error to-format /flow/1/to");
    row("16 digits", "/flow/1/to", R"("3069712345678901")", "error to-format /flow/1/to");
    row("15 digits that no country has", "/flow/0/to", R"("306971234567890")",
        "info to-plus /flow/0/to | warning to-number-plan /flow/0/to | "
        "warning different-recipients /flow/1/to");
    row("two numbers", "/flow/1/to", R"(["306971234567","306971234568"])",
        "warning several-recipients /flow/1/to | warning different-recipients /flow/1/to");
    row("another number", "/flow/1/to", R"("+306971234568")",
        "warning different-recipients /flow/1/to");
    row("the same number with a plus", "/flow/1/to", R"("+306971234567")", "");

    row("a label of 350", "/flow/0/label", repeated('x', 350), "");
    row("a label of 351", "/flow/0/label", repeated('x', 351),
        "warning label-length /flow/0/label");
    row("a message label of 351", "/flow/1/message/label", repeated('x', 351),
        "warning label-length /flow/1/message/label");

    row("a pin of 3", "/flow/0/pin", R"("901")",
        "error pin-length /flow/0/pin | warning sms-pin-differs /flow/1/message/body");
    row("a pin of 4", "/flow/0/pin", R"("9012")", "warning sms-pin-differs /flow/1/message/body");
    row("an empty pin", "/flow/0/pin", R"("")", "error pin-length /flow/0/pin");
    row("a pin in letters", "/flow/0/pin", R"("Code")", "info pin-not-digits /flow/0/pin");
    row("a pin of 4 astral characters", "/flow/0/pin",
        "\"\xF0\x9F\x98\x80\xF0\x9F\x98\x80\xF0\x9F\x98\x80\xF0\x9F\x98\x80\"",
        "info pin-not-digits /flow/0/pin | warning sms-pin-differs /flow/1/message/body");
    row("a pin of 10", "/flow/0/pin", R"("1234567890")",
        "warning sms-pin-differs /flow/1/message/body");
    row("a pin of 11", "/flow/0/pin", R"("12345678901")",
        "error pin-length /flow/0/pin | warning pin-length-disputed /flow/0/pin | "
        "warning sms-pin-differs /flow/1/message/body");
    row("a pin of 51", "/flow/0/pin", repeated('1', 51),
        "error pin-length /flow/0/pin | warning sms-pin-differs /flow/1/message/body");

    row("a template that is no UUID", "/flow/0/templateId", R"("basic")",
        "error template-id-format /flow/0/templateId");
    row("a UUID in braces", "/flow/0/templateId", R"("{60d67b38-b9fb-444a-80e6-754447e010c6}")",
        "error template-id-format /flow/0/templateId");
    row("an unknown UUID", "/flow/0/templateId", R"("00000000-0000-0000-0000-000000000001")",
        "warning template-id-unknown /flow/0/templateId");
    row("a UUID in capitals", "/flow/0/templateId", R"("60D67B38-B9FB-444A-80E6-754447E010C6")",
        "");
    row("a template of another type", "/flow/0/templateId",
        R"("bed0942f-e07e-4879-834b-29cc4cf3ec35")",
        "warning template-mismatch /flow/0/templateType");
    row("no type for a template the document names", "/flow/0/templateType", "",
        "error template-type-missing /flow/0/templateType");
    row("an unknown type", "/flow/0/templateType", R"("with_love")",
        "warning template-type-unknown /flow/0/templateType");
    row("no validity for a type that needs it", "/flow/0/validityTime", "",
        "error template-parameter-missing /flow/0/validityTime");
    row("no pin type for a type that needs it", "/flow/0/pinType", "",
        "error template-parameter-missing /flow/0/pinType");
    row("an empty pin type", "/flow/0/pinType", R"("")", "error field-empty /flow/0/pinType");
    row("a parameter the type does not use", "/flow/0/codeReason", R"("why")",
        "info template-parameter-unused /flow/0/codeReason");
    row("a validity with its unit", "/flow/0/validityTime", R"("5 minutes")",
        "warning validity-time-unit /flow/0/validityTime");
    row("a validity as a number", "/flow/0/validityTime", "5",
        "error field-type /flow/0/validityTime | warning validity-time-number "
        "/flow/0/validityTime");
    row("a text of 50", "/flow/0/pinType", repeated('x', 50), "");
    row("a text of 51", "/flow/0/pinType", repeated('x', 51),
        "warning template-text-length /flow/0/pinType");
    row("a link", "/flow/0/pinType", R"("see example.com")",
        "warning template-text-link /flow/0/pinType");
    row("a link with a scheme", "/flow/0/pinType", R"("HTTPS://x")",
        "warning template-text-link /flow/0/pinType");
    row("a sentence with a full stop", "/flow/0/pinType", R"("a.b c. d")", "");
    row("nested parameters", "/flow/0/templateParams", "{}",
        "warning template-params-nested /flow/0/templateParams");
    row("a name of the neighbour", "/flow/0/codeValidityTime", R"("5")",
        "warning field-name-elsewhere /flow/0/codeValidityTime");
    row("an unknown language", "/flow/0/templateLang", R"("xx")",
        "warning language-unknown /flow/0/templateLang");
    row("a disputed language", "/flow/0/templateLang", R"("hu")",
        "warning language-disputed /flow/0/templateLang");
    row("an unknown otpType", "/flow/0/otpType", R"("SOME")",
        "warning otp-type-unknown /flow/0/otpType");
    row("the other otpType", "/flow/0/otpType", R"("ALL_DEVICE")", "");

    row("no sender", "/flow/1/from", "", "info sender-missing /flow/1/from");
    row("an empty sender", "/flow/1/from", R"("")", "warning sender-empty /flow/1/from");
    row("a sender of 11 letters", "/flow/1/from", R"("Abcdefghi 1")", "");
    row("a sender of 12 letters", "/flow/1/from", R"("Abcdefghi 12")",
        "warning sender-length-text /flow/1/from");
    row("a sender of 16 digits", "/flow/1/from", R"("1234567890123456")", "");
    row("a sender of 17 digits", "/flow/1/from", R"("12345678901234567")",
        "warning sender-length-numeric /flow/1/from");
    row("a sender with a plus", "/flow/1/from", R"("+30697")", "warning sender-plus /flow/1/from");
    row("a sender in Greek", "/flow/1/from", "\"\xCE\x91\"",
        "warning sender-characters /flow/1/from");
    row("the pin within a longer one", "/flow/0/pin", R"("0123")",
        "warning sms-pin-differs /flow/1/message/body");
    row("the pin at the end of a longer one", "/flow/0/pin", R"("1234")",
        "warning sms-pin-differs /flow/1/message/body");
    row("the pin behind a longer number", "/flow/1/message/body", R"("19012345: 901234.")", "");
    row("the pin in a text without spaces", "/flow/1/message/body",
        "\"\xE9\xAA\x8C\xE8\xAF\x81\xE7\xA0\x81"
        "901234\xE3\x80\x82\"",
        "");
    row("a pin in letters within a word", "/flow/0/pin", R"("ode ")",
        "info pin-not-digits /flow/0/pin | warning sms-pin-differs /flow/1/message/body");
    row("another pin in the SMS", "/flow/1/message/body", R"("Code 901235")",
        "warning sms-pin-differs /flow/1/message/body");

    row("an unknown field", "/flow/0/colour", "1", "info field-unknown /flow/0/colour");
    row("an unknown field with a slash", "/flow/0/a~1b~0", "1",
        "info field-unknown /flow/0/a~1b~0");
    row("an unknown field of the document", "/x", "1", "info field-unknown /x");
    row("an unknown field of the callback", "/callback/x", "1", "info field-unknown /callback/x");
    row("an unknown field of the message", "/flow/1/message/x", "1",
        "info field-unknown /flow/1/message/x");
    row("a field of the other channel", "/flow/1/pin", R"("901234")",
        "info field-of-other-channel /flow/1/pin");
    row("a url without a scheme", "/callback/url", R"("example.org/x")",
        "error callback-url-format /callback/url");
    row("a url of another scheme", "/callback/url", R"("ftp://example.org")",
        "error callback-url-format /callback/url");
    row("a url without a host", "/callback/url", R"("http:///x")",
        "error callback-url-format /callback/url");
    row("a plain http url", "/callback/url", R"("http://example.org:8080/x")", "");
    for (const char *host : {"127.0.0.1", "localhost", "10.0.0.7", "192.168.1.2", "172.16.0.1",
                             "printer.local", "[::1]"}) {
        row((QByteArray("a callback at ") + host).constData(), "/callback/url",
            QByteArray("\"http://") + host + ":8080/x\"", "info callback-not-public /callback/url");
    }
    row("a callback at 172.32.0.1", "/callback/url", R"("http://172.32.0.1/x")", "");

    row("a Viber number without its plus", "/flow/0/to", R"("306971234567")",
        "info to-plus /flow/0/to");
    row("a list with one number without its plus", "/flow/0/to",
        R"(["+306971234567","306971234567"])",
        "info to-plus /flow/0/to | warning several-recipients /flow/0/to | "
        "warning different-recipients /flow/1/to");
    row("a sender identifier that is no UUID", "/flow/0/senderInfoTrackingId", R"("MyBrand")",
        "info sender-id-format /flow/0/senderInfoTrackingId");
    row("a bidi control in the sender", "/flow/1/from", "\"Br\u202eand\"",
        "warning hidden-characters /flow/1/from | warning sender-characters /flow/1/from");
    row("a zero width space in a number of a list", "/flow/0/to", "[\"+30\u200b6971234567\"]",
        "error to-format /flow/0/to/0 | warning hidden-characters /flow/0/to/0");
    row("a joiner in the text of the message", "/flow/1/message/body",
        "\"901234 \u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645\"", "");
    row("another validity in the SMS", "/flow/1/message/body", R"("901234, valid 10 min")",
        "warning validity-differs /flow/1/message/body");
    row("the same validity in the SMS, shorter than its ttl", "/flow/1/message/body",
        R"("901234, valid 5 min")", "info validity-shorter-than-ttl /flow/1/ttl");
    row("two durations in the SMS say nothing certain", "/flow/1/message/body",
        R"("901234, valid 5 min, wait 30 s")", "");
    row("a Viber ttl longer than the validity of its template", "/flow/0/ttl", "301",
        "info validity-shorter-than-ttl /flow/0/ttl");
    row("a third step", "/flow/-",
        R"({"type":"Sms","to":"306971234567","order":3,"ttl":1,"from":"B",
            "message":{"body":"901234"}})",
        "warning many-steps /flow/2");
}

void FlowChecksTest::oneChange()
{
    QFETCH(QString, pointer);
    QFETCH(QByteArray, value);
    QFETCH(QString, expected);
    FlowDocument document = FlowDocument::fromText(cleanFlow()).value();
    if (value.isEmpty())
        QVERIFY(document.remove(pointer));
    else
        QVERIFY(document.set(pointer, parseJson(value).value()));
    const auto findings = checkFlow(document.json(), m_catalogue);
    QCOMPARE(printed(findings), expected);
    QCOMPARE(hasErrors(findings), expected.contains(QLatin1String("error ")));
}

void FlowChecksTest::wholeDocuments_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("a list") << QByteArray("[]") << QStringLiteral("error document-not-object ");
    QTest::newRow("a null") << QByteArray("null") << QStringLiteral("error document-not-object ");
    QTest::newRow("an empty object")
        << QByteArray("{}") << QStringLiteral("error field-missing /flow");
    QTest::newRow("an empty step")
        << QByteArray(R"({"flow":[{}]})")
        << QStringLiteral("error field-missing /flow/0/type | error field-missing /flow/0/to | "
                          "error field-missing /flow/0/order | error field-missing /flow/0/ttl");
    QTest::newRow("a guessed pairing without its type is a warning")
        << QByteArray(R"({"flow":[{"type":"ViberOtp","to":"+306971234567","order":1,"ttl":60,
            "senderInfoTrackingId":"0094d198-4dd2-4fb5-b451-d46aca191b27",
            "templateId":"82ba31a3-db42-4e87-82e8-33fa92b9e5ed",
            "pin":"1234"}]})")
        << QStringLiteral("warning template-mismatch /flow/0/templateType");
    QTest::newRow("basic and its 5 minutes sister agree")
        << QByteArray(R"({"flow":[{"type":"ViberOtp","to":"+306971234567","order":1,"ttl":60,
            "senderInfoTrackingId":"0094d198-4dd2-4fb5-b451-d46aca191b27",
            "templateId":"c2cdc028-a48b-4187-bbaf-3aaa137b6e23",
            "pin":"1234","templateType":"basic"}]})")
        << QString();
}

void FlowChecksTest::wholeDocuments()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);
    QCOMPARE(printed(checkFlow(parseJson(text).value(), m_catalogue)), expected);
}

void FlowChecksTest::theExamplesHaveNoErrors()
{
    QStringList found;
    for (const auto &example : platform::builtInExamples())
        found.append(printed(checkFlow(parseJson(example.text).value(), m_catalogue)));
    const QStringList expected{
        QString(),
        QStringLiteral("warning validity-time-unit /flow/0/validityTime | "
                       "warning validity-unit-disputed /flow/0/validityTime"),
        QStringLiteral("warning validity-time-unit /flow/0/validityTime | "
                       "info validity-shorter-than-ttl /flow/1/ttl"),
    };
    QCOMPARE(found, expected);
}

void FlowChecksTest::keysThatStandTwiceAreNamedWithBothPlaces()
{
    const auto document =
        FlowDocument::fromText("{\"flow\": [],\n \"a\": {\"b\": 1,\n  \"\\u0062\": 2,"
                               "\"b\":3},\n\"flow\": [{\"a\":1}]}");
    QVERIFY(document);
    const auto findings = checkFlow(document.value(), m_catalogue);
    QStringList told;
    for (const Finding &finding : findings) {
        if (finding.rule == QLatin1String("duplicate-key"))
            told += finding.pointer + QLatin1Char(' ') + finding.values.join(QLatin1Char(' '));
    }
    QCOMPARE(told,
             (QStringList{QStringLiteral("/flow flow 1 2 4 1"), QStringLiteral("/a/b b 2 8 3 3"),
                          QStringLiteral("/a/b b 2 8 3 15")}));
    QCOMPARE(findings.front().severity, Severity::Warning);
    const QString sentence = sentenceFor(findings.front());
    QVERIFY2(sentence.contains(QLatin1String("line 1, column 2")) &&
                 sentence.contains(QLatin1String("line 4, column 1")),
             qPrintable(sentence));
}

void FlowChecksTest::everyRuleIsExercisedAndExplained()
{
    static const QRegularExpression id(QStringLiteral("^[a-z]+(-[a-z]+)+$"));
    QSet<QString> seen;
    for (const FlowRule &rule : flowRules()) {
        const QString name = QString::fromLatin1(rule.id);
        QVERIFY2(id.match(name).hasMatch(), rule.id);
        QVERIFY2(!seen.contains(name), rule.id);
        seen.insert(name);
        QVERIFY2(!sourceOfRule(name).isEmpty(), rule.id);
        const Finding finding{rule.severity,
                              name,
                              QStringLiteral("/flow/1/x"),
                              {QStringLiteral("%2"), QStringLiteral("B"), QStringLiteral("C")},
                              {}};
        const QString sentence = sentenceFor(finding);
        QVERIFY2(sentence.startsWith(QLatin1String("Step 2: ")), rule.id);
        QVERIFY2(sentence.endsWith(QLatin1Char('.')), qPrintable(sentence));
        QVERIFY2(!sentence.contains(QLatin1String("%1")), qPrintable(sentence));
    }
    QVERIFY(sourceOfRule(QStringLiteral("no-such-rule")).isEmpty());
}

QTEST_GUILESS_MAIN(FlowChecksTest)
#include "tst_flowchecks.moc"
