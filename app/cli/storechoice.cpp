// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/storechoice.h"

#include "app/cli/problems.h"
#include "app/platform/datafolder.h"

#include <QUuid>

namespace otpscope::cli {

namespace {

using Opened = models::Result<std::shared_ptr<store::ObservationStore>, store::StoreProblem>;

bool isInUse(const Opened &opened)
{
    return !opened && opened.error().kind == store::StoreProblem::Kind::InUse;
}

Opened openHistory(Console &console)
{
    Opened history = store::ObservationStore::open(platform::historyStorePath());
    if (!isInUse(history))
        return history;
    const QString separate =
        platform::separateStorePath(QUuid::createUuid().toString(QUuid::WithoutBraces));
    console.say(QStringLiteral("The history is open in another program; this is kept in %1.")
                    .arg(separate));
    return store::ObservationStore::open(separate);
}

} // namespace

void StoreChoice::declareOption(OptionSet &options)
{
    m_option = options.add("--store", m_place,
                           "Where observations are kept: a file (SQLite) or a postgresql:// "
                           "address; the history by default");
}

std::shared_ptr<store::ObservationStore> StoreChoice::open(Console &console) const
{
    const Opened opened = m_place.empty()
                              ? openHistory(console)
                              : store::ObservationStore::openNamed(QString::fromStdString(m_place));
    if (!opened) {
        console.say(sentenceFor(opened.error()));
        return nullptr;
    }
    const QString movedAside = opened.value()->movedAside();
    if (!movedAside.isEmpty()) {
        console.say(
            QStringLiteral("%1 could not be read as a store; it is kept as %2, and a new one "
                           "is begun.")
                .arg(opened.value()->location(), movedAside));
    }
    return opened.value();
}

} // namespace otpscope::cli
