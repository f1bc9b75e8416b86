// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/flow/attempts.h"
#include "models/flow/flow.h"

#include <QRegularExpression>
#include <QtTest>

using namespace otpscope::models;

namespace {

Json json(const QByteArray &text)
{
    const auto parsed = parseJson(text);
    return parsed ? parsed.value() : Json("unparsable");
}

Step firstStep(const QByteArray &step)
{
    const Flow flow = readFlow(json(R"({"flow":[)" + step + "]}"));
    return flow.steps.empty() ? Step{} : flow.steps.front();
}

} // namespace

class FlowTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void everyFieldOfAViberStepIsRead();
    void everyFieldOfAnSmsStepIsRead();
    void aFieldOfTheWrongTypeIsEmpty();
    void numbersOutsideTheirRangeAreEmpty_data();
    void numbersOutsideTheirRangeAreEmpty();
    void recipientsRememberHowTheyWereWritten_data();
    void recipientsRememberHowTheyWereWritten();
    void anyJsonGivesAFlow_data();
    void anyJsonGivesAFlow();
    void stepsComeInTheOrderTheServiceTakesThem_data();
    void stepsComeInTheOrderTheServiceTakesThem();
};

void FlowTest::everyFieldOfAViberStepIsRead()
{
    const Step step = firstStep(R"({"type":"ViberOtp","to":"306971234567","order":2,"ttl":300,
        "label":"L","senderInfoTrackingId":"S","templateId":"T","pin":"1234","templateType":"TT",
        "businessName":"B","validityTime":"5","pinType":"PT","actionName":"A","codeReason":"C",
        "failoverOnDelivered":true,"templateLang":"el","otpType":"O","seq":"7"})");
    QCOMPARE(step.channel(), Channel::Viber);
    QCOMPARE(stepTypeName(step), QStringLiteral("ViberOtp"));
    QCOMPARE(step.order, std::optional(2));
    QCOMPARE(step.ttl, std::optional(std::chrono::seconds(300)));
    QCOMPARE(step.label, std::optional(QStringLiteral("L")));
    QVERIFY(step.failsOverOnDelivered());
    const auto *viber = std::get_if<ViberOtpContent>(&step.content);
    QVERIFY(viber);
    const ViberOtpContent expected{
        QStringLiteral("S"), QStringLiteral("T"), QStringLiteral("1234"), QStringLiteral("TT"),
        QStringLiteral("B"), QStringLiteral("5"), QStringLiteral("PT"),   QStringLiteral("A"),
        QStringLiteral("C"), true,                QStringLiteral("el"),   QStringLiteral("O"),
        QStringLiteral("7")};
    QVERIFY(*viber == expected);
}

void FlowTest::everyFieldOfAnSmsStepIsRead()
{
    const Step step = firstStep(R"({"type":"Sms","to":["+1"],"order":1,"ttl":0,"from":"F",
        "message":{"body":"B","flash":true,"transcode":false,"label":"L"}})");
    QCOMPARE(step.channel(), Channel::Sms);
    QCOMPARE(stepTypeName(step), QStringLiteral("Sms"));
    QVERIFY(!step.failsOverOnDelivered());
    const auto *sms = std::get_if<SmsContent>(&step.content);
    QVERIFY(sms);
    const SmsContent expected{QStringLiteral("F"),
                              SmsMessage{QStringLiteral("B"), true, false, QStringLiteral("L")}};
    QVERIFY(*sms == expected);
}

void FlowTest::aFieldOfTheWrongTypeIsEmpty()
{
    const Step step = firstStep(R"({"type":"ViberOtp","to":306971234567,"order":"1","ttl":300.5,
        "label":null,"pin":1234,"failoverOnDelivered":"true"})");
    const auto *viber = std::get_if<ViberOtpContent>(&step.content);
    QVERIFY(viber);
    QVERIFY(!step.to && !step.order && !step.ttl && !step.label);
    QVERIFY(*viber == ViberOtpContent{});
}

