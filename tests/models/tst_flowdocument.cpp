// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/resources.h"
#include "models/flow/callbacktext.h"
#include "models/flow/flowdocument.h"

#include <QRegularExpression>
#include <QtTest>

using namespace otpscope;
using namespace otpscope::models;

namespace {

FlowDocument documentOf(const QByteArray &text)
{
    const auto document = FlowDocument::fromText(text);
    return document ? document.value() : FlowDocument();
}

QString compact(const FlowDocument &document)
{
    return QString::fromUtf8(compactJson(document.json()));
}

} // namespace

class FlowDocumentTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void textThatWasNotEditedKeepsEveryByte_data();
    void textThatWasNotEditedKeepsEveryByte();
    void textThatIsNoFlowIsRefused_data();
    void textThatIsNoFlowIsRefused();
    void theExamplesComeOutAsTheyWentIn();
    void set_data();
    void set();
    void settingWhatIsThereIsNoEdit();
    void anotherSpellingOfANumberIsAnEdit();
    void remove_data();
    void remove();
    void aStepAddedToAnEmptyFlowIsMinimal();
    void aStepAddedTakesTheRecipientAndTheNextOrder();
    void aDuplicateStandsBehindWithTheNextOrder();
    void aRemovedStepLeavesTheOthersAlone();
    void aMovedStepNumbersTheOrders_data();
    void aMovedStepNumbersTheOrders();
    void indexesOutsideTheFlowDoNothing();
    void theCallbackIsPutInAndNothingElseChanges_data();
    void theCallbackIsPutInAndNothingElseChanges();
    void everyExampleKeepsItsBytesButTheAddress();
    void theTypedViewFollowsEveryEdit();
    void anEditChangesItsFieldAlone_data();
    void anEditChangesItsFieldAlone();
    void stepsComeAndGoInTheLayoutOfTheOthers();
    void theBodyHasNoByteOrderMark();
    void anEditBeyondTheLimitsIsRefused();
};

void FlowDocumentTest::textThatWasNotEditedKeepsEveryByte_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("spaces and line ends") << QByteArray("{ \"flow\" :\r\n\t[ ] }\n\n");
    QTest::newRow("a byte order mark") << QByteArray("\xEF\xBB\xBF{\"flow\":[]}");
    QTest::newRow("numbers") << QByteArray(R"({"flow":[],"n":[1.10,1E2,-0,18446744073709551615]})");
    QTest::newRow("escapes") << QByteArray(R"({"flow":[],"t":"\u0041\/\u0000"})");
    QTest::newRow("equal keys") << QByteArray(R"({"a":1,"flow":[],"a":2})");
    QTest::newRow("unknown fields") << QByteArray(R"({"zz":{"y":[null]},"flow":[{"x":1}]})");
}

void FlowDocumentTest::textThatWasNotEditedKeepsEveryByte()
{
    QFETCH(QByteArray, text);
    const auto document = FlowDocument::fromText(text);
    QVERIFY(document);
    QCOMPARE(document.value().text(), text);
}

void FlowDocumentTest::textThatIsNoFlowIsRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isJson");
    QTest::newRow("no JSON") << QByteArray("flow: []") << false;
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("a list") << QByteArray("[]") << true;
    QTest::newRow("no flow in it") << QByteArray(R"({"steps":[]})") << true;
    QTest::newRow("a flow that is no list") << QByteArray(R"({"flow":{}})") << true;
}

void FlowDocumentTest::textThatIsNoFlowIsRefused()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isJson);
    const auto document = FlowDocument::fromText(text);
    QVERIFY(!document);
    QCOMPARE(document.error().kind == DocumentProblem::Kind::NotAFlow, isJson);
    QCOMPARE(document.error().json.line > 0, !isJson);
}

void FlowDocumentTest::theExamplesComeOutAsTheyWentIn()
{
    const auto examples = platform::builtInExamples();
    QCOMPARE(static_cast<int>(examples.size()), 3);
    for (const auto &example : examples) {
        const auto document = FlowDocument::fromText(example.text);
        QVERIFY(document);
        QCOMPARE(document.value().text(), example.text);
        QCOMPARE(prettyJson(document.value().json()), example.text);
        QCOMPARE(static_cast<int>(document.value().flow().steps.size()), 2);
    }
}

