// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/runlistmodelroles.h"
#include "models/run/runstate.h"

#include <QAbstractTableModel>

#include <vector>

namespace otpscope::models {

/// One run as the history lists it. `createdAt` never changes for a run.
struct RunListEntry
{
    RunId id;
    Instant createdAt;
    QString title;
    QString environment;
    Conclusion conclusion = Conclusion::Open;
    Channel terminatingChannel = Channel::Unknown;
    int errorFindings = 0;
    QString headline;

    friend bool operator==(const RunListEntry &, const RunListEntry &) = default;
};

/// The history: runs, newest first. Raw values by role (runlistmodelroles.h).
class RunListModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunListModel)

public:
    explicit RunListModel(QObject *parent = nullptr);

    void setEntries(std::vector<RunListEntry> entries);
    /// Adds a run at its place, or replaces what was known of it.
    void put(const RunListEntry &entry);

    [[nodiscard]] const std::vector<RunListEntry> &entries() const { return m_rows; }
    /// Invalid where it is not in the model.
    [[nodiscard]] QModelIndex indexOf(const RunId &id) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    std::vector<RunListEntry> m_rows;
};

} // namespace otpscope::models
