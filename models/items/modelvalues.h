// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/clock.h"

#include <QModelIndex>
#include <QVariant>

#include <optional>

namespace otpscope::models {

/// How item models hand out times: milliseconds since 1970 UTC.
[[nodiscard]] inline QVariant variantOf(Instant instant)
{
    return QVariant::fromValue<qint64>(instant.time_since_epoch().count());
}

/// Invalid where there is none.
[[nodiscard]] inline QVariant variantOf(std::optional<Instant> instant)
{
    return instant ? variantOf(*instant) : QVariant();
}

/// Whether `index` is a cell of a table of this size; views ask for others too.
[[nodiscard]] inline bool isCell(const QModelIndex &index, size_t rows, int columns)
{
    return index.isValid() && index.row() >= 0 && static_cast<size_t>(index.row()) < rows
           && index.column() >= 0 && index.column() < columns;
}

} // namespace otpscope::models
