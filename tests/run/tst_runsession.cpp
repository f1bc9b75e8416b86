// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/httpcall.h"
#include "app/platform/resources.h"
#include "app/run/bundling.h"
#include "app/run/replay.h"
#include "app/run/runsession.h"
#include "tests/support/fakeclock.h"
#include "tests/support/scriptedserver.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <future>
#include <memory>

using namespace otpscope;
using models::ObservationSource;
using models::RunId;
using run::RunEnd;
using run::RunSession;
using std::chrono::milliseconds;
using testsupport::FakeClock;
using testsupport::ScriptedAnswer;
using testsupport::ScriptedServer;

Q_DECLARE_METATYPE(otpscope::testsupport::ScriptedAnswer)

namespace {

QByteArray stepJson(const QByteArray &channel, const QByteArray &status)
{
    return "{\"trackingId\":\"" + channel + "-1\",\"role\":\""
           + (channel == "viber" ? "primary" : "failover") + "\",\"status\":\"" + status
           + "\",\"channel\":\"" + channel
           + "\",\"phone_number\":\"306971234567\",\"created_at\":\"2026-11-23T10:00:00Z\"}";
}

/// "InProgress viber=EXPIRED sms=Queued" as a tracking body.
QByteArray tracking(const QByteArray &short_)
{
    const QByteArrayList words = short_.split(' ');
    QByteArrayList steps;
    for (const QByteArray &word : words.mid(1))
        steps.append(stepJson(word.split('=').first(), word.split('=').last()));
    return "{\"flowId\":\"f-1\",\"status\":\"" + words.first()
           + "\",\"statusCode\":null,\"steps\":[" + steps.join(',') + "]}";
}

const QByteArray sendAnswer = "{\"flowId\":\"f-1\",\"status\":\"InProgress\",\"type\":\"Viber\","
                              "\"flow\":[{\"type\":\"ViberOtp\",\"order\":1,\"trackingId\":"
                              "\"viber-1\"},{\"type\":\"Sms\",\"order\":2}],"
                              "\"createdAt\":\"2026-11-23T10:00:00Z\"}";

/// Gives a token, answers the send, then one tracking answer after the other, the last for ever.
ScriptedServer::Script service(const ScriptedAnswer &send, QByteArrayList trackings = {})
{
    return [send, trackings](const QByteArray &request) mutable {
        if (request.startsWith("POST /oauth/token "))
            return ScriptedAnswer::json("{\"access_token\":\"t\",\"expires_in\":3600}");
        if (request.startsWith("POST "))
            return send;
        if (trackings.isEmpty())
            return ScriptedAnswer::json(tracking("InProgress viber=QUEUED"));
        return ScriptedAnswer::json(
            tracking(trackings.size() > 1 ? trackings.takeFirst() : trackings.first()));
    };
}

QString sourcesOf(const std::vector<models::Observation> &observations)
{
    QStringList sources;
    for (const models::Observation &observation : observations) {
        switch (observation.source) {
        case ObservationSource::Send:
            sources.append(QStringLiteral("send"));
            break;
        case ObservationSource::Poll:
            sources.append(QStringLiteral("poll"));
            break;
        case ObservationSource::Webhook:
            sources.append(QStringLiteral("webhook"));
            break;
        }
    }
    return sources.join(u' ');
}

/// What the session told, as text and as numbers.
struct Heard
{
    std::vector<RunEnd> ends;
    std::vector<qint64> ids;
    QStringList transitions;
    int updates = 0;
    int updatesBehindTheEnd = 0;
    int notStored = 0;

    void listenTo(RunSession &session)
    {
        QObject::connect(&session, &RunSession::updated, &session, [this](const auto &update) {
            ++updates;
            updatesBehindTheEnd += ends.empty() ? 0 : 1;
            for (const models::ObservationSummary &row : update.observations)
                ids.push_back(row.id.value);
            for (const models::Transition &transition : update.transitions) {
                transitions.append(QStringLiteral("%1 %2>%3")
                                       .arg(transition.order)
                                       .arg(transition.from, transition.to));
            }
        });
        QObject::connect(&session, &RunSession::ended, &session,
                         [this](RunEnd end) { ends.push_back(end); });
        QObject::connect(&session, &RunSession::notStored, &session, [this] { ++notStored; });
    }
};

} // namespace

