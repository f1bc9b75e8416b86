// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSqlDatabase>
#include <QString>

namespace otpscope::store {

/// A named Qt SQL connection that goes with its scope. Belongs to the thread that made it. Every
/// query on it must be gone before it is.
class Connection final
{
public:
    explicit Connection(const QString &driver);
    ~Connection();
    Q_DISABLE_COPY_MOVE(Connection)

    [[nodiscard]] QSqlDatabase &database() { return m_database; }

private:
    QString m_name;
    QSqlDatabase m_database;
};

} // namespace otpscope::store
