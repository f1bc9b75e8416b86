// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/ipaddress.h"

#include <arpa/inet.h>

#include <algorithm>

namespace otpscope::models {

namespace {

constexpr int bitsOfByte = 8;
constexpr int bitsOfAll = 128;
constexpr int bitsBeforeIPv4 = 96;
/// ::ffff:0:0/96
constexpr std::array<quint8, 12> beforeIPv4{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};

} // namespace

std::optional<IpAddress> IpAddress::fromText(const QByteArray &text)
{
    // inet_pton ends at the first zero byte.
    if (text.contains('\0'))
        return std::nullopt;
    Bytes bytes{};
    if (inet_pton(AF_INET6, text.constData(), bytes.data()) == 1)
        return IpAddress(bytes);
    std::copy(beforeIPv4.begin(), beforeIPv4.end(), bytes.begin());
    if (inet_pton(AF_INET, text.constData(), bytes.data() + beforeIPv4.size()) == 1)
        return IpAddress(bytes);
    return std::nullopt;
}

bool IpAddress::isIPv4() const
{
    return std::equal(beforeIPv4.begin(), beforeIPv4.end(), m_bytes.begin());
}

bool IpAddress::isLoopback() const
{
    constexpr quint8 loopbackNet = 127;
    if (isIPv4())
        return m_bytes[beforeIPv4.size()] == loopbackNet;
    Bytes loopback{};
    loopback.back() = 1;
    return m_bytes == loopback;
}

QString IpAddress::toText() const
{
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (isIPv4())
        inet_ntop(AF_INET, m_bytes.data() + beforeIPv4.size(), text.data(), text.size());
    else
        inet_ntop(AF_INET6, m_bytes.data(), text.data(), text.size());
    return QString::fromLatin1(text.data());
}

std::optional<AddressRange> AddressRange::fromText(const QString &text)
{
    const qsizetype slash = text.indexOf(u'/');
    const auto first = IpAddress::fromText((slash < 0 ? text : text.left(slash)).toUtf8());
    if (!first)
        return std::nullopt;
    if (slash < 0)
        return AddressRange(*first, bitsOfAll);
    // What was written with dots counts from its own first bit.
    const bool isDotted = !text.left(slash).contains(u':');
    const int before = isDotted ? bitsBeforeIPv4 : 0;
    const QString digits = text.mid(slash + 1);
    constexpr int mostDigits = 3;
    const bool areDigits =
        !digits.isEmpty() && digits.size() <= mostDigits &&
        std::all_of(digits.begin(), digits.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    const int bits = areDigits ? before + digits.toInt() : bitsOfAll + 1;
    if (bits > bitsOfAll)
        return std::nullopt;
    return AddressRange(*first, bits);
}

bool AddressRange::contains(const IpAddress &address) const
{
    if (address.isIPv4() && m_bits < bitsBeforeIPv4)
        return false;
    const int whole = m_bits / bitsOfByte;
    const int rest = m_bits % bitsOfByte;
    const IpAddress::Bytes &left = m_first.bytes();
    const IpAddress::Bytes &right = address.bytes();
    if (!std::equal(left.begin(), left.begin() + whole, right.begin()))
        return false;
    if (rest == 0)
        return true;
    const auto place = static_cast<std::size_t>(whole);
    return ((left[place] ^ right[place]) >> (bitsOfByte - rest)) == 0;
}

} // namespace otpscope::models