class TestRunSession final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void aRunIsPolledUntilItIsConcluded();
    void aPollConfirmsWhatWebhooksConcluded();
    void aConclusionByPollWaitsForTheLastWebhook();
    void aTimeLimitBehindTheConclusionIsNoTimeLimit();
    void failedBetweenTwoStepsIsNotTheEnd();
    void failedThatStaysIsTheEnd();
    void webhooksAreAppliedInTheOrderOfTheStore();
    void webhooksOfOtherRunsAreNotApplied();
    void whatCannotBeWrittenDownIsNotSent();
    void aSendThatFailsEndsTheRun_data();
    void aSendThatFailsEndsTheRun();
    void anUnknownOutcomeWaitsForWebhooks();
    void anUnknownOutcomeIsWaitedForAsLongAsWasAsked();
    void anUnknownOutcomeEndsWithoutAReceiver_data();
    void anUnknownOutcomeEndsWithoutAReceiver();
    void theTimeLimitEndsTheRun();
    void timeAloneConcludesADeliveredRun();
    void whatTimeAloneEndedIsKnownLater_data();
    void whatTimeAloneEndedIsKnownLater();
    void stoppingEndsOnce();
    void stoppingDuringTheSendKeepsWhatIsKnown();
    void pollErrorsDoNotEndTheRun();
    void aFloodOfWebhooksComesInFewUpdates();
    void aLateWebhookIsStillApplied();
    void aFlowKnownByItsIdIsFollowedAndNothingIsSent_data();
    void aFlowKnownByItsIdIsFollowedAndNothingIsSent();
    void anIdNobodyKnowsEndsTheRun();
    void anOpenRunGoesOnAfterARestart();
    void webhooksStillComeInOnTheOldPath();
    void timeAloneConcludesNothingBeforeTheServiceWasAsked();
    void aRunTheServiceForgotStaysUnknown();
    void aRunWithoutAFlowIdIsNotAskedFor();
    void aReplayComesToTheSameState();
    void aSessionMayLiveInAThreadOfItsOwn();
    void aSessionMayBeDestroyedAtAnyTime();

private:
    run::RunRequest request(const ScriptedServer &server) const;
    std::unique_ptr<RunSession> session(const run::RunRequest &request,
                                        webhook::WebhookReceiver *receiver = nullptr);
    void post(const QUrl &url, const QByteArray &body);

    FakeClock m_clock;
    models::Catalogue m_catalogue = platform::builtInCatalogue();
    QByteArray m_flowText;
    std::shared_ptr<store::ObservationStore> m_store;
    RunId m_run{QStringLiteral("run-1")};
};

void TestRunSession::initTestCase()
{
    // "basic": Viber with a ttl of 300 s, then SMS.
    m_flowText = platform::builtInExamples().at(0).text;
}

void TestRunSession::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    const auto opened = store::ObservationStore::open(QStringLiteral(":memory:"));
    QVERIFY(opened);
    m_store = opened.value();
}

run::RunRequest TestRunSession::request(const ScriptedServer &server) const
{
    return {m_run,
            QStringLiteral("Example"),
            QStringLiteral("Scripted"),
            m_flowText,
            {server.address(QStringLiteral("/failover-otp")),
             server.address(QStringLiteral("/oauth/token")), QStringLiteral("demo"),
             QStringLiteral("demo")},
            {},
            {}};
}

std::unique_ptr<RunSession> TestRunSession::session(const run::RunRequest &runRequest,
                                                    webhook::WebhookReceiver *receiver)
{
    return std::make_unique<RunSession>(runRequest, m_catalogue, m_store, receiver, m_clock);
}

void TestRunSession::post(const QUrl &url, const QByteArray &body)
{
    client::HttpCall call({"POST", url, {{"Content-Type", "application/json"}}, body},
                          {std::chrono::seconds{10}, 1024});
    QSignalSpy finished(&call, &client::HttpCall::finished);
    call.start();
    QVERIFY(finished.wait());
    QCOMPARE(finished.first().first().value<client::CallOutcome>().exchange.answerStatus, 200);
}

void TestRunSession::aRunIsPolledUntilItIsConcluded()
{
    ScriptedServer server(service(ScriptedAnswer::json(sendAnswer),
                                  {"InProgress viber=QUEUED", "InProgress viber=EXPIRED",
                                   "InProgress viber=EXPIRED sms=Queued",
                                   "Succeeded viber=EXPIRED sms=Delivered"}));
    const auto runSession = session(request(server));
    Heard heard;
    heard.listenTo(*runSession);
    runSession->start();
    QTRY_COMPARE(heard.ends, std::vector{RunEnd::Concluded});
    QCOMPARE(heard.transitions.join(QStringLiteral(", ")),
             QStringLiteral("0 >InProgress, 1 >QUEUED, 1 QUEUED>EXPIRED, 2 >Queued, "
                            "2 Queued>Delivered, 0 InProgress>Succeeded"));
    QCOMPARE(runSession->machine().state().flowId.text(), QStringLiteral("f-1"));
    QCOMPARE(runSession->machine().failovers().size(), size_t{1});
    QCOMPARE(heard.ids, (std::vector<qint64>{1, 2, 3, 4, 5}));
    QCOMPARE(heard.updatesBehindTheEnd, 0);
    QCOMPARE(sourcesOf(m_store->observations(m_run, {}, 100)),
             QStringLiteral("send poll poll poll poll"));
    const auto stored = m_store->run(m_run);
    QVERIFY(stored.has_value());
    QCOMPARE(stored->flowText, m_flowText);
    QCOMPARE(stored->title, QStringLiteral("Example"));
    QCOMPARE(runSession->tokenStatus().state, client::TokenStatus::State::Valid);
}

