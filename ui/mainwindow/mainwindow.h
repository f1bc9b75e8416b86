// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/catalogue.h"
#include "models/checks/finding.h"
#include "models/core/clock.h"
#include "models/core/ids.h"
#include "models/flow/flowdocument.h"
#include "models/run/observation.h"
#include "ui/mainwindow/choice.h"
#include "ui/mainwindow/statusline.h"
#include "ui/theme/themecontroller.h"

#include <QMainWindow>
#include <QTimer>

#include <functional>
#include <optional>
#include <vector>

class QActionGroup;
class QSplitter;
class QTabWidget;

namespace otpscope::models {
class FlowListModel;
class RunListModel;
class RunModel;
} // namespace otpscope::models

namespace otpscope::ui {

class ExpectationPanel;
class HandsetView;
class Inspector;
class LibraryPanel;
class MessageBar;
class RunToolBar;
class RunView;
class SimulatorActions;
class SimulatorPanel;

/// What the window shows; all of it must outlive the window.
struct WindowModels
{
    models::RunModel &run;
    models::FlowListModel &flows;
    models::RunListModel &runs;
    const models::Catalogue &catalogue;
    const models::Clock &clock;
};

/// How a person arranged the window; opaque, for the settings.
struct WindowLayout
{
    QByteArray geometry;
    QByteArray docks;
    QByteArray splitter;
};

/// The window: menus, tool bar, library on the left, editor above run in the middle, handset and
/// inspector on the right, status line. It asks for what it wants by signals and shows what it is
/// given; the wiring in app/window does the work. GUI thread.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainWindow)

public:
    explicit MainWindow(const WindowModels &models, QWidget *parent = nullptr);

    /// Puts the flow editor above the run and takes ownership. Call it once.
    void setEditor(QWidget *editor);
    /// Where typing changes nothing that costs money.
    void focusEditor();
    /// Adds what the editor can do to the menus "Edit" and "Flow".
    void addEditActions(const QList<QAction *> &actions);
    void addFlowActions(const QList<QAction *> &actions);
    /// Adds a group of what can be done with runs to the menu "Run".
    void addRunActions(const QList<QAction *> &actions);
    /// Adds further ways in to the menu "File".
    void addFileActions(const QList<QAction *> &actions);

    /// Puts something that asks in place under the messages and takes ownership.
    void addNotice(QWidget *notice);
    void setEnvironments(const std::vector<Choice> &environments, const QString &current);
    void setScenarios(const std::vector<Choice> &scenarios, const QString &current);
    void setSpeed(double speed);
    void setTheme(ThemeChoice choice);
    /// Name of the open flow; `isChanged` where it differs from what is stored.
    void setFlowTitle(const QString &key, const QString &title, bool isChanged);

    /// See LibraryPanel::offerUndo.
    void offerFlowUndo(const QString &title);

    /// A run begins to be followed, or is no longer.
    void setRunning(bool isRunning);
    /// Whether the run on show is the one that is followed.
    void setFollowed(bool isFollowed);
    /// The document of the run on show, for the handset.
    void setRunDocument(const models::FlowDocument &document);
    /// `before` is the observation it is to be held against.
    void showObservation(const models::Observation &observation,
                         const std::optional<models::Observation> &before);
    void setStatus(StatusLine::Field field, const StatusText &text);
    /// In place, one message a topic; an empty text takes the topic's message away.
    void showMessage(const QString &topic, models::Severity severity, const QString &text);
    /// The same with a button for each choice; messageChoiceMade() tells which was pressed.
    void showChoice(const QString &topic, models::Severity severity, const QString &text,
                    const QStringList &choices);

    [[nodiscard]] RunToolBar *toolBar() const { return m_toolBar; }
    /// Pause, step, jump; for the simulator's clock.
    [[nodiscard]] SimulatorActions *simulatorActions() const { return m_clockActions; }
    [[nodiscard]] SimulatorPanel *simulatorPanel() const { return m_simulator; }
    [[nodiscard]] RunView *runView() const { return m_runView; }
    [[nodiscard]] ExpectationPanel *expectationPanel() const { return m_expectations; }
    [[nodiscard]] MessageBar *messageBar() const { return m_messages; }
    [[nodiscard]] StatusLine *statusLine() const { return m_status; }

    [[nodiscard]] WindowLayout windowLayout() const;
    /// What is empty, or from another version, leaves the default.
    void restoreWindowLayout(const WindowLayout &layout);

Q_SIGNALS:
    /// `choice` counts from 0.
    void messageChoiceMade(const QString &topic, int choice);
    void newRequested();
    void openRequested();
    void saveRequested();
    void saveAsRequested();
    void libraryFolderWanted();
    void sendRequested();
    void stopRequested();
    void environmentChosen(const QString &name);
    void scenarioChosen(const QString &name);
    void speedChosen(double speed);
    void themeChosen(otpscope::ui::ThemeChoice choice);
    void flowChosen(const QString &key);
    void flowDeleteWanted(const QString &key);
    void flowUndoWanted();
    void runChosen(const otpscope::models::RunId &run);
    void comparisonWanted(const otpscope::models::RunId &first,
                          const otpscope::models::RunId &second);
    void observationWanted(otpscope::models::ObservationId id);
    /// The window is about to close; the last chance to store its layout.
    void closing();

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void makeActions();
    void makeMenus();
    void makeThemeMenu(QMenu *view);
    void makeCentre(const WindowModels &models);
    void makeDocks(const WindowModels &models);
    void showExpectations();
    void refreshServiceClock();
    void sayHowKeysWork();
    void sayWhatThisIs();

    models::RunModel &m_run;
    const models::Clock &m_clock;
    QTimer m_clockTimer;

    QAction *m_new = nullptr;
    QAction *m_open = nullptr;
    QAction *m_save = nullptr;
    QAction *m_saveAs = nullptr;
    QAction *m_libraryFolder = nullptr;
    QAction *m_quit = nullptr;
    QAction *m_send = nullptr;
    QAction *m_stop = nullptr;
    QMenu *m_fileMenu = nullptr;
    QMenu *m_editMenu = nullptr;
    QMenu *m_flowMenu = nullptr;
    QMenu *m_runMenu = nullptr;
    QMenu *m_viewMenu = nullptr;
    QMenu *m_scenarioMenu = nullptr;
    QMenu *m_speedMenu = nullptr;
    QActionGroup *m_scenarioActions = nullptr;
    QActionGroup *m_speedActions = nullptr;
    QActionGroup *m_themeActions = nullptr;

    SimulatorActions *m_clockActions = nullptr;
    SimulatorPanel *m_simulator = nullptr;
    RunToolBar *m_toolBar = nullptr;
    MessageBar *m_messages = nullptr;
    QSplitter *m_centre = nullptr;
    QWidget *m_editor = nullptr;
    RunView *m_runView = nullptr;
    LibraryPanel *m_library = nullptr;
    QTabWidget *m_details = nullptr;
    HandsetView *m_handset = nullptr;
    Inspector *m_inspector = nullptr;
    ExpectationPanel *m_expectations = nullptr;
    StatusLine *m_status = nullptr;
};

} // namespace otpscope::ui
