// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/scenario.h"
#include "models/catalogue/catalogue.h"
#include "models/core/result.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <mutex>
#include <vector>

namespace otpscope::simulator {

/// The scenarios a simulator knows, by name and by recipient. Safe from any thread.
class ScenarioBook final
{
public:
    using Entry = std::shared_ptr<const Scenario>;

    /// `catalogue` must outlive it.
    explicit ScenarioBook(const models::Catalogue &catalogue)
        : m_catalogue(catalogue)
    {}
    Q_DISABLE_COPY_MOVE(ScenarioBook)

    /// Adds a scenario from JSON text, or replaces the one of its name; says what is wrong with it,
    /// and where, else.
    [[nodiscard]] models::Result<Entry, QString> load(const QByteArray &text);

    /// Nullptr where there is none.
    [[nodiscard]] Entry find(const QString &name) const;
    /// The one with the longest recipientEnd that these digits end with; nullptr where there is
    /// none. Of equal ones the one loaded last.
    [[nodiscard]] Entry forRecipient(const QString &digits) const;
    [[nodiscard]] std::vector<Entry> all() const;

private:
    const models::Catalogue &m_catalogue;
    mutable std::mutex m_mutex;
    std::vector<Entry> m_entries;
};

} // namespace otpscope::simulator
