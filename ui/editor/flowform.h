// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/checks/finding.h"
#include "ui/editor/flowhistory.h"
#include "ui/editor/flowplace.h"

#include <QScrollArea>

#include <optional>
#include <vector>

class QToolButton;
class QVBoxLayout;

namespace otpscope::ui {

class FieldWidget;
class FindingLabels;
class StepCard;
class StepPager;

/// The flow as cards, one a step, with what belongs to the flow as a whole under them. Of a flow
/// with many steps a page of them.
class FlowForm final : public QScrollArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FlowForm)

public:
    /// The history must outlive the form.
    FlowForm(FlowHistory &history, QWidget *parent);

    /// Shows the history's draft. Cards follow their steps, so that focus, cursor and what was
    /// unfolded stay with them.
    void showDraft(const std::vector<models::Finding> &findings);
    /// The control after which Tab enters the cards.
    void setTabAnchor(QWidget *anchor) { m_tabAnchor = anchor; }
    /// A document is about to be loaded: its cards begin in one line each, on the first page.
    void beginAnew();
    /// It was loaded: the first step and those with errors open, the others stay in one line.
    void openLoudSteps();
    /// Brings the place into view and gives it the focus.
    void reveal(const FlowPlace &place);
    /// What new steps begin with.
    void setDefaults(const models::FlowDefaults &defaults) { m_defaults = defaults; }
    [[nodiscard]] const models::FlowDefaults &defaults() const { return m_defaults; }
    /// Appends a step and gives it the focus.
    void addStep(models::Channel channel);
    /// Position of the step that had the focus last; the first where none had.
    [[nodiscard]] int currentStep() const;

Q_SIGNALS:
    /// Also where the steps changed around it.
    void currentStepChanged();
    /// The person wants to choose the current step's template from a list.
    void templateWanted();

private:
    void noteFocus(const QWidget *focused);
    void showPage(int first);
    [[nodiscard]] bool showCards();
    void showCommon();
    [[nodiscard]] StepCard *cardFor(int index);
    [[nodiscard]] StepCard *makeCard(int stepId, models::Channel channel);
    void removeCards(const std::vector<StepCard *> &cards);
    StepPager *makePager(const QString &name);
    QWidget *makeFoot();
    void dragCard(const StepCard &card, const QPoint &globalPosition);
    void updateTabOrder();

    FlowHistory &m_history;
    models::FlowDefaults m_defaults;
    std::vector<models::Finding> m_findings;
    /// Those of the page, which begins with step m_first.
    std::vector<StepCard *> m_cards;
    int m_first = 0;
    /// New cards begin in one line.
    bool m_isQuiet = true;
    /// A step was asked for and shall get the focus once there are more steps than this.
    std::optional<int> m_stepsBeforeNew;
    const StepCard *m_current = nullptr;
    QWidget *m_tabAnchor = nullptr;
    FindingLabels *m_problems;
    StepPager *m_pageAbove;
    StepPager *m_pageBelow;
    QVBoxLayout *m_cardLayout;
    QToolButton *m_add;
    FieldWidget *m_callback;
};

} // namespace otpscope::ui
