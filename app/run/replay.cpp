// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/replay.h"

#include "models/core/json.h"

#include <QRegularExpression>

namespace otpscope::run {

namespace {

constexpr int observationsPerPage = 500;

} // namespace

Replay::Replay(const models::RunId &run, const models::Flow &flow,
               const models::Catalogue &catalogue)
    : m_machine(flow, catalogue)
    , m_builder(run)
{}

void Replay::apply(const std::vector<models::Observation> &observations)
{
    for (const models::Observation &observation : observations)
        m_builder.add(observation, m_machine.apply(observation));
}

void Replay::advanceTo(models::Instant serviceNow)
{
    m_builder.add(m_machine.advanceTo(serviceNow));
}

void Replay::expectWebhooks(const models::Flow &flow)
{
    if (namesRunReceiver(flow))
        m_machine.awaitWebhooks();
}

void Replay::endAt(models::Instant serviceNow)
{
    m_builder.add(m_machine.advanceTo(serviceNow));
    m_builder.add(m_machine.stopFollowing());
}

models::RunUpdate Replay::takeUpdate()
{
    return m_builder.take(m_machine.state());
}

bool namesRunReceiver(const models::Flow &flow)
{
    const QString url = flow.callback ? flow.callback->url.value_or(QString()) : QString();
    // As app/webhook/runpaths.h makes them, perhaps behind the path of a public address; a masked
    // bundle hides the digits.
    static const QRegularExpression own(QStringLiteral(R"(/hook/([0-9a-f]{32}|\*{3})$)"));
    return own.match(url).hasMatch();
}

models::Flow flowOf(const QByteArray &flowText)
{
    const auto json = models::parseJson(flowText);
    return json ? models::readFlow(json.value()) : models::Flow();
}

void replayStored(Replay &replay, const store::ObservationStore &store, const store::StoredRun &run)
{
    replay.expectWebhooks(flowOf(run.flowText));
    auto page = store.observations(run.id, {}, observationsPerPage);
    while (!page.empty()) {
        replay.apply(page);
        page = store.observations(run.id, page.back().id, observationsPerPage);
    }
    if (run.followedTo)
        replay.endAt(*run.followedTo);
}

} // namespace otpscope::run
