// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/verdictbutton.h"

#include "models/items/findingmodel.h"
#include "ui/run/runtexts.h"

#include <QStyle>

namespace otpscope::ui {

namespace {

/// How a verdict of this tone looks: its sign, and the name of its look in the theme.
struct Manner
{
    QString sign;
    QString look;
};

Manner mannerOf(Tone tone)
{
    if (tone == Tone::Success)
        return {QStringLiteral("✓"), QStringLiteral("verdict-success")};
    if (tone == Tone::Warning)
        return {QStringLiteral("▲"), QStringLiteral("verdict-warning")};
    if (tone == Tone::Error)
        return {QStringLiteral("✕"), QStringLiteral("verdict-error")};
    return {QStringLiteral("…"), QStringLiteral("verdict-open")};
}

} // namespace

VerdictButton::VerdictButton(const models::RunModel &run, QWidget *parent)
    : QToolButton(parent)
    , m_run(run)
{
    setFocusPolicy(Qt::TabFocus);
    setToolTip(tr("Show what was found"));
    connect(this, &QToolButton::clicked, this, [this] {
        if (m_failedExpectations > 0)
            Q_EMIT expectationsWanted();
        else
            Q_EMIT findingsWanted();
    });
    connect(&run, &models::RunModel::wasReset, this, &VerdictButton::refresh);
    connect(&run, &models::RunModel::updated, this, &VerdictButton::refresh);
    refresh();
}

void VerdictButton::setFailedExpectations(int count)
{
    m_failedExpectations = count;
    refresh();
}

void VerdictButton::refresh()
{
    const models::RunState &state = m_run.state();
    setVisible(state.counts.send + state.counts.poll + state.counts.webhook > 0);
    const Outcome verdict =
        verdictOf(m_run.findingModel()->findings(), state.isConcluded(), m_failedExpectations);
    if (accessibleName() == verdict.text)
        return;
    const Manner manner = mannerOf(verdict.tone);
    setText(manner.sign + u' ' + verdict.text);
    setAccessibleName(verdict.text);
    setAccessibleDescription(toolTip());
    setProperty("look", manner.look);
    // A style sheet looks at properties only when it is told to.
    style()->unpolish(this);
    style()->polish(this);
}

} // namespace otpscope::ui
