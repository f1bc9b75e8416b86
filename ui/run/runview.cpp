// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/runview.h"

#include "models/text/runsentences.h"
#include "models/text/sentences.h"
#include "ui/run/replaybar.h"
#include "ui/run/runtables.h"
#include "ui/run/runtexts.h"
#include "ui/run/verdictbutton.h"
#include "ui/theme/theme.h"
#include "ui/timeline/timelinewidget.h"

#include <QButtonGroup>
#include <QLabel>
#include <QScrollArea>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace otpscope::ui {

RunView::RunView(const models::RunModel &run, const models::Catalogue &catalogue,
                 const models::Clock &clock, QWidget *parent)
    : QFrame(parent)
    , m_run(run)
    , m_clock(clock)
    , m_headline(new QLabel(this))
    , m_details(new QLabel(this))
    , m_verdict(new VerdictButton(run, this))
    , m_lanes(new QScrollArea(this))
    , m_replay(new ReplayBar(this))
    , m_timeline(new TimelineWidget(run, catalogue, clock))
    , m_tables(new RunTables(run))
{
    setProperty("look", QStringLiteral("card"));
    m_headline->setFont(titleFont(font()));
    m_headline->setWordWrap(true);
    m_headline->setTextFormat(Qt::PlainText);
    m_headline->setAccessibleDescription(tr("What happened"));
    m_details->setProperty("look", QStringLiteral("muted"));
    m_details->setTextFormat(Qt::PlainText);
    m_details->setWordWrap(true);
    m_details->setAccessibleDescription(tr("Details of the run"));

    m_lanes->setWidget(m_timeline);
    m_lanes->setWidgetResizable(true);
    m_lanes->setFrameShape(QFrame::NoFrame);
    m_lanes->setFocusPolicy(Qt::NoFocus);
    m_lanes->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_lanes->setAccessibleName(tr("Lanes"));
    m_lanes->viewport()->setAutoFillBackground(false);
    m_timeline->setAutoFillBackground(false);

    auto *parts = new QSplitter(Qt::Vertical, this);
    parts->setChildrenCollapsible(false);
    parts->addWidget(m_lanes);
    parts->addWidget(m_tables);
    parts->setStretchFactor(0, 3);
    parts->setStretchFactor(1, 1);
    parts->setSizes({310, 110});
    parts->setAccessibleName(tr("Timeline and tables"));

    auto *texts = new QVBoxLayout;
    texts->setContentsMargins(spacing::large, spacing::medium, spacing::large, 0);
    texts->setSpacing(2);
    auto *first = new QHBoxLayout;
    first->setSpacing(spacing::medium);
    first->addWidget(m_headline, 1);
    first->addWidget(m_verdict, 0, Qt::AlignTop);
    texts->addLayout(first);
    auto *second = new QHBoxLayout;
    second->setSpacing(spacing::medium);
    second->addWidget(m_details, 1);
    second->addLayout(makeViewButtons());
    texts->addLayout(second);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(spacing::tiny);
    layout->addLayout(texts);
    layout->addWidget(m_replay);
    layout->addWidget(parts, 1);

    connect(m_verdict, &VerdictButton::findingsWanted, m_tables, &RunTables::showFindings);
    connect(m_verdict, &VerdictButton::expectationsWanted, this, &RunView::expectationsWanted);
    connect(&run, &models::RunModel::wasReset, this, &RunView::refreshLanes);
    connect(&run, &models::RunModel::wasReset, this, &RunView::refreshTexts);
    connect(&run, &models::RunModel::updated, &m_pace, &Pace::ask);
    connect(&m_pace, &Pace::due, this, &RunView::refreshTexts);
    connect(m_timeline, &TimelineWidget::observationChosen, this, &RunView::observationChosen);
    connect(m_timeline, &TimelineWidget::observationChosen, m_tables,
            &RunTables::selectObservation);
    connect(m_tables, &RunTables::observationChosen, this, &RunView::observationChosen);
    connect(m_tables, &RunTables::observationChosen, m_timeline,
            &TimelineWidget::selectObservation);
    connect(m_timeline, &TimelineWidget::viewChanged, this, &RunView::refreshView);
    refreshView();
    refreshTexts();
}