void TestRunSession::aPollConfirmsWhatWebhooksConcluded()
{
    ScriptedServer server(service(ScriptedAnswer::json(sendAnswer), {"Succeeded viber=SEEN"}));
    webhook::WebhookReceiver receiver(m_store, m_clock);
    QVERIFY(receiver.listen().isListening);
    const QUrl hook = receiver.openPath(m_run);
    const auto runSession = session(request(server), &receiver);
    Heard heard;
    heard.listenTo(*runSession);
    runSession->start();
    QTRY_COMPARE(runSession->machine().state().flowId.text(), QStringLiteral("f-1"));
    post(hook, tracking("Succeeded viber=SEEN"));
    QTRY_COMPARE(runSession->machine().state().counts.poll, 1);
    QVERIFY(heard.ends.empty());
    m_clock.advance(milliseconds{300});
    QTRY_COMPARE(heard.ends, std::vector{RunEnd::Concluded});
    QCOMPARE(runSession->machine().state().counts.poll, 1);
}

void TestRunSession::aConclusionByPollWaitsForTheLastWebhook()
{
    ScriptedServer server(service(ScriptedAnswer::json(sendAnswer), {"Succeeded viber=SEEN"}));
    webhook::WebhookReceiver receiver(m_store, m_clock);
    QVERIFY(receiver.listen().isListening);
    const QUrl hook = receiver.openPath(m_run);
    const auto runSession = session(request(server), &receiver);
    Heard heard;
    heard.listenTo(*runSession);
    runSession->start();
    QTRY_VERIFY(runSession->machine().state().isConcluded());
    m_clock.advance(milliseconds{200});
    post(hook, tracking("Succeeded viber=SEEN"));
    m_clock.advance(milliseconds{300});
    QTRY_COMPARE(heard.ends, std::vector{RunEnd::Concluded});
    QCOMPARE(runSession->machine().state().counts.webhook, 1);
    QCOMPARE(runSession->machine().state().counts.poll, 1);
}

void TestRunSession::aTimeLimitBehindTheConclusionIsNoTimeLimit()
{
    ScriptedServer server(service(ScriptedAnswer::json(sendAnswer), {"Succeeded viber=SEEN"}));
    webhook::WebhookReceiver receiver(m_store, m_clock);
    run::RunRequest limited = request(server);
    limited.timeLimit = milliseconds{100};
    const auto runSession = session(limited, &receiver);
    Heard heard;
    heard.listenTo(*runSession);
    runSession->start();
    QTRY_VERIFY(runSession->machine().state().isConcluded());
    m_clock.advance(milliseconds{100});
    QTRY_COMPARE(heard.ends, std::vector{RunEnd::Concluded});
}

void TestRunSession::failedBetweenTwoStepsIsNotTheEnd()
{
    ScriptedServer server(service(ScriptedAnswer::json(sendAnswer),
                                  {"Failed viber=EXPIRED", "Failed viber=EXPIRED",
                                   "Succeeded viber=EXPIRED sms=Delivered"}));
    const auto runSession = session(request(server));
    Heard heard;
    heard.listenTo(*runSession);
    runSession->start();
    QTRY_COMPARE(heard.ends, std::vector{RunEnd::Concluded});
    QCOMPARE(runSession->machine().state().conclusion, models::Conclusion::StepsFinal);
    QCOMPARE(runSession->machine().state().status, QStringLiteral("Succeeded"));
}

void TestRunSession::failedThatStaysIsTheEnd()
{
    ScriptedServer server(service(ScriptedAnswer::json(sendAnswer), {"Failed viber=EXPIRED"}));
    const auto runSession = session(request(server));
    Heard heard;
    heard.listenTo(*runSession);
    runSession->start();
    QTRY_VERIFY(runSession->machine().state().counts.poll >= 2);
    QVERIFY(heard.ends.empty());
    m_clock.advance(std::chrono::seconds{2});
    QTRY_COMPARE(heard.ends, std::vector{RunEnd::Concluded});
    QCOMPARE(runSession->machine().state().conclusion, models::Conclusion::EndedByService);
}

void TestRunSession::aFlowKnownByItsIdIsFollowedAndNothingIsSent_data()
{
    QTest::addColumn<QString>("id");
    QTest::newRow("a flow id") << QStringLiteral("f-1");
    // The answer names the flow, which is asked for from then on.
    QTest::newRow("a step's tracking id") << QStringLiteral("viber-1");
}

void TestRunSession::aFlowKnownByItsIdIsFollowedAndNothingIsSent()
{
    QFETCH(QString, id);
    const ScriptedServer server(service(ScriptedAnswer::hangUp(),
                                        {"InProgress viber=EXPIRED",
                                         "Succeeded viber=EXPIRED sms=Delivered"}));
    run::RunRequest attached = request(server);
    attached.flowText = "{\"flow\": []}";
    const auto runSession = session(attached);
    Heard heard;
    heard.listenTo(*runSession);
    runSession->follow(id);
    QTRY_VERIFY(runSession->machine().state().counts.poll >= 2);
    m_clock.advance(std::chrono::seconds{3});
    QTRY_COMPARE(heard.ends, std::vector{RunEnd::Concluded});
    QCOMPARE(heard.transitions.join(QStringLiteral(", ")),
             QStringLiteral("1 >EXPIRED, 0 >InProgress, 2 >Delivered, 0 InProgress>Succeeded"));
    QCOMPARE(server.count("POST /failover-otp"), 0);
    QCOMPARE(server.count("GET /failover-otp/otp/failover/" + id.toUtf8() + ' ') > 0, true);
    QCOMPARE(server.count("GET /failover-otp/otp/failover/f-1 ") > 0, true);
    QCOMPARE(server.count("GET /failover-otp/otp/failover/viber-1 "), id == u"viber-1" ? 1 : 0);
    QVERIFY(m_store->run(m_run).has_value());
}

