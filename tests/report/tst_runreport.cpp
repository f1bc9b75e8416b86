// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/resources.h"
#include "app/report/livetext.h"
#include "app/report/reportwords.h"
#include "app/report/runreport.h"
#include "tests/support/runstory.h"

#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace otpscope;
using namespace otpscope::models;
using namespace otpscope::testsupport;

class TestRunReport final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void jsonOfAWholeRun();
    void jsonOfAnUnansweredRun();
    void jUnitCountsStepsAndErrors();
    void jUnitStaysWellFormedWhateverTheServiceSends();
    void liveText();
    void acceptanceIsNotToldAsDelivery();
    void controlCharactersDoNotReachATerminal();

private:
    [[nodiscard]] RunMachine played(const QString &story) const;

    const Catalogue m_catalogue = platform::builtInCatalogue();
};

void TestRunReport::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
}

RunMachine TestRunReport::played(const QString &story) const
{
    RunMachine machine(storyFlow(QStringLiteral("viber 300, sms 600")), m_catalogue);
    for (const Observation &observation : storyObservations(story))
        machine.apply(observation);
    return machine;
}

void TestRunReport::jsonOfAWholeRun()
{
    const RunMachine machine = played(QStringLiteral(R"(
        send 0 InProgress viber sms
        webhook 300 InProgress viber:EXPIRED price=0.0093
        webhook 310 Succeeded viber:EXPIRED sms:Delivered@300.3)"));

    QCOMPARE(QString::fromUtf8(report::runReportJson(report::reportedRun({}, machine))),
             QStringLiteral(R"({
  "flowId": "f1",
  "status": "Succeeded",
  "concluded": true,
  "terminatingChannel": "sms",
  "steps": [
    {
      "order": 1,
      "channel": "viber",
      "trackingId": "m1",
      "status": "EXPIRED",
      "price": 0.0093,
      "startedAt": "2026-11-23T10:00:00.000Z",
      "concludedAt": "2026-11-23T10:05:00.000Z"
    },
    {
      "order": 2,
      "channel": "sms",
      "trackingId": "m2",
      "status": "Delivered",
      "price": null,
      "startedAt": "2026-11-23T10:05:00.300Z",
      "concludedAt": "2026-11-23T10:05:10.000Z"
    }
  ],
  "transitions": [
    {
      "at": "2026-11-23T10:00:00.000Z",
      "subject": "flow",
      "order": null,
      "from": null,
      "to": "InProgress",
      "source": "send"
    },
    {
      "at": "2026-11-23T10:05:00.000Z",
      "subject": "step",
      "order": 1,
      "from": null,
      "to": "EXPIRED",
      "source": "webhook"
    },
    {
      "at": "2026-11-23T10:05:10.000Z",
      "subject": "step",
      "order": 2,
      "from": null,
      "to": "Delivered",
      "source": "webhook"
    },
    {
      "at": "2026-11-23T10:05:10.000Z",
      "subject": "flow",
      "order": null,
      "from": "InProgress",
      "to": "Succeeded",
      "source": "webhook"
    }
  ],
  "failovers": [
    {
      "fromOrder": 1,
      "toOrder": 2,
      "trigger": "EXPIRED",
      "dueAt": "2026-11-23T10:05:00.000Z",
      "firedAt": "2026-11-23T10:05:00.300Z"
    }
  ],
  "observations": {
    "send": 1,
    "poll": 0,
    "webhook": 2
  },
  "findings": [
    {
      "severity": "info",
      "rule": "failover-as-documented",
      "pointer": "",
      "message": "Step 1 (Viber) reported EXPIRED 5 min after sending (ttl 300 s); step 2 (SMS) followed 0.3 s later, as the document demands."
    }
  ]
}
)"));
}

void TestRunReport::jsonOfAnUnansweredRun()
{
    const QByteArray json =
        report::runReportJson(report::reportedRun({}, played(QStringLiteral("send 1 !NoAnswer"))));

    const Json parsed = parseJson(json).value();
    QVERIFY(parsed["flowId"].is_null());
    QVERIFY(parsed["status"].is_null());
    QVERIFY(parsed["terminatingChannel"].is_null());
    QVERIFY(parsed["steps"][0]["status"].is_null());
    QCOMPARE(parsed["findings"][0]["rule"].get<std::string>(), "send-outcome-unknown");
    QCOMPARE(parsed["findings"][0]["pointer"].get<std::string>(), "");
}

void TestRunReport::jUnitCountsStepsAndErrors()
{
    const RunMachine machine = played(QStringLiteral(R"(
        send 0 InProgress viber sms
        poll 20 Failed viber:UNSENT)"));

    QStringList cases;
    QXmlStreamReader xml(report::runReportJUnit(report::reportedRun(QStringLiteral("A"), machine)));
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("testsuite"))
            cases.append(QStringLiteral("suite %1 %2 %3")
                             .arg(xml.attributes().value(QLatin1String("tests")).toString(),
                                  xml.attributes().value(QLatin1String("failures")).toString(),
                                  xml.attributes().value(QLatin1String("skipped")).toString()));
        else if (xml.name() == QLatin1String("testcase"))
            cases.append(xml.attributes().value(QLatin1String("name")).toString());
        else if (xml.name() != QLatin1String("testsuites"))
            cases.append(QLatin1String("  ") + xml.name().toString());
    }

    QVERIFY(!xml.hasError());
    QCOMPARE(cases, (QStringList{QStringLiteral("suite 4 1 1"), QStringLiteral("step 1: Viber"),
                                 QStringLiteral("  system-out"), QStringLiteral("step 2: SMS"),
                                 QStringLiteral("  skipped"), QStringLiteral("concluded"),
                                 QStringLiteral("  system-out"), QStringLiteral("failover-missing"),
                                 QStringLiteral("  failure")}));
}

