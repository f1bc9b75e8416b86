// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/environment/connectionchecker.h"

#include "app/client/tokenanswer.h"
#include "app/client/tokenrequest.h"
#include "models/core/json.h"
#include "models/run/snapshot.h"

#include <QHostAddress>
#include <QNetworkProxy>
#include <QPointer>
#include <QSslCipher>
#include <QSslConfiguration>
#include <QSslError>

#include <utility>

namespace otpscope::environment {

namespace {

using models::CheckStep;
using models::ProxyChoice;
using Kind = CheckStep::Kind;
using State = CheckStep::State;

constexpr qsizetype answerBytes = 64 * 1024;
constexpr quint16 httpsPort = 443;

QString protocolText(QSsl::SslProtocol protocol)
{
    if (protocol == QSsl::TlsV1_3)
        return QStringLiteral("TLS 1.3");
    return protocol == QSsl::TlsV1_2 ? QStringLiteral("TLS 1.2") : QString();
}

QNetworkProxy socketProxyFor(const client::Transport &transport, const QUrl &url)
{
    const auto chosen = client::proxyFor(transport, url);
    return chosen ? *chosen
                  : QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(url)).value(0);
}

/// The name in it, or else its organisation.
QString holderOf(const QStringList &names, const QStringList &organisations)
{
    QStringList words = names + organisations;
    words.removeDuplicates();
    return words.join(QStringLiteral(", "));
}

CheckStep::Certificate factsOf(const QSslSocket &socket)
{
    const QSslCertificate certificate = socket.peerCertificate();
    if (certificate.isNull())
        return {};
    return {
        holderOf(certificate.subjectInfo(QSslCertificate::CommonName),
                 certificate.subjectInfo(QSslCertificate::Organization)),
        holderOf(certificate.issuerInfo(QSslCertificate::CommonName),
                 certificate.issuerInfo(QSslCertificate::Organization)),
        models::Instant{std::chrono::milliseconds{certificate.expiryDate().toMSecsSinceEpoch()}},
        protocolText(socket.sessionProtocol())};
}

/// The library tells of versions in the words of its source code.
QString wordsOf(const QSslSocket &socket)
{
    const QString words = socket.errorString();
    for (const QSslError &error : socket.sslHandshakeErrors()) {
        const bool isAuthorityUnknown =
            error.error() == QSslError::UnableToGetLocalIssuerCertificate ||
            error.error() == QSslError::SelfSignedCertificate ||
            error.error() == QSslError::SelfSignedCertificateInChain;
        if (isAuthorityUnknown)
            return QStringLiteral("Nobody trusted here has signed the certificate. If it is your "
                                  "company's, name the file of its authority in the environment");
    }
    const bool isVersion = words.contains(QStringLiteral("protocol version")) ||
                           words.contains(QStringLiteral("unsupported protocol"));
    if (isVersion)
        return QStringLiteral("The other side offers neither TLS 1.2 nor a later version");
    if (words.contains(QStringLiteral("wrong version number")))
        return QStringLiteral("The other side does not speak TLS at this port");
    return words;
}

QString wordsOf(const client::CallOutcome &outcome)
{
    if (outcome.problem != models::TransportProblem::None)
        return outcome.detail;
    const QString said = models::readServiceError(outcome.exchange.answerBody).message;
    const QString status = QStringLiteral("HTTP %1").arg(outcome.exchange.answerStatus);
    return said.isEmpty() ? status : status + QStringLiteral(": ") + said;
}

bool isSuccess(const client::CallOutcome &outcome)
{
    const int status = outcome.exchange.answerStatus;
    return outcome.problem == models::TransportProblem::None && status >= 200 && status < 300;
}

} // namespace

ConnectionChecker::ConnectionChecker(Connection connection, QObject *parent)
    : QObject(parent)
    , m_connection(std::move(connection))
{
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this, [this] {
        fail(QStringLiteral("Nothing within %1 s")
                 .arg(std::chrono::duration<double>(m_connection.limits.connect).count()));
    });
    addHost(m_connection.endpoint.token);
    if (m_connection.endpoint.service.host() != m_connection.endpoint.token.host() ||
        m_connection.endpoint.service.port() != m_connection.endpoint.token.port())
        addHost(m_connection.endpoint.service);
    for (const Kind kind : {Kind::Token, Kind::Health}) {
        CheckStep last;
        last.kind = kind;
        last.host =
            (kind == Kind::Token ? m_connection.endpoint.token : m_connection.endpoint.service)
                .host();
        m_check.steps.push_back(last);
    }
}

ConnectionChecker::~ConnectionChecker() = default;

void ConnectionChecker::addHost(const QUrl &address)
{
    for (const Kind kind : {Kind::Name, Kind::Tls}) {
        CheckStep added;
        added.kind = kind;
        added.host = address.host();
        m_check.steps.push_back(added);
        m_addresses.push_back(address);
    }
}

void ConnectionChecker::start()
{
    next();
}

void ConnectionChecker::next()
{
    ++m_at;
    if (m_at == static_cast<int>(m_check.steps.size())) {
        m_check.isOver = true;
        Q_EMIT progressed(m_check);
        return;
    }
    step().state = State::Running;
    Q_EMIT progressed(m_check);
    switch (step().kind) {
    case Kind::Name:
        lookUp();
        break;
    case Kind::Tls:
        agreeOnTls();
        break;
    case Kind::Token:
        askForToken();
        break;
    case Kind::Health:
        askForHealth();
        break;
    }
}

