// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/importer.h"
#include "models/text/importsentences.h"

#include <cstdint>
#include <cstdlib>

using namespace otpscope::models;

/// Whatever is pasted is read or refused: what is called a flow is one, lines are lines of the
/// text, and there is a sentence for everything.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto import = importRequests(bytes);
    if (!import) {
        if (sentenceFor(import.error()).isEmpty())
            std::abort();
        return 0;
    }
    if (import.value().requests.empty())
        std::abort();
    for (const ImportedRequest &request : import.value().requests) {
        if (request.isFlow() != FlowDocument::fromText(request.body).hasValue())
            std::abort();
        for (const ImportNote &note : request.notes) {
            if (note.line < 0 || sentenceFor(note).isEmpty())
                std::abort();
        }
    }
    return 0;
}
