// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/problemtexts.h"

#include "models/text/masking.h"
#include "models/text/sentences.h"

#include <QCoreApplication>

namespace otpscope::window {

// lupdate loses the context of Words where the type of the result is written ui::StatusText.
using ui::StatusText;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Problems)
};

using namespace std::chrono_literals;

QString whyNotListening(const http::ListenResult &result)
{
    switch (result.problem) {
    case http::ListenResult::Problem::None: return {};
    case http::ListenResult::Problem::PortInUse:
        return Words::tr("Port %1 is in use by another program").arg(result.port);
    case http::ListenResult::Problem::NotPermitted:
        return Words::tr("This account may not listen on port %1").arg(result.port);
    case http::ListenResult::Problem::AddressNotAvailable:
        return Words::tr("The address %1 is not one of this machine's")
            .arg(result.address.toString());
    case http::ListenResult::Problem::Other: return result.detail;
    }
    Q_UNREACHABLE();
}

QString textOf(const webhook::Origin &origin)
{
    using Basis = webhook::Origin::Basis;
    const QString address = origin.address ? origin.address->toText() : QString();
    switch (origin.basis) {
    case Basis::Connection:
        return address;
    case Basis::Forwarded:
    case Basis::ForwardedFor: {
        const QString header = origin.basis == Basis::Forwarded
                                   ? QStringLiteral("Forwarded")
                                   : QStringLiteral("X-Forwarded-For");
        return origin.address ? Words::tr("%1 (the proxy %2 says so in %3)")
                                    .arg(address, origin.peer.toText(), header)
                              : Words::tr("an address that the proxy %1 does not tell in %2")
                                    .arg(origin.peer.toText(), header);
    }
    case Basis::Contradiction:
        return Words::tr("an unknown address (Forwarded and X-Forwarded-For, handed on by the "
                         "proxy %1, contradict each other)")
            .arg(origin.peer.toText());
    }
    Q_UNREACHABLE();
}

QStringList originDetails(const SelfTestOutcome &outcome)
{
    const bool isPlain = outcome.origin.basis == webhook::Origin::Basis::Connection;
    QStringList details;
    if (!isPlain)
        details += Words::tr("It counts as coming from %1.").arg(textOf(outcome.origin));
    if (!outcome.isAllowed)
        details += Words::tr("Webhooks from there would be refused: it is not on the list of "
                             "sources.");
    return details;
}

QStringList refusalDetails(const webhook::ReceiverStatus &counters)
{
    if (!counters.lastNotAllowed)
        return {};
    return {Words::tr("%n post(s) from elsewhere refused, the last from %1.", nullptr,
                      int(counters.notAllowed))
                .arg(textOf(*counters.lastNotAllowed))};
}

} // namespace

QString sentenceFor(const store::StoreProblem &problem)
{
    switch (problem.kind) {
    case store::StoreProblem::Kind::InUse:
        return Words::tr("The store %1 is in use by another OtpScope. Runs are kept in memory "
                         "until this window closes; close the other one and start again to keep "
                         "them.")
            .arg(problem.place);
    case store::StoreProblem::Kind::NotWritable:
        return Words::tr("The store %1 cannot be written. Runs are kept in memory until this "
                         "window closes; allow writing there and start again to keep them.")
            .arg(problem.place);
    case store::StoreProblem::Kind::DiskFull:
        return Words::tr("The disk with the store %1 is full. Make room there: nothing that was "
                         "seen is lost while this window stays open.")
            .arg(problem.place);
    case store::StoreProblem::Kind::NotAStore:
        return Words::tr("%1 is not a store of OtpScope. Runs are kept in memory until this window "
                         "closes; move that file away and start again.")
            .arg(problem.place);
    case store::StoreProblem::Kind::NewerVersion:
        return Words::tr("The store %1 is from a newer OtpScope and was left as it is. Runs are "
                         "kept in memory until this window closes; use the newer program.")
            .arg(problem.place);
    case store::StoreProblem::Kind::InputOutput:
        return Words::tr("The store %1 does not work: %2. What was seen is kept in memory until "
                         "this window closes.")
            .arg(problem.place, problem.detail);
    }
    Q_UNREACHABLE();
}

QString sentenceFor(const OpenedStore &opened)
{
    if (opened.problem && (opened.isInMemory || !opened.store))
        return sentenceFor(*opened.problem);
    if (opened.problem)
        return Words::tr("The history is open in another program. The runs of this window are kept "
                         "in %1; close the other program and start again to see the history.")
            .arg(opened.store->location());
    if (!opened.store->movedAside().isEmpty())
        return Words::tr("The store was damaged. It was kept as %1, and a new one was begun.")
            .arg(opened.store->movedAside());
    return {};
}

