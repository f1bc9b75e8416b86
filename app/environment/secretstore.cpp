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

/// Never QtKeychain's fallback, which is a plain file. It is nobody's child: the key store answers
/// into the job whenever it likes, also when the one who asked is gone, and deletes it then.
template <typename Job>
Job *jobFor(const models::EnvironmentId &id)
{
    auto *job = new Job(serviceName());
    job->setInsecureFallback(false);
    job->setAutoDelete(true);
    job->setKey(id.text());
    return job;
}

} // namespace

SecretStore::SecretStore(QObject *parent)
    : QObject(parent)
{}

void SecretStore::read(const models::EnvironmentId &id, QObject *context, Receiver receiver)
{
    const auto known = m_session.constFind(id);
    if (known != m_session.cend()) {
        QTimer::singleShot(0, context,
                           [receiver = std::move(receiver), secret = *known] { receiver(secret); });
        return;
    }
    auto *job = jobFor<QKeychain::ReadPasswordJob>(id);
    connect(job, &QKeychain::Job::finished, context,
            [job, receiver = std::move(receiver)] { receiver(job->textData()); });
    job->start();
}

void SecretStore::write(const models::EnvironmentId &id, const QString &secret, QObject *context,
                        Completion done)
{
    // At hand at once, whatever the key store is waiting for.
    m_session.insert(id, secret);
    auto *job = jobFor<QKeychain::WritePasswordJob>(id);
    job->setTextData(secret);
    connect(job, &QKeychain::Job::finished, this,
            [this, job, id, secret, caller = QPointer(context), done = std::move(done)] {
                const bool isKept = job->error() == QKeychain::NoError;
                if (isKept && m_session.value(id) == secret)
                    m_session.remove(id);
                if (!caller)
                    return;
                if (isKept)
                    done({SecretKeeping::Kind::Kept, {}});
                else
                    done({SecretKeeping::Kind::SessionOnly, job->errorString()});
            });
    job->start();
}

void SecretStore::remove(const models::EnvironmentId &id)
{
    m_session.remove(id);
    jobFor<QKeychain::DeletePasswordJob>(id)->start();
}

} // namespace otpscope::environment
