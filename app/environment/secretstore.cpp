// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/environment/secretstore.h"

#include <QPointer>
#include <QTimer>
#include <qt6keychain/keychain.h>

#include <utility>

namespace otpscope::environment {

namespace {

QString serviceName()
{
    return QStringLiteral("OtpScope");
}

QString nameOf(const models::EnvironmentId &id, models::SecretKind kind)
{
    return kind == models::SecretKind::Proxy ? id.text() + QStringLiteral("/proxy") : id.text();
}

/// Never QtKeychain's fallback, which is a plain file. It is nobody's child: the key store answers
/// into the job whenever it likes, also when the one who asked is gone, and deletes it then.
template <typename Job>
Job *jobFor(const QString &name)
{
    auto *job = new Job(serviceName());
    job->setInsecureFallback(false);
    job->setAutoDelete(true);
    job->setKey(name);
    return job;
}

} // namespace

SecretStore::SecretStore(QObject *parent)
    : QObject(parent)
{}

void SecretStore::read(const models::EnvironmentId &id, QObject *context, Receiver receiver)
{
    readOne(nameOf(id, models::SecretKind::Application), context,
            [self = QPointer(this), id, context,
             receiver = std::move(receiver)](const QString &application) {
                if (!self)
                    return;
                self->readOne(nameOf(id, models::SecretKind::Proxy), context,
                              [application, receiver](const QString &proxy) {
                                  receiver({application, proxy});
                              });
            });
}

void SecretStore::readOne(const QString &name, QObject *context, OneReceiver receiver)
{
    const auto known = m_session.constFind(name);
    if (known != m_session.cend()) {
        QTimer::singleShot(0, context,
                           [receiver = std::move(receiver), secret = *known] { receiver(secret); });
        return;
    }
    auto *job = jobFor<QKeychain::ReadPasswordJob>(name);
    connect(job, &QKeychain::Job::finished, context,
            [job, receiver = std::move(receiver)] { receiver(job->textData()); });
    job->start();
}

void SecretStore::write(const models::EnvironmentId &id, models::SecretKind kind,
                        const QString &secret, QObject *context, Completion done)
{
    const QString name = nameOf(id, kind);
    // At hand at once, whatever the key store is waiting for.
    m_session.insert(name, secret);
    auto *job = jobFor<QKeychain::WritePasswordJob>(name);
    job->setTextData(secret);
    connect(job, &QKeychain::Job::finished, this,
            [this, job, name, secret, caller = QPointer(context), done = std::move(done)] {
                const bool isKept = job->error() == QKeychain::NoError;
                if (isKept && m_session.value(name) == secret)
                    m_session.remove(name);
                if (!caller)
                    return;
                if (isKept)
                    done({SecretKeeping::Kind::Kept, {}});
                else
                    done({SecretKeeping::Kind::SessionOnly, job->errorString()});
            });
    job->start();
}

bool SecretStore::isForThisSession(const models::EnvironmentId &id, models::SecretKind kind) const
{
    return m_session.contains(nameOf(id, kind));
}

void SecretStore::remove(const models::EnvironmentId &id, models::SecretKind kind)
{
    const QString name = nameOf(id, kind);
    m_session.remove(name);
    jobFor<QKeychain::DeletePasswordJob>(name)->start();
}

} // namespace otpscope::environment
