// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/http/parserlog.h"

#include <cstdint>
#include <cstdlib>

using namespace otpscope;

/// The first byte chooses where the rest is cut; pieces of any size must give the same answer.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 2)
        return 0;
    const qsizetype step = 1 + data[0] % 64;
    const QByteArray bytes(reinterpret_cast<const char *>(data + 1),
                           static_cast<qsizetype>(size) - 1);
    // Small limits are reached by small inputs.
    http::Limits limits;
    limits.headBytes = 512;
    limits.requestLineBytes = 64;
    limits.headerFields = 8;
    limits.bodyBytes = 256;
    limits.chunkOverheadBytes = 32;
    QByteArrayList pieces;
    for (qsizetype at = 0; at < bytes.size(); at += step)
        pieces += bytes.mid(at, step);
    if (httptest::parserLog({bytes}, limits) != httptest::parserLog(pieces, limits))
        std::abort();
    return 0;
}
