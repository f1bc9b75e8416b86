// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/webhook/runpaths.h"

#include <QRandomGenerator>
#include <QRegularExpression>

#include <array>

namespace otpscope::webhook {

namespace {

QByteArray randomPath()
{
    std::array<quint32, 4> words{};
    QRandomGenerator::system()->fillRange(words.data(), static_cast<qsizetype>(words.size()));
    const QByteArray bytes(reinterpret_cast<const char *>(words.data()), sizeof words);
    return "/hook/" + bytes.toHex();
}

} // namespace

RunPaths::RunPaths() : m_selfTest(randomPath()) {}

QByteArray RunPaths::open(const models::RunId &run)
{
    const std::lock_guard lock(m_mutex);
    const QByteArray known = m_runs.key(run);
    if (!known.isEmpty())
        return known;
    const QByteArray path = randomPath();
    m_runs.insert(path, run);
    return path;
}

bool RunPaths::reopen(const models::RunId &run, const QByteArray &path)
{
    static const QRegularExpression kind(QStringLiteral("^/hook/[0-9a-f]{32}$"));
    if (!kind.match(QString::fromLatin1(path)).hasMatch())
        return false;
    const std::lock_guard lock(m_mutex);
    if (path == m_selfTest || m_runs.value(path, run) != run)
        return false;
    m_runs.insert(path, run);
    return true;
}

void RunPaths::close(const models::RunId &run)
{
    const std::lock_guard lock(m_mutex);
    m_runs.remove(m_runs.key(run));
}

std::optional<models::RunId> RunPaths::find(const QByteArray &path) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_runs.constFind(path);
    if (found == m_runs.cend())
        return std::nullopt;
    return *found;
}

} // namespace otpscope::webhook
