// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/replaydesk.h"

#include "app/window/replayer.h"
#include "ui/dialogs/pastelogdialog.h"
#include "ui/run/expectationpanel.h"
#include "ui/run/replaybar.h"
#include "ui/run/runview.h"
#include "ui/timeline/timelinewidget.h"

#include <QAction>
#include <QFileDialog>
#include <QUuid>

namespace otpscope::window {

namespace {

const QString &replayTopic()
{
    static const QString topic = QStringLiteral("replay");
    return topic;
}

constexpr qsizetype problemsSaid = 3;

models::RunId newReplayId()
{
    return models::RunId(QStringLiteral("replay-") +
                         QUuid::createUuid().toString(QUuid::WithoutBraces));
}

} // namespace

ReplayDesk::ReplayDesk(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    auto *file = new QAction(tr("Replay a &log or bundle…"), this);
    auto *text = new QAction(tr("Replay &pasted text…"), this);
    m_again = new QAction(tr("Replay this &run"), this);
    m_again->setEnabled(false);
    parts.window.addRunActions({m_again, file, text});
    connect(file, &QAction::triggered, this, &ReplayDesk::askForFile);
    connect(text, &QAction::triggered, this, &ReplayDesk::askForText);
    connect(m_again, &QAction::triggered, this, &ReplayDesk::openShownRun);

    Replayer *replayer = &parts.replayer;
    ui::ReplayBar *bar = parts.window.runView()->replayBar();
    connect(bar, &ui::ReplayBar::playRequested, replayer, &Replayer::play);
    connect(bar, &ui::ReplayBar::pauseRequested, replayer, &Replayer::pause);
    connect(bar, &ui::ReplayBar::nextChangeRequested, replayer, &Replayer::playToNextChange);
    connect(bar, &ui::ReplayBar::markRequested, this, &ReplayDesk::playToMark);
    connect(bar, &ui::ReplayBar::paceChosen, replayer, &Replayer::setPace);
    connect(bar, &ui::ReplayBar::pausesAtChangesChosen, replayer, &Replayer::setPausesAtChanges);
    connect(bar, &ui::ReplayBar::closeRequested, this, &ReplayDesk::leave);

    connect(replayer, &Replayer::opened, this,
            [this](const std::shared_ptr<const ReplayedRun> &run) { takeOpened(*run); });
    connect(replayer, &Replayer::failed, this, &ReplayDesk::takeProblem);
    connect(replayer, &Replayer::updated, this, [this](const models::RunUpdate &update) {
        if (!isShown())
            return;
        ui::TimelineWidget *timeline = m_parts.window.runView()->timeline();
        const models::ObservationId mark = timeline->currentObservation();
        m_parts.run.apply(update);
        if (update.isWhole)
            timeline->selectObservation(mark);
    });
    connect(replayer, &Replayer::moved, this,
            [this](models::Instant at, bool isPlaying, bool isAtEnd) {
                if (!isShown())
                    return;
                m_parts.window.runView()->replayBar()->setState(isPlaying, isAtEnd);
                m_parts.window.runView()->timeline()->setPlayedTo(at);
            });
    connect(&parts.run, &models::RunModel::wasReset, this, &ReplayDesk::noteReset);
    const ui::TimelineWidget *timeline = parts.window.runView()->timeline();
    connect(timeline, &ui::TimelineWidget::currentMarkChanged, bar,
            [bar, timeline] { bar->setHasMark(timeline->currentObservation().isStored()); });
}

bool ReplayDesk::isShown() const
{
    return !m_shown.isEmpty() && m_parts.run.run() == m_shown;
}

template <typename Call>
void ReplayDesk::ask(Call call)
{
    QMetaObject::invokeMethod(&m_parts.replayer,
                              [replayer = &m_parts.replayer, call] { call(*replayer); });
}

void ReplayDesk::openFile(const QString &path)
{
    m_wanted = newReplayId();
    ask([id = m_wanted, path](Replayer &replayer) { replayer.openFile(id, path); });
}

void ReplayDesk::openText(const QString &text)
{
    m_wanted = newReplayId();
    ask([id = m_wanted, name = tr("the pasted log"), bytes = text.toUtf8()](Replayer &replayer) {
        replayer.openText(id, name, bytes);
    });
}

void ReplayDesk::askForFile()
{
    const QString path =
        QFileDialog::getOpenFileName(&m_parts.window, tr("Replay a log or bundle"), {},
                                     tr("Logs and bundles (*.jsonl *.json *.log);;All files (*)"));
    if (!path.isEmpty())
        openFile(path);
}

void ReplayDesk::askForText()
{
    m_paste = new ui::PasteLogDialog(&m_parts.window);
    m_paste->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_paste, &ui::PasteLogDialog::replayWanted, this, &ReplayDesk::openText);
    // What is still being read is not wanted any more.
    connect(m_paste, &QDialog::rejected, this, [this] { m_wanted = {}; });
    m_paste->open();
}

