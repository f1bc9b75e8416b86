// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/catalogue.h"
#include "models/core/clock.h"
#include "models/items/runmodel.h"
#include "ui/timeline/timelinedata.h"
#include "ui/timeline/timelinepicture.h"

#include <QTimer>
#include <QWidget>

namespace otpscope::ui {

/// Shows one run as lanes over time. Replays a TimelinePicture; repaints about 30 times a second,
/// and only while the run is open and the widget can be seen. Left and Right walk the marks, Home
/// and End go to the first and the last, Return activates one; each mark's sentence is the
/// accessible description while it is current.
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

    [[nodiscard]] const TimelineData &data() const { return m_data; }
    /// The picture as it would be painted now.
    [[nodiscard]] TimelinePicture picture() const;
    /// True while frames are painted without anybody asking.
    [[nodiscard]] bool isLive() const { return m_frames.isActive(); }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// A mark, arrow or tick was chosen by mouse or key.
    void observationChosen(otpscope::models::ObservationId id);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void takeReset();
    void takeUpdate(const models::RunUpdate &update);
    void followRun();
    void makeCurrent(int mark);
    [[nodiscard]] bool isMoving() const;
    [[nodiscard]] QString sentenceAt(QPointF point) const;
    [[nodiscard]] models::ObservationId observationAt(QPointF point) const;

    const models::RunModel &m_run;
    const models::Clock &m_clock;
    TimelineData m_data;
    QTimer m_frames;
    bool m_isFollowed = false;
    /// Position among the picture's marks; -1 for none.
    int m_current = -1;
};

} // namespace otpscope::ui
