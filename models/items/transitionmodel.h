// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/transitionmodelroles.h"
#include "models/run/runstate.h"

#include <QAbstractTableModel>

#include <vector>

namespace otpscope::models {

/// The transitions of one run in the order in which they were derived. Raw values by role
/// (transitionmodelroles.h); the display text is plain, the words are a proxy's.
class TransitionModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TransitionModel)

public:
    explicit TransitionModel(QObject *parent = nullptr);

    void clear();
    /// One insertion however many there are.
    void append(const std::vector<Transition> &transitions);

    [[nodiscard]] const std::vector<Transition> &transitions() const { return m_rows; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    std::vector<Transition> m_rows;
};

} // namespace otpscope::models
