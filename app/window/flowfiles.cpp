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
    connect(&parts.editor, &ui::FlowEditor::documentChanged, this, &FlowFiles::refreshTitle);
    connect(&parts.archive, &Archive::flowRead, this, &FlowFiles::takeRead);
    connect(&parts.archive, &Archive::flowWritten, this, &FlowFiles::takeWritten);
    refreshList();
}

void FlowFiles::openFirst()
{
    if (m_examples.empty())
        openNew();
    else
        openByKey(m_examples.front().name);
}

void FlowFiles::openFile(const QString &path)
{
    QMetaObject::invokeMethod(&m_parts.archive,
                              [archive = &m_parts.archive, path] { archive->readFlow(path); });
}

void FlowFiles::openNew()
{
    m_isFile = false;
    show(models::FlowDocument(), {}, tr("New flow"));
}

void FlowFiles::openByKey(const QString &key)
{
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
    const QByteArray text = m_parts.editor.document().text();
    QMetaObject::invokeMethod(&m_parts.archive, [archive = &m_parts.archive, path, text] {
        archive->writeFlow(path, text);
    });
}

void FlowFiles::takeRead(const FlowFile &file)
{
    m_parts.window.showMessage(topic(), models::Severity::Error, file.problem);
    if (!file.document)
        return;
    m_isFile = true;
    m_parts.settings.addRecentFlow(file.path);
    refreshList();
    show(*file.document, file.path, QFileInfo(file.path).completeBaseName());
}

void FlowFiles::takeWritten(const QString &path, const QString &problem)
{
    m_parts.window.showMessage(topic(), models::Severity::Error, problem);
    if (!problem.isEmpty())
        return;
    m_isFile = true;
    m_key = path;
    m_title = QFileInfo(path).completeBaseName();
    m_stored = m_parts.editor.document();
    m_parts.settings.addRecentFlow(path);
    refreshList();
    refreshTitle();
}

void FlowFiles::show(const models::FlowDocument &document, const QString &key,
                     const QString &title)
{
    m_key = key;
    m_title = title;
    m_stored = document;
    m_parts.editor.setDocument(document, title);
    refreshTitle();
}

void FlowFiles::refreshList()
{
    std::vector<models::FlowListEntry> entries;
    for (const platform::Example &example : m_examples)
        entries.push_back({example.name, titleOfExample(example.name), true, example.text});
    for (const QString &path : m_parts.settings.recentFlows())
        entries.push_back({path, QFileInfo(path).completeBaseName(), false, {}});
    m_parts.list.setEntries(std::move(entries));
}

void FlowFiles::refreshTitle()
{
    const bool isChanged = m_parts.editor.document().json() != m_stored.json();
    m_parts.window.setFlowTitle(m_key, m_title, isChanged);
}

} // namespace otpscope::window
