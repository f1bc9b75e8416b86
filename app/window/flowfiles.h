// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/archive.h"
#include "app/window/drafts.h"
#include "app/window/flowlibrary.h"
#include "app/window/recentflows.h"
#include "app/window/settings.h"
#include "models/items/flowlistmodel.h"
#include "ui/editor/floweditor.h"
#include "ui/mainwindow/mainwindow.h"

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QTimer>

#include <vector>

namespace otpscope::window {

/// Which flow is open in the editor, and the ways in and out: what comes with the program, files,
/// new ones. GUI thread; reading and writing happen in the archive's.
class FlowFiles final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FlowFiles)

public:
    /// What it joins; all of it must outlive this.
    struct Parts
    {
        ui::MainWindow &window;
        ui::FlowEditor &editor;
        models::FlowListModel &list;
        FlowLibrary &library;
        Archive &archive;
        Settings &settings;
        /// Where unsaved changes are kept.
        QString draftsPath;
    };

    explicit FlowFiles(const Parts &parts, QObject *parent = nullptr);

    /// The first example, so that there is something to send; a moment later the flow that was left
    /// with unsaved changes, if there is one and nothing else was opened.
    void openFirst();
    /// Writes what is not written yet, and waits for it. The archive's thread must run.
    void flush();
    void openFile(const QString &path);
    /// A flow that comes from elsewhere and was never saved, whether the text is one or not.
    void openUnsaved(const QString &title, const QByteArray &text);
    [[nodiscard]] QString title() const { return m_title; }

private:
    void openNew();
    void openByKey(const QString &key);
    void askWhatToOpen();
    void save();
    void askWhereToSave();
    void write(const QString &path);
    void takeRead(const FlowFile &file);
    void takeWritten(const QString &path, const QString &problem);
    void takeSeen(const FlowFileState &file);
    void takeChoice(const QString &topic, int choice);
    void watch();
    void show(const models::FlowDocument &document, const QString &key, const QString &title);
    void takeDrafts(const Drafts &drafts);
    void noteEdit();
    void noteDraft();
    void writeDrafts();
    void connectLibrary();
    void askForLibraryFolder();
    void follow(const QString &from, const QString &to);
    void leave(const QString &path);
    void refreshList();
    void refreshTitle();

    Parts m_parts;
    RecentFlows m_recent;
    /// See Drafts.
    QString m_key;
    QString m_title;
    bool m_isFile = false;
    /// The text as stored, to tell whether something was changed.
    QByteArray m_stored;
    /// As given to the archive to write.
    QByteArray m_written;
    Drafts m_drafts;
    QTimer m_draftTimer;
};

} // namespace otpscope::window
