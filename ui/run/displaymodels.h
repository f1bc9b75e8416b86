// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/clock.h"
#include "models/core/ids.h"

#include <QIdentityProxyModel>

#include <optional>

namespace otpscope::ui {

// Proxies that put words, colours and tooltips on the raw values of the item models.

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

    /// Times are shown as distances from here; as times of day without it.
    void setOrigin(std::optional<models::Instant> origin);

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] QString text(const QModelIndex &row, int column) const;

    std::optional<models::Instant> m_origin;
};

/// Over models::TransitionModel.
class TransitionDisplayModel final : public QIdentityProxyModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TransitionDisplayModel)

public:
    explicit TransitionDisplayModel(QObject *parent = nullptr);

    void setOrigin(std::optional<models::Instant> origin);

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    std::optional<models::Instant> m_origin;
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
};

} // namespace otpscope::ui
