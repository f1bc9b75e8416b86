// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace otpscope::store {

/// Why a store cannot be opened, read or written.
struct StoreProblem
{
    enum class Kind {
        /// Another program has it open.
        InUse,
        /// No rights, no such folder, read-only.
        NotWritable,
        DiskFull,
        /// Not a store of ours, or damaged, or from a newer version.
        NotAStore,
        NewerVersion,
        InputOutput,
    };
    Kind kind = Kind::InputOutput;
    /// File or address; an address without its password.
    QString place;
    /// The system's or the data base's own words; English, for the tail of a sentence.
    QString detail;

    friend bool operator==(const StoreProblem &, const StoreProblem &) = default;
};

} // namespace otpscope::store
