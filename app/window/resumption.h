// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/run/runsession.h"
#include "app/window/environments.h"
#include "app/window/followedruns.h"
#include "app/window/openrunfinder.h"
#include "app/window/settings.h"
#include "models/checks/finding.h"
#include "models/core/clock.h"
#include "models/items/runlistmodel.h"
#include "models/run/runupdate.h"
#include "ui/mainwindow/mainwindow.h"

#include <QHash>
#include <QObject>
#include <QString>

#include <optional>
#include <vector>

namespace otpscope::window {

/// Goes on with runs that were open when the program ended: which can be followed again, which wait
/// for a secret or an environment, and what to say about each. Nothing is ever sent. GUI thread.
class Resumption final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Resumption)

public:
    struct Parts
    {
        ui::MainWindow &window;
        models::RunListModel &history;
        Environments &environments;
        Settings &settings;
        const models::Clock &clock;
    };

    /// All parts outlive it.
    explicit Resumption(const Parts &parts);

    void take(const std::vector<OpenRun> &found);
    /// Environments or secrets are others now: what waits is tried again.
    void tryAgain();
    void takeUpdate(const models::RunUpdate &update);
    void takeEnd(const models::RunId &id, run::RunEnd end);
    /// What to say where this run is looked at; empty where it is none of these.
    [[nodiscard]] QString noteFor(const models::RunId &run) const;
    /// Warning where something keeps it from being followed.
    [[nodiscard]] models::Severity severityOf(const models::RunId &run) const;

Q_SIGNALS:
    void followWanted(const otpscope::window::ResumeOrder &order);
    /// Something is known of the run that was not.
    void changed(const otpscope::models::RunId &run);

private:
    struct Entry
    {
        enum class State {
            /// Nobody looked for its secret yet.
            New,
            LookingForSecret,
            NoEnvironment,
            NoSecret,
            Followed,
            Concluded,
            /// The service knows it no more, or refused the credentials.
            Lost,
            /// It was being sent when the program ended.
            SentOrNot,
            /// The simulator forgot it with the window.
            Simulated,
        };
        OpenRun open;
        State state = State::New;
        /// When it was followed again.
        models::Instant since{};
        /// Something changed while the key store was asked.
        bool isToBeAskedAgain = false;
    };

    void tryEntry(Entry &entry);
    void takeSecrets(const models::RunId &run, const models::Environment &service,
                     const models::Secrets &secrets);
    void say();
    [[nodiscard]] QStringList environmentsIn(Entry::State state) const;
    [[nodiscard]] QString gapOf(const Entry &entry) const;

    Parts m_parts;
    QHash<models::RunId, Entry> m_entries;
};

} // namespace otpscope::window
