// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/eventexport.h"
#include "app/store/observationstore.h"
#include "models/bundle/bundle.h"
#include "models/items/runmodel.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/timeline/timelineexport.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QAction;

namespace otpscope::window {

class Replayer;

/// Makes bytes and writes them to a file, off the GUI thread. Replaces a file as a whole or leaves
/// it as it was.
class ExportWriter final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExportWriter)

public:
    /// `replayer` lives in the same thread and must outlive the calls.
    explicit ExportWriter(const Replayer &replayer);

    /// Before this, nothing of the history can be written.
    void setStore(const std::shared_ptr<store::ObservationStore> &store);
    void write(const QString &path, const std::function<QByteArray()> &make);
    /// What is to go into a bundle beside what is stored.
    struct Wanted
    {
        models::RunId run;
        std::optional<models::Instant> overAt;
        QByteArray expectations;
        report::Masking masking = report::Masking::Masked;
    };
    void writeBundle(const QString &path, const Wanted &wanted);

Q_SIGNALS:
    /// `problem` is a sentence; empty where it was written.
    void written(const QString &path, const QString &problem);

private:
    /// Nothing where the run is neither on play nor in the history.
    [[nodiscard]] std::optional<models::Bundle> bundleOf(const models::RunId &run) const;

    const Replayer &m_replayer;
    std::shared_ptr<store::ObservationStore> m_store;
};

/// Takes the run on show out of the window: its picture as PNG or SVG, its events as CSV or JSON, all
/// of it as a bundle, to a file or to the clipboard. Masked unless the person asks otherwise. GUI thread.
class ExportDesk final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExportDesk)

public:
    /// All of it must outlive this.
    struct Parts
    {
        ui::MainWindow &window;
        const models::RunModel &run;
        ExportWriter &writer;
    };
    enum class Form {
        Png,
        Svg,
        Csv,
        Json,
        Bundle,
    };

    explicit ExportDesk(const Parts &parts, QObject *parent = nullptr);

    /// To this file, without asking.
    void exportTo(const QString &path, Form form);
    void copyPicture();
    void copyEvents();

private:
    QAction *addAction(const QString &text);
    void addExport(const QString &text, Form form);
    void askWhere(Form form);
    void bundleTo(const QString &path);
    [[nodiscard]] report::Masking masking() const;
    [[nodiscard]] ui::PictureSheet sheet() const;
    [[nodiscard]] std::vector<models::ObservationSummary> events() const;
    [[nodiscard]] std::function<QByteArray()> makerOf(Form form) const;

    Parts m_parts;
    QList<QAction *> m_actions;
    QAction *m_masks = nullptr;
};

} // namespace otpscope::window
