// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/resources.h"
#include "models/checks/flowchecks.h"
#include "models/checks/variablechecks.h"
#include "models/flow/variables.h"

#include <QRegularExpression>
#include <QSet>
#include <QUuid>
#include <QtTest>

using namespace otpscope;
using namespace otpscope::models;

namespace {

VariableValues values(quint64 seed = 42)
{
    VariableValues values;
    values.environment = {{QStringLiteral("brand"), QStringLiteral("MyApp")},
                          {QStringLiteral("quoted"), QStringLiteral("say \"{{pin}}\"\n")}};
    values.now = fromIso(QStringLiteral("2026-11-23T10:02:18.250Z")).value();
    values.seed = seed;
    return values;
}

QString resolved(const QString &text, const VariableValues &with = values())
{
    const Json document = Json::object({{"t", toUtf8String(text)}});
    return textMember(resolvedVariables(document, with), "t").value();
}

} // namespace

class VariablesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void isPutIn_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("pattern");
        const auto row = [](const char *name, const char *text, const char *pattern) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(pattern);
        };
        row("no variable", "plain {text} }}{{", "plain \\{text\\} \\}\\}\\{\\{");
        row("one of the environment", "Hi {{brand}}!", "Hi MyApp!");
        row("with spaces inside", "{{ brand }}", "MyApp");
        row("several", "{{brand}}{{brand}}", "MyAppMyApp");
        row("a value is not read again", "{{quoted}}", "say \"\\{\\{pin\\}\\}\"\n");
        row("a pin of six digits", "{{pin}}", "[0-9]{6}");
        row("the same pin twice", "{{pin}} {{pin}}", "([0-9]{6}) \\1");
        row("a UUID of version 4", "{{uuid}}",
            "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        row("another UUID at each place", "{{uuid}} {{uuid}}", "(\\S+) (?!\\1)\\S+");
        row("milliseconds as a sequence", "{{seq}}", "1795428138250");
        row("seconds as a timestamp", "{{timestamp}}", "1795428138");
        row("as many digits as asked", "{{random.digits 12}}", "[0-9]{12}");
        row("other digits at each place", "{{random.digits 20}} {{random.digits 20}}",
            "(\\S+) (?!\\1)\\S+");
        row("no digits", "{{random.digits 0}}", "\\{\\{random\\.digits 0\\}\\}");
        row("too many digits", "{{random.digits 65}}", "\\{\\{random\\.digits 65\\}\\}");
        row("an unknown one stays", "{{nobody}}", "\\{\\{nobody\\}\\}");
        row("names differ by case", "{{Pin}}", "\\{\\{Pin\\}\\}");
        row("an empty name stays", "{{}}", "\\{\\{\\}\\}");
        row("three braces keep the outer ones", "{{{brand}}}", "\\{MyApp\\}");
    }
    void isPutIn()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, pattern);
        const QRegularExpression expected(QRegularExpression::anchoredPattern(pattern));
        const QString result = resolved(text);
        QVERIFY2(expected.match(result).hasMatch(), qPrintable(result));
    }

    void theEnvironmentGoesBeforeWhatIsBuiltIn()
    {
        VariableValues with = values();
        with.environment[QStringLiteral("pin")] = QStringLiteral("9999");
        QCOMPARE(resolved(QStringLiteral("{{pin}}"), with), QStringLiteral("9999"));
    }

    void theSameValuesGiveTheSameTextsAndOthersOthers()
    {
        const QString text = QStringLiteral("{{pin}} {{uuid}} {{random.digits 9}}");
        QCOMPARE(resolved(text), resolved(text));
        QSet<QString> pins;
        for (quint64 seed = 0; seed < 500; ++seed)
            pins.insert(resolved(QStringLiteral("{{pin}}"), values(seed)));
        QVERIFY2(pins.size() > 490, qPrintable(QString::number(pins.size())));
        QVERIFY(pins.contains(pinOf(values(3))));
    }

    void theSamePinStandsEverywhereInOneFlow()
    {
        const auto document = FlowDocument::fromText(
            R"({"flow":[{"pin":"{{pin}}"},{"message":{"body":"Code {{pin}} {{random.digits 4}}"}}]})");
        const FlowDocument sent = resolvedVariables(document.value(), values());
        const QString pin = pinOf(values());
        QCOMPARE(textMember(sent.json().at("flow").at(0), "pin"), pin);
        QVERIFY(textMember(sent.json().at("flow").at(1).at("message"), "body")
                    ->startsWith(QStringLiteral("Code %1 ").arg(pin)));
        QCOMPARE(sent.json(), resolvedVariables(document.value().json(), values()));
    }

    void aFlowWithoutVariablesIsSentToTheLetter()
    {
        const QByteArray text =
            "{ \"flow\" : [ {\"ttl\":1.50, \"pin\":\"1234\", \"pin\":\"{x}\"}]}\r\n";
        const auto document = FlowDocument::fromText(text);
        QCOMPARE(resolvedVariables(document.value(), values()).text(), text);
    }

    void keysAndNumbersStay()
    {
        const auto document =
            parseJson(R"({"{{pin}}":12345678901234567890,"a/b":["{{brand}}",null]})");
        QCOMPARE(compactJson(resolvedVariables(document.value(), values())),
                 QByteArray(R"({"{{pin}}":12345678901234567890,"a/b":["MyApp",null]})"));
    }

    void unknownOnesAreNamedWithTheirPlace()
    {
        const auto document =
            parseJson(R"({"a/b":["{{brand}}","{{one}} {{ two }}"],"c":"{{random.digits x}}"})");
        QStringList found;
        for (const UnknownVariable &variable : unknownVariables(document.value(), values()))
            found.append(variable.pointer + u' ' + variable.name);
        QCOMPARE(found, (QStringList{QStringLiteral("/a~1b/1 one"), QStringLiteral("/a~1b/1 two"),
                                     QStringLiteral("/c random.digits x")}));
    }

    void everyBuiltInOneIsKnown()
    {
        for (const QString &name : builtInVariables()) {
            const QString use = QStringLiteral("{{%1}}").arg(name);
            QVERIFY2(hasVariables(use) && resolved(use) != use, qPrintable(name));
        }
    }

    void whatWouldBeSentIsChecked_data()
    {
        QTest::addColumn<QByteArray>("pin");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("expected");
        QTest::newRow("a generated pin in both")
            << QByteArray("{{pin}}") << QByteArray("Code {{pin}}") << QString();
        QTest::newRow("a pin that comes out too short")
            << QByteArray("{{random.digits 3}}") << QByteArray("Code {{pin}}")
            << QStringLiteral("pin-length /flow/0/pin | sms-pin-differs /flow/1/message/body");
        QTest::newRow("digits drawn twice are not the same")
            << QByteArray("{{random.digits 6}}") << QByteArray("Code {{random.digits 6}}")
            << QStringLiteral("sms-pin-differs /flow/1/message/body");
        QTest::newRow("an unknown one is an error, and the only one, at its field")
            << QByteArray("{{nobody}}") << QByteArray("Code {{nobody}}")
            << QStringLiteral("variable-unknown /flow/0/pin | "
                              "variable-unknown /flow/1/message/body");
        QTest::newRow("the steps keep their order, whatever is wrong in them")
            << QByteArray("12") << QByteArray("Code {{nobody}}")
            << QStringLiteral("pin-length /flow/0/pin | variable-unknown /flow/1/message/body");
    }
    void whatWouldBeSentIsChecked()
    {
        QFETCH(const QByteArray, pin);
        QFETCH(const QByteArray, body);
        QFETCH(const QString, expected);
        const QByteArray text = QByteArray(R"({"flow":[{"type":"ViberOtp","to":["+306971234567"],
            "order":1,"ttl":300,"senderInfoTrackingId":"0094d198-4dd2-4fb5-b451-d46aca191b27",
            "templateId":"0aac888f-2ee2-4112-9659-1755a951966a","pin":"%1"},
            {"type":"Sms","to":"306971234567","order":2,"ttl":600,"from":"Brand",
            "message":{"body":"%2"}}]})")
                                    .replace("%1", pin)
                                    .replace("%2", body);
        QStringList found;
        for (const Finding &finding : checkFlow(FlowDocument::fromText(text).value(),
                                                platform::builtInCatalogue(), values()))
            found.append(finding.rule + u' ' + finding.pointer);
        QCOMPARE(found.join(QStringLiteral(" | ")), expected);
    }

    void namesAreChecked()
    {
        for (const char *good : {"pin", "_x", "my.brand-2"})
            QVERIFY2(isVariableName(QString::fromLatin1(good)), good);
        for (const char *bad : {"", "2x", "a b", "a}", "é"})
            QVERIFY2(!isVariableName(QString::fromUtf8(bad)), bad);
    }
};

QTEST_GUILESS_MAIN(VariablesTest)
#include "tst_variables.moc"
