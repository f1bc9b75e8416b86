// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/importer.h"
#include "models/text/importsentences.h"

#include <QTest>

using namespace otpscope::models;

namespace {

/// The flow that most rows hold, in one line.
const QByteArray flow =
    R"({"flow":[{"type":"Sms","to":"306970000000","order":1,"ttl":60,"message":{"body":"Code 123456"}}]})";

/// "line: sentence", one a line, of the import and then of its first request.
QStringList notesOf(const Import &import)
{
    QStringList lines;
    const auto add = [&](const std::vector<ImportNote> &notes) {
        for (const ImportNote &note : notes)
            lines << QStringLiteral("%1: %2").arg(note.line).arg(sentenceFor(note));
    };
    add(import.notes);
    if (!import.requests.empty())
        add(import.requests.front().notes);
    return lines;
}

QString everythingTold(const Import &import)
{
    QString told = notesOf(import).join(u'\n');
    for (const ImportedRequest &request : import.requests)
        told += titleOf(request) + request.name + request.address + QString::fromUtf8(request.body);
    return told;
}

QByteArray withBackslashes(QByteArray body)
{
    return body.replace("\"", "\\\"");
}

} // namespace

/// What people paste, in the spellings of the wild.
class TestImportCommands final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void everySpellingGivesTheSameBody_data();
    void everySpellingGivesTheSameBody();
    void bodiesAreKeptToTheByte_data();
    void bodiesAreKeptToTheByte();
    void whatIsLeftOutIsToldByLine_data();
    void whatIsLeftOutIsToldByLine();
    void noSecretIsKeptOrTold_data();
    void noSecretIsKeptOrTold();
    void severalRequestsAreListed();
    void aCutAnywhereIsReadOrRefused();
};

