// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/problemlist.h"

#include "ui/editor/fieldlabels.h"
#include "ui/editor/findinglabels.h"
#include "ui/editor/flowplace.h"
#include "ui/theme/theme.h"

#include <algorithm>
#include <span>

namespace otpscope::ui {

using models::Finding;
using models::Severity;

namespace {

// More rows than this scroll.
constexpr int maximumRows = 6;
// Nobody reads more, and each takes its time to lay out.
constexpr size_t listedAtMost = 500;

QString placeText(const FlowPlace &place)
{
    if (!place.step)
        return place.field.isEmpty() ? ProblemList::tr("Flow") : fieldLabel(place.field);
    const QString step = ProblemList::tr("Step %1").arg(*place.step + 1);
    return place.field.isEmpty() ? step
                                 : QStringLiteral("%1 · %2").arg(step, fieldLabel(place.field));
}

} // namespace

ProblemList::ProblemList(QWidget *parent)
    : QListWidget(parent)
{
    setWordWrap(true);
    setTextElideMode(Qt::ElideNone);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    setAccessibleName(tr("Problems of this flow"));
    // A click and Return both mean "go there"; itemActivated alone depends on the desktop.
    connect(this, &QListWidget::itemClicked, this,
            [this](QListWidgetItem *item) { Q_EMIT problemChosen(row(item)); });
    connect(this, &QListWidget::itemActivated, this,
            [this](QListWidgetItem *item) { Q_EMIT problemChosen(row(item)); });
}

void ProblemList::setFindings(const std::vector<Finding> &findings)
{
    const int selected = currentRow();
    clear();
    const Colours &colours = coloursFor(palette());
    for (const Finding &finding :
         std::span(findings).first(std::min(findings.size(), listedAtMost))) {
        //: %1 a place such as "Step 1 · Pin", %2 "Error", "Warning" or "Hint", %3 a sentence
        auto *item =
            new QListWidgetItem(tr("%1 · %2: %3")
                                    .arg(placeText(placeOf(finding.pointer)),
                                         severityName(finding.severity), sentenceInPlace(finding)),
                                this);
        item->setForeground(colours.tone(toneOf(finding.severity)));
    }
    if (findings.size() > listedAtMost) {
        const auto more = int(findings.size() - listedAtMost);
        auto *item = new QListWidgetItem(tr("and %n more", nullptr, more), this);
        item->setFlags(Qt::NoItemFlags);
    }
    setCurrentRow(std::min(selected, count() - 1));
    updateGeometry();
}

QSize ProblemList::sizeHint() const
{
    int height = 2 * frameWidth() + spacing::tiny;
    for (int row = 0; row < std::min(count(), maximumRows); ++row)
        height += sizeHintForRow(row);
    return {QListWidget::sizeHint().width(), height};
}

QSize ProblemList::minimumSizeHint() const
{
    return {0, sizeHint().height()};
}

QString problemSummary(const std::vector<Finding> &findings)
{
    const auto countOf = [&findings](Severity severity) {
        return int(std::ranges::count(findings, severity, &Finding::severity));
    };
    QStringList parts;
    if (const int errors = countOf(Severity::Error))
        parts.append(ProblemList::tr("%n error(s)", nullptr, errors));
    if (const int warnings = countOf(Severity::Warning))
        parts.append(ProblemList::tr("%n warning(s)", nullptr, warnings));
    if (const int hints = countOf(Severity::Info))
        parts.append(ProblemList::tr("%n hint(s)", nullptr, hints));
    return parts.isEmpty() ? ProblemList::tr("No problems") : parts.join(QLatin1String(", "));
}

} // namespace otpscope::ui
