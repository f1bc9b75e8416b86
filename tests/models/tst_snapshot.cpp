// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/run/snapshot.h"

#include <QRegularExpression>
#include <QTest>

using namespace otpscope::models;

namespace {

QString printed(const Snapshot &snapshot)
{
    QStringList lines{snapshot.flowId.text() + QLatin1Char('|') + snapshot.status};
    for (const StepSnapshot &step : snapshot.steps)
        lines.append(QStringList{step.trackingId.text(), step.channel, step.status,
                                 step.price ? QString::number(*step.price) : QString(),
                                 step.order ? QString::number(*step.order) : QString(),
                                 step.createdAt ? toIsoUtc(*step.createdAt) : QString()}
                         .join(QLatin1Char('|')));
    return lines.join(QLatin1Char('\n'));
}

QString printed(const ServiceError &error)
{
    QStringList lines{error.message};
    for (const ServiceError::Place &place : error.places)
        lines.append(place.pointer + QLatin1String(" -> ") + place.message);
    return lines.join(QLatin1Char('\n'));
}

Observation answered(ObservationSource source, int status, const QByteArray &body)
{
    Observation observation;
    observation.source = source;
    observation.exchange.answerStatus = status;
    observation.exchange.answerBody = body;
    return observation;
}

} // namespace

class TestSnapshot final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void body_data();
    void body();
    void refusedBody_data();
    void refusedBody();
    void exchange_data();
    void exchange();
    void tooManyStepsAndTooLongTextsAreBounded();
    void serviceError_data();
    void serviceError();
    void serviceClock_data();
    void serviceClock();
    void serviceClockRoundTrip();
};

void TestSnapshot::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
}

void TestSnapshot::body_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("expected");

    QTest::newRow("a tracking answer")
        << QByteArray(R"({"flowId":"f","status":"Succeeded","statusCode":null,"total_cost":0.0468,
            "steps":[{"trackingId":"a","role":"primary","status":"EXPIRED","channel":"viber",
            "created_at":"2026-02-05T10:00:00Z","price":0.0093}]})")
        << QStringLiteral("f|Succeeded\na|viber|EXPIRED|0.0093||2026-02-05T10:00:00.000Z");
    QTest::newRow("a send answer with its echo")
        << QByteArray(R"({"flowId":"f","status":"InProgress","flow":[{"type":"ViberOtp","order":1,
            "trackingId":"a"},{"type":"Sms","order":2,"trackingId":null}]})")
        << QStringLiteral("f|InProgress\na|ViberOtp|||1|\n|Sms|||2|");
    QTest::newRow("numbers as texts and texts as numbers")
        << QByteArray(R"({"flowId":17,"steps":[{"trackingId":5,"price":"0.5","order":"2"}]})")
        << QStringLiteral("17|\n5|||0.5|2|");
    QTest::newRow("fields that make no sense count as absent")
        << QByteArray(R"({"flowId":"f","status":{},"steps":[{"trackingId":[1],"price":"much",
            "order":1.5,"created_at":"yesterday","status":null}, 3, null]})")
        << QStringLiteral("f|\n|||||");
    QTest::newRow("unknown fields are passed over")
        << QByteArray(R"({"flowId":"f","status":"InProgress","colour":"blue","steps":[]})")
        << QStringLiteral("f|InProgress");
    QTest::newRow("steps that are no list") << QByteArray(R"({"flowId":"f","steps":7})")
                                            << QStringLiteral("f|");
    QTest::newRow("a status is enough") << QByteArray(R"({"status":"Failed","flowId":null})")
                                        << QStringLiteral("|Failed");
}

void TestSnapshot::body()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, expected);

    const Result<Snapshot, NotUnderstood> read = readSnapshot(body);

    QVERIFY(read.hasValue());
    QCOMPARE(printed(read.value()), expected);
}

