// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/flow/durations.h"

#include <QRegularExpression>
#include <QtTest>

using namespace otpscope::models;

class DurationsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void areReadAsPeopleTypeThem_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("seconds");
        const auto row = [](const char *text, int seconds) {
            QTest::addRow("'%s' is %d s", text, seconds) << QString::fromLatin1(text) << seconds;
        };
        constexpr int nothing = -1;
        row("300", 300);
        row(" 300 s ", 300);
        row("5 min", 300);
        row("5 mins", 300);
        row("5min", 300);
        row("1 h 30 min", 5400);
        row("1h30m", 5400);
        row("2 Days", 172800);
        row("0", 0);
        row("", nothing);
        row("min", nothing);
        row("5 10", nothing);
        row("5 weeks", nothing);
        row("1.5 min", nothing);
        row("-5", nothing);
        row("1111111111111111111111111111111111111111", nothing);
    }
    void areReadAsPeopleTypeThem()
    {
        QFETCH(const QString, text);
        QFETCH(const int, seconds);
        const auto duration = parseDuration(text);
        QCOMPARE(duration ? int(duration->count()) : -1, seconds);
    }

    void areFoundInTextsForPeople_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *text, const char *expected) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(expected);
        };
        row("Your code is 123456. Valid 10 min.", "600");
        row("MyApp: Your code is 784291. Valid for 2 hours.", "7200");
        row("Ο κωδικός 1234 ισχύει για 5 λεπτά", "300");
        row("Gültig 1 Stunde", "3600");
        row("valid for 5-minutes", "300");
        row("valid for 90s", "90");
        row("2 h 30 min", "7200 1800");
        row("code 123456 minutes ago", "7407360");
        row("Your code is 1234567 minutes", "");
        row("5 apples, 3 m, 10 days", "864000");
        row("at 10:30 h", "");
        row("no numbers, minutes", "");
    }
    void areFoundInTextsForPeople()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, expected);
        QStringList found;
        for (const auto duration : durationsIn(text))
            found.append(QString::number(duration.count()));
        QCOMPARE(found.join(u' '), expected);
    }
};

QTEST_GUILESS_MAIN(DurationsTest)
#include "tst_durations.moc"
