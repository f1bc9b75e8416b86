// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/run/player.h"
#include "app/store/observationstore.h"
#include "models/bundle/bundle.h"
#include "models/catalogue/catalogue.h"
#include "models/core/clock.h"
#include "models/expect/expectations.h"
#include "models/flow/flowdocument.h"
#include "models/run/observation.h"
#include "models/run/runupdate.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

namespace otpscope::window {

/// A run that is about to be played again.
struct ReplayedRun
{
    /// A name of its own, so that it is never taken for the run it came from.
    models::RunId id;
    QString name;
    models::FlowDocument document;
    models::RunState initial;
    /// What came with it; empty where nothing was demanded.
    models::Expectations expectations;
    /// A sentence for each line of the log, or part of the bundle, that could not be used.
    QStringList problems;
};

/// Reads logs, bundles and stored runs and plays them, off the GUI thread. Lives in a thread with
/// an event loop; call it by queued invocations. One run at a time; opening another ends the one
/// before.
class Replayer final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Replayer)

public:
    /// Both must outlive it.
    Replayer(const models::Catalogue &catalogue, const models::Clock &clock);
    ~Replayer() override;

    /// Before this, stored runs cannot be played.
    void setStore(const std::shared_ptr<store::ObservationStore> &store);

    void openFile(const models::RunId &id, const QString &path);
    void openText(const models::RunId &id, const QString &name, const QByteArray &text);
    void openRun(const models::RunId &id, const models::RunId &run);

    /// How many seconds of the run pass in one second; 0 plays all that is left at once.
    void setPace(double pace);
    void setPausesAtChanges(bool pauses);
    void play();
    void pause();
    void playToNextChange();
    /// Up to this observation, and pauses there; back to it where it was played already.
    void playToMark(models::ObservationId id);
    void close();
    /// Answers with observationFetched, where the run on play has it. `before` is the one it is to
    /// be held against.
    void fetchObservation(models::ObservationId id, models::ObservationId before);
    /// The run with this id, to be handed on: all of it, however far it was played, with nothing
    /// taken out and nothing demanded. Nothing where another run is on play. Call it in this
    /// object's thread.
    [[nodiscard]] std::optional<models::Bundle> bundleOf(const models::RunId &id) const;

Q_SIGNALS:
    void opened(const std::shared_ptr<const otpscope::window::ReplayedRun> &run);
    /// A sentence.
    void failed(const QString &problem);
    void updated(const otpscope::models::RunUpdate &update);
    void moved(otpscope::models::Instant at, bool isPlaying, bool isAtEnd);
    void observationFetched(const otpscope::models::Observation &observation,
                            const std::optional<otpscope::models::Observation> &before);

private:
    void openBundle(const models::RunId &id, const QString &name, const QByteArray &text);
    /// `origin` is the bundle this run would be without its observations.
    void open(ReplayedRun run, const models::Flow &flow, models::Bundle origin,
              std::vector<models::Observation> observations);
    void tick();
    /// A player that has played nothing yet.
    void rewind();
    void beginAgain();
    void tell(const models::RunUpdate &update);
    void tellMoved();

    const models::Catalogue &m_catalogue;
    const models::Clock &m_clock;
    std::shared_ptr<store::ObservationStore> m_store;
    models::RunId m_id;
    models::Flow m_flow;
    models::Bundle m_origin;
    std::unique_ptr<run::Player> m_player;
    /// A child object, so that it moves to another thread with this one.
    QTimer *m_timer;
    double m_pace = 1;
    bool m_pausesAtChanges = false;
    models::Instant m_position;
    models::MonotonicInstant m_tickedAt{};
};

} // namespace otpscope::window
