// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/groupdelegate.h"

#include "models/items/flowlistmodelroles.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace otpscope::ui {

namespace {

bool beginsGroup(const QModelIndex &index)
{
    const QModelIndex before = index.siblingAtColumn(0).sibling(index.row() - 1, 0);
    return !before.isValid() ||
           before.data(models::FlowListGroupRole) != index.data(models::FlowListGroupRole);
}

QString nameOf(models::FlowGroup group)
{
    switch (group) {
    case models::FlowGroup::Example:
        return GroupDelegate::tr("Examples of the API document");
    case models::FlowGroup::Template:
        return GroupDelegate::tr("Template types");
    case models::FlowGroup::Scenario:
        return GroupDelegate::tr("Scenarios");
    case models::FlowGroup::Own:
        return GroupDelegate::tr("My flows");
    }
    return {};
}

int headingHeight(const QFontMetrics &metrics)
{
    return metrics.height() + spacing::small;
}

/// What is left of the row for the flow itself.
QStyleOptionViewItem ownPart(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    QStyleOptionViewItem part = option;
    if (beginsGroup(index))
        part.rect.setTop(part.rect.top() + headingHeight(option.fontMetrics));
    return part;
}

} // namespace

GroupDelegate::GroupDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{}

void GroupDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    const QStyleOptionViewItem part = ownPart(option, index);
    if (part.rect != option.rect) {
        QRect heading = option.rect;
        heading.setBottom(part.rect.top() - 1);
        painter->save();
        painter->setPen(option.palette.color(QPalette::PlaceholderText));
        const auto group =
            static_cast<models::FlowGroup>(index.data(models::FlowListGroupRole).toInt());
        const QString name = option.fontMetrics.elidedText(nameOf(group), Qt::ElideRight,
                                                           heading.width() - spacing::small);
        painter->drawText(heading.adjusted(spacing::tiny, 0, 0, -spacing::tiny / 2),
                          Qt::AlignLeft | Qt::AlignBottom, name);
        painter->restore();
    }
    QStyledItemDelegate::paint(painter, part, index);
}

QSize GroupDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    if (beginsGroup(index))
        size.rheight() += headingHeight(option.fontMetrics);
    return size;
}

void GroupDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                         const QModelIndex &index) const
{
    QStyledItemDelegate::updateEditorGeometry(editor, ownPart(option, index), index);
}

} // namespace otpscope::ui
