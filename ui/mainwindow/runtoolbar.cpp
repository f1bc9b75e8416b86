// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/runtoolbar.h"

#include "ui/theme/theme.h"

#include <QAction>
#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>
#include <QWheelEvent>

namespace otpscope::ui {

namespace {

void fill(QComboBox *combo, const std::vector<Choice> &choices)
{
    combo->clear();
    for (const Choice &choice : choices) {
        combo->addItem(choice.title, choice.name);
        combo->setItemData(combo->count() - 1, choice.description, Qt::ToolTipRole);
    }
}

/// Says where flows are sent, which may cost money: while it is closed, neither a letter meant for
/// something else nor the wheel passing by changes it.
class DestinationComboBox final : public QComboBox
{
public:
    using QComboBox::QComboBox;

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        const bool isText = !event->text().isEmpty() && event->text().at(0).isPrint();
        if (isText && event->key() != Qt::Key_Space)
            event->ignore();
        else
            QComboBox::keyPressEvent(event);
    }
    void wheelEvent(QWheelEvent *event) override { event->ignore(); }
};

void choose(QComboBox *combo, const QVariant &data)
{
    const int index = combo->findData(data);
    if (index >= 0)
        combo->setCurrentIndex(index);
}

} // namespace

RunToolBar::RunToolBar(QAction *send, QAction *stop, QWidget *parent)
    : QToolBar(tr("Run"), parent)
{
    setObjectName(QStringLiteral("runToolBar"));
    setMovable(false);
    setFloatable(false);
    m_environment = addCombo(new DestinationComboBox(this), tr("Environment"), 170);
    m_scenario = addCombo(new QComboBox(this), tr("Scenario"), 200);
    m_speed = addCombo(new QComboBox(this), tr("Speed of the service clock"), 84);
    for (const double speed : speeds())
        m_speed->addItem(speedText(speed), speed);
    chooseSpeed(1);

    m_clock = new QLabel(this);
    m_clock->setProperty("look", QStringLiteral("muted"));
    m_clock->setAccessibleDescription(tr("Service clock"));
    m_clockPlace = addWidget(m_clock);
    addStretch();
    QPushButton *sendButton = addButton(send, tr("Send  Ctrl+↵"), "primary");
    QPushButton *stopButton = addButton(stop, tr("Stop  Esc"), "");
    handFocusOver(sendButton, stop, stopButton);
    handFocusOver(stopButton, send, sendButton);

    // activated() comes from people only, currentIndexChanged() from code as well.
    connect(m_environment, &QComboBox::activated, this,
            [this] { Q_EMIT environmentChosen(environment()); });
    connect(m_scenario, &QComboBox::activated, this, [this] {
        m_ownScenario = m_scenario->currentData().toString();
        Q_EMIT scenarioChosen(m_ownScenario);
    });
    connect(m_speed, &QComboBox::activated, this, [this] { Q_EMIT speedChosen(speed()); });
}

void RunToolBar::addClockActions(const QList<QAction *> &actions)
{
    for (QAction *action : actions) {
        auto *button = new QToolButton(this);
        button->setText(action->iconText());
        button->setProperty("look", QStringLiteral("quiet"));
        button->setFocusPolicy(Qt::StrongFocus);
        const QString meaning = QString(action->text()).remove(QLatin1Char('&'));
        button->setAccessibleName(meaning);
        button->setToolTip(meaning + QStringLiteral(" (")
                           + action->shortcut().toString(QKeySequence::NativeText)
                           + QLatin1Char(')'));
        button->setCheckable(action->isCheckable());
        button->setChecked(action->isChecked());
        button->setEnabled(action->isEnabled());
        connect(button, &QToolButton::clicked, action, &QAction::trigger);
        connect(action, &QAction::toggled, button, &QToolButton::setChecked);
        connect(action, &QAction::enabledChanged, button, &QWidget::setEnabled);
        insertWidget(m_clockPlace, button);
    }
}

void RunToolBar::setEnvironments(const std::vector<Choice> &environments, const QString &current)
{
    fill(m_environment, environments);
    chooseEnvironment(current);
}

void RunToolBar::setScenarios(const std::vector<Choice> &scenarios, const QString &current)
{
    fill(m_scenario, scenarios);
    chooseScenario(current);
    Q_EMIT scenariosChanged();
}

void RunToolBar::chooseEnvironment(const QString &name)
{
    choose(m_environment, name);
}

void RunToolBar::chooseScenario(const QString &name)
{
    m_ownScenario = name;
    showScenario();
}

void RunToolBar::setFlowsScenario(const QString &name)
{
    m_flowsScenario = name;
    showScenario();
}

void RunToolBar::showScenario()
{
    const bool isFlows = !m_flowsScenario.isEmpty();
    choose(m_scenario, isFlows ? m_flowsScenario : m_ownScenario);
    m_scenario->setEnabled(m_isSimulated && !isFlows);
    const QString hint = isFlows ? tr("The open flow plays this scenario: its recipient's last "
                                      "digits, or a label, choose it.")
                                 : m_scenario->accessibleName();
    m_scenario->setToolTip(hint);
    m_scenario->setAccessibleDescription(isFlows ? hint : QString());
}

void RunToolBar::chooseSpeed(double speed)
{
    choose(m_speed, speed);
}

void RunToolBar::setSimulatorControls(bool areEnabled)
{
    m_isSimulated = areEnabled;
    showScenario();
    m_speed->setEnabled(areEnabled);
}

void RunToolBar::setRealEnvironment(bool isReal)
{
    m_environment->setProperty("look", isReal ? QStringLiteral("real") : QString());
    m_environment->style()->unpolish(m_environment);
    m_environment->style()->polish(m_environment);
}

void RunToolBar::setServiceClockText(const QString &text)
{
    m_clock->setText(text);
}

QString RunToolBar::environment() const
{
    return m_environment->currentData().toString();
}

QString RunToolBar::scenario() const
{
    return m_ownScenario;
}

double RunToolBar::speed() const
{
    return m_speed->currentData().toDouble();
}

const std::vector<double> &RunToolBar::speeds()
{
    static const std::vector<double> speeds{0, 1, 5, 20, 60, 300, 1000};
    return speeds;
}

QString RunToolBar::speedText(double speed)
{
    return speed > 0 ? tr("× %1").arg(speed) : tr("Frozen");
}

QComboBox *RunToolBar::addCombo(QComboBox *combo, const QString &label, int minimumWidth)
{
    combo->setAccessibleName(label);
    combo->setToolTip(label);
    combo->setMinimumWidth(minimumWidth);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    combo->setFocusPolicy(Qt::StrongFocus);
    addWidget(combo);
    return combo;
}

QPushButton *RunToolBar::addButton(QAction *action, const QString &text, const char *look)
{
    auto *button = new QPushButton(text, this);
    button->setProperty("look", QLatin1String(look));
    button->setAccessibleName(action->iconText());
    button->setToolTip(action->toolTip());
    button->setEnabled(action->isEnabled());
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::enabledChanged, button, &QWidget::setEnabled);
    addWidget(button);
    return button;
}

void RunToolBar::handFocusOver(QPushButton *from, QAction *action, QPushButton *to)
{
    connect(action, &QAction::enabledChanged, to, [from, to](bool isEnabled) {
        if (isEnabled && from->hasFocus())
            to->setFocus(Qt::OtherFocusReason);
    });
}

void RunToolBar::addStretch()
{
    auto *stretch = new QWidget(this);
    stretch->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    addWidget(stretch);
}

} // namespace otpscope::ui