void TestRunSession::anIdNobodyKnowsEndsTheRun()
{
    const ScriptedServer server([](const QByteArray &asked) {
        return asked.startsWith("POST /oauth/token ")
                   ? ScriptedAnswer::json("{\"access_token\":\"t\",\"expires_in\":3600}")
                   : ScriptedAnswer::json("{\"detail\":\"Not found\"}", 404);
    });
    const auto runSession = session(request(server));
    Heard heard;
    heard.listenTo(*runSession);
    runSession->follow(QStringLiteral("nobody"));
    QTRY_COMPARE(heard.ends, std::vector{RunEnd::OtherSideFailed});
    QCOMPARE(server.requests().size(), 2);
}

void TestRunSession::anOpenRunGoesOnAfterARestart()
{
    ScriptedServer server(service(ScriptedAnswer::json(sendAnswer)));
    {
        const auto first = session(request(server));
        first->start();
        QTRY_VERIFY(first->machine().state().counts.poll > 0);
    }
    const auto before = m_store->observations(m_run, {}, 100);
    // Nobody looked while the failover came.
    m_clock.advance(std::chrono::minutes{10});
    server.setScript(service(ScriptedAnswer::json(sendAnswer),
                             {"Succeeded viber=EXPIRED sms=Delivered"}));
    const auto second = session(request(server));
    Heard heard;
    heard.listenTo(*second);
    bool isWhole = false;
    connect(second.get(), &RunSession::updated, this, [&](const models::RunUpdate &update) {
        if (heard.updates == 1)
            isWhole = update.isWhole && update.observations.size() == before.size();
    });
    second->resume();
    QVERIFY(isWhole);
    QTRY_VERIFY(second->machine().state().isConcluded());
    m_clock.advance(std::chrono::seconds{3});
    QTRY_COMPARE(heard.ends, std::vector{RunEnd::Concluded});
    QCOMPARE(second->machine().state().terminatingChannel(), models::Channel::Sms);
    QCOMPARE(server.count("POST /failover-otp"), 1);
    // Each observation once, the old ones first.
    std::vector<qint64> stored;
    for (const models::Observation &observation : m_store->observations(m_run, {}, 100))
        stored.push_back(observation.id.value);
    QCOMPARE(heard.ids, stored);
    QCOMPARE(m_store->runs().size(), std::size_t(1));
}

void TestRunSession::webhooksStillComeInOnTheOldPath()
{
    ScriptedServer server(service(ScriptedAnswer::json(sendAnswer)));
    QUrl callback;
    {
        webhook::WebhookReceiver receiver(m_store, m_clock);
        QVERIFY(receiver.listen().isListening);
        callback = receiver.openPath(m_run);
        const auto first = session(request(server), &receiver);
        first->start();
        QTRY_VERIFY(first->machine().state().counts.poll > 0);
    }
    webhook::WebhookReceiver receiver(m_store, m_clock);
    const http::ListenResult listening = receiver.listen();
    QVERIFY(listening.isListening);
    // As behind a public address with a path of its own.
    QUrl there = callback;
    there.setPath(QStringLiteral("/base") + callback.path());
    receiver.reopenPath(m_run, there);
    receiver.reopenPath(RunId(QStringLiteral("run-2")), callback);
    callback.setPort(listening.port);
    const auto second = session(request(server), &receiver);
    second->resume();
    post(callback, tracking("Succeeded viber=SEEN"));
    QTRY_VERIFY(second->machine().state().isConcluded());
    QCOMPARE(second->machine().state().counts.webhook, 1);
    QCOMPARE(server.count("POST /failover-otp"), 1);
}

