// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/flowimports.h"

#include "models/text/importsentences.h"
#include "ui/import/importdialog.h"

#include <QFileDialog>
#include <QFileInfo>

namespace otpscope::window {

namespace {

const QString &topic()
{
    static const QString topic = QStringLiteral("import");
    return topic;
}

} // namespace

FlowImports::FlowImports(ui::MainWindow &window, FlowFiles &files, QThread &thread)
    : m_window(window)
    , m_files(files)
    , m_thread(thread)
    , m_actions(new ui::ImportActions(&window))
    , m_reader(new ImportReader)
{
    qRegisterMetaType<std::shared_ptr<const models::Import>>();
    m_reader->moveToThread(&thread);
    window.addFileActions(m_actions->all());
    connect(m_actions, &ui::ImportActions::fileWanted, this, &FlowImports::askForFile);
    connect(m_actions, &ui::ImportActions::fileGiven, m_reader, &ImportReader::readFile);
    connect(m_actions, &ui::ImportActions::textGiven, m_reader, &ImportReader::readText);
    connect(m_reader, &ImportReader::found, this, &FlowImports::show);
    connect(m_reader, &ImportReader::failed, this, &FlowImports::sayProblem);
}

FlowImports::~FlowImports()
{
    if (m_thread.isRunning())
        m_reader->deleteLater();
    else
        delete m_reader;
}

void FlowImports::askForFile()
{
    const QString path =
        QFileDialog::getOpenFileName(&m_window, tr("Import a request"), {}, tr("All files (*)"));
    if (!path.isEmpty())
        QMetaObject::invokeMethod(m_reader, [reader = m_reader, path] { reader->readFile(path); });
}

void FlowImports::show(const std::shared_ptr<const models::Import> &import, const QString &source)
{
    sayProblem({});
    // What was pasted last counts.
    delete m_dialog;
    m_dialog = new ui::ImportDialog(*import, source, &m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &QDialog::accepted, this, [this, source] {
        const models::ImportedRequest &request = m_dialog->chosen();
        const QString title = !request.name.isEmpty() || source.isEmpty()
                                  ? models::titleOf(request)
                                  : QFileInfo(source).completeBaseName();
        m_files.openUnsaved(title, request.body);
        m_window.focusEditor();
    });
    m_dialog->open();
}

void FlowImports::sayProblem(const QString &problem)
{
    m_window.showMessage(topic(), models::Severity::Error, problem);
}

} // namespace otpscope::window
