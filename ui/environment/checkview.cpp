// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/environment/checkview.h"

#include "ui/environment/environmenttexts.h"
#include "ui/theme/theme.h"

#include <QGridLayout>
#include <QLabel>

namespace otpscope::ui {

namespace {

using State = models::CheckStep::State;

struct Mark
{
    QString sign;
    /// Of the style sheet, which follows the theme.
    QString look;
};

Mark markOf(State state)
{
    const QString muted = QStringLiteral("muted");
    switch (state) {
    case State::Waiting:
        return {QStringLiteral("○"), muted};
    case State::Running:
        return {QStringLiteral("…"), muted};
    case State::Passed:
        return {QStringLiteral("✓"), QStringLiteral("verdict-success")};
    case State::Failed:
        return {QStringLiteral("✗"), QStringLiteral("verdict-error")};
    case State::NotNeeded:
        return {QStringLiteral("–"), muted};
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
    while (const QLayoutItem *item = m_layout->takeAt(0)) {
        QWidget *widget = item->widget();
        // The item goes first: it still looks at its widget.
        delete item;
        delete widget;
    }
    int row = 0;
    for (const models::CheckStep &step : check.steps)
        addStep(row++, step);
}

void CheckView::addStep(int row, const models::CheckStep &step)
{
    const Mark mark = markOf(step.state);
    const auto add = [&](int column, const QString &text, const QString &look) {
        auto *label = new QLabel(text, this);
        // Certificates and answers are somebody else's words.
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(column == 2);
        label->setProperty("look", look);
        m_layout->addWidget(label, row, column, Qt::AlignTop);
        return label;
    };
    add(0, mark.sign, mark.look);
    add(1, titleOf(step), QString());
    QLabel *result = add(2, resultOf(step),
                         step.state == State::Failed ? mark.look : QStringLiteral("muted"));
    result->setTextInteractionFlags(Qt::TextSelectableByMouse);
    result->setAccessibleName(titleOf(step) + QStringLiteral(": ") + result->text());
}

} // namespace otpscope::ui
