// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/seededsource.h"
#include "models/core/clock.h"

#include <QByteArray>
#include <QString>

#include <chrono>

namespace otpscope::simulator {

/// The application the simulated service knows.
struct Credentials
{
    QString clientId;
    QString clientSecret;

    friend bool operator==(const Credentials &, const Credentials &) = default;
};

/// A token with the time it has left.
struct IssuedToken
{
    QString value;
    std::chrono::seconds remaining{0};
};

/// Hands out the one token of the application. Asked again inside its lifetime it gives the same one
/// with the time that is left (routee-api section 1, FIELD). Times are service time.
class TokenOffice final
{
public:
    TokenOffice(Credentials credentials, std::chrono::seconds lifetime, SeededSource source);
    Q_DISABLE_COPY_MOVE(TokenOffice)

    [[nodiscard]] bool knows(const Credentials &credentials) const;
    [[nodiscard]] IssuedToken issue(models::Instant now);
    /// The token is accepted no more; the next one is another.
    void revoke() { m_token.clear(); }
    [[nodiscard]] bool accepts(const QByteArray &token, models::Instant now) const;

private:
    Credentials m_credentials;
    std::chrono::seconds m_lifetime;
    SeededSource m_source;
    QString m_token;
    models::Instant m_expiresAt;
};

} // namespace otpscope::simulator