void TestImportCommands::everySpellingGivesTheSameBody_data()
{
    QTest::addColumn<QByteArray>("text");
    const QByteArray url = "https://connect.routee.net/failover-otp/otp/send-failover";
    const QByteArray quoted = "'" + flow + "'";
    const QByteArray escaped = "\"" + withBackslashes(flow) + "\"";
    QByteArray caret;
    for (const char c : flow)
        caret += (QByteArrayView("\"{}[]\\").contains(c))
                     ? (c == '"' ? QByteArray("^\\^\"") : QByteArray("^") + c)
                     : QByteArray(1, c);
    QByteArray doubled = flow;
    doubled.replace("\"", "\"\"");
    QByteArray backticked = flow;
    backticked.replace("\"", "`\"");
    const auto row = [](const char *name, const QByteArray &text) { QTest::newRow(name) << text; };

    row("bash: -d in single quotes", "curl -X POST " + url + " -d " + quoted);
    row("bash: --data", "curl --request POST " + url + " --data " + quoted);
    row("bash: --data-raw", "curl " + url + " --data-raw " + quoted);
    row("bash: --data-binary", "curl " + url + " --data-binary " + quoted);
    row("bash: --data-ascii", "curl " + url + " --data-ascii " + quoted);
    row("bash: --json", "curl --json " + quoted + " " + url);
    row("bash: --data-urlencode", "curl " + url + " --data-urlencode " + quoted);
    row("bash: --data-urlencode with an equals sign before",
        "curl " + url + " --data-urlencode " + "'=" + flow + "'");
    row("bash: --data=, as other programs write it", "curl " + url + " --data=" + quoted);
    row("bash: the value at the letter", "curl -XPOST -d" + quoted + " " + url);
    row("bash: letters together", "curl -sSLkX POST " + url + " -d " + quoted);
    row("bash: an abbreviated option", "curl " + url + " --data-bin " + quoted);
    row("bash: in double quotes", "curl " + url + " -d " + escaped);
    row("bash: in $'...'", "curl " + url + " -d $" + quoted);
    row("bash: in $'...' with escapes",
        "curl " + url + " --data-raw $'" +
            QByteArray(flow).replace("C", "\\u0043").replace("{", "\\x7b") + "'");
    row("bash: unquoted, escaped by hand",
        "curl " + url + " -d " + QByteArray(flow).replace("\"", "\\\"").replace(" ", "\\ "));
    row("bash: continued lines", "curl -X POST \\\n  '" + url +
                                     "' \\\n  -H 'Content-Type: application/json' \\\n  -d " +
                                     quoted);
    row("bash: continued lines with CRLF",
        "curl -X POST \\\r\n  '" + url + "' \\\r\n  -d " + quoted + "\r\n");
    row("bash: a blank behind the backslash",
        "curl -X POST \\ \n  '" + url + "' \\  \n  -d " + quoted);
    row("bash: the backslashes lost",
        "curl -X POST '" + url + "'\n  -H 'Content-Type: application/json'\n  -d " + quoted);
    row("bash: a prompt", "$ curl " + url + " -d " + quoted);
    row("bash: a long prompt", "maria@build-7:~/otp$ curl " + url + " -d " + quoted);
    row("bash: a prompt for each continued line",
        "$ curl " + url + " \\\n> -H 'Accept: */*' \\\n> -d " + quoted);
    row("bash: sudo and a path", "sudo /usr/bin/curl " + url + " -d " + quoted);
    row("bash: in a container", "docker run --rm curlimages/curl " + url + " -d " + quoted);
    row("bash: a comment before", "# send an OTP\ncurl " + url + " -d " + quoted);
    row("bash: output sent elsewhere",
        "curl " + url + " -d " + quoted + " -o /dev/null 2>&1 | jq .");
    row("bash: two commands in a row", "cd /tmp && curl " + url + " -d " + quoted + "; echo done");
    row("bash: a here-document", "curl " + url + " -d @- <<EOF\n" + flow + "\nEOF\n");
    row("bash: a quoted here-document",
        "curl " + url + " --data-binary @- << 'JSON'\n" + flow + "\nJSON\n");
    row("bash: an indented here-document",
        "curl " + url + " -d @- <<-EOF\n\t" + flow + "\n\tEOF\n");
    row("bash: a here-string", "curl " + url + " -d @- <<< " + quoted);
    row("bash: echo into curl", "echo " + quoted + " | curl " + url + " -d @-");
    row("bash: printf into curl", "printf '%s' " + quoted + " | curl " + url + " -d @-");
    row("bash: cat into curl", "cat <<'EOF' | curl " + url + " -d @-\n" + flow + "\nEOF\n");
    row("bash: the body in a variable", "BODY=" + quoted + "\ncurl " + url + " -d \"$BODY\"");
    row("bash: a variable in braces",
        "export BODY=" + quoted + "\ncurl " + url + " -d \"${BODY}\"");
    row("bash: quotes opened for a variable", "PIN=123456\ncurl " + url + " -d '" +
                                                  QByteArray(flow).replace("123456", "'\"$PIN\"'") +
                                                  "'");
    row("bash: a default in place", "curl " + url + " -d \"" +
                                        withBackslashes(flow).replace("123456", "${PIN:-123456}") +
                                        "\"");
    row("bash: the address behind --url", "curl -d " + quoted + " --url " + url);
    row("bash: an address with & and no quotes", "curl " + url + "?a=1&b=2 -d " + quoted);
    row("bash: headers in every spelling",
        "curl -H'Accept: */*' --header \"X-Request-Id: 7\" -H 'Empty;' " + url + " -d " + quoted);
    row("cmd: escaped quotes",
        "curl -X POST \"" + url + "\" -H \"Content-Type: application/json\" -d " + escaped);
    row("cmd: doubled quotes", "curl -X POST \"" + url + "\" -d \"" + doubled + "\"");
    row("cmd: carets at the ends", "curl -X POST ^\n  \"" + url + "\" ^\n  -d " + escaped);
    row("cmd: carets with CRLF",
        "curl -X POST ^\r\n  \"" + url + "\" ^\r\n  -d " + escaped + "\r\n");
    row("cmd: a browser's \"Copy as cURL (cmd)\"",
        "curl ^\"" + url + "^\" ^\n  -H ^\"accept: */*^\" ^\n  --data-raw ^\"" + caret + "^\"");
    row("cmd: a prompt", "C:\\Users\\maria>curl.exe \"" + url + "\" -d " + escaped);
    row("cmd: set before", "set PIN=123456\ncurl \"" + url + "\" -d " +
                               QByteArray(escaped).replace("123456", "%PIN%"));
    row("PowerShell: curl.exe", "curl.exe -X POST `\n  '" + url + "' `\n  -d " + quoted);
    row("PowerShell: quotes escaped once more",
        "curl.exe -X POST '" + url + "' -d '" + withBackslashes(flow) + "'");
    row("PowerShell: backticks before quotes",
        "curl.exe `\n '" + url + "' -d \"" + backticked + "\"");
    row("PowerShell: a prompt",
        "PS C:\\Users\\maria> curl.exe `\n>> '" + url + "' `\n>> -d " + quoted);
    row("PowerShell: Invoke-RestMethod",
        "Invoke-RestMethod -Uri '" + url + "' -Method Post -Body " + quoted);
    row("PowerShell: a here-string",
        "$body = @'\n" + flow + "\n'@\nInvoke-RestMethod -Uri \"" + url +
            "\" -Method Post -Body $body -ContentType 'application/json'");
    row("PowerShell: a here-string with variables and CRLF",
        "$pin = \"123456\"\r\n$body = @\"\r\n" + QByteArray(flow).replace("123456", "$pin") +
            "\r\n\"@\r\nirm " + url + " -Method POST -Body $body\r\n");
    row("PowerShell: headers in a table", "$headers = @{\n  'Content-Type' = 'application/json'\n  "
                                          "Accept = '*/*'\n}\nInvoke-WebRequest -Uri '" +
                                              url + "' -Headers $headers -Method 'POST' -Body " +
                                              quoted);
    row("PowerShell: the bytes of a text",
        "$body=" + quoted + "\n$r = Invoke-RestMethod '" + url +
            "' -Method Post -Body ([System.Text.Encoding]::UTF8.GetBytes($body))");
    row("PowerShell: doubled quotes", "irm -Uri '" + url + "' -Me Post -Body \"" + doubled + "\"");
    row("PowerShell: curl is another name", "curl -Uri '" + url + "' -Method POST -Body " + quoted);
    row("a mail that quotes it", "> curl " + url + " \\\n>   -d " + quoted + "\n");
    row("a sentence before",
        "Hello,\nhere's what we send:\n\ncurl " + url + " -d " + quoted + "\n");
    row("a sentence in the same line", "Try it: curl " + url + " -d " + quoted);
    row("Markdown", "```bash\ncurl " + url + " -d " + quoted + "\n```\n");
    row("typographic quotes",
        QByteArray("curl ") + url + " –d ‘" + QByteArray(flow).replace("\"", "”") + "’");
    row("blanks that do not break", QByteArray("curl\u00A0") + url + "\u00A0-d\u00A0" + quoted);
}

