// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/resources.h"
#include "models/environment/accountanswers.h"

#include <QRegularExpression>
#include <QTest>

using namespace otpscope;
using namespace otpscope::models;

namespace {

/// "id|type|pin,name|text", a line each, then "strange" with what came.
QString printed(const TemplateList &list)
{
    QStringList lines;
    for (const OtpTemplate &read : list.templates)
        lines.append(
            QStringList{read.id, read.type, read.parameters.join(u','), read.text}.join(u'|'));
    for (const QByteArray &entry : list.strange)
        lines.append(QStringLiteral("strange ") + QString::fromUtf8(entry).trimmed());
    return lines.join(u'\n');
}

} // namespace

/// What an account may answer about its templates and its balance.
class TestAccountAnswers final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void templates_data();
    void templates();
    void noTemplates_data();
    void noTemplates();
    void aFloodIsBounded();
    void catalogueAndAccountAreMerged();
    void balance_data();
    void balance();
};

void TestAccountAnswers::templates_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QByteArray &body, const char *expected) {
        QTest::newRow(name) << body << QString::fromLatin1(expected);
    };
    row("an object with a list",
        R"({"templates":[{"templateId":"a","templateType":"basic","parameters":["pin"],)"
        R"("text":"Code {pin}"}]})",
        "a|basic|pin|Code {pin}");
    row("a bare list with other names",
        R"([{"id":"a","type":"with_type","params":["pin","pinType"],"body":"x"}])",
        "a|with_type|pin,pinType|x");
    row("parameters that are objects",
        R"({"results":[{"uuid":"a","name":"own","variables":[{"name":"pin"},{"n":1}]}]})",
        "a|own|pin|");
    row("little is said", R"({"items":[{"id":"a"}]})", "a|||");
    row("entries nobody understands are kept", R"({"data":[{"id":"a"},7,{"name":"b"},{"id":""}]})",
        "a|||\nstrange 7\nstrange {\"name\":\"b\"}\nstrange {\"id\":\"\"}");
    row("an empty list", "[]", "");
}

void TestAccountAnswers::templates()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, expected);
    const auto list = readTemplates(body);
    QVERIFY(list);
    QCOMPARE(printed(list.value()), expected);
}

void TestAccountAnswers::noTemplates_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("isJson");
    QTest::newRow("a page") << QByteArray("<html>") << false;
    QTest::newRow("cut") << QByteArray(R"({"templates":[)") << false;
    QTest::newRow("nothing") << QByteArray() << false;
    QTest::newRow("an object without a list") << QByteArray(R"({"templates":{}})") << true;
    QTest::newRow("a text") << QByteArray(R"("x")") << true;
}

void TestAccountAnswers::noTemplates()
{
    QFETCH(QByteArray, body);
    QFETCH(bool, isJson);
    const auto list = readTemplates(body);
    QVERIFY(!list);
    QCOMPARE(list.error().kind == NotUnderstood::Kind::StrangeShape, isJson);
}

void TestAccountAnswers::aFloodIsBounded()
{
    const QByteArray entry = R"({"id":"a","text":")" + QByteArray(5'000, 'x') + "\"},";
    const auto list = readTemplates('[' + entry.repeated(1'500) + "0]");
    QVERIFY(list);
    QCOMPARE(list.value().templates.size(), std::size_t{1'000});
    QCOMPARE(list.value().templates.front().text.size(), 2'000);
}

void TestAccountAnswers::catalogueAndAccountAreMerged()
{
    const Catalogue catalogue = platform::builtInCatalogue();
    const TemplateType &known = catalogue.templateTypes().at(2);
    const OtpTemplate sameId{known.templateId.toUpper(), QStringLiteral("renamed"), {}, {}};
    const OtpTemplate own{QStringLiteral("own-1"), QStringLiteral("custom"), {}, {}};
    const auto merged = mergedTemplates(catalogue, {sameId, own, own});
    QCOMPARE(merged.size(), catalogue.templateTypes().size() + 1);
    for (std::size_t row = 0; row < catalogue.templateTypes().size(); ++row) {
        QCOMPARE(merged[row].content.type, catalogue.templateTypes()[row].name);
        QVERIFY(merged[row].isInCatalogue);
        QCOMPARE(merged[row].isOfAccount, row == 2);
    }
    QCOMPARE(merged.back(), (OfferedTemplate{own, false, true}));
}

void TestAccountAnswers::balance_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("expected");
    QTest::newRow("with a currency")
        << QByteArray(R"({"balance":12.5,"currency":{"code":"EUR","name":"Euro","sign":"€"}})")
        << QStringLiteral("12.5 EUR");
    QTest::newRow("the currency as a text")
        << QByteArray(R"({"balance":"-0.30","currency":"USD"})") << QStringLiteral("-0.30 USD");
    QTest::newRow("no currency") << QByteArray(R"({"balance":0})") << QStringLiteral("0");
    QTest::newRow("no number") << QByteArray(R"({"balance":"plenty"})") << QString();
    QTest::newRow("null") << QByteArray(R"({"balance":null})") << QString();
    QTest::newRow("none") << QByteArray("{}") << QString();
    QTest::newRow("a page") << QByteArray("<html>") << QString();
}

void TestAccountAnswers::balance()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, expected);
    QCOMPARE(readBalance(body).value_or(QString()), expected);
}

QTEST_GUILESS_MAIN(TestAccountAnswers)
#include "tst_accountanswers.moc"
