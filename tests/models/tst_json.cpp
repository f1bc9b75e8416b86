// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/json.h"
#include "models/core/jsonlayout.h"

#include <QRegularExpression>
#include <QtTest>

using namespace otpscope::models;

namespace {

QString printed(const Result<Json, JsonProblem> &result)
{
    if (result)
        return QStringLiteral("value ") + QString::fromUtf8(compactJson(result.value()));
    static const char *const kinds[] = {"TooLarge", "TooDeep", "NotUtf8", "Syntax"};
    const JsonProblem &problem = result.error();
    return QStringLiteral("%1 at %2:%3")
        .arg(QLatin1String(kinds[static_cast<int>(problem.kind)]))
        .arg(problem.line)
        .arg(problem.column);
}

/// Mostly plain, but any byte may be in it, UTF-8 or not.
std::string anyText(std::mt19937 &random)
{
    std::string text;
    for (auto length = random() % 12; length > 0; --length) {
        const bool isPlain = random() % 8 != 0;
        text += static_cast<char>(isPlain ? ' ' + random() % 95 : random() % 256);
    }
    return text;
}

Json anyJson(std::mt19937 &random, int depth)
{
    switch (random() % (depth > 0 ? 8 : 6)) {
    case 0:
        return nullptr;
    case 1:
        return random() % 2 == 0;
    case 2:
        return static_cast<qint64>(random()) - (qint64{1} << 31);
    case 3:
        return static_cast<qint64>(random() << 31) + static_cast<qint64>(random());
    case 4:
        return static_cast<double>(random()) / static_cast<double>(1 + random() % 1000);
    case 5:
        return anyText(random);
    case 6: {
        Json array = Json::array();
        for (auto size = random() % 5; size > 0; --size)
            array.push_back(anyJson(random, depth - 1));
        return array;
    }
    default: {
        Json object = Json::object();
        for (auto size = random() % 5; size > 0; --size)
            object[anyText(random)] = anyJson(random, depth - 1);
        return object;
    }
    }
}

} // namespace

class JsonTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void parses_data();
    void parses();
    void theDetailNeverQuotesTheText();
    void textOverTheLimitIsRefusedUnread();
    void depthIsLimitedToTheLevel();
    void hundredThousandNestedArraysAreRefused();
    void manyKeysCostLinearTime();
    void prettyJsonKeepsOrderAndEndsTheLine();
    void compactJsonIsWhatTheLibraryWrites();
    void aLaidOutTextIsThePrettyOne();
    void layingOutKeepsEverySpelling();
    void membersOfAnythingButAnObjectAreNone();
};

