// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/scenariobook.h"

#include <algorithm>

namespace otpscope::simulator {

models::Result<ScenarioBook::Entry, QString> ScenarioBook::load(const QByteArray &text)
{
    auto read = readScenario(text, m_catalogue);
    if (!read)
        return read.error();
    auto scenario = std::make_shared<const Scenario>(std::move(read).value());
    const std::lock_guard lock(m_mutex);
    const auto same = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry &known) {
        return known->name == scenario->name;
    });
    if (same == m_entries.end())
        m_entries.push_back(scenario);
    else
        *same = scenario;
    return Entry(scenario);
}

ScenarioBook::Entry ScenarioBook::find(const QString &name) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = std::find_if(m_entries.cbegin(), m_entries.cend(),
                                    [&](const Entry &known) { return known->name == name; });
    return found == m_entries.cend() ? nullptr : *found;
}

ScenarioBook::Entry ScenarioBook::forRecipient(const QString &digits) const
{
    const std::lock_guard lock(m_mutex);
    Entry best;
    for (const Entry &entry : m_entries) {
        const QString &end = entry->recipientEnd;
        if (!end.isEmpty() && digits.endsWith(end) &&
            (!best || end.size() >= best->recipientEnd.size()))
            best = entry;
    }
    return best;
}

std::vector<ScenarioBook::Entry> ScenarioBook::all() const
{
    const std::lock_guard lock(m_mutex);
    return m_entries;
}

} // namespace otpscope::simulator
