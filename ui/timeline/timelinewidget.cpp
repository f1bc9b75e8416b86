// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinewidget.h"

#include "models/items/observationmodel.h"
#include "ui/timeline/timelineaccessible.h"
#include "ui/timeline/timelinepainter.h"

#include <QAccessible>
#include <QFontMetricsF>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QNativeGestureEvent>
#include <QPainter>
#include <QToolTip>
#include <QTouchEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace otpscope::ui {

namespace {

constexpr int frameMs = 33;
constexpr double reach = 9;
constexpr double keyFactor = 1.5;
/// One notch of a wheel is 120.
constexpr double factorPerNotch = 1.25;
constexpr double notch = 120;
/// A finger that moves less than this has tapped.
constexpr double tapReach = 10;

bool isNear(QPointF a, QPointF b)
{
    return std::hypot(a.x() - b.x(), a.y() - b.y()) <= reach;
}

/// Of a mark or a tick.
template <typename Drawn>
bool isAt(const Drawn &drawn, QPointF point)
{
    if (drawn.column.isEmpty())
        return isNear(drawn.centre, point);
    return point.x() >= drawn.column.left() && point.x() < drawn.column.right() &&
           std::abs(point.y() - drawn.centre.y()) <= reach;
}

bool isNear(const ArrowPicture &arrow, QPointF point)
{
    return QRectF(arrow.from, arrow.to).normalized().adjusted(-12, 0, 6, 6).contains(point);
}

} // namespace

TimelineWidget::TimelineWidget(const models::RunModel &run, const models::Catalogue &catalogue,
                               const models::Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_run(run)
    , m_clock(clock)
    , m_data(catalogue)
{
    installTimelineAccessibility();
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_AcceptTouchEvents);
    setAccessibleName(tr("Timeline"));
    setAccessibleDescription(tr("No run yet"));
    m_frames.setInterval(frameMs);
    connect(&m_frames, &QTimer::timeout, this, &TimelineWidget::refresh);
    connect(&run, &models::RunModel::wasReset, this, &TimelineWidget::takeReset);
    connect(&run, &models::RunModel::updated, this, &TimelineWidget::takeUpdate);
}

void TimelineWidget::setFollowed(bool isFollowed)
{
    m_isFollowed = isFollowed;
    followRun();
    Q_EMIT viewChanged();
}

void TimelineWidget::setPlayedTo(std::optional<models::Instant> moment)
{
    m_playedTo = moment;
    refresh();
}

void TimelineWidget::setTimeClock(TimeClock clock)
{
    if (clock == m_timeClock)
        return;
    m_timeClock = clock;
    refresh();
    Q_EMIT viewChanged();
}

void TimelineWidget::zoomBy(double factor)
{
    const TimelinePicture &now = shown();
    if (!now.scale)
        return;
    const bool staysWithPresent = present() && m_view.mode != TimeView::Mode::Free;
    const PlotRange plot = now.plot();
    double anchor = (plot.left + plot.right) / 2;
    if (staysWithPresent)
        anchor = now.nowX.value_or(plot.right);
    else if (m_current)
        anchor = placeOf(now, *m_current).value_or(QPointF(anchor, 0)).x();
    TimeView view = zoomed(m_view, now.extent, plot, presentOffset(), factor, anchor);
    if (staysWithPresent && view.mode == TimeView::Mode::Free)
        view.mode = TimeView::Mode::Follow;
    setView(view);
}

void TimelineWidget::showAll()
{
    setView({});
}

void TimelineWidget::followAgain()
{
    TimeView view = m_view;
    view.mode = present() && view.pixelsPerMs > 0 ? TimeView::Mode::Follow : TimeView::Mode::Fit;
    setView(view);
}

std::optional<models::Instant> TimelineWidget::present() const
{
    if (m_playedTo)
        return m_data.isEmpty() || m_data.state().isConcluded() ? std::nullopt : m_playedTo;
    return isMoving() ? std::optional(m_data.state().serviceTimeAt(m_clock.wallNow()))
                      : std::nullopt;
}

std::optional<Offset> TimelineWidget::presentOffset() const
{
    const auto now = present();
    return now && m_origin ? std::optional<Offset>(*now - *m_origin) : std::nullopt;
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
    request.now = present();
    request.view = m_view;
    request.clock = m_timeClock;
    return layOut(m_data, request);
}

const TimelinePicture &TimelineWidget::shown() const
{
    if (m_isStale) {
        m_shown = picture();
        m_isStale = false;
    }
    return m_shown;
}

void TimelineWidget::choose(const MarkRef &mark)
{
    if (!isMark(m_data, mark))
        return;
    makeCurrent(mark);
    const models::ObservationId id = observationOf(m_data, mark);
    if (id.isStored())
        Q_EMIT observationChosen(id);
}

