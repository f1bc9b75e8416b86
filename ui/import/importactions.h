// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QByteArray>
#include <QList>
#include <QObject>
#include <QString>

class QDropEvent;
class QMimeData;
class QWidget;

namespace otpscope::ui {

/// The ways by which something to import comes into a window: a menu, Ctrl+V where no text field
/// has the focus, and drops of files or text anywhere on the window. GUI thread.
class ImportActions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImportActions)

public:
    /// The window owns it.
    explicit ImportActions(QWidget *window);

    /// For a menu.
    [[nodiscard]] const QList<QAction *> &all() const { return m_all; }

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    /// The person wants to name a file.
    void fileWanted();
    void fileGiven(const QString &path);
    void textGiven(const QByteArray &text);

private:
    void paste();
    void take(const QMimeData &data);
    [[nodiscard]] bool takeDrag(const QObject *watched, QDropEvent &drop);

    QWidget *m_window;
    QList<QAction *> m_all;
};

} // namespace otpscope::ui