void TestRunReport::jUnitStaysWellFormedWhateverTheServiceSends()
{
    RunMachine machine = played(QString());
    Observation observation = storyObservation(QStringLiteral("webhook 1 ="), 1);
    observation.exchange.requestBody =
        R"({"status":"<&\">","steps":[{"channel":"viber","status":"a\u0000\u001b]]>\uFFFF\ud83d\ude00"}]})";
    machine.apply(observation);

    QXmlStreamReader xml(
        report::runReportJUnit(report::reportedRun(QStringLiteral("\u0001 & <x>"), machine)));
    while (!xml.atEnd())
        xml.readNext();

    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
}

void TestRunReport::liveText()
{
    RunMachine machine = played(QString());
    RunUpdateBuilder builder{RunId(QStringLiteral("r"))};
    for (const Observation &observation : storyObservations(QStringLiteral(R"(
            send 0 InProgress viber sms
            webhook 300 InProgress viber:EXPIRED
            webhook 4000 Succeeded viber:EXPIRED sms:Delivered@300.3)")))
        builder.add(observation, machine.apply(observation));

    report::LiveText text;
    QCOMPARE(text.lines(builder.take(machine.state())).join(QLatin1Char('\n')),
             QStringLiteral(
                 "  0:00.000  flow      InProgress  (send)\n"
                 "  5:00.000  1 Viber   EXPIRED  (webhook)\n"
                 "  5:00.300  failover  Step 2 was tried because step 1 reported EXPIRED (API "
                 "document 4.3).\n"
                 "1:06:40.000  2 SMS     Delivered  (webhook)\n"
                 "1:06:40.000  flow      InProgress -> Succeeded  (webhook)\n"
                 "info failover-as-documented: Step 1 (Viber) reported EXPIRED 5 min after sending "
                 "(ttl 300 s); step 2 (SMS) followed 0.3 s later, as the document demands."));
    report::ReportedRun run = report::reportedRun({}, machine);
    QCOMPARE(report::LiveText::summary(run).at(1),
             QStringLiteral("observations: send 1, poll 0, webhook 2"));
    Expectations expectations;
    expectations.finalStatus = QStringLiteral("Succeeded");
    expectations.priceAtMost = 0.1;
    report::check(run, expectations);
    QCOMPARE(report::LiveText::summary(run).last(), QStringLiteral("expectations: 1 of 2 met"));
    const QString xml = QString::fromUtf8(report::runReportJUnit(run));
    QVERIFY2(xml.contains(QStringLiteral("tests=\"5\" failures=\"1\"")), qPrintable(xml));
    QVERIFY2(
        xml.contains(QStringLiteral("Expected: a price of 0.1 at most. The price is not known.")),
        qPrintable(xml));
}

void TestRunReport::acceptanceIsNotToldAsDelivery()
{
    RunMachine machine = played(QString());
    RunUpdateBuilder builder{RunId(QStringLiteral("r"))};
    for (const Observation &observation : storyObservations(QStringLiteral(R"(
            send 0 Succeeded sms
            webhook 5 Failed sms:Failed)")))
        builder.add(observation, machine.apply(observation));
    report::LiveText text;
    const QStringList lines = text.lines(builder.take(machine.state()));
    QCOMPARE(lines.front(), QStringLiteral("  0:00.000  flow      accepted, not yet delivered  "
                                           "(Succeeded in the answer to the send)"));
}

void TestRunReport::controlCharactersDoNotReachATerminal()
{
    QCOMPARE(report::printable(QStringLiteral("a\u001b[31m\r\n\u009bb\u00e9")),
             QStringLiteral("a\ufffd[31m\ufffd\ufffd\ufffdb\u00e9"));
}

QTEST_GUILESS_MAIN(TestRunReport)
#include "tst_runreport.moc"
