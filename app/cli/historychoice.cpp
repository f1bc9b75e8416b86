// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/historychoice.h"

#include "app/cli/problems.h"
#include "app/platform/datafolder.h"

#include <QFileInfo>

#include <vector>

namespace otpscope::cli {

void HistoryChoice::declareOption(OptionSet &options)
{
    options.add("--store", m_place,
                "Where the runs are kept: a file (SQLite) or a postgresql:// address; the history "
                "by default");
}

std::shared_ptr<store::ObservationStore> HistoryChoice::open(Console &console) const
{
    const QString place =
        m_place.empty() ? platform::historyStorePath() : QString::fromStdString(m_place);
    const bool isFile = !place.contains(QLatin1String("://"));
    if (isFile && !QFileInfo(place).isFile()) {
        console.say(QStringLiteral("There is no store at %1.").arg(place));
        return nullptr;
    }
    const auto opened = m_place.empty() ? store::ObservationStore::open(place)
                                       : store::ObservationStore::openNamed(place);
    if (!opened) {
        console.say(sentenceFor(opened.error()));
        return nullptr;
    }
    return opened.value();
}

std::optional<store::StoredRun> runNamed(const std::string &name,
                                         const store::ObservationStore &store, Console &console)
{
    const QString wanted = QString::fromStdString(name);
    std::vector<store::StoredRun> found;
    for (const store::StoredRun &run : store.runs()) {
        if (run.id.text() == wanted)
            return run;
        if (run.id.text().startsWith(wanted))
            found.push_back(run);
    }
    if (found.size() == 1)
        return found.front();
    console.say(found.empty() ? QStringLiteral("There is no run %1.").arg(wanted)
                              : QStringLiteral("%1 runs begin with %2: write more of the id.")
                                    .arg(found.size())
                                    .arg(wanted));
    return std::nullopt;
}

std::unique_ptr<run::Replay> replayOf(const store::StoredRun &run,
                                      const store::ObservationStore &store,
                                      const models::Catalogue &catalogue)
{
    auto replay = std::make_unique<run::Replay>(run.id, run::flowOf(run.flowText), catalogue);
    run::replayStored(*replay, store, run);
    return replay;
}

} // namespace otpscope::cli
