// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/flowlistmodelroles.h"

#include <QAbstractTableModel>

#include <vector>

namespace otpscope::models {

/// One flow of the library.
struct FlowListEntry
{
    /// File path, or the name of an example.
    QString key;
    QString title;
    bool isExample = false;
    QByteArray text;

    friend bool operator==(const FlowListEntry &, const FlowListEntry &) = default;
};

/// The library: saved flows and examples, in the order given. Raw values by role
/// (flowlistmodelroles.h).
class FlowListModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FlowListModel)

public:
    explicit FlowListModel(QObject *parent = nullptr);

    void setEntries(std::vector<FlowListEntry> entries);

    [[nodiscard]] const std::vector<FlowListEntry> &entries() const { return m_rows; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    std::vector<FlowListEntry> m_rows;
};

} // namespace otpscope::models
