// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/replayer.h"

#include "app/run/bundling.h"
#include "models/run/observationlog.h"
#include "models/text/bundlesentences.h"
#include "models/text/expectationsentences.h"
#include "models/text/sentences.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace otpscope::window {

namespace {

constexpr std::chrono::milliseconds framePause(33);
constexpr qsizetype largestLog = qsizetype(256) * 1024 * 1024;

/// What the log says was sent, for the handset; an empty one where it does not say.
models::FlowDocument echoedDocument(const std::vector<models::Observation> &observations)
{
    for (const models::Observation &observation : observations) {
        if (observation.source != models::ObservationSource::Send)
            continue;
        const auto document = models::FlowDocument::fromText(models::reportedBody(observation));
        if (document && !document.value().flow().steps.empty())
            return document.value();
    }
    return {};
}

} // namespace

Replayer::Replayer(const models::Catalogue &catalogue, const models::Clock &clock)
    : m_catalogue(catalogue)
    , m_clock(clock)
    , m_timer(new QTimer(this))
{
    m_timer->setInterval(framePause);
    connect(m_timer, &QTimer::timeout, this, &Replayer::tick);
}

Replayer::~Replayer() = default;

void Replayer::setStore(const std::shared_ptr<store::ObservationStore> &store)
{
    m_store = store;
}

void Replayer::openFile(const models::RunId &id, const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        Q_EMIT failed(tr("%1 cannot be opened: %2.").arg(path, file.errorString()));
        return;
    }
    if (file.size() > largestLog) {
        Q_EMIT failed(tr("%1 is larger than a log may be (256 MB).").arg(path));
        return;
    }
    openText(id, QFileInfo(path).fileName(), file.readAll());
}

void Replayer::openText(const models::RunId &id, const QString &name, const QByteArray &text)
{
    if (models::looksLikeBundle(text)) {
        openBundle(id, name, text);
        return;
    }
    models::ObservationLog log = models::readObservationLog(text);
    ReplayedRun run;
    run.id = id;
    run.name = name;
    for (const models::LogProblem &problem : log.problems)
        run.problems << models::sentenceFor(problem);
    if (log.observations.empty()) {
        const QString first = run.problems.isEmpty() ? QString() : u' ' + run.problems.first();
        Q_EMIT failed(tr("%1 holds no observation: one webhook or tracking body a line is what "
                         "can be played.")
                          .arg(name) +
                      first);
        return;
    }
    run.document = echoedDocument(log.observations);
    const models::Flow flow = models::echoedFlow(log.observations).value_or(run.document.flow());
    models::Bundle origin;
    origin.run = id;
    origin.title = name;
    origin.createdAt = log.observations.front().arrivedAt;
    origin.flow = run.document.text();
    open(std::move(run), flow, std::move(origin), std::move(log.observations));
}

void Replayer::openBundle(const models::RunId &id, const QString &name, const QByteArray &text)
{
    auto read = models::readBundle(text);
    if (!read) {
        Q_EMIT failed(QStringLiteral("%1: %2").arg(name, models::sentenceFor(read.error())));
        return;
    }
    models::Bundle bundle = std::move(read).value();
    if (bundle.observations.empty()) {
        Q_EMIT failed(tr("%1 holds no observation, so there is nothing to play.").arg(name));
        return;
    }
    ReplayedRun run;
    run.id = id;
    run.name = bundle.title.isEmpty() ? name : bundle.title;
    if (const auto document = models::FlowDocument::fromText(bundle.flow))
        run.document = document.value();
    if (!bundle.expectations.isEmpty()) {
        auto expectations = models::readExpectations(bundle.expectations);
        if (expectations)
            run.expectations = std::move(expectations).value();
        else
            run.problems << tr("The expectations in it were left out: %1")
                                .arg(models::sentenceFor(expectations.error()));
    }
    const models::Flow flow = run.document.flow();
    std::vector<models::Observation> observations = std::exchange(bundle.observations, {});
    open(std::move(run), flow, std::move(bundle), std::move(observations));
}

void Replayer::openRun(const models::RunId &id, const models::RunId &run)
{
    const auto stored = m_store ? m_store->run(run) : std::nullopt;
    if (!stored) {
        Q_EMIT failed(tr("This run is not in the history, so it cannot be played again."));
        return;
    }
    ReplayedRun replayed;
    replayed.id = id;
    replayed.name = stored->title;
    const auto document = models::FlowDocument::fromText(stored->flowText);
    if (document)
        replayed.document = document.value();
    const models::Flow flow = replayed.document.flow();
    models::Bundle origin = run::bundleOf(*stored, *m_store);
    std::vector<models::Observation> observations = std::exchange(origin.observations, {});
    open(std::move(replayed), flow, std::move(origin), std::move(observations));
}

