// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/runlistdisplaymodel.h"

#include "models/items/runlistmodelroles.h"
#include "ui/run/runtexts.h"

#include <QApplication>
#include <QDateTime>
#include <QIcon>
#include <QLocale>
#include <QPainter>
#include <QPixmap>

namespace otpscope::ui {

namespace {

QIcon dot(const QColor &colour)
{
    QPixmap pixmap(24, 24);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(5, 5, 14, 14);
    return QIcon(pixmap);
}

Outcome outcome(const QModelIndex &source)
{
    return outcomeOf(models::Conclusion(source.data(models::RunListConclusionRole).toInt()),
                     models::Channel(source.data(models::RunListTerminatingChannelRole).toInt()));
}

QString timeText(const QModelIndex &source)
{
    const auto at = QDateTime::fromMSecsSinceEpoch(
        source.data(models::RunListCreatedAtRole).toLongLong());
    return QLocale().toString(at.toLocalTime().time(), QStringLiteral("HH:mm"));
}

} // namespace

RunListDisplayModel::RunListDisplayModel(QObject *parent) : QSortFilterProxyModel(parent)
{
    setFilterCaseSensitivity(Qt::CaseInsensitive);
}

QVariant RunListDisplayModel::data(const QModelIndex &index, int role) const
{
    const QModelIndex source = mapToSource(index);
    switch (role) {
    case Qt::DisplayRole: return lineOf(source);
    case Qt::DecorationRole:
        return dot(coloursFor(QApplication::palette()).tone(outcome(source).tone));
    case Qt::ToolTipRole:
        return QString(source.data(models::RunListTitleRole).toString() + u'\n'
                       + source.data(models::RunListHeadlineRole).toString());
    case Qt::AccessibleTextRole:
        return QString(source.data(models::RunListTitleRole).toString() + QStringLiteral(", ")
                       + lineOf(source));
    default: return QSortFilterProxyModel::data(index, role);
    }
}

bool RunListDisplayModel::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex source = sourceModel()->index(row, 0, parent);
    const QString title = source.data(models::RunListTitleRole).toString();
    return QString(lineOf(source) + u' ' + title).contains(filterRegularExpression());
}

QString RunListDisplayModel::lineOf(const QModelIndex &source)
{
    //: a run in the history: %1 is a time of day, %2 how it stands
    return tr("%1  %2").arg(timeText(source), outcome(source).text);
}

} // namespace otpscope::ui