void TestRunSession::timeAloneConcludesNothingBeforeTheServiceWasAsked()
{
    ScriptedServer server(service(ScriptedAnswer::json(sendAnswer), {"Succeeded viber=Delivered"}));
    {
        const auto first = session(request(server));
        first->start();
        QTRY_VERIFY(first->machine().state().counts.poll > 0);
    }
    m_clock.advance(std::chrono::hours{24});
    server.setScript([](const QByteArray &asked) {
        return asked.startsWith("POST /oauth/token ")
                   ? ScriptedAnswer::json("{\"access_token\":\"t\",\"expires_in\":3600}")
                   : ScriptedAnswer::json("{}", 503);
    });
    const auto second = session(request(server));
    Heard heard;
    heard.listenTo(*second);
    const qint64 polls = second->machine().state().counts.poll;
    second->resume();
    QTRY_VERIFY(second->machine().state().counts.poll >= polls + 2);
    // Its ttl is over long since; SEEN may have come in time all the same.
    m_clock.advance(std::chrono::seconds{5});
    QTRY_VERIFY(second->machine().state().counts.poll >= polls + 3);
    QVERIFY(heard.ends.empty());
    server.setScript(service(ScriptedAnswer::json(sendAnswer), {"Succeeded viber=SEEN"}));
    QTRY_COMPARE_WITH_TIMEOUT(second->machine().state().conclusion, models::Conclusion::Seen,
                              15'000);
    m_clock.advance(std::chrono::seconds{3});
    QTRY_COMPARE(heard.ends, std::vector{RunEnd::Concluded});
    QCOMPARE(server.count("POST /failover-otp"), 1);
}

void TestRunSession::aRunTheServiceForgotStaysUnknown()
{
    ScriptedServer server(service(ScriptedAnswer::json(sendAnswer)));
    {
        const auto first = session(request(server));
        first->start();
        QTRY_VERIFY(first->machine().state().counts.poll > 0);
    }
    server.setScript([](const QByteArray &asked) {
        return asked.startsWith("POST /oauth/token ")
                   ? ScriptedAnswer::json("{\"access_token\":\"t\",\"expires_in\":3600}")
                   : ScriptedAnswer::json("{\"detail\":\"Not found\"}", 404);
    });
    const auto second = session(request(server));
    Heard heard;
    heard.listenTo(*second);
    second->resume();
    QTRY_COMPARE(heard.ends, std::vector{RunEnd::OtherSideFailed});
    QVERIFY(!second->machine().state().isConcluded());
    QCOMPARE(server.count("POST /failover-otp"), 1);
}

void TestRunSession::aRunWithoutAFlowIdIsNotAskedFor()
{
    // The program ended between writing the run down and the answer to its send.
    const ScriptedServer server(service(ScriptedAnswer::json(sendAnswer)));
    std::promise<void> isStored;
    m_store->addRun({m_run, m_clock.wallNow(), {}, {}, m_flowText},
                    [&](const auto &) { isStored.set_value(); });
    isStored.get_future().wait();
    const auto resumed = session(request(server));
    Heard heard;
    heard.listenTo(*resumed);
    resumed->resume();
    QCOMPARE(heard.ends, std::vector{RunEnd::OtherSideFailed});
    QCOMPARE(server.requests().size(), 0);
}

void TestRunSession::webhooksAreAppliedInTheOrderOfTheStore()
{
    ScriptedServer server(service(ScriptedAnswer::json(sendAnswer)));
    webhook::WebhookReceiver receiver(m_store, m_clock);
    QVERIFY(receiver.listen().isListening);
    const QUrl hook = receiver.openPath(m_run);
    const auto runSession = session(request(server), &receiver);
    Heard heard;
    heard.listenTo(*runSession);
    runSession->start();
    QTRY_COMPARE(runSession->machine().state().flowId.text(), QStringLiteral("f-1"));
    for (const QByteArray state : {"InProgress viber=FAILED", "InProgress viber=FAILED sms=Queued",
                                   "Succeeded viber=FAILED sms=Delivered"})
        post(hook, tracking(state));
    // Polling stays behind in this story, so the end waits for it as long as it ever does.
    QTRY_VERIFY(runSession->machine().state().isConcluded());
    m_clock.advance(std::chrono::seconds{2});
    QTRY_COMPARE(heard.ends, std::vector{RunEnd::Concluded});
    QCOMPARE(runSession->machine().state().counts.webhook, 3);
    QVERIFY(std::is_sorted(heard.ids.begin(), heard.ids.end()));
}

void TestRunSession::webhooksOfOtherRunsAreNotApplied()
{
    ScriptedServer server(service(ScriptedAnswer::json(sendAnswer)));
    webhook::WebhookReceiver receiver(m_store, m_clock);
    QVERIFY(receiver.listen().isListening);
    const QUrl other = receiver.openPath(RunId(QStringLiteral("run-2")));
    const auto runSession = session(request(server), &receiver);
    runSession->start();
    QTRY_COMPARE(runSession->machine().state().flowId.text(), QStringLiteral("f-1"));
    post(other, tracking("Succeeded viber=SEEN"));
    QTRY_VERIFY(runSession->machine().state().counts.poll > 1);
    QCOMPARE(runSession->machine().state().counts.webhook, 0);
    QVERIFY(!runSession->machine().state().isConcluded());
}

void TestRunSession::whatCannotBeWrittenDownIsNotSent()
{
    ScriptedServer server(service(ScriptedAnswer::json(sendAnswer)));
    std::promise<void> stored;
    m_store->addRun({m_run, {}, {}, {}, {}}, [&stored](const auto &) { stored.set_value(); });
    stored.get_future().wait();
    const auto runSession = session(request(server));
    Heard heard;
    heard.listenTo(*runSession);
    runSession->start();
    QTRY_COMPARE(heard.ends, std::vector{RunEnd::NotStored});
    QCOMPARE(heard.notStored, 1);
    QCOMPARE(server.connectionCount(), 0);
}

void TestRunSession::aSendThatFailsEndsTheRun_data()
{
    QTest::addColumn<ScriptedAnswer>("answer");
    QTest::addColumn<RunEnd>("end");
    QTest::newRow("refused with 422") << ScriptedAnswer::json("{\"detail\":\"no\"}", 422)
                                      << RunEnd::OtherSideFailed;
    QTest::newRow("401 again and again") << ScriptedAnswer::json("{}", 401)
                                         << RunEnd::OtherSideFailed;
    QTest::newRow("a redirect") << ScriptedAnswer::json("", 302, "Location: http://127.0.0.1:1/\r\n")
                                << RunEnd::OtherSideFailed;
    QTest::newRow("HTTP 200 with status Failed is the service's word, not an error of ours")
        << ScriptedAnswer::json("{\"flowId\":null,\"status\":\"Failed\",\"statusCode\":1,"
                                "\"error\":\"Insufficient balance\",\"type\":null,\"flow\":[]}")
        << RunEnd::Concluded;
}

void TestRunSession::aSendThatFailsEndsTheRun()
{
    QFETCH(ScriptedAnswer, answer);
    QFETCH(RunEnd, end);
    ScriptedServer server(service(answer));
    webhook::WebhookReceiver receiver(m_store, m_clock);
    const auto runSession = session(request(server), &receiver);
    Heard heard;
    heard.listenTo(*runSession);
    runSession->start();
    QTRY_COMPARE(heard.ends, std::vector{end});
    QCOMPARE(runSession->machine().state().conclusion, models::Conclusion::SendFailed);
    QCOMPARE(sourcesOf(m_store->observations(m_run, {}, 100)), QStringLiteral("send"));
    QCOMPARE(server.count("GET "), 0);
}

void TestRunSession::anUnknownOutcomeWaitsForWebhooks()
{
    ScriptedServer server(
        service(ScriptedAnswer::hangUp(), {"Succeeded viber=EXPIRED sms=Delivered"}));
    webhook::WebhookReceiver receiver(m_store, m_clock);
    QVERIFY(receiver.listen().isListening);
    const QUrl hook = receiver.openPath(m_run);
    const auto runSession = session(request(server), &receiver);
    Heard heard;
    heard.listenTo(*runSession);
    runSession->start();
    QTRY_COMPARE(runSession->machine().state().conclusion, models::Conclusion::SendOutcomeUnknown);
    QVERIFY(heard.ends.empty());
    post(hook, tracking("InProgress viber=EXPIRED sms=Queued"));
    // The webhook names the flow, so that polling can begin.
    QTRY_VERIFY(runSession->machine().state().isConcluded());
    m_clock.advance(std::chrono::seconds{2});
    QTRY_COMPARE(heard.ends, std::vector{RunEnd::Concluded});
    QCOMPARE(server.count("POST /failover-otp/"), 1);
    QVERIFY(server.count("GET /failover-otp/otp/failover/f-1 ") > 0);
}

void TestRunSession::anUnknownOutcomeIsWaitedForAsLongAsWasAsked()
{
    ScriptedServer server(service(ScriptedAnswer::json("{}", 500)));
    webhook::WebhookReceiver receiver(m_store, m_clock);
    QVERIFY(receiver.listen().isListening);
    (void)receiver.openPath(m_run);
    run::RunRequest patient = request(server);
    patient.outcomeLimit = std::chrono::seconds{30};
    const auto runSession = session(patient, &receiver);
    Heard heard;
    heard.listenTo(*runSession);
    runSession->start();
    QTRY_COMPARE(runSession->machine().state().conclusion, models::Conclusion::SendOutcomeUnknown);
    QVERIFY(heard.ends.empty());
    m_clock.advance(std::chrono::seconds{31});
    QTRY_COMPARE(heard.ends, std::vector{RunEnd::OtherSideFailed});
    QCOMPARE(server.count("POST /failover-otp/"), 1);
}

void TestRunSession::anUnknownOutcomeEndsWithoutAReceiver_data()
{
    QTest::addColumn<ScriptedAnswer>("answer");
    QTest::newRow("no answer") << ScriptedAnswer::hangUp();
    QTest::newRow("a server error") << ScriptedAnswer::json("{}", 500);
}

void TestRunSession::anUnknownOutcomeEndsWithoutAReceiver()
{
    QFETCH(ScriptedAnswer, answer);
    ScriptedServer server(service(answer));
    const auto runSession = session(request(server));
    Heard heard;
    heard.listenTo(*runSession);
    runSession->start();
    QTRY_COMPARE(heard.ends, std::vector{RunEnd::OtherSideFailed});
    QCOMPARE(runSession->machine().state().conclusion, models::Conclusion::SendOutcomeUnknown);
}

void TestRunSession::theTimeLimitEndsTheRun()
{
    ScriptedServer server(service(ScriptedAnswer::json(sendAnswer)));
    run::RunRequest limited = request(server);
    limited.timeLimit = std::chrono::seconds{30};
    const auto runSession = session(limited);
    Heard heard;
    heard.listenTo(*runSession);
    runSession->start();
    QTRY_VERIFY(runSession->machine().state().counts.poll > 0);
    m_clock.advance(std::chrono::seconds{29});
    QTRY_VERIFY(runSession->machine().state().counts.poll > 1);
    QVERIFY(heard.ends.empty());
    m_clock.advance(std::chrono::seconds{1});
    QTRY_COMPARE(heard.ends, std::vector{RunEnd::TimeLimit});
}

void TestRunSession::timeAloneConcludesADeliveredRun()
{
    ScriptedServer server(
        service(ScriptedAnswer::json(sendAnswer), {"Succeeded viber=DELIVERED"}));
    m_clock.setWall(*models::fromIso(QStringLiteral("2026-11-23T10:00:01Z")));
    const auto runSession = session(request(server));
    Heard heard;
    heard.listenTo(*runSession);
    runSession->start();
    QTRY_VERIFY(runSession->machine().state().counts.poll > 0);
    QVERIFY(heard.ends.empty());
    m_clock.advance(std::chrono::seconds{600});
    QTRY_COMPARE(heard.ends, std::vector{RunEnd::Concluded});
    QCOMPARE(runSession->machine().state().conclusion, models::Conclusion::DeliveredAndTtlOver);
    // And it is known later, though no observation says it.
    const auto stored = m_store->run(m_run);
    QVERIFY(stored.has_value());
    QCOMPARE(stored->followedTo, runSession->machine().serviceNow());
    run::Replay replay(m_run, run::flowOf(stored->flowText), m_catalogue);
    run::replayStored(replay, *m_store, *stored);
    QVERIFY(replay.machine().state() == runSession->machine().state());
    QVERIFY(replay.machine().findings() == runSession->machine().findings());
    QVERIFY(run::bundleOf(*stored, *m_store).followedTo == stored->followedTo);
}

void TestRunSession::whatTimeAloneEndedIsKnownLater_data()
{
    QTest::addColumn<bool>("isFollowed");
    QTest::addColumn<models::Conclusion>("conclusion");
    QTest::newRow("followed to the end") << true << models::Conclusion::DeliveredAndTtlOver;
    QTest::newRow("nobody knows what came after") << false << models::Conclusion::Open;
}

void TestRunSession::whatTimeAloneEndedIsKnownLater()
{
    QFETCH(const bool, isFollowed);
    QFETCH(const models::Conclusion, conclusion);
    models::Observation webhook;
    webhook.run = m_run;
    webhook.source = ObservationSource::Webhook;
    webhook.arrivedAt = *models::fromIso(QStringLiteral("2026-11-23T10:00:05Z"));
    webhook.startedAt = webhook.arrivedAt;
    webhook.exchange.requestBody = tracking("Succeeded viber=DELIVERED");
    m_store->addRun({m_run, webhook.arrivedAt, {}, {}, m_flowText}, [](const auto &) {});
    m_store->append(webhook, [](const auto &) {});
    std::promise<void> written;
    const auto done = [&written](const auto &) { written.set_value(); };
    if (isFollowed)
        m_store->noteFollowed(m_run, webhook.arrivedAt + std::chrono::hours{1}, done);
    else
        m_store->append(webhook, done);
    written.get_future().wait();

    const auto stored = m_store->run(m_run);
    QVERIFY(stored.has_value());
    run::Replay replay(m_run, run::flowOf(stored->flowText), m_catalogue);
    run::replayStored(replay, *m_store, *stored);
    QCOMPARE(replay.machine().state().conclusion, conclusion);
}

void TestRunSession::stoppingEndsOnce()
{
    ScriptedServer server(service(ScriptedAnswer::json(sendAnswer)));
    const auto runSession = session(request(server));
    Heard heard;
    heard.listenTo(*runSession);
    runSession->stop();
    runSession->start();
    QTRY_VERIFY(runSession->machine().state().counts.poll > 0);
    QVERIFY(heard.ends.empty());
    runSession->stop();
    runSession->stop();
    QTRY_COMPARE(heard.ends, std::vector{RunEnd::Stopped});
    QCOMPARE(m_store->run(m_run)->followedTo, runSession->machine().serviceNow());
    const qint64 polls = runSession->machine().state().counts.poll;
    // Another run gives the stopped one the time in which it would have polled.
    run::RunRequest other = request(server);
    other.id = RunId(QStringLiteral("run-2"));
    const auto otherSession = session(other);
    otherSession->start();
    QTRY_VERIFY(otherSession->machine().state().counts.poll >= 2);
    QCOMPARE(runSession->machine().state().counts.poll, polls);
    QCOMPARE(heard.ends.size(), size_t{1});
}

void TestRunSession::stoppingDuringTheSendKeepsWhatIsKnown()
{
    ScriptedServer server(service(ScriptedAnswer::silence()));
    const auto runSession = session(request(server));
    Heard heard;
    heard.listenTo(*runSession);
    runSession->start();
    QTRY_COMPARE(server.count("POST /failover-otp/"), 1);
    runSession->stop();
    QTRY_COMPARE(heard.ends, std::vector{RunEnd::Stopped});
    const auto stored = m_store->observations(m_run, {}, 100);
    QCOMPARE(sourcesOf(stored), QStringLiteral("send"));
    QCOMPARE(stored.front().problem, models::TransportProblem::Cancelled);
    QCOMPARE(runSession->machine().state().conclusion, models::Conclusion::SendOutcomeUnknown);
}

void TestRunSession::pollErrorsDoNotEndTheRun()
{
    auto answers = std::make_shared<QList<ScriptedAnswer>>(
        QList<ScriptedAnswer>{ScriptedAnswer::json(tracking("Succeeded viber=SEEN")),
                              ScriptedAnswer::json("{}", 503)});
    const auto ordinary = service(ScriptedAnswer::json(sendAnswer));
    ScriptedServer server([&](const QByteArray &request) {
        return request.startsWith("GET ") ? answers->takeLast() : ordinary(request);
    });
    const auto runSession = session(request(server));
    Heard heard;
    heard.listenTo(*runSession);
    runSession->start();
    QTRY_COMPARE(heard.ends, std::vector{RunEnd::Concluded});
    QCOMPARE(sourcesOf(m_store->observations(m_run, {}, 100)), QStringLiteral("send poll poll"));
    QCOMPARE(runSession->machine().state().conclusion, models::Conclusion::Seen);
}

void TestRunSession::aFloodOfWebhooksComesInFewUpdates()
{
    ScriptedServer server(service(ScriptedAnswer::json(sendAnswer)));
    webhook::WebhookReceiver receiver(m_store, m_clock);
    const auto runSession = session(request(server), &receiver);
    Heard heard;
    heard.listenTo(*runSession);
    runSession->start();
    QTRY_COMPARE(runSession->machine().state().flowId.text(), QStringLiteral("f-1"));
    const int updatesBefore = heard.updates;
    models::Observation webhook;
    webhook.run = m_run;
    webhook.source = ObservationSource::Webhook;
    webhook.exchange.requestBody = tracking("InProgress viber=QUEUED");
    for (int number = 1; number <= 2'000; ++number) {
        webhook.id = {1'000 + number};
        Q_EMIT receiver.webhookStored(webhook);
    }
    QTRY_VERIFY(heard.ids.size() > 2'000);
    QVERIFY2(heard.updates - updatesBefore < 200,
             qPrintable(QString::number(heard.updates - updatesBefore)));
}

void TestRunSession::aLateWebhookIsStillApplied()
{
    ScriptedServer server(
        service(ScriptedAnswer::json(sendAnswer), {"Succeeded viber=EXPIRED sms=Delivered"}));
    webhook::WebhookReceiver receiver(m_store, m_clock);
    QVERIFY(receiver.listen().isListening);
    const QUrl hook = receiver.openPath(m_run);
    const auto runSession = session(request(server), &receiver);
    Heard heard;
    heard.listenTo(*runSession);
    runSession->start();
    QTRY_VERIFY(runSession->machine().state().isConcluded());
    m_clock.advance(std::chrono::seconds{2});
    QTRY_COMPARE(heard.ends, std::vector{RunEnd::Concluded});
    post(hook, tracking("Succeeded viber=EXPIRED sms=Delivered"));
    QTRY_COMPARE(runSession->machine().state().counts.webhook, 1);
    QTRY_COMPARE(heard.updatesBehindTheEnd, 1);
    QCOMPARE(heard.ends.size(), size_t{1});
}

void TestRunSession::aReplayComesToTheSameState()
{
    ScriptedServer server(service(ScriptedAnswer::json(sendAnswer),
                                  {"InProgress viber=QUEUED", "InProgress viber=EXPIRED sms=Sent",
                                   "Succeeded viber=EXPIRED sms=Delivered"}));
    const auto runSession = session(request(server));
    Heard heard;
    heard.listenTo(*runSession);
    runSession->start();
    QTRY_COMPARE(heard.ends, std::vector{RunEnd::Concluded});
    const auto stored = m_store->run(m_run);
    QVERIFY(stored.has_value());
    run::Replay replay(m_run, run::flowOf(stored->flowText), m_catalogue);
    run::replayStored(replay, *m_store, *stored);
    QVERIFY(replay.machine().state() == runSession->machine().state());
    QVERIFY(replay.machine().transitions() == runSession->machine().transitions());
    QVERIFY(replay.machine().failovers() == runSession->machine().failovers());
    const models::RunUpdate update = replay.takeUpdate();
    QCOMPARE(update.observations.size(), heard.ids.size());
    QCOMPARE(update.run.text(), m_run.text());
}

void TestRunSession::aSessionMayLiveInAThreadOfItsOwn()
{
    ScriptedServer server(
        service(ScriptedAnswer::json(sendAnswer), {"Succeeded viber=EXPIRED sms=Delivered"}));
    QThread thread;
    auto *runSession = session(request(server)).release();
    // Not a QSignalSpy: that one writes its list in the thread that emits.
    std::vector<RunEnd> ends;
    QObject here;
    connect(runSession, &RunSession::ended, &here, [&ends](RunEnd end) { ends.push_back(end); });
    runSession->moveToThread(&thread);
    connect(&thread, &QThread::started, runSession, &RunSession::start);
    // It must go in its own thread, where its sockets are.
    connect(&thread, &QThread::finished, runSession, &QObject::deleteLater);
    thread.start();
    QTRY_COMPARE(ends, std::vector{RunEnd::Concluded});
    thread.quit();
    QVERIFY(thread.wait());
}

void TestRunSession::aSessionMayBeDestroyedAtAnyTime()
{
    ScriptedServer server(service(ScriptedAnswer::json(sendAnswer)));
    webhook::WebhookReceiver receiver(m_store, m_clock);
    for (int round = 0; round < 12; ++round) {
        const int connectionsBefore = server.connectionCount();
        run::RunRequest numbered = request(server);
        numbered.id = RunId(QString::number(round));
        auto runSession = session(numbered, &receiver);
        runSession->start();
        // While it waits for the store, the token, the send, a poll.
        QTRY_VERIFY(server.connectionCount() >= connectionsBefore + round % 4);
        runSession.reset();
    }
    QCoreApplication::processEvents();
    QCOMPARE(m_store->runs().size(), size_t{12});
}

QTEST_GUILESS_MAIN(TestRunSession)
#include "tst_runsession.moc"
