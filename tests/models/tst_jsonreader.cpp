// SPDX-License-Identifier: GPL-3.0-or-later
// What the reader takes and what it refuses, and where: RFC 8259 line by line, and what people
// paste.
#include "models/core/json.h"
#include "models/core/jsonspans.h"
#include "models/text/sentences.h"

#include <QRegularExpression>
#include <QtTest>

using namespace otpscope::models;

namespace {

QString printed(const Result<Json, JsonProblem> &result)
{
    if (result)
        return QStringLiteral("read");
    static const char *const kinds[] = {"TooLarge", "TooDeep", "NotUtf8", "Syntax"};
    const JsonProblem &problem = result.error();
    return QStringLiteral("%1 at %2:%3")
        .arg(QLatin1String(kinds[static_cast<int>(problem.kind)]))
        .arg(problem.line)
        .arg(problem.column);
}

void read(const char *name, const QByteArray &text)
{
    QTest::newRow(name) << text << QStringLiteral("read");
}

void refused(const char *name, const QByteArray &text, const char *place)
{
    QTest::newRow(name) << text << QString::fromLatin1(place);
}

/// Empty where the text is read or refused as it should be, whatever it says.
QString complaintAbout(const QByteArray &text)
{
    const auto result = parseJson(text);
    if (result) {
        const JsonSpans spans(text);
        const auto again = parseJson(spans.valueText(JsonSpans::root).toByteArray());
        return again && again.value() == result.value() ? QString()
                                                        : QStringLiteral("the spans differ");
    }
    const JsonProblem &problem = result.error();
    const int lines = static_cast<int>(text.count('\n')) + 1;
    if (problem.line < 1 || problem.line > lines || problem.column < 1 ||
        problem.column > text.size() + 1)
        return QStringLiteral("%1:%2 is no place").arg(problem.line).arg(problem.column);
    return sentenceFor(problem).isEmpty() ? QStringLiteral("no sentence") : QString();
}

const char *const sample =
    "{\"flow\": [\r\n {\"type\":\"ViberOtp\", \"to\":[\"+306971234567\"],\n"
    "\"ttl\":1.5E2, \"x\":{\"\\ud83d\\ude00\":[null,true,-0.0]}, \"y\":\"\xCE\xB1\"}\n]}";

} // namespace

class JsonReaderTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void aText_data();
    void aText();
    void aTextCutAnywhereIsReadOrRefusedWithAPlace();
    void aTextWithAnyByteChangedIsReadOrRefusedWithAPlace();
    void twoHundredMegabytesAreRefusedUnread();
};

