// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"
#include "ui/timeline/timelinepicture.h"

class QPainter;

namespace otpscope::ui {

/// Replays a picture. `base` is the window's font; `current` where the mark with the focus is.
void paintTimeline(QPainter &painter, const TimelinePicture &picture, const Colours &colours,
                   const QFont &base, std::optional<QPointF> current);

/// One mark's shape, also for legends and lists.
void paintMark(QPainter &painter, QPointF centre, const StatusLook &look, const Colours &colours);

} // namespace otpscope::ui