void FlowDocumentTest::set_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("after");
    const auto row = [](const char *name, const QByteArray &before, const char *pointer,
                        const QByteArray &value, const char *after) {
        QTest::newRow(name) << before << QString::fromUtf8(pointer) << value
                            << QString::fromUtf8(after);
    };
    row("a value is replaced where it stands", R"({"flow":[{"ttl":1,"order":2}]})", "/flow/0/ttl",
        "5", R"({"flow":[{"ttl":5,"order":2}]})");
    row("a new key goes behind the documented keys before it",
        R"({"flow":[{"type":"Sms","order":1,"message":{},"x":1}]})", "/flow/0/ttl", "5",
        R"({"flow":[{"type":"Sms","order":1,"ttl":5,"message":{},"x":1}]})");
    row("behind the last of them, whatever stands between",
        R"({"flow":[{"order":1,"x":1,"type":"Sms","message":{}}]})", "/flow/0/ttl", "5",
        R"({"flow":[{"order":1,"x":1,"type":"Sms","ttl":5,"message":{}}]})");
    row("the first documented key goes to the front", R"({"flow":[{"x":1,"ttl":2}]})",
        "/flow/0/type", R"("Sms")", R"({"flow":[{"type":"Sms","x":1,"ttl":2}]})");
    row("an unknown key goes to the end", R"({"flow":[{"x":1,"ttl":2}]})", "/flow/0/zz", "3",
        R"({"flow":[{"x":1,"ttl":2,"zz":3}]})");
    row("objects on the way are made", R"({"flow":[{"type":"Sms"}]})", "/flow/0/message/body",
        R"("B")", R"({"flow":[{"type":"Sms","message":{"body":"B"}}]})");
    row("a key of a message has its place", R"({"flow":[{"message":{"body":"B","label":"L"}}]})",
        "/flow/0/message/flash", "true",
        R"({"flow":[{"message":{"body":"B","flash":true,"label":"L"}}]})");
    row("the callback goes behind the flow", R"({"x":1,"flow":[],"y":2})", "/callback/url",
        R"("http://a")", R"({"x":1,"flow":[],"callback":{"url":"http://a"},"y":2})");
    row("the index behind the last adds", R"({"flow":[{"to":["1"]}]})", "/flow/0/to/1", R"("2")",
        R"({"flow":[{"to":["1","2"]}]})");
    row("so does the dash", R"({"flow":[]})", "/flow/-", "{}", R"({"flow":[{}]})");
    row("escaped names are understood", R"({"flow":[],"a/b":{"c~d":1}})", "/a~1b/c~0d", "2",
        R"({"flow":[],"a/b":{"c~d":2}})");
    row("the tilde is replaced last", R"({"flow":[]})", "/a~01", "2",
        R"({"flow":[],"a~1":2})");
    row("a text on the way is refused", R"({"flow":[{"to":"1"}]})", "/flow/0/to/0", R"("2")", "");
    row("an index too far is refused", R"({"flow":[]})", "/flow/1/ttl", "2", "");
    row("an index that is no number is refused", R"({"flow":[{}]})", "/flow/00/ttl", "2", "");
    row("a pointer without its slash is refused", R"({"flow":[{}]})", "flow", "2", "");
}

void FlowDocumentTest::set()
{
    QFETCH(QByteArray, before);
    QFETCH(QString, pointer);
    QFETCH(QByteArray, value);
    QFETCH(QString, after);
    FlowDocument document = documentOf(before);
    const bool isSet = document.set(pointer, parseJson(value).value());
    QCOMPARE(isSet, !after.isEmpty());
    QCOMPARE(compact(document), isSet ? after : QString::fromUtf8(before));
    // The documents here are on one line, without blanks: so is what is added to them.
    QCOMPARE(document.text(), isSet ? after.toUtf8() : before);
}

void FlowDocumentTest::settingWhatIsThereIsNoEdit()
{
    const QByteArray text = R"( {"flow":[{"ttl": 5}]})";
    FlowDocument document = documentOf(text);
    QVERIFY(document.set(QStringLiteral("/flow/0/ttl"), 5));
    QCOMPARE(document.text(), text);
}

void FlowDocumentTest::anotherSpellingOfANumberIsAnEdit()
{
    FlowDocument document = documentOf(R"({"flow":[{"ttl":5.0}]})");
    QVERIFY(document.set(QStringLiteral("/flow/0/ttl"), 5));
    QCOMPARE(compact(document), QStringLiteral(R"({"flow":[{"ttl":5}]})"));
}

