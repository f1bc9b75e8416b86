// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/webhook/sourcepolicy.h"

#include <cstdint>
#include <cstdlib>

using namespace otpscope;

/// Whatever the headers say (a line each, the first letter choosing which), an origin is found that
/// fits its basis; and whoever writes to the left of what a proxy adds does not choose it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace {

using Basis = webhook::Origin::Basis;

models::IpAddress address(const char *text)
{
    return *models::IpAddress::fromText(text);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const webhook::SourcePolicy policy(
        {*models::AddressRange::fromText(QStringLiteral("10.0.0.0/8"))}, std::nullopt);
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    http::Headers headers;
    for (const QByteArray &line : bytes.split('\n'))
        headers.emplace_back(line.startsWith('F') ? "Forwarded" : "X-Forwarded-For", line.mid(1));

    const webhook::Origin origin = policy.originOf(address("10.0.0.1"), headers);
    if (origin.basis == Basis::Connection && origin.address != origin.peer)
        std::abort();
    if (origin.basis == Basis::Contradiction && origin.address)
        std::abort();
    if (policy.originOf(address("192.0.2.1"), headers).address != address("192.0.2.1"))
        std::abort();

    // The proxy adds whom it served to the last header, as proxies do.
    const models::IpAddress served = address("203.0.113.5");
    const bool isStandard = headers.back().first == "Forwarded";
    headers.back().second += isStandard ? ", for=203.0.113.5" : ", 203.0.113.5";
    const webhook::Origin added = policy.originOf(address("10.0.0.1"), headers);
    if (added.address && added.address != served)
        std::abort();
    return 0;
}