void TimelineWidget::selectObservation(models::ObservationId id)
{
    const bool isThere =
        m_current && isMark(m_data, *m_current) && observationOf(m_data, *m_current) == id;
    if (isThere)
        return;
    // Both lists grow in the order of ids.
    const std::vector<models::Transition> &transitions = m_run.transitions();
    const auto transition =
        std::ranges::lower_bound(transitions, id, {}, &models::Transition::observation);
    std::optional<MarkRef> mark;
    if (transition != transitions.end() && transition->observation == id)
        mark = markOf(m_data, *transition);
    const QModelIndex row = m_run.observationModel()->indexOf(id);
    if (!mark && row.isValid())
        mark = markOf(m_data, m_run.observationModel()->observations()[std::size_t(row.row())]);
    if (mark)
        makeCurrent(*mark);
    else
        forgetCurrent();
}

std::vector<MarkRef> TimelineWidget::marksOnShow() const
{
    const TimelinePicture &now = shown();
    std::vector<MarkRef> marks;
    for (const MarkPicture &mark : now.marks)
        marks.push_back(mark.first);
    for (const ArrowPicture &arrow : now.arrows) {
        if (arrow.mark)
            marks.push_back(*arrow.mark);
    }
    for (const TickPicture &tick : now.ticks)
        marks.push_back(tick.first);
    std::ranges::stable_sort(marks, {},
                             [this](const MarkRef &mark) { return timeOf(m_data, mark); });
    return marks;
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
    const TimelinePicture &now = shown();
    paintTimeline(painter, now, colours, font(),
                  m_current ? placeOf(now, *m_current) : std::nullopt);
}

bool TimelineWidget::event(QEvent *event)
{
    const QEvent::Type type = event->type();
    if (type == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), sentenceAt(help->pos()), this);
        return true;
    }
    if (type == QEvent::TouchBegin || type == QEvent::TouchUpdate || type == QEvent::TouchEnd)
        return takeTouch(*static_cast<QTouchEvent *>(event));
    if (type == QEvent::NativeGesture) {
        const auto *gesture = static_cast<QNativeGestureEvent *>(event);
        if (gesture->gestureType() != Qt::ZoomNativeGesture)
            return false;
        zoomAt(gesture->position().x(), 1 + gesture->value());
        return true;
    }
    if (type == QEvent::FontChange)
        m_isStale = true;
    return QWidget::event(event);
}

bool TimelineWidget::takeTouch(QTouchEvent &event)
{
    event.accept();
    const QList<QEventPoint> &points = event.points();
    if (event.type() == QEvent::TouchBegin)
        m_hasTouchMoved = false;
    for (const QEventPoint &point : points)
        m_hasTouchMoved = m_hasTouchMoved ||
                          (point.position() - point.pressPosition()).manhattanLength() > tapReach;
    if (event.type() == QEvent::TouchEnd) {
        const auto mark = m_hasTouchMoved ? std::nullopt : markAt(points.first().position());
        if (mark)
            choose(*mark);
        return true;
    }
    if (points.size() == 1 && m_hasTouchMoved)
        pan(points[0].lastPosition().x() - points[0].position().x());
    if (points.size() == 2) {
        m_hasTouchMoved = true;
        const double before = std::abs(points[0].lastPosition().x() - points[1].lastPosition().x());
        const double now = std::abs(points[0].position().x() - points[1].position().x());
        constexpr double leastApart = 8;
        const double middle = (points[0].position().x() + points[1].position().x()) / 2;
        if (before > leastApart && now > leastApart)
            zoomAt(middle, now / before);
    }
    return true;
}

void TimelineWidget::keyPressEvent(QKeyEvent *event)
{
    if (!moveView(*event) && !walk(event->key()))
        QWidget::keyPressEvent(event);
}

bool TimelineWidget::moveView(const QKeyEvent &event)
{
    const double width = shown().plot().width();
    const bool isShifted = event.modifiers() & Qt::ShiftModifier;
    switch (event.key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomBy(keyFactor);
        return true;
    case Qt::Key_Minus:
        zoomBy(1 / keyFactor);
        return true;
    case Qt::Key_0:
        showAll();
        return true;
    case Qt::Key_F:
        followAgain();
        return true;
    case Qt::Key_PageUp:
        pan(-width);
        return true;
    case Qt::Key_PageDown:
        pan(width);
        return true;
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (isShifted)
            pan(event.key() == Qt::Key_Left ? -width / 4 : width / 4);
        return isShifted;
    default:
        return false;
    }
}

bool TimelineWidget::walk(int key)
{
    const bool isStart = !m_current || !isMark(m_data, *m_current);
    std::optional<MarkRef> next;
    switch (key) {
    case Qt::Key_Home:
        next = firstMark(m_data);
        break;
    case Qt::Key_End:
        next = lastMark(m_data);
        break;
    case Qt::Key_Left:
        next = isStart ? lastMark(m_data) : markBefore(m_data, *m_current);
        break;
    case Qt::Key_Right:
        next = isStart ? firstMark(m_data) : markAfter(m_data, *m_current);
        break;
    case Qt::Key_Up:
        next = isStart ? lastMark(m_data) : markAbove(m_data, *m_current);
        break;
    case Qt::Key_Down:
        next = isStart ? firstMark(m_data) : markBelow(m_data, *m_current);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        next = isStart ? std::nullopt : m_current;
        break;
    default:
        return false;
    }
    if (next)
        choose(*next);
    return true;
}

