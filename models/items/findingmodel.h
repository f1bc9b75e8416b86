// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/findingmodelroles.h"
#include "models/checks/finding.h"

#include <QAbstractTableModel>

#include <vector>

namespace otpscope::models {

/// Findings in the order in which they were made. Raw values by role (findingmodelroles.h); the
/// display text of the last column is the sentence people read.
class FindingModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FindingModel)

public:
    explicit FindingModel(QObject *parent = nullptr);

    void clear();
    /// For findings that are judged anew as a whole, as those of a document.
    void setFindings(const std::vector<Finding> &findings);
    /// For findings of a run: each new one replaces the one about the same subject
    /// (models/run/runfindings.h), those in `withdrawn` go.
    void merge(const std::vector<Finding> &findings, const std::vector<Finding> &withdrawn);

    [[nodiscard]] const std::vector<Finding> &findings() const { return m_rows; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    bool replace(const Finding &finding);
    void remove(const Finding &finding);

    std::vector<Finding> m_rows;
};

} // namespace otpscope::models
