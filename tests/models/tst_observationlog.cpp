// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/run/observationlog.h"

#include <QRegularExpression>
#include <QTest>

using namespace otpscope::models;

namespace {

QString sourceName(ObservationSource source)
{
    switch (source) {
    case ObservationSource::Send:
        return QStringLiteral("send");
    case ObservationSource::Poll:
        return QStringLiteral("poll");
    case ObservationSource::Webhook:
        return QStringLiteral("webhook");
    }
    Q_UNREACHABLE();
}

QStringList printed(const ObservationLog &log)
{
    QStringList lines;
    for (const Observation &observation : log.observations)
        lines.append(QStringLiteral("%1 %2 %3 %4")
                         .arg(observation.id.value)
                         .arg(sourceName(observation.source),
                              (observation.isTimeKnown ? QString() : QStringLiteral("after ")) +
                                  toIsoUtc(observation.arrivedAt),
                              QString::fromUtf8(reportedBody(observation)).simplified()));
    for (const LogProblem &problem : log.problems)
        lines.append(
            QStringLiteral("line %1: problem %2").arg(problem.line).arg(int(problem.kind)));
    return lines;
}

} // namespace

class TestObservationLog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void log_data();
    void log();
    void echoedFlowIsFound();
};

void TestObservationLog::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
}

void TestObservationLog::log_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("expected");

    QTest::newRow("nothing") << QByteArray() << QStringList{};
    QTest::newRow("bare bodies are webhooks and take the newest time they speak of")
        << QByteArray("{\"flowId\":\"f\",\"steps\":[{\"status\":\"x\","
                      "\"created_at\":\"2026-02-05T10:00:00Z\","
                      "\"delivered_at\":\"2026-02-05T10:00:05Z\"}]}\n{\"flowId\":\"f\"}\n")
        << QStringList{
               QStringLiteral("1 webhook after 2026-02-05T10:00:05.000Z "
                              "{\"flowId\":\"f\",\"steps\":[{\"status\":\"x\","
                              "\"created_at\":\"2026-02-05T10:00:00Z\","
                              "\"delivered_at\":\"2026-02-05T10:00:05Z\"}]}"),
               QStringLiteral("2 webhook after 2026-02-05T10:00:05.000Z {\"flowId\":\"f\"}")};
    QTest::newRow("a flow[] is a send answer")
        << QByteArray("{\"flowId\":\"f\",\"flow\":[]}")
        << QStringList{QStringLiteral(
               "1 send after 1970-01-01T00:00:00.000Z {\"flowId\":\"f\",\"flow\":[]}")};
    QTest::newRow("wrapped lines say when and whence")
        << QByteArray("{\"at\":\"2026-02-05T10:00:00Z\",\"source\":\"poll\","
                      "\"body\":{\"flowId\":\"f\"}}\r\n\r\n"
                      "{\"at\":null,\"source\":\"Send\",\"body\":\"{\\\"flowId\\\":1}\"}")
        << QStringList{QStringLiteral("1 poll 2026-02-05T10:00:00.000Z {\"flowId\":\"f\"}"),
                       QStringLiteral("2 send after 2026-02-05T10:00:00.000Z {\"flowId\":1}")};
    QTest::newRow("times of other zones, of the future and of the past are what they are")
        << QByteArray("{\"at\":\"2026-02-05T12:00:00+02:00\",\"body\":{\"flowId\":\"f\"}}\n"
                      "{\"at\":\"2036-02-05T04:30:00.5-05:30\",\"body\":{\"flowId\":\"f\"}}\n"
                      "{\"flowId\":\"f\"}\n"
                      "{\"at\":\"1999-12-31T23:59:59Z\",\"body\":{\"flowId\":\"f\"}}\n"
                      "{\"flowId\":\"f\",\"steps\":[{\"status\":\"x\","
                      "\"created_at\":\"2026-02-05T13:00:00+01:00\"}]}\n")
        << QStringList{
               QStringLiteral("1 webhook 2026-02-05T10:00:00.000Z {\"flowId\":\"f\"}"),
               QStringLiteral("2 webhook 2036-02-05T10:00:00.500Z {\"flowId\":\"f\"}"),
               QStringLiteral("3 webhook after 2036-02-05T10:00:00.500Z {\"flowId\":\"f\"}"),
               QStringLiteral("4 webhook 1999-12-31T23:59:59.000Z {\"flowId\":\"f\"}"),
               QStringLiteral(
                   "5 webhook after 2026-02-05T12:00:00.000Z {\"flowId\":\"f\",\"steps\":"
                   "[{\"status\":\"x\",\"created_at\":"
                   "\"2026-02-05T13:00:00+01:00\"}]}")};
    QTest::newRow("bad lines are named and the rest is read")
        << QByteArray("{\"flowId\":\"f\"\n[1]\n{\"source\":\"pigeon\",\"body\":{}}\n"
                      "{\"at\":\"noon\",\"body\":{}}\n\n{\"flowId\":\"g\"}")
        << QStringList{
               QStringLiteral("1 webhook after 1970-01-01T00:00:00.000Z {\"flowId\":\"g\"}"),
               QStringLiteral("line 1: problem %1").arg(int(LogProblem::Kind::NotJson)),
               QStringLiteral("line 2: problem %1").arg(int(LogProblem::Kind::NotAnObject)),
               QStringLiteral("line 3: problem %1").arg(int(LogProblem::Kind::UnknownSource)),
               QStringLiteral("line 4: problem %1").arg(int(LogProblem::Kind::UnknownTime))};
}

void TestObservationLog::log()
{
    QFETCH(QByteArray, text);
    QFETCH(QStringList, expected);

    QCOMPARE(printed(readObservationLog(text)), expected);
}

void TestObservationLog::echoedFlowIsFound()
{
    const ObservationLog log = readObservationLog(
        "{\"flowId\":\"f\"}\n"
        "{\"flowId\":\"f\",\"flow\":[{\"type\":\"ViberOtp\",\"order\":1,\"ttl\":60}]}\n");

    const std::optional<Flow> flow = echoedFlow(log.observations);

    QVERIFY(flow.has_value());
    QCOMPARE(flow->steps.size(), size_t{1});
    QCOMPARE(flow->steps.front().ttl, std::optional(std::chrono::seconds{60}));
    QVERIFY(!echoedFlow({log.observations.front()}).has_value());
}

QTEST_GUILESS_MAIN(TestObservationLog)
#include "tst_observationlog.moc"
