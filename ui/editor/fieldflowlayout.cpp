// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/fieldflowlayout.h"

#include "ui/theme/theme.h"

#include <QWidget>

#include <algorithm>
#include <utility>

namespace otpscope::ui {

namespace {

// Columns narrower than this break the hints below a number into too many lines.
constexpr int minimumColumnWidth = 116;
constexpr int maximumColumns = 4;
constexpr int gap = spacing::medium;
constexpr int rowGap = spacing::small;
constexpr int companionWidth = 244;
constexpr int companionGap = spacing::large;
// From here on the companion stands beside the fields and leaves them their four columns.
constexpr int widthForTwo = maximumColumns * minimumColumnWidth + companionGap + companionWidth;

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
    delete m_companion;
}

void FieldFlowLayout::addField(QWidget *field, int columns)
{
    addWidget(field);
    m_fields.last().columns = columns;
}

void FieldFlowLayout::setCompanion(QWidget *companion)
{
    Q_ASSERT(!m_companion);
    addWidget(companion);
    m_companion = m_fields.takeLast().item;
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
    return int(m_fields.size()) + (m_companion ? 1 : 0);
}

QLayoutItem *FieldFlowLayout::itemAt(int index) const
{
    if (index >= 0 && index < m_fields.size())
        return m_fields.at(index).item;
    return index == m_fields.size() ? m_companion : nullptr;
}

QLayoutItem *FieldFlowLayout::takeAt(int index)
{
    if (index >= 0 && index < m_fields.size())
        return m_fields.takeAt(index).item;
    return index == m_fields.size() ? std::exchange(m_companion, nullptr) : nullptr;
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

Qt::Orientations FieldFlowLayout::expandingDirections() const
{
    return Qt::Horizontal;
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
    if (!m_companion || m_companion->isEmpty())
        return arrangeFields(rectangle, apply);
    const bool isBeside = rectangle.width() >= widthForTwo;
    const QRect fields
        = isBeside ? rectangle.adjusted(0, 0, -companionWidth - companionGap, 0) : rectangle;
    const int fieldsHeight = arrangeFields(fields, apply);
    const int width = isBeside ? companionWidth : rectangle.width();
    const int height = heightOf(*m_companion, width);
    const int top = isBeside ? 0 : fieldsHeight + rowGap;
    if (apply)
        m_companion->setGeometry(QRect(rectangle.right() + 1 - width, rectangle.top() + top, width,
                                       height));
    return std::max(fieldsHeight, top + height);
}

QList<FieldFlowLayout::Field> FieldFlowLayout::shownFields() const
{
    QList<Field> shown;
    std::ranges::copy_if(m_fields, std::back_inserter(shown),
                         [](const Field &field) { return !field.item->isEmpty(); });
    return shown;
}

int FieldFlowLayout::arrangeFields(const QRect &rectangle, bool apply) const
{
    const int columns = columnsFor(rectangle.width());
    const double columnWidth = double(rectangle.width() + gap) / columns;
    int column = 0;
    int top = rectangle.top();
    int rowHeight = 0;
    const QList<Field> shown = shownFields();
    for (qsizetype i = 0; i < shown.size(); ++i) {
        const Field &field = shown.at(i);
        int span = std::min(field.columns, columns);
        if (column + span > columns) {
            top += rowHeight + rowGap;
            column = rowHeight = 0;
        }
        // The end of a row belongs to its last field rather than to nobody; short fields that end
        // the form stay short.
        const bool isLast = i + 1 == shown.size();
        const int next = isLast ? columns : std::min(shown.at(i + 1).columns, columns);
        if ((field.columns > 1 || !isLast) && column + span + next > columns)
            span = columns - column;
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
