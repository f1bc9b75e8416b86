// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/archive.h"

#include "app/run/replay.h"
#include "models/text/sentences.h"

#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QSaveFile>

#include <algorithm>
#include <iterator>

namespace otpscope::window {

namespace {

// Deriving a run costs time by its length; older ones are derived when somebody opens them.
constexpr std::size_t derivedAtStart = 50;
constexpr std::size_t listedAtMost = 1000;

/// What is no UTF-8 would not survive the editor's clipboard and drafts; what is too large, the eye.
bool canBeShown(const models::DocumentProblem &problem)
{
    if (problem.kind == models::DocumentProblem::Kind::NotAFlow)
        return true;
    return problem.json.kind == models::JsonProblem::Kind::Syntax
           || problem.json.kind == models::JsonProblem::Kind::TooDeep;
}

} // namespace

models::RunListEntry listEntryOf(const store::StoredRun &run, const models::RunState &state)
{
    models::RunListEntry entry;
    entry.id = run.id;
    entry.createdAt = run.createdAt;
    entry.title = run.title;
    entry.environment = run.environment;
    entry.conclusion = state.conclusion;
    entry.terminatingChannel = state.terminatingChannel();
    entry.headline = models::headlineFor(state);
    return entry;
}

Archive::Archive(const models::Catalogue &catalogue)
    : m_catalogue(catalogue), m_watch(new FlowWatch(this))
{
    connect(m_watch, &FlowWatch::mayHaveChanged, this, &Archive::lookAtFlow);
}

void Archive::setStore(const std::shared_ptr<store::ObservationStore> &store)
{
    m_store = store;
    listRuns();
}

void Archive::fetchObservation(models::ObservationId id, models::ObservationId before)
{
    if (!m_store)
        return;
    if (const auto observation = m_store->observation(id))
        Q_EMIT observationFetched(*observation, before.isStored() ? m_store->observation(before)
                                                                  : std::nullopt);
}

void Archive::openRun(const models::RunId &run)
{
    if (!m_store)
        return;
    const auto stored = m_store->run(run);
    auto view = stored ? derive(*stored) : std::nullopt;
    if (view)
        Q_EMIT runOpened(std::make_shared<const StoredRunView>(std::move(*view)));
}

void Archive::compareRuns(const models::RunId &first, const models::RunId &second)
{
    const auto left = m_store ? comparable(first) : std::nullopt;
    const auto right = left ? comparable(second) : std::nullopt;
    if (right)
        Q_EMIT runsCompared(models::compareRuns(*left, *right));
}

void Archive::readFlow(const QString &path)
{
    FlowFile result{path, {}, {}, {}};
    QFile file(path);
    const models::JsonLimits limits;
    if (!file.open(QIODevice::ReadOnly)) {
        result.problem = tr("%1 cannot be opened: %2. Check that the file is there and may be read.")
                             .arg(path, file.errorString());
    } else if (file.size() > limits.maximumBytes) {
        result.problem = tr("%1 is larger than %2 and was not read. A flow is a few kilobytes: "
                            "choose another file.")
                             .arg(path, QLocale().formattedDataSize(limits.maximumBytes));
    } else {
        const QByteArray text = file.readAll();
        const auto document = models::FlowDocument::fromText(text);
        if (document) {
            result.document = document.value();
        } else {
            if (canBeShown(document.error()))
                result.brokenText = text;
            result.problem = QStringLiteral("%1: %2").arg(QFileInfo(path).fileName(),
                                                          models::sentenceFor(document.error()));
        }
    }
    Q_EMIT flowRead(result);
}

void Archive::writeFlow(const QString &path, const QByteArray &text)
{
    QSaveFile file(path);
    const bool isWritten =
        file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit();
    Q_EMIT flowWritten(path, isWritten ? QString()
                                       : tr("%1 cannot be written: %2. The flow is still open "
                                            "here: save it under another name.")
                                             .arg(path, file.errorString()));
}

void Archive::lookForFiles(const QStringList &paths)
{
    QStringList missing;
    std::ranges::copy_if(paths, std::back_inserter(missing),
                         [](const QString &path) { return !QFileInfo(path).isFile(); });
    Q_EMIT filesMissed(missing);
}

void Archive::watchFlow(const QString &path)
{
    m_watch->watch(path);
}

void Archive::lookAtFlow(const QString &path)
{
    QFile file(path);
    FlowFileState state{path, file.exists(), {}};
    const models::JsonLimits limits;
    if (file.open(QIODevice::ReadOnly) && file.size() <= limits.maximumBytes) {
        const QByteArray text = file.readAll();
        const auto document = models::FlowDocument::fromText(text);
        if (document || canBeShown(document.error()))
            state.text = text;
    }
    Q_EMIT flowSeen(state);
}

void Archive::readDrafts(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return;
    if (const auto drafts = Drafts::fromBytes(file.readAll()))
        Q_EMIT draftsRead(*drafts);
}

void Archive::writeDrafts(const QString &path, const Drafts &drafts)
{
    const QByteArray bytes = drafts.toBytes();
    QSaveFile file(path);
    const bool isWritten = file.open(QIODevice::WriteOnly)
                           && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
                           && file.write(bytes) == bytes.size() && file.commit();
    Q_EMIT draftsWritten(isWritten ? QString()
                                   : tr("Unsaved changes cannot be kept in %1: %2. Save the flow "
                                        "before you close this window.")
                                         .arg(path, file.errorString()));
}

void Archive::listRuns()
{
    std::vector<store::StoredRun> runs = m_store->runs();
    if (runs.size() > listedAtMost)
        runs.resize(listedAtMost);
    std::vector<models::RunListEntry> entries;
    for (const store::StoredRun &run : runs)
        entries.push_back(listEntryOf(run, {}));
    for (models::RunListEntry &entry : entries)
        entry.headline.clear();
    if (entries.empty())
        return;
    Q_EMIT historyRead(entries);
    for (std::size_t i = 0; i < std::min(entries.size(), derivedAtStart); ++i) {
        if (const auto view = derive(runs[i]))
            entries[i] = listEntryOf(runs[i], view->update.state);
    }
    Q_EMIT historyRead(entries);
}

std::optional<models::ComparedRun> Archive::comparable(const models::RunId &run) const
{
    const auto stored = m_store->run(run);
    if (!stored)
        return std::nullopt;
    run::Replay replay(stored->id, run::flowOf(stored->flowText), m_catalogue);
    run::replayStored(replay, *m_store, *stored);
    models::ComparedRun compared;
    compared.title = QStringLiteral("%1 %2").arg(
        stored->title, models::toIsoUtc(stored->createdAt).section(QLatin1Char('.'), 0, 0));
    compared.state = replay.machine().state();
    compared.transitions = replay.machine().settledTransitions();
    for (const models::Transition &transition : compared.transitions) {
        const auto observation = m_store->observation(transition.observation);
        compared.bodies.push_back(observation ? models::reportedBody(*observation)
                                              : QByteArray());
    }
    return compared;
}

std::optional<StoredRunView> Archive::derive(const store::StoredRun &run) const
{
    const auto document = models::FlowDocument::fromText(run.flowText);
    if (!document)
        return std::nullopt;
    run::Replay replay(run.id, document.value().flow(), m_catalogue);
    StoredRunView view{run, document.value(), replay.machine().state(), {}};
    run::replayStored(replay, *m_store, run);
    view.update = replay.takeUpdate();
    return view;
}

} // namespace otpscope::window
