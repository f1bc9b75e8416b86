// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/environment/checkview.h"

#include "ui/environment/environmenttexts.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>

namespace otpscope::ui {

namespace {

using State = models::CheckStep::State;

struct Mark
{
    QString sign;
    Tone tone = Tone::Muted;
};

Mark markOf(State state)
{
    switch (state) {
    case State::Waiting:
        return {QStringLiteral("○"), Tone::Muted};
    case State::Running:
        return {QStringLiteral("…"), Tone::Running};
    case State::Passed:
        return {QStringLiteral("✓"), Tone::Success};
    case State::Failed:
        return {QStringLiteral("✗"), Tone::Error};
    case State::NotNeeded:
        return {QStringLiteral("–"), Tone::Muted};
    }
    Q_UNREACHABLE();
}

} // namespace

CheckView::CheckView(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QGridLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setColumnStretch(2, 1);
    m_layout->setHorizontalSpacing(spacing::small);
    m_layout->setVerticalSpacing(spacing::tiny);
}

void CheckView::setCheck(const models::ConnectionCheck &check)
{
    m_check = check;
    showSteps();
}

void CheckView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showSteps();
}

void CheckView::showSteps()
{
    while (const QLayoutItem *item = m_layout->takeAt(0)) {
        QWidget *widget = item->widget();
        // The item goes first: it still looks at its widget.
        delete item;
        delete widget;
    }
    int row = 0;
    for (const models::CheckStep &step : m_check.steps)
        addStep(row++, step);
}

void CheckView::addStep(int row, const models::CheckStep &step)
{
    const Mark mark = markOf(step.state);
    const auto add = [&](int column, const QString &text, Tone tone) {
        auto *label = new QLabel(text, this);
        // Certificates and answers are somebody else's words.
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(column == 2);
        QPalette colours = label->palette();
        colours.setColor(QPalette::WindowText, coloursFor(palette()).tone(tone));
        label->setPalette(colours);
        m_layout->addWidget(label, row, column, Qt::AlignTop);
        return label;
    };
    add(0, mark.sign, mark.tone);
    add(1, titleOf(step), Tone::Neutral);
    QLabel *result =
        add(2, resultOf(step), step.state == State::Failed ? Tone::Error : Tone::Muted);
    result->setTextInteractionFlags(Qt::TextSelectableByMouse);
    result->setAccessibleName(titleOf(step) + QStringLiteral(": ") + result->text());
}

} // namespace otpscope::ui
