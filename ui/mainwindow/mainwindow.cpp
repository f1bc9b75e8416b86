// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/mainwindow.h"

#include "ui/accessibility/comboboxaccessible.h"
#include "models/items/runmodel.h"
#include "ui/handset/handsetview.h"
#include "ui/inspector/inspector.h"
#include "ui/library/librarypanel.h"
#include "ui/mainwindow/messagebar.h"
#include "ui/mainwindow/runtoolbar.h"
#include "ui/run/runtexts.h"
#include "ui/run/expectationpanel.h"
#include "ui/run/runview.h"
#include "ui/simulator/simulatoractions.h"
#include "ui/simulator/simulatorpanel.h"

#include <QActionGroup>
#include <QCloseEvent>
#include <QDockWidget>
#include <QKeyEvent>
#include <QMenu>
#include <QMenuBar>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace otpscope::ui {

namespace {

constexpr int layoutVersion = 1;
constexpr int clockMs = 250;

QDockWidget *makeDock(const QString &title, const char *name, QWidget *content, QMainWindow *window)
{
    auto *dock = new QDockWidget(title, window);
    dock->setObjectName(QLatin1String(name));
    dock->setAccessibleName(title);
    dock->setWidget(content);
    return dock;
}

QAction *addChoice(QActionGroup *group, QMenu *menu, const QString &title, const QVariant &data)
{
    auto *action = new QAction(title, group);
    action->setCheckable(true);
    action->setData(data);
    menu->addAction(action);
    return action;
}

/// As it is read, without the mark of its key.
QString plain(QString text)
{
    return text.remove(u'&').remove(u'…');
}

/// "Open Ctrl+O": what in this menu and in those below it has a key.
QStringList keysIn(const QMenu &menu)
{
    QStringList keys;
    for (const QAction *action : menu.actions()) {
        if (action->menu())
            keys += keysIn(*action->menu());
        else if (!action->shortcut().isEmpty())
            keys += plain(action->text()) + u' ' +
                    action->shortcut().toString(QKeySequence::NativeText);
    }
    return keys;
}

void check(const QActionGroup *group, const QVariant &data)
{
    for (QAction *action : group->actions())
        action->setChecked(action->data() == data);
}

} // namespace

MainWindow::MainWindow(const WindowModels &models, QWidget *parent)
    : QMainWindow(parent), m_run(models.run), m_clock(models.clock)
{
    installComboBoxAccessibility();
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(tr("OtpScope"));
    setDockOptions(AnimatedDocks | AllowNestedDocks | AllowTabbedDocks);
    // The side panels go down to the status line, the run takes the middle.
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    makeActions();
    m_toolBar = new RunToolBar(m_send, m_stop, this);
    m_clockActions = new SimulatorActions(this);
    m_toolBar->addClockActions(m_clockActions->toolBarActions());
    addToolBar(m_toolBar);
    makeCentre(models);
    makeDocks(models);
    makeMenus();
    m_status = new StatusLine(this);
    setStatusBar(m_status);

    connect(m_toolBar, &RunToolBar::environmentChosen, this, &MainWindow::environmentChosen);
    connect(m_toolBar, &RunToolBar::scenarioChosen, this, [this](const QString &name) {
        check(m_scenarioActions, name);
        Q_EMIT scenarioChosen(name);
    });
    connect(m_toolBar, &RunToolBar::speedChosen, this, [this](double speed) {
        check(m_speedActions, speed);
        m_clockActions->setSpeed(speed);
        Q_EMIT speedChosen(speed);
    });
    connect(m_clockActions, &SimulatorActions::pausedChanged, this,
            &MainWindow::refreshServiceClock);
    m_clockTimer.setInterval(clockMs);
    connect(&m_clockTimer, &QTimer::timeout, this, &MainWindow::refreshServiceClock);
    connect(&models.run, &models::RunModel::updated, this, &MainWindow::refreshServiceClock);
    resize(1440, 900);
}

