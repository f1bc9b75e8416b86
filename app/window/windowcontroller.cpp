// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/windowcontroller.h"

#include "app/platform/datafolder.h"
#include "app/platform/resources.h"
#include "app/window/archive.h"
#include "app/window/balance.h"
#include "app/window/deliveries.h"
#include "app/window/engine.h"
#include "app/window/environments.h"
#include "app/window/expectationfiles.h"
#include "app/window/exportdesk.h"
#include "app/window/flowfiles.h"
#include "app/window/flowimports.h"
#include "app/window/flowlibrary.h"
#include "app/window/flowscenario.h"
#include "app/window/problemtexts.h"
#include "app/window/openrunfinder.h"
#include "app/window/replaydesk.h"
#include "app/window/replayer.h"
#include "app/window/resumption.h"
#include "app/window/templates.h"
#include "app/window/webhookanswers.h"
#include "models/checks/flowchecks.h"
#include "models/environment/sendguard.h"
#include "models/items/observationmodel.h"
#include "models/run/runmachine.h"
#include "models/snippet/snippet.h"
#include "models/text/sentences.h"
#include "ui/dialogs/comparisondialog.h"
#include "ui/editor/snippetpage.h"
#include "ui/mainwindow/runtoolbar.h"
#include "ui/run/expectationpanel.h"
#include "ui/run/runview.h"
#include "ui/simulator/simulatoractions.h"
#include "ui/simulator/simulatorpanel.h"

#include <QCoreApplication>
#include <QDir>
#include <QRandomGenerator>
#include <QUrl>
#include <QUuid>

#include <algorithm>
#include <iterator>
#include <utility>

