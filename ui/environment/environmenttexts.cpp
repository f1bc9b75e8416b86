// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/environment/environmenttexts.h"

#include "models/text/sentences.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace otpscope::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Environments)
};

using models::CheckStep;
using Kind = models::EnvironmentFault::Kind;

QString certificateText(const CheckStep::Certificate &certificate)
{
    if (certificate.subject.isEmpty())
        return {};
    const QDateTime until =
        QDateTime::fromMSecsSinceEpoch(certificate.validUntil.time_since_epoch().count());
    return Words::tr("Certificate of %1, by %2, valid until %3")
        .arg(certificate.subject, certificate.issuer,
             QLocale().toString(until.date(), QLocale::ShortFormat));
}

QString tlsText(const CheckStep &step)
{
    const QString certificate = certificateText(step.certificate);
    if (step.state == CheckStep::State::Failed) {
        return certificate.isEmpty() ? step.problem
                                     : Words::tr("%1. %2").arg(step.problem, certificate);
    }
    return Words::tr("%1. %2").arg(step.certificate.protocol, certificate);
}

QString tokenText(const CheckStep &step)
{
    QStringList lines;
    lines.append(step.lifetime ? Words::tr("Valid for %1").arg(models::durationText(*step.lifetime))
                               : Words::tr("The service did not say how long it is valid"));
    lines.append(step.scope.isEmpty() ? Words::tr("no scope named")
                                      : Words::tr("scope %1").arg(step.scope));
    lines.append(
        step.permissions.isEmpty()
            ? Words::tr("no permissions named")
            : Words::tr("permissions %1").arg(step.permissions.join(QStringLiteral(", "))));
    return lines.join(QStringLiteral("; "));
}

} // namespace

QString sentenceFor(const models::EnvironmentFault &fault)
{
    switch (fault.kind) {
    case Kind::NoName:
        return Words::tr("Enter a name.");
    case Kind::NameTaken:
        return Words::tr("Another environment is called %1. Choose another name.").arg(fault.value);
    case Kind::NameIsAddress:
        return Words::tr("This reads as an address. Choose a name without “://”.");
    case Kind::NotAWebAddress:
        return Words::tr("Enter an address that begins with https:// or http://.");
    case Kind::NotEncrypted:
        return Words::tr("Beyond this machine the address must begin with https://: the token "
                         "would travel in clear text.");
    case Kind::HasCredentials:
        return Words::tr("Take the name and password out of the address. The application id and "
                         "secret have fields of their own.");
    case Kind::LimitOutOfRange:
        return Words::tr("This number is out of range.");
    case Kind::NoProxyHost:
        return Words::tr("Enter the proxy's host and port.");
    case Kind::NotAnAddress:
        return Words::tr("Enter an IP address of this machine, or 0.0.0.0 for all of them.");
    case Kind::NotARange:
        return Words::tr("“%1” is no IP address and no range such as 192.0.2.0/24.")
            .arg(fault.value);
    case Kind::HalfACertificate:
        return Words::tr("A certificate and its key belong together: name both files, or none.");
    case Kind::CertificateWithoutName:
        return Words::tr("A certificate is for a name: enter the public webhook address, too.");
    case Kind::NotANumber:
        return Words::tr("“%1” is not a phone number. Write numbers with their country code, one "
                         "on each line.")
            .arg(fault.value);
    case Kind::NotAVariableName:
        return Words::tr("“%1” cannot be a variable's name. Use letters, digits, “_”, “.” and "
                         "“-”; begin with a letter.")
            .arg(fault.value);
    }
    Q_UNREACHABLE();
}

QString titleOf(const CheckStep &step)
{
    switch (step.kind) {
    case CheckStep::Kind::Name:
        return Words::tr("Find %1").arg(step.host);
    case CheckStep::Kind::Tls:
        return Words::tr("Encrypt to %1").arg(step.host);
    case CheckStep::Kind::Token:
        return Words::tr("Get a token");
    case CheckStep::Kind::Health:
        return Words::tr("Ask the service how it is");
    }
    Q_UNREACHABLE();
}

QString resultOf(const CheckStep &step)
{
    switch (step.state) {
    case CheckStep::State::Waiting:
        return {};
    case CheckStep::State::Running:
        return Words::tr("Under way…");
    case CheckStep::State::NotNeeded:
        return step.kind == CheckStep::Kind::Name
                   ? Words::tr("The proxy looks it up")
                   : Words::tr("Not encrypted: the address is http://");
    case CheckStep::State::Failed:
        return step.kind == CheckStep::Kind::Tls ? tlsText(step) : step.problem;
    case CheckStep::State::Passed:
        break;
    }
    switch (step.kind) {
    case CheckStep::Kind::Name:
        return step.addresses.join(QStringLiteral(", "));
    case CheckStep::Kind::Tls:
        return tlsText(step);
    case CheckStep::Kind::Token:
        return tokenText(step);
    case CheckStep::Kind::Health:
        return Words::tr("It says: %1").arg(step.health);
    }
    Q_UNREACHABLE();
}

} // namespace otpscope::ui
