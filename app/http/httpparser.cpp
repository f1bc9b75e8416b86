// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/httpparser.h"

#include <llhttp.h>

#include <optional>

namespace otpscope::http {

namespace {

/// Room made for a body before it comes. A declared length is only a claim; what is beyond grows
/// with what really arrives.
constexpr qsizetype bodyReserve = 16 * 1024;

/// llhttp for one message at a time: a second opinion on the head, and the decoder of the body.
class Decoder final
{
public:
    explicit Decoder(const Limits &limits)
        : m_limits(limits)
    {}
    Q_DISABLE_COPY_MOVE(Decoder)

    enum class State {
        NeedMore,
        Complete,
        Refused,
    };

    /// Begins a message with a head that has passed our own check.
    State begin(QByteArrayView head, const HeadFields &fields)
    {
        m_fields = &fields;
        m_body.clear();
        m_overheadBytes = 0;
        m_isHeadRead = false;
        m_isComplete = false;
        m_refusal.reset();
        if (fields.contentLength)
            m_body.reserve(qMin<qsizetype>(*fields.contentLength, bodyReserve));
        llhttp_init(&m_llhttp, HTTP_REQUEST, &settings());
        m_llhttp.data = this;
        qsizetype consumed = 0;
        const State state = execute(head, &consumed);
        if (state == State::Refused)
            return state;
        if (!m_isHeadRead || consumed != head.size())
            return refuse(400, "The head ends where it should not.");
        return state;
    }

    /// More of the body; `consumed` gets how much of it was taken.
    State execute(QByteArrayView bytes, qsizetype *consumed)
    {
        const llhttp_errno_t error =
            llhttp_execute(&m_llhttp, bytes.data(), static_cast<size_t>(bytes.size()));
        if (m_isComplete) {
            *consumed =
                error == HPE_OK ? bytes.size() : llhttp_get_error_pos(&m_llhttp) - bytes.data();
            return State::Complete;
        }
        *consumed = bytes.size();
        if (m_refusal)
            return State::Refused;
        if (error != HPE_OK)
            return refuse(400,
                          m_isHeadRead ? "The body is framed wrongly." : "The head is malformed.");
        return State::NeedMore;
    }

    const Refusal &refusal() const { return *m_refusal; }
    QByteArray takeBody() { return std::move(m_body); }

private:
    static const llhttp_settings_t &settings()
    {
        static const llhttp_settings_t result = [] {
            llhttp_settings_t s;
            llhttp_settings_init(&s);
            s.on_headers_complete = [](llhttp_t *l) { return self(l)->headersComplete(); };
            s.on_body = [](llhttp_t *l, const char *at, size_t n) {
                return self(l)->bodyBytes(at, static_cast<qsizetype>(n));
            };
            s.on_chunk_header = [](llhttp_t *l) { return self(l)->chunkHeader(); };
            s.on_chunk_extension_name = &Decoder::countOverhead;
            s.on_chunk_extension_value = &Decoder::countOverhead;
            s.on_header_field = &Decoder::countOverhead;
            s.on_header_value = &Decoder::countOverhead;
            s.on_message_complete = [](llhttp_t *l) {
                self(l)->m_isComplete = true;
                return static_cast<int>(HPE_PAUSED);
            };
            return s;
        }();
        return result;
    }

    static Decoder *self(llhttp_t *llhttp) { return static_cast<Decoder *>(llhttp->data); }

    static int countOverhead(llhttp_t *llhttp, const char *, size_t n)
    {
        return self(llhttp)->overhead(static_cast<qsizetype>(n));
    }

    int headersComplete()
    {
        m_isHeadRead = true;
        const bool isChunked = (m_llhttp.flags & F_CHUNKED) != 0;
        const auto length = static_cast<quint64>(m_fields->contentLength.value_or(0));
        // Two readers that see two different lengths are how requests get smuggled.
        if (isChunked != m_fields->isChunked || (!isChunked && m_llhttp.content_length != length))
            return fail(400, "The length of the body is not clear.");
        // We upgrade to nothing, and a server may ignore the offer (RFC 9110 section 7.8). Left as
        // it is, llhttp would take what follows the head for another protocol.
        m_llhttp.upgrade = 0;
        return 0;
    }

    int chunkHeader()
    {
        const auto room = static_cast<quint64>(m_limits.bodyBytes - m_body.size());
        return m_llhttp.content_length > room ? tooLarge() : 0;
    }

    int bodyBytes(const char *at, qsizetype n)
    {
        if (n > m_limits.bodyBytes - m_body.size())
            return tooLarge();
        m_body.append(at, n);
        return 0;
    }

    /// Extensions of chunks and trailers; before the head is read these are its own fields, which
    /// have limits of their own.
    int overhead(qsizetype n)
    {
        if (!m_isHeadRead)
            return 0;
        m_overheadBytes += n;
        if (m_overheadBytes > m_limits.chunkOverheadBytes)
            return fail(400, "The chunk extensions and trailers are too long.");
        return 0;
    }

    int tooLarge() { return fail(413, "The body is larger than this server takes."); }

    int fail(int status, const char *reason)
    {
        refuse(status, reason);
        return HPE_USER;
    }

