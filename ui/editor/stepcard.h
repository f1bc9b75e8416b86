// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/checks/finding.h"
#include "ui/editor/flowhistory.h"

#include <QFrame>
#include <QHash>

#include <vector>

class QLabel;
class QToolButton;

namespace otpscope::ui {

class FieldFlowLayout;
class FieldWidget;
class FindingLabels;
class MessagePreview;
class StepHeader;

/// One step of the flow as a card. Shows what the history's draft has and writes edits into it.
/// A card belongs to one step id and channel for its life; its position may change.
class StepCard final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StepCard)

public:
    /// The history must outlive the card.
    StepCard(FlowHistory &history, int stepId, models::Channel channel, QWidget *parent);

    [[nodiscard]] int stepId() const { return m_stepId; }
    [[nodiscard]] models::Channel channel() const { return m_channel; }

    /// `findings`: those about this step.
    void showStep(int index, const std::vector<models::Finding> &findings);
    void setCollapsed(bool isCollapsed);
    [[nodiscard]] bool isCollapsed() const { return m_isCollapsed; }
    /// Unfolds what hides the field and gives it the focus; an empty or foreign name focuses the
    /// first field.
    void focusField(const QString &field);
    /// Every control that takes the focus, in reading order.
    [[nodiscard]] QList<QWidget *> focusOrder() const;

Q_SIGNALS:
    /// The person drags the card; the mouse is there, in screen coordinates.
    void pulledTo(const QPoint &globalPosition);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void addField(const models::FieldRule &rule);
    void addShortcuts();
    void makeUpPin();
    void applyEdit(const FieldWidget &field);
    void updateFields(const models::Json &step);
    void updateFindings();
    void updateHeader(const models::Json &step);
    void updateNotes(const models::Json &step);
    void updateNames();

    FlowHistory &m_history;
    const int m_stepId;
    const models::Channel m_channel;
    int m_index = 0;
    std::vector<models::Finding> m_findings;
    bool m_isCollapsed = false;
    bool m_isUnfolded = false;
    StepHeader *m_header;
    QWidget *m_body;
    FieldFlowLayout *m_grid = nullptr;
    QHash<QString, FieldWidget *> m_fields;
    /// Those shown, in reading order.
    QList<FieldWidget *> m_shown;
    QToolButton *m_more;
    QLabel *m_note;
    FindingLabels *m_problems;
    MessagePreview *m_preview = nullptr;
};

} // namespace otpscope::ui