void FlowDocumentTest::remove_data()
{
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("after");
    QTest::newRow("a key") << QStringLiteral("/flow/0/a")
                           << QStringLiteral(R"({"flow":[{"b":[1,2]}],"c":{"d":1}})");
    QTest::newRow("an element") << QStringLiteral("/flow/0/b/0")
                                << QStringLiteral(R"({"flow":[{"a":0,"b":[2]}],"c":{"d":1}})");
    QTest::newRow("a parent left empty stays")
        << QStringLiteral("/c/d") << QStringLiteral(R"({"flow":[{"a":0,"b":[1,2]}],"c":{}})");
    QTest::newRow("nothing there") << QStringLiteral("/flow/0/x") << QString();
    QTest::newRow("behind the last") << QStringLiteral("/flow/0/b/-") << QString();
    QTest::newRow("through a number") << QStringLiteral("/flow/0/a/x") << QString();
    QTest::newRow("the whole document") << QString() << QString();
}

void FlowDocumentTest::remove()
{
    QFETCH(QString, pointer);
    QFETCH(QString, after);
    const QByteArray before = R"({"flow":[{"a":0,"b":[1,2]}],"c":{"d":1}})";
    FlowDocument document = documentOf(before);
    QCOMPARE(document.remove(pointer), !after.isEmpty());
    QCOMPARE(compact(document), after.isEmpty() ? QString::fromUtf8(before) : after);
}

void FlowDocumentTest::aStepAddedToAnEmptyFlowIsMinimal()
{
    FlowDocument document;
    QCOMPARE(document.text(), QByteArray("{\n  \"flow\": []\n}\n"));
    document.addStep(Channel::Viber);
    document.addStep(Channel::Sms);
    QCOMPARE(compact(document),
             QStringLiteral(R"({"flow":[{"type":"ViberOtp","order":1,"ttl":300},)"
                            R"({"type":"Sms","order":2,"ttl":600,"message":{"body":""}}]})"));
}

void FlowDocumentTest::aStepAddedTakesTheRecipientAndTheNextOrder()
{
    FlowDocument document = documentOf(R"({"flow":[{"order":7},{"to":["+1","x"],"order":3}]})");
    document.addStep(Channel::Viber);
    QCOMPARE(compact(document),
             QStringLiteral(R"({"flow":[{"order":7},{"to":["+1","x"],"order":3},)"
                            R"({"type":"ViberOtp","to":["+1","x"],"order":8,"ttl":300}]})"));
}

void FlowDocumentTest::aDuplicateStandsBehindWithTheNextOrder()
{
    FlowDocument document = documentOf(R"({"flow":[{"order":1,"x":1},{"order":2}]})");
    document.duplicateStep(0);
    QCOMPARE(compact(document),
             QStringLiteral(R"({"flow":[{"order":1,"x":1},{"order":3,"x":1},{"order":2}]})"));
}

void FlowDocumentTest::aRemovedStepLeavesTheOthersAlone()
{
    FlowDocument document = documentOf(R"({"flow":[{"order":1},{"order":2}]})");
    document.removeStep(0);
    QCOMPARE(compact(document), QStringLiteral(R"({"flow":[{"order":2}]})"));
}

void FlowDocumentTest::aMovedStepNumbersTheOrders_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<QString>("labels");
    QTest::newRow("down") << 0 << 2 << QStringLiteral("b c a d");
    QTest::newRow("up") << 3 << 1 << QStringLiteral("a d b c");
    QTest::newRow("by one") << 1 << 2 << QStringLiteral("a c b d");
}

void FlowDocumentTest::aMovedStepNumbersTheOrders()
{
    QFETCH(int, from);
    QFETCH(int, to);
    QFETCH(QString, labels);
    FlowDocument document = documentOf(
        R"({"flow":[{"label":"a","order":4},{"label":"b"},{"label":"c","order":"x"},{"label":"d"}]})");
    document.moveStep(from, to);
    QStringList found;
    for (const Step &step : document.flow().steps) {
        found.append(step.label.value_or(QString()));
        QCOMPARE(step.order, std::optional(step.index + 1));
    }
    QCOMPARE(found.join(QLatin1Char(' ')), labels);
}

