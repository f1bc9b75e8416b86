// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/eventexport.h"
#include "models/core/json.h"

#include <QRegularExpression>
#include <QtTest>

using namespace otpscope;
using namespace std::chrono_literals;

class EventExportTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void noCellIsAFormula_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("cell");
        QTest::newRow("a plain word") << QStringLiteral("Sent") << QByteArray("Sent");
        QTest::newRow("nothing") << QString() << QByteArray();
        QTest::newRow("=") << QStringLiteral("=1+1") << QByteArray("'=1+1");
        QTest::newRow("+") << QStringLiteral("+30") << QByteArray("'+30");
        QTest::newRow("-") << QStringLiteral("-1") << QByteArray("'-1");
        QTest::newRow("@") << QStringLiteral("@SUM(A1)") << QByteArray("'@SUM(A1)");
        QTest::newRow("TAB") << QStringLiteral("\t=1") << QByteArray("'\t=1");
        QTest::newRow("CR") << QStringLiteral("\r=1") << QByteArray("\"'\r=1\"");
        QTest::newRow("a sign in the middle") << QStringLiteral("a=1") << QByteArray("a=1");
        QTest::newRow("a comma") << QStringLiteral("a,b") << QByteArray("\"a,b\"");
        QTest::newRow("quotes") << QStringLiteral("a \"b\"") << QByteArray("\"a \"\"b\"\"\"");
        QTest::newRow("a line end") << QStringLiteral("a\nb") << QByteArray("\"a\nb\"");
        QTest::newRow("a formula with a comma")
            << QStringLiteral("=a,b") << QByteArray("\"'=a,b\"");
        QTest::newRow("Greek") << QStringLiteral("Εστάλη") << QStringLiteral("Εστάλη").toUtf8();
    }
    void noCellIsAFormula()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, cell);
        QCOMPARE(report::csvCell(text), cell);
    }

    void aRowTellsAllThatIsKnown()
    {
        QCOMPARE(report::eventsCsv({event()}, report::Masking::Masked),
                 QByteArray("at,arrivedAt,source,httpStatus,problem,relation,statuses,bytes\r\n"
                            "2026-11-23T10:00:00.000Z,2026-11-23T10:00:01.000Z,poll,200,,agrees,"
                            "InProgress · Viber QUEUED,17\r\n"));
    }

    void whatMayBeAPinIsMaskedUnlessAsked()
    {
        models::ObservationSummary secret = event();
        secret.statuses = QStringLiteral("Sent 123456 to +306971234567");
        for (const QByteArray &bytes : {report::eventsCsv({secret}, report::Masking::Masked),
                                        report::eventsJson({secret}, report::Masking::Masked)}) {
            QVERIFY(!bytes.contains("123456"));
            QVERIFY(!bytes.contains("6971234567"));
        }
        QVERIFY(report::eventsCsv({secret}, report::Masking::AsItIs).contains("123456"));
        QVERIFY(report::eventsJson({secret}, report::Masking::AsItIs).contains("123456"));
    }

    void jsonSaysNullWhereNothingIsKnown()
    {
        models::ObservationSummary webhook = event();
        webhook.httpStatus = 0;
        webhook.statuses.clear();
        const auto json = models::parseJson(report::eventsJson({webhook}, report::Masking::Masked));
        QVERIFY(json);
        const models::Json &row = json.value()["events"][0];
        QVERIFY(row["httpStatus"].is_null());
        QVERIFY(row["statuses"].is_null());
        QVERIFY(row["problem"].is_null());
        QCOMPARE(row["bytes"].get<int>(), 17);
    }

private:
    static models::ObservationSummary event()
    {
        models::ObservationSummary event;
        event.id = models::ObservationId{1};
        event.source = models::ObservationSource::Poll;
        event.serviceAt = *models::fromIso(QStringLiteral("2026-11-23T10:00:00Z"));
        event.arrivedAt = event.serviceAt + 1s;
        event.httpStatus = 200;
        event.bodyBytes = 17;
        event.statuses = QStringLiteral("InProgress · Viber QUEUED");
        return event;
    }
};

QTEST_GUILESS_MAIN(EventExportTest)
#include "tst_eventexport.moc"
