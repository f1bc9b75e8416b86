// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/mainwindow/choice.h"

#include <QList>
#include <QToolBar>

#include <vector>

class QAction;
class QComboBox;
class QLabel;
class QPushButton;

namespace otpscope::ui {

/// Where to send, what the simulator does, how fast its clock runs; Send and Stop.
class RunToolBar final : public QToolBar
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunToolBar)

public:
    /// The buttons trigger the actions and follow their being enabled.
    RunToolBar(QAction *send, QAction *stop, QWidget *parent = nullptr);

    /// Puts a small button for each, with its icon text as the sign, before the service clock. Once.
    void addClockActions(const QList<QAction *> &actions);

    void setEnvironments(const std::vector<Choice> &environments, const QString &current);
    void setScenarios(const std::vector<Choice> &scenarios, const QString &current);
    void chooseEnvironment(const QString &name);
    void chooseScenario(const QString &name);
    /// The scenario that the open flow chooses by itself is shown instead of the one chosen here,
    /// which comes back with an empty name.
    void setFlowsScenario(const QString &name);
    void chooseSpeed(double speed);
    /// A real service has a colour of its own; the words say it too.
    void setRealEnvironment(bool isReal);
    /// Scenario and speed mean something for the simulator only.
    void setSimulatorControls(bool areEnabled);
    void setServiceClockText(const QString &text);

    [[nodiscard]] QString environment() const;
    /// What is chosen here, though the flow may choose another one.
    [[nodiscard]] QString scenario() const;
    [[nodiscard]] double speed() const;

    /// 0 is frozen.
    [[nodiscard]] static const std::vector<double> &speeds();
    [[nodiscard]] static QString speedText(double speed);

Q_SIGNALS:
    /// By a person, not by the functions above.
    void environmentChosen(const QString &name);
    void scenarioChosen(const QString &name);
    /// Other scenarios to choose from.
    void scenariosChanged();
    void speedChosen(double speed);

private:
    QComboBox *addCombo(QComboBox *combo, const QString &label, int minimumWidth);
    QPushButton *addButton(QAction *action, const QString &text, const char *look);
    /// Where only one of two buttons is ever enabled, the keyboard stays with them: else the focus
    /// would go to whatever comes next, and Space would do something else. `action` is that of `to`.
    void handFocusOver(QPushButton *from, QAction *action, QPushButton *to);
    void addStretch();
    void showScenario();

    QComboBox *m_environment = nullptr;
    QComboBox *m_scenario = nullptr;
    /// What was chosen here, whatever the flow chooses.
    QString m_ownScenario;
    QString m_flowsScenario;
    bool m_isSimulated = true;
    QComboBox *m_speed = nullptr;
    QLabel *m_clock = nullptr;
    QAction *m_clockPlace = nullptr;
};

} // namespace otpscope::ui
