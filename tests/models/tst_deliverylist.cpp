// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/deliverymodel.h"
#include "models/run/deliverylist.h"

#include <QAbstractItemModelTester>
#include <QRegularExpression>
#include <QTest>

using namespace otpscope::models;

namespace {

const QByteArray twoOfThree =
    "{\"total\":3,\"limit\":2,\"offset\":1,\"results\":["
    "{\"flowId\":\"f-1\",\"status\":\"Failed\",\"statusCode\":2,\"steps\":[{\"trackingId\":\"t\","
    "\"status\":\"EXPIRED\",\"channel\":\"viber\",\"phone_number\":\"306971234567\",\"label\":"
    "\"login\",\"created_at\":\"2026-11-23T10:00:00Z\"},{\"trackingId\":\"u\",\"status\":"
    "\"Undelivered\",\"channel\":\"sms\"}]},"
    "{\"flowId\":\"f-2\",\"status\":\"InProgress\",\"steps\":[]}]}";

QString printed(const DeliveryModel &model)
{
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells.append(model.index(row, column).data().toString());
        rows.append(cells.join(u'|'));
    }
    return rows.join(u'\n');
}

} // namespace

class TestDeliveryList final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void aPageIsRead();
    void oddAnswersAreToleratedOrSaid_data();
    void oddAnswersAreToleratedOrSaid();
    void aPageIsATable();
};

void TestDeliveryList::aPageIsRead()
{
    const auto page = readDeliveries(twoOfThree);
    QVERIFY(page);
    QCOMPARE(page.value().total, 3);
    QCOMPARE(page.value().offset, 1);
    QCOMPARE(page.value().strange, 0);
    QCOMPARE(page.value().deliveries.size(), std::size_t(2));
    QCOMPARE(page.value().deliveries[0].steps[1].status, QStringLiteral("Undelivered"));
    for (qsizetype cut = 0; cut < twoOfThree.size(); ++cut)
        QVERIFY(!readDeliveries(twoOfThree.left(cut)));
}

void TestDeliveryList::oddAnswersAreToleratedOrSaid_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("isRead");
    QTest::addColumn<qint64>("total");
    QTest::addColumn<int>("strange");
    QTest::newRow("nothing found")
        << QByteArray("{\"total\":0,\"results\":[]}") << true << qint64(0) << 0;
    QTest::newRow("no total") << QByteArray("{\"results\":[{\"flowId\":\"f\"}]}") << true
                              << qint64(1) << 0;
    QTest::newRow("a negative total")
        << QByteArray("{\"total\":-1,\"results\":[]}") << true << qint64(0) << 0;
    QTest::newRow("items that are no objects")
        << QByteArray("{\"results\":[1,null,\"x\",{\"flowId\":\"f\"}]}") << true << qint64(4) << 3;
    QTest::newRow("a bare list") << QByteArray("[]") << false << qint64(0) << 0;
    QTest::newRow("results that are no list")
        << QByteArray("{\"results\":{}}") << false << qint64(0) << 0;
    QTest::newRow("a page of a portal") << QByteArray("<html>") << false << qint64(0) << 0;
    QTest::newRow("empty") << QByteArray() << false << qint64(0) << 0;
}

void TestDeliveryList::oddAnswersAreToleratedOrSaid()
{
    QFETCH(QByteArray, body);
    QFETCH(bool, isRead);
    QFETCH(qint64, total);
    QFETCH(int, strange);
    const auto page = readDeliveries(body);
    QCOMPARE(page.hasValue(), isRead);
    if (isRead) {
        QCOMPARE(page.value().total, total);
        QCOMPARE(page.value().strange, strange);
    }
}

void TestDeliveryList::aPageIsATable()
{
    DeliveryModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(printed(model), QString());
    model.setPage(readDeliveries(twoOfThree).value());
    QCOMPARE(printed(model),
             QStringLiteral("2026-11-23T10:00:00.000Z|Failed|306971234567|viber EXPIRED, sms "
                            "Undelivered|login|f-1\n|InProgress||||f-2"));
    QCOMPARE(model.flowAt(1).text(), QStringLiteral("f-2"));
    QVERIFY(model.flowAt(2).isEmpty());
    QVERIFY(model.flowAt(-1).isEmpty());
    model.setPage({});
    QCOMPARE(model.rowCount(), 0);
}

QTEST_GUILESS_MAIN(TestDeliveryList)
#include "tst_deliverylist.moc"
