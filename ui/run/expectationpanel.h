// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/expect/expectations.h"
#include "models/items/runmodel.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;

namespace otpscope::ui {

/// What a person demands of a run, each demand with what the run on show makes of it. Filled from a
/// run or from a file; the wiring reads and writes the file. GUI thread.
class ExpectationPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExpectationPanel)

public:
    /// `run` must outlive it.
    explicit ExpectationPanel(const models::RunModel &run, QWidget *parent = nullptr);

    [[nodiscard]] const models::Expectations &expectations() const { return m_expectations; }
    [[nodiscard]] const QString &name() const { return m_name; }
    /// `name` is the file's, for people; empty where there is none yet.
    void setExpectations(const models::Expectations &expectations, const QString &name);
    /// In place, until the next thing is done; what was demanded before stays.
    void showProblem(const QString &sentence);
    /// How many the run on show is known not to meet.
    [[nodiscard]] int failed() const { return m_failed; }

Q_SIGNALS:
    void failedChanged(int failed);
    void openRequested();
    void saveRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QPushButton *addButton(const QString &text, void (ExpectationPanel::*act)());
    void enableButtons();
    void takeFromRun();
    void editChosen();
    void removeChosen();
    void refresh();
    void showVerdicts(const std::vector<models::CheckedExpectation> &checked);

    const models::RunModel &m_run;
    models::Expectations m_expectations;
    QString m_name;
    QString m_problem;
    int m_failed = 0;
    QLabel *m_summary = nullptr;
    QListWidget *m_list = nullptr;
    QPushButton *m_fill = nullptr;
    QPushButton *m_open = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_edit = nullptr;
    QPushButton *m_remove = nullptr;
};

} // namespace otpscope::ui
