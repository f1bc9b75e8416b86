// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/platform/resources.h"
#include "app/simulator/trackingtext.h"
#include "app/simulator/flowengine.h"
#include "app/simulator/scenariobook.h"
#include "models/core/json.h"

#include <QStringList>
#include <QtGlobal>

#include <memory>

namespace otpscope::simulator::fixtures {

inline const models::Catalogue &catalogue()
{
    static const models::Catalogue loaded = platform::builtInCatalogue();
    return loaded;
}

/// A built-in one; the program ends where there is none of this name.
inline std::shared_ptr<const Scenario> scenario(const QString &name)
{
    for (const QByteArray &text : platform::builtInScenarios()) {
        const auto read = readScenario(text, catalogue());
        if (read && read.value().name == name)
            return std::make_shared<const Scenario>(read.value());
    }
    qFatal("There is no built-in scenario %s.", qPrintable(name));
}

/// All built-in ones.
inline const ScenarioBook &scenarioBook()
{
    static ScenarioBook book(catalogue());
    static const bool isFilled = [] {
        for (const QByteArray &text : platform::builtInScenarios()) {
            if (!book.load(text))
                qFatal("A built-in scenario is broken.");
        }
        return true;
    }();
    Q_UNUSED(isFilled)
    return book;
}

/// The built-in example whose name begins with "example-<number>-".
inline models::Json example(int number)
{
    const QString start = QStringLiteral("example-%1-").arg(number);
    for (const platform::Example &example : platform::builtInExamples()) {
        if (example.name.startsWith(start))
            return models::parseJson(example.text).value();
    }
    qFatal("There is no example %d.", number);
}

inline QString seconds(models::Instant at, models::Instant start)
{
    return QString::number(static_cast<double>((at - start).count()) / 1000.0);
}

/// "+300 #2 sms Queued, InProgress"
inline QString line(models::Instant at, size_t step, const FlowTracking &state)
{
    const StepTracking &tracking = state.steps.at(step);
    return QStringLiteral("+%1 #%2 %3 %4, %5")
        .arg(seconds(at, state.createdAt))
        .arg(step + 1)
        .arg(tracking.channel, tracking.status, flowStatusName(state.status));
}

inline QStringList lines(const std::vector<Change> &changes)
{
    QStringList list;
    for (const Change &change : changes)
        list.append(line(change.at, change.step, change.state));
    return list;
}

/// The first state and everything that follows.
inline QStringList timeline(FlowEngine engine)
{
    QStringList list{line(engine.state().createdAt, 0, engine.state())};
    const auto farAway = engine.state().createdAt + std::chrono::hours{24 * 365};
    list.append(lines(engine.advanceTo(farAway)));
    return list;
}

} // namespace otpscope::simulator::fixtures
