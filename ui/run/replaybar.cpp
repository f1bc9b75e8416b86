// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/replaybar.h"

#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace otpscope::ui {

ReplayBar::ReplayBar(QWidget *parent)
    : QWidget(parent)
    , m_name(new QLabel(this))
    , m_play(new QPushButton(this))
    , m_next(new QPushButton(tr("Next change"), this))
    , m_mark(new QPushButton(tr("To the mark"), this))
    , m_pace(new QComboBox(this))
    , m_pauses(new QCheckBox(tr("Pause at each change"), this))
{
    setAccessibleName(tr("Replay"));
    m_name->setTextFormat(Qt::PlainText);
    m_pace->setAccessibleName(tr("Speed of the replay"));
    m_pace->addItem(tr("At once"), 0.0);
    m_pace->addItem(tr("As it was"), 1.0);
    for (const double pace : {10.0, 60.0, 600.0})
        m_pace->addItem(tr("× %1").arg(pace), pace);
    m_next->setToolTip(tr("Plays up to the next change and pauses there"));
    m_next->setAccessibleName(m_next->text());
    m_mark->setToolTip(tr("Plays up to the mark chosen in the timeline and pauses there"));
    m_mark->setAccessibleName(m_mark->text());
    m_pauses->setAccessibleName(m_pauses->text());
    auto *close = new QPushButton(tr("Close"), this);
    close->setAccessibleName(tr("Close the replay"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(spacing::large, 0, spacing::large, 0);
    layout->setSpacing(spacing::small);
    layout->addWidget(m_name, 1);
    layout->addWidget(m_play);
    layout->addWidget(m_next);
    layout->addWidget(m_mark);
    layout->addWidget(m_pace);
    layout->addWidget(m_pauses);
    layout->addWidget(close);
    connect(m_play, &QPushButton::clicked, this, &ReplayBar::toggle);
    connect(m_next, &QPushButton::clicked, this, &ReplayBar::nextChangeRequested);
    connect(m_mark, &QPushButton::clicked, this, &ReplayBar::markRequested);
    connect(m_pace, &QComboBox::currentIndexChanged, this, [this] { Q_EMIT paceChosen(pace()); });
    connect(m_pauses, &QCheckBox::toggled, this, &ReplayBar::pausesAtChangesChosen);
    connect(close, &QPushButton::clicked, this, &ReplayBar::closeRequested);
    setState(false, false);
    setHasMark(false);
    hide();
}

void ReplayBar::showRun(const QString &name)
{
    m_name->setText(tr("Replay of %1").arg(name));
    show();
}

void ReplayBar::setState(bool isPlaying, bool isAtEnd)
{
    m_isPlaying = isPlaying;
    m_play->setText(isPlaying ? tr("Pause") : isAtEnd ? tr("Play again") : tr("Play"));
    m_play->setAccessibleName(m_play->text());
    m_next->setEnabled(!isAtEnd);
}

void ReplayBar::setHasMark(bool hasMark)
{
    m_mark->setEnabled(hasMark);
}

double ReplayBar::pace() const
{
    return m_pace->currentData().toDouble();
}

void ReplayBar::toggle()
{
    if (m_isPlaying)
        Q_EMIT pauseRequested();
    else
        Q_EMIT playRequested();
}

} // namespace otpscope::ui
