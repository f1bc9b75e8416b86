// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/bundle/bundle.h"
#include "models/import/importer.h"
#include "models/text/bundlesentences.h"

#include <QRegularExpression>
#include <QTest>

using namespace otpscope::models;

namespace {

constexpr auto pin = "482916";
constexpr auto number = "306971234567";

Bundle sample()
{
    Bundle bundle;
    bundle.version = QStringLiteral("1.2.3");
    bundle.run = RunId(QStringLiteral("run-1"));
    bundle.title = QStringLiteral("login");
    bundle.environment = QStringLiteral("Staging");
    bundle.createdAt = *fromIso(QStringLiteral("2026-11-23T10:00:00.000Z"));
    bundle.followedTo = *fromIso(QStringLiteral("2026-11-23T10:05:00.250Z"));
    bundle.flow = "{\"flow\":[{\"type\":\"ViberOtp\",\"to\":\"306971234567\",\"pin\":\"482916\"}]}";
    bundle.expectations = "{\"finalStatus\": \"Succeeded\"}";
    Observation send;
    send.id = ObservationId{1};
    send.source = ObservationSource::Send;
    send.startedAt = bundle.createdAt;
    send.arrivedAt = bundle.createdAt + std::chrono::milliseconds(80);
    send.exchange.requestHead = "POST /send HTTP/1.1\r\nCookie: sid=abc\r\n\r\n";
    send.exchange.requestBody = bundle.flow;
    send.exchange.answerHead = "HTTP/1.1 200 OK\r\n\r\n";
    send.exchange.answerBody = "{\"flowId\":\"f1\",\"status\":\"InProgress\"}";
    send.exchange.answerStatus = 200;
    Observation webhook;
    webhook.id = ObservationId{2};
    webhook.arrivedAt = webhook.startedAt = bundle.createdAt + std::chrono::seconds(3);
    webhook.exchange.requestBody = QByteArray("\xff\xfe cut ", 7) + number;
    Observation poll;
    poll.id = ObservationId{3};
    poll.source = ObservationSource::Poll;
    poll.arrivedAt = poll.startedAt = bundle.createdAt + std::chrono::seconds(4);
    poll.isTimeKnown = false;
    poll.problem = TransportProblem::NoAnswer;
    poll.problemDetail = QStringLiteral("Connection closed");
    bundle.observations = {send, webhook, poll};
    return bundle;
}

} // namespace

/// A run in one file.
class TestBundle final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void itReadsBackAsItWas();
    void aMaskedOneHoldsNoSecret();
    void whatIsNoBundleIsSaid_data();
    void whatIsNoBundleIsSaid();
    void noCutBringsItDown();
    void itsFlowIsImported();
};

void TestBundle::itReadsBackAsItWas()
{
    const QByteArray text = writeBundle(sample());
    QVERIFY(looksLikeBundle(text));
    const auto read = readBundle(text);
    QVERIFY(read);
    Bundle expected = sample();
    expected.flow = prettyJson(parseJson(expected.flow).value());
    expected.expectations = prettyJson(parseJson(expected.expectations).value());
    QVERIFY(read.value() == expected);
}

void TestBundle::aMaskedOneHoldsNoSecret()
{
    const QByteArray open = writeBundle(sample());
    QVERIFY(open.contains(pin));
    const QByteArray text = writeBundle(masked(sample()));
    QVERIFY2(!text.contains(pin), text.constData());
    QVERIFY2(!text.contains(number), text.constData());
    QVERIFY2(!text.contains("sid=abc"), text.constData());
    const auto read = readBundle(text);
    QVERIFY(read);
    QVERIFY(read.value().isMasked);
    QCOMPARE(read.value().observations.size(), size_t{3});
    QVERIFY(!read.value().observations[1].exchange.requestBody.contains(number));
    QVERIFY(read.value().observations[0].exchange.answerBody.contains("InProgress"));
}

void TestBundle::whatIsNoBundleIsSaid_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, const QByteArray &text, const char *sentence) {
        QTest::newRow(name) << text << QString::fromLatin1(sentence);
    };
    row("no JSON", "{\"otpscopeBundle\": 1,", "The bundle is damaged. This is not JSON at line 1");
    row("another JSON", "{\"flow\": []}", "This is no OtpScope bundle.");
    row("a later version", "{\"otpscopeBundle\": 2, \"observations\": []}",
        "The bundle was written by a newer OtpScope.");
    row("no observations", "{\"otpscopeBundle\": 1}", "damaged at /observations.");
    row("an observation that is none", "{\"otpscopeBundle\": 1, \"observations\": [1]}",
        "damaged at /observations/0.");
    row("an unknown source",
        "{\"otpscopeBundle\": 1, \"observations\": [{\"source\": \"dove\", \"arrivedAt\": "
        "\"2026-11-23T10:00:00Z\"}]}",
        "damaged at /observations/0/source.");
    row("no time", "{\"otpscopeBundle\": 1, \"observations\": [{\"source\": \"poll\"}]}",
        "damaged at /observations/0/arrivedAt.");
    row("a time that is perhaps known",
        "{\"otpscopeBundle\": 1, \"observations\": [{\"source\": \"poll\", \"arrivedAt\": "
        "\"2026-11-23T10:00:00.000Z\", \"isTimeKnown\": 1}]}",
        "damaged at /observations/0/isTimeKnown.");
    row("a strange status",
        "{\"otpscopeBundle\": 1, \"observations\": [{\"source\": \"poll\", \"arrivedAt\": "
        "\"2026-11-23T10:00:00Z\", \"answer\": {\"status\": 70000}}]}",
        "damaged at /observations/0/answer/status.");
}

void TestBundle::whatIsNoBundleIsSaid()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, sentence);
    const auto read = readBundle(text);
    QVERIFY(!read);
    const QString said = sentenceFor(read.error());
    QVERIFY2(said.contains(sentence), qPrintable(said));
}

void TestBundle::noCutBringsItDown()
{
    const QByteArray text = writeBundle(sample());
    for (qsizetype length = 0; length < text.size() - 1; length += 7)
        QVERIFY2(!readBundle(text.left(length)), qPrintable(QString::number(length)));
}

void TestBundle::itsFlowIsImported()
{
    const auto import = importRequests(writeBundle(sample()));
    QVERIFY(import);
    QCOMPARE(import.value().format, ImportFormat::Bundle);
    QCOMPARE(import.value().requests.front().name, QStringLiteral("login"));
    QVERIFY(import.value().requests.front().isFlow());
    QVERIFY(import.value().requests.front().body.contains(pin));
}

QTEST_GUILESS_MAIN(TestBundle)
#include "tst_bundle.moc"
