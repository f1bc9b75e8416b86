// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/resumption.h"

#include "models/text/sentences.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <utility>

namespace otpscope::window {

namespace {

const QString resumedTopic = QStringLiteral("resumed");

QString timeText(models::Instant at)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count()),
                              QLocale::ShortFormat);
}

} // namespace

Resumption::Resumption(const Parts &parts)
    : m_parts(parts)
{}

void Resumption::take(const std::vector<OpenRun> &found)
{
    for (const OpenRun &open : found) {
        if (m_parts.settings.isOutcomeTold(open.run.id))
            continue;
        Entry entry;
        entry.open = open;
        if (open.run.environment == models::simulatorId().text()) {
            entry.state = Entry::State::Simulated;
        } else if (!open.isNamed) {
            entry.state = Entry::State::SentOrNot;
            // Said once.
            m_parts.settings.setOutcomeTold(open.run.id);
        }
        m_entries.insert(open.run.id, entry);
    }
    tryAgain();
}

void Resumption::tryAgain()
{
    for (Entry &entry : m_entries) {
        if (entry.state == Entry::State::LookingForSecret)
            entry.isToBeAskedAgain = true;
        else if (entry.state == Entry::State::New || entry.state == Entry::State::NoEnvironment ||
                 entry.state == Entry::State::NoSecret)
            tryEntry(entry);
    }
    say();
}

void Resumption::tryEntry(Entry &entry)
{
    const models::Environment *service = m_parts.environments.named(entry.open.run.environment);
    if (!service || service->isSimulator()) {
        entry.state = Entry::State::NoEnvironment;
        return;
    }
    entry.state = Entry::State::LookingForSecret;
    m_parts.environments.readSecretsOf(
        service->id, this,
        [this, run = entry.open.run.id, known = *service](const models::Secrets &secrets) {
            takeSecrets(run, known, secrets);
        });
}

void Resumption::takeSecrets(const models::RunId &run, const models::Environment &service,
                             const models::Secrets &secrets)
{
    Entry &entry = m_entries[run];
    if (secrets.application.isEmpty() && std::exchange(entry.isToBeAskedAgain, false)) {
        tryEntry(entry);
        return;
    }
    if (secrets.application.isEmpty()) {
        entry.state = Entry::State::NoSecret;
    } else {
        entry.state = Entry::State::Followed;
        entry.since = m_parts.clock.wallNow();
        Q_EMIT followWanted({run, entry.open.run.flowText, service, secrets});
    }
    say();
    Q_EMIT changed(run);
}

void Resumption::takeUpdate(const models::RunUpdate &update)
{
    std::vector<models::RunListEntry> entries = m_parts.history.entries();
    const auto listed = std::ranges::find(entries, update.run, &models::RunListEntry::id);
    const bool isNews = update.isWhole || !update.transitions.empty() ||
                        (listed != entries.end() && listed->conclusion != update.state.conclusion);
    if (!isNews)
        return;
    if (listed != entries.end()) {
        listed->conclusion = update.state.conclusion;
        listed->terminatingChannel = update.state.terminatingChannel();
        listed->headline = models::headlineFor(update.state);
        m_parts.history.put(*listed);
    }
    if (!update.isWhole)
        Q_EMIT changed(update.run);
}

void Resumption::takeEnd(const models::RunId &id, run::RunEnd end)
{
    const auto entry = m_entries.find(id);
    if (entry == m_entries.end())
        return;
    const bool isConcluded = end == run::RunEnd::Concluded;
    entry->state = isConcluded ? Entry::State::Concluded : Entry::State::Lost;
    say();
    Q_EMIT changed(id);
}

