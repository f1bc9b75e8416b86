// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/webhooksender.h"
#include "models/core/clock.h"
#include "models/core/ids.h"
#include "models/core/json.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <deque>
#include <optional>

namespace otpscope::simulator {

/// One request that the service got, or one webhook that it made.
struct JournalEntry
{
    enum class Kind {
        Request,
        Webhook,
    };
    Kind kind = Kind::Request;
    /// From 1 on; given by the journal.
    quint64 number = 0;
    models::Instant serviceTime;
    models::Instant wallTime;
    /// Empty where it belongs to none that is known.
    models::FlowId flow;
    QByteArray method;
    /// A path for requests, an address for webhooks.
    QString target;
    /// As it was sent; of a token request nothing, for it may hold the secret.
    QByteArray body;
    /// Names of the fields of Faults that had a hand in it.
    QStringList faults;
    /// Of the answer: the service's to a request, the receiver's to a webhook; 0 for none.
    int status = 0;
    /// Only for webhooks; nothing while one is under way, and for one that was dropped.
    std::optional<PostOutcome> outcome;
    bool isDropped = false;
};

/// What went in and out, for tests and pipelines to assert on. Holds the latest entries; no header
/// is kept, so no token. Lives in one thread.
class Journal final
{
public:
    static constexpr size_t MaximumEntries = 10'000;

    Journal() = default;
    Q_DISABLE_COPY_MOVE(Journal)

    /// Returns its number.
    quint64 add(JournalEntry entry);
    /// Nothing happens where the entry has left the journal already.
    void setOutcome(quint64 number, const PostOutcome &outcome);
    /// Numbers go on.
    void clear();

    /// What to show; everything by default.
    struct Filter
    {
        quint64 after = 0;
        std::optional<JournalEntry::Kind> kind;
        QString flow;
        size_t limit = MaximumEntries;
    };
    /// {"total", "forgotten", "entries": [...]}, the oldest first.
    [[nodiscard]] models::Json body(const Filter &filter) const;

private:
    std::deque<JournalEntry> m_entries;
    quint64 m_last = 0;
    quint64 m_forgotten = 0;
};

} // namespace otpscope::simulator