void JsonTest::parses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");

    const auto row = [](const char *name, const QByteArray &text, const char *expected) {
        QTest::newRow(name) << text << QString::fromUtf8(expected);
    };
    row("an object keeps its key order", R"({"b":1,"a":2})", R"(value {"b":1,"a":2})");
    row("a bare scalar is JSON", "7", "value 7");
    row("a bare text is JSON", R"("x")", R"(value "x")");
    row("a byte order mark is skipped", "\xEF\xBB\xBF[1]", "value [1]");
    row("a second byte order mark is refused", "\xEF\xBB\xBF\xEF\xBB\xBF[1]", "Syntax at 1:1");
    row("an empty text is refused", "", "Syntax at 1:1");
    row("blank text is refused", "  \n ", "Syntax at 2:2");
    row("the largest unsigned number survives", "[18446744073709551615]",
        "value [18446744073709551615]");
    row("the smallest signed number survives", "[-9223372036854775808]",
        "value [-9223372036854775808]");
    row("a number beyond double is refused", "[1e400]", "Syntax at 1:6");
    row("of equal keys the last value counts at the first place", R"({"a":1,"b":2,"a":3})",
        R"(value {"a":3,"b":2})");
    row("an escaped pair of surrogates is one character", R"(["\ud83d\ude00"])",
        "value [\"\xF0\x9F\x98\x80\"]");
    row("a lone high surrogate is refused", R"(["\ud83d"])", "Syntax at 1:9");
    row("a lone low surrogate is refused", R"(["\ude00"])", "Syntax at 1:8");
    row("an escaped NUL stays a NUL", R"(["\u0000"])", R"(value ["\u0000"])");
    row("a raw control character in a text is refused", "[\"a\nb\"]", "Syntax at 1:4");
    row("a raw tab in a text is refused", "[\"a\tb\"]", "Syntax at 1:4");
    row("a NUL behind the value is refused", QByteArray("123\0", 4), "Syntax at 1:4");
    row("a truncated object is refused at its end", R"({"a": [1, 2)", "Syntax at 1:12");
    row("a truncated text is refused at its end", R"({"a": "b)", "Syntax at 1:9");
    row("a truncated literal is refused at its end", "tru", "Syntax at 1:4");
    row("something behind the value is refused", "{} x", "Syntax at 1:4");
    row("a second value is shown at its start", R"(["a" "bcd"])", "Syntax at 1:6");
    row("a trailing comma is refused", "[1,]", "Syntax at 1:4");
    row("a literal in the wrong place is shown at its start", "[1 false]", "Syntax at 1:4");
    row("a number in the wrong place is shown at its start", R"({"a" 1234})", "Syntax at 1:6");
    row("a comment is refused", "[1] // one", "Syntax at 1:5");
    row("single quotes are refused", "['a']", "Syntax at 1:2");
    row("a number with a leading zero is refused", "[01]", "Syntax at 1:3");
    row("a number without its integer part is refused", "[.5]", "Syntax at 1:2");
    row("NaN is refused", "[NaN]", "Syntax at 1:2");
    row("the line is counted", "{\n  \"a\": 1,\n  oops\n}", "Syntax at 3:3");
    row("CRLF counts as one line end", "{\r\n\"a\": 1,\r\noops}", "Syntax at 3:1");
    row("columns count characters, not bytes", "[\"\xCE\xB1\xCE\xB2\xCE\xB3\" x]", "Syntax at 1:8");
    row("an astral character is one column", "[\"\xF0\x9F\x98\x80\" x]", "Syntax at 1:6");
    row("a stray continuation byte is not UTF-8", "[\"a\x80\"]", "NotUtf8 at 1:4");
    row("Latin-1 is not UTF-8", "[\"caf\xE9\"]", "NotUtf8 at 1:6");
    row("an overlong slash is not UTF-8", "[\"\xC0\xAF\"]", "NotUtf8 at 1:3");
    row("a UTF-8 surrogate is not UTF-8", "[\"\xED\xA0\x80\"]", "NotUtf8 at 1:3");
    row("beyond U+10FFFF is not UTF-8", "[\"\xF4\x90\x80\x80\"]", "NotUtf8 at 1:3");
    row("a character cut short is not UTF-8", "[\"\xE2\x82", "NotUtf8 at 1:3");
    row("UTF-16 with its mark is not UTF-8", QByteArray("\xFF\xFE[\0]\0", 6), "NotUtf8 at 1:1");
    row("UTF-16 without a mark is not UTF-8", QByteArray("[\0]\0", 4), "NotUtf8 at 1:2");
}

void JsonTest::parses()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);
    QCOMPARE(printed(parseJson(text)), expected);
}

void JsonTest::theDetailNeverQuotesTheText()
{
    const QByteArrayList texts{R"({"pin": 784291x})", R"({"pin": "784291)", R"({"pin" "784291"})",
                               R"({"pin": 784291e999})", R"({"pin": '784291'})"};
    for (const QByteArray &text : texts) {
        const auto result = parseJson(text);
        QVERIFY(!result);
        QVERIFY(!result.error().detail.isEmpty());
        QVERIFY2(!result.error().detail.contains(QLatin1String("784291")),
                 qPrintable(result.error().detail));
        QVERIFY2(!result.error().detail.contains(QLatin1String("line")),
                 qPrintable(result.error().detail));
    }
}

void JsonTest::textOverTheLimitIsRefusedUnread()
{
    JsonLimits limits;
    limits.maximumBytes = 5;
    QCOMPARE(printed(parseJson("[1,2]", limits)), QStringLiteral("value [1,2]"));
    QCOMPARE(printed(parseJson("[1,22]", limits)), QStringLiteral("TooLarge at 0:0"));
}

