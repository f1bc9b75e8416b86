// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/webhook/receiveropening.h"

#include <QHostAddress>

#include <optional>
#include <utility>

namespace otpscope::webhook {

namespace {

SourcePolicy::Ranges rangesIn(const QStringList &texts)
{
    SourcePolicy::Ranges ranges;
    for (const QString &text : texts) {
        if (const auto range = models::AddressRange::fromText(text))
            ranges.push_back(*range);
    }
    return ranges;
}

} // namespace

SourcePolicy policyOf(const models::ReceiverAccess &access)
{
    std::optional<SourcePolicy::Ranges> allowed;
    if (!access.sources.isEmpty())
        allowed = rangesIn(access.sources);
    return {rangesIn(access.proxies), std::move(allowed)};
}

models::Result<http::ListenResult, http::CertificateProblem>
openReceiver(WebhookReceiver &receiver, const models::ReceiverAccess &access, quint16 port,
             models::Instant now)
{
    receiver.setSources(policyOf(access));
    if (!access.certificateFile.isEmpty()) {
        auto certificate = http::loadCertificate(access.certificateFile, access.keyFile, now);
        if (!certificate)
            return certificate.error();
        receiver.useCertificate(certificate.value());
    }
    const QHostAddress address = access.listenAddress.isEmpty()
                                     ? QHostAddress(QHostAddress::LocalHost)
                                     : QHostAddress(access.listenAddress);
    return receiver.listen(address, port);
}

} // namespace otpscope::webhook
