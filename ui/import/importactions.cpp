// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/importactions.h"

#include <QClipboard>
#include <QDropEvent>
#include <QGuiApplication>
#include <QKeySequence>
#include <QMimeData>
#include <QUrl>
#include <QWidget>
#include <QWindow>

namespace otpscope::ui {

namespace {

/// The first file on this machine; empty where there is none.
QString fileIn(const QMimeData &data)
{
    const auto urls = data.urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            return url.toLocalFile();
    }
    return {};
}

} // namespace

ImportActions::ImportActions(QWidget *window)
    : QObject(window)
    , m_window(window)
{
    auto *file = new QAction(tr("&Import…"), this);
    file->setShortcut(QKeySequence(QStringLiteral("Ctrl+I")));
    file->setToolTip(tr("A request body, a cURL command, a Postman collection or a HAR file"));
    auto *clipboard = new QAction(tr("Import from the clip&board"), this);
    // Text fields answer to this key themselves while they have the focus.
    clipboard->setShortcut(QKeySequence::Paste);
    m_all = {file, clipboard};
    connect(file, &QAction::triggered, this, &ImportActions::fileWanted);
    connect(clipboard, &QAction::triggered, this, &ImportActions::paste);
    window->setAcceptDrops(true);
    window->installEventFilter(this);
}

bool ImportActions::eventFilter(QObject *watched, QEvent *event)
{
    // The native window sees a drag before the text fields in it do, which would take the address
    // of a file for text.
    if (watched == m_window && event->type() == QEvent::Show && m_window->windowHandle())
        m_window->windowHandle()->installEventFilter(this);
    const bool isDrag = event->type() == QEvent::DragEnter || event->type() == QEvent::DragMove ||
                        event->type() == QEvent::Drop;
    if (isDrag && takeDrag(watched, *static_cast<QDropEvent *>(event)))
        return true;
    return QObject::eventFilter(watched, event);
}

bool ImportActions::takeDrag(const QObject *watched, QDropEvent &drop)
{
    // Text may be meant for the field below the pointer; what reaches the window was not.
    const bool isFile = !fileIn(*drop.mimeData()).isEmpty();
    const bool isText = watched == m_window && drop.mimeData()->hasText();
    if (!isFile && !isText)
        return false;
    drop.setDropAction(Qt::CopyAction);
    drop.accept();
    if (drop.type() == QEvent::Drop)
        take(*drop.mimeData());
    return true;
}

void ImportActions::paste()
{
    if (const QMimeData *data = QGuiApplication::clipboard()->mimeData())
        take(*data);
}

void ImportActions::take(const QMimeData &data)
{
    const QString path = fileIn(data);
    if (path.isEmpty())
        Q_EMIT textGiven(data.text().toUtf8());
    else
        Q_EMIT fileGiven(path);
}

} // namespace otpscope::ui
