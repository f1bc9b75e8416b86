// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/jsonplace.h"
#include "models/core/jsontext.h"
#include "models/flow/fieldorder.h"

#include <QRegularExpression>
#include <QtTest>

#include <algorithm>

using namespace otpscope::models;

namespace {

std::size_t atTheEnd(const std::vector<std::string> &keys, const JsonPath & /*path*/,
                     const std::string & /*key*/)
{
    return keys.size();
}

std::size_t atTheFront(const std::vector<std::string> & /*keys*/, const JsonPath & /*path*/,
                       const std::string & /*key*/)
{
    return 0;
}

JsonPath path(const QString &pointer)
{
    return pathOf(pointer).value();
}

/// Every node as "pointer=text", in the order of the text.
QString printed(const JsonSpans &spans)
{
    QStringList lines;
    for (int id = 0; id < spans.count(); ++id) {
        lines += QStringLiteral("%1=%2").arg(pointerOf(spans.pathTo(id)),
                                             QString::fromUtf8(spans.valueText(id).toByteArray()));
    }
    return lines.join(QLatin1Char('\n'));
}

const char *const odd =
    "\xEF\xBB\xBF{ \"a\" : 1.10,\r\n\t\"a\":1E2 ,\"b\\u0063\":[ 18446744073709551616,\r\n "
    "\"\\u0041\\/\" ] , \"o\":{}\r\n}\r\n\r\n";

} // namespace

class JsonTextTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void everyValueHasItsPlace()
    {
        const JsonSpans spans("{\"a\": [1.10, {\"b\":\"x,]\"}], \"c\" :null}");
        QCOMPARE(printed(spans), QStringLiteral("={\"a\": [1.10, {\"b\":\"x,]\"}], \"c\" :null}\n"
                                                "/a=[1.10, {\"b\":\"x,]\"}]\n"
                                                "/a/0=1.10\n"
                                                "/a/1={\"b\":\"x,]\"}\n"
                                                "/a/1/b=\"x,]\"\n"
                                                "/c=null"));
    }

    void aBareValueIsTheRoot()
    {
        QCOMPARE(printed(JsonSpans(" 1E2 ")), QStringLiteral("=1E2"));
        QCOMPARE(printed(JsonSpans("\xEF\xBB\xBF\"\\\"\"")), QStringLiteral("=\"\\\"\""));
    }

    void ofEqualKeysTheLastIsFound()
    {
        const JsonSpans spans(R"({"a":1,"b":2,"\u0061":3})");
        QCOMPARE(spans.valueText(spans.find({"a"}).value()), QByteArrayView("3"));
        QVERIFY(!spans.find({"c"}));
        QVERIFY(!spans.find({"a", "b"}));
    }

    void placesGoThereAndBack_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("letters") << QByteArray("{\n \"a\": 1\n}");
        QTest::newRow("Greek and emoji") << QByteArray("[\"\xCE\xB1\xF0\x9F\x98\x80\",\n 2]");
        QTest::newRow("a byte order mark and Windows lines") << QByteArray(odd);
    }
    void placesGoThereAndBack()
    {
        QFETCH(QByteArray, text);
        for (qsizetype i = byteOrderMarkLength(text); i < text.size(); ++i) {
            if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80)
                QCOMPARE(offsetOf(text, placeIn(text, i)), i);
        }
        QCOMPARE(placeIn(text, text.size() + 5), placeIn(text, text.size()));
        QCOMPARE(offsetOf(text, {1000, 1}), text.size());
    }

    void anEdit_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char *name, const QByteArray &before, const char *pointer,
                            const QByteArray &value, const QByteArray &after) {
            QTest::newRow(name) << before << QString::fromLatin1(pointer) << value << after;
        };
        row("a value is replaced where it stands", "{ \"a\" : 1.10 ,\r\n \"b\":2}", "/b", "3",
            "{ \"a\" : 1.10 ,\r\n \"b\":3}");
        row("the last of equal keys is set", R"({"a":1,"a":2})", "/a", "3", R"({"a":1,"a":3})");
        row("a key written with escapes is the same key", R"({"\u0061":1})", "/a", "3",
            R"({"\u0061":3})");
        row("an equal value in another spelling is no edit", R"({"a":1.10,"b":"\u0041"})", "/a",
            "1.1", R"({"a":1.10,"b":"\u0041"})");
        row("a large number is left as it is spelled", "[18446744073709551616]", "/0",
            "18446744073709551616", "[18446744073709551616]");
        row("only the element that differs changes", "[ \"1\" ,\n  \"2\" ]", "", R"(["1","3"])",
            "[ \"1\" ,\n  \"3\" ]");
        row("elements are added behind the last as the others stand", "[ \"1\",\n  \"2\" ]", "",
            R"(["1","2","3","4"])", "[ \"1\",\n  \"2\",\n  \"3\",\n  \"4\" ]");
        row("elements too many are taken from the end", "[ 1 , 2 , 3 ]", "", "[1]", "[ 1 ]");
        row("an array becomes empty", "[ 1 , 2 ]", "", "[]", "[]");
        row("only the member that differs changes", "{\"o\": { \"x\":1.0 , \"y\":2 }}", "/o",
            R"({"x":1.0,"y":3})", "{\"o\": { \"x\":1.0 , \"y\":3 }}");
        row("an object of other keys is replaced whole", R"({"o":{"x":1}})", "/o", R"({"y":1})",
            R"({"o":{"y":1}})");
        row("a new member of a line stands on it", R"({"a":1})", "/b", "2", R"({"a":1,"b":2})");
        row("with the blanks of the others", R"({"a": 1})", "/b", "2", R"({"a": 1, "b": 2})");
        row("and of what is around them", R"({ "a" : 1 })", "/b", "2", R"({ "a" : 1, "b" : 2 })");
        row("a new member gets a line where the others have one", "{\n\t\"a\": 1\n}", "/b", "2",
            "{\n\t\"a\": 1,\n\t\"b\": 2\n}");
        row("with the line ends of the others", "{\r\n  \"a\": 1\r\n}", "/b", R"({"c":[1]})",
            "{\r\n  \"a\": 1,\r\n  \"b\": {\r\n    \"c\": [\r\n      1\r\n    ]\r\n  }\r\n}");
        row("an empty object opens as the rest is laid out", "{\n    \"a\": {}\n}", "/a/b", "1",
            "{\n    \"a\": {\n        \"b\": 1\n    }\n}");
        row("on a line it stays on the line", R"({"a":{ }})", "/a/b", "1", R"({"a":{"b":1}})");
        row("missing objects are made on the way", R"({"a": 1})", "/b/c/d", "[1, 2]",
            R"({"a": 1, "b": {"c": {"d": [1, 2]}}})");
        row("an array gets an element", "[]", "/-", "1", "[1]");
        row("a byte order mark and everything else stays", odd, "/o/x", "1",
            QByteArray(odd).replace("\"o\":{}", "\"o\":{\"x\" : 1}"));
        row("a whole document is replaced", " 1 ", "", "2", " 2 ");
    }
    void anEdit()
    {
        QFETCH(QByteArray, before);
        QFETCH(QString, pointer);
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, after);
        JsonText text = JsonText::parse(before).value();
        QVERIFY(text.set(path(pointer), parseJson(value).value(), &atTheEnd));
        QCOMPARE(text.text(), after);
        QVERIFY(parseJson(text.text()));
    }

    void aMemberCanStandInFront()
    {
        JsonText line(R"({ "a": 1, "b": 2 })");
        QVERIFY(line.set({"z"}, 0, &atTheFront));
        QCOMPARE(line.text(), QByteArray(R"({ "z": 0, "a": 1, "b": 2 })"));
        JsonText lines("{\n  \"a\": 1\n}");
        QVERIFY(lines.set({"z"}, 0, &atTheFront));
        QCOMPARE(lines.text(), QByteArray("{\n  \"z\": 0,\n  \"a\": 1\n}"));
    }

    void aSpellingIsKept()
    {
        JsonText text(R"({"a": 1})");
        QVERIFY(text.setText({"b"}, "1.10", &atTheEnd));
        QVERIFY(text.setText({"a"}, "1E2", &atTheEnd));
        QCOMPARE(text.text(), QByteArray(R"({"a": 1E2, "b": 1.10})"));
    }

    void whatCannotBeEditedIsRefusedAndLeftAlone_data()
    {
        QTest::addColumn<QString>("pointer");
        QTest::newRow("through a number") << QStringLiteral("/a/x");
        QTest::newRow("an index too far") << QStringLiteral("/l/2");
        QTest::newRow("an index that is no number") << QStringLiteral("/l/x");
        QTest::newRow("an index with a zero in front") << QStringLiteral("/l/00");
        QTest::newRow("behind the last, deeper") << QStringLiteral("/l/9/x");
    }
    void whatCannotBeEditedIsRefusedAndLeftAlone()
    {
        QFETCH(QString, pointer);
        const QByteArray before = R"({"a":1,"l":[0]})";
        JsonText text(before);
        QVERIFY(!text.set(path(pointer), 1, &atTheEnd));
        QVERIFY(!text.remove(path(pointer)));
        QCOMPARE(text.text(), before);
    }

    void removing_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char *name, const char *before, const char *pointer,
                            const char *after) {
            QTest::newRow(name) << QByteArray(before) << QString::fromLatin1(pointer)
                                << QByteArray(after);
        };
        row("the first member", "{\n  \"a\": 1,\n  \"b\": 2\n}", "/a", "{\n  \"b\": 2\n}");
        row("a member between", "{ \"a\": 1 , \"b\": 2 , \"c\": 3 }", "/b",
            "{ \"a\": 1 , \"c\": 3 }");
        row("the last member", "{\n  \"a\": 1,\n  \"b\": 2\n}", "/b", "{\n  \"a\": 1\n}");
        row("the only member", "{ \"a\": 1 }", "/a", "{}");
        row("each of equal keys", R"({"a":1,"b":2,"a":3,"a":4,"c":5,"a":6})", "/a",
            R"({"b":2,"c":5})");
        row("each of equal keys and nothing else is there", R"({"a":1,"a":2})", "/a", "{}");
        row("an element", "[ 1 , 2 , 3 ]", "/1", "[ 1 , 3 ]");
        row("the first element", "[ 1 , 2 , 3 ]", "/0", "[ 2 , 3 ]");
    }
    void removing()
    {
        QFETCH(QByteArray, before);
        QFETCH(QString, pointer);
        QFETCH(QByteArray, after);
        JsonText text(before);
        QVERIFY(text.remove(path(pointer)));
        QCOMPARE(text.text(), after);
    }

    void elementsMoveAndTheBlanksBetweenStay()
    {
        JsonText text("[ {\"n\":1.0} ,\n  {\"n\":2e0},{\"n\":3} ]");
        QVERIFY(text.move({}, 0, 2));
        QCOMPARE(text.text(), QByteArray("[ {\"n\":2e0} ,\n  {\"n\":3},{\"n\":1.0} ]"));
        QVERIFY(text.move({}, 2, 0));
        QCOMPARE(text.text(), QByteArray("[ {\"n\":1.0} ,\n  {\"n\":2e0},{\"n\":3} ]"));
        QVERIFY(!text.move({}, 0, 3));
        QVERIFY(!text.move({"x"}, 0, 0));
    }

    void aCopyIsSpelledTheSame()
    {
        JsonText text("[\n  {\n    \"n\": 1.10\n  }\n]");
        QVERIFY(text.duplicate({}, 0));
        QCOMPARE(text.text(),
                 QByteArray("[\n  {\n    \"n\": 1.10\n  },\n  {\n    \"n\": 1.10\n  }\n]"));
        QVERIFY(!text.duplicate({}, 2));
    }

    void elementsGoIn()
    {
        JsonText text("[{\"a\":1},\n {\"a\":2}]");
        QVERIFY(text.insert({}, 2, Json::object({{"a", 3}, {"b", 4}})));
        QCOMPARE(text.text(), QByteArray("[{\"a\":1},\n {\"a\":2},\n {\"a\":3,\"b\":4}]"));
        QVERIFY(text.insert({}, 0, 0));
        QCOMPARE(text.text(), QByteArray("[0,\n {\"a\":1},\n {\"a\":2},\n {\"a\":3,\"b\":4}]"));
        QVERIFY(!text.insert({}, 9, 0));
        QVERIFY(!text.insert({"x"}, 0, 0));
    }
};

QTEST_GUILESS_MAIN(JsonTextTest)
#include "tst_jsontext.moc"
