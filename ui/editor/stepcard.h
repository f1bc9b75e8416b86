// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/checks/finding.h"
#include "ui/editor/flowhistory.h"

#include <QFrame>
#include <QHash>

#include <memory>
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
/// A card belongs to one step id and channel for its life; its position may change. Its fields are
/// made when it is opened for the first time, so that a long flow costs no more than its heads.
class StepCard final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StepCard)

public:
    /// The history must outlive the card. A new card is collapsed and shows no step yet.
    StepCard(FlowHistory &history, int stepId, models::Channel channel, QWidget *parent);

    [[nodiscard]] int stepId() const { return m_stepId; }
    [[nodiscard]] models::Channel channel() const { return m_channel; }

    /// `findings`: those about this step. Costs next to nothing where nothing of it changed.
    void showStep(int index, const std::vector<models::Finding> &findings);
    void setCollapsed(bool isCollapsed);
    [[nodiscard]] bool isCollapsed() const { return m_isCollapsed; }
    /// Unfolds what hides the field and gives it the focus; an empty or foreign name focuses the
    /// first field.
    void focusField(const QString &field);
    void focusHead();
    /// Every control that takes the focus, in reading order.
    [[nodiscard]] QList<QWidget *> focusOrder() const;

Q_SIGNALS:
    /// focusOrder() has controls it did not have before.
    void fieldsMade();
    /// The person drags the card; the mouse is there, in screen coordinates.
    void pulledTo(const QPoint &globalPosition);
    /// The person wants to choose this step's template from a list.
    void templateWanted();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    /// What decides on the head beside the step itself.
    struct Place
    {
        int index = 0;
        int stepCount = 0;
        int attempt = 0;

        friend bool operator==(const Place &, const Place &) = default;
    };

    [[nodiscard]] bool isOnShow(const Place &place,
                                const std::vector<models::Finding> &findings) const;
    void makeBody();
    void makeFields();
    void refresh();
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
    const std::vector<const models::FieldRule *> m_rules;
    int m_index = 0;
    /// What is on show; the document, and its resolved form, are shared with the history.
    Place m_place;
    std::vector<models::Finding> m_findings;
    models::FlowDocument m_document;
    std::shared_ptr<const models::Json> m_resolved;
    bool m_isCollapsed = true;
    bool m_isUnfolded = false;
    StepHeader *m_header;
    /// With all in it made when first opened.
    QWidget *m_body = nullptr;
    FieldFlowLayout *m_grid = nullptr;
    QHash<QString, FieldWidget *> m_fields;
    /// Those shown, in reading order.
    QList<FieldWidget *> m_shown;
    QToolButton *m_more = nullptr;
    QLabel *m_note = nullptr;
    FindingLabels *m_problems;
    MessagePreview *m_preview = nullptr;
};

} // namespace otpscope::ui
