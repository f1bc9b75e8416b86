// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/expectationfiles.h"

#include "models/text/expectationsentences.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QSaveFile>
#include <QThread>

namespace otpscope::window {

namespace {

/// Far above what anybody writes by hand.
constexpr qint64 largestExpectations = 1024 * 1024;

QString nameOfFile(const QString &path)
{
    return QFileInfo(path).fileName();
}

} // namespace

void ExpectationReader::read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        Q_EMIT wasRead(path, {},
                       tr("%1 cannot be read: %2.").arg(nameOfFile(path), file.errorString()));
        return;
    }
    if (file.size() > largestExpectations) {
        Q_EMIT wasRead(path, {}, tr("%1 is too large for expectations.").arg(nameOfFile(path)));
        return;
    }
    const auto expectations = models::readExpectations(file.readAll());
    if (!expectations) {
        Q_EMIT wasRead(path, {},
                       nameOfFile(path) + QLatin1String(": ") +
                           models::sentenceFor(expectations.error()));
        return;
    }
    Q_EMIT wasRead(path, expectations.value(), {});
}

void ExpectationReader::write(const QString &path, const QByteArray &text)
{
    QSaveFile file(path);
    const bool isWritten =
        file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit();
    Q_EMIT wasWritten(
        path, isWritten
                  ? QString()
                  : tr("%1 could not be written: %2.").arg(nameOfFile(path), file.errorString()));
}

ExpectationFiles::ExpectationFiles(ui::ExpectationPanel &panel, QThread &thread, QObject *parent)
    : QObject(parent)
    , m_panel(panel)
    , m_thread(thread)
    , m_reader(new ExpectationReader)
{
    qRegisterMetaType<models::Expectations>();
    m_reader->moveToThread(&thread);
    connect(&panel, &ui::ExpectationPanel::openRequested, this, &ExpectationFiles::askWhatToOpen);
    connect(&panel, &ui::ExpectationPanel::saveRequested, this, &ExpectationFiles::askWhereToSave);
    connect(m_reader, &ExpectationReader::wasRead, this,
            [this](const QString &path, const models::Expectations &expectations,
                   const QString &problem) {
                if (problem.isEmpty())
                    m_panel.setExpectations(expectations, nameOfFile(path));
                else
                    m_panel.showProblem(problem);
            });
    connect(m_reader, &ExpectationReader::wasWritten, this,
            [this](const QString &path, const QString &problem) {
                if (problem.isEmpty())
                    m_panel.setExpectations(m_panel.expectations(), nameOfFile(path));
                else
                    m_panel.showProblem(problem);
            });
}

ExpectationFiles::~ExpectationFiles()
{
    // A thread that does not run deletes nothing.
    if (m_thread.isRunning())
        m_reader->deleteLater();
    else
        delete m_reader;
}

void ExpectationFiles::openFile(const QString &path)
{
    QMetaObject::invokeMethod(m_reader, [reader = m_reader, path] { reader->read(path); });
}

void ExpectationFiles::saveFile(const QString &path)
{
    const QByteArray text = models::writeExpectations(m_panel.expectations());
    QMetaObject::invokeMethod(m_reader,
                              [reader = m_reader, path, text] { reader->write(path, text); });
}

void ExpectationFiles::askWhatToOpen()
{
    const QString path =
        QFileDialog::getOpenFileName(&m_panel, tr("Open expectations"), {}, tr("JSON (*.json)"));
    if (!path.isEmpty())
        openFile(path);
}

void ExpectationFiles::askWhereToSave()
{
    const QString path =
        QFileDialog::getSaveFileName(&m_panel, tr("Save expectations"),
                                     QStringLiteral("expectations.json"), tr("JSON (*.json)"));
    if (!path.isEmpty())
        saveFile(path);
}

} // namespace otpscope::window
