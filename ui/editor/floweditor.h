// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/catalogue.h"
#include "models/checks/finding.h"
#include "models/environment/accountanswers.h"
#include "models/environment/environment.h"
#include "models/flow/flowdocument.h"
#include "models/flow/variables.h"

#include <QWidget>

#include <vector>

class QAction;
class QCheckBox;
class QFrame;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTabBar;
class QToolButton;

namespace otpscope::ui {

class FlowActions;
class FlowForm;
class FlowHistory;
class JsonPage;
class FlowReviewer;
class ProblemList;
struct FlowReview;

/// The flow under edit: as a form and as JSON, with every problem at its field. GUI thread.
class FlowEditor final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FlowEditor)

public:
    /// The catalogue must outlive the editor.
    explicit FlowEditor(const models::Catalogue &catalogue, QWidget *parent = nullptr);

    /// Begins with this document; nothing is left to undo. Emits both signals.
    void setDocument(const models::FlowDocument &document, const QString &title);
    /// The last state that was a flow document; see hasBrokenText().
    [[nodiscard]] const models::FlowDocument &document() const;
    [[nodiscard]] QString title() const;
    /// What the person sees under JSON: the flow's text, or one that is no flow.
    [[nodiscard]] QByteArray text() const;
    /// Goes on with unsaved work: one undo returns to the document before it. A text that is no
    /// flow stands under JSON then.
    void continueWith(const QByteArray &text);
    /// What the checks say about document(), in its order; see isChecking().
    [[nodiscard]] const std::vector<models::Finding> &findings() const { return m_findings; }
    /// The flow is long, and what was done to it last is not in document() or findings() yet.
    [[nodiscard]] bool isChecking() const;
    /// What the variables become: shown, checked, and to be sent. Changes no document.
    void setVariables(const models::VariableValues &values);
    [[nodiscard]] const models::VariableValues &variables() const { return m_variables; }
    /// What steps that are added from now on begin with; changes no document.
    void setDefaults(const models::FlowDefaults &defaults);
    [[nodiscard]] const models::FlowDefaults &defaults() const;
    /// The step that useTemplate() would change, for people: the Viber step that had the focus last,
    /// or else the first. Empty where there is none.
    [[nodiscard]] QString templatePlace() const;
    void useTemplate(const models::OtpTemplate &chosen);
    /// The person wants this flow sent although the checks find errors. setDocument takes it back.
    [[nodiscard]] bool isSentAsIs() const;
    void setSentAsIs(bool isSentAsIs);
    /// What the service said about this very document, at the fields it named: beside findings(),
    /// until the next edit. It stops nothing.
    void showServiceFindings(const std::vector<models::Finding> &findings);
    /// The JSON under edit is no flow right now, so that document() is not what the person sees.
    [[nodiscard]] bool hasBrokenText() const;

    /// Undo and redo with their texts and keys, for an Edit menu. The editor owns them.
    [[nodiscard]] QList<QAction *> editActions() const { return m_editActions; }
    /// What can be done to steps, for a Flow menu. The editor owns them.
    [[nodiscard]] const QList<QAction *> &flowActions() const;
    /// A further page beside "Form" and "JSON". The editor takes it over.
    void addPage(QWidget *page, const QString &name);
    /// Shows the first error or, without one, the first other problem, and focuses its field.
    void showMistake();
    void layOutText();
    void showFirstProblem();

Q_SIGNALS:
    void documentChanged();
    /// The text under JSON was edited, whether it is a flow or not.
    void textEdited();
    /// Also when hasBrokenText() or isChecking() changed.
    void findingsChanged();
    void sentAsIsChanged();
    /// The person wants to choose the template of templatePlace() from a list.
    void templateWanted();

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void updateStyle();
    QWidget *makeHeader();
    QWidget *makeBanner();
    void makeEditActions();
    void showPage(int index);
    void refresh();
    QWidget *makeProblems();
    void check();
    void takeReview(const FlowReview &review);
    void showFindings();
    void updateProblems();
    void updateSummary();
    void updateList();
    void updateRepair();
    void repairChosen();
    void showProblem(int index);
    void showBrokenText();

    [[nodiscard]] std::optional<int> viberStep() const;

    FlowHistory *m_history;
    FlowReviewer *m_reviewer;
    models::VariableValues m_variables;
    /// The ids of the steps that m_findings are about.
    std::vector<int> m_checkedSteps;
    std::vector<models::Finding> m_findings;
    /// m_findings with those of the service behind them.
    std::vector<models::Finding> m_shownFindings;
    QList<QAction *> m_editActions;
    QLabel *m_title;
    QToolButton *m_summary;
    QToolButton *m_listToggle;
    QTabBar *m_tabs;
    QCheckBox *m_asIs;
    QWidget *m_problemPanel;
    ProblemList *m_problems;
    QPushButton *m_repair;
    QFrame *m_banner;
    QLabel *m_bannerText;
    QStackedWidget *m_pages;
    FlowForm *m_form;
    JsonPage *m_json;
    FlowActions *m_flowActions;
};

} // namespace otpscope::ui
