// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/catalogue.h"
#include "models/core/clock.h"
#include "models/items/runmodel.h"
#include "ui/timeline/timelinedata.h"
#include "ui/timeline/timelinemarks.h"
#include "ui/timeline/timelinepicture.h"
#include "ui/timeline/timeview.h"

#include <QTimer>
#include <QWidget>

#include <optional>
#include <vector>

class QTouchEvent;
class QWheelEvent;

namespace otpscope::ui {

/// Shows one run as lanes over time. Replays a TimelinePicture; repaints about 30 times a second
/// while the run is open and the widget can be seen, and at once when something new is known.
///
/// Keys: Left and Right walk the changes in order of time, Up and Down go to the nearest mark of
/// the next lane, Home and End to the first and the last; the mark that is current is chosen. Plus
/// and minus zoom, Shift with Left and Right pans, 0 shows all, F follows the present again.
/// Wheel: zooms at the pointer (with Ctrl where the lanes are to be scrolled); sideways, or with
/// Shift, it pans. Touch: one finger pans, two zoom; so does the mouse where there is no mark.
class TimelineWidget final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TimelineWidget)

public:
    /// All three must outlive it.
    TimelineWidget(const models::RunModel &run, const models::Catalogue &catalogue,
                   const models::Clock &clock, QWidget *parent = nullptr);

    /// Whether somebody still follows the run. A run that is open but no longer followed (stopped,
    /// or from the history) stands still at the last thing that was seen.
    void setFollowed(bool isFollowed);
    /// The present of a run that is played again, on its service clock; nothing for any other run.
    void setPlayedTo(std::optional<models::Instant> moment);
    void setTimeClock(TimeClock clock);
    [[nodiscard]] TimeClock timeClock() const { return m_timeClock; }

    void zoomBy(double factor);
    void showAll();
    /// The present again, at the scale in use; all of a run that has no present.
    void followAgain();
    [[nodiscard]] const TimeView &view() const { return m_view; }

    [[nodiscard]] const TimelineData &data() const { return m_data; }
    /// The picture as it would be painted now.
    [[nodiscard]] TimelinePicture picture() const;
    /// The picture as it was painted last, or would be if it never was.
    [[nodiscard]] const TimelinePicture &shown() const;
    /// True while frames are painted without anybody asking.
    [[nodiscard]] bool isLive() const { return m_frames.isActive(); }

    [[nodiscard]] std::optional<MarkRef> currentMark() const { return m_current; }
    /// Where the current mark comes from; not stored where there is none.
    [[nodiscard]] models::ObservationId currentObservation() const;
    /// Makes it current, brings it on show, and tells its observation.
    void choose(const MarkRef &mark);
    /// Makes the mark of this observation current without telling it. Nothing where it has none.
    void selectObservation(models::ObservationId id);
    /// Every mark on show, in order of time; of several drawn as one, the first.
    [[nodiscard]] std::vector<MarkRef> marksOnShow() const;
    [[nodiscard]] QString sentenceAt(QPointF point) const;
    [[nodiscard]] std::optional<MarkRef> markAt(QPointF point) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// A mark, arrow or tick was chosen by mouse, touch or key.
    void observationChosen(otpscope::models::ObservationId id);
    /// Another mark is current, or none.
    void currentMarkChanged();
    /// Another part of the run is on show, or it is told by another clock.
    void viewChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void takeReset();
    void takeUpdate(const models::RunUpdate &update);
    void followRun();
    void refresh();
    void makeCurrent(const MarkRef &mark);
    void forgetCurrent();
    bool walk(int key);
    bool moveView(const QKeyEvent &event);
    void setView(const TimeView &view);
    void zoomAt(double x, double factor);
    void pan(double dx);
    bool takeTouch(QTouchEvent &event);
    [[nodiscard]] bool isMoving() const;
    [[nodiscard]] std::optional<models::Instant> present() const;
    [[nodiscard]] std::optional<Offset> presentOffset() const;

    const models::RunModel &m_run;
    const models::Clock &m_clock;
    TimelineData m_data;
    QTimer m_frames;
    bool m_isFollowed = false;
    std::optional<models::Instant> m_playedTo;
    TimeView m_view;
    TimeClock m_timeClock = TimeClock::SinceSend;
    /// What offsets of m_view count from.
    std::optional<models::Instant> m_origin;
    std::optional<MarkRef> m_current;
    /// To find it again where late arrivals moved it.
    models::ObservationId m_currentObservation;
    models::Instant m_currentAt;
    /// Where the mouse took hold of the plot.
    std::optional<QPointF> m_grip;
    bool m_hasTouchMoved = false;
    mutable TimelinePicture m_shown;
    mutable bool m_isStale = true;
};

} // namespace otpscope::ui