void FlowTest::numbersOutsideTheirRangeAreEmpty_data()
{
    QTest::addColumn<QByteArray>("number");
    QTest::addColumn<bool>("isOrder");
    QTest::addColumn<bool>("isTtl");
    QTest::newRow("the largest int is both") << QByteArray("2147483647") << true << true;
    QTest::newRow("one more is a ttl only") << QByteArray("2147483648") << false << true;
    QTest::newRow("the smallest int is both") << QByteArray("-2147483648") << true << true;
    QTest::newRow("one less is a ttl only") << QByteArray("-2147483649") << false << true;
    QTest::newRow("the largest unsigned is neither")
        << QByteArray("18446744073709551615") << false << false;
    QTest::newRow("a decimal is neither") << QByteArray("1.0") << false << false;
}

void FlowTest::numbersOutsideTheirRangeAreEmpty()
{
    QFETCH(QByteArray, number);
    QFETCH(bool, isOrder);
    QFETCH(bool, isTtl);
    const Step step = firstStep(R"({"order":)" + number + R"(,"ttl":)" + number + "}");
    QCOMPARE(step.order.has_value(), isOrder);
    QCOMPARE(step.ttl.has_value(), isTtl);
}

void FlowTest::recipientsRememberHowTheyWereWritten_data()
{
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QStringList>("numbers");
    QTest::addColumn<bool>("isArray");
    QTest::newRow("one text") << QByteArray(R"("306971234567")")
                              << QStringList{QStringLiteral("306971234567")} << false;
    QTest::newRow("a list of one") << QByteArray(R"(["+30697"])")
                                   << QStringList{QStringLiteral("+30697")} << true;
    QTest::newRow("an empty list") << QByteArray("[]") << QStringList{} << true;
    QTest::newRow("what is no text is left out")
        << QByteArray(R"(["1",2,null,"3"])")
        << QStringList{QStringLiteral("1"), QStringLiteral("3")} << true;
}

void FlowTest::recipientsRememberHowTheyWereWritten()
{
    QFETCH(QByteArray, to);
    QFETCH(QStringList, numbers);
    QFETCH(bool, isArray);
    const Step step = firstStep(R"({"to":)" + to + "}");
    QVERIFY(step.to);
    QCOMPARE(step.to->numbers, numbers);
    QCOMPARE(step.to->isArray, isArray);
}

void FlowTest::anyJsonGivesAFlow_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("steps");
    QTest::newRow("null") << QByteArray("null") << 0;
    QTest::newRow("a list") << QByteArray("[1]") << 0;
    QTest::newRow("a flow that is no list") << QByteArray(R"({"flow":{"0":{}}})") << 0;
    QTest::newRow("steps that are no objects") << QByteArray(R"({"flow":[1,"x",null]})") << 3;
    QTest::newRow("a foreign step") << QByteArray(R"({"flow":[{"type":"Voice"}]})") << 1;
}

void FlowTest::anyJsonGivesAFlow()
{
    QFETCH(QByteArray, text);
    QFETCH(int, steps);
    const Flow flow = readFlow(json(text));
    QCOMPARE(static_cast<int>(flow.steps.size()), steps);
    for (const Step &step : flow.steps)
        QCOMPARE(step.channel(), Channel::Unknown);
}

void FlowTest::stepsComeInTheOrderTheServiceTakesThem_data()
{
    QTest::addColumn<QByteArray>("steps");
    QTest::addColumn<QString>("indexes");
    QTest::newRow("as written") << QByteArray(R"({"order":1},{"order":2})") << QStringLiteral("0 1");
    QTest::newRow("sorted") << QByteArray(R"({"order":3},{"order":1},{"order":2})")
                            << QStringLiteral("1 2 0");
    QTest::newRow("those without an order last") << QByteArray(R"({},{"order":9},{"order":null})")
                                                 << QStringLiteral("1 0 2");
    QTest::newRow("equal ones as written")
        << QByteArray(R"({"order":1},{"order":0},{"order":1},{"order":0})")
        << QStringLiteral("1 3 0 2");
}

void FlowTest::stepsComeInTheOrderTheServiceTakesThem()
{
    QFETCH(QByteArray, steps);
    QFETCH(QString, indexes);
    const Flow flow = readFlow(json(R"({"flow":[)" + steps + "]}"));
    QStringList found;
    int attempt = 0;
    for (const Step &step : stepsInOrder(flow)) {
        found.append(QString::number(step.index));
        QCOMPARE(attemptsOf(flow).at(size_t(step.index)), ++attempt);
    }
    QCOMPARE(found.join(QLatin1Char(' ')), indexes);
}

QTEST_GUILESS_MAIN(FlowTest)
#include "tst_flow.moc"