void TestSnapshot::refusedBody_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("kind");

    QTest::newRow("nothing") << QByteArray() << int(NotUnderstood::Kind::NoBody);
    QTest::newRow("HTML") << QByteArray("<html>") << int(NotUnderstood::Kind::NotJson);
    QTest::newRow("cut JSON") << QByteArray(R"({"flowId":"f)")
                              << int(NotUnderstood::Kind::NotJson);
    QTest::newRow("a list") << QByteArray("[]") << int(NotUnderstood::Kind::StrangeShape);
    QTest::newRow("a number") << QByteArray("4") << int(NotUnderstood::Kind::StrangeShape);
    QTest::newRow("an object of something else")
        << QByteArray(R"({"hello":"world"})") << int(NotUnderstood::Kind::StrangeShape);
}

void TestSnapshot::refusedBody()
{
    QFETCH(QByteArray, body);
    QFETCH(int, kind);

    const Result<Snapshot, NotUnderstood> read = readSnapshot(body);

    QVERIFY(!read.hasValue());
    QCOMPARE(int(read.error().kind), kind);
}

void TestSnapshot::exchange_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("isUnderstood");

    QTest::newRow("200") << 200 << true;
    QTest::newRow("201") << 201 << true;
    QTest::newRow("no status, as in a pasted log") << 0 << true;
    QTest::newRow("404") << 404 << false;
    QTest::newRow("302") << 302 << false;
}

void TestSnapshot::exchange()
{
    QFETCH(int, status);
    QFETCH(bool, isUnderstood);

    const auto read =
        readSnapshot(answered(ObservationSource::Poll, status, R"({"flowId":"f"})"));

    QCOMPARE(read.hasValue(), isUnderstood);
    if (!isUnderstood)
        QVERIFY(read.error().kind == NotUnderstood::Kind::ErrorAnswer);
}

void TestSnapshot::tooManyStepsAndTooLongTextsAreBounded()
{
    QByteArray body = R"({"flowId":"f","steps":[)";
    for (int i = 0; i < 5000; ++i)
        body += R"({"status":"x"},)";
    body += R"({"status":")" + QByteArray(1'000'000, 'y') + R"("}]})";

    const Result<Snapshot, NotUnderstood> read = readSnapshot(body);

    QVERIFY(read.hasValue());
    QCOMPARE(read.value().steps.size(), size_t{64});
    const auto longStatus = readSnapshot("{\"status\":\"" + QByteArray(1'000'000, 'y') + "\"}");
    QCOMPARE(longStatus.value().status.size(), 1024);
}

void TestSnapshot::serviceError_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("expected");

    QTest::newRow("detail as text") << QByteArray(R"({"detail":"Not authenticated"})")
                                    << QStringLiteral("Not authenticated");
    QTest::newRow("detail as a list")
        << QByteArray(R"({"detail":[{"type":"missing","loc":["body","flow",0,"ttl"],
            "msg":"Field required","input":{}},{"loc":["body","flow",1,"a/b~c"],"msg":"Bad"}]})")
        << QStringLiteral("Field required; Bad\n/flow/0/ttl -> Field required\n"
                          "/flow/1/a~1b~0c -> Bad");
    QTest::newRow("a loc of a strange shape")
        << QByteArray(R"({"detail":[{"loc":[{}],"msg":"Bad"},{"loc":7},"plain"]})")
        << QStringLiteral("Bad; plain\n -> Bad\n -> \n -> plain");
    QTest::newRow("developerMessage with entity and properties")
        << QByteArray(R"({"code":"400000000","developerMessage":"validation error",
            "entity":"SmsTracking","properties":{"to":"invalid number"}})")
        << QStringLiteral("validation error (SmsTracking)\n -> to: invalid number");
    QTest::newRow("OAuth") << QByteArray(
        R"({"error":"invalid_client","error_description":"Bad credentials"})")
                           << QStringLiteral("Bad credentials");
    QTest::newRow("Spring with its error")
        << QByteArray(R"({"status":409,"error":"Conflict","message":"Order is taken"})")
        << QStringLiteral("Conflict: Order is taken");
    QTest::newRow("detail as an object")
        << QByteArray(R"({"detail":{"error":{"message":"Bad flow"}}})")
        << QStringLiteral("Bad flow");
    QTest::newRow("objects without end")
        << QByteArray(R"({"error":)").repeated(9) + "1" + QByteArray("}").repeated(9)
        << QString::fromLatin1(QByteArray(R"({"error":)").repeated(9) + "1" +
                               QByteArray("}").repeated(9));
    QTest::newRow("a web page")
        << QByteArray("<!DOCTYPE html><html><TITLE lang=\"en\">Log\n in</TITLE></html>")
        << QStringLiteral("Log in");
    QTest::newRow("a web page without a title")
        << QByteArray("<html><!-- <b>no</b> --><script>no()</script><p>Room <b>12</b>?</p><style>x")
        << QStringLiteral("Room 12 ?");
    QTest::newRow("Spring") << QByteArray(R"({"status":401,"message":"Nope"})")
                            << QStringLiteral("Nope");
    QTest::newRow("plain text") << QByteArray("Bad\r\n Gateway") << QStringLiteral("Bad Gateway");
    QTest::newRow("a quoted number and pin are masked")
        << QByteArray("oops 306971234567 pin=123456") << QStringLiteral("oops **** pin=****");
    QTest::newRow("a pin quoted in a place is masked")
        << QByteArray(R"({"detail":[{"loc":["body","flow",0,"pin"],"msg":"123456 is too short"}]})")
        << QStringLiteral("**** is too short\n/flow/0/pin -> **** is too short");
    QTest::newRow("nothing") << QByteArray() << QString();
}

