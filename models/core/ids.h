// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QString>

#include <utility>

namespace otpscope::models {

/// An identifier that cannot be mixed up with another kind of identifier or with plain text.
/// Compared to the letter; empty means "none".
template <typename Tag>
class TextId
{
public:
    TextId() = default;
    explicit TextId(QString text) : m_text(std::move(text)) {}

    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] bool isEmpty() const { return m_text.isEmpty(); }

    friend bool operator==(const TextId &, const TextId &) = default;
    friend bool operator<(const TextId &a, const TextId &b) { return a.m_text < b.m_text; }
    friend size_t qHash(const TextId &id, size_t seed = 0) { return ::qHash(id.m_text, seed); }

private:
    QString m_text;
};

/// The service's name for one sent flow (routee-api: send response, `flowId`).
using FlowId = TextId<struct FlowIdTag>;
/// The service's name for one message of a step (`trackingId`, also called message token).
using TrackingId = TextId<struct TrackingIdTag>;
/// Our own name for one run; a UUID without braces.
using RunId = TextId<struct RunIdTag>;

/// Position of an observation in the store: starts at 1, grows in the order of arrival, never
/// reused. 0 means "not stored".
struct ObservationId
{
    qint64 value = 0;

    [[nodiscard]] bool isStored() const { return value > 0; }
    friend auto operator<=>(const ObservationId &, const ObservationId &) = default;
};

} // namespace otpscope::models
