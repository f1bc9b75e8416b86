// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/jsondiff.h"

#include <QRegularExpression>
#include <QtTest>

using namespace otpscope;

// What the inspector makes of an exchange and the one before it.
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
};

QTEST_GUILESS_MAIN(InspectorTextsTest)
#include "tst_inspectortexts.moc"