QString Resumption::noteFor(const models::RunId &run) const
{
    const auto entry = m_entries.constFind(run);
    if (entry == m_entries.cend())
        return {};
    switch (entry->state) {
    case Entry::State::New:
    case Entry::State::LookingForSecret:
        return {};
    case Entry::State::NoEnvironment:
        return tr("This run is open, and nobody follows it: there is no environment called %1. "
                  "Make one of that name under “Edit environments…”, and it goes on.")
            .arg(entry->open.run.environment);
    case Entry::State::NoSecret:
        return tr("This run is open, and nobody follows it: there is no secret for %1. Enter it "
                  "under “Edit environments…”, and it goes on.")
            .arg(entry->open.run.environment);
    case Entry::State::Followed:
        return tr("This run is followed again; nothing is sent. %1").arg(gapOf(*entry));
    case Entry::State::Concluded:
        return tr("This run was followed again until its end. %1").arg(gapOf(*entry));
    case Entry::State::Lost:
        return tr("This run is open, and what became of it is unknown: the service does not know "
                  "it any more, or refused the credentials of %1.")
            .arg(entry->open.run.environment);
    case Entry::State::SentOrNot:
        return tr("The program ended while this run was being sent. Whether it left is unknown, "
                  "and it is not sent again by itself: look for it under Run, Deliveries.");
    case Entry::State::Simulated:
        return tr("What became of this run is unknown: the built-in simulator forgot it when the "
                  "program ended.");
    }
    Q_UNREACHABLE();
}

models::Severity Resumption::severityOf(const models::RunId &run) const
{
    const Entry::State state = m_entries.value(run).state;
    const bool isWell = state == Entry::State::Followed || state == Entry::State::Concluded;
    return isWell ? models::Severity::Info : models::Severity::Warning;
}

void Resumption::say()
{
    int followed = 0;
    int sentOrNot = 0;
    models::Instant lastSeen = m_parts.clock.wallNow();
    models::Instant since{};
    for (const Entry &entry : m_entries) {
        sentOrNot += entry.state == Entry::State::SentOrNot ? 1 : 0;
        if (entry.state != Entry::State::Followed)
            continue;
        ++followed;
        lastSeen = std::min(lastSeen, entry.open.lastSeen);
        since = std::max(since, entry.since);
    }
    QStringList sentences;
    if (followed > 0) {
        sentences += tr("%n open run(s) of an earlier start: followed again, and nothing is sent. "
                        "Nothing was seen between %1 and %2.",
                        nullptr, followed)
                         .arg(timeText(lastSeen), timeText(since));
    }
    for (const QString &name : environmentsIn(Entry::State::NoSecret)) {
        sentences += tr("Open runs with %1 are not followed, for there is no secret. Enter it "
                        "under “Edit environments…”, and they go on.")
                         .arg(name);
    }
    for (const QString &name : environmentsIn(Entry::State::NoEnvironment)) {
        sentences += tr("Open runs with %1 are not followed, for there is no such environment "
                        "any more.")
                         .arg(name);
    }
    if (sentOrNot > 0) {
        sentences += tr("%n run(s) of an earlier start: sent or not is unknown, for the program "
                        "ended meanwhile. Nothing is sent again by itself; look under Run, "
                        "Deliveries.",
                        nullptr, sentOrNot);
    }
    // One about those that are followed is no reason to worry.
    const bool isWell = sentences.size() <= 1 && followed > 0;
    m_parts.window.showMessage(resumedTopic,
                               isWell ? models::Severity::Info : models::Severity::Warning,
                               sentences.join(QLatin1Char(' ')));
}

QStringList Resumption::environmentsIn(Entry::State state) const
{
    QStringList names;
    for (const Entry &entry : m_entries) {
        if (entry.state == state)
            names.append(entry.open.run.environment);
    }
    names.removeDuplicates();
    names.sort();
    return names;
}

QString Resumption::gapOf(const Entry &entry) const
{
    return tr("Nothing was seen of it between %1 and %2: what happened then is known as far as "
              "the service still tells.")
        .arg(timeText(entry.open.lastSeen), timeText(entry.since));
}

} // namespace otpscope::window
