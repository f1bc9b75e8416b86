// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/environment/sendledger.h"

#include "models/core/json.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QSaveFile>

#include <map>
#include <optional>

namespace otpscope::environment {

namespace {

constexpr int lockWaitMs = 3000;
constexpr qint64 largestLedger = 1024 * 1024;

using Counts = std::map<std::string, int>;

struct Page
{
    QString day;
    Counts counts;
};

/// Nothing where there is a file that makes no sense.
std::optional<Page> readPage(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return Page();
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const auto json = models::parseJson(file.read(largestLedger));
    if (!json)
        return std::nullopt;
    const models::Json *sends = models::member(json.value(), "sends");
    if (!sends || !sends->is_object())
        return std::nullopt;
    Page page{models::textMember(json.value(), "day").value_or(QString()), {}};
    for (const auto &[id, count] : sends->items()) {
        if (count.is_number_unsigned())
            page.counts[id] = count.get<int>();
    }
    return page;
}

bool writePage(const QString &path, const Page &page)
{
    models::Json sends = models::Json::object();
    for (const auto &[id, count] : page.counts)
        sends[id] = count;
    const QByteArray bytes =
        models::prettyJson({{"day", models::toUtf8String(page.day)}, {"sends", sends}});
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) &&
           file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
           file.write(bytes) == bytes.size() && file.commit();
}

} // namespace

SendLedger::SendLedger(const QString &dataFolder, const models::Clock &clock)
    : m_path(QDir(dataFolder).filePath(QStringLiteral("sends.json")))
    , m_clock(clock)
{}

SendLedger::Outcome SendLedger::count(const models::EnvironmentId &id, int limit)
{
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    QLockFile lock(m_path + QStringLiteral(".lock"));
    if (!lock.tryLock(lockWaitMs))
        return Outcome::NotCounted;
    std::optional<Page> page = readPage(m_path);
    if (!page)
        return Outcome::NotCounted;
    const QString today = localDay(m_clock.wallNow()).toString(Qt::ISODate);
    // A clock set back by a day must not give the day before a second time.
    if (page->day < today)
        *page = Page{today, {}};
    int &sent = page->counts[models::toUtf8String(id.text())];
    if (limit > 0 && sent >= limit)
        return Outcome::LimitReached;
    ++sent;
    return writePage(m_path, *page) ? Outcome::Counted : Outcome::NotCounted;
}

int SendLedger::sentToday(const models::EnvironmentId &id) const
{
    const std::optional<Page> page = readPage(m_path);
    if (!page || page->day < localDay(m_clock.wallNow()).toString(Qt::ISODate))
        return 0;
    const auto found = page->counts.find(models::toUtf8String(id.text()));
    return found == page->counts.end() ? 0 : found->second;
}

QString SendLedger::folder() const
{
    return QFileInfo(m_path).absolutePath();
}

QDate localDay(models::Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(instant.time_since_epoch().count()).date();
}

} // namespace otpscope::environment
