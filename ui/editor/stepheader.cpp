// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/stepheader.h"

#include "ui/editor/draghandle.h"
#include "ui/editor/editorstyle.h"
#include "ui/editor/elidedlabel.h"
#include "ui/editor/glyphbutton.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMouseEvent>

namespace otpscope::ui {

namespace {

// For the style sheet.
QString channelKey(models::Channel channel)
{
    switch (channel) {
    case models::Channel::Viber:
        return QStringLiteral("viber");
    case models::Channel::Sms:
        return QStringLiteral("sms");
    case models::Channel::Unknown:
        return QStringLiteral("unknown");
    }
    Q_UNREACHABLE();
}

} // namespace

StepHeader::StepHeader(QWidget *parent)
    : QWidget(parent)
    , m_number(new QLabel(this))
    , m_type(new QLabel(this))
    , m_note(new ElidedLabel(this))
    , m_handle(new DragHandle(this))
    , m_up(new GlyphButton(Glyph::Up, this))
    , m_down(new GlyphButton(Glyph::Down, this))
    , m_duplicate(new GlyphButton(Glyph::Duplicate, this))
    , m_delete(new GlyphButton(Glyph::Delete, this))
    , m_fold(new GlyphButton(Glyph::Fold, this))
{
    m_number->setFont(titleFont(font()));
    m_type->setFont(strongFont(font()));
    m_type->setTextFormat(Qt::PlainText);
    m_note->setProperty("look", QStringLiteral("muted"));

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::small);
    layout->addWidget(m_number);
    layout->addWidget(m_type);
    layout->addWidget(m_note, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(0);
    layout->addLayout(buttons);
    for (QWidget *button : std::initializer_list<QWidget *>{m_handle, m_up, m_down, m_duplicate,
                                                            m_delete, m_fold})
        buttons->addWidget(button);

    connect(m_handle, &DragHandle::pulledTo, this, &StepHeader::pulledTo);
    connect(m_up, &GlyphButton::clicked, this, &StepHeader::upRequested);
    connect(m_down, &GlyphButton::clicked, this, &StepHeader::downRequested);
    connect(m_duplicate, &GlyphButton::clicked, this, &StepHeader::duplicateRequested);
    connect(m_delete, &GlyphButton::clicked, this, &StepHeader::removeRequested);
    connect(m_fold, &GlyphButton::clicked, this, &StepHeader::collapseToggled);
}

void StepHeader::setContent(const Content &content)
{
    if (content == m_content && !m_type->text().isEmpty())
        return;
    m_content = content;
    setLook(*m_number, "channel", channelKey(content.channel));
    m_up->setEnabled(content.index > 0);
    m_down->setEnabled(content.index + 1 < content.stepCount);
    const auto name = [index = content.index](QWidget *widget, const char *part) {
        widget->setObjectName(QStringLiteral("step%1.%2").arg(index).arg(QLatin1String(part)));
    };
    name(m_handle, "handle");
    name(m_up, "up");
    name(m_down, "down");
    name(m_duplicate, "duplicate");
    name(m_delete, "delete");
    name(m_fold, "fold");
    updateTexts();
}

void StepHeader::setCollapsed(bool isCollapsed)
{
    m_isCollapsed = isCollapsed;
    m_fold->setGlyph(isCollapsed ? Glyph::Unfold : Glyph::Fold);
    updateTexts();
}

QWidget *StepHeader::foldButton() const
{
    return m_fold;
}

void StepHeader::updateTexts()
{
    m_number->setText(QString::number(m_content.attempt));
    m_type->setText(m_content.type.isEmpty() ? tr("No type") : m_content.type);
    const QString place = m_content.attempt == 1 ? tr("tried first") : tr("failover");
    m_note->setText(m_isCollapsed ? m_content.summary : place);

    const int position = m_content.index + 1;
    m_handle->setToolTip(tr("Drag to another place"));
    m_up->setMeaning(tr("Move step %1 up (Alt+Up)").arg(position));
    m_down->setMeaning(tr("Move step %1 down (Alt+Down)").arg(position));
    m_duplicate->setMeaning(tr("Duplicate step %1").arg(position));
    m_delete->setMeaning(tr("Delete step %1").arg(position));
    m_fold->setMeaning(m_isCollapsed ? tr("Show the fields of step %1").arg(position)
                                     : tr("Collapse step %1 to one line").arg(position));
}

void StepHeader::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        Q_EMIT collapseToggled();
}

} // namespace otpscope::ui