void MainWindow::setEditor(QWidget *editor)
{
    m_editor = editor;
    m_centre->insertWidget(0, editor);
    m_centre->setStretchFactor(0, 1);
    m_centre->setStretchFactor(1, 1);
    m_centre->setSizes({400, 420});
}

void MainWindow::focusEditor()
{
    if (m_editor)
        m_editor->setFocus(Qt::OtherFocusReason);
}

void MainWindow::addNotice(QWidget *notice)
{
    // Behind the messages.
    static_cast<QVBoxLayout *>(centralWidget()->layout())->insertWidget(1, notice);
}

void MainWindow::addEditActions(const QList<QAction *> &actions)
{
    m_editMenu->addActions(actions);
    m_editMenu->menuAction()->setVisible(!m_editMenu->isEmpty());
}

void MainWindow::addFlowActions(const QList<QAction *> &actions)
{
    m_flowMenu->addActions(actions);
    m_flowMenu->menuAction()->setVisible(!m_flowMenu->isEmpty());
}

void MainWindow::addRunActions(const QList<QAction *> &actions)
{
    m_runMenu->addSeparator();
    m_runMenu->addActions(actions);
}

void MainWindow::addFileActions(const QList<QAction *> &actions)
{
    m_fileMenu->insertActions(m_save, actions);
}

void MainWindow::setEnvironments(const std::vector<Choice> &environments, const QString &current)
{
    m_toolBar->setEnvironments(environments, current);
}

void MainWindow::setScenarios(const std::vector<Choice> &scenarios, const QString &current)
{
    m_toolBar->setScenarios(scenarios, current);
    m_scenarioMenu->clear();
    qDeleteAll(m_scenarioActions->actions());
    for (const Choice &scenario : scenarios) {
        QAction *action =
            addChoice(m_scenarioActions, m_scenarioMenu, scenario.title, scenario.name);
        action->setToolTip(scenario.description);
    }
    check(m_scenarioActions, current);
}

void MainWindow::setSpeed(double speed)
{
    m_toolBar->chooseSpeed(speed);
    check(m_speedActions, speed);
    m_clockActions->setSpeed(speed);
}

void MainWindow::setTheme(ThemeChoice choice)
{
    check(m_themeActions, int(choice));
}

void MainWindow::setFlowTitle(const QString &key, const QString &title, bool isChanged)
{
    setWindowTitle(tr("%1[*] – OtpScope").arg(title));
    setWindowModified(isChanged);
    m_library->selectFlow(key);
}

void MainWindow::offerFlowUndo(const QString &title)
{
    m_library->offerUndo(title);
}

void MainWindow::setRunning(bool isRunning)
{
    // Enabled first, so that the keyboard's focus has where to go.
    (isRunning ? m_stop : m_send)->setEnabled(true);
    (isRunning ? m_send : m_stop)->setEnabled(false);
    setFollowed(isRunning);
}

void MainWindow::setFollowed(bool isFollowed)
{
    m_runView->setFollowed(isFollowed);
    if (isFollowed)
        m_clockTimer.start();
    else
        m_clockTimer.stop();
    refreshServiceClock();
}

void MainWindow::setRunDocument(const models::FlowDocument &document)
{
    m_handset->setDocument(document);
    m_inspector->showNothing();
    m_details->setCurrentWidget(m_handset);
}

void MainWindow::showObservation(const models::Observation &observation,
                                 const std::optional<models::Observation> &before)
{
    m_inspector->showObservation(observation, before);
    m_details->setCurrentWidget(m_inspector);
}

void MainWindow::setStatus(StatusLine::Field field, const StatusText &text)
{
    m_status->setField(field, text);
}

void MainWindow::showMessage(const QString &topic, models::Severity severity, const QString &text)
{
    if (text.isEmpty())
        m_messages->clearMessage(topic);
    else
        m_messages->showMessage(topic, severity, text);
}

void MainWindow::showChoice(const QString &topic, models::Severity severity, const QString &text,
                            const QStringList &choices)
{
    m_messages->showMessage(topic, severity, text, choices);
}

