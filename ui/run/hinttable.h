// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTableView>

namespace otpscope::ui {

/// A table that says what will be in it while it is empty, to the eye and to screen readers.
class HintTable final : public QTableView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HintTable)

public:
    explicit HintTable(const QString &hint, QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] bool isEmpty() const;
    void describe();

    QString m_hint;
};

} // namespace otpscope::ui
