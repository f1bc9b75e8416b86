// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/retryafter.h"

#include "models/run/headfield.h"

#include <QDateTime>

#include <algorithm>

namespace otpscope::client {

namespace {

constexpr std::chrono::milliseconds longestWait = std::chrono::minutes{5};

bool isDigits(const QByteArray &text)
{
    return !text.isEmpty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

std::optional<std::chrono::milliseconds> retryAfter(const QByteArray &answerHead,
                                                    models::Instant now)
{
    const QByteArray value =
        models::headField(answerHead, QByteArrayLiteral("Retry-After")).value_or(QByteArray());
    if (isDigits(value)) {
        // Too many digits for a number are too long a wait in any case.
        const qint64 seconds = value.size() > 9 ? longestWait.count() : value.toLongLong();
        return std::min<std::chrono::milliseconds>(std::chrono::seconds{seconds}, longestWait);
    }
    // HTTP writes the zone as GMT, which Qt's reader of mail dates does not know.
    QByteArray mailDate = value;
    mailDate.replace(" GMT", " +0000");
    const QDateTime date = QDateTime::fromString(QString::fromLatin1(mailDate), Qt::RFC2822Date);
    if (!date.isValid())
        return std::nullopt;
    const models::Instant until{std::chrono::milliseconds{date.toMSecsSinceEpoch()}};
    return std::clamp(until - now, std::chrono::milliseconds{0}, longestWait);
}

} // namespace otpscope::client
