// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/expect/expectations.h"
#include "ui/run/expectationpanel.h"

#include <QByteArray>
#include <QObject>
#include <QString>

class QThread;

namespace otpscope::window {

/// Reads and writes the files of expectations; lives in the archive's thread.
class ExpectationReader final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExpectationReader)

public:
    ExpectationReader() = default;

    void read(const QString &path);
    void write(const QString &path, const QByteArray &text);

Q_SIGNALS:
    /// `problem` is a sentence; empty where `expectations` were read.
    void wasRead(const QString &path, const otpscope::models::Expectations &expectations,
                 const QString &problem);
    /// `problem` is a sentence; empty where it was written.
    void wasWritten(const QString &path, const QString &problem);
};

/// Joins the panel of expectations and their files. GUI thread.
class ExpectationFiles final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExpectationFiles)

public:
    /// Both must outlive it; files are read and written in `thread`.
    ExpectationFiles(ui::ExpectationPanel &panel, QThread &thread, QObject *parent = nullptr);
    ~ExpectationFiles() override;

    void openFile(const QString &path);
    void saveFile(const QString &path);

private:
    void askWhatToOpen();
    void askWhereToSave();

    ui::ExpectationPanel &m_panel;
    QThread &m_thread;
    /// Ends with the thread it lives in.
    ExpectationReader *m_reader = nullptr;
};

} // namespace otpscope::window