void ReplayDesk::takeProblem(const QString &problem)
{
    if (!m_paste) {
        m_parts.window.showMessage(replayTopic(), models::Severity::Error, problem);
        return;
    }
    // It begins with what is played, which is "the pasted log".
    m_paste->showProblem(problem.left(1).toUpper() + problem.mid(1));
}

void ReplayDesk::openShownRun()
{
    m_wanted = newReplayId();
    ask([id = m_wanted, run = m_parts.run.run()](Replayer &replayer) {
        replayer.openRun(id, run);
    });
}

void ReplayDesk::playToMark()
{
    const models::ObservationId mark = m_parts.window.runView()->timeline()->currentObservation();
    ask([mark](Replayer &replayer) { replayer.playToMark(mark); });
}

void ReplayDesk::takeOpened(const ReplayedRun &run)
{
    // Reading takes a moment, in which the person may have gone elsewhere.
    if (run.id != m_wanted)
        return;
    if (m_paste)
        m_paste->accept();
    m_paste.clear();
    if (!isShown())
        m_before = m_parts.run.run();
    m_shown = run.id;
    m_parts.window.setFollowed(false);
    m_parts.run.reset(run.id, run.initial);
    m_parts.window.setRunDocument(run.document);
    lendExpectations(run);
    ui::ReplayBar *bar = m_parts.window.runView()->replayBar();
    bar->showRun(run.name);
    QString problems = run.problems.mid(0, problemsSaid).join(u' ');
    if (run.problems.size() > problemsSaid)
        problems += u' ' + tr("%n more line(s) were left out.", nullptr,
                              int(run.problems.size() - problemsSaid));
    m_parts.window.showMessage(replayTopic(), models::Severity::Warning, problems);
    ask([pace = bar->pace()](Replayer &replayer) {
        replayer.setPace(pace);
        replayer.play();
    });
}

void ReplayDesk::lendExpectations(const ReplayedRun &run)
{
    returnExpectations();
    if (run.expectations.isEmpty())
        return;
    ui::ExpectationPanel &panel = *m_parts.window.expectationPanel();
    m_own = {panel.expectations(), panel.name()};
    m_lent = {run.expectations, tr("Expected in %1").arg(run.name)};
    panel.setExpectations(m_lent->expectations, m_lent->name);
}

void ReplayDesk::returnExpectations()
{
    if (!m_lent)
        return;
    ui::ExpectationPanel &panel = *m_parts.window.expectationPanel();
    // Who went on working with them keeps them.
    if (panel.expectations() == m_lent->expectations && panel.name() == m_lent->name)
        panel.setExpectations(m_own.expectations, m_own.name);
    m_lent.reset();
}

void ReplayDesk::noteReset()
{
    m_again->setEnabled(!m_parts.run.run().isEmpty() && !isShown());
    if (m_shown.isEmpty() || isShown())
        return;
    m_shown = {};
    m_wanted = {};
    returnExpectations();
    m_parts.window.runView()->replayBar()->hide();
    m_parts.window.showMessage(replayTopic(), models::Severity::Info, {});
    ask([](Replayer &replayer) { replayer.close(); });
}

void ReplayDesk::leave()
{
    if (!isShown())
        return;
    const models::RunId before = m_before;
    m_parts.run.reset({}, {});
    if (!before.isEmpty())
        Q_EMIT left(before);
}

} // namespace otpscope::window
