// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/environment/environment.h"

#include "models/core/ipaddress.h"
#include "models/flow/phonenumber.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace otpscope::models {

namespace {

using FaultKind = EnvironmentFault::Kind;

/// Longer than anybody waits for one answer.
constexpr std::chrono::seconds longestWait{600};
constexpr int highestPort = 65535;
constexpr int mostSendsADay = 1'000'000;

class Faults final
{
public:
    explicit Faults(const Environment &environment)
        : m_environment(environment)
    {}

    [[nodiscard]] std::vector<EnvironmentFault> all(const QStringList &others)
    {
        checkName(others);
        if (!m_environment.isSimulator()) {
            checkAddress(EnvironmentField::Service, m_environment.service);
            checkAddress(EnvironmentField::Token, m_environment.token);
        }
        if (!m_environment.webhookAddress.isEmpty() && !isWebAddress(m_environment.webhookAddress))
            add(EnvironmentField::WebhookAddress, FaultKind::NotAWebAddress);
        if (m_environment.receiverPort < 0 || m_environment.receiverPort > highestPort)
            add(EnvironmentField::ReceiverPort, FaultKind::LimitOutOfRange);
        checkAccess();
        checkLimits();
        checkProxy();
        checkSending();
        for (const auto &[name, value] : m_environment.variables) {
            static const QRegularExpression pattern(QStringLiteral("^[A-Za-z_][A-Za-z0-9_.-]*$"));
            if (!pattern.match(name).hasMatch())
                add(EnvironmentField::Variables, FaultKind::NotAVariableName, name);
        }
        return m_faults;
    }

private:
    void add(EnvironmentField field, FaultKind kind, const QString &value = {})
    {
        m_faults.push_back({field, kind, value});
    }

    void checkName(const QStringList &others)
    {
        const QString name = m_environment.name.trimmed();
        if (name.isEmpty())
            add(EnvironmentField::Name, FaultKind::NoName);
        else if (name.contains(QLatin1String("://")))
            add(EnvironmentField::Name, FaultKind::NameIsAddress);
        else if (others.contains(name, Qt::CaseInsensitive) ||
                 (!m_environment.isSimulator() &&
                  name.compare(simulatorId().text(), Qt::CaseInsensitive) == 0))
            add(EnvironmentField::Name, FaultKind::NameTaken, name);
    }

    void checkAddress(EnvironmentField field, const QString &address)
    {
        const QUrl url(address, QUrl::StrictMode);
        if (!isWebAddress(address))
            add(field, FaultKind::NotAWebAddress);
        else if (!url.userInfo().isEmpty())
            add(field, FaultKind::HasCredentials);
        else if (url.scheme() != QLatin1String("https") && !isLoopbackHost(url.host()))
            add(field, FaultKind::NotEncrypted);
    }

    void checkAccess()
    {
        const ReceiverAccess &access = m_environment.access;
        if (!access.listenAddress.isEmpty() && !IpAddress::fromText(access.listenAddress.toUtf8()))
            add(EnvironmentField::ListenAddress, FaultKind::NotAnAddress);
        if (access.certificateFile.isEmpty() != access.keyFile.isEmpty())
            add(EnvironmentField::Certificate, FaultKind::HalfACertificate);
        else if (!access.certificateFile.isEmpty() && m_environment.webhookAddress.isEmpty() &&
                 m_environment.tunnelCommand.isEmpty())
            add(EnvironmentField::Certificate, FaultKind::CertificateWithoutName);
        checkRanges(EnvironmentField::Proxies, access.proxies);
        checkRanges(EnvironmentField::Sources, access.sources);
    }

    void checkRanges(EnvironmentField field, const QStringList &ranges)
    {
        for (const QString &range : ranges) {
            if (!AddressRange::fromText(range))
                add(field, FaultKind::NotARange, range);
        }
    }

    void checkLimits()
    {
        const WaitLimits &limits = m_environment.limits;
        for (const std::chrono::seconds limit : {limits.connect, limits.firstByte, limits.whole}) {
            if (limit < std::chrono::seconds{1} || limit > longestWait) {
                add(EnvironmentField::Limits, FaultKind::LimitOutOfRange);
                return;
            }
        }
    }

    void checkProxy()
    {
        const ProxyChoice &proxy = m_environment.proxy;
        const bool isNamed =
            proxy.kind == ProxyChoice::Kind::Http || proxy.kind == ProxyChoice::Kind::Socks5;
        if (isNamed &&
            (proxy.host.trimmed().isEmpty() || proxy.port < 1 || proxy.port > highestPort))
            add(EnvironmentField::Proxy, FaultKind::NoProxyHost);
    }

    void checkSending()
    {
        for (const QString &number : m_environment.sending.recipients) {
            if (readPhoneNumber(number).standing == PhoneNumber::Standing::NotANumber)
                add(EnvironmentField::Recipients, FaultKind::NotANumber, number);
        }
        const int sends = m_environment.sending.sendsADay;
        if (sends < 0 || sends > mostSendsADay)
            add(EnvironmentField::SendsADay, FaultKind::LimitOutOfRange);
    }

    const Environment &m_environment;
    std::vector<EnvironmentFault> m_faults;
};

} // namespace

EnvironmentId simulatorId()
{
    return EnvironmentId(QStringLiteral("simulator"));
}

bool ReceiverAccess::isOpenToOthers() const
{
    const auto address = IpAddress::fromText(listenAddress.toUtf8());
    return address && !address->isLoopback();
}

bool Environment::isSimulator() const
{
    return id == simulatorId();
}

std::vector<EnvironmentFault> faultsOf(const Environment &environment, const QStringList &others)
{
    return Faults(environment).all(others);
}

bool isLoopbackHost(const QString &host)
{
    static const QRegularExpression v4(QStringLiteral(
        "^127\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){2}$"));
    return host.compare(QLatin1String("localhost"), Qt::CaseInsensitive) == 0 ||
           host == QLatin1String("::1") || v4.match(host).hasMatch();
}

bool isWebAddress(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    return url.isValid() && !url.host().isEmpty() &&
           (url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https"));
}

} // namespace otpscope::models