void TimelineWidget::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (const auto mark = markAt(event->position()))
        choose(*mark);
    else
        m_grip = event->position();
}

void TimelineWidget::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_grip)
        return;
    pan(m_grip->x() - event->position().x());
    m_grip = event->position();
}

void TimelineWidget::mouseReleaseEvent(QMouseEvent *)
{
    m_grip.reset();
}

void TimelineWidget::mouseDoubleClickEvent(QMouseEvent *event)
{
    constexpr double factor = 4;
    zoomAt(event->position().x(), factor);
}

void TimelineWidget::wheelEvent(QWheelEvent *event)
{
    const QPoint turned = event->angleDelta();
    const bool isSideways = std::abs(turned.x()) > std::abs(turned.y());
    if (isSideways || event->modifiers() & Qt::ShiftModifier) {
        pan(-double(isSideways ? turned.x() : turned.y()));
        return;
    }
    // Where lanes are out of sight, the wheel alone brings them.
    const bool isAllInSight = visibleRegion().boundingRect().height() >= height();
    if (!isAllInSight && !(event->modifiers() & Qt::ControlModifier)) {
        event->ignore();
        return;
    }
    zoomAt(event->position().x(), std::pow(factorPerNotch, double(turned.y()) / notch));
}

void TimelineWidget::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_isStale = true;
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
    forgetCurrent();
    m_origin = m_data.origin();
    m_playedTo.reset();
    m_view = {};
    setAccessibleDescription(tr("No run yet"));
    updateGeometry();
    followRun();
    Q_EMIT viewChanged();
}

void TimelineWidget::takeUpdate(const models::RunUpdate &update)
{
    const std::size_t stepsBefore = m_data.state().steps.size();
    m_data.apply(update);
    const auto origin = m_data.origin();
    if (origin && m_origin)
        m_view.leftMs += double((*m_origin - *origin).count());
    m_origin = origin;
    const bool hasMoved =
        m_current &&
        !(isMark(m_data, *m_current) && observationOf(m_data, *m_current) == m_currentObservation &&
          timeOf(m_data, *m_current) == m_currentAt);
    if (hasMoved) {
        forgetCurrent();
        selectObservation(m_currentObservation);
    }
    if (m_data.state().steps.size() != stepsBefore)
        updateGeometry();
    followRun();
}

void TimelineWidget::followRun()
{
    // Counted from here: what comes more often moves the present by itself.
    if (isVisible() && isMoving())
        m_frames.start();
    else
        m_frames.stop();
    refresh();
}

void TimelineWidget::refresh()
{
    m_isStale = true;
    update();
}

models::ObservationId TimelineWidget::currentObservation() const
{
    return m_current ? m_currentObservation : models::ObservationId();
}

void TimelineWidget::forgetCurrent()
{
    m_current.reset();
    refresh();
    Q_EMIT currentMarkChanged();
}

void TimelineWidget::makeCurrent(const MarkRef &mark)
{
    m_current = mark;
    m_currentObservation = observationOf(m_data, mark);
    m_currentAt = timeOf(m_data, mark);
    const TimelinePicture &now = shown();
    if (m_origin)
        setView(
            revealing(m_view, now.extent, now.plot(), presentOffset(), m_currentAt - *m_origin));
    setAccessibleDescription(sentenceOf(m_data, mark));
    tellFocus(*this);
    refresh();
    Q_EMIT currentMarkChanged();
}

void TimelineWidget::setView(const TimeView &view)
{
    if (view == m_view)
        return;
    m_view = view;
    refresh();
    Q_EMIT viewChanged();
}

void TimelineWidget::zoomAt(double x, double factor)
{
    const TimelinePicture &now = shown();
    const PlotRange plot = now.plot();
    if (now.scale)
        setView(zoomed(m_view, now.extent, plot, presentOffset(), factor,
                       std::clamp(x, plot.left, plot.right)));
}

void TimelineWidget::pan(double dx)
{
    const TimelinePicture &now = shown();
    if (now.scale)
        setView(panned(m_view, now.extent, now.plot(), presentOffset(), dx));
}

QString TimelineWidget::sentenceAt(QPointF point) const
{
    const TimelinePicture &now = shown();
    for (const MarkPicture &mark : now.marks) {
        if (isAt(mark, point))
            return sentenceOf(m_data, mark);
    }
    for (const TickPicture &tick : now.ticks) {
        if (isAt(tick, point))
            return sentenceOf(m_data, tick);
    }
    for (const ArrowPicture &arrow : now.arrows) {
        if (isNear(arrow, point))
            return arrow.sentence;
    }
    return {};
}

std::optional<MarkRef> TimelineWidget::markAt(QPointF point) const
{
    const TimelinePicture &now = shown();
    for (const MarkPicture &mark : now.marks) {
        if (isAt(mark, point))
            return mark.first;
    }
    for (const TickPicture &tick : now.ticks) {
        if (isAt(tick, point))
            return tick.first;
    }
    for (const ArrowPicture &arrow : now.arrows) {
        if (arrow.mark && isNear(arrow, point))
            return arrow.mark;
    }
    return std::nullopt;
}

} // namespace otpscope::ui
