// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace otpscope::ui {

/// One entry of a list to choose from: environments, scenarios, flows.
struct Choice
{
    /// What signals carry; not shown.
    QString name;
    QString title;
    /// One sentence for the tooltip; may be empty.
    QString description;

    friend bool operator==(const Choice &, const Choice &) = default;
};

} // namespace otpscope::ui
