// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/importer.h"
#include "models/text/importsentences.h"

#include <QStringEncoder>
#include <QTest>

using namespace otpscope::models;

namespace {

const QByteArray collection =
    "{\n"
    "  \"info\": {\"name\": \"OTP\", \"schema\": "
    "\"https://schema.getpostman.com/json/collection/v2.1.0/collection.json\"},\n"
    "  \"auth\": {\"type\": \"bearer\", \"bearer\": [{\"key\": \"token\", \"value\": "
    "\"S3CRET\"}]},\n"
    "  \"item\": [\n"
    "    {\"name\": \"Token\", \"request\": {\"method\": \"POST\", \"url\": {\"raw\": "
    "\"https://auth.example.org/token\"},\n"
    "      \"body\": {\"mode\": \"urlencoded\", \"urlencoded\": [{\"key\": \"client_secret\", "
    "\"value\": \"S3CRET\"}]}}},\n"
    "    {\"name\": \"Flows\", \"item\": [\n"
    "      {\"name\": \"Deep\", \"item\": [\n"
    "        {\"name\": \"Basic\",\n"
    "         \"request\": {\n"
    "           \"method\": \"POST\",\n"
    "           \"header\": [\n"
    "             {\"key\": \"Content-Type\", \"value\": \"application/json\"},\n"
    "             {\"key\": \"X-Api-Key\", \"value\": \"S3CRET\"},\n"
    "             {\"key\": \"X-Off\", \"value\": \"1\", \"disabled\": true}\n"
    "           ],\n"
    "           \"url\": \"{{host}}/otp/send-failover\",\n"
    "           \"body\": {\"mode\": \"raw\", \"raw\": \"{\\\"flow\\\": [], \\\"ttl\\\": {{ttl}}, "
    "\\\"pin\\\": \\\"{{pin}}\\\", \\\"t\\\": \\\"{{apiToken}}\\\"}\"}}}]},\n"
    "      {\"name\": \"Status\", \"request\": {\"method\": \"GET\", \"url\": "
    "\"https://example.org/otp/failover/1\"}},\n"
    "      {\"name\": \"Query\", \"request\": {\"method\": \"POST\", \"url\": "
    "\"https://example.org/\", \"body\": {\"mode\": \"graphql\", \"graphql\": {}}}}\n"
    "    ]}\n"
    "  ],\n"
    "  \"variable\": [{\"key\": \"ttl\", \"value\": 60}, {\"key\": \"apiToken\", \"value\": "
    "\"S3CRET\"}]\n"
    "}";

const QByteArray browserLog =
    "{\"log\": {\"version\": \"1.2\", \"creator\": {\"name\": \"x\"}, \"entries\": [\n"
    "  {\"request\": {\"method\": \"GET\", \"url\": \"https://example.org/a.png\", \"headers\": "
    "[], \"cookies\": []}},\n"
    "  {\"request\": {\"method\": \"POST\", \"url\": \"https://example.org/login?token=S3CRET\",\n"
    "    \"postData\": {\"mimeType\": \"application/x-www-form-urlencoded\", \"params\": "
    "[{\"name\": \"p\", \"value\": \"S3CRET\"}]}}},\n"
    "  {\"request\": {\"method\": \"POST\", \"url\": \"https://example.org/otp/send-failover\",\n"
    "    \"headers\": [\n"
    "      {\"name\": \":method\", \"value\": \"POST\"},\n"
    "      {\"name\": \"authorization\", \"value\": \"Bearer S3CRET\"},\n"
    "      {\"name\": \"x-request-id\", \"value\": \"7\"}\n"
    "    ],\n"
    "    \"cookies\": [{\"name\": \"sid\", \"value\": \"S3CRET\"}],\n"
    "    \"postData\": {\"mimeType\": \"application/json\", \"text\": \"{\\\"flow\\\":[] , "
    "\\\"n\\\":1.0}\"}}}\n"
    "]}}";

QStringList described(const Import &import)
{
    QStringList lines;
    for (const ImportNote &note : import.notes)
        lines << QStringLiteral("%1: %2").arg(note.line).arg(sentenceFor(note));
    for (const ImportedRequest &request : import.requests) {
        lines << QStringLiteral("= %1 %2 [%3] %4")
                     .arg(QString::number(request.line), titleOf(request), request.address,
                          QString::fromUtf8(request.body));
        for (const ImportNote &note : request.notes)
            lines << QStringLiteral("%1: %2").arg(note.line).arg(sentenceFor(note));
    }
    return lines;
}

} // namespace