void Replayer::open(ReplayedRun run, const models::Flow &flow, models::Bundle origin,
                    std::vector<models::Observation> observations)
{
    m_timer->stop();
    m_id = run.id;
    m_flow = flow;
    m_origin = std::move(origin);
    m_player = std::make_unique<run::Player>(
        run.id, flow, run::Player::Past{std::move(observations), m_origin.followedTo}, m_catalogue);
    m_position = m_player->begin();
    run.initial = m_player->machine().state();
    Q_EMIT opened(std::make_shared<const ReplayedRun>(std::move(run)));
    tellMoved();
}

void Replayer::setPace(double pace)
{
    m_pace = pace;
    if (m_timer->isActive())
        play();
}

void Replayer::setPausesAtChanges(bool pauses)
{
    m_pausesAtChanges = pauses;
}

void Replayer::play()
{
    if (!m_player)
        return;
    if (m_player->isAtEnd())
        beginAgain();
    if (m_pace <= 0) {
        tell(m_pausesAtChanges ? m_player->playToNextChange() : m_player->playAll());
        pause();
        return;
    }
    m_tickedAt = m_clock.monotonicNow();
    m_timer->start();
    tellMoved();
}

void Replayer::pause()
{
    m_timer->stop();
    tellMoved();
}

void Replayer::playToNextChange()
{
    if (!m_player)
        return;
    tell(m_player->playToNextChange());
    pause();
}

void Replayer::playToMark(models::ObservationId id)
{
    if (!m_player || !m_player->observation(id))
        return;
    const bool isBack = m_player->hasPlayed(id);
    if (isBack)
        rewind();
    models::RunUpdate update = m_player->playThrough(id);
    update.isWhole = isBack;
    tell(update);
    pause();
}

void Replayer::rewind()
{
    m_player =
        std::make_unique<run::Player>(m_id, m_flow, std::move(*m_player).release(), m_catalogue);
}

void Replayer::beginAgain()
{
    rewind();
    models::RunUpdate nothing;
    nothing.run = m_id;
    nothing.state = m_player->machine().state();
    nothing.isWhole = true;
    tell(nothing);
    m_position = m_player->begin();
}

void Replayer::close()
{
    m_timer->stop();
    m_player.reset();
}

void Replayer::fetchObservation(models::ObservationId id, models::ObservationId before)
{
    const models::Observation *found = m_player ? m_player->observation(id) : nullptr;
    if (!found)
        return;
    const models::Observation *earlier = m_player->observation(before);
    Q_EMIT observationFetched(*found, earlier ? std::optional(*earlier) : std::nullopt);
}

std::optional<models::Bundle> Replayer::bundleOf(const models::RunId &id) const
{
    if (!m_player || id != m_id)
        return std::nullopt;
    models::Bundle bundle = m_origin;
    bundle.expectations.clear();
    bundle.observations = m_player->observations();
    return bundle;
}

void Replayer::tick()
{
    const models::MonotonicInstant now = m_clock.monotonicNow();
    const auto passed = std::chrono::duration<double>(now - m_tickedAt) * m_pace;
    const auto whole = std::chrono::floor<std::chrono::milliseconds>(passed);
    if (whole.count() == 0)
        return;
    m_tickedAt = now;
    m_position = std::min(m_position + whole, m_player->end());
    const std::size_t before = m_player->machine().transitions().size();
    const auto stop = m_pausesAtChanges ? run::Player::Stop::AtChange : run::Player::Stop::AtMoment;
    const models::RunUpdate update = m_player->playTo(m_position, stop);
    const bool hasChanged = m_player->machine().transitions().size() > before;
    if (hasChanged && m_pausesAtChanges)
        m_timer->stop();
    if (m_player->isAtEnd())
        m_timer->stop();
    if (!update.observations.empty())
        Q_EMIT updated(update);
    if (!m_timer->isActive())
        m_position = m_player->position();
    tellMoved();
}

void Replayer::tell(const models::RunUpdate &update)
{
    m_position = m_player->position();
    Q_EMIT updated(update);
}

void Replayer::tellMoved()
{
    if (m_player)
        Q_EMIT moved(m_position, m_timer->isActive(), m_player->isAtEnd());
}

} // namespace otpscope::window