void TestSnapshot::serviceError()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, expected);

    QCOMPARE(printed(readServiceError(body)), expected);
}

void TestSnapshot::serviceClock_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QString>("expected");

    const QByteArray start = "POST /hook HTTP/1.1\r\nHost: x\r\n";
    QTest::newRow("time and speed")
        << start + "OtpScope-Service-Clock: 2026-11-23T10:02:18.250Z; speed=60\r\n\r\n"
        << QStringLiteral("2026-11-23T10:02:18.250Z x60");
    QTest::newRow("any case, no blanks")
        << start + "otpscope-SERVICE-clock:2026-11-23T10:02:18Z;speed=0.5\r\n\r\n"
        << QStringLiteral("2026-11-23T10:02:18.000Z x0.5");
    QTest::newRow("frozen") << start
            + "OtpScope-Service-Clock: 2026-11-23T10:02:18Z; speed=0\r\n\r\n"
                            << QStringLiteral("2026-11-23T10:02:18.000Z x0");
    QTest::newRow("without a speed")
        << start + "OtpScope-Service-Clock: 2026-11-23T10:02:18Z\r\n\r\n"
        << QStringLiteral("2026-11-23T10:02:18.000Z x1");
    QTest::newRow("not there") << start + "\r\n" << QString();
    QTest::newRow("no time") << start + "OtpScope-Service-Clock: noon; speed=60\r\n\r\n"
                             << QString();
    QTest::newRow("a speed that is none")
        << start + "OtpScope-Service-Clock: 2026-11-23T10:02:18Z; speed=-1\r\n\r\n" << QString();
    QTest::newRow("no head") << QByteArray() << QString();
}

void TestSnapshot::serviceClock()
{
    QFETCH(QByteArray, head);
    QFETCH(QString, expected);

    const std::optional<ServiceClockReading> reading = readServiceClock(head);

    const QString printedReading =
        reading ? toIsoUtc(reading->at) + QLatin1String(" x") + QString::number(reading->speed)
                : QString();
    QCOMPARE(printedReading, expected);
}

void TestSnapshot::serviceClockRoundTrip()
{
    const ServiceClockReading reading{Instant{std::chrono::milliseconds{1795428138250}}, 60.0};

    const auto read = readServiceClock("GET / HTTP/1.1\r\nOtpScope-Service-Clock: "
                                       + serviceClockHeaderValue(reading) + "\r\n\r\n");

    QVERIFY(read.has_value());
    QCOMPARE(read->at, reading.at);
    QCOMPARE(read->speed, reading.speed);
}

QTEST_GUILESS_MAIN(TestSnapshot)
#include "tst_snapshot.moc"