    State refuse(int status, const char *reason)
    {
        m_refusal = Refusal{status, QByteArray(reason)};
        return State::Refused;
    }

    const Limits &m_limits;
    llhttp_t m_llhttp{};
    const HeadFields *m_fields = nullptr;
    QByteArray m_body;
    qsizetype m_overheadBytes = 0;
    bool m_isHeadRead = false;
    bool m_isComplete = false;
    std::optional<Refusal> m_refusal;
};

} // namespace

class HttpParser::Private final
{
public:
    explicit Private(const Limits &l)
        : limits(l)
        , scanner(l)
        , decoder(l)
    {}

    enum class Phase {
        RequestLine,
        Fields,
        Body,
    };

    Step scanHead(QByteArrayView bytes);
    std::optional<Refusal> readRequestLine();
    std::optional<Refusal> readFields();
    Step beginBody(qsizetype consumed);
    Step decode(QByteArrayView bytes);
    Step complete(qsizetype consumed);

    const Limits &limits;
    HeadScanner scanner;
    Decoder decoder;
    Phase phase = Phase::RequestLine;
    QByteArray head;
    qsizetype requestLineBytes = 0;
    RequestLine requestLine;
    HeadFields fields;
    bool isBetweenRequests = true;
};

HttpParser::HttpParser(const Limits &limits)
    : d(std::make_unique<Private>(limits))
{}

HttpParser::~HttpParser() = default;

HttpParser::Step HttpParser::feed(QByteArrayView bytes)
{
    if (bytes.isEmpty())
        return {0, NeedMore{}};
    d->isBetweenRequests = false;
    return d->phase == Private::Phase::Body ? d->decode(bytes) : d->scanHead(bytes);
}

bool HttpParser::isBetweenRequests() const
{
    return d->isBetweenRequests;
}

bool HttpParser::isHeadComplete() const
{
    return d->phase == Private::Phase::Body;
}

bool HttpParser::isHeadMethod() const
{
    return d->head.startsWith("HEAD ");
}

HttpParser::Step HttpParser::Private::scanHead(QByteArrayView bytes)
{
    qsizetype consumed = 0;
    while (true) {
        const QByteArrayView rest = bytes.sliced(consumed);
        const HeadScanner::Step step = scanner.scan(rest);
        consumed += step.consumed;
        if (step.event != HeadScanner::Event::EmptyLine)
            head.append(rest.first(step.consumed));
        switch (step.event) {
        case HeadScanner::Event::NeedMore:
            return {consumed, NeedMore{}};
        case HeadScanner::Event::Refused:
            return {consumed, scanner.refusal()};
        case HeadScanner::Event::EmptyLine:
            head.clear();
            break;
        case HeadScanner::Event::RequestLineEnd:
            if (const auto problem = readRequestLine())
                return {consumed, *problem};
            break;
        case HeadScanner::Event::HeadEnd:
            if (const auto problem = readFields())
                return {consumed, *problem};
            return beginBody(consumed);
        }
    }
}

std::optional<Refusal> HttpParser::Private::readRequestLine()
{
    auto result = checkRequestLine(QByteArrayView(head).chopped(2), limits);
    if (!result)
        return result.error();
    requestLine = std::move(result).value();
    requestLineBytes = head.size();
    phase = Phase::Fields;
    return std::nullopt;
}

std::optional<Refusal> HttpParser::Private::readFields()
{
    auto result = checkFields(QByteArrayView(head).sliced(requestLineBytes), requestLine, limits);
    if (!result)
        return result.error();
    fields = std::move(result).value();
    phase = Phase::Body;
    return std::nullopt;
}

HttpParser::Step HttpParser::Private::beginBody(qsizetype consumed)
{
    switch (decoder.begin(head, fields)) {
    case Decoder::State::Refused:
        return {consumed, decoder.refusal()};
    case Decoder::State::Complete:
        return complete(consumed);
    case Decoder::State::NeedMore:
        break;
    }
    if (fields.expectsContinue)
        return {consumed, ContinueExpected{}};
    return {consumed, NeedMore{}};
}

HttpParser::Step HttpParser::Private::decode(QByteArrayView bytes)
{
    qsizetype consumed = 0;
    switch (decoder.execute(bytes, &consumed)) {
    case Decoder::State::Refused:
        return {consumed, decoder.refusal()};
    case Decoder::State::Complete:
        return complete(consumed);
    case Decoder::State::NeedMore:
        break;
    }
    return {consumed, NeedMore{}};
}

HttpParser::Step HttpParser::Private::complete(qsizetype consumed)
{
    Complete result;
    result.keepsAlive = fields.keepsAlive;
    result.request.method = std::move(requestLine.method);
    result.request.target = std::move(requestLine.target);
    result.request.minorVersion = requestLine.minorVersion;
    result.request.headers = std::move(fields.headers);
    result.request.rawHead = std::move(head);
    result.request.body = decoder.takeBody();

    scanner.reset();
    phase = Phase::RequestLine;
    head = {};
    requestLine = {};
    fields = {};
    isBetweenRequests = true;
    return {consumed, std::move(result)};
}

} // namespace otpscope::http
