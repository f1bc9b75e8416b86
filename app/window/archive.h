// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/observationstore.h"
#include "app/window/drafts.h"
#include "app/window/flowwatch.h"
#include "models/catalogue/catalogue.h"
#include "models/compare/runcomparison.h"
#include "models/flow/flowdocument.h"
#include "models/items/runlistmodel.h"
#include "models/run/observation.h"
#include "models/run/runupdate.h"

#include <QObject>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace otpscope::window {

/// A flow file as read, or why it could not be.
struct FlowFile
{
    QString path;
    std::optional<models::FlowDocument> document;
    /// A text that is no flow and can be corrected by hand; empty where there is a document, or
    /// nothing that could be shown as text.
    QByteArray brokenText;
    /// A sentence; empty where there is a document.
    QString problem;
};

/// The file of the open flow, looked at again.
struct FlowFileState
{
    QString path;
    bool isThere = false;
    /// Nothing where the file is gone, cannot be read any more, or holds no text that can be shown.
    std::optional<QByteArray> text;
};

/// A run of the past, derived again from what is stored.
struct StoredRunView
{
    store::StoredRun run;
    models::FlowDocument document;
    /// Before anything was observed: the steps, waiting.
    models::RunState initial;
    models::RunUpdate update;
};

/// Everything that reads files or the store for the window, off the GUI thread: one job after the
/// other, in a thread of its own, so that neither the window nor the run under way waits.
class Archive final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Archive)

public:
    /// Must outlive it.
    explicit Archive(const models::Catalogue &catalogue);

    /// Begins to list what is there. Before this, reading from the store does nothing.
    void setStore(const std::shared_ptr<store::ObservationStore> &store);
    /// `before` is the one it is to be held against; none where it is not stored.
    void fetchObservation(models::ObservationId id, models::ObservationId before);
    void openRun(const models::RunId &run);
    /// Does nothing where one of them is not there any more.
    void compareRuns(const models::RunId &first, const models::RunId &second);
    void readFlow(const QString &path);
    /// Replaces the file as a whole or leaves it as it was.
    void writeFlow(const QString &path, const QByteArray &text);
    /// Tells by filesMissed() which of these are no files, or cannot be reached.
    void lookForFiles(const QStringList &paths);
    /// Looks at this file again whenever it may have changed; an empty path ends that.
    void watchFlow(const QString &path);

    /// The file need not exist.
    void readDrafts(const QString &path);
    /// For the owner alone.
    void writeDrafts(const QString &path, const Drafts &drafts);

Q_SIGNALS:
    /// First without headlines, then with them.
    void historyRead(const std::vector<otpscope::models::RunListEntry> &entries);
    void observationFetched(const otpscope::models::Observation &observation,
                            const std::optional<otpscope::models::Observation> &before);
    void runOpened(const std::shared_ptr<const otpscope::window::StoredRunView> &run);
    void runsCompared(const otpscope::models::RunComparison &comparison);
    void flowRead(const otpscope::window::FlowFile &file);
    /// `problem` is a sentence; empty where it was written.
    void flowWritten(const QString &path, const QString &problem);
    void filesMissed(const QStringList &paths);
    /// Whether it is another one is for the receiver to say.
    void flowSeen(const otpscope::window::FlowFileState &file);
    void draftsRead(const otpscope::window::Drafts &drafts);
    /// `problem` is a sentence; empty where they were written.
    void draftsWritten(const QString &problem);

private:
    void listRuns();
    void lookAtFlow(const QString &path);
    [[nodiscard]] std::optional<StoredRunView> derive(const store::StoredRun &run) const;
    [[nodiscard]] std::optional<models::ComparedRun> comparable(const models::RunId &run) const;

    const models::Catalogue &m_catalogue;
    FlowWatch *m_watch;
    std::shared_ptr<store::ObservationStore> m_store;
};

/// How the history lists a run.
[[nodiscard]] models::RunListEntry listEntryOf(const store::StoredRun &run,
                                               const models::RunState &state);

} // namespace otpscope::window
