// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/curltext.h"
#include "ui/inspector/jsondiff.h"

#include <QProcess>
#include <QRegularExpression>
#include <QtTest>

using namespace otpscope;

// What the inspector makes of an exchange: changes, and a command to repeat it.
class InspectorTextsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void changesNameTheirPlace_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QString>("changes");
        QTest::newRow("nothing changed")
            << QByteArray("{\"a\":1}") << QByteArray("{\"a\":1}") << QString();
        QTest::newRow("the order of members is no change")
            << QByteArray("{\"a\":1,\"b\":2}") << QByteArray("{\"b\":2,\"a\":1}") << QString();
        QTest::newRow("a status of a step")
            << QByteArray("{\"steps\":[{\"status\":\"Queued\"}]}")
            << QByteArray("{\"steps\":[{\"status\":\"Sent\"}]}")
            << QStringLiteral("~ /steps/0/status: \"Queued\" → \"Sent\"");
        QTest::newRow("a step more")
            << QByteArray("{\"steps\":[1]}") << QByteArray("{\"steps\":[1,{\"a\":2}]}")
            << QStringLiteral("+ /steps/1: {\"a\":2}");
        QTest::newRow("a step less")
            << QByteArray("{\"steps\":[1,2]}") << QByteArray("{\"steps\":[1]}")
            << QStringLiteral("− /steps/1: 2");
        QTest::newRow("members that come and go")
            << QByteArray("{\"a\":null}") << QByteArray("{\"b\":true}")
            << QStringLiteral("+ /b: true\n− /a: null");
        QTest::newRow("another kind of value")
            << QByteArray("{\"a\":[1]}") << QByteArray("{\"a\":{\"b\":1}}")
            << QStringLiteral("~ /a: [1] → {\"b\":1}");
        QTest::newRow("names with strokes")
            << QByteArray("{\"a/b\":1,\"c~d\":1}") << QByteArray("{\"a/b\":2,\"c~d\":2}")
            << QStringLiteral("~ /a~1b: 1 → 2\n~ /c~0d: 1 → 2");
        QTest::newRow("all of it")
            << QByteArray("1") << QByteArray("2") << QStringLiteral("~ /: 1 → 2");
    }
    void changesNameTheirPlace()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(QString, changes);
        QCOMPARE(ui::printed(ui::jsonChanges(models::parseJson(before).value(),
                                             models::parseJson(after).value())),
                 changes);
    }

    void theCommandKeepsSecretsOut()
    {
        const QString command = ui::curlOf(exchange("{\"flow\":[{\"pin\":\"123456\",\"message\":"
                                                    "{\"body\":\"It's 123456\"}}]}"));
        QCOMPARE(command,
                 QStringLiteral("curl -X 'POST' 'http://127.0.0.1:8080/otp' \\\n"
                                "  -H \"Authorization: Bearer $TOKEN\" \\\n"
                                "  -H 'Content-Type: application/json' \\\n"
                                "  --data-binary '{\"flow\":[{\"pin\":\"'\"$PIN\"'\",\"message\":"
                                "{\"body\":\"It'\\''s '\"$PIN\"'\"}}]}'"));
    }

    // A shell, asked what it makes of the last word.
    void aShellReadsTheBodyAsItWas_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("plain") << QByteArray("{\"pin\":\"123456\"}");
        QTest::newRow("quotes and dollars")
            << QByteArray("{\"pin\":\"9876\",\"a\":\"$HOME '\\\"` \\\\ !\"}");
        QTest::newRow("a pin that is a quote") << QByteArray("{\"pin\":\"a'b\",\"c\":\"xa'by\"}");
        QTest::newRow("line ends") << QByteArray("{\n  \"pin\": \"1234\"\n}");
        QTest::newRow("no JSON") << QByteArray("'; echo gone; '");
    }
    void aShellReadsTheBodyAsItWas()
    {
        QFETCH(QByteArray, body);
        QString pin;
        if (const auto json = models::parseJson(body))
            pin = models::textMember(json.value(), "pin").value_or(QString());
        const QString command = ui::curlOf(exchange(body));
        QProcess shell;
        shell.start(
            QStringLiteral("sh"),
            {QStringLiteral("-c"),
             QStringLiteral("curl() { for last; do :; done; printf %s \"$last\"; }\nPIN=\"$1\"\n") +
                 command,
             QStringLiteral("sh"), pin});
        QVERIFY(shell.waitForFinished());
        QCOMPARE(shell.readAllStandardOutput(), body);
        QCOMPARE(shell.readAllStandardError(), QByteArray());
    }

    void withoutARequestThereIsNoCommand() { QCOMPARE(ui::curlOf({}), QString()); }

private:
    static models::Exchange exchange(const QByteArray &body)
    {
        models::Exchange exchange;
        exchange.requestHead = "POST /otp HTTP/1.1\r\nHost: 127.0.0.1:8080\r\n"
                               "Authorization: ***\r\nContent-Type: application/json\r\n"
                               "Content-Length: 99\r\n\r\n";
        exchange.requestBody = body;
        return exchange;
    }
};

QTEST_GUILESS_MAIN(InspectorTextsTest)
#include "tst_inspectortexts.moc"
