// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/tokenoffice.h"

#include <utility>

namespace otpscope::simulator {

TokenOffice::TokenOffice(Credentials credentials, std::chrono::seconds lifetime,
                         SeededSource source)
    : m_credentials(std::move(credentials))
    , m_lifetime(lifetime)
    , m_source(source)
{
}

bool TokenOffice::knows(const Credentials &credentials) const
{
    return credentials == m_credentials;
}

IssuedToken TokenOffice::issue(models::Instant now)
{
    if (m_token.isEmpty() || now >= m_expiresAt) {
        m_token = m_source.uuid();
        m_expiresAt = now + m_lifetime;
    }
    return {m_token, std::chrono::floor<std::chrono::seconds>(m_expiresAt - now)};
}

bool TokenOffice::accepts(const QByteArray &token, models::Instant now) const
{
    return !m_token.isEmpty() && token == m_token.toUtf8() && now < m_expiresAt;
}

} // namespace otpscope::simulator
