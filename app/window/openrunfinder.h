// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/observationstore.h"
#include "models/catalogue/catalogue.h"
#include "models/core/clock.h"

#include <QMetaType>
#include <QObject>

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

namespace otpscope::window {

/// A run that was still followed when the program ended.
struct OpenRun
{
    store::StoredRun run;
    /// When the last of it was seen; when it was made, where nothing was.
    models::Instant lastSeen;
    /// The service named its flow, so it can be polled. Else it was being sent at that moment, and
    /// nobody knows whether it left.
    bool isNamed = false;
};

/// Looks through the history for runs to go on with. Lives in the archive's thread and works a few
/// runs at a time, so that nobody who wants something of that thread waits long.
class OpenRunFinder final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OpenRunFinder)

public:
    /// Must outlive it.
    explicit OpenRunFinder(const models::Catalogue &catalogue)
        : m_catalogue(catalogue)
    {}

    /// Looks at what was made since then and before `until`; found() follows.
    void find(const std::shared_ptr<store::ObservationStore> &store, models::Instant since,
              models::Instant until);

Q_SIGNALS:
    /// Newest first.
    void found(const std::vector<otpscope::window::OpenRun> &runs);

private:
    void lookFrom(std::size_t place);
    [[nodiscard]] std::optional<OpenRun> openRun(const store::StoredRun &run) const;

    const models::Catalogue &m_catalogue;
    std::shared_ptr<store::ObservationStore> m_store;
    std::vector<store::StoredRun> m_runs;
    std::vector<OpenRun> m_found;
};

} // namespace otpscope::window

Q_DECLARE_METATYPE(otpscope::window::OpenRun)
