// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/schema.h"

namespace otpscope::store {

std::vector<QString> schemaStatements(const ColumnTypes &types)
{
    return {
        QStringLiteral("CREATE TABLE run ("
                       "key %1 PRIMARY KEY, "
                       "id TEXT NOT NULL UNIQUE, "
                       "created_at %1, "
                       "title TEXT, "
                       "environment TEXT, "
                       "flow_text %2, "
                       "followed_to %1)")
            .arg(types.integer, types.bytes),
        // A short key stands for the run's 36 letters in every row and in the index.
        QStringLiteral("CREATE TABLE observation ("
                       "seq %1 PRIMARY KEY, "
                       "run %1 REFERENCES run (key), "
                       "source INTEGER NOT NULL, "
                       "arrived_at %1 NOT NULL, "
                       "started_at %1 NOT NULL, "
                       "problem INTEGER NOT NULL, "
                       "problem_detail TEXT, "
                       "answer_status INTEGER NOT NULL, "
                       "request_head %2, "
                       "request_body %2, "
                       "answer_head %2, "
                       "answer_body %2)")
            .arg(types.integer, types.bytes),
        QStringLiteral("CREATE INDEX observation_by_run ON observation (run, seq)"),
    };
}

std::vector<QString> upgradeStatements(int version, const ColumnTypes &types)
{
    std::vector<QString> statements;
    if (version < 2)
        statements.push_back(
            QStringLiteral("ALTER TABLE run ADD COLUMN followed_to %1").arg(types.integer));
    return statements;
}

} // namespace otpscope::store
