// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/accesschoice.h"

#include "models/core/ipaddress.h"

#include <QStringList>

namespace otpscope::cli {

namespace {

QStringList listOf(const std::vector<std::string> &texts)
{
    QStringList list;
    for (const std::string &text : texts)
        list.append(QString::fromStdString(text));
    return list;
}

QString problemIn(const QStringList &ranges, const char *option)
{
    for (const QString &range : ranges) {
        if (!models::AddressRange::fromText(range)) {
            return QStringLiteral("%1 takes an IP address or a range like 192.0.2.0/24, not %2.")
                .arg(QLatin1String(option), range);
        }
    }
    return {};
}

} // namespace

void AccessChoice::declareOptions(OptionSet &options)
{
    options.add("--allow-from", m_sources,
                "An address or range that may post; others are answered 403. Give it again for "
                "more; everyone may without it");
    options.add("--trusted-proxy", m_proxies,
                "The address or range of a proxy whose Forwarded or X-Forwarded-For header is "
                "believed. Give it again for more");
    options.add("--certificate", m_certificate,
                "A PEM file with the certificate to speak HTTPS with, and its chain");
    options.add("--key", m_key, "The PEM file with the certificate's key, without a passphrase");
}

QString AccessChoice::problem() const
{
    if (m_certificate.empty() != m_key.empty())
        return QStringLiteral("--certificate and --key belong together: give both, or none.");
    const QString source = problemIn(listOf(m_sources), "--allow-from");
    return source.isEmpty() ? problemIn(listOf(m_proxies), "--trusted-proxy") : source;
}

models::ReceiverAccess AccessChoice::access(const QString &host) const
{
    models::ReceiverAccess access;
    access.listenAddress = host;
    access.proxies = listOf(m_proxies);
    access.sources = listOf(m_sources);
    access.certificateFile = QString::fromStdString(m_certificate);
    access.keyFile = QString::fromStdString(m_key);
    return access;
}

QString warningAbout(const models::ReceiverAccess &access)
{
    if (!access.isOpenToOthers())
        return {};
    QStringList sentences{
        QStringLiteral("Other machines can reach this receiver on %1.").arg(access.listenAddress)};
    if (access.sources.isEmpty())
        sentences += QStringLiteral("All of them may post: --allow-from names those that may.");
    if (access.certificateFile.isEmpty()) {
        sentences += QStringLiteral("What they post travels in clear text: --certificate and --key "
                                    "encrypt it.");
    }
    return sentences.join(QLatin1Char(' '));
}

} // namespace otpscope::cli
