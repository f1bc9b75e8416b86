// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/masking.h"

#include <QRegularExpression>
#include <QTest>

using namespace otpscope::models;

class TestMasking final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void number_data();
    void number();
    void maskingAgainChangesNothing();
    void bodyHasNoSecretLeft_data();
    void bodyHasNoSecretLeft();
    void head();
};

void TestMasking::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
}

void TestMasking::number_data()
{
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("expected");

    QTest::newRow("with a plus") << QStringLiteral("+306971234567")
                                 << QStringLiteral("+3069*****567");
    QTest::newRow("without") << QStringLiteral("306971234567") << QStringLiteral("3069*****567");
    QTest::newRow("with blanks") << QStringLiteral("+30 697 123 4567")
                                 << QStringLiteral("+30 69* *** *567");
    QTest::newRow("the shortest that shows anything") << QStringLiteral("1234567890")
                                                      << QStringLiteral("1234***890");
    QTest::newRow("too short") << QStringLiteral("123456789") << QStringLiteral("*********");
    QTest::newRow("masked before")
        << QStringLiteral("+3069*****567") << QStringLiteral("+3069*****567");
    QTest::newRow("masked before, and short")
        << QStringLiteral("*********") << QStringLiteral("*********");
    QTest::newRow("with a star of its own")
        << QStringLiteral("123456789*") << QStringLiteral("**********");
    QTest::newRow("empty") << QString() << QString();
}

void TestMasking::number()
{
    QFETCH(QString, number);
    QFETCH(QString, expected);

    QCOMPARE(maskedNumber(number), expected);
}

void TestMasking::maskingAgainChangesNothing()
{
    const QByteArray once = maskedBody(
        R"({"flow":[{"pin":"784291","to":["+306971234567"],"text":"784291 for 306971234567"}]})");
    QCOMPARE(maskedBody(once), once);
}

void TestMasking::bodyHasNoSecretLeft_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<QByteArray>("stays");

    QTest::newRow("the pin") << QByteArray(R"({"flow":[{"pin":"784291","ttl":300}]})")
                             << QByteArray("784291") << QByteArray("\"ttl\": 300");
    QTest::newRow("the pin in the SMS") << QByteArray(
        R"({"flow":[{"pin":"784291"},{"message":{"body":"Your code is 784291."}}]})")
                                        << QByteArray("784291") << QByteArray("Your code is ****.");
    QTest::newRow("a pin written as a number") << QByteArray(R"({"pin":784291})")
                                               << QByteArray("784291") << QByteArray("****");
    QTest::newRow("a list of recipients") << QByteArray(R"({"to":["+306971234567"]})")
                                          << QByteArray("71234") << QByteArray("+3069*****567");
    QTest::newRow("the number in tracking")
        << QByteArray(R"({"steps":[{"phone_number":"306971234567","status":"SEEN"}]})")
        << QByteArray("71234") << QByteArray("SEEN");
    QTest::newRow("a token") << QByteArray(R"({"access_token":"abc-def","expires_in":3600})")
                             << QByteArray("abc-def") << QByteArray("3600");
    const QByteArray address = R"({"callback":{"url":"%1"}})";
    QTest::newRow("credentials in an address")
        << QByteArray(address).replace("%1", "https://maria:s3cret@hooks.example/otp")
        << QByteArray("s3cret") << QByteArray("https://***@hooks.example/otp");
    QTest::newRow("a token in an address' query")
        << QByteArray(address).replace("%1", "https://hooks.example/otp?token=abc&x=1")
        << QByteArray("abc") << QByteArray("https://hooks.example/otp?***");
    QTest::newRow("an at sign behind the query is no end of credentials")
        << QByteArray(address).replace("%1", "https://hooks.example/otp?a=s3cret@b")
        << QByteArray("s3cret") << QByteArray("https://hooks.example/otp?***");
    QTest::newRow("a receiver's own path")
        << QByteArray(address).replace("%1", "http://127.0.0.1:1/hook/0123456789abcdef0123456789abcdef")
        << QByteArray("0123456789abcdef") << QByteArray("http://127.0.0.1:1/hook/***");
    QTest::newRow("a plain address stays")
        << QByteArray(address).replace("%1", "https://connect.routee.net/failover-otp/otp/failover")
        << QByteArray("***") << QByteArray("https://connect.routee.net/failover-otp/otp/failover");
    QTest::newRow("no JSON") << QByteArray("pin=784291&to=306971234567") << QByteArray("784291")
                             << QByteArray("pin=");
}

void TestMasking::bodyHasNoSecretLeft()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, secret);
    QFETCH(QByteArray, stays);

    const QByteArray masked = maskedBody(body);

    QVERIFY2(!masked.contains(secret), masked.constData());
    QVERIFY2(masked.contains(stays), masked.constData());
}

void TestMasking::head()
{
    QCOMPARE(maskedHead("POST /x HTTP/1.1\r\nauthorization: Bearer abc\r\nHost: y\r\n\r\n"),
             QByteArray("POST /x HTTP/1.1\r\nauthorization: ***\r\nHost: y\r\n\r\n"));
    QCOMPARE(maskedHead("POST /a/hook/0123456789abcdef0123456789abcdef HTTP/1.1\r\n\r\n"),
             QByteArray("POST /a/hook/*** HTTP/1.1\r\n\r\n"));
    QCOMPARE(maskedHead("GET /otp/failover/65f1c0ffee65f1c0ffee65f1 HTTP/1.1\r\n\r\n"),
             QByteArray("GET /otp/failover/65f1c0ffee65f1c0ffee65f1 HTTP/1.1\r\n\r\n"));
}

QTEST_GUILESS_MAIN(TestMasking)
#include "tst_masking.moc"