void TestImportCommands::everySpellingGivesTheSameBody()
{
    QFETCH(const QByteArray, text);
    const auto import = importRequests(text);
    QVERIFY(import);
    QCOMPARE(import.value().format, ImportFormat::Command);
    QVERIFY2(import.value().requests.size() == 1, qPrintable(everythingTold(import.value())));
    const ImportedRequest &request = import.value().requests.front();
    QCOMPARE(QString::fromUtf8(request.body.trimmed()), QString::fromUtf8(flow));
    QVERIFY(request.isFlow());
    QCOMPARE(request.method, QStringLiteral("POST"));
    QCOMPARE(request.address, QStringLiteral("connect.routee.net/failover-otp/otp/send-failover"));
}

void TestImportCommands::bodiesAreKeptToTheByte_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("line ends, blanks and number spelling")
        << QByteArray(
               "curl u -d '{\n  \"flow\" : [ ],\r\n\t\"n\": 1.50e1, \"n\":9007199254740993 }'")
        << QByteArray("{\n  \"flow\" : [ ],\r\n\t\"n\": 1.50e1, \"n\":9007199254740993 }");
    QTest::newRow("a quote within single quotes")
        << QByteArray(R"(curl u -d '{"flow":[],"s":"it'\''s"}')")
        << QByteArray(R"({"flow":[],"s":"it's"})");
    QTest::newRow("a quote within $'...'")
        << QByteArray(R"(curl u -d $'{"flow":[],"s":"it\'s \\n \u00e9 \uD83D\uDD11"}')")
        << QByteArray("{\"flow\":[],\"s\":\"it's \\n é 🔑\"}");
    QTest::newRow("an exclamation mark that bash escapes")
        << QByteArray(R"(curl u --data-raw $'{"flow":[],"s":"hi\u0021"}')")
        << QByteArray(R"({"flow":[],"s":"hi!"})");
    QTest::newRow("an at sign does not name a file")
        << QByteArray(R"(curl u --data-raw '{"flow":[],"s":"@me"}')")
        << QByteArray(R"({"flow":[],"s":"@me"})");
    QTest::newRow("cmd: percent signs, ampersands and backslashes")
        << QByteArray("curl u ^\n -d \"{\\\"flow\\\":[],\\\"s\\\":\\\"5% & \\\\\\\\ ^\\\"}\"")
        << QByteArray(R"({"flow":[],"s":"5% & \\ ^"})");
    QTest::newRow("two pieces are joined as curl does")
        << QByteArray(R"(curl u --json '{"flow":[],' --json '"a":1}')")
        << QByteArray(R"({"flow":[],"a":1})");
}

