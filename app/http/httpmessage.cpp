// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/httpmessage.h"

namespace otpscope::http {

namespace {

constexpr QByteArrayView absoluteFormScheme{"http://"};

/// Path and query: the whole target, or what follows the authority in absolute-form.
QByteArrayView pathAndQuery(QByteArrayView target)
{
    if (target.first(qMin(target.size(), absoluteFormScheme.size()))
            .compare(absoluteFormScheme, Qt::CaseInsensitive) != 0)
        return target;
    const QByteArrayView rest = target.sliced(absoluteFormScheme.size());
    for (qsizetype i = 0; i < rest.size(); ++i) {
        if (rest[i] == '/' || rest[i] == '?')
            return rest.sliced(i);
    }
    return QByteArrayView("/");
}

} // namespace

const QByteArray *findHeader(const Headers &headers, const QByteArray &name)
{
    for (const HeaderField &field : headers) {
        if (field.first.compare(name, Qt::CaseInsensitive) == 0)
            return &field.second;
    }
    return nullptr;
}

QByteArray Request::path() const
{
    const QByteArrayView both = pathAndQuery(target);
    const qsizetype mark = both.indexOf('?');
    const QByteArrayView path = mark < 0 ? both : both.first(mark);
    return path.isEmpty() ? QByteArrayLiteral("/") : path.toByteArray();
}

QByteArray Request::query() const
{
    const QByteArrayView both = pathAndQuery(target);
    const qsizetype mark = both.indexOf('?');
    return mark < 0 ? QByteArray() : both.sliced(mark + 1).toByteArray();
}

QByteArray reasonPhrase(int status)
{
    switch (status) {
    case 100:
        return QByteArrayLiteral("Continue");
    case 200:
        return QByteArrayLiteral("OK");
    case 201:
        return QByteArrayLiteral("Created");
    case 202:
        return QByteArrayLiteral("Accepted");
    case 204:
        return QByteArrayLiteral("No Content");
    case 301:
        return QByteArrayLiteral("Moved Permanently");
    case 302:
        return QByteArrayLiteral("Found");
    case 303:
        return QByteArrayLiteral("See Other");
    case 304:
        return QByteArrayLiteral("Not Modified");
    case 307:
        return QByteArrayLiteral("Temporary Redirect");
    case 308:
        return QByteArrayLiteral("Permanent Redirect");
    case 400:
        return QByteArrayLiteral("Bad Request");
    case 401:
        return QByteArrayLiteral("Unauthorized");
    case 402:
        return QByteArrayLiteral("Payment Required");
    case 403:
        return QByteArrayLiteral("Forbidden");
    case 404:
        return QByteArrayLiteral("Not Found");
    case 405:
        return QByteArrayLiteral("Method Not Allowed");
    case 406:
        return QByteArrayLiteral("Not Acceptable");
    case 408:
        return QByteArrayLiteral("Request Timeout");
    case 409:
        return QByteArrayLiteral("Conflict");
    case 410:
        return QByteArrayLiteral("Gone");
    case 411:
        return QByteArrayLiteral("Length Required");
    case 413:
        return QByteArrayLiteral("Content Too Large");
    case 414:
        return QByteArrayLiteral("URI Too Long");
    case 415:
        return QByteArrayLiteral("Unsupported Media Type");
    case 417:
        return QByteArrayLiteral("Expectation Failed");
    case 421:
        return QByteArrayLiteral("Misdirected Request");
    case 422:
        return QByteArrayLiteral("Unprocessable Content");
    case 429:
        return QByteArrayLiteral("Too Many Requests");
    case 431:
        return QByteArrayLiteral("Request Header Fields Too Large");
    case 500:
        return QByteArrayLiteral("Internal Server Error");
    case 501:
        return QByteArrayLiteral("Not Implemented");
    case 502:
        return QByteArrayLiteral("Bad Gateway");
    case 503:
        return QByteArrayLiteral("Service Unavailable");
    case 504:
        return QByteArrayLiteral("Gateway Timeout");
    case 505:
        return QByteArrayLiteral("HTTP Version Not Supported");
    }
    return QByteArrayLiteral("Status");
}

} // namespace otpscope::http
