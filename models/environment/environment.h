// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/ids.h"

#include <QMetaType>
#include <QString>
#include <QStringList>

#include <chrono>
#include <map>
#include <vector>

namespace otpscope::models {

/// Our own name for one environment; stays when it is renamed.
using EnvironmentId = TextId<struct EnvironmentIdTag>;

/// How requests leave this machine. Loopback and plain http:// never go through a proxy, so that no
/// token passes one in clear text.
struct ProxyChoice
{
    enum class Kind {
        /// What the desktop or http_proxy says.
        System,
        None,
        Http,
        Socks5,
    };
    Kind kind = Kind::System;
    /// For Http and Socks5 only.
    QString host;
    int port = 0;
    /// Its password is a secret (secrets.h); empty for a proxy that asks for none.
    QString user = {};

    friend bool operator==(const ProxyChoice &, const ProxyChoice &) = default;
};

/// How long to wait for the other side.
struct WaitLimits
{
    std::chrono::seconds connect{10};
    std::chrono::seconds firstByte{20};
    /// For the whole exchange, however steadily bytes arrive.
    std::chrono::seconds whole{30};

    friend bool operator==(const WaitLimits &, const WaitLimits &) = default;
};

/// What the form puts into a new flow of this environment; empty for nothing.
struct FlowDefaults
{
    QString sender;
    QString templateId;
    QString callback;

    friend bool operator==(const FlowDefaults &, const FlowDefaults &) = default;
};

/// What keeps a person from sending by mistake to a service that costs money.
struct SendLimits
{
    /// Only the numbers below may be sent to. On at first for real environments.
    bool isLimitedToRecipients = false;
    /// As typed; compared by their digits.
    QStringList recipients;
    /// Flows within one day of this machine's calendar; 0 for any number.
    int sendsADay = 0;

    friend bool operator==(const SendLimits &, const SendLimits &) = default;
};

/// The door of the receiver, where webhooks come from beyond this machine.
struct ReceiverAccess
{
    /// An address of this machine; empty for loopback, which no other machine reaches.
    QString listenAddress;
    /// PEM files of the chain and its key, by which it speaks HTTPS; both or none.
    QString certificateFile;
    QString keyFile;
    /// Proxies in front of it: addresses and ranges. What they say about whom they pass on is
    /// believed, and nobody else's word.
    QStringList proxies;
    /// Addresses and ranges that may post; empty for everyone.
    QStringList sources;

    /// True where other machines can connect to it.
    [[nodiscard]] bool isOpenToOthers() const;

    friend bool operator==(const ReceiverAccess &, const ReceiverAccess &) = default;
};

/// Where requests go, and with what. Holds no secret: that is kept in the system's key store under
/// the environment's id.
struct Environment
{
    EnvironmentId id;
    QString name;
    /// Sending costs money and reaches a phone.
    bool isReal = true;
    /// For instance https://connect.routee.net/failover-otp; empty for the built-in simulator,
    /// whose address is new each time.
    QString service;
    /// For instance https://auth.routee.net/oauth/token
    QString token;
    QString applicationId;
    /// Narrows the token's permissions (routee-api section 1); empty for all of the application's.
    QString scope;
    FlowDefaults defaults;
    /// For {{name}} in flows.
    std::map<QString, QString> variables;
    /// The public address that leads to this machine's receiver; a run's path is put behind it.
    QString webhookAddress;
    /// Where the receiver listens for it; 0 for any free port.
    int receiverPort = 0;
    /// A program that brings the public address to that port, as on a command line; "{port}" stands
    /// for it. Empty for none. Never imported: it would be somebody else's program.
    QString tunnelCommand;
    /// Never imported either: it opens this machine to others.
    ReceiverAccess access;
    WaitLimits limits;
    ProxyChoice proxy;
    /// PEM file with certificates to trust besides the system's; empty for none.
    QString authoritiesFile;
    SendLimits sending;

    [[nodiscard]] bool isSimulator() const;

    friend bool operator==(const Environment &, const Environment &) = default;
};

/// The id of the built-in simulator; also what --target and the history call it.
[[nodiscard]] EnvironmentId simulatorId();

/// The fields a person fills in, for saying where a problem is.
enum class EnvironmentField {
    Name,
    Service,
    Token,
    WebhookAddress,
    ReceiverPort,
    ListenAddress,
    Certificate,
    Proxies,
    Sources,
    Limits,
    Proxy,
    Recipients,
    SendsADay,
    Variables,
};

/// What is wrong with an environment.
struct EnvironmentFault
{
    enum class Kind {
        NoName,
        /// Another environment has it, regardless of case.
        NameTaken,
        /// A name that would read as an address.
        NameIsAddress,
        NotAWebAddress,
        /// http:// beyond this machine: the token would travel in clear text.
        NotEncrypted,
        HasCredentials,
        LimitOutOfRange,
        NoProxyHost,
        NotAnAddress,
        /// Neither an address nor a range of them.
        NotARange,
        /// A certificate without its key, or the other way round.
        HalfACertificate,
        /// A certificate is for a name, and none is given.
        CertificateWithoutName,
        NotANumber,
        NotAVariableName,
    };
    EnvironmentField field = EnvironmentField::Name;
    Kind kind = Kind::NoName;
    /// What was found there, where that helps.
    QString value;

    friend bool operator==(const EnvironmentFault &, const EnvironmentFault &) = default;
};

/// In the order of the fields; `others` are the names already taken.
[[nodiscard]] std::vector<EnvironmentFault> faultsOf(const Environment &environment,
                                                     const QStringList &others);

/// True for localhost and the loopback addresses.
[[nodiscard]] bool isLoopbackHost(const QString &host);
/// True for http:// and https:// addresses with a host.
[[nodiscard]] bool isWebAddress(const QString &text);

} // namespace otpscope::models

Q_DECLARE_METATYPE(otpscope::models::Environment)
