// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/statusline.h"

#include <QEvent>
#include <QLabel>

namespace otpscope::ui {

StatusLine::StatusLine(QWidget *parent) : QStatusBar(parent)
{
    setSizeGripEnabled(false);
    setContentsMargins(spacing::small, 0, spacing::small, 0);
    addField(Field::Environment, tr("Environment"));
    addField(Field::Receiver, tr("Receiver"));
    addField(Field::Token, tr("Token"));
    addField(Field::Run, tr("Run"));
    addField(Field::Store, tr("Store"));
    connect(&m_pace, &Pace::due, this, &StatusLine::showFields);
}

void StatusLine::setField(Field field, const StatusText &text)
{
    Entry &entry = m_entries[std::size_t(field)];
    if (entry.status == text)
        return;
    entry.status = text;
    entry.isShown = false;
    m_pace.ask();
}

QString StatusLine::fieldText(Field field) const
{
    return m_entries[std::size_t(field)].status.text;
}

void StatusLine::changeEvent(QEvent *event)
{
    QStatusBar::changeEvent(event);
    if (event->type() != QEvent::PaletteChange)
        return;
    for (Entry &entry : m_entries) {
        if (entry.label)
            refresh(entry);
    }
}

void StatusLine::showFields()
{
    for (Entry &entry : m_entries) {
        if (!entry.isShown)
            refresh(entry);
    }
}

void StatusLine::addField(Field field, const QString &name)
{
    auto *label = new QLabel(this);
    label->setAccessibleDescription(name);
    label->setTextFormat(Qt::RichText);
    label->setMargin(spacing::tiny);
    m_entries[std::size_t(field)].label = label;
    if (field == Field::Store)
        addPermanentWidget(label);
    else
        addWidget(label);
}

void StatusLine::refresh(Entry &entry)
{
    entry.isShown = true;
    const QString colour = coloursFor(palette()).tone(entry.status.tone).name();
    entry.label->setVisible(!entry.status.text.isEmpty());
    entry.label->setText(QStringLiteral("<span style='color:%1'>●</span>&nbsp;%2")
                             .arg(colour, entry.status.text.toHtmlEscaped()));
    // Others' words may be in it: shown as they are.
    entry.label->setToolTip(entry.status.tip.isEmpty()
                                ? QString()
                                : QStringLiteral("<span>%1</span>").arg(entry.status.tip.toHtmlEscaped()));
    // The text without its mark-up is what a screen reader says.
    entry.label->setAccessibleName(entry.status.text);
}

} // namespace otpscope::ui