WindowLayout MainWindow::windowLayout() const
{
    return {saveGeometry(), saveState(layoutVersion), m_centre->saveState()};
}

void MainWindow::restoreWindowLayout(const WindowLayout &layout)
{
    if (!layout.geometry.isEmpty())
        restoreGeometry(layout.geometry);
    if (!layout.docks.isEmpty())
        restoreState(layout.docks, layoutVersion);
    if (!layout.splitter.isEmpty())
        m_centre->restoreState(layout.splitter);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    Q_EMIT closing();
    event->accept();
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    // Qt would give the keyboard to the first control there is, which says where flows are sent.
    const bool isNowhere = !focusWidget() || !focusWidget()->isVisible();
    if (event->type() == QEvent::ActivationChange && isActiveWindow() && isNowhere)
        focusEditor();
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    // Nobody else took it.
    if (event->key() == Qt::Key_Escape && m_messages->isVisible())
        m_messages->closeShown();
    else
        QMainWindow::keyPressEvent(event);
}

void MainWindow::makeActions()
{
    m_new = new QAction(tr("&New flow"), this);
    m_new->setShortcut(QKeySequence::New);
    m_open = new QAction(tr("&Open…"), this);
    m_open->setShortcut(QKeySequence::Open);
    m_save = new QAction(tr("&Save"), this);
    m_save->setShortcut(QKeySequence::Save);
    m_saveAs = new QAction(tr("Save &as…"), this);
    m_saveAs->setShortcut(QKeySequence(QStringLiteral("Ctrl+Shift+S")));
    m_libraryFolder = new QAction(tr("&Folder of your flows…"), this);
    m_quit = new QAction(tr("&Quit"), this);
    m_quit->setShortcut(QKeySequence(QStringLiteral("Ctrl+Q")));
    m_send = new QAction(tr("&Send"), this);
    m_send->setShortcuts({QKeySequence(QStringLiteral("Ctrl+Return")),
                          QKeySequence(QStringLiteral("Ctrl+Enter"))});
    m_send->setToolTip(tr("Send the flow and follow it (Ctrl+Enter)"));
    m_stop = new QAction(tr("S&top"), this);
    m_stop->setShortcut(QKeySequence(Qt::Key_Escape));
    m_stop->setToolTip(tr("Stop following the run; what was sent stays sent (Esc)"));
    m_stop->setEnabled(false);
    connect(m_new, &QAction::triggered, this, &MainWindow::newRequested);
    connect(m_open, &QAction::triggered, this, &MainWindow::openRequested);
    connect(m_save, &QAction::triggered, this, &MainWindow::saveRequested);
    connect(m_saveAs, &QAction::triggered, this, &MainWindow::saveAsRequested);
    connect(m_libraryFolder, &QAction::triggered, this, &MainWindow::libraryFolderWanted);
    connect(m_quit, &QAction::triggered, this, &QWidget::close);
    connect(m_send, &QAction::triggered, this, &MainWindow::sendRequested);
    connect(m_stop, &QAction::triggered, this, &MainWindow::stopRequested);
}