void ConnectionChecker::lookUp()
{
    const auto kind = m_connection.endpoint.transport.proxy.kind;
    const bool isByProxy = kind == ProxyChoice::Kind::Http || kind == ProxyChoice::Kind::Socks5;
    if (isByProxy && !models::isLoopbackHost(step().host)) {
        skip();
        return;
    }
    m_limit.start(m_connection.limits.connect);
    // The callback keeps its context: Qt leaks it where that is gone before the name server answers.
    const auto context = std::make_shared<QObject>();
    const QPointer<ConnectionChecker> checker(this);
    QHostInfo::lookupHost(step().host, context.get(),
                          [context, checker, at = m_at](const QHostInfo &found) {
                              if (checker)
                                  checker->takeAddresses(at, found);
                          });
}

void ConnectionChecker::takeAddresses(int at, const QHostInfo &found)
{
    // A name server may answer after its time was over.
    if (at != m_at || m_check.isOver)
        return;
    for (const QHostAddress &address : found.addresses())
        step().addresses.append(address.toString());
    if (step().addresses.isEmpty())
        fail(found.errorString());
    else
        pass();
}

void ConnectionChecker::agreeOnTls()
{
    const QUrl &url = m_addresses[static_cast<std::size_t>(m_at)];
    if (url.scheme() != QStringLiteral("https")) {
        skip();
        return;
    }
    m_socket = std::make_unique<QSslSocket>();
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.addCaCertificates(m_connection.endpoint.transport.authorities);
    m_socket->setSslConfiguration(tls);
    m_socket->setProxy(socketProxyFor(m_connection.endpoint.transport, url));
    connect(m_socket.get(), &QSslSocket::encrypted, this, [this] {
        step().certificate = factsOf(*m_socket);
        pass();
    });
    connect(m_socket.get(), &QSslSocket::errorOccurred, this, [this] {
        step().certificate = factsOf(*m_socket);
        fail(wordsOf(*m_socket));
    });
    m_limit.start(m_connection.limits.connect);
    m_socket->connectToHostEncrypted(url.host(), static_cast<quint16>(url.port(httpsPort)));
}

void ConnectionChecker::askForToken()
{
    m_call =
        std::make_unique<client::HttpCall>(client::tokenRequest(m_connection.endpoint), limits());
    connect(m_call.get(), &client::HttpCall::finished, this,
            [this](const client::CallOutcome &outcome) {
                const auto answer = isSuccess(outcome)
                                        ? client::readTokenAnswer(outcome.exchange.answerBody)
                                        : std::nullopt;
                if (!answer) {
                    fail(isSuccess(outcome) ? QStringLiteral("The answer holds no token")
                                            : wordsOf(outcome));
                    return;
                }
                step().lifetime = answer->expiresIn;
                step().scope = answer->scope;
                step().permissions = answer->permissions;
                pass();
            });
    m_call->start();
}

void ConnectionChecker::askForHealth()
{
    QUrl url = m_connection.endpoint.service;
    QString path = url.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    url.setPath(path + QStringLiteral("/health"));
    m_call = std::make_unique<client::HttpCall>(
        client::CallRequest{"GET",
                            url,
                            {{"Accept", "application/json"}, {"Accept-Encoding", "identity"}},
                            {},
                            m_connection.endpoint.transport},
        limits());
    connect(m_call.get(), &client::HttpCall::finished, this,
            [this](const client::CallOutcome &outcome) {
                const auto json = models::parseJson(outcome.exchange.answerBody);
                step().health = json
                                    ? models::textMember(json.value(), "status").value_or(QString())
                                    : QString();
                if (!isSuccess(outcome))
                    fail(wordsOf(outcome));
                else if (step().health.isEmpty())
                    fail(QStringLiteral("The answer is no JSON with a status: "
                                        "something else answers at this address"));
                else
                    pass();
            });
    m_call->start();
}

client::HttpCall::Limits ConnectionChecker::limits() const
{
    return {m_connection.limits.connectAndAnswer, answerBytes, m_connection.limits.connect,
            m_connection.limits.firstByte};
}

CheckStep &ConnectionChecker::step()
{
    return m_check.steps[static_cast<std::size_t>(m_at)];
}

void ConnectionChecker::pass()
{
    finishStep(State::Passed);
}

void ConnectionChecker::skip()
{
    finishStep(State::NotNeeded);
}

void ConnectionChecker::fail(const QString &problem)
{
    step().problem = problem;
    finishStep(State::Failed);
}

void ConnectionChecker::finishStep(State state)
{
    m_limit.stop();
    step().state = state;
    if (m_socket) {
        m_socket->disconnect(this);
        // It is emitting.
        m_socket.release()->deleteLater();
    }
    if (state == State::Failed) {
        m_check.isOver = true;
        Q_EMIT progressed(m_check);
        return;
    }
    // The call that just ended is emitting as well; the next one must not replace it now.
    QTimer::singleShot(0, this, &ConnectionChecker::next);
}

} // namespace otpscope::environment
