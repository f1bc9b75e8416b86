// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"

#include <QFile>

#include <csignal>

namespace otpscope::testsupport {

namespace {

constexpr int patienceMs = 60'000;

} // namespace

Ended Program::waitForEnd(QProcess &process)
{
    Ended ended;
    const bool isOver =
        process.state() == QProcess::NotRunning || process.waitForFinished(patienceMs);
    if (isOver && process.exitStatus() == QProcess::NormalExit)
        ended.exitCode = process.exitCode();
    ended.out = process.readAllStandardOutput();
    ended.err = QString::fromUtf8(process.readAllStandardError());
    return ended;
}

Program::Program() : m_environment(QProcessEnvironment::systemEnvironment())
{
    m_environment.insert(QStringLiteral("OTPSCOPE_DATA_DIR"), m_folder.filePath(QStringLiteral("data")));
    for (const char *name :
         {"OTPSCOPE_CLIENT_ID", "OTPSCOPE_CLIENT_SECRET", "OTPSCOPE_TOKEN_URL"})
        m_environment.remove(QString::fromLatin1(name));
}

void Program::setVariable(const QString &name, const QString &value)
{
    m_environment.insert(name, value);
}

Ended Program::run(const QStringList &arguments, const QByteArray &input)
{
    QProcess process;
    start(process, arguments);
    process.write(input);
    process.closeWriteChannel();
    return waitForEnd(process);
}

void Program::start(QProcess &process, const QStringList &arguments) const
{
    process.setProcessEnvironment(m_environment);
    process.start(QStringLiteral(OTPSCOPE_CLI), arguments);
    process.waitForStarted();
}

QString Program::listeningAddress(QProcess &process)
{
    while (!process.canReadLine()) {
        if (!process.waitForReadyRead(patienceMs))
            return {};
    }
    const QString line = QString::fromUtf8(process.readLine()).trimmed();
    const QString prefix = QStringLiteral("listening on ");
    return line.startsWith(prefix) ? line.mid(prefix.size()) : QString();
}

Ended Program::end(QProcess &process, int signal)
{
    ::kill(static_cast<pid_t>(process.processId()), signal);
    return waitForEnd(process);
}

QString Program::file(const QString &name, const QByteArray &text) const
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("%s cannot be written", qPrintable(file.fileName()));
    return file.fileName();
}

QString Program::example(const QString &name)
{
    return QStringLiteral(OTPSCOPE_EXAMPLES) + name;
}

QByteArray Program::exampleText(const QString &name)
{
    QFile file(example(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", qPrintable(file.fileName()));
    return file.readAll();
}

models::Json jsonIn(const QByteArray &bytes)
{
    auto json = models::parseJson(bytes);
    return json ? std::move(json).value() : models::Json(nullptr);
}

QString keysOf(const models::Json &object)
{
    QStringList keys;
    for (const auto &[key, value] : object.items())
        keys.append(QString::fromStdString(key));
    return keys.join(QLatin1Char(' '));
}

} // namespace otpscope::testsupport
