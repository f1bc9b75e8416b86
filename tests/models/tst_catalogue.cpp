// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/resources.h"
#include "models/catalogue/catalogue.h"
#include "models/flow/fieldorder.h"
#include "models/text/cataloguetexts.h"

#include <QRegularExpression>
#include <QtTest>

using namespace otpscope;
using namespace otpscope::models;

class CatalogueTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void theNineTemplateTypesNeedWhatTheDocumentSays();
    void statusesMeanWhatTheDocumentSays();
    void everyTextCanBeTranslated();
    void newKeysGoWhereTheTablePutsThem();
    void aDamagedFileIsRefusedByPlace_data();
    void aDamagedFileIsRefusedByPlace();
    void aTemplateShowsTheStepsValues();
};

void CatalogueTest::theNineTemplateTypesNeedWhatTheDocumentSays()
{
    // API document 4.1: each field, and the types that need it.
    const std::vector<std::pair<QString, QString>> needs{
        {QStringLiteral("businessName"),
         QStringLiteral("with_business_name with_reason with_business_and_validity_hours")},
        {QStringLiteral("validityTime"),
         QStringLiteral("with_validity with_type_and_validity with_business_and_validity_hours")},
        {QStringLiteral("pinType"), QStringLiteral("with_type with_type_and_validity")},
        {QStringLiteral("actionName"), QStringLiteral("with_action")},
        {QStringLiteral("codeReason"), QStringLiteral("with_reason")},
    };
    const Catalogue catalogue = platform::builtInCatalogue();
    QCOMPARE(static_cast<int>(catalogue.templateTypes().size()), 9);
    for (const auto &[field, types] : needs) {
        QStringList found;
        for (const TemplateType &type : catalogue.templateTypes()) {
            if (type.parameters.contains(field))
                found.append(type.name);
        }
        QCOMPARE(found.join(QLatin1Char(' ')), types);
    }
    for (const TemplateType &type : catalogue.templateTypes())
        QCOMPARE(type.parameters.first(), QStringLiteral("pin"));
}

void CatalogueTest::statusesMeanWhatTheDocumentSays()
{
    const Catalogue catalogue = platform::builtInCatalogue();
    QStringList found;
    for (const ChannelRules &channel : catalogue.channels()) {
        for (const StatusRule &status : channel.statuses) {
            found.append(QStringLiteral("%1 %2 %3%4%5%6")
                             .arg(channel.name, status.name)
                             .arg(status.rank)
                             .arg(status.isFinal ? QStringLiteral(" final") : QString(),
                                  status.triggersFailover ? QStringLiteral(" trigger") : QString(),
                                  status.stopsFlow ? QStringLiteral(" stops") : QString()));
        }
    }
    const QStringList expected{
        QStringLiteral("viber QUEUED 0"),
        QStringLiteral("viber DELIVERED 2"),
        QStringLiteral("viber SEEN 4 final stops"),
        QStringLiteral("viber EXPIRED 3 final trigger"),
        QStringLiteral("viber FAILED 3 final trigger"),
        QStringLiteral("viber UNDELIVERED 3 final trigger"),
        QStringLiteral("viber UNSENT 3 final trigger"),
        QStringLiteral("sms Queued 0"),
        QStringLiteral("sms Sent 1"),
        QStringLiteral("sms Delivered 3 final"),
        QStringLiteral("sms Undelivered 3 final trigger"),
        QStringLiteral("sms Failed 3 final trigger"),
        QStringLiteral("sms Unsent 3 final trigger"),
    };
    QCOMPARE(found, expected);
}

void CatalogueTest::everyTextCanBeTranslated()
{
    const Catalogue catalogue = platform::builtInCatalogue();
    QStringList expected;
    for (const FieldRule &field : catalogue.fields())
        expected.append(field.description);
    for (const Language &language : catalogue.languages())
        expected.append(language.englishName);
    for (int code = 0; !catalogue.statusCodeMeaning(code).isEmpty(); ++code)
        expected.append(catalogue.statusCodeMeaning(code));
    QStringList found;
    for (const char *text : catalogueTexts())
        found.append(QString::fromUtf8(text));
    QCOMPARE(found, expected);
}

void CatalogueTest::newKeysGoWhereTheTablePutsThem()
{
    const Catalogue catalogue = platform::builtInCatalogue();
    QStringList steps;
    QStringList message;
    for (const FieldRule &field : catalogue.fields()) {
        if (field.name.startsWith(QLatin1String("message.")))
            message.append(field.name.mid(static_cast<int>(qstrlen("message."))));
        else if (field.place == FieldPlace::Step)
            steps.append(field.name);
    }
    const auto keys = [](const std::vector<std::string> &path) {
        QStringList names;
        for (const std::string &key : documentedKeys(path))
            names.append(toQString(key));
        return names;
    };
    QCOMPARE(keys({"flow", "0"}), steps);
    QCOMPARE(keys({"flow", "0", "message"}), message);
}

void CatalogueTest::aDamagedFileIsRefusedByPlace_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("problem");
    QTest::newRow("no JSON") << QByteArray("{")
                             << QStringLiteral("not JSON at line 1, column 2: ");
    QTest::newRow("another format") << QByteArray(R"({"format":"x"})")
                                    << QStringLiteral("\"format\" is not");
    QTest::newRow("no sources") << QByteArray(R"({"format":"otpscope-catalogue-1"})")
                                << QStringLiteral("\"sources\" is no object");
    QTest::newRow("an unlisted source")
        << QByteArray(R"({"format":"otpscope-catalogue-1","sources":{"a":""},
            "templateWarning":{"text":"t","source":"b","confidence":"spec"}})")
        << QStringLiteral("templateWarning: \"source\" is \"b\"");
    QTest::newRow("an unknown confidence")
        << QByteArray(R"({"format":"otpscope-catalogue-1","sources":{"a":""},
            "templateWarning":{"text":"t","source":"a","confidence":"sure"}})")
        << QStringLiteral("templateWarning: \"confidence\" cannot be \"sure\"");
}

void CatalogueTest::aDamagedFileIsRefusedByPlace()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, problem);
    const auto catalogue = Catalogue::fromJson(text);
    QVERIFY(!catalogue);
    QVERIFY2(catalogue.error().startsWith(problem), qPrintable(catalogue.error()));
}

void CatalogueTest::aTemplateShowsTheStepsValues()
{
    const Catalogue catalogue = platform::builtInCatalogue();
    const TemplateType *type = catalogue.templateType(QStringLiteral("with_type_and_validity"));
    QVERIFY(type);
    const Json step = Json::object({{"pin", "{validityTime}"}, {"pinType", "login"}});
    const QString text = renderTemplate(*type, step);
    QVERIFY2(text.startsWith(QLatin1String("Your login code is {validityTime}. It's valid for "
                                           "{validityTime} minutes.\n\n")),
             qPrintable(text));
}

QTEST_GUILESS_MAIN(CatalogueTest)
#include "tst_catalogue.moc"
