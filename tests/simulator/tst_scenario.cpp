// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/scenario.h"
#include "models/text/scenariotexts.h"
#include "tests/simulator/simulatorfixtures.h"

#include <QFile>
#include <QtTest>

using namespace otpscope;
using namespace otpscope::simulator;
using models::Json;

namespace {

/// A good scenario, to be broken in one place.
Json goodScenario()
{
    return Json::parse(R"({
        "name": "a-name", "title": "Title", "description": "Description.",
        "channels": {
            "viber": [{"status": "DELIVERED", "after": 2.5}, {"status": "seen", "after": "ttl"}],
            "sms": [{"status": "Sent", "after": 0, "detailedStatus": "Sent", "errorMessage": "e",
                     "price": 0.0375}]
        }})");
}

} // namespace

class TestScenario : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void everyBuiltInScenarioIsRead()
    {
        QStringList names;
        for (const QByteArray &text : platform::builtInScenarios()) {
            const auto scenario = readScenario(text, fixtures::catalogue());
            QVERIFY2(scenario.hasValue(),
                     scenario ? "" : qPrintable(scenario.error() + QString::fromUtf8(text)));
            names.append(scenario.value().name);
        }
        QVERIFY2(names.size() >= 20, "The built-in scenarios got fewer.");
        QStringList unique = names;
        unique.removeDuplicates();
        QCOMPARE(unique, names);
    }

    void theReadmeTellsWhichNumberPlaysWhat()
    {
        QFile file(QStringLiteral(OTPSCOPE_SCENARIO_README));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QStringList inReadme;
        for (const QString &line : QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'))) {
            if (line.startsWith(QStringLiteral("| …")))
                inReadme.append(line);
        }
        QStringList inFiles;
        for (const QByteArray &text : platform::builtInScenarios()) {
            const Scenario scenario = readScenario(text, fixtures::catalogue()).value();
            inFiles.append(QStringLiteral("| …%1 | `%2` | %3 |")
                               .arg(scenario.recipientEnd, scenario.name, scenario.title));
        }
        inFiles.sort();
        QCOMPARE(inReadme, inFiles);
    }

    /// The issue's list: every status of every channel, all four statusCodes, and so on.
    void theBuiltInScenariosCoverTheService()
    {
        QStringList seen;
        const auto note = [&seen](const QString &channel, const std::vector<Report> &reports) {
            for (const Report &report : reports)
                seen.append(channel + QLatin1Char(' ') + report.status);
            if (reports.empty())
                seen.append(channel + QStringLiteral(" nothing"));
        };
        for (const QByteArray &text : platform::builtInScenarios()) {
            const Scenario scenario = readScenario(text, fixtures::catalogue()).value();
            note(QStringLiteral("viber"), scenario.viber);
            note(QStringLiteral("sms"), scenario.sms);
            if (!scenario.send.isAccepted)
                seen.append(QStringLiteral("code %1").arg(scenario.send.statusCode));
        }
        QStringList missing;
        for (const models::ChannelRules &rules : fixtures::catalogue().channels()) {
            // The first status is there without a report, as in a list that is empty.
            for (const models::StatusRule &status : rules.statuses) {
                if (status.rank > 0)
                    missing.append(rules.name + QLatin1Char(' ') + status.name);
            }
            missing.append(rules.name + QStringLiteral(" nothing"));
        }
        for (int code = 0; code <= 3; ++code)
            missing.append(QStringLiteral("code %1").arg(code));
        for (const QString &what : seen)
            missing.removeAll(what);
        QCOMPARE(missing, QStringList());
    }

    void everyTextCanBeTranslated()
    {
        QStringList expected;
        for (const QByteArray &text : platform::builtInScenarios()) {
            const auto scenario = readScenario(text, fixtures::catalogue());
            QVERIFY(scenario.hasValue());
            expected << scenario.value().title << scenario.value().description;
        }
        QStringList found;
        for (const char *text : models::scenarioTexts())
            found.append(QString::fromUtf8(text));
        QCOMPARE(found, expected);
    }

    void readsEveryField()
    {
        using namespace std::chrono_literals;
        Json json = goodScenario();
        json["send"] = {{"answer", "failed"}, {"statusCode", 1}, {"error", "No money."}};
        const auto read = readScenario(models::compactJson(json), fixtures::catalogue());
        QVERIFY2(read.hasValue(), read ? "" : qPrintable(read.error()));
        const Scenario expected{
            QStringLiteral("a-name"),
            QStringLiteral("Title"),
            QStringLiteral("Description."),
            {false, 1, QStringLiteral("No money.")},
            {{QStringLiteral("DELIVERED"), 2500ms, {}, {}, {}, 0ms},
             {QStringLiteral("SEEN"), std::nullopt, {}, {}, {}, 0ms}},
            {{QStringLiteral("Sent"), 0ms, QStringLiteral("Sent"), QStringLiteral("e"),
              Price{37'500}, 0ms}},
            {},
            {},
            {},
            {}};
        QCOMPARE(read.value(), expected);
    }

    void readsTimesFromTheEndOfTheTtl()
    {
        using namespace std::chrono_literals;
        Json json = goodScenario();
        json["channels"]["viber"][1]["after"] = "ttl+8.5";
        json["again"] = {{"viber", Json::array({{{"status", "SEEN"}, {"after", "ttl-1"}}})}};
        json["recipientEndsWith"] = "0042";
        json["$comment"] = "Why.";
        const auto read = readScenario(models::compactJson(json), fixtures::catalogue());
        QVERIFY2(read.hasValue(), read ? "" : qPrintable(read.error()));
        const Scenario &scenario = read.value();
        QCOMPARE(scenario.viber.at(1).delay(300s).count(), 308'500);
        QCOMPARE(scenario.reports(models::Channel::Viber, 1).at(0).delay(300s).count(), 299'000);
        QCOMPARE(scenario.reports(models::Channel::Viber, 1).at(0).delay(0s).count(), 0);
        QCOMPARE(scenario.reports(models::Channel::Sms, 1), scenario.sms);
        QCOMPARE(scenario.recipientEnd, QStringLiteral("0042"));
    }

    void namesTheLineOfEachFault()
    {
        const QByteArray text = "{\n  \"name\": \"a\", \"title\": \"tit{[le\",\n"
                                "  \"description\": \"\\\"],\",\n"
                                "  \"channels\": {\"viber\": [{\"status\": \"SEEN\", \"after\": 1}],\n"
                                "    \"sms\": [ {\"status\": \"Sent\", \"after\": 1},\n"
                                "            {\"status\": \"Sent\", \"after\": -1}]}}";
        const auto read = readScenario(text, fixtures::catalogue());
        QVERIFY(!read.hasValue());
        QVERIFY2(read.error().startsWith(
                     QStringLiteral("line 6, column 32: /channels/sms/1/after: expected seconds")),
                 qPrintable(read.error()));
    }

    void namesThePlaceOfEachFault_data()
    {
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("fault");
        const auto row = [](const char *name, const char *pointer, const char *value,
                            const char *fault) {
            QTest::newRow(name) << QString::fromLatin1(pointer) << QByteArray(value)
                                << QString::fromLatin1(fault);
        };
        row("the root is no object", "", "[]", "/: expected an object.");
        row("an unknown key at the root", "/speed", "1", "/speed: unknown key");
        row("an empty name", "/name", "\"\"", "/name: expected a text that is not empty.");
        row("a name with a space", "/name", "\"a b\"", "/name: expected lower-case");
        row("a name with a line end", "/name", "\"ab\\n\"", "/name: expected lower-case");
        row("a title that is a number", "/title", "1", "/title: expected a text");
        row("channels is a list", "/channels", "[]", "/channels: expected an object.");
        row("an unknown channel", "/channels/voice", "[]", "/channels/voice: unknown key");
        row("reports that are an object", "/channels/sms", "{}", "/channels/sms: expected a list");
        row("a report that is a text", "/channels/sms/0", "\"Sent\"",
            "/channels/sms/0: expected an object.");
        row("an unknown key in a report", "/channels/viber/0/at", "1",
            "/channels/viber/0/at: unknown key");
        row("a status of another channel", "/channels/viber/0/status", "\"Sent\"",
            "/channels/viber/0/status: \"Sent\" is no status of this channel; expected one of ");
        row("a report behind a final status", "/channels/viber/0/status", "\"EXPIRED\"",
            "/channels/viber/1: nothing can follow a final status.");
        row("a negative time", "/channels/viber/1/after", "-1",
            "/channels/viber/1/after: expected seconds from 0 to 1296000, or \"ttl\", or ");
        row("a time far from the ttl", "/channels/viber/1/after", "\"ttl+9999999\"",
            "/channels/viber/1/after: expected seconds");
        row("a time from something else", "/channels/viber/1/after", "\"ttl*2\"",
            "/channels/viber/1/after: expected seconds");
        row("a recipient in words", "/recipientEndsWith", "\"me\"",
            "/recipientEndsWith: expected 4 to 15 digits.");
        row("a recipient too short", "/recipientEndsWith", "\"123\"",
            "/recipientEndsWith: expected 4 to 15 digits.");
        row("a recipient that is a number", "/recipientEndsWith", "12345",
            "/recipientEndsWith: expected a text.");
        row("an unknown fault", "/faults", R"({"coffee": 1})", "/faults/coffee: unknown key");
        row("a fault too often", "/faults", R"({"answer500": 2})",
            "/faults/answer500: expected a number from 0 to 1.");
        row("a fault of the simulator", "/faults", R"({"tokenDown": 1})",
            "/faults/tokenDown: belongs to the simulator, not to a scenario");
        row("faults that are a list", "/faults", "[]", "/faults: expected an object.");
        row("an unknown channel again", "/again", R"({"voice": []})", "/again/voice: unknown key");
        row("a fault in again", "/again", R"({"sms": [{"status": "SEEN", "after": 1}]})",
            "/again/sms/0/status: \"SEEN\" is no status");
        row("a time too long", "/channels/viber/1/after", "1296001",
            "/channels/viber/1/after: expected seconds");
        row("a time in words", "/channels/viber/1/after", "\"soon\"",
            "/channels/viber/1/after: expected seconds");
        row("a price in words", "/channels/sms/0/price", "\"free\"",
            "/channels/sms/0/price: expected a number from 0 to 1000.");
        row("a detailed status that is a list", "/channels/sms/0/detailedStatus", "[]",
            "/channels/sms/0/detailedStatus: expected a text.");
        row("an answer that does not exist", "/send", R"({"answer": "maybe"})", "/send/answer: ");
        row("a failed answer without error", "/send", R"({"answer": "failed", "statusCode": 1})",
            "/send/error: expected a text");
        row("a status code out of range", "/send",
            R"({"answer": "failed", "statusCode": 4, "error": "x"})",
            "/send/statusCode: expected 0, 1, 2 or 3.");
        row("a status code with an accepted answer", "/send",
            R"({"answer": "accepted", "statusCode": 1})", "/send: statusCode and error belong");
    }

    void namesThePlaceOfEachFault()
    {
        QFETCH(const QString, pointer);
        QFETCH(const QByteArray, value);
        QFETCH(const QString, fault);
        Json json = goodScenario();
        json[models::JsonPointer(models::toUtf8String(pointer))]
            = Json::parse(value.toStdString());
        const auto read = readScenario(models::compactJson(json), fixtures::catalogue());
        QVERIFY(!read.hasValue());
        QVERIFY2(read.error().startsWith(QLatin1String("line 1, column ")), qPrintable(read.error()));
        QVERIFY2(read.error().section(QLatin1String(": "), 1).startsWith(fault),
                 qPrintable(read.error()));
    }

    void aMissingKeyIsNamed_data()
    {
        QTest::addColumn<QByteArray>("key");
        for (const char *key : {"name", "title", "description", "channels"})
            QTest::newRow(key) << QByteArray(key);
    }

    void aMissingKeyIsNamed()
    {
        QFETCH(const QByteArray, key);
        Json json = goodScenario();
        json.erase(key.toStdString());
        const auto read = readScenario(models::compactJson(json), fixtures::catalogue());
        QVERIFY(!read.hasValue());
        QVERIFY2(read.error().contains(QLatin1String(": /") + QString::fromLatin1(key)
                                       + QLatin1String(": ")),
                 qPrintable(read.error()));
    }

    void textThatIsNoJsonIsRefusedWithLineAndColumn()
    {
        const auto read = readScenario("{\n  \"name\" 1}", fixtures::catalogue());
        QVERIFY(!read.hasValue());
        QVERIFY2(read.error().startsWith(QLatin1String("line 2, column ")),
                 qPrintable(read.error()));
    }

    void theSchemaFileKnowsTheSameFaults()
    {
        QFile file(QStringLiteral(OTPSCOPE_SCENARIO_SCHEMA));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const Json schema = models::parseJson(file.readAll()).value();
        QStringList inSchema;
        for (const auto &[name, rule] : schema.at("properties").at("faults").at("properties").items()) {
            if (name != "$comment")
                inSchema.append(models::toQString(name) + QStringLiteral(" to %1").arg(
                                    rule.at("maximum").get<double>()));
        }
        QStringList known;
        for (const FaultField &field : faultFields()) {
            if (field.reach == FaultField::Reach::Flow)
                known.append(QStringLiteral("%1 to %2")
                                 .arg(QLatin1String(field.name))
                                 .arg(field.highest));
        }
        QCOMPARE(inSchema, known);
    }

    void theSchemaFileKnowsTheSameStatusesAsTheCatalogue()
    {
        QFile file(QStringLiteral(OTPSCOPE_SCENARIO_SCHEMA));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto schema = models::parseJson(file.readAll());
        QVERIFY(schema.hasValue());
        for (const models::ChannelRules &rules : fixtures::catalogue().channels()) {
            const std::string place = "/$defs/" + models::toUtf8String(rules.name)
                                      + "/items/properties/status/enum";
            QStringList inSchema;
            for (const Json &name : schema.value().at(models::JsonPointer(place)))
                inSchema.append(models::toQString(name.get<std::string>()));
            QStringList inCatalogue;
            for (const models::StatusRule &status : rules.statuses)
                inCatalogue.append(status.name);
            QCOMPARE(inSchema, inCatalogue);
        }
    }
};

QTEST_GUILESS_MAIN(TestScenario)
#include "tst_scenario.moc"
