// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/clock.h"
#include "models/core/ids.h"
#include "ui/timeline/clockmap.h"

#include <QIdentityProxyModel>

#include <optional>

namespace otpscope::ui {

// Proxies that put words, colours and tooltips on the raw values of the item models.

/// How the tables tell the time.
struct TableTimes
{
    TimeClock clock = TimeClock::SinceSend;
    /// What "since send" counts from; without it the service's clock is shown.
    std::optional<models::Instant> sentAt;
    /// Must outlive the models that use it; may be null while nothing is shown by the wall clock.
    const ClockMap *clocks = nullptr;

    friend bool operator==(const TableTimes &, const TableTimes &) = default;
};

/// Over models::ObservationModel.
class ObservationDisplayModel final : public QIdentityProxyModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ObservationDisplayModel)

public:
    /// As many as the source has, so that rows and columns map one to one.
    enum Column {
        TimeColumn,
        SourceColumn,
        SaysColumn,
        RelatesColumn,
        SizeColumn,
        ColumnCount,
    };

    explicit ObservationDisplayModel(QObject *parent = nullptr);

    void setTimes(const TableTimes &times);

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] QString text(const QModelIndex &row, int column) const;

    TableTimes m_times;
};

/// Over models::TransitionModel.
class TransitionDisplayModel final : public QIdentityProxyModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TransitionDisplayModel)

public:
    explicit TransitionDisplayModel(QObject *parent = nullptr);

    void setTimes(const TableTimes &times);

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    TableTimes m_times;
};

/// Over models::FindingModel.
class FindingDisplayModel final : public QIdentityProxyModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FindingDisplayModel)

public:
    explicit FindingDisplayModel(QObject *parent = nullptr);

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] QString explained(const QModelIndex &index) const;
};

} // namespace otpscope::ui
