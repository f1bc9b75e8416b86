// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"
#include "ui/timeline/timelinepicture.h"

#include <QByteArray>
#include <QFont>
#include <QImage>
#include <QString>

namespace otpscope::ui {

/// A timeline as it is on show, for a file or the clipboard. A value, so that it may be rendered in
/// any thread.
struct PictureSheet
{
    TimelinePicture picture;
    Colours colours;
    QFont font;
    /// Above the lanes: what happened, and how it ended.
    QString headline;
    QString details;
};

/// The same with every run of four and more digits hidden in the service's words.
[[nodiscard]] PictureSheet masked(PictureSheet sheet);

/// At twice the size, so that it stays sharp on paper and projectors.
[[nodiscard]] QImage imageOf(const PictureSheet &sheet);
[[nodiscard]] QByteArray pngOf(const PictureSheet &sheet);
[[nodiscard]] QByteArray svgOf(const PictureSheet &sheet);

} // namespace otpscope::ui
