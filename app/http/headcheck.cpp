// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/headcheck.h"

#include <algorithm>
#include <array>

namespace otpscope::http {

namespace {

constexpr unsigned char del = 0x7F;

Refusal refusal(int status, const char *reason)
{
    return Refusal{status, QByteArray(reason)};
}

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

constexpr bool isAlphaNumeric(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// RFC 9110 section 5.6.2.
constexpr std::array<bool, 256> makeTokenTable()
{
    std::array<bool, 256> table{};
    for (int c = 0; c < 128; ++c)
        table[static_cast<size_t>(c)] = isAlphaNumeric(static_cast<char>(c));
    for (const char c :
         {'!', '#', '$', '%', '&', '\'', '*', '+', '-', '.', '^', '_', '`', '|', '~'})
        table[static_cast<unsigned char>(c)] = true;
    return table;
}
constexpr std::array<bool, 256> tokenTable = makeTokenTable();

bool isToken(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) {
        return tokenTable[static_cast<unsigned char>(c)];
    });
}

bool isSame(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && a.compare(b, Qt::CaseInsensitive) == 0;
}

QByteArrayView withoutSpaces(QByteArrayView text)
{
    const auto isSpace = [](char c) { return c == ' ' || c == '\t'; };
    while (!text.isEmpty() && isSpace(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && isSpace(text.back()))
        text.chop(1);
    return text;
}

/// The methods of RFC 9110 section 9 and PATCH (RFC 5789).
bool isKnownMethod(QByteArrayView method)
{
    static constexpr std::array<QByteArrayView, 9> known{
        "GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH"};
    return std::find(known.begin(), known.end(), method) != known.end();
}

std::optional<Refusal> checkVersion(QByteArrayView version)
{
    if (version == QByteArrayView("HTTP/1.1") || version == QByteArrayView("HTTP/1.0"))
        return std::nullopt;
    const bool isWellFormed = version.size() == 8 && version.startsWith("HTTP/") &&
                              isDigit(version[5]) && version[6] == '.' && isDigit(version[7]);
    if (isWellFormed)
        return refusal(505, "Only HTTP/1.0 and HTTP/1.1 are spoken here.");
    return refusal(400, "The request line does not end with an HTTP version.");
}

std::optional<Refusal> checkMethod(QByteArrayView method, const Limits &limits)
{
    if (!isToken(method))
        return refusal(400, "The method is not a token.");
    const bool isAllowed = std::any_of(limits.methods.begin(), limits.methods.end(),
                                       [method](const QByteArray &m) { return m == method; });
    if (isAllowed)
        return std::nullopt;
    if (isKnownMethod(method))
        return refusal(405, "This method is not allowed here.");
    return refusal(501, "This method is not known here.");
}

constexpr QByteArrayView scheme{"http://"};

bool isAbsoluteForm(QByteArrayView target)
{
    return target.size() > scheme.size() && isSame(target.first(scheme.size()), scheme);
}

QByteArrayView authority(QByteArrayView absoluteTarget)
{
    const QByteArrayView rest = absoluteTarget.sliced(scheme.size());
    const auto end =
        std::find_if(rest.begin(), rest.end(), [](char c) { return c == '/' || c == '?'; });
    return rest.first(end - rest.begin());
}

bool isPort(QByteArrayView port)
{
    return port.size() <= 5 && std::all_of(port.begin(), port.end(), isDigit) &&
           (port.isEmpty() || port.toInt() <= 65535);
}

bool isAddressLiteral(QByteArrayView text)
{
    return text.size() > 2 && std::all_of(text.begin(), text.end(), [](char c) {
               return isAlphaNumeric(c) || c == ':' || c == '.' || c == '%';
           });
}

bool isHostName(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) {
        return isAlphaNumeric(c) || c == '-' || c == '.' || c == '_' || c == '~';
    });
}

/// The host without its port; nothing where it is not "name", "address" or "[address]", with or
/// without ":port". User information, escapes and lists have no place in a Host.
std::optional<QByteArrayView> hostOf(QByteArrayView value)
{
    if (value.startsWith('[')) {
        const qsizetype end = value.indexOf(']');
        if (end < 0 || !isAddressLiteral(value.sliced(1, end - 1)))
            return std::nullopt;
        const QByteArrayView rest = value.sliced(end + 1);
        if (!rest.isEmpty() && (rest.front() != ':' || !isPort(rest.sliced(1))))
            return std::nullopt;
        return value.first(end + 1);
    }
    const qsizetype colon = value.indexOf(':');
    const QByteArrayView name = colon < 0 ? value : value.first(colon);
    if (!isHostName(name) || (colon >= 0 && !isPort(value.sliced(colon + 1))))
        return std::nullopt;
    return name;
}

std::optional<Refusal> checkHost(QByteArrayView value, const Limits &limits)
{
    const std::optional<QByteArrayView> host = hostOf(value);
    if (!host)
        return refusal(400, "The host is malformed.");
    const bool isOurs = limits.hosts.isEmpty() ||
                        std::any_of(limits.hosts.begin(), limits.hosts.end(),
                                    [&host](const QByteArray &h) { return isSame(h, *host); });
    if (!isOurs)
        return refusal(421, "This server does not answer for that host.");
    return std::nullopt;
}

