// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/fieldflowlayout.h"

#include "ui/theme/theme.h"

#include <QWidget>

#include <algorithm>

namespace otpscope::ui {

namespace {

// A column must hold "PRIMARY_ONLY" with its arrow.
constexpr int minimumColumnWidth = 116;
constexpr int maximumColumns = 4;
constexpr int gap = spacing::medium;
constexpr int rowGap = spacing::small;

int columnsFor(int width)
{
    return std::clamp((width + gap) / (minimumColumnWidth + gap), 2, maximumColumns);
}

int heightOf(const QLayoutItem &item, int width)
{
    return item.hasHeightForWidth() ? item.heightForWidth(width) : item.sizeHint().height();
}

} // namespace

FieldFlowLayout::FieldFlowLayout(QWidget *parent)
    : QLayout(parent)
{
    setContentsMargins(0, 0, 0, 0);
}

FieldFlowLayout::~FieldFlowLayout()
{
    for (const Field &field : std::as_const(m_fields))
        delete field.item;
}

void FieldFlowLayout::addField(QWidget *field, int columns)
{
    addWidget(field);
    m_fields.last().columns = columns;
}

void FieldFlowLayout::setOrder(const QList<QWidget *> &fields)
{
    const auto place = [&fields](const Field &field) {
        const auto index = fields.indexOf(field.item->widget());
        return index < 0 ? fields.size() : index;
    };
    std::ranges::stable_sort(m_fields, {}, place);
    invalidate();
}

void FieldFlowLayout::addItem(QLayoutItem *item)
{
    m_fields.append({item, 1});
}

int FieldFlowLayout::count() const
{
    return int(m_fields.size());
}

QLayoutItem *FieldFlowLayout::itemAt(int index) const
{
    return index >= 0 && index < m_fields.size() ? m_fields.at(index).item : nullptr;
}

QLayoutItem *FieldFlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_fields.size() ? m_fields.takeAt(index).item : nullptr;
}

QSize FieldFlowLayout::sizeHint() const
{
    constexpr int width = maximumColumns * minimumColumnWidth + (maximumColumns - 1) * gap;
    return {width, heightForWidth(width)};
}

QSize FieldFlowLayout::minimumSize() const
{
    return {2 * minimumColumnWidth + gap, 0};
}

bool FieldFlowLayout::hasHeightForWidth() const
{
    return true;
}

int FieldFlowLayout::heightForWidth(int width) const
{
    return arrange(QRect(0, 0, width, 0), false);
}

void FieldFlowLayout::setGeometry(const QRect &rectangle)
{
    QLayout::setGeometry(rectangle);
    arrange(rectangle, true);
}

int FieldFlowLayout::arrange(const QRect &rectangle, bool apply) const
{
    const int columns = columnsFor(rectangle.width());
    const double columnWidth = double(rectangle.width() + gap) / columns;
    int column = 0;
    int top = rectangle.top();
    int rowHeight = 0;
    for (const Field &field : m_fields) {
        if (field.item->isEmpty())
            continue;
        const int span = std::min(field.columns, columns);
        if (column + span > columns) {
            top += rowHeight + rowGap;
            column = rowHeight = 0;
        }
        const int left = rectangle.left() + int(column * columnWidth);
        const int width = int(span * columnWidth) - gap;
        const int height = heightOf(*field.item, width);
        if (apply)
            field.item->setGeometry(QRect(left, top, width, height));
        rowHeight = std::max(rowHeight, height);
        column += span;
    }
    return top + rowHeight - rectangle.top();
}

} // namespace otpscope::ui
