// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/exportdesk.h"

#include "app/run/bundling.h"
#include "app/window/replayer.h"
#include "models/items/findingmodel.h"
#include "models/items/observationmodel.h"
#include "models/text/sentences.h"
#include "ui/run/expectationpanel.h"
#include "ui/run/runtexts.h"
#include "ui/run/runview.h"
#include "ui/timeline/timelinewidget.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QSaveFile>

#include <utility>

namespace otpscope::window {

namespace {

QString endingOf(ExportDesk::Form form)
{
    switch (form) {
    case ExportDesk::Form::Png:
        return QStringLiteral("png");
    case ExportDesk::Form::Svg:
        return QStringLiteral("svg");
    case ExportDesk::Form::Csv:
        return QStringLiteral("csv");
    case ExportDesk::Form::Json:
    case ExportDesk::Form::Bundle:
        return QStringLiteral("json");
    }
    Q_UNREACHABLE();
}

} // namespace

ExportWriter::ExportWriter(const Replayer &replayer)
    : m_replayer(replayer)
{}

void ExportWriter::write(const QString &path, const std::function<QByteArray()> &make)
{
    const QByteArray bytes = make();
    QSaveFile file(path);
    const bool isWritten =
        file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    Q_EMIT written(
        path,
        isWritten
            ? QString()
            : tr("%1 cannot be written: %2. Choose another place.").arg(path, file.errorString()));
}

void ExportWriter::setStore(const std::shared_ptr<store::ObservationStore> &store)
{
    m_store = store;
}

void ExportWriter::writeBundle(const QString &path, const Wanted &wanted)
{
    std::optional<models::Bundle> found = bundleOf(wanted.run);
    if (!found) {
        Q_EMIT written(path,
                       tr("This run is not in the history, so no bundle of it can be saved."));
        return;
    }
    write(path, [&] {
        models::Bundle bundle = *std::move(found);
        // A run that somebody still follows has only what the window knows.
        if (!bundle.followedTo)
            bundle.followedTo = wanted.overAt;
        bundle.expectations = wanted.expectations;
        return models::writeBundle(wanted.masking == report::Masking::Masked
                                       ? models::masked(std::move(bundle))
                                       : std::move(bundle));
    });
}

std::optional<models::Bundle> ExportWriter::bundleOf(const models::RunId &run) const
{
    if (auto played = m_replayer.bundleOf(run))
        return played;
    const auto stored = m_store ? m_store->run(run) : std::nullopt;
    return stored ? std::optional(run::bundleOf(*stored, *m_store)) : std::nullopt;
}

ExportDesk::ExportDesk(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    addExport(tr("Export the picture as P&NG…"), Form::Png);
    addExport(tr("Export the picture as S&VG…"), Form::Svg);
    addExport(tr("Export the events as &CSV…"), Form::Csv);
    addExport(tr("Export the events as &JSON…"), Form::Json);
    addExport(tr("Save a &bundle of the run…"), Form::Bundle);
    connect(addAction(tr("C&opy the picture")), &QAction::triggered, this,
            &ExportDesk::copyPicture);
    connect(addAction(tr("Copy the &events")), &QAction::triggered, this, &ExportDesk::copyEvents);
    m_masks = addAction(tr("&Mask pins and numbers in exports"));
    m_masks->setCheckable(true);
    m_masks->setChecked(true);
    parts.window.addRunActions(m_actions);
    connect(&parts.writer, &ExportWriter::written, this,
            [this](const QString &path, const QString &problem) {
                m_parts.window.showMessage(
                    QStringLiteral("export"),
                    problem.isEmpty() ? models::Severity::Info : models::Severity::Error,
                    problem.isEmpty() ? tr("Written: %1").arg(path) : problem);
            });
}

QAction *ExportDesk::addAction(const QString &text)
{
    auto *action = new QAction(text, this);
    m_actions << action;
    return action;
}

void ExportDesk::addExport(const QString &text, Form form)
{
    connect(addAction(text), &QAction::triggered, this, [this, form] { askWhere(form); });
}

void ExportDesk::askWhere(Form form)
{
    const QString ending = endingOf(form);
    QString path =
        QFileDialog::getSaveFileName(&m_parts.window, tr("Export"), QStringLiteral("run.") + ending,
                                     QStringLiteral("*.%1").arg(ending));
    if (path.isEmpty())
        return;
    if (QFileInfo(path).suffix().isEmpty())
        path += u'.' + ending;
    exportTo(path, form);
}

void ExportDesk::exportTo(const QString &path, Form form)
{
    if (form == Form::Bundle) {
        bundleTo(path);
        return;
    }
    QMetaObject::invokeMethod(
        &m_parts.writer,
        [writer = &m_parts.writer, path, make = makerOf(form)] { writer->write(path, make); });
}

std::function<QByteArray()> ExportDesk::makerOf(Form form) const
{
    switch (form) {
    case Form::Png:
        return [picture = sheet()] { return ui::pngOf(picture); };
    case Form::Svg:
        return [picture = sheet()] { return ui::svgOf(picture); };
    case Form::Csv:
        return [rows = events(), mask = masking()] { return report::eventsCsv(rows, mask); };
    case Form::Json:
        return [rows = events(), mask = masking()] { return report::eventsJson(rows, mask); };
    case Form::Bundle:
        break;
    }
    Q_UNREACHABLE();
}

void ExportDesk::bundleTo(const QString &path)
{
    const models::Expectations &expectations = m_parts.window.expectationPanel()->expectations();
    const ExportWriter::Wanted wanted{
        m_parts.run.run(), m_parts.run.state().concludedAt,
        expectations.isEmpty() ? QByteArray() : models::writeExpectations(expectations), masking()};
    QMetaObject::invokeMethod(&m_parts.writer, [writer = &m_parts.writer, path, wanted] {
        writer->writeBundle(path, wanted);
    });
}

void ExportDesk::copyPicture()
{
    QApplication::clipboard()->setImage(ui::imageOf(sheet()));
}

void ExportDesk::copyEvents()
{
    QApplication::clipboard()->setText(QString::fromUtf8(report::eventsCsv(events(), masking())));
}

report::Masking ExportDesk::masking() const
{
    return m_masks->isChecked() ? report::Masking::Masked : report::Masking::AsItIs;
}

ui::PictureSheet ExportDesk::sheet() const
{
    const ui::RunView &view = *m_parts.window.runView();
    const models::RunState &state = m_parts.run.state();
    const QString verdict =
        ui::verdictOf(m_parts.run.findingModel()->findings(), state.isConcluded(),
                      m_parts.window.expectationPanel()->failed())
            .text;
    ui::PictureSheet sheet{
        view.timeline()->picture(), ui::coloursFor(view.palette()), view.font(), view.headline(),
        verdict + QStringLiteral(" · ") + ui::detailsOf(state, view.isFollowed())};
    return m_masks->isChecked() ? ui::masked(std::move(sheet)) : sheet;
}

std::vector<models::ObservationSummary> ExportDesk::events() const
{
    return m_parts.run.observationModel()->observations();
}

} // namespace otpscope::window
