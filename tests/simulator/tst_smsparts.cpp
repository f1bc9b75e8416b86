// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/smsparts.h"

#include <QtTest>

using otpscope::simulator::smsParts;

class TestSmsParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void partsAreCounted_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("mayTranscode");
        QTest::addColumn<int>("parts");
        const auto times = [](QChar c, int count) { return QString(count, c); };
        QTest::newRow("nothing is one part") << QString() << false << 1;
        QTest::newRow("160 GSM characters") << times(u'x', 160) << false << 1;
        QTest::newRow("161 GSM characters") << times(u'x', 161) << false << 2;
        QTest::newRow("306 fill two parts") << times(u'x', 306) << false << 2;
        QTest::newRow("307 need a third") << times(u'x', 307) << false << 3;
        QTest::newRow("the euro costs two") << times(u'€', 80) << false << 1;
        QTest::newRow("81 euros are too many") << times(u'€', 81) << false << 2;
        QTest::newRow("Greek capitals of the table are GSM") << times(u'Δ', 160) << false << 1;
        QTest::newRow("70 Unicode characters") << times(u'ж', 70) << false << 1;
        QTest::newRow("71 Unicode characters") << times(u'ж', 71) << false << 2;
        QTest::newRow("one of them changes the whole") << times(u'x', 100) + u'ж' << false << 2;
        QTest::newRow("Greek transcoded") << times(u'α', 150) << true << 1;
        QTest::newRow("Greek as it is") << times(u'α', 150) << false << 3;
        QTest::newRow("Cyrillic cannot be transcoded") << times(u'ж', 150) << true << 3;
    }

    void partsAreCounted()
    {
        QFETCH(const QString, text);
        QFETCH(const bool, mayTranscode);
        QFETCH(const int, parts);
        QCOMPARE(smsParts(text, mayTranscode), parts);
    }
};

QTEST_GUILESS_MAIN(TestSmsParts)
#include "tst_smsparts.moc"