void MainWindow::makeMenus()
{
    m_fileMenu = menuBar()->addMenu(tr("&File"));
    m_fileMenu->addActions({m_new, m_open, m_save, m_saveAs});
    m_fileMenu->addSeparator();
    m_fileMenu->addAction(m_libraryFolder);
    m_fileMenu->addSeparator();
    m_fileMenu->addAction(m_quit);
    m_editMenu = menuBar()->addMenu(tr("&Edit"));
    m_editMenu->menuAction()->setVisible(false);
    m_flowMenu = menuBar()->addMenu(tr("F&low"));
    m_flowMenu->menuAction()->setVisible(false);
    m_runMenu = menuBar()->addMenu(tr("&Run"));
    m_runMenu->addActions({m_send, m_stop});
    m_viewMenu = menuBar()->addMenu(tr("&View"));
    for (QDockWidget *dock : findChildren<QDockWidget *>()) {
        m_viewMenu->addAction(dock->toggleViewAction());
        // In front of the one it shares its place with.
        connect(dock->toggleViewAction(), &QAction::triggered, dock, [dock](bool isShown) {
            if (isShown)
                dock->raise();
        });
    }
    m_viewMenu->addSeparator();
    makeThemeMenu(m_viewMenu);

    QMenu *simulator = menuBar()->addMenu(tr("&Simulator"));
    m_scenarioMenu = simulator->addMenu(tr("S&cenario"));
    m_scenarioMenu->setToolTipsVisible(true);
    m_scenarioActions = new QActionGroup(this);
    connect(m_scenarioActions, &QActionGroup::triggered, this, [this](const QAction *action) {
        m_toolBar->chooseScenario(action->data().toString());
        Q_EMIT scenarioChosen(action->data().toString());
    });
    m_speedMenu = simulator->addMenu(tr("S&peed"));
    m_speedActions = new QActionGroup(this);
    for (const double speed : RunToolBar::speeds())
        addChoice(m_speedActions, m_speedMenu, RunToolBar::speedText(speed), speed);
    connect(m_speedActions, &QActionGroup::triggered, this, [this](const QAction *action) {
        m_toolBar->chooseSpeed(action->data().toDouble());
        m_clockActions->setSpeed(action->data().toDouble());
        Q_EMIT speedChosen(action->data().toDouble());
    });

    simulator->addSeparator();
    simulator->addActions(m_clockActions->all());
    simulator->addSeparator();
    simulator->addAction(findChild<QDockWidget *>(QStringLiteral("simulatorDock"))->toggleViewAction());

    QMenu *help = menuBar()->addMenu(tr("&Help"));
    auto *keys = new QAction(tr("&Keys"), this);
    keys->setShortcut(QKeySequence::HelpContents);
    auto *about = new QAction(tr("&About OtpScope"), this);
    help->addActions({keys, about});
    connect(keys, &QAction::triggered, this, &MainWindow::sayHowKeysWork);
    connect(about, &QAction::triggered, this, &MainWindow::sayWhatThisIs);
}

void MainWindow::makeThemeMenu(QMenu *view)
{
    QMenu *menu = view->addMenu(tr("&Theme"));
    m_themeActions = new QActionGroup(this);
    addChoice(m_themeActions, menu, tr("As the &system"), int(ThemeChoice::System));
    addChoice(m_themeActions, menu, tr("&Light"), int(ThemeChoice::Light));
    addChoice(m_themeActions, menu, tr("&Dark"), int(ThemeChoice::Dark));
    connect(m_themeActions, &QActionGroup::triggered, this, [this](const QAction *action) {
        Q_EMIT themeChosen(ThemeChoice(action->data().toInt()));
    });
}

void MainWindow::makeCentre(const WindowModels &models)
{
    m_messages = new MessageBar(this);
    connect(m_messages, &MessageBar::choiceMade, this, &MainWindow::messageChoiceMade);
    m_runView = new RunView(models.run, models.catalogue, models.clock, this);
    connect(m_runView, &RunView::observationChosen, this, &MainWindow::observationWanted);

    m_centre = new QSplitter(Qt::Vertical, this);
    m_centre->setChildrenCollapsible(false);
    m_centre->setHandleWidth(spacing::small);
    m_centre->addWidget(m_runView);

    auto *centre = new QWidget(this);
    auto *layout = new QVBoxLayout(centre);
    layout->setContentsMargins(spacing::medium, spacing::medium, spacing::medium, spacing::small);
    layout->setSpacing(spacing::small);
    layout->addWidget(m_messages);
    layout->addWidget(m_centre, 1);
    setCentralWidget(centre);
}

