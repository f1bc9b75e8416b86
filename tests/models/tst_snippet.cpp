// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/json.h"
#include "models/import/importer.h"
#include "models/snippet/exchangesnippet.h"
#include "models/snippet/secretplaces.h"
#include "models/snippet/snippet.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace otpscope::models;

namespace {

QByteArray joined(const std::vector<BodyPiece> &pieces)
{
    QByteArray text;
    for (const BodyPiece &piece : pieces)
        text += piece.text;
    return text;
}

/// The body with <1>, <2>, ... where pins stand.
QString marked(const QByteArray &body)
{
    QByteArray text;
    for (const BodyPiece &piece : bodyPieces(body))
        text += piece.pin > 0 ? "<" + QByteArray::number(piece.pin) + ">" : piece.text;
    return QString::fromUtf8(text);
}

/// A text of characters that shells and programs treat in their own ways.
std::string hostileText(QRandomGenerator &random)
{
    static const std::vector<std::string> parts{
        "'",       "\"",      "\\",      "\n",     "\r\n", "\t",     "$",     "$(id)",  "`id`",
        "${A:-b}", "!",       "!!",      "%PATH%", "%s",   "^",      "&",     "|",      ";",
        "<<EOF",   "\nEOF\n", "#",       "*",      "~",    "{{x}}",  "@file", "\u2028", "\u202E",
        "\u00A0",  "κωδικός", "🔑",       "a",      "1",    "123456", " ",     "",       "\x7f",
        "/*",      "'''",     "\\u0041", "@'\n",   "\n'@", "```",    "curl ", " -d ",   "> "};
    std::string text;
    for (int i = random.bounded(8); i > 0; --i)
        text += parts[random.bounded(static_cast<quint32>(parts.size()))];
    return text;
}

Json hostileFlow(QRandomGenerator &random)
{
    Json viber{{"type", "ViberOtp"},
               {"to", Json::array({"+306971234567"})},
               {"pin", "123456"},
               {"businessName", hostileText(random)},
               {hostileText(random), hostileText(random)}};
    Json sms{{"type", "Sms"},
             {"message", {{"body", hostileText(random) + " 123456 " + hostileText(random)}}}};
    return {{"flow", Json::array({viber, sms})}, {"x", random.bounded(1000)}};
}

} // namespace

