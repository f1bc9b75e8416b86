// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/runsession.h"

#include "app/client/pollschedule.h"
#include "app/client/retryafter.h"
#include "app/platform/mailbox.h"
#include "app/run/replay.h"
#include "app/run/settling.h"
#include "app/run/updatebatcher.h"

#include <QHashFunctions>
#include <QTimer>

#include <random>
#include <utility>

namespace otpscope::run {

namespace {

using std::chrono::milliseconds;

/// How often the time is told to the machine and the time limit looked at.
constexpr milliseconds tickInterval{100};
/// What the service did may still be on its way here; only then does time alone end a run. In time
/// of this machine, since it is its network that takes it.
constexpr milliseconds settlingTime{500};
constexpr milliseconds storeRetryInterval{1'000};
/// Time alone says nothing about what has happened since the service was last heard: not after the
/// machine slept, nor while the network is gone. Longer than polls lie apart.
constexpr milliseconds longestSilence{20'000};

bool isErrorAnswer(const models::Observation &observation)
{
    return observation.problem != models::TransportProblem::None ||
           observation.exchange.answerStatus < 200 || observation.exchange.answerStatus > 299;
}

} // namespace

class RunSession::Private final : public QObject
{
    Q_DISABLE_COPY_MOVE(Private)

public:
    Private(RunSession *session, RunRequest runRequest, const models::Catalogue &catalogue,
            std::shared_ptr<store::ObservationStore> observationStore,
            webhook::WebhookReceiver *webhookReceiver, const models::Clock &runClock)
        : QObject(session)
        , q(session)
        , request(std::move(runRequest))
        , store(std::move(observationStore))
        , receiver(webhookReceiver)
        , clock(runClock)
        , machine(flowOf(request.flowText), catalogue)
        , batcher(request.id, machine, this)
        , settling(webhookReceiver != nullptr)
        , pollTimer(this)
        , tickTimer(this)
        , jitter(static_cast<quint32>(qHash(request.id)))
    {}
    ~Private() override = default;

    void start();
    void follow(const QString &flowOrTrackingId);
    void resume();
    void requestEnd(RunEnd reason);

    RunSession *q;
    RunRequest request;
    std::shared_ptr<store::ObservationStore> store;
    webhook::WebhookReceiver *receiver;
    const models::Clock &clock;
    models::RunMachine machine;
    UpdateBatcher batcher;
    std::unique_ptr<client::ServiceClient> client;

private:
    enum class Phase {
        New,
        StoringRun,
        /// Sending, or writing down what came back.
        Sending,
        Following,
        Ended,
    };

    void connectParts();
    /// What is stored of it, into the machine.
    [[nodiscard]] models::RunUpdate catchUp();
    void storeRun();
    void afterStoringRun(const std::optional<store::StoreProblem> &problem);
    /// Its id is known, and it counts, once it is durable.
    void append(const models::Observation &observation);
    void send();
    void poll();
    /// Empty while the service has named no flow.
    [[nodiscard]] models::FlowId followedId() const;
    /// Without the document nobody here knows whether a step comes behind the last; the service
    /// does.
    [[nodiscard]] bool isKeptOpenByService() const;
    void takeAnswer(models::Observation observation);
    void keepTrying(const models::Observation &observation, const store::StoreProblem &problem);
    void apply(const models::Observation &observation);
    void afterSend(const models::Observation &observation);
    void afterPoll(const models::Observation &observation, bool hasChanged);
    void schedulePoll();
    [[nodiscard]] std::optional<milliseconds> wallTimeUntilDue() const;
    void tick();
    void endIfConcluded();
    /// Of a send whose outcome is unknown; the first call begins the wait for it.
    [[nodiscard]] bool mayWebhookTell();
    [[nodiscard]] bool isWaitingToSettle() const;
    /// Whether what is not known has not happened.
    [[nodiscard]] bool isInTouch() const;
    void end(RunEnd reason);
    /// What can be said only once nobody listens any more.
    void judgeEnd();
    /// So that whoever opens the run later knows what time alone has brought.
    void noteFollowed(RunEnd reason);

    /// What the store's writer thread has to say.
    platform::Mailbox mailbox{this};
    client::PollSchedule schedule;
    Settling settling;
    QTimer pollTimer;
    QTimer tickTimer;
    std::minstd_rand jitter;
    Phase phase = Phase::New;
    std::optional<models::MonotonicInstant> deadline;
    /// Where nothing is sent.
    models::FlowId attachedTo;
    /// A call is under way, or its answer on the way into the store.
    bool isBusy = false;
    bool mayPoll = true;
    /// When a state of the flow last came, on the wall clock.
    models::Instant lastHeardAt;
    bool isSendAnError = false;
    std::optional<models::MonotonicInstant> unknownSince;
    bool isResumed = false;
    /// Resumed, and the service has not answered since.
    bool isGapOpen = false;
    /// The last that was read from the store.
    models::ObservationId readUpTo;
    std::optional<RunEnd> requestedEnd;
};

void RunSession::Private::start()
{
    phase = Phase::StoringRun;
    connectParts();
    if (request.timeLimit)
        deadline = clock.monotonicNow() + *request.timeLimit;
    tickTimer.start(tickInterval);
    storeRun();
}

void RunSession::Private::storeRun()
{
    store->addRun(
        {request.id, clock.wallNow(), request.title, request.environment, request.flowText},
        [this, mail = mailbox.address()](const auto &problem) {
            mail.post([this, problem] { afterStoringRun(problem); });
        });
}

void RunSession::Private::afterStoringRun(const std::optional<store::StoreProblem> &problem)
{
    if (!problem) {
        send();
        return;
    }
    Q_EMIT q->notStored(*problem);
    end(RunEnd::NotStored);
}

void RunSession::Private::append(const models::Observation &observation)
{
    store->append(observation, [this, observation, mail = mailbox.address()](const auto &result) {
        mail.post([this, observation, result] {
            if (!result) {
                keepTrying(observation, result.error());
                return;
            }
            models::Observation committed = observation;
            committed.id = result.value();
            apply(committed);
        });
    });
}

void RunSession::Private::connectParts()
{
    if (!request.access)
        request.access =
            std::make_shared<client::ServiceAccess>(request.endpoint, request.limits, clock);
    client = std::make_unique<client::ServiceClient>(request.access);
    connect(client.get(), &client::ServiceClient::tokenStatusChanged, q,
            [this] { Q_EMIT q->tokenStatusChanged(client->tokenStatus()); });
    connect(&batcher, &UpdateBatcher::ready, q, &RunSession::updated);
    pollTimer.setSingleShot(true);
    connect(&pollTimer, &QTimer::timeout, this, &Private::poll);
    connect(&tickTimer, &QTimer::timeout, this, &Private::tick);
    if (!receiver)
        return;
    if (attachedTo.isEmpty() && namesRunReceiver(flowOf(request.flowText))) {
        machine.awaitWebhooks();
        settling.expectWebhooks();
    }
    connect(receiver, &webhook::WebhookReceiver::webhookStored, this,
            [this](const models::Observation &observation) {
                // Told again what was just read, where it came in at that moment.
                if (observation.run == request.id && readUpTo < observation.id)
                    apply(observation);
            });
}

void RunSession::Private::send()
{
    if (requestedEnd) {
        end(*requestedEnd);
        return;
    }
    if (!attachedTo.isEmpty()) {
        phase = Phase::Following;
        schedulePoll();
        return;
    }
    phase = Phase::Sending;
    isBusy = true;
    client->send(request.flowText,
                 [this](const models::Observation &observation) { takeAnswer(observation); });
}

void RunSession::Private::poll()
{
    isBusy = true;
    client->poll(followedId(),
                 [this](const models::Observation &observation) { takeAnswer(observation); });
}

models::FlowId RunSession::Private::followedId() const
{
    return machine.state().flowId.isEmpty() ? attachedTo : machine.state().flowId;
}

bool RunSession::Private::isKeptOpenByService() const
{
    return !attachedTo.isEmpty() &&
           machine.state().status.compare(QLatin1String("InProgress"), Qt::CaseInsensitive) == 0;
}

void RunSession::Private::takeAnswer(models::Observation observation)
{
    const bool isPoll = observation.source == models::ObservationSource::Poll;
    if (phase == Phase::Ended || (isPoll && requestedEnd)) {
        isBusy = false;
        if (phase != Phase::Ended)
            end(*requestedEnd);
        return;
    }
    observation.run = request.id;
    append(observation);
}

void RunSession::Private::keepTrying(const models::Observation &observation,
                                     const store::StoreProblem &problem)
{
    Q_EMIT q->notStored(problem);
    if (requestedEnd) {
        isBusy = false;
        end(*requestedEnd);
        return;
    }
    QTimer::singleShot(storeRetryInterval, this, [this, observation] { append(observation); });
}

void RunSession::Private::apply(const models::Observation &observation)
{
    const models::Conclusion before = machine.state().conclusion;
    const models::RunDelta delta = machine.apply(observation);
    settling.heard(observation, delta.contribution, machine.state(), clock.monotonicNow());
    batcher.add(observation, delta);
    const bool hasChanged = delta.contribution == models::Contribution::Changed;
    if (delta.contribution != models::Contribution::NotUnderstood)
        lastHeardAt = clock.wallNow();
    switch (observation.source) {
    case models::ObservationSource::Send:
        afterSend(observation);
        break;
    case models::ObservationSource::Poll:
        afterPoll(observation, hasChanged);
        break;
    case models::ObservationSource::Webhook:
        break;
    }
    if (!isBusy && requestedEnd)
        end(*requestedEnd);
    endIfConcluded();
    if (machine.state().conclusion != before)
        pollTimer.stop();
    schedulePoll();
}

void RunSession::Private::afterSend(const models::Observation &observation)
{
    isBusy = false;
    isSendAnError = isErrorAnswer(observation);
    if (phase == Phase::Sending)
        phase = Phase::Following;
}

void RunSession::Private::afterPoll(const models::Observation &observation, bool hasChanged)
{
    isBusy = false;
    // Wrong credentials stay wrong; asking on would only lock the account.
    mayPoll = client->tokenStatus().state != client::TokenStatus::State::Refused;
    if (isErrorAnswer(observation)) {
        schedule.failed(client::retryAfter(observation.exchange.answerHead, clock.wallNow()));
    } else {
        schedule.answered(hasChanged);
        isGapOpen = false;
    }
    constexpr int notFound = 404;
    const bool isUnknownThere = (machine.state().flowId.isEmpty() || isResumed) &&
                                observation.exchange.answerStatus == notFound;
    if ((!mayPoll && (!receiver || isResumed)) || isUnknownThere)
        end(RunEnd::OtherSideFailed);
}

void RunSession::Private::schedulePoll()
{
    const bool isDue = phase == Phase::Following && !isBusy && mayPoll && !requestedEnd &&
                       !followedId().isEmpty() &&
                       (settling.wantsPoll(machine.state()) || isKeptOpenByService() || isGapOpen);
    if (!isDue || pollTimer.isActive())
        return;
    const double spread = std::uniform_real_distribution<double>{}(jitter);
    // A poll that is only to confirm the end need not wait its turn.
    const auto untilDue = machine.state().isConcluded() && !isKeptOpenByService()
                              ? std::optional(milliseconds{0})
                              : wallTimeUntilDue();
    pollTimer.start(schedule.wait(untilDue, spread));
}

std::optional<milliseconds> RunSession::Private::wallTimeUntilDue() const
{
    const models::RunState &state = machine.state();
    const double speed = state.serviceClock ? state.serviceClock->speed : 1.0;
    if (!state.due || !(speed > 0))
        return std::nullopt;
    const std::chrono::duration<double, std::milli> serviceTime =
        state.due->dueAt - state.serviceTimeAt(clock.wallNow());
    return std::chrono::round<milliseconds>(serviceTime / speed);
}

void RunSession::Private::tick()
{
    if (deadline && clock.monotonicNow() >= *deadline) {
        requestEnd(RunEnd::TimeLimit);
        return;
    }
    if (phase != Phase::Following || isGapOpen)
        return;
    const models::Conclusion before = machine.state().conclusion;
    const std::optional<models::DueFailover> dueBefore = machine.state().due;
    const models::RunDelta delta =
        isInTouch()
            ? machine.advanceTo(machine.state().serviceTimeAt(clock.wallNow() - settlingTime))
            : models::RunDelta();
    const bool isNews = machine.state().conclusion != before || machine.state().due != dueBefore ||
                        !delta.transitions.empty() || !delta.failovers.empty() ||
                        !delta.findings.empty() || !delta.withdrawnFindings.empty();
    if (isNews)
        batcher.add(delta);
    endIfConcluded();
    if (machine.state().conclusion != before)
        pollTimer.stop();
    schedulePoll();
}

bool RunSession::Private::isInTouch() const
{
    // Where nobody can be asked any more, time is all there is.
    return !mayPoll || clock.wallNow() < lastHeardAt + longestSilence;
}

bool RunSession::Private::mayWebhookTell()
{
    if (!receiver)
        return false;
    const models::MonotonicInstant now = clock.monotonicNow();
    if (!unknownSince)
        unknownSince = now;
    return !request.outcomeLimit || now < *unknownSince + *request.outcomeLimit;
}

void RunSession::Private::endIfConcluded()
{
    if (phase != Phase::Following || isGapOpen)
        return;
    const bool isSettled = settling.isOver(machine.state(), clock.monotonicNow());
    if (!machine.state().isConcluded() || isKeptOpenByService())
        return;
    const bool isOutcomeUnknown =
        machine.state().conclusion == models::Conclusion::SendOutcomeUnknown;
    if (isOutcomeUnknown && mayWebhookTell())
        return;
    const bool isSendFailure =
        isOutcomeUnknown || machine.state().conclusion == models::Conclusion::SendFailed;
    if (!isSendFailure && !isSettled)
        return;
    end(isSendFailure && isSendAnError ? RunEnd::OtherSideFailed : RunEnd::Concluded);
}

void RunSession::Private::follow(const QString &flowOrTrackingId)
{
    attachedTo = models::FlowId(flowOrTrackingId);
    start();
}

void RunSession::Private::resume()
{
    isResumed = true;
    isGapOpen = true;
    phase = Phase::Following;
    connectParts();
    Q_EMIT q->updated(catchUp());
    // Without the document only the service knows what is still to come.
    if (machine.state().steps.empty() || !machine.state().steps.front().isInDocument)
        attachedTo = machine.state().flowId;
    if (request.timeLimit)
        deadline = clock.monotonicNow() + *request.timeLimit;
    tickTimer.start(tickInterval);
    if (followedId().isEmpty())
        end(RunEnd::OtherSideFailed);
    else
        schedulePoll();
}

models::RunUpdate RunSession::Private::catchUp()
{
    constexpr int observationsPerPage = 500;
    models::RunUpdateBuilder builder(request.id);
    while (true) {
        const auto page = store->observations(request.id, readUpTo, observationsPerPage);
        if (page.empty())
            break;
        for (const models::Observation &observation : page)
            builder.add(observation, machine.apply(observation));
        readUpTo = page.back().id;
    }
    models::RunUpdate update = builder.take(machine.state());
    update.isWhole = true;
    return update;
}

void RunSession::Private::requestEnd(RunEnd reason)
{
    if (phase == Phase::New || phase == Phase::Ended || requestedEnd)
        return;
    // Whoever stops a run that only settles stops nothing.
    requestedEnd = isWaitingToSettle() ? RunEnd::Concluded : reason;
    pollTimer.stop();
    if (phase == Phase::StoringRun)
        return; // send() sees it.
    if (isBusy)
        client->cancel(); // Then its answer comes, and the end with it.
    else
        end(*requestedEnd);
}

bool RunSession::Private::isWaitingToSettle() const
{
    const models::Conclusion conclusion = machine.state().conclusion;
    return phase == Phase::Following && machine.state().isConcluded() &&
           conclusion != models::Conclusion::SendFailed &&
           conclusion != models::Conclusion::SendOutcomeUnknown;
}

void RunSession::Private::end(RunEnd reason)
{
    if (phase == Phase::Ended)
        return;
    phase = Phase::Ended;
    pollTimer.stop();
    tickTimer.stop();
    client->cancel();
    judgeEnd();
    batcher.flush();
    if (machine.serviceNow())
        noteFollowed(reason);
    else
        Q_EMIT q->ended(reason);
}

void RunSession::Private::judgeEnd()
{
    // Time brings a concluded run nothing new, and says how long it was listened to.
    const models::RunDelta waited =
        machine.state().isConcluded()
            ? machine.advanceTo(machine.state().serviceTimeAt(clock.wallNow()))
            : models::RunDelta();
    for (const models::RunDelta &delta : {waited, machine.stopFollowing()}) {
        if (!delta.findings.empty() || !delta.withdrawnFindings.empty())
            batcher.add(delta);
    }
}

void RunSession::Private::noteFollowed(RunEnd reason)
{
    store->noteFollowed(request.id, *machine.serviceNow(),
                        [this, reason, mail = mailbox.address()](const auto &) {
                            mail.post([this, reason] { Q_EMIT q->ended(reason); });
                        });
}

RunSession::RunSession(RunRequest request, const models::Catalogue &catalogue,
                       std::shared_ptr<store::ObservationStore> store,
                       webhook::WebhookReceiver *receiver, const models::Clock &clock,
                       QObject *parent)
    : QObject(parent)
    , d(new Private(this, std::move(request), catalogue, std::move(store), receiver, clock))
{}

RunSession::~RunSession() = default;

void RunSession::start()
{
    d->start();
}

void RunSession::follow(const QString &flowOrTrackingId)
{
    d->follow(flowOrTrackingId);
}

void RunSession::resume()
{
    d->resume();
}

void RunSession::stop()
{
    d->requestEnd(RunEnd::Stopped);
}

const models::RunMachine &RunSession::machine() const
{
    return d->machine;
}

client::TokenStatus RunSession::tokenStatus() const
{
    return d->client ? d->client->tokenStatus() : client::TokenStatus();
}

} // namespace otpscope::run
