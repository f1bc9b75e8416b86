// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/environment/environment.h"
#include "models/environment/secrets.h"

#include <QHash>
#include <QObject>
#include <QString>

#include <functional>

namespace otpscope::environment {

/// What became of a secret that was to be kept.
struct SecretKeeping
{
    enum class Kind {
        /// In the system's key store.
        Kept,
        /// There is no key store, or it refused: until this program ends.
        SessionOnly,
    };
    Kind kind = Kind::Kept;
    /// The key store's own words where it refused.
    QString detail;

    friend bool operator==(const SecretKeeping &, const SecretKeeping &) = default;
};

/// The environments' secrets, in the system's key store (Secret Service or KWallet, by QtKeychain).
/// Where there is none they live in this object, until it goes; never in a file of ours. The key
/// store shows names to everybody, so the name is the environment's id and the kind, nothing else.
/// Lives in the main thread, which needs GLib's event loop as Qt has it on Linux; nothing blocks,
/// however long the key store takes or asks for its password.
class SecretStore final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SecretStore)

public:
    /// Empty where there is none.
    using Receiver = std::function<void(const models::Secrets &secrets)>;
    using Completion = std::function<void(const SecretKeeping &keeping)>;

    explicit SecretStore(QObject *parent = nullptr);

    /// Calls back from the event loop, unless `context` is gone by then.
    void read(const models::EnvironmentId &id, QObject *context, Receiver receiver);
    void write(const models::EnvironmentId &id, models::SecretKind kind, const QString &secret,
               QObject *context, Completion done);
    /// No key store has it.
    [[nodiscard]] bool isForThisSession(const models::EnvironmentId &id,
                                        models::SecretKind kind) const;
    /// Here and in the key store.
    void remove(const models::EnvironmentId &id, models::SecretKind kind);

private:
    using OneReceiver = std::function<void(const QString &secret)>;
    void readOne(const QString &name, QObject *context, OneReceiver receiver);

    /// Of this session, by their names in the key store: what no key store took.
    QHash<QString, QString> m_session;
};

} // namespace otpscope::environment