void TestImportCommands::bodiesAreKeptToTheByte()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, body);
    const auto import = importRequests(text);
    QVERIFY(import);
    QCOMPARE(import.value().requests.front().body, body);
}

void TestImportCommands::whatIsLeftOutIsToldByLine_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("told");
    const QByteArray data = " -d '" + flow + "'";
    const auto row = [](const char *name, const QByteArray &text, const char *told) {
        QTest::newRow(name) << text << QString::fromUtf8(told);
    };
    row("nothing to tell", "curl -s u -H 'Content-Type: application/json'" + data, "");
    row("an Authorization header", "curl u \\\n -H 'Authorization: Bearer x' \\\n" + data,
        "2: The header Authorization was left out. OtpScope gets a token of its own.");
    row("cookies", "curl u \\\n --cookie 'a=b'" + data,
        "2: The credentials of --cookie were left out. OtpScope gets a token of its own.");
    row("a user name", "curl -u a:b u" + data,
        "1: The credentials of --user were left out. OtpScope gets a token of its own.");
    row("credentials in the address", "curl https://a:b@example.org/" + data,
        "1: Credentials in the address were left out. OtpScope gets a token of its own.");
    row("a header of their own", "curl u -H 'X-Request-Id: 7'" + data,
        "1: The header X-Request-Id was left out: a flow is the body alone.");
    row("an option nobody knows", "curl u \\\n--fly" + data,
        "2: The option --fly was not understood and was left out.");
    row("words without quotes", "curl u \\\n -H Authorization: Bearer" + data,
        "2: The header Authorization was left out. OtpScope gets a token of its own.\n"
        "2: A word that is neither option, address nor body was left out. Check the quotes of this "
        "line.");
    row("a body in a file", "curl u -d @flow.json",
        "1: The body is in the file flow.json, which OtpScope does not read by itself. Import that "
        "file.");
    row("a body in a file, binary", "curl u --data-binary @/tmp/x.json",
        "1: The body is in the file /tmp/x.json, which OtpScope does not read by itself. Import "
        "that file.");
    row("a body in a file, encoded", "curl u --data-urlencode x@y.json",
        "1: The body is in the file y.json, which OtpScope does not read by itself. Import that "
        "file.");
    row("a body in a file, PowerShell", "irm u -InFile x.json",
        "1: The body is in the file x.json, which OtpScope does not read by itself. Import that "
        "file.");
    row("a body from a pipe that is not there", "jq . x | curl -d @- u",
        "1: The command reads its body from elsewhere, not from this text. Paste the body too.");
    row("a form", "curl u -F a=b", "1: The body is a form, not JSON, so there is no flow in it.");
    row("a variable without a value",
        "curl u -d '" + QByteArray(flow).replace("123456", "'\"$PIN\"'") + "'",
        "1: The variable PIN has no value in this text. It stands as {{PIN}} now: put a value in "
        "its place.");
    row("a command within",
        "curl u \\\n -d \"" + withBackslashes(flow).replace("123456", "$(pwgen)") + "\"",
        "2: A command within the text was not run; its place is empty.");
    row("a variable in a header is nobody's business", "curl u -H \"Accept: $X\"" + data, "");
    row("lines around", "Dear all,\n\ncurl u" + data + "\n\nThanks\n",
        "1: This line was not understood and was left out.\n"
        "5: This line was not understood and was left out.");
    row("a mistake in the body", "curl u \\\n -d '{\n \"flow\": [,]}'",
        "3: The body is not JSON at its line 2, column 11 (unexpected ','; expected '[', '{', or a literal).");
    row("an expression of PowerShell",
        "$b = @{ flow = 1 } | ConvertTo-Json\nirm u -Method Post -Body $b",
        "2: An expression was not evaluated. Paste the JSON text that it makes instead.");
    row("data that goes into the address", "curl -G u" + data,
        "1: The command would put its data behind the address; it was taken as the body.");
    row("requests without a body", "curl https://example.org/\ncurl u" + data,
        "0: 1 request(s) without a body were left out.");
}

