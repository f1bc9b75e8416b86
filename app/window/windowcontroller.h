// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/serviceclient.h"
#include "app/http/httpserver.h"
#include "app/run/runsession.h"
#include "app/simulator/simulator.h"
#include "app/webhook/webhookreceiver.h"
#include "app/window/settings.h"
#include "models/catalogue/catalogue.h"
#include "models/core/clock.h"
#include "models/items/flowlistmodel.h"
#include "models/items/runlistmodel.h"
#include "models/items/runmodel.h"
#include "ui/dialogs/addressdialog.h"
#include "ui/editor/floweditor.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/theme/themecontroller.h"

#include <QObject>
#include <QString>
#include <QThread>
#include <QTimer>

#include <memory>
#include <optional>

namespace otpscope::ui {
class SnippetPage;
} // namespace otpscope::ui

namespace otpscope::window {

class Archive;
class Engine;
class ExportDesk;
class ExportWriter;
class ExpectationFiles;
class FlowFiles;
class ReplayDesk;
class Replayer;
class FlowImports;
class FlowLibrary;
struct OpenedStore;
struct SendOrder;
struct StoredRunView;

/// Joins the window and the services: owns the models, the window, and the two threads behind it
/// (the engine's and the archive's). GUI thread. Destroying it ends both threads; the store is
/// closed in order, also in the middle of a run.
class WindowController final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WindowController)

public:
    /// All references must outlive it. `dataFolder` is made if need be.
    WindowController(const QString &dataFolder, const models::Catalogue &catalogue,
                     const models::Clock &clock, ui::ThemeController &theme);
    ~WindowController() override;

    /// Starts the services and opens `flowPath`, or the first example where it is empty. Once.
    void start(const QString &flowPath);

    [[nodiscard]] ui::MainWindow &window() { return *m_window; }
    [[nodiscard]] ui::FlowEditor &editor() { return *m_editor; }
    [[nodiscard]] ReplayDesk &replays() { return *m_replays; }
    [[nodiscard]] ExportDesk &exports() { return *m_exports; }
    [[nodiscard]] ExpectationFiles &expectationFiles() { return *m_expectationFiles; }
    [[nodiscard]] const models::RunModel &run() const { return m_run; }
    /// Where the history is kept, unless another program has it open.
    [[nodiscard]] QString storeLocation() const;

private:
    void connectWindow();
    void connectEngine();
    void connectArchive();
    void addSnippets();
    /// Where the snippets send to.
    void showService();

    void send();
    void drawVariables();
    [[nodiscard]] bool hasBlockingProblem();
    [[nodiscard]] bool isConfirmed(const models::FlowDocument &document);
    void begin(const SendOrder &order);
    void takeUpdate(const models::RunUpdate &update);
    void takeEnd(const models::RunId &run, run::RunEnd end);
    void noteInHistory();

    void chooseEnvironment(const QString &name);
    void askForAddress();
    void useEnvironment(const QString &name);
    void chooseRun(const models::RunId &run);
    void returnToRunUnderWay();
    void fetchObservation(models::ObservationId id);
    void showStoredRun(const StoredRunView &view);
    void takeScenarios(const http::ListenResult &result,
                       const std::vector<simulator::ScenarioInfo> &scenarios);
    void takeReceiver(const http::ListenResult &result);
    void takeReceiverStatus(const webhook::ReceiverStatus &status);
    void takeSelfTest(bool hasAnswered);
    void refreshReceiver();
    void takeStore(const OpenedStore &opened);
    void takeStoreProblem(const store::StoreProblem &problem);

    QString m_dataFolder;
    const models::Catalogue &m_catalogue;
    const models::Clock &m_clock;
    ui::ThemeController &m_theme;
    Settings m_settings;
    models::RunModel m_run;
    models::FlowListModel m_flows;
    models::RunListModel m_runs;
    std::unique_ptr<ui::MainWindow> m_window;
    /// A child of the window.
    ui::FlowEditor *m_editor = nullptr;
    /// Each lives in the thread after it and is deleted there when that thread ends.
    Engine *m_engine = nullptr;
    QThread m_engineThread;
    Archive *m_archive = nullptr;
    QThread m_archiveThread;
    std::unique_ptr<FlowLibrary> m_library;
    std::unique_ptr<FlowFiles> m_files;
    /// These two live in the archive's thread.
    Replayer *m_replayer = nullptr;
    ExportWriter *m_exportWriter = nullptr;
    std::unique_ptr<ReplayDesk> m_replays;
    std::unique_ptr<ExportDesk> m_exports;
    std::unique_ptr<FlowImports> m_imports;
    /// A child of the editor.
    ui::SnippetPage *m_snippets = nullptr;
    std::unique_ptr<ExpectationFiles> m_expectationFiles;

    QString m_environment;
    std::optional<ui::ServiceAddress> m_address;
    /// A send to a real service was announced and waits to be confirmed by a second press.
    bool m_isAnnounced = false;
    bool m_isRunning = false;
    models::RunListEntry m_entry;
    /// What the run under way began with and has said so far, for coming back to it.
    models::FlowDocument m_liveDocument;
    models::RunState m_liveInitial;
    std::vector<models::RunUpdate> m_liveUpdates;
    int m_liveObservations = 0;
    /// The run the person chose last, sent or looked up.
    models::RunId m_wantedRun;
    http::ListenResult m_simulator;
    http::ListenResult m_receiver;
    webhook::ReceiverStatus m_receiverStatus;
    bool m_hasAnswered = false;
    std::optional<models::MonotonicInstant> m_selfTestAt;
    /// The age of the self-test grows while it is looked at.
    QTimer m_selfTestAge;
};

} // namespace otpscope::window
