// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/json.h"

#include <QByteArray>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace otpscope::testsupport {

/// How one start of otpscope-cli ended.
struct Ended
{
    /// -1 where it crashed or did not end in time.
    int exitCode = -1;
    QByteArray out;
    QString err;
};

/// otpscope-cli with a home of its own, so that no test sees the history of another.
class Program
{
    Q_DISABLE_COPY_MOVE(Program)

public:
    Program();

    void setVariable(const QString &name, const QString &value);
    /// Starts it, writes `input`, and waits until it ends.
    [[nodiscard]] Ended run(const QStringList &arguments, const QByteArray &input = {});

    /// Starts it and leaves it running; for the commands that serve.
    void start(QProcess &process, const QStringList &arguments) const;
    /// The address in the first line of standard output; empty if none came.
    [[nodiscard]] static QString listeningAddress(QProcess &process);
    /// Of one that ends by itself.
    [[nodiscard]] static Ended waitForEnd(QProcess &process);
    /// Sends the signal and waits for the end.
    [[nodiscard]] static Ended end(QProcess &process, int signal);

    /// A file in this test's own folder; returns its path.
    [[nodiscard]] QString file(const QString &name, const QByteArray &text) const;
    /// A path in that folder, of no file yet.
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] static QString example(const QString &name);
    [[nodiscard]] static QByteArray exampleText(const QString &name);

private:
    QTemporaryDir m_folder;
    QProcessEnvironment m_environment;
};

/// The JSON in `bytes`; null where there is none.
[[nodiscard]] models::Json jsonIn(const QByteArray &bytes);
/// The keys of an object, "a b c".
[[nodiscard]] QString keysOf(const models::Json &object);

} // namespace otpscope::testsupport