void JsonReaderTest::aText_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    read("an empty object", "{}");
    read("an empty array", "[]");
    read("blanks inside an empty object", "{ }");
    read("blanks inside an empty array", "[ \t\r\n ]");
    read("a null", "null");
    read("a true", "true");
    read("a false", "false");
    read("an empty text", "\"\"");
    read("a zero", "0");
    read("a bare number", "42");
    read("a bare negative number", "-7");
    read("an array of everything", "[null,true,false,0,\"\",{},[]]");
    read("an object with an empty key", "{\"\":0}");
    read("equal keys", "{\"a\":1,\"a\":2}");
    read("equal keys and values", "{\"a\":1,\"a\":1}");
    read("a key with an escaped NUL", "{\"a\\u0000b\":1}");
    read("a key that is a number in quotes", "{\"1\":1}");
    read("a key that is a word", "{\"true\":null}");
    read("nested empties", "[[],[[]],{\"a\":{}}]");
    read("blanks around everything", " { \"a\" : [ 1 , 2 ] } ");
    read("lines as Unix ends them", "{\n\"a\":1\n}");
    read("lines as Windows ends them", "{\r\n\"a\":1\r\n}");
    read("lines as old Macs ended them", "{\r\"a\":1\r}");
    read("tabs between", "[\t1\t,\t2\t]");
    read("a line end behind the value", "[1]\n");
    read("many blanks behind the value", "[1]  \r\n\t");
    read("a long key", QByteArray("{\"") + QByteArray(10000, 'k') + "\":1}");
    read("a long text", QByteArray("\"") + QByteArray(100000, 't') + "\"");
    read("a thousand elements", QByteArray("[") + QByteArray("1,").repeated(999) + "1]");
    read("two hundred and fifty-six levels", QByteArray(256, '[') + QByteArray(256, ']'));
    read("a negative zero", "[-0]");
    read("a negative zero as a fraction", "[-0.0]");
    read("a fraction", "[1.5]");
    read("a fraction with zeros behind", "[1.10]");
    read("a small exponent", "[1e2]");
    read("a large exponent letter", "[1E2]");
    read("an exponent with a plus", "[1e+2]");
    read("an exponent with a minus", "[1e-2]");
    read("an exponent with zeros in front", "[1e002]");
    read("an exponent of a zero", "[0e1]");
    read("a zero with an exponent and a plus", "[0E+1]");
    read("a fraction with an exponent", "[123.456e78]");
    read("the largest signed number", "[9223372036854775807]");
    read("the smallest signed number", "[-9223372036854775808]");
    read("the largest unsigned number", "[18446744073709551615]");
    read("one more than the largest unsigned number", "[18446744073709551616]");
    read("one more than double counts exactly", "[9007199254740993]");
    read("forty digits", "[1234567890123456789012345678901234567890]");
    read("a very small number", "[1e-400]");
    read("the largest double", "[1.7976931348623157e308]");
    read("many digits behind the point", "[3.141592653589793238462643383279502884197]");
    read("every short escape", R"(["\"\\\/\b\f\n\r\t"])");
    read("an escaped letter", R"(["\u0041"])");
    read("hexadecimal digits of both cases", R"(["\u00e9\u00E9"])");
    read("an escaped pair of surrogates", R"(["\ud83d\ude00"])");
    read("an escaped pair in capitals", R"(["\uD83D\uDE00"])");
    read("the first and the last pair", R"(["\ud800\udc00\udbff\udfff"])");
    read("an escaped NUL", R"(["\u0000"])");
    read("an escaped noncharacter", R"(["\uffff"])");
    read("an escaped byte order mark", R"(["\ufeff"])");
    read("an escaped delete", R"(["\u007f"])");
    read("an escaped line separator", R"(["\u2028\u2029"])");
    read("an escaped quote by number", R"(["\u0022"])");
    read("an escaped backslash by number", R"(["\u005c"])");
    read("an escaped direction override", R"(["\u202e"])");
    read("two bytes a character", "[\"\xCE\xB1\"]");
    read("three bytes a character", "[\"\xE2\x82\xAC\"]");
    read("four bytes a character", "[\"\xF0\x9F\x98\x80\"]");
    read("the last character of Unicode", "[\"\xF4\x8F\xBF\xBF\"]");
    read("a noncharacter", "[\"\xEF\xBF\xBF\"]");
    read("a line separator as it is", "[\"\xE2\x80\xA8\"]");
    read("a no-break space", "[\"\xC2\xA0\"]");
    read("a direction override as it is", "[\"\xE2\x80\xAE\"]");
    read("a delete as it is", "[\"\x7F\"]");
    read("a byte order mark inside a text", "[\"\xEF\xBB\xBF\"]");
    read("a combining character alone", "[\"\xCC\x81\"]");
    read("a private use character", "[\"\xEE\x80\x80\"]");
    read("the first character of each length", "[\"\xC2\x80\xE0\xA0\x80\xF0\x90\x80\x80\"]");
    read("the last before the surrogates", "[\"\xED\x9F\xBF\"]");
    read("the first behind the surrogates", "[\"\xEE\x80\x80\"]");
    read("a byte order mark in front", "\xEF\xBB\xBF{}");
    read("a byte order mark and blanks", "\xEF\xBB\xBF \r\n{}");
    refused("nothing", "", "Syntax at 1:1");
    refused("blanks alone", " \n ", "Syntax at 2:2");
    refused("an open array", "[", "Syntax at 1:2");
    refused("an open object", "{", "Syntax at 1:2");
    refused("a close without its open", "]", "Syntax at 1:1");
    refused("a brace without its open", "}", "Syntax at 1:1");
    refused("an array closed by a brace", "[1}", "Syntax at 1:3");
    refused("an object closed by a bracket", "{\"a\":1]", "Syntax at 1:7");
    refused("an array not closed", "[1", "Syntax at 1:3");
    refused("an array not closed behind a comma", "[1,", "Syntax at 1:4");
    refused("an object not closed", "{\"a\":1", "Syntax at 1:7");
    refused("an object not closed behind its key", "{\"a\"", "Syntax at 1:5");
    refused("an object not closed behind the colon", "{\"a\":", "Syntax at 1:6");
    refused("an object not closed behind a comma", "{\"a\":1,", "Syntax at 1:8");
    refused("a comma alone", ",", "Syntax at 1:1");
    refused("a comma in front", "[,1]", "Syntax at 1:2");
    refused("a comma behind", "[1,]", "Syntax at 1:4");
    refused("two commas", "[1,,2]", "Syntax at 1:4");
    refused("a comma alone in an array", "[,]", "Syntax at 1:2");
    refused("a comma behind a member", "{\"a\":1,}", "Syntax at 1:8");
    refused("two commas between members", "{\"a\":1,,\"b\":2}", "Syntax at 1:8");
    refused("a comma in front of a member", "{,\"a\":1}", "Syntax at 1:2");
    refused("no comma between elements", "[1 2]", "Syntax at 1:4");
    refused("no comma between members", "{\"a\":1 \"b\":2}", "Syntax at 1:8");
    refused("a colon in an array", "[1:2]", "Syntax at 1:3");
    refused("a colon alone", ":", "Syntax at 1:1");
    refused("no colon", "{\"a\" 1}", "Syntax at 1:6");
    refused("two colons", "{\"a\"::1}", "Syntax at 1:6");
    refused("a comma for a colon", "{\"a\",1}", "Syntax at 1:5");
    refused("an equals sign for a colon", "{\"a\"=1}", "Syntax at 1:5");
    refused("a semicolon for a comma", "[1;2]", "Syntax at 1:3");
    refused("a key without a value", "{\"a\"}", "Syntax at 1:5");
    refused("a key without a value behind the colon", "{\"a\":}", "Syntax at 1:6");
    refused("a key without quotes", "{a:1}", "Syntax at 1:2");
    refused("a key in single quotes", "{'a':1}", "Syntax at 1:2");
    refused("a number as a key", "{1:1}", "Syntax at 1:2");
    refused("a null as a key", "{null:1}", "Syntax at 1:2");
    refused("an array as a key", "{[]:1}", "Syntax at 1:2");
    refused("two values", "1 2", "Syntax at 1:3");
    refused("two objects", "{}{}", "Syntax at 1:3");
    refused("an array and more", "[1]x", "Syntax at 1:4");
    refused("a close too many", "[1]]", "Syntax at 1:4");
    refused("a brace too many", "{}}", "Syntax at 1:3");
    refused("a quote behind the value", "{}\"", "Syntax at 1:4");
    refused("a comment of one line", "[1] // x", "Syntax at 1:5");
    refused("a comment in between", "[1,/* x */2]", "Syntax at 1:4");
    refused("a comment of a shell", "# x\n[1]", "Syntax at 1:1");
    refused("an ellipsis", "{\"a\":1,...}", "Syntax at 1:8");
    refused("a function call", "f({})", "Syntax at 1:2");
    refused("an assignment", "a = {}", "Syntax at 1:1");
    refused("a placeholder without quotes", "{\"a\":{{pin}}}", "Syntax at 1:7");
    refused("a word", "hello", "Syntax at 1:1");
    refused("a Python None", "None", "Syntax at 1:1");
    refused("a Python True", "[True]", "Syntax at 1:2");
    refused("undefined", "[undefined]", "Syntax at 1:2");
    refused("capitals in a word", "[NULL]", "Syntax at 1:2");
    refused("a word cut short", "[nul]", "Syntax at 1:5");
    refused("a word too long", "[truee]", "Syntax at 1:6");
    refused("a word cut by the end", "fals", "Syntax at 1:5");
    refused("NaN", "[NaN]", "Syntax at 1:2");
    refused("minus NaN", "[-NaN]", "Syntax at 1:3");
    refused("Infinity", "[Infinity]", "Syntax at 1:2");
    refused("minus Infinity", "[-Infinity]", "Syntax at 1:3");
    refused("inf", "[inf]", "Syntax at 1:2");
    refused("a plus in front", "[+1]", "Syntax at 1:2");
    refused("two signs", "[--1]", "Syntax at 1:3");
    refused("a sign alone", "[-]", "Syntax at 1:3");
    refused("a point alone", "[.]", "Syntax at 1:2");
    refused("no digit before the point", "[.5]", "Syntax at 1:2");
    refused("no digit before the point of a negative number", "[-.5]", "Syntax at 1:3");
    refused("no digit behind the point", "[1.]", "Syntax at 1:4");
    refused("an exponent behind a bare point", "[2.e3]", "Syntax at 1:4");
    refused("an exponent without digits", "[1e]", "Syntax at 1:4");
    refused("an exponent with a sign alone", "[1e+]", "Syntax at 1:5");
    refused("two exponents", "[1e2e3]", "Syntax at 1:5");
    refused("two points", "[1.2.3]", "Syntax at 1:5");
    refused("a zero in front", "[01]", "Syntax at 1:3");
    refused("a zero in front of a negative number", "[-01]", "Syntax at 1:4");
    refused("two zeros", "[00]", "Syntax at 1:3");
    refused("a hexadecimal number", "[0x1F]", "Syntax at 1:3");
    refused("an octal number", "[0o7]", "Syntax at 1:3");
    refused("an underscore between digits", "[1_000]", "Syntax at 1:3");
    refused("a comma and a point between digits", "[1,000.5.1]", "Syntax at 1:5");
    refused("a number and letters", "[1abc]", "Syntax at 1:3");
    refused("a minus behind", "[1-]", "Syntax at 1:4");
    refused("an exponent that is a fraction", "[1e1.5]", "Syntax at 1:5");
    refused("a blank behind the sign", "[- 1]", "Syntax at 1:3");
    refused("a number beyond double", "[1e400]", "Syntax at 1:6");
    refused("a negative number beyond double", "[-1e400]", "Syntax at 1:7");
    refused("full-width digits", "[\xEF\xBC\x91]", "Syntax at 1:2");
    refused("a text not closed", "[\"a]", "Syntax at 1:5");
    refused("a text closed by a single quote", "[\"a']", "Syntax at 1:6");
    refused("a backslash at the end", "[\"\\", "Syntax at 1:4");
    refused("an unknown escape", "[\"\\x41\"]", "Syntax at 1:4");
    refused("an escaped single quote", "[\"\\'\"]", "Syntax at 1:4");
    refused("an escaped zero", "[\"\\0\"]", "Syntax at 1:4");
    refused("an escape in capitals", "[\"\\N\"]", "Syntax at 1:4");
    refused("an escaped line end", "[\"\\\n\"]", "Syntax at 1:4");
    refused("a number escape too short", "[\"\\u12\"]", "Syntax at 1:7");
    refused("a number escape without digits", "[\"\\u\"]", "Syntax at 1:5");
    refused("a number escape with a letter beyond f", "[\"\\u00g0\"]", "Syntax at 1:7");
    refused("a number escape in braces", "[\"\\u{41}\"]", "Syntax at 1:5");
    refused("a number escape in capitals", "[\"\\U0041\"]", "Syntax at 1:4");
    refused("a lone high surrogate", "[\"\\ud83d\"]", "Syntax at 1:9");
    refused("a lone low surrogate", "[\"\\ude00\"]", "Syntax at 1:8");
    refused("two high surrogates", "[\"\\ud83d\\ud83d\"]", "Syntax at 1:14");
    refused("a high surrogate and a letter", "[\"\\ud83dx\"]", "Syntax at 1:9");
    refused("a high surrogate and an escaped letter", "[\"\\ud83d\\u0041\"]", "Syntax at 1:14");
    refused("surrogates the wrong way round", "[\"\\ude00\\ud83d\"]", "Syntax at 1:8");
    refused("a high surrogate and half an escape", "[\"\\ud83d\\u\"]", "Syntax at 1:11");
    refused("a lone surrogate in a key", "{\"\\ud83d\":1}", "Syntax at 1:9");
    refused("a line end inside a text", "[\"a\nb\"]", "Syntax at 1:4");
    refused("a tab inside a text", "[\"a\tb\"]", "Syntax at 1:4");
    refused("a carriage return inside a text", "[\"a\rb\"]", "Syntax at 1:4");
    refused("an escape character inside a text", "[\"a\x1B[0m\"]", "Syntax at 1:4");
    refused("a bell inside a text", "[\"\x07\"]", "Syntax at 1:3");
    refused("the last control character", "[\"\x1F\"]", "Syntax at 1:3");
    refused("a text in single quotes", "['a']", "Syntax at 1:2");
    refused("a text in backquotes", "[`a`]", "Syntax at 1:2");
    refused("a text in typographic quotes",
            "[\xE2\x80\x9C"
            "a\xE2\x80\x9D]",
            "Syntax at 1:2");
    refused("an escape outside a text", "[\\n]", "Syntax at 1:2");
    refused("a text in three quotes", "[\"\"\"a\"\"\"]", "Syntax at 1:4");
    refused("a no-break space between",
            "[\xC2\xA0"
            "1]",
            "Syntax at 1:2");
    refused("an ideographic space between",
            "[\xE3\x80\x80"
            "1]",
            "Syntax at 1:2");
    refused("a form feed between", "[\f1]", "Syntax at 1:2");
    refused("a vertical tab between", "[\v1]", "Syntax at 1:2");
    refused("a line separator between",
            "[\xE2\x80\xA8"
            "1]",
            "Syntax at 1:2");
    refused("a byte order mark between",
            "[\xEF\xBB\xBF"
            "1]",
            "Syntax at 1:2");
    refused("a zero-width space in front", "\xE2\x80\x8B[1]", "Syntax at 1:1");
    refused("a byte order mark behind", "[1]\xEF\xBB\xBF", "Syntax at 1:4");
    refused("two byte order marks", "\xEF\xBB\xBF\xEF\xBB\xBF{}", "Syntax at 1:1");
    refused("a byte order mark alone", "\xEF\xBB\xBF", "Syntax at 1:1");
    refused("half a byte order mark", "\xEF\xBB{}", "NotUtf8 at 1:1");
    refused("a continuation byte alone", "[\"\x80\"]", "NotUtf8 at 1:3");
    refused("a lead byte alone", "[\"\xC3\"]", "NotUtf8 at 1:3");
    refused("an overlong slash", "[\"\xC0\xAF\"]", "NotUtf8 at 1:3");
    refused("an overlong NUL", "[\"\xC0\x80\"]", "NotUtf8 at 1:3");
    refused("an overlong slash of three bytes", "[\"\xE0\x80\xAF\"]", "NotUtf8 at 1:3");
    refused("an overlong slash of four bytes", "[\"\xF0\x80\x80\xAF\"]", "NotUtf8 at 1:3");
    refused("a surrogate in UTF-8", "[\"\xED\xA0\x80\"]", "NotUtf8 at 1:3");
    refused("a pair of surrogates in UTF-8", "[\"\xED\xA0\xBD\xED\xB8\x80\"]", "NotUtf8 at 1:3");
    refused("beyond Unicode", "[\"\xF4\x90\x80\x80\"]", "NotUtf8 at 1:3");
    refused("five bytes a character", "[\"\xF8\x88\x80\x80\x80\"]", "NotUtf8 at 1:3");
    refused("a byte that never stands in UTF-8", "[\"\xFF\"]", "NotUtf8 at 1:3");
    refused("a character cut by the quote", "[\"\xE2\x82\"]", "NotUtf8 at 1:3");
    refused("Latin-1", "[\"caf\xE9\"]", "NotUtf8 at 1:6");
    refused("Windows-1253", "[\"\xEA\xF9\xE4\xE9\xEA\xFC\xF2\"]", "NotUtf8 at 1:3");
    refused("a character cut by the end", "[\"\xE2\x82", "NotUtf8 at 1:3");
    refused("a bad byte outside a text", "[1\xFF]", "NotUtf8 at 1:3");
    refused("a bad byte on the third line", "{\n\"\xCE\xB1\":\n\"\xFF\"}", "NotUtf8 at 3:2");
    refused("UTF-16 of small ends with its mark", QByteArray("\xFF\xFE[\0]\0", 6),
            "NotUtf8 at 1:1");
    refused("UTF-16 of big ends with its mark", QByteArray("\xFE\xFF\0[\0]", 6), "NotUtf8 at 1:1");
    refused("UTF-16 of small ends without a mark", QByteArray("[\0]\0", 4), "NotUtf8 at 1:2");
    refused("UTF-16 of big ends without a mark", QByteArray("\0[\0]", 4), "NotUtf8 at 1:1");
    refused("UTF-32 with its mark", QByteArray("\xFF\xFE\0\0[\0\0\0", 8), "NotUtf8 at 1:1");
    refused("UTF-32 without a mark", QByteArray("\0\0\0[", 4), "NotUtf8 at 1:1");
    refused("a NUL alone", QByteArray("\0", 1), "NotUtf8 at 1:1");
    refused("a NUL inside a text", QByteArray("[\"a\0b\"]", 7), "Syntax at 1:4");
    refused("a NUL between",
            QByteArray("[1,\0"
                       "2]",
                       6),
            "Syntax at 1:4");
    refused("a NUL behind the value", QByteArray("[1]\0", 4), "Syntax at 1:4");
    refused("two hundred and fifty-seven levels", QByteArray(257, '[') + QByteArray(257, ']'),
            "TooDeep at 1:257");
    refused("a hundred thousand open arrays", QByteArray(100000, '['), "TooDeep at 1:257");
    refused("a hundred thousand levels of both kinds", QByteArray("[{\"a\":").repeated(50000),
            "TooDeep at 1:769");
    refused("a hundred thousand levels on as many lines", QByteArray("[\n").repeated(100000),
            "TooDeep at 257:1");
    refused("a hundred thousand closes", QByteArray(100000, ']'), "Syntax at 1:1");
    refused("a hundred thousand commas", QByteArray(100000, ','), "Syntax at 1:1");
    refused("binary data", QByteArray("\x89PNG\r\n\x1A\n\0\0", 10), "NotUtf8 at 1:1");
    refused("a ZIP archive", QByteArray("PK\x03\x04\0\0", 6), "Syntax at 1:5");
    refused("a web page", "<!DOCTYPE html>\n<html></html>", "Syntax at 1:1");
    refused("XML", "<?xml version=\"1.0\"?><a/>", "Syntax at 1:1");
    refused("YAML", "flow:\n  - type: Sms\n", "Syntax at 1:2");
    refused("a cURL command", "curl https://example.org -d '{}'", "Syntax at 1:1");
    refused("a form body", "to=%2B30&pin=1234", "Syntax at 1:2");
    refused("two lines of JSON", "{}\n{}\n", "Syntax at 2:1");
    refused("JSON in a JavaScript call", ")]}',\n{}", "Syntax at 1:1");
    refused("a mistake on the fourth line", "{\n  \"a\": 1,\n  \"b\": 2\n  \"c\": 3\n}",
            "Syntax at 4:3");
    refused("a mistake behind Greek letters", "[\"\xCE\xB1\xCE\xB2\xCE\xB3\" x]", "Syntax at 1:8");
    refused("a mistake behind an emoji", "[\"\xF0\x9F\x98\x80\" x]", "Syntax at 1:6");
    refused("a mistake behind a byte order mark", "\xEF\xBB\xBF[x]", "Syntax at 1:2");
}

