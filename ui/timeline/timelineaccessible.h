// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace otpscope::ui {

class TimelineWidget;

/// Makes every mark of a timeline that is on show a child of it for screen readers and other
/// programs: in order of time, each with its sentence and its place, and to be chosen by "Press".
/// Call it before the first timeline is asked for; again does nothing.
void installTimelineAccessibility();

/// Tells that another mark is current.
void tellFocus(TimelineWidget &timeline);

} // namespace otpscope::ui
