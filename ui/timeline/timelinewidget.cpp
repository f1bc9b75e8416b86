// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinewidget.h"

#include "ui/timeline/timelinepainter.h"

#include <QAccessible>
#include <QFontMetricsF>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace otpscope::ui {

namespace {

constexpr int frameMs = 33;
constexpr double reach = 9;

bool isNear(QPointF a, QPointF b)
{
    return std::hypot(a.x() - b.x(), a.y() - b.y()) <= reach;
}

} // namespace

TimelineWidget::TimelineWidget(const models::RunModel &run, const models::Catalogue &catalogue,
                               const models::Clock &clock, QWidget *parent)
    : QWidget(parent), m_run(run), m_clock(clock), m_data(catalogue)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Timeline"));
    setAccessibleDescription(tr("No run yet"));
    m_frames.setInterval(frameMs);
    connect(&m_frames, &QTimer::timeout, this, qOverload<>(&QWidget::update));
    connect(&run, &models::RunModel::wasReset, this, &TimelineWidget::takeReset);
    connect(&run, &models::RunModel::updated, this, &TimelineWidget::takeUpdate);
}

void TimelineWidget::setFollowed(bool isFollowed)
{
    m_isFollowed = isFollowed;
    followRun();
}

bool TimelineWidget::isMoving() const
{
    return m_isFollowed && !m_data.isEmpty() && !m_data.state().isConcluded();
}

TimelinePicture TimelineWidget::picture() const
{
    PictureRequest request;
    request.size = size();
    const QFontMetricsF metrics(strongFont(smallFont(font())));
    request.lineHeight = metrics.height();
    request.textWidth = [&metrics](const QString &text) { return metrics.horizontalAdvance(text); };
    const models::RunState &state = m_data.state();
    if (isMoving())
        request.now = state.serviceTimeAt(m_clock.wallNow());
    return layOut(m_data, request);
}

QSize TimelineWidget::sizeHint() const
{
    const QFontMetricsF metrics(strongFont(smallFont(font())));
    return {640, int(std::ceil(heightFor(m_data, metrics.height()))) + spacing::large};
}

QSize TimelineWidget::minimumSizeHint() const
{
    const QFontMetricsF metrics(strongFont(smallFont(font())));
    return {320, int(std::ceil(leastHeightFor(m_data, metrics.height())))};
}

void TimelineWidget::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colours &colours = coloursFor(palette());
    if (m_data.isEmpty()) {
        painter.setFont(font());
        painter.setPen(colours.muted);
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap,
                         tr("Press Send to see the flow run.\n"
                            "Each step gets a lane here, with what is due next and why."));
        return;
    }
    paintTimeline(painter, picture(), colours, font(), hasFocus() ? m_current : -1);
}

bool TimelineWidget::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), sentenceAt(help->pos()), this);
        return true;
    }
    return QWidget::event(event);
}

void TimelineWidget::keyPressEvent(QKeyEvent *event)
{
    const TimelinePicture shown = picture();
    const int count = int(shown.marks.size());
    switch (event->key()) {
    case Qt::Key_Left: makeCurrent(std::max(0, m_current - 1)); return;
    case Qt::Key_Right: makeCurrent(std::min(count - 1, m_current + 1)); return;
    case Qt::Key_Home: makeCurrent(0); return;
    case Qt::Key_End: makeCurrent(count - 1); return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current >= 0 && m_current < count)
            Q_EMIT observationChosen(shown.marks[std::size_t(m_current)].observation);
        return;
    default: QWidget::keyPressEvent(event);
    }
}

void TimelineWidget::mousePressEvent(QMouseEvent *event)
{
    const models::ObservationId id = observationAt(event->position());
    if (id.isStored())
        Q_EMIT observationChosen(id);
}

void TimelineWidget::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    followRun();
}

void TimelineWidget::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    followRun();
}

void TimelineWidget::takeReset()
{
    m_data.reset(m_run.state());
    m_current = -1;
    setAccessibleDescription(tr("No run yet"));
    updateGeometry();
    followRun();
}

void TimelineWidget::takeUpdate(const models::RunUpdate &update)
{
    const std::size_t stepsBefore = m_data.state().steps.size();
    m_data.apply(update);
    if (m_data.state().steps.size() != stepsBefore)
        updateGeometry();
    followRun();
}

void TimelineWidget::followRun()
{
    const bool moves = isVisible() && isMoving();
    if (moves && !m_frames.isActive())
        m_frames.start();
    else if (!moves)
        m_frames.stop();
    // While frames come by themselves, an update waits for the next one: many cost as one.
    if (!m_frames.isActive())
        update();
}

void TimelineWidget::makeCurrent(int mark)
{
    const TimelinePicture shown = picture();
    if (mark < 0 || mark >= int(shown.marks.size()))
        return;
    m_current = mark;
    setAccessibleDescription(shown.marks[std::size_t(mark)].sentence);
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
    update();
}

QString TimelineWidget::sentenceAt(QPointF point) const
{
    const TimelinePicture shown = picture();
    for (const MarkPicture &mark : shown.marks) {
        if (isNear(mark.centre, point))
            return mark.sentence;
    }
    for (const ArrowPicture &arrow : shown.arrows) {
        if (QRectF(arrow.from, arrow.to).normalized().adjusted(-12, 0, 6, 6).contains(point))
            return arrow.sentence;
    }
    for (const TickPicture &tick : shown.ticks) {
        if (isNear(tick.centre, point))
            return tick.sentence;
    }
    return {};
}

models::ObservationId TimelineWidget::observationAt(QPointF point) const
{
    const TimelinePicture shown = picture();
    for (const MarkPicture &mark : shown.marks) {
        if (isNear(mark.centre, point))
            return mark.observation;
    }
    for (const TickPicture &tick : shown.ticks) {
        if (isNear(tick.centre, point))
            return tick.observation;
    }
    return {};
}

} // namespace otpscope::ui
