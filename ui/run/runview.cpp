// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/runview.h"

#include "models/text/sentences.h"
#include "ui/run/runtables.h"
#include "ui/run/runtexts.h"
#include "ui/theme/theme.h"
#include "ui/timeline/timelinewidget.h"

#include <QLabel>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace otpscope::ui {

RunView::RunView(const models::RunModel &run, const models::Catalogue &catalogue,
                 const models::Clock &clock, QWidget *parent)
    : QFrame(parent)
    , m_run(run)
    , m_headline(new QLabel(this))
    , m_details(new QLabel(this))
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

    auto *lanes = new QScrollArea(this);
    lanes->setWidget(m_timeline);
    lanes->setWidgetResizable(true);
    lanes->setFrameShape(QFrame::NoFrame);
    lanes->setFocusPolicy(Qt::NoFocus);
    lanes->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    lanes->setAccessibleName(tr("Lanes"));
    lanes->viewport()->setAutoFillBackground(false);
    m_timeline->setAutoFillBackground(false);

    auto *parts = new QSplitter(Qt::Vertical, this);
    parts->setChildrenCollapsible(false);
    parts->addWidget(lanes);
    parts->addWidget(m_tables);
    parts->setStretchFactor(0, 3);
    parts->setStretchFactor(1, 1);
    parts->setSizes({310, 110});
    parts->setAccessibleName(tr("Timeline and tables"));

    auto *texts = new QVBoxLayout;
    texts->setContentsMargins(spacing::large, spacing::medium, spacing::large, 0);
    texts->setSpacing(2);
    texts->addWidget(m_headline);
    texts->addWidget(m_details);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(spacing::tiny);
    layout->addLayout(texts);
    layout->addWidget(parts, 1);

    connect(&run, &models::RunModel::wasReset, lanes, [this, lanes] {
        // The lanes of an ordinary flow, two steps, stay in view; more of them scroll.
        constexpr int mostLines = 17;
        lanes->setMinimumHeight(std::min(m_timeline->minimumSizeHint().height(),
                                         mostLines * fontMetrics().height()));
    });
    connect(&run, &models::RunModel::wasReset, this, &RunView::refreshTexts);
    connect(&run, &models::RunModel::updated, this, &RunView::refreshTexts);
    connect(m_timeline, &TimelineWidget::observationChosen, this, &RunView::observationChosen);
    connect(m_timeline, &TimelineWidget::observationChosen, m_tables,
            &RunTables::selectObservation);
    connect(m_tables, &RunTables::observationChosen, this, &RunView::observationChosen);
    refreshTexts();
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

void RunView::setFollowed(bool isFollowed)
{
    m_isFollowed = isFollowed;
    m_timeline->setFollowed(isFollowed);
    refreshTexts();
}

QString RunView::headline() const
{
    return m_headline->text();
}

void RunView::refreshTexts()
{
    const models::RunState &state = m_run.state();
    const bool isEmpty = m_timeline->data().isEmpty();
    m_headline->setText(isEmpty ? tr("No run yet") : models::headlineFor(state));
    m_details->setText(isEmpty
                           ? tr("The first example is loaded: it goes to the built-in simulator.")
                           : detailsOf(state, m_isFollowed));
    refreshLeastHeight();
}

} // namespace otpscope::ui
