// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/flow/flow.h"

#include <QString>
#include <QWidget>

class QLabel;

namespace otpscope::ui {

class DragHandle;
class GlyphButton;

/// The head line of a step's card: which attempt it is, its type, and what can be done with it.
class StepHeader final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StepHeader)

public:
    struct Content
    {
        /// Position in the form, 0 first.
        int index = 0;
        int stepCount = 1;
        /// Which attempt it is, 1 first.
        int attempt = 1;
        models::Channel channel = models::Channel::Unknown;
        /// As the body has it.
        QString type;
        /// The step in one line, shown while the card is collapsed.
        QString summary;

        friend bool operator==(const Content &, const Content &) = default;
    };

    explicit StepHeader(QWidget *parent);

    void setContent(const Content &content);
    void setCollapsed(bool isCollapsed);
    /// Where the focus goes when a card has no field to give it to.
    [[nodiscard]] QWidget *foldButton() const;

Q_SIGNALS:
    void collapseToggled();
    void upRequested();
    void downRequested();
    void duplicateRequested();
    void removeRequested();
    void pulledTo(const QPoint &globalPosition);

protected:
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    void updateTexts();

    Content m_content;
    bool m_isCollapsed = false;
    QLabel *m_number;
    QLabel *m_type;
    QLabel *m_note;
    DragHandle *m_handle;
    GlyphButton *m_up;
    GlyphButton *m_down;
    GlyphButton *m_duplicate;
    GlyphButton *m_delete;
    GlyphButton *m_fold;
};

} // namespace otpscope::ui
