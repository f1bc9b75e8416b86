// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/scenario.h"
#include "models/core/json.h"

#include <QFile>

#include <cstdint>
#include <cstdlib>

using namespace otpscope;
using namespace otpscope::simulator;

namespace {

const models::Catalogue &catalogue()
{
    static const models::Catalogue loaded = [] {
        QFile file(QStringLiteral(OTPSCOPE_CATALOGUE));
        if (!file.open(QIODevice::ReadOnly))
            std::abort();
        return models::Catalogue::fromJson(file.readAll()).value();
    }();
    return loaded;
}

bool isSound(const std::vector<Report> &reports, models::Channel channel)
{
    bool isFinished = false;
    for (const Report &report : reports) {
        const models::StatusRule *rule = catalogue().status(channel, report.status);
        if (isFinished || !rule || rule->name != report.status ||
            report.delay(std::chrono::seconds{300}).count() < 0)
            return false;
        isFinished = rule->isFinal;
    }
    return true;
}

bool isSound(const Scenario &scenario)
{
    using models::Channel;
    return !scenario.name.isEmpty() && !scenario.title.isEmpty() &&
           (scenario.send.isAccepted || !scenario.send.error.isEmpty()) &&
           isSound(scenario.viber, Channel::Viber) && isSound(scenario.sms, Channel::Sms) &&
           isSound(scenario.reports(Channel::Viber, 1), Channel::Viber) &&
           isSound(scenario.reports(Channel::Sms, 1), Channel::Sms);
}

} // namespace

/// Whatever a scenario file holds: it is read and sound, or refused with a place.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto scenario = readScenario(text, catalogue());
    if (scenario ? !isSound(scenario.value())
                 : !scenario.error().startsWith(QLatin1String("line ")))
        std::abort();
    return 0;
}