void MainWindow::makeDocks(const WindowModels &models)
{
    m_library = new LibraryPanel(models.flows, models.runs, this);
    connect(m_library, &LibraryPanel::flowChosen, this, &MainWindow::flowChosen);
    connect(m_library, &LibraryPanel::deleteWanted, this, &MainWindow::flowDeleteWanted);
    connect(m_library, &LibraryPanel::undoWanted, this, &MainWindow::flowUndoWanted);
    connect(m_library, &LibraryPanel::runChosen, this, &MainWindow::runChosen);
    connect(m_library, &LibraryPanel::comparisonWanted, this, &MainWindow::comparisonWanted);
    m_handset = new HandsetView(models.run, models.catalogue, this);
    m_inspector = new Inspector(this);
    m_details = new QTabWidget(this);
    m_details->setDocumentMode(true);
    m_details->setAccessibleName(tr("Details"));
    m_details->tabBar()->setAccessibleName(tr("Details"));
    m_details->addTab(m_handset, tr("Handset"));
    m_details->addTab(m_inspector, tr("Inspector"));
    m_expectations = new ExpectationPanel(models.run, this);
    m_details->addTab(m_expectations, tr("Expectations"));
    connect(m_expectations, &ExpectationPanel::failedChanged, m_runView,
            &RunView::setFailedExpectations);
    connect(m_runView, &RunView::expectationsWanted, this, &MainWindow::showExpectations);
    m_details->setProperty("look", QStringLiteral("panel"));
    m_details->setAttribute(Qt::WA_StyledBackground);

    QDockWidget *left = makeDock(tr("Library"), "libraryDock", m_library, this);
    QDockWidget *right = makeDock(tr("Details"), "detailsDock", m_details, this);
    addDockWidget(Qt::LeftDockWidgetArea, left);
    addDockWidget(Qt::RightDockWidgetArea, right);
    m_simulator = new SimulatorPanel(models.catalogue, this);
    QDockWidget *simulator = makeDock(tr("Simulator"), "simulatorDock", m_simulator, this);
    addDockWidget(Qt::RightDockWidgetArea, simulator);
    tabifyDockWidget(right, simulator);
    simulator->hide(); // for those who want it: the menu Simulator brings it
    resizeDocks({left, right}, {232, 290}, Qt::Horizontal);
}

void MainWindow::showExpectations()
{
    auto *dock = findChild<QDockWidget *>(QStringLiteral("detailsDock"));
    dock->show();
    dock->raise();
    m_details->setCurrentWidget(m_expectations);
}

void MainWindow::refreshServiceClock()
{
    const models::RunState &state = m_run.state();
    if (!m_runView->isFollowed() || !state.serviceClock) {
        m_toolBar->setServiceClockText(m_clockActions->isPaused() ? tr("service clock stopped")
                                                                  : QString());
        return;
    }
    const models::Instant now = state.serviceTimeAt(m_clock.wallNow());
    const QString text = state.serviceClock->speed > 0 ? tr("service clock %1")
                                                       : tr("service clock %1, stopped");
    m_toolBar->setServiceClockText(text.arg(serviceTimeText(now)));
}

void MainWindow::sayHowKeysWork()
{
    QStringList lines;
    for (const QAction *menu : menuBar()->actions()) {
        const QStringList keys = keysIn(*menu->menu());
        //: %1 is the name of a menu, %2 what is in it with its keys
        if (!keys.isEmpty())
            lines += tr("%1: %2.").arg(plain(menu->text()), keys.join(QStringLiteral(", ")));
    }
    lines += tr("Tab goes from part to part. In a step, Alt with Up and Down moves it. In the "
                "timeline, Left and Right walk the changes, Up and Down the lanes; + and - zoom, "
                "Shift with Left and Right pans, 0 shows all, F follows the present again.");
    showMessage(QStringLiteral("help"), models::Severity::Info, lines.join(u'\n'));
}

void MainWindow::sayWhatThisIs()
{
    showMessage(QStringLiteral("help"), models::Severity::Info,
                tr("OtpScope %1: a test console for one-time passwords that fail over between "
                   "channels. Free software under the GNU General Public License, version 3 or "
                   "later.")
                    .arg(QStringLiteral(OTPSCOPE_VERSION)));
}

} // namespace otpscope::ui