QString receiverProblem(const http::ListenResult &result)
{
    if (result.isListening)
        return {};
    QString why = whyNotListening(result);
    if (!why.endsWith(u'.'))
        why += u'.';
    return Words::tr("No webhooks can come in: %1 Runs are followed by polling alone.").arg(why);
}

QString simulatorProblem(const http::ListenResult &result)
{
    if (result.isListening)
        return {};
    return Words::tr("The built-in simulator did not start: %1. Restart OtpScope, or send to "
                     "another address.")
        .arg(whyNotListening(result));
}

QString sentenceFor(run::RunEnd end)
{
    switch (end) {
    case run::RunEnd::Concluded: return {};
    case run::RunEnd::TimeLimit:
        return Words::tr("The run was followed for as long as was asked and is still open.");
    case run::RunEnd::Stopped:
        return Words::tr("The run is no longer followed. What was sent stays sent.");
    case run::RunEnd::NotStored:
        return Words::tr("The run could not be written to the store, so nothing was sent. Make "
                         "room or allow writing there, then send again.");
    case run::RunEnd::OtherSideFailed:
        return Words::tr("The service did not take the flow. The event list shows its answer: "
                         "check the address and the credentials, then send again.");
    }
    Q_UNREACHABLE();
}

QString sentenceForUnfollowed(const QString &id, const QString &environment, int httpStatus)
{
    constexpr int notFound = 404;
    if (httpStatus == notFound)
        return Words::tr("%1 knows no flow with the id %2 (HTTP 404). Nothing was sent. Check the "
                         "id, and whether that flow was sent there.")
            .arg(environment, id);
    return Words::tr("%1 did not tell about the flow %2. Nothing was sent. The event list shows "
                     "its answer: check the address and the credentials, then follow it again.")
        .arg(environment, id);
}

QString sentenceFor(const environment::SendRefusal &refusal)
{
    using Kind = environment::SendRefusal::Kind;
    switch (refusal.kind) {
    case Kind::RecipientsNotAllowed: {
        QStringList masked;
        for (const QString &number : refusal.numbers)
            masked.append(models::maskedNumber(number));
        return Words::tr("Nothing was sent: %1 may not be sent to in %2. Allow the number under "
                         "“Edit environments…”, on the page “Sending”.")
            .arg(masked.join(QStringLiteral(", ")), refusal.environment);
    }
    case Kind::DayIsUsedUp:
        return Words::tr("Nothing was sent: as many flows as %1 allows for a day have left. Raise "
                         "the limit under “Edit environments…”, on the page “Sending”.")
            .arg(refusal.environment);
    case Kind::NotCounted:
        return Words::tr("Nothing was sent: %1 has a limit of flows a day, and they could not be "
                         "counted in %2. Make room or allow writing there.")
            .arg(refusal.environment, refusal.detail);
    case Kind::CertificatesUnreadable:
        return Words::tr("Nothing was sent: %1 cannot be read, or holds no certificate. Correct it "
                         "under “Edit environments…”, on the page “Network”.")
            .arg(refusal.detail);
    }
    Q_UNREACHABLE();
}

QString sentenceFor(const http::CertificateProblem &problem)
{
    using Kind = http::CertificateProblem::Kind;
    switch (problem.kind) {
    case Kind::Unreadable:
        return Words::tr("%1 cannot be read (%2).").arg(problem.place, problem.detail);
    case Kind::NoCertificate:
        return Words::tr("%1 holds no certificate in PEM form.").arg(problem.place);
    case Kind::NoKey:
        return Words::tr("%1 holds no RSA or EC key in PEM form.").arg(problem.place);
    case Kind::KeyHasPassphrase:
        return Words::tr("The key in %1 has a passphrase, which nobody could enter when the "
                         "receiver starts. Write it without one (openssl pkey -in … -out …) to a "
                         "file that only you can read.")
            .arg(problem.place);
    case Kind::NotYetValid:
        return Words::tr("The certificate in %1 is not valid before %2.")
            .arg(problem.place, problem.detail);
    case Kind::Expired:
        return Words::tr("The certificate in %1 expired on %2. Get a new one.")
            .arg(problem.place, problem.detail);
    case Kind::NotAPair:
        if (problem.detail.isEmpty())
            return Words::tr("The key in %1 does not fit the certificate.").arg(problem.place);
        return Words::tr("The key in %1 does not fit the certificate (%2).")
            .arg(problem.place, problem.detail);
    }
    Q_UNREACHABLE();
}

