// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/flowfiles.h"

#include "models/flow/callbacktext.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>

#include <algorithm>

namespace otpscope::window {

namespace {

const QString &topic()
{
    static const QString topic = QStringLiteral("file");
    return topic;
}

const QString &diskTopic()
{
    static const QString topic = QStringLiteral("disk");
    return topic;
}

const QString &draftTopic()
{
    static const QString topic = QStringLiteral("draft");
    return topic;
}

/// Not the one above: that drafts were written takes back no other word about them.
const QString &keepingTopic()
{
    static const QString topic = QStringLiteral("keeping");
    return topic;
}

const QString &libraryTopic()
{
    static const QString topic = QStringLiteral("library");
    return topic;
}

// Long enough that typing on is one write, short enough that a crash takes no more than a word.
constexpr std::chrono::milliseconds draftDelay(500);

models::FlowDocument newFlow(const QString &callback)
{
    models::FlowDocument empty;
    if (callback.isEmpty())
        return empty;
    const auto made =
        models::FlowDocument::fromText(models::textWithCallback(empty.text(), callback.toUtf8()));
    return made ? made.value() : empty;
}

QString fileFilter()
{
    return FlowFiles::tr("Flows (*.json);;All files (*)");
}

} // namespace

FlowFiles::FlowFiles(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_recent(parts.window, parts.settings, parts.archive)
{
    connect(&m_recent, &RecentFlows::fileChosen, this, &FlowFiles::openFile);
    connect(&m_recent, &RecentFlows::cleared, this, &FlowFiles::refreshList);
    connect(&parts.window, &ui::MainWindow::newRequested, this, &FlowFiles::openNew);
    connect(&parts.window, &ui::MainWindow::openRequested, this, &FlowFiles::askWhatToOpen);
    connect(&parts.window, &ui::MainWindow::saveRequested, this, &FlowFiles::save);
    connect(&parts.window, &ui::MainWindow::saveAsRequested, this, &FlowFiles::askWhereToSave);
    connect(&parts.window, &ui::MainWindow::flowChosen, this, &FlowFiles::openByKey);
    connect(&parts.archive, &Archive::flowRead, this, &FlowFiles::takeRead);
    connect(&parts.archive, &Archive::flowWritten, this, &FlowFiles::takeWritten);
    connect(&parts.editor, &ui::FlowEditor::documentChanged, this, &FlowFiles::noteEdit);
    connect(&parts.editor, &ui::FlowEditor::textEdited, this, &FlowFiles::noteEdit);
    connect(&parts.archive, &Archive::flowSeen, this, &FlowFiles::takeSeen);
    connect(&parts.window, &ui::MainWindow::messageChoiceMade, this, &FlowFiles::takeChoice);
    connect(&parts.editor, &ui::FlowEditor::sentAsIsChanged, this, &FlowFiles::noteDraft);
    connect(&parts.archive, &Archive::draftsRead, this, &FlowFiles::takeDrafts);
    connect(&parts.archive, &Archive::draftsWritten, this, [this](const QString &problem) {
        m_parts.window.showMessage(keepingTopic(), models::Severity::Error, problem);
    });
    m_draftTimer.setSingleShot(true);
    m_draftTimer.setInterval(draftDelay);
    connect(&m_draftTimer, &QTimer::timeout, this, &FlowFiles::writeDrafts);
    connectLibrary();
    refreshList();
}

void FlowFiles::connectLibrary()
{
    FlowLibrary &library = m_parts.library;
    connect(&m_parts.list, &models::FlowListModel::renameWanted, &library, &FlowLibrary::rename);
    connect(&m_parts.window, &ui::MainWindow::flowDeleteWanted, &library, &FlowLibrary::remove);
    connect(&m_parts.window, &ui::MainWindow::flowUndoWanted, &library, &FlowLibrary::undoRemove);
    connect(&library, &FlowLibrary::undoOffered, &m_parts.window, &ui::MainWindow::offerFlowUndo);
    connect(&library, &FlowLibrary::changed, this, &FlowFiles::refreshList);
    connect(&library, &FlowLibrary::renamed, this, &FlowFiles::follow);
    connect(&library, &FlowLibrary::removed, this, &FlowFiles::leave);
    connect(&m_parts.window, &ui::MainWindow::libraryFolderWanted, this,
            &FlowFiles::askForLibraryFolder);
    connect(&library, &FlowLibrary::problemTold, this, [this](const QString &problem) {
        m_parts.window.showMessage(libraryTopic(), models::Severity::Error, problem);
    });
}

void FlowFiles::askForLibraryFolder()
{
    const QString folder = QFileDialog::getExistingDirectory(
        &m_parts.window, tr("Choose the folder of your flows"), m_parts.library.folder());
    if (folder.isEmpty())
        return;
    m_parts.settings.setLibraryFolder(folder);
    m_parts.library.setFolder(folder);
}

void FlowFiles::openFirst()
{
    m_parts.library.refresh();
    openByKey(m_parts.library.builtIn().front().key);
    QMetaObject::invokeMethod(
        &m_parts.archive,
        [archive = &m_parts.archive, path = m_parts.draftsPath] { archive->readDrafts(path); });
}

void FlowFiles::flush()
{
    m_draftTimer.stop();
    QMetaObject::invokeMethod(
        &m_parts.archive,
        [archive = &m_parts.archive, path = m_parts.draftsPath, drafts = m_drafts] {
            archive->writeDrafts(path, drafts);
        },
        Qt::BlockingQueuedConnection);
}

void FlowFiles::openFile(const QString &path)
{
    QMetaObject::invokeMethod(&m_parts.archive,
                              [archive = &m_parts.archive, path] { archive->readFlow(path); });
}

void FlowFiles::openNew()
{
    openByKey(m_drafts.freeKey());
}

void FlowFiles::openByKey(const QString &key)
{
    if (Drafts::isNeverSaved(key)) {
        const auto draft = m_drafts.of(key);
        m_isFile = false;
        show(newFlow(m_parts.editor.defaults().callback), key,
             draft ? draft->title : tr("New flow %1").arg(key.section(u':', 1)));
        return;
    }
    const models::FlowListEntry *builtIn = m_parts.library.builtInFlow(key);
    if (!builtIn) {
        openFile(key);
        return;
    }
    const auto document = models::FlowDocument::fromText(builtIn->text);
    if (!document)
        return;
    m_isFile = false;
    show(document.value(), key, builtIn->title);
}

void FlowFiles::openUnsaved(const QString &title, const QByteArray &text)
{
    const QString key = m_drafts.freeKey();
    m_drafts.put(key, {title, text});
    refreshList();
    openByKey(key);
    m_draftTimer.start();
}

void FlowFiles::askWhatToOpen()
{
    const QString path =
        QFileDialog::getOpenFileName(&m_parts.window, tr("Open a flow"), {}, fileFilter());
    if (!path.isEmpty())
        openFile(path);
}

void FlowFiles::save()
{
    if (m_isFile)
        write(m_key);
    else
        askWhereToSave();
}

void FlowFiles::askWhereToSave()
{
    // The dialog opens in the library, where it is there already.
    QDir().mkpath(m_parts.library.folder());
    const QString suggestion =
        m_isFile ? m_key : m_parts.library.folder() + QStringLiteral("/flow.json");
    const QString path = QFileDialog::getSaveFileName(&m_parts.window, tr("Save the flow"),
                                                      suggestion, fileFilter());
    if (!path.isEmpty())
        write(path);
}

void FlowFiles::write(const QString &path)
{
    // What the person sees, also where it is no flow yet.
    m_written = m_parts.editor.text();
    QMetaObject::invokeMethod(
        &m_parts.archive,
        [archive = &m_parts.archive, path, text = m_written] { archive->writeFlow(path, text); });
}

void FlowFiles::takeRead(const FlowFile &file)
{
    m_parts.window.showMessage(topic(), models::Severity::Error, file.problem);
    // Unsaved changes outlive the file they were made to.
    const bool hasDraft = m_drafts.of(file.path).has_value();
    if (!file.document && !hasDraft && file.brokenText.isEmpty())
        return;
    m_isFile = true;
    m_parts.settings.addRecentFlow(file.path);
    refreshList();
    show(file.document.value_or(models::FlowDocument()), file.path,
         QFileInfo(file.path).completeBaseName());
    if (file.document)
        return;
    m_stored = file.brokenText;
    // Shown as text, with the mistake marked, so that it can be corrected here.
    if (!hasDraft)
        m_parts.editor.continueWith(file.brokenText);
    noteDraft();
}

void FlowFiles::watch()
{
    const QString path = m_isFile ? m_key : QString();
    QMetaObject::invokeMethod(&m_parts.archive,
                              [archive = &m_parts.archive, path] { archive->watchFlow(path); });
}

void FlowFiles::takeSeen(const FlowFileState &file)
{
    if (!m_isFile || file.path != m_key || file.text == m_stored)
        return;
    const QString name = QFileInfo(file.path).fileName();
    if (!file.text) {
        const QString lost =
            file.isThere ? tr("%1 can no longer be read. The flow is still open here: save "
                              "it under another name.")
                         : tr("%1 is no longer on disk. The flow is still open here: save it "
                              "to write it again.");
        m_parts.window.showMessage(diskTopic(), models::Severity::Warning, lost.arg(name));
        return;
    }
    m_stored = *file.text;
    noteDraft();
    if (m_parts.editor.text() == m_stored) {
        m_parts.window.showMessage(diskTopic(), models::Severity::Info, {});
        return;
    }
    m_parts.window.showChoice(
        diskTopic(), models::Severity::Warning,
        tr("%1 was changed on disk by another program. Take what is there, or "
           "keep what is here; saving then replaces the file.")
            .arg(name),
        {tr("Take the file"), tr("Keep this")});
}

void FlowFiles::takeChoice(const QString &topic, int choice)
{
    constexpr int takeTheFile = 0;
    // An edit like any other: undo brings back what was here.
    if (topic == diskTopic() && choice == takeTheFile)
        m_parts.editor.continueWith(m_stored);
}

void FlowFiles::takeWritten(const QString &path, const QString &problem)
{
    m_parts.window.showMessage(topic(), models::Severity::Error, problem);
    if (!problem.isEmpty())
        return;
    m_drafts.remove(m_key);
    m_isFile = true;
    m_key = path;
    m_title = QFileInfo(path).completeBaseName();
    m_stored = m_written;
    watch();
    m_parts.window.showMessage(diskTopic(), models::Severity::Info, {});
    noteDraft();
    m_parts.settings.addRecentFlow(path);
    m_parts.library.refresh();
    refreshList();
    refreshTitle();
}

void FlowFiles::follow(const QString &from, const QString &to)
{
    const QString title = QFileInfo(to).completeBaseName();
    if (const auto draft = m_drafts.of(from)) {
        m_drafts.remove(from);
        m_drafts.put(to, {title, draft->text});
        m_draftTimer.start();
    }
    m_parts.settings.replaceRecentFlow(from, to);
    if (m_key == from) {
        m_key = to;
        m_title = title;
        m_drafts.setCurrent(to);
        watch();
    }
    refreshList();
}

// Unsaved changes to it stay among the drafts, for the case that it comes back.
void FlowFiles::leave(const QString &path)
{
    m_parts.settings.replaceRecentFlow(path, {});
    if (m_key == path)
        openByKey(m_parts.library.builtIn().front().key);
    refreshList();
}

void FlowFiles::show(const models::FlowDocument &document, const QString &key, const QString &title)
{
    m_key = key;
    m_title = title;
    m_stored = document.text();
    watch();
    m_parts.window.showMessage(diskTopic(), models::Severity::Info, {});
    m_drafts.setCurrent(key);
    const auto draft = m_drafts.of(key);
    // What was never saved has nothing before it to which undo could lead back.
    const auto begun = draft && Drafts::isNeverSaved(key)
                           ? models::FlowDocument::fromText(draft->text)
                           : models::DocumentProblem();
    m_parts.editor.setDocument(begun ? begun.value() : document, title);
    const bool hasChanges = draft && draft->text != document.text();
    if (hasChanges && !begun)
        m_parts.editor.continueWith(draft->text);
    if (draft)
        m_parts.editor.setSentAsIs(draft->isSentAsIs);
    m_parts.window.showMessage(draftTopic(), models::Severity::Info,
                               hasChanges && !Drafts::isNeverSaved(key)
                                   ? tr("Your unsaved changes to this flow are back. Ctrl+Z in the "
                                        "editor returns to the flow without them.")
                                   : QString());
    refreshTitle();
}

void FlowFiles::takeDrafts(const Drafts &drafts)
{
    const bool hasBegun = !m_drafts.all().empty();
    for (const auto &[key, draft] : drafts.all()) {
        if (!m_drafts.of(key))
            m_drafts.put(key, draft);
    }
    refreshList();
    if (!hasBegun && drafts.of(drafts.current()))
        openByKey(drafts.current());
}

void FlowFiles::noteEdit()
{
    // From here on one step of undo no longer leads back to the flow as it was.
    m_parts.window.showMessage(draftTopic(), models::Severity::Info, {});
    noteDraft();
}

void FlowFiles::noteDraft()
{
    const bool wasThere = m_drafts.of(m_key).has_value();
    const QByteArray text = m_parts.editor.text();
    const bool isSentAsIs = m_parts.editor.isSentAsIs();
    if (text == m_stored && !isSentAsIs)
        m_drafts.remove(m_key);
    else
        m_drafts.put(m_key, {m_title, text, isSentAsIs});
    if (wasThere != m_drafts.of(m_key).has_value())
        refreshList();
    m_draftTimer.start();
    refreshTitle();
}

void FlowFiles::writeDrafts()
{
    QMetaObject::invokeMethod(&m_parts.archive,
                              [archive = &m_parts.archive, path = m_parts.draftsPath,
                               drafts = m_drafts] { archive->writeDrafts(path, drafts); });
}

void FlowFiles::refreshList()
{
    m_recent.refresh();
    std::vector<models::FlowListEntry> entries = m_parts.library.builtIn();
    const auto &own = m_parts.library.own();
    entries.insert(entries.end(), own.begin(), own.end());
    const auto addOnce = [&](const QString &key, const QString &title, const QByteArray &text) {
        const bool isKnown =
            std::ranges::find(entries, key, &models::FlowListEntry::key) != entries.end();
        if (!isKnown && !m_parts.library.isDeleted(key))
            entries.push_back({key, title, models::FlowGroup::Own, text});
    };
    for (const QString &path : m_parts.settings.recentFlows())
        addOnce(path, QFileInfo(path).completeBaseName(), {});
    // Whatever holds unsaved changes can be reached.
    for (const auto &[key, draft] : m_drafts.all())
        addOnce(key, draft.title, draft.text);
    m_parts.list.setEntries(std::move(entries));
    // A new list has nothing selected.
    refreshTitle();
}

void FlowFiles::refreshTitle()
{
    // A flow that is only sent as it is has nothing to save.
    const auto draft = m_drafts.of(m_key);
    m_parts.window.setFlowTitle(m_key, m_title, draft && draft->text != m_stored);
}

} // namespace otpscope::window
