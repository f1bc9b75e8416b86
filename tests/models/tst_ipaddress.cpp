// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/ipaddress.h"

#include <QHostAddress>
#include <QRegularExpression>
#include <QTest>

#include <random>

using namespace otpscope::models;

class TestIpAddress final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void onlyWholeAddressesAreRead_data();
    void onlyWholeAddressesAreRead();
    void onlyRangesAreRead_data();
    void onlyRangesAreRead();
    void aRangeHoldsWhatBeginsWithItsBits();
};

void TestIpAddress::onlyWholeAddressesAreRead_data()
{
    QTest::addColumn<QByteArray>("text");
    // Empty: it is none.
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *text, const char *shown) {
        QTest::newRow(text) << QByteArray(text) << QString::fromLatin1(shown);
    };
    row("192.0.2.1", "192.0.2.1");
    row("0.0.0.0", "0.0.0.0");
    row("255.255.255.255", "255.255.255.255");
    row("::", "::");
    row("::1", "::1");
    row("2001:DB8:0:0::5", "2001:db8::5");
    row("::ffff:192.0.2.1", "192.0.2.1");
    row("::ffff:c000:201", "192.0.2.1");
    for (const char *text :
         {"", " ", "192.0.2", "192.0.2.1.1", "192.0.2.256", "192.0.2.01", "1", "0x7f.0.0.1",
          " 192.0.2.1", "192.0.2.1 ", "192.0.2.1/8", ":::", "::1::", "1:2:3:4:5:6:7", "fe80::1%lo",
          "12345::", "localhost", "[::1]"})
        row(text, "");
}

void TestIpAddress::onlyWholeAddressesAreRead()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, shown);
    const auto address = IpAddress::fromText(text);
    QCOMPARE(address ? address->toText() : QString(), shown);
    // Behind a zero byte nothing is overlooked.
    QVERIFY(!IpAddress::fromText(text + QByteArray("\0x", 2)));
}

void TestIpAddress::onlyRangesAreRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isRange");
    for (const char *text : {"192.0.2.1", "192.0.2.0/24", "192.0.2.77/24", "0.0.0.0/0",
                             "192.0.2.1/32", "::/0", "2001:db8::/128", "::ffff:10.0.0.0/104"})
        QTest::newRow(text) << QString::fromLatin1(text) << true;
    for (const char *text : {"", "/", "/24", "192.0.2.0/", "192.0.2.0/33", "192.0.2.0/-1",
                             "192.0.2.0/+8", "192.0.2.0/24/24", "192.0.2.0/ 24", "::/129",
                             "::/0000", "192.0.2.0/255.255.255.0", "192.0.2", "name.example"})
        QTest::newRow(text) << QString::fromLatin1(text) << false;
}

void TestIpAddress::onlyRangesAreRead()
{
    QFETCH(QString, text);
    QFETCH(bool, isRange);
    QCOMPARE(AddressRange::fromText(text).has_value(), isRange);
}

void TestIpAddress::aRangeHoldsWhatBeginsWithItsBits()
{
    std::mt19937 random(11);
    int inside = 0;
    for (int round = 0; round < 4000; ++round) {
        const bool isV4 = random() % 2 == 0;
        Q_IPV6ADDR bytes{};
        for (quint8 &byte : bytes.c)
            byte = quint8(random());
        const QHostAddress first = isV4 ? QHostAddress(quint32(random())) : QHostAddress(bytes);
        // One bit flipped, somewhere.
        const int bit = int(random() % (isV4 ? 32U : 128U));
        QHostAddress second;
        if (isV4) {
            second = QHostAddress(first.toIPv4Address() ^ (1U << (31 - bit)));
        } else {
            bytes.c[bit / 8] = quint8(bytes.c[bit / 8] ^ (1 << (7 - bit % 8)));
            second = QHostAddress(bytes);
        }
        const int bits = int(random() % (isV4 ? 33U : 129U));
        const auto range =
            AddressRange::fromText(QStringLiteral("%1/%2").arg(first.toString()).arg(bits));
        const auto address = IpAddress::fromText(second.toString().toLatin1());
        QVERIFY(range && address);
        QCOMPARE(range->contains(*address), second.isInSubnet(first, bits));
        inside += range->contains(*address) ? 1 : 0;
    }
    QVERIFY(inside > 1000 && inside < 3000);
}

QTEST_GUILESS_MAIN(TestIpAddress)
#include "tst_ipaddress.moc"