namespace otpscope::window {

namespace {

// Topics of the message bar.
const QString sendTopic = QStringLiteral("send");
const QString clockTopic = QStringLiteral("clock");
const QString lookTopic = QStringLiteral("look");
const QString pastTopic = QStringLiteral("past");
const QString storeTopic = QStringLiteral("store");
const QString receiverTopic = QStringLiteral("receiver");
const QString simulatorTopic = QStringLiteral("simulator");
const QString tunnelTopic = QStringLiteral("tunnel");
const QString environmentTopic = QStringLiteral("environment");

/// Open runs that are older are left alone: no flow lives longer than its steps, each of which has
/// a fortnight at most.
constexpr std::chrono::hours followedFor{30 * 24};

/// A text of a scenario; those that come with the program have translations.
QString inOwnLanguage(const QString &scenarioText)
{
    return QCoreApplication::translate("Scenarios", scenarioText.toUtf8().constData());
}

/// What goes from the engine's thread to this one by queued signals.
void registerTypes()
{
    qRegisterMetaType<models::RunUpdate>();
    qRegisterMetaType<models::Observation>();
    qRegisterMetaType<models::RunComparison>();
    qRegisterMetaType<models::RunId>();
}

/// The last one ahead of `id` that says what the run's state is.
models::ObservationId snapshotBefore(const std::vector<models::ObservationSummary> &observations,
                                     models::ObservationId id)
{
    const auto place =
        std::ranges::lower_bound(observations, id, {}, &models::ObservationSummary::id);
    for (auto earlier = std::make_reverse_iterator(place); earlier != observations.rend();
         ++earlier) {
        if (!earlier->statuses.isEmpty())
            return earlier->id;
    }
    return {};
}

QStringList channelsOf(const models::Flow &flow)
{
    QStringList result;
    for (const models::Step &step : models::stepsInOrder(flow)) {
        switch (step.channel()) {
        case models::Channel::Viber: result.append(QStringLiteral("Viber")); break;
        case models::Channel::Sms: result.append(QStringLiteral("SMS")); break;
        case models::Channel::Unknown: result.append(models::stepTypeName(step)); break;
        }
    }
    return result;
}

QString newRunId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

} // namespace

WindowController::WindowController(const QString &dataFolder, const models::Catalogue &catalogue,
                                   const models::Clock &clock, ui::ThemeController &theme)
    : m_dataFolder(dataFolder)
    , m_catalogue(catalogue)
    , m_clock(clock)
    , m_theme(theme)
    , m_settings(dataFolder)
    , m_window(std::make_unique<ui::MainWindow>(
          ui::WindowModels{m_run, m_flows, m_runs, catalogue, clock}))
    , m_editor(new ui::FlowEditor(catalogue, m_window.get()))
    , m_engine(new Engine(catalogue, clock))
    , m_archive(new Archive(catalogue))
    , m_replayer(new Replayer(catalogue, clock))
    , m_exportWriter(new ExportWriter(*m_replayer))
    , m_openRuns(new OpenRunFinder(catalogue))
    , m_environments(std::make_unique<Environments>(dataFolder, clock, m_archiveThread, *m_window))
    , m_question(new ui::SendQuestion(m_window.get()))
{
    registerTypes();
    m_window->setEditor(m_editor);
    m_window->addNotice(m_question);
    m_deliveries = std::make_unique<Deliveries>(*m_engine, *m_environments, *m_window);
    m_webhookAnswers = std::make_unique<WebhookAnswers>(m_window.get());
    m_templates = std::make_unique<Templates>(
        Templates::Parts{m_catalogue, *m_engine, *m_environments, *m_editor, *m_window});
    m_balance = std::make_unique<Balance>(*m_engine, *m_environments, *m_question);
    m_window->addRunActions(
        {m_deliveries->action(), m_templates->action(), m_webhookAnswers->action()});
    connect(m_webhookAnswers.get(), &WebhookAnswers::chosen, m_engine, &Engine::setWebhookAnswer);
    m_window->addEditActions(m_editor->editActions());
    m_window->addFlowActions(m_editor->flowActions());
    m_engine->moveToThread(&m_engineThread);
    m_archive->moveToThread(&m_archiveThread);
    m_replayer->moveToThread(&m_archiveThread);
    m_exportWriter->moveToThread(&m_archiveThread);
    m_openRuns->moveToThread(&m_archiveThread);
    connect(&m_engineThread, &QThread::finished, m_engine, &QObject::deleteLater);
    connect(&m_archiveThread, &QThread::finished, m_archive, &QObject::deleteLater);
    connect(&m_archiveThread, &QThread::finished, m_replayer, &QObject::deleteLater);
    connect(&m_archiveThread, &QThread::finished, m_exportWriter, &QObject::deleteLater);
    connect(&m_archiveThread, &QThread::finished, m_openRuns, &QObject::deleteLater);
    m_replays = std::make_unique<ReplayDesk>(ReplayDesk::Parts{*m_window, m_run, *m_replayer});
    m_exports = std::make_unique<ExportDesk>(ExportDesk::Parts{*m_window, m_run, *m_exportWriter});
    connect(m_replays.get(), &ReplayDesk::left, this, &WindowController::chooseRun);
    connect(m_replayer, &Replayer::observationFetched, m_window.get(),
            &ui::MainWindow::showObservation);
    const QString ownFlows = dataFolder + QStringLiteral("/flows");
    m_library = std::make_unique<FlowLibrary>(
        catalogue,
        FlowLibrary::Folders{ownFlows, dataFolder + QStringLiteral("/deleted-flows")},
        m_archiveThread);
    if (const QString chosen = m_settings.libraryFolder(ownFlows); chosen != ownFlows)
        m_library->setFolder(chosen);
    m_files = std::make_unique<FlowFiles>(
        FlowFiles::Parts{*m_window, *m_editor, m_flows, *m_library, *m_archive, m_settings,
                         dataFolder + QStringLiteral("/drafts.json")});
    m_imports = std::make_unique<FlowImports>(*m_window, *m_files, m_archiveThread);
    m_flowScenario = std::make_unique<FlowScenario>(catalogue, *m_editor, *m_window->toolBar());
    addSnippets();
    m_expectationFiles =
        std::make_unique<ExpectationFiles>(*m_window->expectationPanel(), m_archiveThread);
    connectWindow();
    connectEnvironments();
    connectEngine();
    connectArchive();
    connectResumption();
}

WindowController::~WindowController()
{
    // The window goes first: nothing may ask the threads for more while they end.
    if (m_archiveThread.isRunning()) {
        m_files->flush();
        m_environments->flush();
    }
    m_imports.reset();
    m_files.reset();
    m_replays.reset();
    m_exports.reset();
    m_library.reset();
    m_expectationFiles.reset();
    m_resumption.reset();
    m_selfTestAge.stop();
    m_window.reset();
    m_engineThread.quit();
    m_archiveThread.quit();
    m_engineThread.wait();
    m_archiveThread.wait();
    // A thread that never ran deletes nothing.
    if (!m_engineThread.isFinished())
        delete m_engine;
    if (!m_archiveThread.isFinished()) {
        delete m_archive;
        delete m_replayer;
        delete m_exportWriter;
        delete m_openRuns;
    }
}

void WindowController::start(const QString &flowPath)
{
    QDir().mkpath(m_dataFolder);
    m_theme.apply(m_theme.choice());
    m_window->setTheme(m_theme.choice());
    m_window->restoreWindowLayout(m_settings.layout());
    m_window->setSpeed(m_settings.speed());
    showEnvironment();

    m_engineThread.start();
    m_archiveThread.start();
    m_environments->start();
    drawVariables();
    m_files->openFirst();
    if (!flowPath.isEmpty())
        m_files->openFile(flowPath);
    const EngineOptions options{storeLocation(),
                                platform::separateStorePath(newRunId(), m_dataFolder),
                                m_dataFolder, platform::builtInScenarios(), m_settings.scenario(),
                                m_settings.speed()};
    QMetaObject::invokeMethod(m_engine,
                              [engine = m_engine, options] { engine->start(options); });
}

QString WindowController::storeLocation() const
{
    return platform::historyStorePath(m_dataFolder);
}

void WindowController::connectWindow()
{
    using ui::MainWindow;
    MainWindow *window = m_window.get();
    connect(window, &MainWindow::sendRequested, this, &WindowController::send);
    connect(window, &MainWindow::stopRequested, m_engine, &Engine::stop);
    connect(window, &MainWindow::environmentChosen, m_environments.get(), &Environments::choose);
    connect(m_question, &ui::SendQuestion::confirmed, this, &WindowController::takeConfirmation);
    connect(window, &MainWindow::scenarioChosen, m_engine, &Engine::setScenario);
    connect(window, &MainWindow::speedChosen, m_engine, &Engine::setSpeed);
    connect(window->simulatorActions(), &ui::SimulatorActions::speedWanted, m_engine,
            &Engine::setSpeed);
    connect(window->simulatorActions(), &ui::SimulatorActions::jumpWanted, m_engine, &Engine::jump);
    connect(window->simulatorActions(), &ui::SimulatorActions::pausedChanged, this,
            &WindowController::sayClockStands);
    connect(window->simulatorPanel(), &ui::SimulatorPanel::reportWanted, m_engine,
            &Engine::reportByHand);
    connect(m_engine, &Engine::simulatorChanged, window->simulatorPanel(),
            &ui::SimulatorPanel::setFlows);
    connect(window, &MainWindow::scenarioChosen, this,
            [this](const QString &name) { m_settings.setScenario(name); });
    connect(window, &MainWindow::speedChosen, this,
            [this](double speed) { m_settings.setSpeed(speed); });
    connect(window, &MainWindow::themeChosen, this, [this](ui::ThemeChoice choice) {
        m_theme.apply(choice);
        m_settings.setTheme(choice);
    });
    connect(window, &MainWindow::runChosen, this, &WindowController::chooseRun);
    connect(window, &MainWindow::observationWanted, this, &WindowController::fetchObservation);
    connect(window, &MainWindow::comparisonWanted, m_archive, &Archive::compareRuns);
    connect(window, &MainWindow::closing, this,
            [this] { m_settings.setLayout(m_window->windowLayout()); });
    connect(m_editor, &ui::FlowEditor::documentChanged, this, [this] {
        // What was asked about is no longer what would leave.
        m_question->withdraw();
        m_window->showMessage(sendTopic, models::Severity::Error, {});
    });
}

void WindowController::connectEnvironments()
{
    connect(m_environments.get(), &Environments::changed, this,
            &WindowController::showEnvironment);
    connect(m_environments.get(), &Environments::noted, this, [this](const QString &sentence) {
        m_window->showMessage(environmentTopic, models::Severity::Warning, sentence);
    });
    // The dialog was opened from the list of environments, where a key chooses another one.
    connect(m_environments.get(), &Environments::dialogClosed, m_window.get(),
            &ui::MainWindow::focusEditor);
    connect(m_environments.get(), &Environments::checkWanted, m_engine, &Engine::checkConnection);
    connect(m_deliveries.get(), &Deliveries::followWanted, this, &WindowController::follow);
    connect(m_engine, &Engine::connectionChecked, m_environments.get(), &Environments::showCheck);
}

void WindowController::connectResumption()
{
    m_resumption = std::make_unique<Resumption>(
        Resumption::Parts{*m_window, m_runs, *m_environments, m_settings, m_clock});
    connect(m_engine, &Engine::storeOpened, m_openRuns,
            [finder = m_openRuns, now = m_clock.wallNow()](const OpenedStore &opened) {
                if (opened.store)
                    finder->find(opened.store, now - followedFor, now);
            });
    connect(m_openRuns, &OpenRunFinder::found, m_resumption.get(), &Resumption::take);
    connect(m_environments.get(), &Environments::changed, m_resumption.get(),
            &Resumption::tryAgain);
    connect(m_resumption.get(), &Resumption::followWanted, m_engine, &Engine::followAgain);
    connect(m_engine, &Engine::followedUpdated, m_resumption.get(), &Resumption::takeUpdate);
    connect(m_engine, &Engine::followedEnded, m_resumption.get(), &Resumption::takeEnd);
    connect(m_resumption.get(), &Resumption::changed, this, [this](const models::RunId &run) {
        if (run != m_run.run() || (m_isRunning && run == m_entry.id))
            return;
        QMetaObject::invokeMethod(m_archive, [archive = m_archive, run] { archive->openRun(run); });
    });
}

void WindowController::connectEngine()
{
    connect(m_engine, &Engine::storeOpened, m_replayer,
            [replayer = m_replayer](const OpenedStore &opened) {
                if (opened.store)
                    replayer->setStore(opened.store);
            });
    connect(m_engine, &Engine::storeOpened, m_exportWriter,
            [writer = m_exportWriter](const OpenedStore &opened) {
                if (opened.store)
                    writer->setStore(opened.store);
            });
    connect(m_engine, &Engine::storeOpened, m_archive,
            [archive = m_archive](const OpenedStore &opened) {
                if (opened.store)
                    archive->setStore(opened.store);
            });
    connect(m_engine, &Engine::storeOpened, this, &WindowController::takeStore);
    connect(m_engine, &Engine::observationNotStored, this, &WindowController::takeStoreProblem);
    connect(m_engine, &Engine::receiverListens, this, &WindowController::takeReceiver);
    connect(m_engine, &Engine::receiverChanged, this, &WindowController::takeReceiverStatus);
    connect(m_engine, &Engine::receiverChecked, this, &WindowController::takeSelfTest);
    m_selfTestAge.setInterval(std::chrono::seconds(2));
    connect(&m_selfTestAge, &QTimer::timeout, this, &WindowController::refreshReceiver);
    connect(&m_receiverPace, &ui::Pace::due, this, &WindowController::refreshReceiver);
    connect(m_engine, &Engine::tunnelChanged, this, [this](const webhook::TunnelStatus &status) {
        m_window->showMessage(tunnelTopic, models::Severity::Warning, sentenceFor(status));
    });
    connect(m_engine, &Engine::simulatorListens, this, &WindowController::takeScenarios);
    connect(m_engine, &Engine::updated, this, &WindowController::takeUpdate);
    connect(m_engine, &Engine::serviceClockSeen, &m_run, &models::RunModel::setServiceClock);
    connect(m_engine, &Engine::ended, this, &WindowController::takeEnd);
    connect(m_engine, &Engine::refused, this, &WindowController::takeRefusal);
    connect(m_engine, &Engine::tokenStatusChanged, this,
            [this](const client::TokenStatus &status) {
                m_tokens.put(m_liveEnvironment, status);
                showToken();
            });
}

void WindowController::connectArchive()
{
    connect(m_archive, &Archive::runsCompared, this,
            [this](const models::RunComparison &comparison) {
                (new ui::ComparisonDialog(comparison, m_window.get()))->show();
            });
    connect(m_archive, &Archive::historyRead, this,
            [this](const std::vector<models::RunListEntry> &entries) {
                // Runs sent meanwhile are newer than what was read.
                const std::vector<models::RunListEntry> known = m_runs.entries();
                m_runs.setEntries(entries);
                for (const models::RunListEntry &entry : known) {
                    if (entry.id == m_entry.id)
                        m_runs.put(entry);
                }
            });
    connect(m_archive, &Archive::observationFetched, m_window.get(),
            &ui::MainWindow::showObservation);
    connect(m_archive, &Archive::runOpened, this,
            [this](const std::shared_ptr<const StoredRunView> &view) { showStoredRun(*view); });
}

/// Of the next send; until then the editor shows them.
void WindowController::drawVariables()
{
    m_editor->setVariables({m_environments->current().variables, m_clock.wallNow(),
                            QRandomGenerator::system()->generate64()});
}

void WindowController::addSnippets()
{
    m_snippets = new ui::SnippetPage([this] { return leavingDocument().body(); }, m_editor);
    m_editor->addPage(m_snippets, QStringLiteral("cURL"));
    // Variables that change change the findings too.
    connect(m_editor, &ui::FlowEditor::findingsChanged, m_snippets, &ui::SnippetPage::noteChange);
}

void WindowController::showService()
{
    if (!m_environments->current().isSimulator())
        m_snippets->setService(m_environments->current().service);
    else if (m_simulator.isListening)
        m_snippets->setService(QStringLiteral("http://%1:%2/failover-otp")
                                   .arg(m_simulator.address.toString())
                                   .arg(m_simulator.port));
    else
        m_snippets->setService(models::publicService());
}

void WindowController::send()
{
    if (m_isRunning || hasBlockingProblem() || isForbidden())
        return;
    const models::Environment &environment = m_environments->current();
    const QDate today = environment::localDay(m_clock.wallNow());
    if (environment.isReal && m_settings.confirmedDay(environment.id) != today)
        askBeforeSending();
    else
        leave();
}

bool WindowController::isForbidden()
{
    const models::Environment &environment = m_environments->current();
    // How many have left today is counted where it may take its time.
    const auto obstacle = models::obstacleTo(environment, leavingDocument().flow(), 0);
    if (!obstacle)
        return false;
    const environment::SendRefusal refusal{environment::SendRefusal::Kind::RecipientsNotAllowed,
                                           environment.name, obstacle->numbers, {}};
    m_window->showMessage(sendTopic, models::Severity::Error, sentenceFor(refusal));
    return true;
}

void WindowController::askBeforeSending()
{
    const models::Environment &environment = m_environments->current();
    const models::FlowDocument document = leavingDocument();
    m_question->ask({environment.name, QUrl(environment.service).host(),
                     models::recipientsOf(document.flow()),
                     channelsOf(document.flow())});
    m_balance->ask();
}

void WindowController::takeConfirmation(bool isForToday)
{
    // An edit or another environment would have withdrawn the question.
    if (m_isRunning || hasBlockingProblem() || isForbidden())
        return;
    if (isForToday)
        m_settings.setConfirmedDay(m_environments->current().id,
                                   environment::localDay(m_clock.wallNow()));
    leave();
}

void WindowController::leave()
{
    m_sentDraft = m_editor->document();
    beginWithSecret(newOrder());
    drawVariables();
}

models::FlowDocument WindowController::leavingDocument() const
{
    models::VariableValues values = m_editor->variables();
    values.now = m_clock.wallNow();
    return models::resolvedVariables(m_editor->document(), values);
}

void WindowController::follow(const QString &flowOrTrackingId)
{
    if (m_isRunning)
        return;
    const auto nothing = models::FlowDocument::fromText(QByteArrayLiteral("{\"flow\": []}\n"));
    SendOrder order = newOrder();
    order.title = flowOrTrackingId;
    order.document = nothing.value();
    order.attachTo = flowOrTrackingId;
    beginWithSecret(order);
}

SendOrder WindowController::newOrder() const
{
    const models::Environment &environment = m_environments->current();
    SendOrder order;
    order.run = models::RunId(newRunId());
    order.title = m_files->title();
    order.document = leavingDocument();
    order.environment = environment.isSimulator() ? environment.id.text() : environment.name;
    if (!environment.isSimulator())
        order.service = environment;
    return order;
}

void WindowController::beginWithSecret(const SendOrder &order)
{
    if (!order.service) {
        begin(order);
        return;
    }
    // No second press while the key store looks.
    m_isRunning = true;
    m_window->setRunning(true);
    m_environments->readSecrets(this, [this, order](const models::Secrets &secrets) {
        SendOrder complete = order;
        complete.secrets = secrets;
        if (!secrets.application.isEmpty()) {
            begin(complete);
            return;
        }
        m_isRunning = false;
        m_window->setRunning(false);
        m_window->showMessage(sendTopic, models::Severity::Error,
                              tr("Nothing was sent: there is no secret for %1. Enter it under "
                                 "“Edit environments…”.")
                                  .arg(order.environment));
    });
}

void WindowController::offerLookup()
{
    models::DeliveryQuery query;
    const std::vector<models::Step> steps = models::stepsInOrder(m_liveDocument.flow());
    if (!steps.empty()) {
        const models::Step &first = steps.front();
        if (first.to && !first.to->numbers.isEmpty())
            query.phoneNumber = QString(first.to->numbers.first()).remove(u'+');
        query.label = first.label.value_or(QString());
    }
    m_deliveries->setQuery(query);
    m_window->showMessage(
        sendTopic, models::Severity::Warning,
        tr("Whether the service took this flow is unknown; it is not sent again by itself. Look "
           "for it under Run, Deliveries: recipient and label are filled in there."));
}

bool WindowController::hasBlockingProblem()
{
    QString text;
    const auto &findings = m_editor->findings();
    if (m_editor->hasBrokenText()) {
        text = tr("The JSON text is not a flow right now. Correct it there, then send.");
    } else if (m_editor->isChecking()) {
        text = tr("This flow is long and is still being checked. Send it again in a moment.");
    } else if (models::hasErrors(findings) && !m_editor->isSentAsIs()) {
        const auto first =
            std::ranges::find(findings, models::Severity::Error, &models::Finding::severity);
        text = tr("Not sent, for the service would refuse this flow: %1 To see what it says, switch "
                  "on \"Send as it is\".")
                   .arg(models::sentenceFor(*first));
        m_editor->showFirstProblem();
    }
    m_window->showMessage(sendTopic, models::Severity::Error, text);
    return !text.isEmpty();
}

void WindowController::begin(const SendOrder &order)
{
    const models::RunMachine machine(order.document.flow(), m_catalogue);
    m_liveDocument = order.document;
    m_liveInitial = machine.state();
    m_liveUpdates.clear();
    m_liveObservations = 0;
    if (order.service)
        m_liveEnvironment = *order.service;
    else if (const models::Environment *simulator = m_environments->named(order.environment))
        m_liveEnvironment = *simulator;
    m_liveAttachment = order.attachTo;
    m_liveHttpStatus = 0;
    m_wantedRun = order.run;
    m_run.reset(order.run, machine.state());
    m_window->setRunDocument(order.document);
    m_isRunning = true;
    m_window->setRunning(true);
    m_window->setStatus(ui::StatusLine::Field::Run, {tr("Sending"), ui::Tone::Running});
    sayClockStands();
    m_entry = {};
    m_entry.id = order.run;
    m_entry.createdAt = m_clock.wallNow();
    m_entry.title = order.title;
    m_entry.environment = order.environment;
    m_runs.put(m_entry);
    m_window->showMessage(pastTopic, models::Severity::Info, {});
    QMetaObject::invokeMethod(m_engine, [engine = m_engine, order] { engine->send(order); });
}

void WindowController::sayClockStands()
{
    const bool waits = m_isRunning && m_liveEnvironment.isSimulator() &&
                       m_window->simulatorActions()->isPaused();
    m_window->showMessage(clockTopic, models::Severity::Warning,
                          waits ? tr("The service clock is stopped, so the flow waits. F6 lets the "
                                     "clock run, F7 steps to the next event.")
                                : QString());
}

void WindowController::takeUpdate(const models::RunUpdate &update)
{
    m_run.apply(update);
    if (update.run != m_entry.id)
        return;
    const models::RunState &state = update.state;
    if (m_isRunning) {
        if (m_entry.conclusion != models::Conclusion::SendOutcomeUnknown
            && state.conclusion == models::Conclusion::SendOutcomeUnknown)
            offerLookup();
        if (update.isWhole) {
            m_liveUpdates.clear();
            m_liveObservations = 0;
        }
        m_liveUpdates.push_back(update);
        m_liveObservations += int(update.observations.size());
        for (const models::ObservationSummary &observation : update.observations)
            m_liveHttpStatus = observation.httpStatus;
        m_window->setStatus(ui::StatusLine::Field::Run,
                            {tr("Following, %n observation(s)", nullptr, m_liveObservations),
                             ui::Tone::Running});
    }
    std::vector<models::Finding> placed;
    std::ranges::copy_if(update.findings, std::back_inserter(placed), [](const models::Finding &f) {
        return f.rule == QLatin1String("send-refused") && !f.pointer.isEmpty();
    });
    // Only while it is still the document that was sent.
    if (!placed.empty() && m_editor->document() == m_sentDraft)
        m_editor->showServiceFindings(placed);
    const bool isNews = !update.transitions.empty() || state.conclusion != m_entry.conclusion;
    if (isNews) {
        m_entry.conclusion = state.conclusion;
        m_entry.terminatingChannel = state.terminatingChannel();
        m_entry.headline = models::headlineFor(state);
        m_runs.put(m_entry);
    }
}

void WindowController::takeRefusal(const models::RunId &run,
                                   const environment::SendRefusal &refusal)
{
    m_isRunning = false;
    m_window->setRunning(false);
    m_window->setStatus(ui::StatusLine::Field::Run, {tr("Not sent"), ui::Tone::Error});
    m_window->showMessage(sendTopic, models::Severity::Error, sentenceFor(refusal));
    std::vector<models::RunListEntry> entries = m_runs.entries();
    std::erase_if(entries, [&](const models::RunListEntry &entry) { return entry.id == run; });
    m_runs.setEntries(std::move(entries));
}

void WindowController::takeEnd(const models::RunId &, run::RunEnd end)
{
    m_isRunning = false;
    sayClockStands();
    // From now on the store has all of it.
    m_liveUpdates.clear();
    m_window->setRunning(false);
    m_window->showMessage(lookTopic, models::Severity::Info, {});
    m_window->setStatus(ui::StatusLine::Field::Run,
                        end == run::RunEnd::Concluded
                            ? ui::StatusText{tr("Run concluded"), ui::Tone::Success}
                            : ui::StatusText{tr("No run"), ui::Tone::Muted});
    const bool isFailure = end == run::RunEnd::NotStored || end == run::RunEnd::OtherSideFailed;
    m_window->showMessage(sendTopic,
                          isFailure ? models::Severity::Error : models::Severity::Info,
                          sentenceForEnd(end));
    if (m_entry.conclusion == models::Conclusion::SendOutcomeUnknown)
        offerLookup();
}

QString WindowController::sentenceForEnd(run::RunEnd end) const
{
    if (end != run::RunEnd::OtherSideFailed || m_liveAttachment.isEmpty())
        return sentenceFor(end);
    return sentenceForUnfollowed(m_liveAttachment,
                                 m_liveEnvironment.isSimulator() ? tr("The built-in simulator")
                                                                 : m_liveEnvironment.name,
                                 m_liveHttpStatus);
}

void WindowController::showToken()
{
    const models::Instant now = m_clock.wallNow();
    m_window->setStatus(ui::StatusLine::Field::Token,
                        statusOf(m_tokens.of(m_environments->current(), now), now));
}

void WindowController::showEnvironment()
{
    const models::Environment &environment = m_environments->current();
    showToken();
    // What ended elsewhere says nothing of this one.
    if (std::exchange(m_shownEnvironment, environment.id) != environment.id && !m_isRunning)
        m_window->setStatus(ui::StatusLine::Field::Run, {tr("No run"), ui::Tone::Muted});
    m_question->withdraw();
    m_window->setEnvironments(m_environments->choices(), environment.id.text());
    m_window->toolBar()->setSimulatorControls(environment.isSimulator());
    m_window->simulatorActions()->setEnabled(environment.isSimulator());
    m_window->toolBar()->setRealEnvironment(environment.isReal);
    models::VariableValues values = m_editor->variables();
    values.environment = environment.variables;
    if (values != m_editor->variables())
        m_editor->setVariables(values);
    m_editor->setDefaults(environment.defaults);
    showService();
    ui::StatusText text{environment.name, ui::Tone::Muted};
    if (environment.isSimulator())
        text = {tr("Built-in simulator"), m_isSimulatorOn ? ui::Tone::Success : ui::Tone::Muted};
    else if (environment.isReal)
        text = {tr("%1 (real)").arg(environment.name), ui::Tone::Warning};
    m_window->setStatus(ui::StatusLine::Field::Environment, text);
    QMetaObject::invokeMethod(
        m_engine, [engine = m_engine, environment] { engine->useEnvironment(environment); });
}

void WindowController::chooseRun(const models::RunId &run)
{
    m_wantedRun = run;
    if (run == m_run.run())
        return;
    if (m_isRunning && run == m_entry.id)
        returnToRunUnderWay();
    else
        QMetaObject::invokeMethod(m_archive, [archive = m_archive, run] { archive->openRun(run); });
}

void WindowController::fetchObservation(models::ObservationId id)
{
    const models::ObservationId before = 
        snapshotBefore(m_run.observationModel()->observations(), id);
    if (m_replays->isShown()) {
        QMetaObject::invokeMethod(m_replayer, [replayer = m_replayer, id, before] {
            replayer->fetchObservation(id, before);
        });
        return;
    }
    QMetaObject::invokeMethod(m_archive, [archive = m_archive, id, before] {
        archive->fetchObservation(id, before);
    });
}

void WindowController::returnToRunUnderWay()
{
    m_run.reset(m_entry.id, m_liveInitial);
    m_window->setRunDocument(m_liveDocument);
    for (const models::RunUpdate &update : m_liveUpdates)
        m_run.apply(update);
    m_window->setFollowed(true);
    m_window->showMessage(lookTopic, models::Severity::Info, {});
    m_window->showMessage(pastTopic, models::Severity::Info, {});
}

void WindowController::showStoredRun(const StoredRunView &view)
{
    // Reading takes a moment, in which the person may have gone elsewhere.
    if (view.run.id != m_wantedRun)
        return;
    m_window->setFollowed(false);
    m_run.reset(view.run.id, view.initial);
    m_window->setRunDocument(view.document);
    m_run.apply(view.update);
    m_runs.put(listEntryOf(view.run, view.update.state));
    m_window->showMessage(pastTopic, m_resumption->severityOf(view.run.id),
                          m_resumption->noteFor(view.run.id));
    if (m_isRunning) {
        m_window->showMessage(lookTopic, models::Severity::Info,
                              tr("The run under way goes on. Choose it in the history to see it "
                                 "again."));
    }
}

void WindowController::takeScenarios(const http::ListenResult &result,
                                     const std::vector<simulator::ScenarioInfo> &scenarios)
{
    m_simulator = result;
    showService();
    std::vector<ui::Choice> choices;
    for (const simulator::ScenarioInfo &scenario : scenarios)
        choices.push_back({scenario.name, inOwnLanguage(scenario.title),
                           inOwnLanguage(scenario.description)});
    m_window->setScenarios(choices, m_settings.scenario());
    m_window->showMessage(simulatorTopic, models::Severity::Error, simulatorProblem(result));
    m_isSimulatorOn = result.isListening;
    showEnvironment();
    if (!result.isListening && m_environments->current().isSimulator())
        m_window->setStatus(ui::StatusLine::Field::Environment,
                            {tr("Simulator off"), ui::Tone::Error});
}

void WindowController::takeReceiver(const http::ListenResult &result)
{
    m_receiver = result;
    m_selfTestAt.reset();
    m_window->showMessage(receiverTopic, models::Severity::Error, receiverProblem(result));
    m_receiverStatus = {};
    refreshReceiver();
}

void WindowController::takeReceiverStatus(const webhook::ReceiverStatus &status)
{
    m_receiverStatus = status;
    m_receiverPace.ask();
}

void WindowController::takeSelfTest(const SelfTestOutcome &outcome)
{
    m_selfTest = outcome;
    m_selfTestAt = m_clock.monotonicNow();
    m_selfTestAge.start();
    refreshReceiver();
}

void WindowController::refreshReceiver()
{
    std::optional<SelfTest> selfTest;
    if (m_selfTestAt) {
        const auto age = std::chrono::floor<std::chrono::seconds>(m_clock.monotonicNow()
                                                                  - *m_selfTestAt);
        // Where it listens is said anyway.
        const bool isElsewhere = m_selfTest.host != m_receiver.address.toString();
        selfTest = SelfTest{m_selfTest, age, isElsewhere ? m_selfTest.host : QString()};
    }
    m_window->setStatus(ui::StatusLine::Field::Receiver,
                        statusOf(m_receiver, m_receiverStatus, selfTest));
}

void WindowController::takeStore(const OpenedStore &opened)
{
    m_window->setStatus(ui::StatusLine::Field::Store, statusOf(opened));
    m_window->showMessage(storeTopic,
                          opened.isInMemory || !opened.store ? models::Severity::Error
                                                             : models::Severity::Warning,
                          sentenceFor(opened));
}

void WindowController::takeStoreProblem(const store::StoreProblem &problem)
{
    m_window->setStatus(ui::StatusLine::Field::Store, {tr("Not stored"), ui::Tone::Error});
    m_window->showMessage(storeTopic, models::Severity::Error, sentenceFor(problem));
}

} // namespace otpscope::window
