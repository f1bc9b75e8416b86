// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/catalogue.h"
#include "models/core/clock.h"
#include "models/items/runmodel.h"
#include "ui/pace/pace.h"
#include "ui/timeline/clockmap.h"

#include <QFrame>

class QButtonGroup;
class QHBoxLayout;
class QLabel;
class QScrollArea;
class QToolButton;

namespace otpscope::ui {

class ReplayBar;
class RunTables;
class VerdictButton;
class TimelineWidget;

/// One run on a card: what happened in a sentence, the timeline, and the tables under it.
class RunView final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunView)

public:
    /// All three must outlive it.
    RunView(const models::RunModel &run, const models::Catalogue &catalogue,
            const models::Clock &clock, QWidget *parent = nullptr);

    /// Whether the engine still follows the run on show.
    void setFollowed(bool isFollowed);
    [[nodiscard]] bool isFollowed() const { return m_isFollowed; }
    /// See VerdictButton.
    void setFailedExpectations(int count);
    [[nodiscard]] TimelineWidget *timeline() const { return m_timeline; }
    [[nodiscard]] ReplayBar *replayBar() const { return m_replay; }
    [[nodiscard]] QString headline() const;

Q_SIGNALS:
    void observationChosen(otpscope::models::ObservationId id);
    void expectationsWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QHBoxLayout *makeViewButtons();
    void addClockButton(TimeClock clock, const QString &text, const QString &hint);
    void refreshTexts();
    void refreshLeastHeight();
    /// The lanes of an ordinary flow stay in view; those of a long one scroll.
    void refreshLanes();
    [[nodiscard]] QString headlineNow() const;
    /// Of what stands above the lanes.
    [[nodiscard]] int heightAbove() const;
    void refreshView();

    const models::RunModel &m_run;
    const models::Clock &m_clock;
    bool m_isFollowed = false;
    Pace m_pace;
    QLabel *m_headline = nullptr;
    QLabel *m_details = nullptr;
    VerdictButton *m_verdict = nullptr;
    QScrollArea *m_lanes = nullptr;
    ReplayBar *m_replay = nullptr;
    QButtonGroup *m_clocks = nullptr;
    QToolButton *m_showAll = nullptr;
    QToolButton *m_follow = nullptr;
    TimelineWidget *m_timeline = nullptr;
    RunTables *m_tables = nullptr;
    std::size_t m_steps = 0;
    /// For which the least height was taken.
    int m_heightAbove = -1;
};

} // namespace otpscope::ui
