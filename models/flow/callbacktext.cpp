// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/flow/callbacktext.h"

#include "models/core/jsonspans.h"
#include "models/core/jsontext.h"
#include "models/flow/fieldorder.h"

#include <algorithm>
#include <string>
#include <vector>

namespace otpscope::models {

namespace {

std::vector<JsonSpan> valuesOf(const JsonSpans &spans, int object, const std::string &key)
{
    std::vector<JsonSpan> values;
    for (const int child : spans.childrenOf(object)) {
        if (spans.nameOf(child) == key)
            values.push_back(spans.node(child).value);
    }
    return values;
}

/// The object or whatever stands there with the address in it.
QByteArray withUrl(const QByteArray &callback, const QByteArray &quotedUrl)
{
    if (!callback.startsWith('{'))
        return "{\"url\": " + quotedUrl + '}';
    const JsonSpans spans(callback);
    const std::vector<JsonSpan> urls = valuesOf(spans, JsonSpans::root, "url");
    QByteArray result = callback;
    // From the back, so that the places in front stay where they are.
    std::for_each(urls.rbegin(), urls.rend(), [&](const JsonSpan &span) {
        result.replace(span.begin, span.length(), quotedUrl);
    });
    if (!urls.empty())
        return result;
    JsonText text(callback);
    text.setText({"url"}, quotedUrl, &placeOfNewKey);
    return text.text();
}

} // namespace

QByteArray textWithCallback(const QByteArray &document, const QByteArray &url)
{
    const QByteArray quotedUrl = compactJson(Json(url.toStdString()));
    JsonText text(document);
    const std::vector<JsonSpan> callbacks = valuesOf(text.spans(), JsonSpans::root, "callback");
    if (callbacks.empty()) {
        text.set({"callback"}, Json::object({{"url", url.toStdString()}}), &placeOfNewKey);
        return text.text();
    }
    QByteArray result = document;
    std::for_each(callbacks.rbegin(), callbacks.rend(), [&](const JsonSpan &span) {
        result.replace(span.begin, span.length(),
                       withUrl(document.mid(span.begin, span.length()), quotedUrl));
    });
    return result;
}

} // namespace otpscope::models