std::optional<Refusal> checkTarget(const RequestLine &line, const Limits &limits)
{
    const QByteArrayView target = line.target;
    if (target.contains('#') || target.contains('\\'))
        return refusal(400, "The target holds a character that is not allowed.");
    if (target.startsWith('/'))
        return std::nullopt;
    if (target == QByteArrayView("*") && line.method == QByteArrayView("OPTIONS"))
        return std::nullopt;
    if (isAbsoluteForm(target))
        return checkHost(authority(target), limits);
    return refusal(400, "The target is neither a path nor an http address.");
}

/// Reads the fields of one head. Each special field is looked at where it stands; what two of them
/// mean together is settled in finish().
class FieldReader final
{
public:
    FieldReader(const RequestLine &requestLine, const Limits &limits)
        : m_requestLine(requestLine)
        , m_limits(limits)
    {
        m_fields.keepsAlive = requestLine.minorVersion == 1;
    }

    std::optional<Refusal> read(QByteArrayView line)
    {
        if (line.startsWith(' ') || line.startsWith('\t'))
            return refusal(400, "A header line is folded.");
        const qsizetype colon = line.indexOf(':');
        const QByteArrayView name = line.first(qMax<qsizetype>(colon, 0));
        if (!isToken(name))
            return refusal(400, "A header line does not begin with a name and a colon.");
        const QByteArrayView value = withoutSpaces(line.sliced(colon + 1));
        m_fields.headers.emplace_back(name.toByteArray(), value.toByteArray());
        return readSpecial(name, value);
    }

    std::optional<Refusal> finish()
    {
        if (m_requestLine.minorVersion == 1 && m_hosts == 0)
            return refusal(400, "The Host header is missing.");
        if (m_fields.isChunked && m_fields.contentLength)
            return refusal(400, "Content-Length and Transfer-Encoding stand together.");
        if (m_closes)
            m_fields.keepsAlive = false;
        if (m_hasUnknownExpectation)
            return refusal(417, "This expectation cannot be met.");
        if (m_fields.contentLength.value_or(0) > m_limits.bodyBytes)
            return refusal(413, "The body is larger than this server takes.");
        return std::nullopt;
    }

    HeadFields takeFields() { return std::move(m_fields); }

private:
    std::optional<Refusal> readSpecial(QByteArrayView name, QByteArrayView value)
    {
        switch (name.size()) {
        case 4:
            return isSame(name, "host") ? readHost(value) : std::nullopt;
        case 6:
            return isSame(name, "expect") ? readExpect(value) : std::nullopt;
        case 10:
            return isSame(name, "connection") ? readConnection(value) : std::nullopt;
        case 14:
            return isSame(name, "content-length") ? readContentLength(value) : std::nullopt;
        case 17:
            return isSame(name, "transfer-encoding") ? readTransferEncoding(value) : std::nullopt;
        }
        return std::nullopt;
    }

    std::optional<Refusal> readHost(QByteArrayView value)
    {
        if (++m_hosts > 1)
            return refusal(400, "There is more than one Host header.");
        return checkHost(value, m_limits);
    }

    std::optional<Refusal> readExpect(QByteArrayView value)
    {
        // RFC 9110 section 10.1.1: an expectation in HTTP/1.0 is ignored.
        if (m_requestLine.minorVersion == 0)
            return std::nullopt;
        if (isSame(value, "100-continue"))
            m_fields.expectsContinue = true;
        else
            m_hasUnknownExpectation = true;
        return std::nullopt;
    }

    std::optional<Refusal> readConnection(QByteArrayView value)
    {
        while (!value.isEmpty()) {
            const qsizetype comma = value.indexOf(',');
            const QByteArrayView option = withoutSpaces(comma < 0 ? value : value.first(comma));
            if (isSame(option, "close"))
                m_closes = true;
            else if (isSame(option, "keep-alive"))
                m_fields.keepsAlive = true;
            value = comma < 0 ? QByteArrayView() : value.sliced(comma + 1);
        }
        return std::nullopt;
    }

    std::optional<Refusal> readContentLength(QByteArrayView value)
    {
        if (m_fields.contentLength)
            return refusal(400, "There is more than one Content-Length header.");
        if (value.isEmpty() || value.size() > 10 ||
            !std::all_of(value.begin(), value.end(), isDigit))
            return refusal(400, "The Content-Length is not a number of at most ten digits.");
        m_fields.contentLength = value.toLongLong();
        return std::nullopt;
    }

    std::optional<Refusal> readTransferEncoding(QByteArrayView value)
    {
        if (++m_transferEncodings > 1)
            return refusal(400, "There is more than one Transfer-Encoding header.");
        if (m_requestLine.minorVersion == 0)
            return refusal(400, "HTTP/1.0 has no Transfer-Encoding.");
        if (isSame(value, "chunked")) {
            m_fields.isChunked = true;
            return std::nullopt;
        }
        if (isToken(value))
            return refusal(501, "This transfer coding is not known here.");
        return refusal(400, "The Transfer-Encoding is malformed.");
    }

