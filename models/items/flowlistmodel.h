// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/flowlistmodelroles.h"

#include <QAbstractTableModel>

#include <vector>

namespace otpscope::models {

/// One flow of the library.
struct FlowListEntry
{
    /// File path, or the name of a flow that comes with the program.
    QString key;
    QString title;
    FlowGroup group = FlowGroup::Own;
    /// For the search; of a long file its beginning.
    QByteArray text;
    /// A file in the library's folder: it can be renamed and deleted.
    bool isFile = false;

    friend bool operator==(const FlowListEntry &, const FlowListEntry &) = default;
};

/// The library: what comes with the program and the person's own flows, in the order given. Raw
/// values by role (flowlistmodelroles.h). Changes no file: a new title is asked for by a signal and
/// comes with the next entries.
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
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

Q_SIGNALS:
    /// The person wants this flow to be called so.
    void renameWanted(const QString &key, const QString &title);

private:
    std::vector<FlowListEntry> m_rows;
};

} // namespace otpscope::models
