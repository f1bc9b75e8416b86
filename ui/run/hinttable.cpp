// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/hinttable.h"

#include "ui/theme/theme.h"

#include <QPainter>

namespace otpscope::ui {

HintTable::HintTable(const QString &hint, QWidget *parent)
    : QTableView(parent)
    , m_hint(hint)
{}

void HintTable::setModel(QAbstractItemModel *model)
{
    QTableView::setModel(model);
    connect(model, &QAbstractItemModel::rowsInserted, this, &HintTable::describe);
    connect(model, &QAbstractItemModel::modelReset, this, &HintTable::describe);
    describe();
}

void HintTable::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (!isEmpty())
        return;
    QPainter painter(viewport());
    painter.setPen(coloursFor(palette()).muted);
    // Where there is room for one row, there is room for one line.
    const QRect room =
        viewport()->rect().adjusted(spacing::large, spacing::tiny, -spacing::large, 0);
    painter.drawText(room, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, m_hint);
}

bool HintTable::isEmpty() const
{
    return model()->rowCount() == 0;
}

void HintTable::describe()
{
    const QString said = isEmpty() ? m_hint : QString();
    if (accessibleDescription() == said)
        return;
    setAccessibleDescription(said);
    viewport()->update();
}

} // namespace otpscope::ui