    const RequestLine &m_requestLine;
    const Limits &m_limits;
    HeadFields m_fields;
    int m_hosts = 0;
    int m_transferEncodings = 0;
    bool m_closes = false;
    bool m_hasUnknownExpectation = false;
};

} // namespace

HeadScanner::Step HeadScanner::scan(QByteArrayView bytes)
{
    qsizetype consumed = 0;
    for (const char byte : bytes) {
        ++consumed;
        const Event event = take(static_cast<unsigned char>(byte));
        if (event != Event::NeedMore)
            return {event, consumed};
    }
    return {Event::NeedMore, consumed};
}

void HeadScanner::reset()
{
    m_headBytes = 0;
    m_lineBytes = 0;
    m_lines = 0;
    m_isAfterCr = false;
    m_isAfterEmptyLine = false;
    m_refusal = {};
}

HeadScanner::Event HeadScanner::take(unsigned char byte)
{
    if (++m_headBytes > m_limits.headBytes)
        return refuse(431, "The head is larger than this server takes.");
    if (m_isAfterCr)
        return byte == '\n' ? endLine() : refuse(400, "A CR is not followed by LF.");
    if (byte == '\r') {
        m_isAfterCr = true;
        return Event::NeedMore;
    }
    const bool isFirstLine = m_lines == 0;
    if (byte < ' ' || byte >= del) {
        const bool isAllowed = !isFirstLine && (byte == '\t' || byte > del);
        if (!isAllowed)
            return refuse(400, "The head holds a byte that is not allowed there.");
    }
    ++m_lineBytes;
    if (isFirstLine && m_lineBytes > m_limits.requestLineBytes)
        return refuse(414, "The request line is longer than this server takes.");
    if (!isFirstLine && m_lineBytes == 1 && m_lines > m_limits.headerFields)
        return refuse(431, "There are more header fields than this server takes.");
    return Event::NeedMore;
}

HeadScanner::Event HeadScanner::endLine()
{
    m_isAfterCr = false;
    const bool isEmpty = m_lineBytes == 0;
    m_lineBytes = 0;
    if (m_lines == 0 && isEmpty) {
        if (m_isAfterEmptyLine)
            return refuse(400, "There is more than one empty line before the request.");
        m_isAfterEmptyLine = true;
        m_headBytes = 0;
        return Event::EmptyLine;
    }
    ++m_lines;
    if (m_lines == 1)
        return Event::RequestLineEnd;
    return isEmpty ? Event::HeadEnd : Event::NeedMore;
}

HeadScanner::Event HeadScanner::refuse(int status, const char *reason)
{
    m_refusal = http::refusal(status, reason);
    return Event::Refused;
}

models::Result<RequestLine, Refusal> checkRequestLine(QByteArrayView line, const Limits &limits)
{
    const qsizetype first = line.indexOf(' ');
    const qsizetype last = line.lastIndexOf(' ');
    if (first <= 0 || last <= first + 1)
        return refusal(400, "The request line is not a method, a target and a version.");
    const QByteArrayView target = line.sliced(first + 1, last - first - 1);
    if (target.contains(' '))
        return refusal(400, "The request line holds a space too many.");
    const QByteArrayView version = line.sliced(last + 1);
    if (const auto problem = checkVersion(version))
        return *problem;
    if (const auto problem = checkMethod(line.first(first), limits))
        return *problem;
    RequestLine result{line.first(first).toByteArray(), target.toByteArray(), version.back() - '0'};
    if (const auto problem = checkTarget(result, limits))
        return *problem;
    return result;
}

models::Result<HeadFields, Refusal>
checkFields(QByteArrayView lines, const RequestLine &requestLine, const Limits &limits)
{
    FieldReader reader(requestLine, limits);
    while (!lines.isEmpty()) {
        const qsizetype end = lines.indexOf('\r');
        if (end <= 0)
            break;
        if (const auto problem = reader.read(lines.first(end)))
            return *problem;
        lines = lines.sliced(qMin(end + 2, lines.size()));
    }
    if (const auto problem = reader.finish())
        return *problem;
    return reader.takeFields();
}

models::Result<HeadFields, Refusal> checkHead(QByteArrayView head, const Limits &limits)
{
    HeadScanner scanner(limits);
    HeadScanner::Step step = scanner.scan(head);
    if (step.event == HeadScanner::Event::EmptyLine) {
        head = head.sliced(step.consumed);
        step = scanner.scan(head);
    }
    if (step.event == HeadScanner::Event::Refused)
        return scanner.refusal();
    if (step.event != HeadScanner::Event::RequestLineEnd)
        return refusal(400, "The head is not complete.");
    const auto line = checkRequestLine(head.first(step.consumed - 2), limits);
    if (!line)
        return line.error();
    const QByteArrayView rest = head.sliced(step.consumed);
    step = scanner.scan(rest);
    if (step.event == HeadScanner::Event::Refused)
        return scanner.refusal();
    if (step.event != HeadScanner::Event::HeadEnd)
        return refusal(400, "The head is not complete.");
    return checkFields(rest.first(step.consumed), line.value(), limits);
}

} // namespace otpscope::http
