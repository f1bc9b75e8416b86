// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/runfollower.h"

#include "app/cli/interruption.h"
#include "app/cli/problems.h"

#include <QEventLoop>

namespace otpscope::cli {

namespace {

using run::RunEnd;
using run::RunSession;

QString tokenSentence(const client::TokenStatus &status)
{
    if (status.state == client::TokenStatus::State::Refused) {
        return QStringLiteral("The token address refused the request: %1. Check "
                              "OTPSCOPE_CLIENT_ID, OTPSCOPE_CLIENT_SECRET and "
                              "OTPSCOPE_TOKEN_URL.")
            .arg(status.detail);
    }
    if (status.state == client::TokenStatus::State::Failed) {
        return QStringLiteral("No token could be obtained: %1. Check the address and the network.")
            .arg(status.detail);
    }
    return {};
}

bool hasSendFailed(models::Conclusion conclusion)
{
    return conclusion == models::Conclusion::SendFailed
           || conclusion == models::Conclusion::SendOutcomeUnknown;
}

} // namespace

FollowedRun follow(RunSession &session, RunOutput &output, Console &console)
{
    FollowedRun followed;
    QEventLoop loop;
    Interruption interruption;
    QObject::connect(&session, &RunSession::updated, &loop,
                     [&output](const models::RunUpdate &update) { output.tell(update); });
    QObject::connect(&session, &RunSession::notStored, &loop,
                     [&console](const store::StoreProblem &problem) {
                         console.say(sentenceFor(problem));
                     });
    QObject::connect(&session, &RunSession::ended, &loop, [&](RunEnd end) {
        followed.end = end;
        loop.quit();
    });
    QObject::connect(&interruption, &Interruption::interrupted, &loop, [&](ExitCode code) {
        followed.interruption = code;
        session.stop();
    });
    // Queued, so that an end that comes at once finds the loop running.
    QMetaObject::invokeMethod(&session, &RunSession::start, Qt::QueuedConnection);
    loop.exec();
    return followed;
}

QString sentenceFor(const FollowedRun &followed, const RunSession &session)
{
    switch (followed.end) {
    case RunEnd::Concluded:
        return {};
    case RunEnd::TimeLimit:
        if (hasSendFailed(session.machine().state().conclusion))
            return {};
        return QStringLiteral("The time limit came before the run was concluded. What was sent stays "
                              "sent.");
    case RunEnd::Stopped:
        return QStringLiteral("Stopped before the run was concluded. What was sent stays sent.");
    case RunEnd::NotStored:
        return QStringLiteral("The run could not be written to the store, so nothing was sent.");
    case RunEnd::OtherSideFailed:
        return tokenSentence(session.tokenStatus());
    }
    Q_UNREACHABLE();
}

ExitCode exitCodeFor(const FollowedRun &followed, const models::RunState &state, bool hasErrors)
{
    switch (followed.end) {
    case RunEnd::Concluded:
        if (hasSendFailed(state.conclusion))
            return ExitCode::OtherSide;
        return hasErrors ? ExitCode::ErrorFindings : ExitCode::Done;
    case RunEnd::TimeLimit:
        return hasSendFailed(state.conclusion) ? ExitCode::OtherSide : ExitCode::TimeLimit;
    case RunEnd::Stopped:
        return followed.interruption.value_or(ExitCode::Interrupted);
    case RunEnd::NotStored:
        return ExitCode::UsedWrongly;
    case RunEnd::OtherSideFailed:
        return ExitCode::OtherSide;
    }
    Q_UNREACHABLE();
}

} // namespace otpscope::cli