void TestImportCommands::whatIsLeftOutIsToldByLine()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, told);
    const auto import = importRequests(text);
    QVERIFY(import);
    QCOMPARE(notesOf(import.value()).join(u'\n'), told);
}

void TestImportCommands::noSecretIsKeptOrTold_data()
{
    QTest::addColumn<QByteArray>("text");
    const QByteArray data = " -d '" + flow + "'";
    const auto row = [](const char *name, const QByteArray &text) { QTest::newRow(name) << text; };
    row("a bearer token", "curl u -H 'Authorization: Bearer S3CRET'" + data);
    row("a bearer token without quotes", "curl u -H Authorization: Bearer S3CRET" + data);
    row("a token in another case", "curl u -H 'AUTHORIZATION:S3CRET'" + data);
    row("basic credentials", "curl u -u id:S3CRET" + data);
    row("basic credentials at the letter", "curl u -uid:S3CRET" + data);
    row("a token by option", "curl u --oauth2-bearer S3CRET" + data);
    row("a token by option with an equals sign", "curl u --oauth2-bearer=S3CRET" + data);
    row("an unknown option with a value", "curl u --my-token=S3CRET" + data);
    row("cookies", "curl u -b 'sid=S3CRET'" + data);
    row("a cookie header", "curl u -H 'Cookie: sid=S3CRET'" + data);
    row("a key in a header", "curl u -H 'X-Api-Key: S3CRET'" + data);
    row("a user in the address", "curl https://me:S3CRET@example.org/x" + data);
    row("a token in the address", "curl 'https://example.org/x?access_token=S3CRET'" + data);
    row("a request for a token", "curl https://auth.example.org/oauth/token -d "
                                 "'grant_type=client_credentials&client_secret=S3CRET'");
    row("a request for a token in JSON", "curl u -d '{\"client_secret\":\"S3CRET\"}'");
    row("a table of headers",
        "irm u -Method Post -Headers @{Authorization = 'Bearer S3CRET'} -Body '" + flow + "'");
    row("a token of PowerShell",
        "irm u -Authentication Bearer -Token S3CRET -Method Post -Body '" + flow + "'");
    row("a variable", "TOKEN=S3CRET\ncurl u -H \"Authorization: Bearer $TOKEN\"" + data);
    row("a quote that is never closed", "curl u -H 'Authorization: Bearer S3CRET" + data);
}

void TestImportCommands::noSecretIsKeptOrTold()
{
    QFETCH(const QByteArray, text);
    const auto import = importRequests(text);
    QVERIFY(!import || !everythingTold(import.value()).contains(QLatin1String("S3CRET")));
}

void TestImportCommands::severalRequestsAreListed()
{
    const QByteArray text =
        "curl https://auth.example.org/token -d grant_type=client_credentials\n"
        "curl https://example.org/a -d '{\"flow\":[]}' --next https://example.org/b -d '" +
        flow + "'\n";
    const auto import = importRequests(text);
    QVERIFY(import);
    QStringList titles;
    for (const ImportedRequest &request : import.value().requests) {
        titles << QStringLiteral("%1 %2 %3")
                      .arg(request.line)
                      .arg(titleOf(request))
                      .arg(request.isFlow() ? QStringLiteral("flow") : QStringLiteral("other"));
    }
    QCOMPARE(titles.join(u'\n'), QStringLiteral("1 POST auth.example.org/token other\n"
                                                "2 POST example.org/a flow\n"
                                                "2 POST example.org/b flow"));
    QCOMPARE(import.value().firstUsable(), std::optional(1));
}

void TestImportCommands::aCutAnywhereIsReadOrRefused()
{
    const QByteArrayList texts{
        "PIN='1' curl \"${PIN:-2}\" $'\\u00e9\\x41\\101' <<-'EOF' \\\n\tx\n\tEOF\n -d @- | cat",
        "curl ^\n \"a\\\\\\\"b\"\"c\" ^%A% %B% -d ^\"x^\"\r\n",
        "$a = @\"\n$b ${c} $(d) `n \"@\n\"@\nirm -Uri `\n 'x''y' -H @{a='b'} -Body ($a)\n"};
    for (const QByteArray &text : texts) {
        for (qsizetype length = 0; length <= text.size(); ++length) {
            for (const QByteArray &whole : {text.left(length), "curl " + text.mid(length)})
                std::ignore = importRequests(whole);
        }
    }
}

QTEST_GUILESS_MAIN(TestImportCommands)
#include "tst_importcommands.moc"