void FlowDocumentTest::indexesOutsideTheFlowDoNothing()
{
    const QByteArray text = R"({ "flow": [ {} ] })";
    FlowDocument document = documentOf(text);
    document.removeStep(1);
    document.removeStep(-1);
    document.duplicateStep(1);
    document.duplicateStep(-1);
    document.moveStep(0, 1);
    document.moveStep(-1, 0);
    document.moveStep(0, 0);
    QCOMPARE(document.text(), text);
}

void FlowDocumentTest::theTypedViewFollowsEveryEdit()
{
    FlowDocument document = documentOf(R"({"flow":[]})");
    document.addStep(Channel::Sms);
    QVERIFY(document.set(QStringLiteral("/flow/0/message/body"), "B"));
    QVERIFY(document.set(QStringLiteral("/callback/url"), "http://a"));
    QVERIFY(document.flow() == readFlow(document.json()));
    QCOMPARE(document.flow().callback->url, std::optional(QStringLiteral("http://a")));
    QVERIFY(document.remove(QStringLiteral("/callback")));
    QVERIFY(!document.flow().callback);
    const auto again = FlowDocument::fromText(document.text());
    QVERIFY(again);
    QVERIFY(again.value() == document);
    QVERIFY(again.value().json() == document.json());
}

void FlowDocumentTest::theCallbackIsPutInAndNothingElseChanges_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");

    const auto row = [](const char *name, const char *before, const char *after) {
        QTest::newRow(name) << QByteArray(before) << QByteArray(after);
    };
    row("the address is replaced", R"({ "flow":[], "callback" : { "url":"http://x/" } })",
        R"({ "flow":[], "callback" : { "url":"http://r/1" } })");
    row("numbers, escapes, duplicate keys and blanks stay",
        R"({"a":1.10,"a":1E2,"b":18446744073709551616,"c":"\u0041\/\"}",  "flow":[ ],"callback":{"url":""}})",
        R"({"a":1.10,"a":1E2,"b":18446744073709551616,"c":"\u0041\/\"}",  "flow":[ ],"callback":{"url":"http://r/1"}})");
    row("a callback is put behind the last member", "{\n  \"flow\": []\n}\n",
        "{\n  \"flow\": [],\n  \"callback\": {\n    \"url\": \"http://r/1\"\n  }\n}\n");
    row("unknown members of the callback stay", R"({"flow":[],"callback":{"x":[{"url":1}]}})",
        R"({"flow":[],"callback":{"x":[{"url":1}],"url":"http://r/1"}})");
    row("an empty callback gets the address", R"({"flow":[],"callback":{}})",
        R"({"flow":[],"callback":{"url": "http://r/1"}})");
    row("a callback that is no object is replaced", R"({"callback":null,"flow":[]})",
        R"({"callback":{"url": "http://r/1"},"flow":[]})");
    row("an address that is no text is replaced", R"({"callback":{"url":[1,{"a":"]"}]},"flow":[]})",
        R"({"callback":{"url":"http://r/1"},"flow":[]})");
    row("each of two callbacks is changed",
        R"({"callback":{"url":"a"},"flow":[],"callback":{"url":"b","url":"c"}})",
        R"({"callback":{"url":"http://r/1"},"flow":[],"callback":{"url":"http://r/1","url":"http://r/1"}})");
    row("a key written with escapes is the same key", R"({"c\u0061llback":{"url":"a"},"flow":[]})",
        R"({"c\u0061llback":{"url":"http://r/1"},"flow":[]})");
    row("a callback inside a step is another one", R"({"flow":[{"callback":{"url":"a"}}]})",
        R"({"flow":[{"callback":{"url":"a"}}],"callback":{"url":"http://r/1"}})");
    row("a byte order mark stays", "\xef\xbb\xbf{\"flow\":[]}",
        "\xef\xbb\xbf{\"flow\":[],\"callback\":{\"url\":\"http://r/1\"}}");
}

void FlowDocumentTest::theCallbackIsPutInAndNothingElseChanges()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);

    QVERIFY(FlowDocument::fromText(before));
    QCOMPARE(textWithCallback(before, "http://r/1"), after);
    const auto document = FlowDocument::fromText(after);
    QVERIFY(document);
    QCOMPARE(document.value().flow().callback->url, std::optional(QStringLiteral("http://r/1")));
}

void FlowDocumentTest::everyExampleKeepsItsBytesButTheAddress()
{
    for (const platform::Example &example : platform::builtInExamples()) {
        QByteArray expected = example.text;
        expected.replace("https://your-app.com/otp-events", "http://127.0.0.1:1/hook/0");
        QVERIFY(expected != example.text);
        QCOMPARE(textWithCallback(example.text, "http://127.0.0.1:1/hook/0"), expected);
    }
}

void FlowDocumentTest::anEditChangesItsFieldAlone_data()
{
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("old");
    QTest::addColumn<QByteArray>("changed");
    const auto row = [](const char *name, const char *pointer, const char *value, const char *old,
                        const char *changed) {
        QTest::newRow(name) << QString::fromLatin1(pointer) << QByteArray(value)
                            << QByteArray(old) << QByteArray(changed);
    };
    row("a pin", "/flow/0/pin", R"("4711")", R"("\u00314")", R"("4711")");
    row("a number in its spelling", "/flow/0/ttl", "60", "3E2", "60");
    row("one recipient of two", "/flow/0/to", R"(["+301","+303"])", "\"+302\"", "\"+303\"");
    row("an equal key that counts", "/flow/0/label", R"("c")", "\"b\"", "\"c\"");
    row("a large number that nobody knows", "/flow/0/x", "1", "9007199254740993.10", "1");
    row("the address", "/callback/url", R"("https://b/")", R"("http:\/\/a")", R"("https://b/")");
}

void FlowDocumentTest::anEditChangesItsFieldAlone()
{
    QFETCH(QString, pointer);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, old);
    QFETCH(QByteArray, changed);
    const QByteArray text = "\xef\xbb\xbf{ \"callback\":{\"url\":\"http:\\/\\/a\"},\r\n"
                            "\"flow\" : [\t{\"x\":9007199254740993.10, \"pin\":\"\\u00314\",\r\n"
                            " \"to\":[ \"+301\",\r\n\"+302\" ],\"label\":\"a\",\"ttl\" :3E2 ,"
                            "\"label\":\"b\"} ]\r\n}\r\n\r\n";
    QCOMPARE(text.count(old), 1);
    FlowDocument document = documentOf(text);
    QVERIFY(document.set(pointer, parseJson(value).value()));
    QCOMPARE(document.text(), QByteArray(text).replace(old, changed));
}

void FlowDocumentTest::stepsComeAndGoInTheLayoutOfTheOthers()
{
    const QByteArray text = "{\n\t\"flow\": [\n\t\t{\n\t\t\t\"type\": \"Sms\",\n"
                            "\t\t\t\"ttl\": 1.0\n\t\t}\n\t]\n}\n";
    FlowDocument document = documentOf(text);
    document.addStep(Channel::Viber);
    QCOMPARE(document.text(),
             QByteArray("{\n\t\"flow\": [\n\t\t{\n\t\t\t\"type\": \"Sms\",\n\t\t\t\"ttl\": 1.0\n"
                        "\t\t},\n\t\t{\n\t\t\t\"type\": \"ViberOtp\",\n\t\t\t\"order\": 1,\n"
                        "\t\t\t\"ttl\": 300\n\t\t}\n\t]\n}\n"));
    document.removeStep(1);
    QCOMPARE(document.text(), text);
    document.duplicateStep(0);
    document.removeStep(1);
    QCOMPARE(document.text(), text);
}

void FlowDocumentTest::theBodyHasNoByteOrderMark()
{
    QCOMPARE(documentOf("\xEF\xBB\xBF{\"flow\":[]}").body(), QByteArray(R"({"flow":[]})"));
    QCOMPARE(documentOf(R"({"flow":[]})").body(), QByteArray(R"({"flow":[]})"));
}

void FlowDocumentTest::anEditBeyondTheLimitsIsRefused()
{
    const QByteArray text = R"({"flow":[{}]})";
    FlowDocument document = documentOf(text);
    const Json deep = parseJson(QByteArray(256, '[') + QByteArray(256, ']')).value();
    QVERIFY(!document.set(QStringLiteral("/flow/0/x"), deep));
    QCOMPARE(document.text(), text);
}

QTEST_GUILESS_MAIN(FlowDocumentTest)
#include "tst_flowdocument.moc"
