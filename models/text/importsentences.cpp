// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/importsentences.h"

#include "models/text/sentences.h"

#include <QCoreApplication>

namespace otpscope::models {

namespace {

/// The context of the strings here, and nothing else.
class ImportSentences
{
    Q_DECLARE_TR_FUNCTIONS(ImportSentences)

public:
    static QString note(const ImportNote &note);
    static QString problem(const ImportProblem &problem);
    static QString format(ImportFormat format);

private:
    static QString credential(const QString &carrier);
    static QString bodyNote(const ImportNote &note);
};

QString ImportSentences::credential(const QString &carrier)
{
    if (carrier == QLatin1String("url"))
        return tr("Credentials in the address were left out. OtpScope gets a token of its own.");
    if (carrier == QLatin1String("cookies"))
        return tr("The cookies were left out. OtpScope gets a token of its own.");
    if (carrier == QLatin1String("auth"))
        return tr("The authorization settings were left out. OtpScope gets a token of its own.");
    if (carrier.startsWith(u'-'))
        return tr("The credentials of %1 were left out. OtpScope gets a token of its own.")
            .arg(carrier);
    return tr("The header %1 was left out. OtpScope gets a token of its own.").arg(carrier);
}

QString ImportSentences::note(const ImportNote &note)
{
    using Kind = ImportNote::Kind;
    const QString value = note.values.value(0);
    switch (note.kind) {
    case Kind::CredentialLeftOut:
        return credential(value);
    case Kind::HeaderLeftOut:
        return tr("The header %1 was left out: a flow is the body alone.").arg(value);
    case Kind::OptionNotUnderstood:
        return tr("The option %1 was not understood and was left out.").arg(value);
    case Kind::WordsNotUnderstood:
        return tr("A word that is neither option, address nor body was left out. Check the quotes "
                  "of this line.");
    case Kind::LineNotUnderstood:
        return tr("This line was not understood and was left out.");
    case Kind::VariableWithoutValue:
        return tr("The variable %1 has no value in this text. It stands as {{%1}} now: put a value "
                  "in its place.")
            .arg(value);
    case Kind::VariableReplaced:
        return tr("The variable %1 was replaced by the value that the collection gives it.")
            .arg(value);
    case Kind::CommandNotRun:
        return tr("A command within the text was not run; its place is empty.");
    case Kind::ExpressionNotRun:
        return tr("An expression was not evaluated. Paste the JSON text that it makes instead.");
    case Kind::QuoteNotClosed:
        return tr("The quote that opens here is never closed.");
    case Kind::QuotesTypographic:
        return tr("Typographic quotes, dashes or blanks were read as plain ones.");
    case Kind::ContinuationRepaired:
        return tr("The line was read as continued, although a shell would end the command there.");
    case Kind::RequestsWithoutBody:
        return tr("%n request(s) without a body were left out.", nullptr, value.toInt());
    case Kind::BodyInFile:
    case Kind::BodyFromElsewhere:
    case Kind::BodyIsForm:
    case Kind::BodyKindNotUnderstood:
    case Kind::DataInAddress:
    case Kind::PercentEncoded:
    case Kind::BackslashesRemoved:
    case Kind::BodyNotJson:
    case Kind::BodyNotAFlow:
    case Kind::NoBody:
        return bodyNote(note);
    }
    Q_UNREACHABLE();
}

QString ImportSentences::bodyNote(const ImportNote &note)
{
    using Kind = ImportNote::Kind;
    const QString value = note.values.value(0);
    if (note.kind == Kind::BodyInFile)
        return tr("The body is in the file %1, which OtpScope does not read by itself. Import that "
                  "file.")
            .arg(value);
    if (note.kind == Kind::BodyFromElsewhere)
        return tr("The command reads its body from elsewhere, not from this text. Paste the body "
                  "too.");
    if (note.kind == Kind::BodyIsForm)
        return tr("The body is a form, not JSON, so there is no flow in it.");
    if (note.kind == Kind::BodyKindNotUnderstood)
        return tr("A body of the kind \"%1\" was not understood and was left out.").arg(value);
    if (note.kind == Kind::DataInAddress)
        return tr("The command would put its data behind the address; it was taken as the body.");
    if (note.kind == Kind::PercentEncoded)
        return tr("The command would percent-encode the body; it was taken as JSON.");
    if (note.kind == Kind::BackslashesRemoved)
        return tr("Backslashes before the quotes of the body were removed.");
    if (note.kind == Kind::BodyNotJson)
        return tr("The body is not JSON at its line %1, column %2 (%3).")
            .arg(value, note.values.value(1), note.values.value(2));
    if (note.kind == Kind::BodyNotAFlow)
        return tr("The body is not a flow: a flow is an object with a list named \"flow\".");
    return tr("The body is empty.");
}

QString ImportSentences::problem(const ImportProblem &problem)
{
    switch (problem.kind) {
    case ImportProblem::Kind::Empty:
        return tr("There is nothing to import. Paste a request body, a cURL command, a Postman "
                  "collection or a HAR file.");
    case ImportProblem::Kind::TooLarge:
        return tr("This is larger than 64 MB, which is the most that is imported. Is it the right "
                  "file?");
    case ImportProblem::Kind::NotText:
        return tr("This is not text in UTF-8 or UTF-16. Save it as UTF-8 and try again.");
    case ImportProblem::Kind::Archive:
        return tr("This is an archive. Unpack it and import the file in it.");
    case ImportProblem::Kind::NotJson:
        return sentenceFor(problem.json);
    case ImportProblem::Kind::JsonOfAnotherKind:
        return tr(
            "This is JSON, but neither a flow, a Postman collection nor a HAR file. A flow is "
            "an object with a list named \"flow\".");
    case ImportProblem::Kind::NothingKnown:
        return tr("No request was found in this text. It can hold a request body, a cURL or "
                  "Invoke-RestMethod command, a Postman collection or a HAR file.");
    case ImportProblem::Kind::NoRequest:
        return tr("None of the requests in this file has a body, so there is no flow in it.");
    }
    Q_UNREACHABLE();
}

QString ImportSentences::format(ImportFormat format)
{
    switch (format) {
    case ImportFormat::RequestJson:
        return tr("Request body");
    case ImportFormat::Command:
        return tr("Command");
    case ImportFormat::Postman:
        return tr("Postman collection");
    case ImportFormat::Har:
        return tr("HAR file");
    case ImportFormat::Bundle:
        return tr("OtpScope bundle");
    }
    Q_UNREACHABLE();
}

} // namespace

QString sentenceFor(const ImportNote &note)
{
    return ImportSentences::note(note);
}

QString sentenceFor(const ImportProblem &problem)
{
    return ImportSentences::problem(problem);
}

QString importFormatName(ImportFormat format)
{
    return ImportSentences::format(format);
}

QString titleOf(const ImportedRequest &request)
{
    if (!request.name.isEmpty())
        return request.name;
    const QString title = QString(request.method + u' ' + request.address).trimmed();
    return title.isEmpty() ? importFormatName(ImportFormat::RequestJson) : title;
}

} // namespace otpscope::models
