// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/callbackchoice.h"

#include <limits>

namespace otpscope::cli {

namespace {

bool hasCallback(const models::FlowDocument &flow)
{
    return flow.flow().callback && flow.flow().callback->url &&
           !flow.flow().callback->url->isEmpty();
}

} // namespace

void CallbackChoice::declareOptions(OptionSet &options)
{
    const Option webhookUrl = options.add(
        "--webhook-url", m_webhookUrl,
        "The public address, for instance of a tunnel, that leads to the run's own receiver");
    options.addFlag("--keep-callback", m_isKept, "Leaves the flow's own callback in place")
        .excluding(webhookUrl);
    options
        .add("--receiver-port", m_receiverPort,
             "The port of the run's own receiver; 0 takes a free one")
        .within(0, static_cast<int>(std::numeric_limits<unsigned short>::max()))
        .showingDefault();
}

QString CallbackChoice::problemWith(const Target &target) const
{
    if (m_webhookUrl.empty())
        return {};
    if (target.isSimulator) {
        return QStringLiteral("The built-in simulator posts to the run's own receiver: leave "
                              "--webhook-url out.");
    }
    const QUrl url(QString::fromStdString(m_webhookUrl), QUrl::StrictMode);
    const bool isHttp =
        url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    if (!url.isValid() || !isHttp || url.host().isEmpty())
        return QStringLiteral("--webhook-url is no http address.");
    return {};
}

bool CallbackChoice::usesOwnReceiver(const Target &target, const models::FlowDocument &flow) const
{
    if (m_isKept)
        return false;
    if (target.isSimulator || !m_webhookUrl.empty())
        return true;
    const bool isReachable = target.isOnLoopback() || !publicAddress(target).isEmpty();
    return isReachable && !hasCallback(flow);
}

QUrl CallbackChoice::addressFor(const QUrl &local, const Target &target) const
{
    QUrl address = publicAddress(target);
    if (address.isEmpty())
        return local;
    QString path = address.path();
    if (path.endsWith(QLatin1Char('/')))
        path.chop(1);
    address.setPath(path + local.path());
    return address;
}

quint16 CallbackChoice::receiverPort(const Target &target) const
{
    const bool isOfEnvironment = m_receiverPort == 0 && m_webhookUrl.empty() && target.environment;
    return static_cast<quint16>(isOfEnvironment ? target.environment->receiverPort
                                                : m_receiverPort);
}

models::ReceiverAccess CallbackChoice::receiverAccess(const Target &target) const
{
    const bool isOfEnvironment = m_webhookUrl.empty() && target.environment;
    return isOfEnvironment ? target.environment->access : models::ReceiverAccess();
}

QUrl CallbackChoice::publicAddress(const Target &target) const
{
    if (!m_webhookUrl.empty())
        return QUrl(QString::fromStdString(m_webhookUrl), QUrl::StrictMode);
    return target.environment ? QUrl(target.environment->webhookAddress, QUrl::StrictMode) : QUrl();
}

} // namespace otpscope::cli
