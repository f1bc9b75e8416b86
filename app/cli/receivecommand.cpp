// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/receivecommand.h"

#include "app/cli/listenoptions.h"
#include "app/cli/observationlines.h"
#include "app/cli/problems.h"
#include "app/cli/untilinterrupted.h"
#include "app/http/httpserver.h"
#include "app/platform/mailbox.h"
#include "app/webhook/anypathhandler.h"
#include "app/webhook/echohandler.h"
#include "app/webhook/receiveropening.h"
#include "app/webhook/sourceguard.h"

#include <atomic>

namespace otpscope::cli {

namespace {

QString storedSentence(qint64 stored, qint64 notStored, const QString &place)
{
    const QString sentence =
        stored == 1 ? QStringLiteral("Stored 1 webhook in %1.").arg(place)
                    : QStringLiteral("Stored %1 webhooks in %2.").arg(stored).arg(place);
    if (notStored == 0)
        return sentence;
    return sentence +
           QStringLiteral(" %1 could not be stored and were answered 503.").arg(notStored);
}

} // namespace

std::string ReceiveCommand::summary() const
{
    return "Receives webhooks on any path and stores each before it answers 200, until "
           "interrupted.";
}

std::string ReceiveCommand::example() const
{
    return "otpscope-cli receive --port 8081 --print";
}

void ReceiveCommand::declareOptions(OptionSet &options)
{
    declareListenOptions(options, m_host, m_port);
    m_access.declareOptions(options);
    m_store.declareOption(options);
    const Option print = options.addFlag(
        "--print", m_isPrinting, "Prints a JSON line for each webhook; replay reads such lines");
    options
        .addFlag("--echo", m_isEchoing,
                 "Stores nothing; answers any method on any path with 200 and the body it got")
        .excluding(m_store.option())
        .excluding(print);
}

ExitCode ReceiveCommand::run(Surroundings &surroundings)
{
    if (const QString problem = m_access.problem(); !problem.isEmpty()) {
        surroundings.console.say(problem);
        return ExitCode::UsedWrongly;
    }
    if (!m_isEchoing)
        return record(surroundings);
    webhook::EchoHandler handler;
    return serve(handler, webhook::EchoHandler::limits(), surroundings);
}

ExitCode ReceiveCommand::record(Surroundings &surroundings) const
{
    // In this order, since the store's writer thread may complete until the store is gone.
    std::atomic<qint64> stored = 0;
    std::atomic<qint64> notStored = 0;
    platform::Mailbox printer;
    auto store = m_store.open(surroundings.console);
    if (!store)
        return ExitCode::UsedWrongly;
    const QString place = store->location();

    const auto tell = [&,
                       mail = printer.address()](const webhook::WebhookRecorder::Outcome &outcome) {
        ++(outcome.isStored ? stored : notStored);
        if (!m_isPrinting || !outcome.isStored)
            return;
        // In this thread: a reader of our output that dawdles must not hold up the store.
        mail.post([&console = surroundings.console, line = observationLine(outcome.observation)] {
            console.print(line);
        });
    };
    webhook::AnyPathHandler handler({webhook::appendTo(store), surroundings.clock, tell});
    const ExitCode code = serve(handler, webhook::AnyPathHandler::limits(), surroundings);
    surroundings.console.say(storedSentence(stored, notStored, place));
    return code;
}

ExitCode ReceiveCommand::serve(http::RequestHandler &handler, const http::Limits &limits,
                               Surroundings &surroundings) const
{
    const QString hostName = QString::fromStdString(m_host);
    const auto host = listenAddress(hostName);
    if (!host) {
        surroundings.console.say(notAnAddress(hostName));
        return ExitCode::UsedWrongly;
    }
    const models::ReceiverAccess access = m_access.access(host->toString());
    std::atomic<qint64> turnedAway = 0;
    webhook::SourceGuard guard(webhook::policyOf(access), handler,
                               [&](const webhook::Origin &) { ++turnedAway; });
    http::HttpServer server(guard, surroundings.clock, limits);
    const ExitCode code = serveOn(server, access, surroundings);
    if (turnedAway > 0) {
        surroundings.console.say(
            QStringLiteral("Answered 403, for they came from elsewhere: %1.").arg(turnedAway));
    }
    return code;
}

ExitCode ReceiveCommand::serveOn(http::HttpServer &server, const models::ReceiverAccess &access,
                                 Surroundings &surroundings) const
{
    const bool isEncrypted = !access.certificateFile.isEmpty();
    if (isEncrypted) {
        const auto certificate = http::loadCertificate(access.certificateFile, access.keyFile,
                                                       surroundings.clock.wallNow());
        if (!certificate) {
            surroundings.console.say(sentenceFor(certificate.error()));
            return ExitCode::UsedWrongly;
        }
        server.useCertificate(certificate.value());
    }
    const http::ListenResult listening =
        server.listen(QHostAddress(access.listenAddress), static_cast<quint16>(m_port));
    if (!listening.isListening) {
        surroundings.console.say(sentenceFor(listening, QString::fromStdString(m_host), m_port));
        return ExitCode::UsedWrongly;
    }
    if (const QString warning = warningAbout(access); !warning.isEmpty())
        surroundings.console.say(warning);
    // Before the line: whoever reads it may end the program at once.
    Interruption interruption;
    surroundings.console.printLine(
        QStringLiteral("listening on ") +
        (isEncrypted ? httpsAddress(listening) : httpAddress(listening)));
    waitFor(interruption);
    server.close();
    return ExitCode::Done;
}

} // namespace otpscope::cli
