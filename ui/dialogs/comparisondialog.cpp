// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/comparisondialog.h"

#include "models/text/masking.h"
#include "models/text/sentences.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QRegularExpression>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace otpscope::ui {

namespace {

/// Of one column before it is cut short.
constexpr int mostCharacters = 32;

enum ComparisonColumn {
    WhatColumn,
    FirstColumn,
    SecondColumn,
    DifferenceColumn,
    ComparisonColumnCount,
};

QString timeText(const std::optional<std::chrono::milliseconds> &time)
{
    return time ? models::durationText(*time) : QStringLiteral("–");
}

/// The name of the flow, and under it when it was sent.
QString titleText(QString title)
{
    const qsizetype time = title.lastIndexOf(u' ');
    if (time > 0)
        title[time] = u'\n';
    return title.replace(u'T', u' ');
}

/// Numbers and codes may stand in a payload; what is laid on a table for others is masked. Neither
/// has a decimal point, but every price has.
QString payloadText(const QString &value)
{
    static const QRegularExpression fraction(QStringLiteral(R"(^-?\d{1,9}\.\d{1,9}$)"));
    if (value.isEmpty())
        return QStringLiteral("–");
    return fraction.match(value).hasMatch() ? value : models::maskedWords(value);
}

} // namespace

ComparisonDialog::ComparisonDialog(const models::RunComparison &comparison, QWidget *parent)
    : QDialog(parent)
    , m_comparison(comparison)
    , m_summary(new QLabel(this))
    , m_tree(new QTreeWidget(this))
    , m_withIds(new QCheckBox(tr("Show ids and times of the payloads too"), this))
{
    setWindowTitle(tr("Two runs beside each other"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_tree->setColumnCount(ComparisonColumnCount);
    m_tree->setHeaderLabels({tr("What happened"), titleText(comparison.firstTitle),
                             titleText(comparison.secondTitle), tr("Difference")});
    m_tree->setAccessibleName(tr("Statuses of both runs"));
    m_tree->header()->setAccessibleName(tr("Columns of the comparison"));
    m_tree->setAlternatingRowColors(true);
    m_tree->setUniformRowHeights(true);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_summary);
    layout->addWidget(m_tree, 1);
    layout->addWidget(m_withIds);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    connect(m_withIds, &QCheckBox::toggled, this, &ComparisonDialog::fill);
    resize(fontMetrics().averageCharWidth() * 120, fontMetrics().height() * 26);
    fill();
}

void ComparisonDialog::fill()
{
    m_tree->clear();
    int different = 0;
    for (const models::ComparedStatus &row : m_comparison.statuses) {
        auto *item = new QTreeWidgetItem(m_tree);
        item->setText(WhatColumn, row.subject == models::Subject::Flow
                                      ? tr("Flow: %1").arg(row.status)
                                      : tr("Step %1: %2").arg(row.order).arg(row.status));
        item->setText(FirstColumn, timeText(row.first));
        item->setText(SecondColumn, timeText(row.second));
        int fields = 0;
        for (const models::FieldDifference &field : row.fields) {
            if (field.differsAlways && !m_withIds->isChecked())
                continue;
            ++fields;
            auto *child = new QTreeWidgetItem(item);
            child->setText(WhatColumn, field.pointer);
            child->setText(FirstColumn, payloadText(field.first));
            child->setText(SecondColumn, payloadText(field.second));
        }
        QString difference;
        Tone tone = Tone::Warning;
        if (!row.first) {
            difference = tr("New");
        } else if (!row.second) {
            difference = tr("Missing");
        } else if (row.moved()->count() > 0) {
            difference = tr("%1 later").arg(models::durationText(*row.moved()));
        } else if (row.moved()->count() < 0) {
            difference = tr("%1 earlier").arg(models::durationText(-*row.moved()));
        } else {
            difference = tr("At the same time");
            tone = Tone::Muted;
        }
        if (fields > 0)
            difference += tr(", %n field(s)", nullptr, fields);
        different += fields > 0 || tone != Tone::Muted ? 1 : 0;
        item->setText(DifferenceColumn, difference);
        item->setForeground(DifferenceColumn, coloursFor(palette()).tone(tone));
        item->setExpanded(true);
    }
    m_summary->setText(different == 0
                           ? tr("Nothing differs.")
                           : tr("Statuses that differ: %1 of %2. Times count from each send.")
                                 .arg(different)
                                 .arg(m_comparison.statuses.size()));
    // What differs must be in sight, however long names and values are.
    const int widest = fontMetrics().averageCharWidth() * mostCharacters;
    for (int column = 0; column < ComparisonColumnCount; ++column) {
        m_tree->resizeColumnToContents(column);
        m_tree->setColumnWidth(column, std::min(m_tree->columnWidth(column), widest));
    }
}

} // namespace otpscope::ui
