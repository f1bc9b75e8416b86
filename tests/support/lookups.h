// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSemaphore>

#include <dlfcn.h>
#include <netdb.h>

#include <cstring>

// Include it in one file of a program: it puts a function in place of the C library's, so that name
// servers can be silent without a network.

namespace otpscope::testsupport {

/// Looking it up gets no answer before `silence` is released, which a test does at its end.
inline constexpr char silentName[] = "silent.invalid";
/// Looking it up says at once that there is no such name.
inline constexpr char unknownName[] = "unknown.invalid";

inline QSemaphore silence;

} // namespace otpscope::testsupport

extern "C" int getaddrinfo(const char *node, const char *service, const addrinfo *hints,
                           addrinfo **result)
{
    using namespace otpscope::testsupport;
    if (node && std::strcmp(node, silentName) == 0) {
        silence.acquire();
        return EAI_AGAIN;
    }
    if (node && std::strcmp(node, unknownName) == 0)
        return EAI_NONAME;
    using Lookup = int (*)(const char *, const char *, const addrinfo *, addrinfo **);
    static const auto original = reinterpret_cast<Lookup>(dlsym(RTLD_NEXT, "getaddrinfo"));
    return original(node, service, hints, result);
}