void JsonTest::depthIsLimitedToTheLevel()
{
    JsonLimits limits;
    limits.maximumDepth = 3;
    QCOMPARE(printed(parseJson(R"([{"a":[1]}])", limits)), QStringLiteral(R"(value [{"a":[1]}])"));
    QCOMPARE(printed(parseJson(R"([{"[":[[1]]}])", limits)), QStringLiteral("TooDeep at 1:8"));
    // Brackets inside a text do not count, on whatever line.
    QCOMPARE(printed(parseJson("[[[]],\n [\"\\\"[\", {}]]", limits)),
             QStringLiteral("value [[[]],[\"\\\"[\",{}]]"));
    QCOMPARE(printed(parseJson("[[[]],\n [\"\\\"[\", [{}]]]", limits)),
             QStringLiteral("TooDeep at 2:11"));
}

void JsonTest::hundredThousandNestedArraysAreRefused()
{
    QCOMPARE(printed(parseJson(QByteArray(100'000, '['))), QStringLiteral("TooDeep at 1:257"));
    QByteArray objects;
    for (int i = 0; i < 100'000; ++i)
        objects += R"({"a":)";
    QCOMPARE(printed(parseJson(objects)), QStringLiteral("TooDeep at 1:1281"));
    const QByteArray deepest = QByteArray(256, '[') + QByteArray(256, ']');
    const auto result = parseJson(deepest);
    QVERIFY(result);
    QCOMPARE(compactJson(result.value()), deepest);
}

void JsonTest::manyKeysCostLinearTime()
{
    // Quadratic work would take minutes here, and the test's time limit would end it.
    QByteArray text = "{";
    constexpr int keys = 100'000;
    for (int i = 0; i < keys; ++i)
        text += '"' + QByteArray::number(i) + "\":1,";
    text += R"("7":2})";
    const auto result = parseJson(text);
    QVERIFY(result);
    QCOMPARE(result.value().size(), std::size_t{keys});
    QVERIFY(compactJson(result.value()).contains(R"("7":2,"8":1)"));
}

void JsonTest::prettyJsonKeepsOrderAndEndsTheLine()
{
    const auto json = parseJson("{\"z\":\"\xCE\xB1\",\"a\":[1,{}]}");
    QVERIFY(json);
    QCOMPARE(prettyJson(json.value()),
             QByteArray("{\n  \"z\": \"\xCE\xB1\",\n  \"a\": [\n    1,\n    {}\n  ]\n}\n"));
    QCOMPARE(compactJson(json.value()), QByteArray("{\"z\":\"\xCE\xB1\",\"a\":[1,{}]}"));
}

void JsonTest::compactJsonIsWhatTheLibraryWrites()
{
    std::mt19937 random(20261126);
    for (int round = 0; round < 2000; ++round) {
        const Json json = anyJson(random, 4);
        QCOMPARE(compactJson(json),
                 QByteArray::fromStdString(
                     json.dump(-1, ' ', false, Json::error_handler_t::replace)));
    }
}

void JsonTest::aLaidOutTextIsThePrettyOne()
{
    std::mt19937 random(20261127);
    for (int round = 0; round < 2000; ++round) {
        const Json json = anyJson(random, 4);
        QCOMPARE(laidOut(compactJson(json)), prettyJson(json));
        QCOMPARE(laidOut(prettyJson(json)), prettyJson(json));
    }
}

void JsonTest::layingOutKeepsEverySpelling()
{
    QCOMPARE(laidOut("  {\"a\" :1.10,\r\n\t\"a\":1E2 ,\"\\u0063\\\"[\":[ 18446744073709551616 ,[ ],{\n} ] }"),
             QByteArray("{\r\n  \"a\": 1.10,\r\n  \"a\": 1E2,\r\n  \"\\u0063\\\"[\": [\r\n"
                        "    18446744073709551616,\r\n    [],\r\n    {}\r\n  ]\r\n}\r\n"));
    QCOMPARE(laidOut(" true "), QByteArray("true\n"));
}

void JsonTest::membersOfAnythingButAnObjectAreNone()
{
    QCOMPARE(member(Json::array({1}), "a"), nullptr);
    QCOMPARE(member(Json("text"), "a"), nullptr);
    const Json object = Json::object({{"a", "x"}, {"b", 1}});
    QVERIFY(member(object, "b"));
    QCOMPARE(member(object, "c"), nullptr);
    QCOMPARE(textMember(object, "a"), std::optional(QStringLiteral("x")));
    QCOMPARE(textMember(object, "b"), std::optional<QString>());
    QCOMPARE(toQString(toUtf8String(QStringLiteral("αβγ"))), QStringLiteral("αβγ"));
}

QTEST_GUILESS_MAIN(JsonTest)
#include "tst_json.moc"
