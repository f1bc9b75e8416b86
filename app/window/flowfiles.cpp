// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/flowfiles.h"

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

// Long enough that typing on is one write, short enough that a crash takes no more than a word.
constexpr std::chrono::milliseconds draftDelay(500);

/// "example-2-with-business" as "Example 2 · with business".
QString titleOfExample(const QString &name)
{
    QStringList parts = name.split(u'-');
    if (parts.size() < 3)
        return name;
    const QString number = parts.at(1);
    return FlowFiles::tr("Example %1 · %2").arg(number, parts.mid(2).join(u' '));
}

QString fileFilter()
{
    return FlowFiles::tr("Flows (*.json);;All files (*)");
}

} // namespace

FlowFiles::FlowFiles(const Parts &parts, QObject *parent)
    : QObject(parent), m_parts(parts), m_examples(platform::builtInExamples())
{
    connect(&parts.window, &ui::MainWindow::newRequested, this, &FlowFiles::openNew);
    connect(&parts.window, &ui::MainWindow::openRequested, this, &FlowFiles::askWhatToOpen);
    connect(&parts.window, &ui::MainWindow::saveRequested, this, &FlowFiles::save);
    connect(&parts.window, &ui::MainWindow::saveAsRequested, this, &FlowFiles::askWhereToSave);
    connect(&parts.window, &ui::MainWindow::flowChosen, this, &FlowFiles::openByKey);
    connect(&parts.archive, &Archive::flowRead, this, &FlowFiles::takeRead);
    connect(&parts.archive, &Archive::flowWritten, this, &FlowFiles::takeWritten);
    connect(&parts.editor, &ui::FlowEditor::documentChanged, this, &FlowFiles::noteDraft);
    connect(&parts.editor, &ui::FlowEditor::textEdited, this, &FlowFiles::noteDraft);
    connect(&parts.archive, &Archive::flowSeen, this, &FlowFiles::takeSeen);
    connect(&parts.window, &ui::MainWindow::messageChoiceMade, this, &FlowFiles::takeChoice);
    connect(&parts.editor, &ui::FlowEditor::sentAsIsChanged, this, &FlowFiles::noteDraft);
    connect(&parts.archive, &Archive::draftsRead, this, &FlowFiles::takeDrafts);
    connect(&parts.archive, &Archive::draftsWritten, this, [this](const QString &problem) {
        m_parts.window.showMessage(draftTopic(), models::Severity::Error, problem);
    });
    m_draftTimer.setSingleShot(true);
    m_draftTimer.setInterval(draftDelay);
    connect(&m_draftTimer, &QTimer::timeout, this, &FlowFiles::writeDrafts);
    refreshList();
}

void FlowFiles::openFirst()
{
    if (m_examples.empty())
        openNew();
    else
        openByKey(m_examples.front().name);
    QMetaObject::invokeMethod(&m_parts.archive,
                              [archive = &m_parts.archive, path = m_parts.draftsPath] {
                                  archive->readDrafts(path);
                              });
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
        show(models::FlowDocument(), key,
             draft ? draft->title : tr("New flow %1").arg(key.section(u':', 1)));
        return;
    }
    const auto example = std::ranges::find(m_examples, key, &platform::Example::name);
    if (example == m_examples.end()) {
        openFile(key);
        return;
    }
    const auto document = models::FlowDocument::fromText(example->text);
    if (!document)
        return;
    m_isFile = false;
    show(document.value(), key, titleOfExample(key));
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
    const QString suggestion = m_isFile ? m_key : QStringLiteral("flow.json");
    const QString path = QFileDialog::getSaveFileName(&m_parts.window, tr("Save the flow"),
                                                      suggestion, fileFilter());
    if (!path.isEmpty())
        write(path);
}

void FlowFiles::write(const QString &path)
{
    // What the person sees, also where it is no flow yet.
    m_written = m_parts.editor.text();
    QMetaObject::invokeMethod(&m_parts.archive, [archive = &m_parts.archive, path,
                                                 text = m_written] {
        archive->writeFlow(path, text);
    });
}

void FlowFiles::takeRead(const FlowFile &file)
{
    m_parts.window.showMessage(topic(), models::Severity::Error, file.problem);
    // Unsaved changes outlive the file they were made to.
    if (!file.document && !m_drafts.of(file.path)) {
        if (!file.brokenText.isEmpty())
            openBroken(file);
        return;
    }
    m_isFile = true;
    m_parts.settings.addRecentFlow(file.path);
    refreshList();
    show(file.document.value_or(models::FlowDocument()), file.path,
         QFileInfo(file.path).completeBaseName());
}

// Shown as text, with the mistake marked, so that it can be corrected here.
void FlowFiles::openBroken(const FlowFile &file)
{
    m_isFile = true;
    m_parts.settings.addRecentFlow(file.path);
    refreshList();
    show(models::FlowDocument(), file.path, QFileInfo(file.path).completeBaseName());
    m_stored = file.brokenText;
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
        m_parts.window.showMessage(diskTopic(), models::Severity::Warning,
                                   tr("%1 is no longer on disk. The flow is still open here: save it "
                                      "to write it again.")
                                       .arg(name));
        return;
    }
    m_stored = *file.text;
    noteDraft();
    if (m_parts.editor.text() == m_stored) {
        m_parts.window.showMessage(diskTopic(), models::Severity::Info, {});
        return;
    }
    m_parts.window.showChoice(diskTopic(), models::Severity::Warning,
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
    refreshList();
    refreshTitle();
}

void FlowFiles::show(const models::FlowDocument &document, const QString &key,
                     const QString &title)
{
    m_key = key;
    m_title = title;
    m_stored = document.text();
    watch();
    m_parts.window.showMessage(diskTopic(), models::Severity::Info, {});
    m_drafts.setCurrent(key);
    const auto draft = m_drafts.of(key);
    m_parts.editor.setDocument(document, title);
    const bool hasChanges = draft && draft->text != document.text();
    if (hasChanges)
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
    QMetaObject::invokeMethod(&m_parts.archive, [archive = &m_parts.archive,
                                                 path = m_parts.draftsPath,
                                                 drafts = m_drafts] {
        archive->writeDrafts(path, drafts);
    });
}

void FlowFiles::refreshList()
{
    std::vector<models::FlowListEntry> entries;
    for (const platform::Example &example : m_examples)
        entries.push_back({example.name, titleOfExample(example.name), true, example.text});
    for (const QString &path : m_parts.settings.recentFlows())
        entries.push_back({path, QFileInfo(path).completeBaseName(), false, {}});
    // Whatever holds unsaved changes can be reached.
    for (const auto &[key, draft] : m_drafts.all()) {
        if (std::ranges::find(entries, key, &models::FlowListEntry::key) == entries.end())
            entries.push_back({key, draft.title, false, draft.text});
    }
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