QHBoxLayout *RunView::makeViewButtons()
{
    m_clocks = new QButtonGroup(this);
    addClockButton(TimeClock::SinceSend, tr("Since send"), tr("Times since the flow was sent"));
    addClockButton(TimeClock::Service, tr("Service"), tr("The clock the service lives by, in UTC"));
    addClockButton(TimeClock::Wall, tr("Wall"), tr("The clock of this machine, in local time"));
    connect(m_clocks, &QButtonGroup::idClicked, this, [this](int id) {
        m_timeline->setTimeClock(TimeClock(id));
        m_tables->setTimeClock(TimeClock(id));
    });
    m_showAll = new QToolButton(this);
    m_showAll->setText(tr("Show all"));
    m_showAll->setToolTip(tr("Show the whole run (0 in the timeline)"));
    m_showAll->setAccessibleName(m_showAll->text());
    m_showAll->setProperty("look", QStringLiteral("segment"));
    m_follow = new QToolButton(this);
    m_follow->setText(tr("Follow"));
    m_follow->setToolTip(tr("Move along with the present again (F in the timeline)"));
    m_follow->setAccessibleName(m_follow->text());
    m_follow->setProperty("look", QStringLiteral("segment"));
    connect(m_showAll, &QToolButton::clicked, m_timeline, &TimelineWidget::showAll);
    connect(m_follow, &QToolButton::clicked, m_timeline, &TimelineWidget::followAgain);
    auto *row = new QHBoxLayout;
    row->setSpacing(spacing::tiny);
    const QList<QAbstractButton *> clocks = m_clocks->buttons();
    for (QAbstractButton *button : clocks)
        row->addWidget(button);
    row->addSpacing(spacing::small);
    row->addWidget(m_follow);
    row->addWidget(m_showAll);
    return row;
}

void RunView::addClockButton(TimeClock clock, const QString &text, const QString &hint)
{
    auto *button = new QToolButton(this);
    button->setText(text);
    button->setToolTip(hint);
    button->setAccessibleName(text);
    button->setAccessibleDescription(hint);
    button->setCheckable(true);
    button->setProperty("look", QStringLiteral("segment"));
    m_clocks->addButton(button, int(clock));
}

void RunView::refreshView()
{
    m_clocks->button(int(m_timeline->timeClock()))->setChecked(true);
    const TimeView::Mode mode = m_timeline->view().mode;
    m_showAll->setEnabled(mode != TimeView::Mode::Fit);
    m_follow->setEnabled(mode == TimeView::Mode::Free && m_isFollowed);
}

void RunView::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    refreshLeastHeight();
}

// A splitter does not ask how high wrapped text is at a width.
void RunView::refreshLeastHeight()
{
    setMinimumHeight(layout()->totalMinimumHeightForWidth(width()));
}

int RunView::heightAbove() const
{
    return m_headline->heightForWidth(m_headline->width()) +
           m_details->heightForWidth(m_details->width()) +
           (m_replay->isHidden() ? 0 : m_replay->sizeHint().height());
}

void RunView::refreshLanes()
{
    // Three steps; the windows of most people have room for them.
    constexpr int mostLines = 20;
    m_lanes->setMinimumHeight(
        std::min(m_timeline->minimumSizeHint().height(), mostLines * fontMetrics().height()));
    // Asked at once: the splitter would tell the layout only with the next event.
    m_lanes->parentWidget()->updateGeometry();
    layout()->invalidate();
    refreshLeastHeight();
}

QString RunView::headlineNow() const
{
    const models::RunState &state = m_run.state();
    const QString headline = models::headlineFor(state);
    if (!m_isFollowed)
        return headline;
    const QString overdue = models::overdueSentence(state, state.serviceTimeAt(m_clock.wallNow()));
    return overdue.isEmpty() ? headline : headline + u' ' + overdue;
}

void RunView::setFollowed(bool isFollowed)
{
    m_isFollowed = isFollowed;
    m_timeline->setFollowed(isFollowed);
    refreshTexts();
}

void RunView::setFailedExpectations(int count)
{
    m_verdict->setFailedExpectations(count);
}

QString RunView::headline() const
{
    return m_headline->text();
}

void RunView::refreshTexts()
{
    const models::RunState &state = m_run.state();
    const bool isEmpty = m_timeline->data().isEmpty();
    m_headline->setText(isEmpty ? tr("No run yet") : headlineNow());
    m_details->setText(isEmpty ? tr("Send takes the open flow to the environment chosen above.")
                               : detailsOf(state, m_isFollowed));
    // Asking the whole layout costs more than a frame; most updates only change a number.
    if (std::exchange(m_steps, state.steps.size()) != state.steps.size())
        refreshLanes();
    const int above = heightAbove();
    if (std::exchange(m_heightAbove, above) != above)
        refreshLeastHeight();
}

} // namespace otpscope::ui