void JsonReaderTest::aText()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);
    QCOMPARE(printed(parseJson(text)), expected);
    QCOMPARE(complaintAbout(text), QString());
}

void JsonReaderTest::aTextCutAnywhereIsReadOrRefusedWithAPlace()
{
    const QByteArray text = sample;
    QCOMPARE(printed(parseJson(text)), QStringLiteral("read"));
    for (qsizetype i = 0; i < text.size(); ++i) {
        QVERIFY(!parseJson(text.left(i)));
        QCOMPARE(complaintAbout(text.left(i)), QString());
        QCOMPARE(complaintAbout(text.mid(i)), QString());
    }
}

void JsonReaderTest::aTextWithAnyByteChangedIsReadOrRefusedWithAPlace()
{
    for (const char byte : {'\0', '"', '\\', '{', ']', ',', '0', '\n', '\xC3', '\xFF'}) {
        QByteArray text = sample;
        for (qsizetype i = 0; i < text.size(); ++i) {
            const char before = text[i];
            text[i] = byte;
            QCOMPARE(complaintAbout(text), QString());
            text[i] = before;
        }
    }
}

void JsonReaderTest::twoHundredMegabytesAreRefusedUnread()
{
    const QByteArray text(200'000'000, '[');
    const auto result = parseJson(text);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, JsonProblem::Kind::TooLarge);
    QVERIFY(!sentenceFor(result.error()).isEmpty());
}

QTEST_GUILESS_MAIN(JsonReaderTest)
#include "tst_jsonreader.moc"
