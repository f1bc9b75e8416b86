// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/serviceclient.h"
#include "app/environment/departure.h"
#include "app/http/httpserver.h"
#include "app/run/runsession.h"
#include "app/simulator/simulator.h"
#include "app/webhook/webhookreceiver.h"
#include "app/window/receivercheck.h"
#include "app/window/settings.h"
#include "app/window/tokenstatuses.h"
#include "models/catalogue/catalogue.h"
#include "models/core/clock.h"
#include "models/environment/environment.h"
#include "models/items/flowlistmodel.h"
#include "models/items/runlistmodel.h"
#include "models/items/runmodel.h"
#include "ui/editor/floweditor.h"
#include "ui/environment/sendquestion.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/pace/pace.h"
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
class Balance;
class Deliveries;
class Engine;
class Environments;
class ExportDesk;
class ExportWriter;
class ExpectationFiles;
class FlowFiles;
class WebhookAnswers;
class OpenRunFinder;
class ReplayDesk;
class Replayer;
class Resumption;
class Templates;
class FlowImports;
class FlowLibrary;
class FlowScenario;
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

    void connectEnvironments();
    /// Runs of earlier starts that are open.
    void connectResumption();

    void send();
    void drawVariables();
    [[nodiscard]] bool hasBlockingProblem();
    /// What the environment in use does not let leave, said at the top of the window.
    [[nodiscard]] bool isForbidden();
    void askBeforeSending();
    void takeConfirmation(bool isForToday);
    void leave();
    /// Follows what the service knows by this id; sends nothing.
    void follow(const QString &flowOrTrackingId);
    [[nodiscard]] SendOrder newOrder() const;
    /// What the editor shows, with its variables put in.
    [[nodiscard]] models::FlowDocument leavingDocument() const;
    /// With the secret of the environment in use, where it needs one.
    void beginWithSecret(const SendOrder &order);
    void offerLookup();
    void begin(const SendOrder &order);
    void takeRefusal(const models::RunId &run, const environment::SendRefusal &refusal);
    void takeUpdate(const models::RunUpdate &update);
    void takeEnd(const models::RunId &run, run::RunEnd end);
    /// What is to be done about it; empty where the run's own headline says it all.
    [[nodiscard]] QString sentenceForEnd(run::RunEnd end) const;
    void showToken();
    /// Where a run waits for it.
    void sayClockStands();
    void noteInHistory();

    void showEnvironment();
    void chooseRun(const models::RunId &run);
    void returnToRunUnderWay();
    void fetchObservation(models::ObservationId id);
    void showStoredRun(const StoredRunView &view);
    void takeScenarios(const http::ListenResult &result,
                       const std::vector<simulator::ScenarioInfo> &scenarios);
    void takeReceiver(const http::ListenResult &result);
    void takeReceiverStatus(const webhook::ReceiverStatus &status);
    void takeSelfTest(const SelfTestOutcome &outcome);
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
    /// These live in the archive's thread.
    Replayer *m_replayer = nullptr;
    ExportWriter *m_exportWriter = nullptr;
    OpenRunFinder *m_openRuns = nullptr;
    std::unique_ptr<ReplayDesk> m_replays;
    std::unique_ptr<ExportDesk> m_exports;
    std::unique_ptr<FlowImports> m_imports;
    std::unique_ptr<FlowScenario> m_flowScenario;
    /// A child of the editor.
    ui::SnippetPage *m_snippets = nullptr;
    std::unique_ptr<ExpectationFiles> m_expectationFiles;

    std::unique_ptr<Environments> m_environments;
    std::unique_ptr<Deliveries> m_deliveries;
    std::unique_ptr<Resumption> m_resumption;
    std::unique_ptr<Templates> m_templates;
    std::unique_ptr<Balance> m_balance;
    std::unique_ptr<WebhookAnswers> m_webhookAnswers;
    /// A child of the window.
    ui::SendQuestion *m_question = nullptr;
    bool m_isSimulatorOn = false;
    bool m_isRunning = false;
    models::RunListEntry m_entry;
    /// What the run under way began with and has said so far, for coming back to it.
    models::FlowDocument m_liveDocument;
    /// What stood in the editor when it left, before its variables were put in.
    models::FlowDocument m_sentDraft;
    models::RunState m_liveInitial;
    std::vector<models::RunUpdate> m_liveUpdates;
    int m_liveObservations = 0;
    /// Where the run under way, or the last one, went.
    models::Environment m_liveEnvironment;
    /// The flow or tracking id where it was only to be followed.
    QString m_liveAttachment;
    /// Of its last answer.
    int m_liveHttpStatus = 0;
    TokenStatuses m_tokens;
    /// For which the status line was filled.
    models::EnvironmentId m_shownEnvironment;
    /// The run the person chose last, sent or looked up.
    models::RunId m_wantedRun;
    http::ListenResult m_simulator;
    http::ListenResult m_receiver;
    webhook::ReceiverStatus m_receiverStatus;
    SelfTestOutcome m_selfTest;
    std::optional<models::MonotonicInstant> m_selfTestAt;
    /// The age of the self-test grows while it is looked at.
    QTimer m_selfTestAge;
    /// So that a flood of webhooks is not put into words one by one.
    ui::Pace m_receiverPace;
};

} // namespace otpscope::window
