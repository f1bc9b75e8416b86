// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/json.h"
#include "models/flow/flowdocument.h"

#include <QByteArray>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace otpscope::models {

/// What the bytes turned out to be.
enum class ImportFormat {
    RequestJson,
    /// Commands for curl or Invoke-RestMethod, in whichever shell's quoting.
    Command,
    Postman,
    Har,
    /// Of OtpScope, as `run --bundle` writes it.
    Bundle,
};

/// Something that was left out or not understood, and the line it stands in (from 1). No note ever
/// holds the value of a header, a credential or a word that was not understood: any of them may be
/// a secret.
struct ImportNote
{
    enum class Kind {
        /// values: the header, option or place that carried it.
        CredentialLeftOut,
        /// values: the header.
        HeaderLeftOut,
        /// values: the option, without its value.
        OptionNotUnderstood,
        WordsNotUnderstood,
        LineNotUnderstood,
        /// values: the file.
        BodyInFile,
        BodyFromElsewhere,
        BodyIsForm,
        /// values: what kind of body it is.
        BodyKindNotUnderstood,
        /// The other options would have put the data behind the address.
        DataInAddress,
        /// values: the variable. It stands as {{name}} now.
        VariableWithoutValue,
        /// values: the variable. Its value, from the same text, was put in.
        VariableReplaced,
        CommandNotRun,
        ExpressionNotRun,
        QuoteNotClosed,
        QuotesTypographic,
        PercentEncoded,
        BackslashesRemoved,
        ContinuationRepaired,
        /// values: line in the body, column, what the parser expected.
        BodyNotJson,
        BodyNotAFlow,
        NoBody,
        /// values: how many.
        RequestsWithoutBody,
    };
    Kind kind = Kind::LineNotUnderstood;
    /// 0 where the whole is meant.
    int line = 0;
    QStringList values;

    friend bool operator==(const ImportNote &, const ImportNote &) = default;
};

/// One request that was found.
struct ImportedRequest
{
    /// What the source calls it; empty where it gives no name.
    QString name;
    QString method;
    /// Host and path alone: a query or user name may hold credentials.
    QString address;
    /// Where it begins, from 1.
    int line = 1;
    /// The body, byte for byte as it would have been sent. Empty where it is neither a flow nor a
    /// JSON text to correct: a request for a token holds secrets.
    QByteArray body;
    /// Why the body is no flow; nothing where it is one.
    std::optional<DocumentProblem> problem;
    std::vector<ImportNote> notes;

    [[nodiscard]] bool isFlow() const { return !problem; }
    /// A body that can be opened in the editor: a flow, or JSON with a mistake to correct.
    [[nodiscard]] bool isUsable() const { return !body.isEmpty(); }

    friend bool operator==(const ImportedRequest &, const ImportedRequest &) = default;
};

struct Import
{
    ImportFormat format = ImportFormat::RequestJson;
    /// In the order of the text; never empty.
    std::vector<ImportedRequest> requests;
    /// What belongs to no request, by line.
    std::vector<ImportNote> notes;

    /// Index of the first flow; else of the first body that can be corrected.
    [[nodiscard]] std::optional<int> firstUsable() const;

    friend bool operator==(const Import &, const Import &) = default;
};

/// Why nothing could be imported.
struct ImportProblem
{
    enum class Kind {
        Empty,
        TooLarge,
        NotText,
        Archive,
        /// See json.
        NotJson,
        JsonOfAnotherKind,
        NothingKnown,
        /// A collection or log in which no request has a body.
        NoRequest,
    };
    Kind kind = Kind::Empty;
    JsonProblem json;

    friend bool operator==(const ImportProblem &, const ImportProblem &) = default;
};

} // namespace otpscope::models

Q_DECLARE_METATYPE(otpscope::models::Import)
Q_DECLARE_METATYPE(otpscope::models::ImportProblem)
