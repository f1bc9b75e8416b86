// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/connection.h"

#include <atomic>

namespace otpscope::store {

namespace {

/// Qt keeps connections in one table by name, so every one needs a name nobody else has.
QString uniqueName()
{
    static std::atomic<quint64> count{0};
    return QStringLiteral("otpscope-store-%1").arg(++count);
}

} // namespace

Connection::Connection(const QString &driver)
    : m_name(uniqueName()), m_database(QSqlDatabase::addDatabase(driver, m_name))
{
}

Connection::~Connection()
{
    m_database.close();
    // removeDatabase complains while a handle is left.
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

} // namespace otpscope::store
