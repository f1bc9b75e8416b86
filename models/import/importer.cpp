// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/importer.h"

#include "models/bundle/bundle.h"
#include "models/import/commandimport.h"
#include "models/import/harimport.h"
#include "models/import/postmanimport.h"
#include "models/import/requestbuilder.h"

#include <QStringDecoder>

#include <algorithm>
#include <utility>

namespace otpscope::models {

namespace {

using Problem = ImportProblem::Kind;

constexpr QByteArrayView utf8Mark{"\xEF\xBB\xBF"};

bool isUtf16(const QByteArray &bytes)
{
    return bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF");
}

/// As UTF-8; nothing where the bytes are no text.
std::optional<QByteArray> textOf(const QByteArray &bytes)
{
    if (bytes.contains('\0') && !isUtf16(bytes))
        return std::nullopt;
    QStringDecoder decoder(isUtf16(bytes) ? QStringConverter::Utf16 : QStringConverter::Utf8);
    const QString text = decoder(bytes);
    if (decoder.hasError())
        return std::nullopt;
    return isUtf16(bytes) ? text.toUtf8() : bytes;
}

char firstCharacter(const QByteArray &text)
{
    QByteArrayView view(text);
    if (view.startsWith(utf8Mark))
        view = view.sliced(utf8Mark.size());
    view = view.trimmed();
    return view.isEmpty() ? '\0' : view.front();
}

/// The request of the run that a bundle tells of. A masked one has stars for pins and numbers, which
/// the checks of the editor point at.
Import importBundle(const Json &json)
{
    Import result;
    result.format = ImportFormat::Bundle;
    const Json *flow = member(json, "flow");
    if (!flow || !flow->is_object())
        return result;
    ImportedRequest request;
    if (const Json *run = member(json, "run"))
        request.name = textMember(*run, "title").value_or(QString());
    takeBody(request, prettyJson(*flow), 1);
    result.requests.push_back(request);
    return result;
}

Result<Import, ImportProblem> importJson(const QByteArray &text)
{
    JsonLimits limits;
    limits.maximumBytes = importBytes;
    const auto parsed = parseJson(text, limits);
    if (!parsed)
        return ImportProblem{Problem::NotJson, parsed.error()};
    const Json &json = parsed.value();
    std::optional<Import> found;
    if (isBundle(json)) {
        found = importBundle(json);
    } else if (isPostman(json)) {
        found = importPostman(json, text);
    } else if (isHar(json)) {
        found = importHar(json, text);
    } else {
        ImportedRequest request;
        takeBody(request, text, 1);
        if (!request.isFlow())
            return ImportProblem{Problem::JsonOfAnotherKind, {}};
        found = Import{ImportFormat::RequestJson, {request}, {}};
    }
    if (found->requests.empty())
        return ImportProblem{Problem::NoRequest, {}};
    return *std::move(found);
}

} // namespace

std::optional<int> Import::firstUsable() const
{
    auto found = std::ranges::find_if(requests, &ImportedRequest::isFlow);
    if (found == requests.end())
        found = std::ranges::find_if(requests, &ImportedRequest::isUsable);
    return found == requests.end() ? std::nullopt
                                   : std::optional(static_cast<int>(found - requests.begin()));
}

Result<Import, ImportProblem> importRequests(const QByteArray &bytes)
{
    if (bytes.size() > importBytes)
        return ImportProblem{Problem::TooLarge, {}};
    if (bytes.startsWith("PK\x03\x04"))
        return ImportProblem{Problem::Archive, {}};
    const auto text = textOf(bytes);
    if (!text)
        return ImportProblem{Problem::NotText, {}};
    const char first = firstCharacter(*text);
    if (first == '\0')
        return ImportProblem{Problem::Empty, {}};
    if (first == '{' || first == '[')
        return importJson(*text);
    auto commands = importCommands(*text);
    if (commands.requests.empty())
        return ImportProblem{Problem::NothingKnown, {}};
    return commands;
}

} // namespace otpscope::models
