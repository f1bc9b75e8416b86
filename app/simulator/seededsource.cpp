// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/seededsource.h"

#include <QUuid>

#include <cmath>

namespace otpscope::simulator {

quint64 SeededSource::number()
{
    m_state += 0x9e3779b97f4a7c15ULL;
    quint64 mixed = m_state;
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9ULL;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebULL;
    return mixed ^ (mixed >> 31);
}

bool SeededSource::happens(double probability)
{
    if (!(probability > 0.0))
        return false;
    constexpr int mantissaBits = 53;
    const double fraction = std::ldexp(static_cast<double>(number() >> (64 - mantissaBits)),
                                       -mantissaBits);
    return fraction < probability;
}

QString SeededSource::uuid()
{
    const quint64 high = number();
    const quint64 low = number();
    const auto byteOf = [](quint64 value, int shift) {
        return static_cast<uchar>((value >> shift) & 0xff);
    };
    const auto timeHigh = static_cast<ushort>((high & 0x0fff) | 0x4000);
    const auto variant = static_cast<uchar>((byteOf(low, 56) & 0x3f) | 0x80);
    const QUuid id(static_cast<uint>(high >> 32), static_cast<ushort>((high >> 16) & 0xffff),
                   timeHigh, variant, byteOf(low, 48), byteOf(low, 40), byteOf(low, 32),
                   byteOf(low, 24), byteOf(low, 16), byteOf(low, 8), byteOf(low, 0));
    return id.toString(QUuid::WithoutBraces);
}

SeededSource SeededSource::derived(quint64 seed, quint64 index)
{
    SeededSource mixer(seed ^ (index * 0xd6e8feb86659fd93ULL));
    return SeededSource(mixer.number());
}

} // namespace otpscope::simulator
