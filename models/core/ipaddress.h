// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <array>
#include <optional>

namespace otpscope::models {

/// An IPv4 or IPv6 address. An IPv4 address inside an IPv6 one (::ffff:192.0.2.1), which is what a
/// socket for both kinds shows, is the same as the IPv4 address alone.
class IpAddress
{
public:
    using Bytes = std::array<quint8, 16>;

    /// "::", which is nobody's.
    IpAddress() = default;
    /// In network order; IPv4 behind ::ffff:0:0/96.
    explicit IpAddress(const Bytes &bytes)
        : m_bytes(bytes)
    {}
    /// Dotted with four numbers, or RFC 4291; nothing else is taken, no zone and no blank.
    [[nodiscard]] static std::optional<IpAddress> fromText(const QByteArray &text);

    [[nodiscard]] const Bytes &bytes() const { return m_bytes; }
    [[nodiscard]] bool isIPv4() const;
    [[nodiscard]] bool isLoopback() const;
    [[nodiscard]] QString toText() const;

    friend bool operator==(const IpAddress &, const IpAddress &) = default;

private:
    Bytes m_bytes{};
};

/// All addresses that begin with the same bits: 192.0.2.0/24, 2001:db8::/32, or one address alone.
class AddressRange
{
public:
    /// "ADDRESS" or "ADDRESS/BITS"; bits of the address behind those are left out of account.
    [[nodiscard]] static std::optional<AddressRange> fromText(const QString &text);

    /// An IPv6 range holds no IPv4 address, not even ::/0.
    [[nodiscard]] bool contains(const IpAddress &address) const;

    friend bool operator==(const AddressRange &, const AddressRange &) = default;

private:
    AddressRange(const IpAddress &first, int bits)
        : m_first(first)
        , m_bits(bits)
    {}

    IpAddress m_first;
    /// Of the 128.
    int m_bits;
};

} // namespace otpscope::models
