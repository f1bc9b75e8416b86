// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/flow/phonenumber.h"

#include <QRegularExpression>
#include <QtTest>

using namespace otpscope::models;

class PhoneNumberTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void isUnderstood_data();
    void isUnderstood();
    void isE164ToTheLetter_data();
    void isE164ToTheLetter();
};

void PhoneNumberTest::isUnderstood_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *typed, const char *expected) {
        QTest::newRow(name) << QString::fromUtf8(typed) << QString::fromUtf8(expected);
    };
    row("with a plus", "+306971234567", "+306971234567 GR 3");
    row("without a plus", "306971234567", "+306971234567 GR 3");
    row("with 00", "00306971234567", "+306971234567 GR 3");
    row("as people write it", " +30 697-123.(4567) ", "+306971234567 GR 3");
    row("too short for its country", "+3069712", "+3069712 GR 1");
    row("in no range given out", "+301234567890", "+301234567890 GR 2");
    row("of no country", "+999123456", "  0");
    row("letters", "+30697ABC4567", "  0");
    row("a plus inside", "30+6971234567", "  0");
    row("empty", "", "  0");
}

void PhoneNumberTest::isUnderstood()
{
    QFETCH(QString, typed);
    QFETCH(QString, expected);
    const PhoneNumber number = readPhoneNumber(typed);
    QCOMPARE(number.typed, typed);
    QCOMPARE(QStringLiteral("%1 %2 %3").arg(number.e164, number.country)
                 .arg(static_cast<int>(number.standing)),
             expected);
}

void PhoneNumberTest::isE164ToTheLetter_data()
{
    QTest::addColumn<QString>("number");
    QTest::addColumn<bool>("expected");
    QTest::newRow("15 digits") << QStringLiteral("123456789012345") << true;
    QTest::newRow("15 digits and a plus") << QStringLiteral("+123456789012345") << true;
    QTest::newRow("16 digits") << QStringLiteral("1234567890123456") << false;
    QTest::newRow("a zero first") << QStringLiteral("+0306971234567") << false;
    QTest::newRow("a space") << QStringLiteral("30 697") << false;
    QTest::newRow("Arabic digits") << QStringLiteral("٣٠٦٩٧١٢٣٤") << false;
    QTest::newRow("two pluses") << QStringLiteral("++30697") << false;
    QTest::newRow("a plus alone") << QStringLiteral("+") << false;
    QTest::newRow("empty") << QString() << false;
}

void PhoneNumberTest::isE164ToTheLetter()
{
    QFETCH(QString, number);
    QFETCH(bool, expected);
    QCOMPARE(isE164(number), expected);
}

QTEST_GUILESS_MAIN(PhoneNumberTest)
#include "tst_phonenumber.moc"