/// Files of other programs, and what is none of theirs.
class TestImportFiles final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void aCollectionIsRead()
    {
        const auto import = importRequests(collection);
        QVERIFY(import);
        QCOMPARE(import.value().format, ImportFormat::Postman);
        QCOMPARE(
            described(import.value()).join(u'\n'),
            QStringLiteral(
                "0: The authorization settings were left out. OtpScope gets a token of its own.\n"
                "0: 1 request(s) without a body were left out.\n"
                "= 5 Token [auth.example.org/token] \n"
                "5: The body is a form, not JSON, so there is no flow in it.\n"
                "= 9 Flows / Deep / Basic [] {\"flow\": [], \"ttl\": 60, \"pin\": \"{{pin}}\", "
                "\"t\": \"{{apiToken}}\"}\n"
                "14: The header X-Api-Key was left out. OtpScope gets a token of its own.\n"
                "9: The variable ttl was replaced by the value that the collection gives it.\n"
                "9: The variable pin has no value in this text. It stands as {{pin}} now: put a "
                "value in its place.\n"
                "9: The variable apiToken has no value in this text. It stands as {{apiToken}} "
                "now: put a value in its place.\n"
                "= 20 Flows / Query [example.org/] \n"
                "20: A body of the kind \"graphql\" was not understood and was left out."));
        QCOMPARE(import.value().firstUsable(), std::optional(1));
    }

    void aLogIsRead()
    {
        const auto import = importRequests(browserLog);
        QVERIFY(import);
        QCOMPARE(import.value().format, ImportFormat::Har);
        QCOMPARE(
            described(import.value()).join(u'\n'),
            QStringLiteral(
                "0: 1 request(s) without a body were left out.\n"
                "= 3 POST example.org/login [example.org/login] \n"
                "3: Credentials in the address were left out. OtpScope gets a token of its own.\n"
                "3: The body is a form, not JSON, so there is no flow in it.\n"
                "= 5 POST example.org/otp/send-failover [example.org/otp/send-failover] "
                "{\"flow\":[] , \"n\":1.0}\n"
                "8: The header authorization was left out. OtpScope gets a token of its own.\n"
                "9: The header x-request-id was left out: a flow is the body alone.\n"
                "11: The cookies were left out. OtpScope gets a token of its own."));
    }

    void aRequestBodyIsKeptToTheByte_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("plain") << QByteArray("{\"flow\":[]}");
        QTest::newRow("with a byte order mark") << QByteArray("\xEF\xBB\xBF{\"flow\":[]}\r\n");
        QTest::newRow("with blanks around") << QByteArray("\n\n {\"flow\": [ ] } \n");
        QTest::newRow("with equal keys") << QByteArray("{\"flow\":[],\"flow\":[1]}");
    }
    void aRequestBodyIsKeptToTheByte()
    {
        QFETCH(const QByteArray, body);
        const auto import = importRequests(body);
        QVERIFY(import);
        QCOMPARE(import.value().format, ImportFormat::RequestJson);
        QCOMPARE(import.value().requests.front().body, body);
    }

    void utf16IsReadAsWindowsWritesIt_data()
    {
        QTest::addColumn<QStringConverter::Encoding>("encoding");
        QTest::newRow("little endian") << QStringConverter::Utf16LE;
        QTest::newRow("big endian") << QStringConverter::Utf16BE;
    }
    void utf16IsReadAsWindowsWritesIt()
    {
        QFETCH(const QStringConverter::Encoding, encoding);
        QStringEncoder encoder(encoding, QStringConverter::Flag::WriteBom);
        const QByteArray bytes = encoder(QStringLiteral("curl u -d '{\"flow\":[\"κωδικός\"]}'"));
        const auto import = importRequests(bytes);
        QVERIFY(import);
        QCOMPARE(import.value().requests.front().body, QByteArray("{\"flow\":[\"κωδικός\"]}"));
    }

    void whatIsNoRequestIsRefusedWithASentence_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char *name, const QByteArray &bytes, const char *sentence) {
            QTest::newRow(name) << bytes << QString::fromUtf8(sentence);
        };
        row("nothing", "", "There is nothing to import");
        row("blanks alone", " \r\n\t", "There is nothing to import");
        row("a byte order mark alone", "\xEF\xBB\xBF", "There is nothing to import");
        row("a sentence", "Hello, how are you?", "No request was found");
        row("the word alone", "We use curl for that.", "No request was found");
        row("broken JSON", "{\n \"flow\": [}", "This is not JSON at line 2, column 11");
        row("deep JSON", QByteArray(100'000, '['), "nested too deeply");
        row("JSON of another kind", "{\"a\": 1}",
            "neither a flow, a Postman collection nor a HAR file");
        row("a list", "[1, 2]", "neither a flow");
        row("an archive", "PK\x03\x04", "This is an archive");
        row("Latin-1", "curl u -d 'caf\xE9'", "not text in UTF-8");
        row("a picture", QByteArray("\x89PNG\r\n\x1a\n\0\0", 10), "not text");
        row("a collection without bodies",
            R"({"info": {}, "item": [{"name": "a", "request": "https://example.org"}]})",
            "None of the requests");
        row("a log without entries", R"({"log": {"entries": []}})", "None of the requests");
        row("too large", QByteArray(importBytes + 1, ' '), "larger than 64 MB");
    }
    void whatIsNoRequestIsRefusedWithASentence()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, sentence);
        const auto import = importRequests(bytes);
        QVERIFY(!import);
        QVERIFY2(sentenceFor(import.error()).contains(sentence),
                 qPrintable(sentenceFor(import.error())));
    }

    void noSecretIsKept()
    {
        for (const QByteArray &text : {collection, browserLog}) {
            const auto import = importRequests(text);
            QVERIFY(import);
            QVERIFY(!described(import.value()).join(u'\n').contains(QLatin1String("S3CRET")));
        }
    }

    void wrongTypesAnywhereAreSurvived()
    {
        for (const QByteArray &text : {collection, browserLog}) {
            Json json = parseJson(text).value();
            const Json flat = json.flatten();
            for (const auto &[pointer, value] : flat.items()) {
                for (const Json &wrong :
                     {Json(nullptr), Json(7), Json("x"), Json::array({1}), Json::object()}) {
                    Json changed = json;
                    changed[JsonPointer(pointer)] = wrong;
                    std::ignore = importRequests(prettyJson(changed));
                }
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestImportFiles)
#include "tst_importfiles.moc"
