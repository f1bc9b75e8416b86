// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace otpscope::ui {

/// Makes combo boxes say their label as their name to screen readers and other programs. Qt 6.4
/// gives the chosen text as the name on Unix, so that every combo box of a form sounds like its
/// value and cannot be found by its label; the value stays readable as the value. Call it once,
/// before the first combo box is made.
void installComboBoxAccessibility();

} // namespace otpscope::ui