QString sentenceFor(const webhook::TunnelStatus &status)
{
    if (status.state == webhook::TunnelStatus::State::Nameless) {
        return Words::tr("The tunnel for webhooks runs but names no address, so nobody can be told "
                         "to post there. Enter the public address it leads to under “Edit "
                         "environments…”, on the page “Webhooks”.");
    }
    if (status.state != webhook::TunnelStatus::State::Down)
        return {};
    return Words::tr("The tunnel for webhooks ended and is started again in %1 s. It said: %2")
        .arg(std::chrono::duration<double>(status.retryIn).count())
        .arg(status.words);
}

QString sentenceFor(const models::EnvironmentsProblem &problem, const QString &path)
{
    using Kind = models::EnvironmentsProblem::Kind;
    switch (problem.kind) {
    case Kind::NotJson:
        return Words::tr("%1 cannot be read as environments: it is no JSON.").arg(path);
    case Kind::NotEnvironments:
        return Words::tr("%1 holds no environments of OtpScope.").arg(path);
    case Kind::NewerVersion:
        return Words::tr("%1 is from a newer OtpScope. It is left as it is, and changes to "
                         "environments are not kept; use the newer program.")
            .arg(path);
    case Kind::WrongValue:
        return Words::tr("%1 holds environments, but the value at %2 makes no sense.")
            .arg(path, problem.detail);
    }
    Q_UNREACHABLE();
}

StatusText statusOf(const OpenedStore &opened)
{
    if (!opened.store)
        return {Words::tr("Not stored"), ui::Tone::Error};
    if (opened.isInMemory)
        return {Words::tr("Kept in memory only"), ui::Tone::Error};
    if (opened.problem)
        return {Words::tr("Stored in a separate file"), ui::Tone::Warning};
    return {Words::tr("Everything stored"), ui::Tone::Success};
}

StatusText statusOf(const client::TokenStatus &status, models::Instant now)
{
    switch (status.state) {
    case client::TokenStatus::State::None: return {Words::tr("No token yet"), ui::Tone::Muted};
    case client::TokenStatus::State::Requested:
        return {Words::tr("Asking for a token"), ui::Tone::Running};
    case client::TokenStatus::State::Valid:
        // A token that outlives the working day needs no countdown.
        if (status.validUntil == models::Instant() || status.validUntil - now > 24h)
            return {Words::tr("Token valid"), ui::Tone::Success};
        return {Words::tr("Token valid for %1")
                    .arg(models::durationText(
                        std::chrono::floor<std::chrono::minutes>(status.validUntil - now))),
                ui::Tone::Success};
    case client::TokenStatus::State::Refused: return {Words::tr("Token refused"), ui::Tone::Error};
    case client::TokenStatus::State::Failed: return {Words::tr("No token"), ui::Tone::Error};
    }
    Q_UNREACHABLE();
}

StatusText statusOf(const http::ListenResult &receiver,
                        const webhook::ReceiverStatus &counters,
                        const std::optional<SelfTest> &selfTest)
{
    if (!receiver.isListening)
        return {Words::tr("Receiver off"), ui::Tone::Error};
    QString place = QStringLiteral("%1:%2").arg(receiver.address.toString()).arg(receiver.port);
    if (selfTest && !selfTest->publicHost.isEmpty())
        place = selfTest->publicHost;
    if (counters.notStored > 0)
        return {Words::tr("Receiver %1, %n webhook(s) not stored", nullptr,
                          int(counters.notStored))
                    .arg(place),
                ui::Tone::Error};
    if (!selfTest)
        return {Words::tr("Receiver %1 listens").arg(place), ui::Tone::Muted};
    if (!selfTest->outcome.hasArrived) {
        return {Words::tr("Receiver %1 is not reached").arg(place), ui::Tone::Error,
                Words::tr("The self-test posted to the address and nothing came in: %1")
                    .arg(selfTest->outcome.problem)};
    }
    const QString age = models::durationText(selfTest->age);
    QStringList details{Words::tr("The self-test took %1 ms. It came by %2.")
                            .arg(selfTest->outcome.latency.count())
                            .arg(selfTest->outcome.way.join(QStringLiteral("; ")))};
    details += originDetails(selfTest->outcome);
    details += refusalDetails(counters);
    const QString way = details.join(u' ');
    // The last one is old where two in a row did not come to an end.
    const bool isOld = selfTest->age > 2 * ReceiverCheck::interval + std::chrono::seconds{15};
    const ui::Tone tone = isOld ? ui::Tone::Warning : ui::Tone::Success;
    if (counters.stored == 0)
        return {Words::tr("Receiver %1, self-test %2 ago").arg(place, age), tone, way};
    return {Words::tr("Receiver %1, %n webhook(s) stored, self-test %2 ago", nullptr,
                      int(counters.stored))
                .arg(place, age),
            tone, way};
}

} // namespace otpscope::window