/// What is written down without running it; tests/snippet runs it.
class TestSnippet final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void pinsAreFoundWhereTheyStandForThemselves_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *body, const char *expected) {
            QTest::newRow(name) << QByteArray(body) << QString::fromUtf8(expected);
        };
        row("the field", R"({"flow":[{"pin": "1234"}]})", R"({"flow":[{"pin": "<1>"}]})");
        row("the message too", R"({"flow":[{"message":{"body":"Code: 1234."}},{"pin":"1234"}]})",
            R"({"flow":[{"message":{"body":"Code: <1>."}},{"pin":"<1>"}]})");
        row("not within a longer number", R"({"pin":"1234","body":"12345 01234 a1234 1234"})",
            R"({"pin":"<1>","body":"12345 01234 a1234 <1>"})");
        row("not in numbers, ids and sequence numbers",
            R"({"pin":"1234","to":["1234"],"seq":"1234","templateId":"0-1234-0","from":"1234"})",
            R"({"pin":"<1>","to":["1234"],"seq":"1234","templateId":"0-1234-0","from":"1234"})");
        row("behind a line end", R"({"pin":"1234","body":"Code\n1234\u00e91234"})",
            R"({"pin":"<1>","body":"Code\n<1>\u00e9<1>"})");
        row("two pins", R"([{"pin":"1234"},{"pin":"12345"},{"body":"1234 12345"}])",
            R"([{"pin":"<1>"},{"pin":"<2>"},{"body":"<1> <2>"}])");
        row("a pin that is a number", R"({"pin": 1234, "body": "1234"})",
            R"({"pin": <1>, "body": "<1>"})");
        row("an empty pin, or none", R"([{"pin":""},{"pin":null},{"body":"x"}])",
            R"([{"pin":""},{"pin":null},{"body":"x"}])");
        row("a pin with quotes in it", "{\"pin\":\"1\\\"2\",\"body\":\"1\\\"2\"}",
            R"({"pin":"<1>","body":"<1>"})");
        row("a key of that name in the text", "{\"body\":\"\\\"pin\\\":\\\"1234\\\"\"}",
            "{\"body\":\"\\\"pin\\\":\\\"1234\\\"\"}");
    }
    void pinsAreFoundWhereTheyStandForThemselves()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const QString, expected);
        QCOMPARE(marked(body), expected);
        QCOMPARE(joined(bodyPieces(body)), body);
    }

    void noSecretStandsInASnippetUnlessAsked_data()
    {
        QTest::addColumn<SnippetLanguage>("language");
        QTest::newRow("curl") << SnippetLanguage::Curl;
        QTest::newRow("HTTPie") << SnippetLanguage::Httpie;
        QTest::newRow("Python") << SnippetLanguage::Python;
        QTest::newRow("JavaScript") << SnippetLanguage::JavaScript;
    }
    void noSecretStandsInASnippetUnlessAsked()
    {
        QFETCH(const SnippetLanguage, language);
        const SnippetRequest request{
            publicService(), R"({"flow":[{"pin":"4711"},{"message":{"body":"Code 4711"}}]})",
            QStringLiteral("T0KEN")};
        const QByteArray hidden = snippet(request, language, SnippetSecrets::AsVariables);
        QVERIFY(!hidden.contains("4711"));
        QVERIFY(!hidden.contains("T0KEN"));
        const QByteArray written = snippet(request, language, SnippetSecrets::Written);
        QCOMPARE(written.count("4711"), 2);
        QCOMPARE(written.count("T0KEN"), 1);
        QVERIFY(written.contains("https://connect.routee.net/failover-otp/otp/send-failover"));
    }

    void anImportedCurlSnippetIsTheSameBody()
    {
        QRandomGenerator random(20261125);
        for (int i = 0; i < 500; ++i) {
            const Json json = hostileFlow(random);
            const QByteArray body = i % 2 == 0 ? prettyJson(json) : compactJson(json);
            const SnippetRequest request{publicService(), body, {}};
            const QByteArray written =
                snippet(request, SnippetLanguage::Curl, SnippetSecrets::Written);
            const auto import = importRequests(written);
            QVERIFY2(import, written.constData());
            QCOMPARE(import.value().requests.size(), 1u);
            QCOMPARE(import.value().requests.front().body, body);

            const QByteArray hidden = "PIN=123456\n" + snippet(request, SnippetLanguage::Curl,
                                                               SnippetSecrets::AsVariables);
            const auto again = importRequests(hidden);
            QVERIFY2(again, hidden.constData());
            QCOMPARE(again.value().requests.front().body, body);
        }
    }

    void aLongBodyComesBackToo()
    {
        const QByteArray body = "{\"flow\":[],\"x\":\"" + QByteArray(150'000, 'x') + "'\"}";
        const SnippetRequest request{publicService(), body, {}};
        for (const SnippetLanguage language : {SnippetLanguage::Curl, SnippetLanguage::Httpie}) {
            const QByteArray text = snippet(request, language, SnippetSecrets::Written);
            QVERIFY(text.startsWith(": \"${TOKEN:?"));
        }
        const auto import =
            importRequests(snippet(request, SnippetLanguage::Curl, SnippetSecrets::Written));
        QVERIFY(import);
        QCOMPARE(import.value().requests.front().body, body);
    }

    // Of an exchange, as the inspector shows it.
    void theCommandOfAnExchangeKeepsSecretsOut_data()
    {
        QTest::addColumn<QByteArray>("authorization");
        QTest::addColumn<QByteArray>("word");
        QTest::newRow("masked") << QByteArray("Authorization: ***\r\n")
                                << QByteArray("\"Authorization: Bearer ${TOKEN:?Set TOKEN to an "
                                              "access token of the service}\"");
        QTest::newRow("a token") << QByteArray("Authorization: Bearer s3cret\r\n")
                                 << QByteArray("\"Authorization: Bearer ${TOKEN:?Set TOKEN to an "
                                               "access token of the service}\"");
        QTest::newRow("id and secret")
            << QByteArray("authorization: Basic s3cret\r\n")
            << QByteArray("\"authorization: Basic ${CREDENTIALS:?Set CREDENTIALS to id:secret in "
                          "Base64}\"");
        QTest::newRow("none") << QByteArray() << QByteArray();
    }
    void theCommandOfAnExchangeKeepsSecretsOut()
    {
        QFETCH(const QByteArray, authorization);
        QFETCH(const QByteArray, word);
        const QByteArray header = word.isEmpty() ? QByteArray() : "  --header " + word + " \\\n";
        QCOMPARE(
            curlOf(exchange("{\"flow\":[{\"pin\":\"123456\",\"message\":{\"body\":\"It's "
                            "123456\"},\"to\":\"306123456\"}]}",
                            authorization)),
            "curl --request POST 'http://127.0.0.1:8080/otp' \\\n"
            "  --header 'Content-Type: application/json' \\\n" +
                header +
                "  --data-raw '{\"flow\":[{\"pin\":\"'\"${PIN:?Set PIN to the one-time "
                "code}\"'\",\"message\":{\"body\":\"It'\\''s '\"${PIN:?Set PIN to the one-time "
                "code}\"'\"},\"to\":\"306123456\"}]}'\n");
    }

    // A shell, asked what it makes of the last word.
    void aShellReadsTheBodyOfAnExchangeAsItWas_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("plain") << QByteArray("{\"pin\":\"123456\"}");
        QTest::newRow("quotes and dollars")
            << QByteArray("{\"pin\":\"9876\",\"a\":\"$HOME '\\\"` \\\\ !\"}");
        QTest::newRow("a pin that is a quote")
            << QByteArray("{\"pin\":\"a'b\",\"c\":\"xa'by a'b\"}");
        QTest::newRow("line ends") << QByteArray("{\n  \"pin\": \"1234\"\n}");
        QTest::newRow("no JSON") << QByteArray("'; echo gone; '");
        QTest::newRow("a name of a file") << QByteArray("@/etc/hostname");
    }
    void aShellReadsTheBodyOfAnExchangeAsItWas()
    {
        QFETCH(const QByteArray, body);
        QString pin;
        if (const auto json = parseJson(body))
            pin = textMember(json.value(), "pin").value_or(QString());
        QProcess shell;
        shell.start(QStringLiteral("sh"),
                    {QStringLiteral("-c"),
                     QStringLiteral("curl() { for last; do :; done; printf %s \"$last\"; }\n"
                                    "PIN=\"$1\"; TOKEN=t\n") +
                         QString::fromUtf8(curlOf(exchange(body, "Authorization: ***\r\n"))),
                     QStringLiteral("sh"), pin});
        QVERIFY(shell.waitForFinished());
        QCOMPARE(shell.readAllStandardOutput(), body);
        QCOMPARE(shell.readAllStandardError(), QByteArray());
    }

    void otherRequestsAreWrittenAsTheyWere()
    {
        Exchange poll;
        poll.requestHead = "GET /failover-otp/otp/failover/f-1 HTTP/1.1\r\nHost: connect.routee.net"
                           "\r\nAccept: application/json\r\nUser-Agent: OtpScope\r\n\r\n";
        QCOMPARE(curlOf(poll), QByteArray("curl --request GET 'https://connect.routee.net/"
                                          "failover-otp/otp/failover/f-1' \\\n"
                                          "  --header 'Accept: application/json'\n"));
        Exchange hostile;
        hostile.requestHead = "P';id;' /x HTTP/1.1\r\n\r\n";
        QVERIFY(curlOf(hostile).startsWith("curl --request 'P'\\'';id;'\\''' "));
        QCOMPARE(curlOf({}), QByteArray());
    }

private:
    static Exchange exchange(const QByteArray &body, const QByteArray &authorization)
    {
        Exchange exchange;
        exchange.requestHead = "POST /otp HTTP/1.1\r\nHost: 127.0.0.1:8080\r\n" + authorization +
                               "Content-Type: application/json\r\nContent-Length: 99\r\n\r\n";
        exchange.requestBody = body;
        return exchange;
    }
};

QTEST_GUILESS_MAIN(TestSnippet)
#include "tst_snippet.moc"
