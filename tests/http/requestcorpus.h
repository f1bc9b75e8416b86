// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <vector>

namespace otpscope::httptest {

/// Bytes as a peer may send them, and what must become of them.
struct CorpusEntry
{
    const char *name;
    QByteArray bytes;
    /// "METHOD target body" for an accepted request, "100" where the sender is told to go on, a
    /// status for a refusal, which ends the list, "..." where more is needed.
    QByteArrayList expected;
};

inline QByteArray withFields(const QByteArray &fields, const QByteArray &body = {})
{
    return "POST /hook HTTP/1.1\r\nHost: localhost\r\n" + fields + "\r\n" + body;
}

inline QByteArray withRequestLine(const QByteArray &line)
{
    return line + "\r\nHost: localhost\r\n\r\n";
}

inline std::vector<CorpusEntry> acceptedCorpus()
{
    const QByteArray hidden = "POST /hidden HTTP/1.1\r\nHost: localhost\r\n\r\n";
    return {
        {"a GET", "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n", {"GET / "}},
        {"a POST with a body", withFields("Content-Length: 5\r\n", "hello"), {"POST /hook hello"}},
        {"a POST without a length has no body", withFields("", ""), {"POST /hook "}},
        {"a length of 0", withFields("Content-Length: 0\r\n"), {"POST /hook "}},
        {"a length of 010 reads as 10",
         withFields("Content-Length: 010\r\n", "0123456789"),
         {"POST /hook 0123456789"}},
        {"a chunked body",
         withFields("Transfer-Encoding: chunked\r\n", "3\r\nabc\r\nA\r\n0123456789\r\n0\r\n\r\n"),
         {"POST /hook abc0123456789"}},
        {"chunked in capitals",
         withFields("TRANSFER-ENCODING: Chunked\r\n", "1\r\nx\r\n0\r\n\r\n"),
         {"POST /hook x"}},
        {"a chunk extension is dropped",
         withFields("Transfer-Encoding: chunked\r\n", "1;a=b\r\nx\r\n0\r\n\r\n"),
         {"POST /hook x"}},
        {"a chunk extension without a value is dropped",
         withFields("Transfer-Encoding: chunked\r\n", "1;a\r\nx\r\n0;b\r\n\r\n"),
         {"POST /hook x"}},
        {"a trailer is dropped",
         withFields("Transfer-Encoding: chunked\r\n", "1\r\nx\r\n0\r\nX-T: t\r\n\r\n"),
         {"POST /hook x"}},
        {"a hundred-continue",
         withFields("Expect: 100-continue\r\nContent-Length: 2\r\n", "ab"),
         {"100", "POST /hook ab"}},
        {"a hundred-continue without a body needs no go-ahead",
         withFields("Expect: 100-continue\r\nContent-Length: 0\r\n"),
         {"POST /hook "}},
        {"HTTP/1.0 without a host",
         "POST /a HTTP/1.0\r\nContent-Length: 1\r\n\r\nx",
         {"POST /a x"}},
        {"HTTP/1.0 with an expectation ignores it",
         "POST /a HTTP/1.0\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\nx",
         {"POST /a x"}},
        {"absolute-form",
         "GET http://localhost/x HTTP/1.1\r\nHost: localhost\r\n\r\n",
         {"GET http://localhost/x "}},
        {"OPTIONS *", "OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n", {"OPTIONS * "}},
        {"an empty line before the request",
         "\r\nGET / HTTP/1.1\r\nHost: localhost\r\n\r\n",
         {"GET / "}},
        {"an upgrade that is not taken",
         "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n" +
             withRequestLine("GET /next HTTP/1.1"),
         {"GET / ", "GET /next "}},
        {"an upgrade with a body",
         withFields("Connection: upgrade\r\nUpgrade: h2c\r\nContent-Length: 2\r\n", "ab") +
             withRequestLine("GET /next HTTP/1.1"),
         {"POST /hook ab", "GET /next "}},
        {"bytes over 0x7F in a value", withFields("X: \xc3\xa9\r\n"), {"POST /hook "}},
        {"a tab in a value", withFields("X: a\tb\r\n"), {"POST /hook "}},
        {"an empty value", withFields("X:\r\n"), {"POST /hook "}},
        {"hosts of every shape", "GET / HTTP/1.1\r\nHost: [::1]:8080\r\n\r\n", {"GET / "}},
        {"two requests in a row",
         withFields("Content-Length: 3\r\n", "one") + withFields("Content-Length: 3\r\n", "two"),
         {"POST /hook one", "POST /hook two"}},
        {"a chunked request and another",
         withFields("Transfer-Encoding: chunked\r\n", "1\r\nx\r\n0\r\n\r\n") +
             withRequestLine("GET /next HTTP/1.1"),
         {"POST /hook x", "GET /next "}},
        {"a request in a body is body",
         withFields("Content-Length: " + QByteArray::number(hidden.size()) + "\r\n", hidden),
         {"POST /hook " + hidden}},
        {"a request in a chunk is body",
         withFields("Transfer-Encoding: chunked\r\n",
                    QByteArray::number(hidden.size(), 16) + "\r\n" + hidden + "\r\n0\r\n\r\n"),
         {"POST /hook " + hidden}},
        {"half a head", "POST / HTTP/1.1\r\nHost: loc", {"..."}},
        {"half a body", withFields("Content-Length: 5\r\n", "he"), {"..."}},
        {"half a chunk", withFields("Transfer-Encoding: chunked\r\n", "5\r\nhe"), {"..."}},
        {"an end of chunks without its empty line",
         withFields("Transfer-Encoding: chunked\r\n", "1\r\nx\r\n0\r\n"),
         {"..."}},
    };
}

inline std::vector<CorpusEntry> refusedCorpus()
{
    const QByteArray hidden = "GET /hidden HTTP/1.1\r\nHost: localhost\r\n\r\n";
    std::vector<CorpusEntry> result{
        // Lines and bytes
        {"bare LF ends the request line", "GET / HTTP/1.1\nHost: localhost\r\n\r\n", {"400"}},
        {"bare LF ends a field", "GET / HTTP/1.1\r\nHost: localhost\n\r\n", {"400"}},
        {"bare LF ends the head", "GET / HTTP/1.1\r\nHost: localhost\r\n\n", {"400"}},
        {"a lone CR ends a field and hides another (CVE-2023-30589)",
         "POST / HTTP/1.1\r\nHost: localhost\r\nX-Abc:\rxTransfer-Encoding: chunked\r\n\r\n"
         "1\r\nA\r\n0\r\n\r\n" +
             hidden,
         {"400"}},
        {"a folded line hides the length (CVE-2024-27982)",
         "POST / HTTP/1.1\r\nHost: localhost\r\n Content-Length: 40\r\n\r\n" + hidden,
         {"400"}},
        {"a folded line after a field",
         withFields("X: a\r\n Content-Length: " + QByteArray::number(hidden.size()) + "\r\n",
                    hidden),
         {"400"}},
        {"a line folded with a tab", withFields("X: a\r\n\tb\r\n"), {"400"}},
        {"NUL in a value", withFields(QByteArray("X: a\0b\r\n", 8)), {"400"}},
        {"NUL in a name", withFields(QByteArray("X\0Y: a\r\n", 8)), {"400"}},
        {"a control character in a value", withFields("X: a\x01\r\n"), {"400"}},
        {"DEL in a value", withFields("X: a\x7f\r\n"), {"400"}},
        {"two empty lines before the request",
         "\r\n\r\n" + withRequestLine("GET / HTTP/1.1"),
         {"400"}},
        {"a TLS greeting", QByteArray("\x16\x03\x01\x02\x00\x01", 6), {"400"}},
        // Fields
        {"a space before the colon", withFields("Content-Length : 3\r\n", "abc"), {"400"}},
        {"an empty name", withFields(": x\r\n"), {"400"}},
        {"a line without a colon", withFields("nonsense\r\n"), {"400"}},
        {"a space in a name", withFields("Content Length: 3\r\n", "abc"), {"400"}},
        {"a byte over 0x7F in a name", withFields("X\xc3\xa9: a\r\n"), {"400"}},
        // Request line
        {"no version", withRequestLine("GET /"), {"400"}},
        {"two spaces", withRequestLine("GET  / HTTP/1.1"), {"400"}},
        {"a space at the end", withRequestLine("GET / HTTP/1.1 "), {"400"}},
        {"a space in the target", withRequestLine("GET /a b HTTP/1.1"), {"400"}},
        {"a tab between the parts", withRequestLine("GET\t/\tHTTP/1.1"), {"400"}},
        {"a space before the method", withRequestLine(" GET / HTTP/1.1"), {"400"}},
        {"a byte over 0x7F in the target", withRequestLine("GET /\xc3\xa9 HTTP/1.1"), {"400"}},
        {"a fragment", withRequestLine("GET /a#b HTTP/1.1"), {"400"}},
        {"a backslash", withRequestLine("GET /a\\b HTTP/1.1"), {"400"}},
        {"a target that is no path", withRequestLine("GET a HTTP/1.1"), {"400"}},
        {"an ftp address", withRequestLine("GET ftp://localhost/ HTTP/1.1"), {"400"}},
        {"an address without a host", withRequestLine("GET http:///a HTTP/1.1"), {"400"}},
        {"a star that is not OPTIONS", withRequestLine("GET * HTTP/1.1"), {"400"}},
        {"version 2", withRequestLine("PRI * HTTP/2.0"), {"505"}},
        {"version 1.2", withRequestLine("GET / HTTP/1.2"), {"505"}},
        {"a version in small letters", withRequestLine("GET / http/1.1"), {"400"}},
        {"a version with too many digits", withRequestLine("GET / HTTP/1.10"), {"400"}},
        {"an unknown method", withRequestLine("BREW / HTTP/1.1"), {"501"}},
        {"a method in small letters", withRequestLine("get / HTTP/1.1"), {"501"}},
        {"a method that is no token", withRequestLine("G@T / HTTP/1.1"), {"400"}},
        {"TRACE", withRequestLine("TRACE / HTTP/1.1"), {"405"}},
        {"CONNECT", withRequestLine("CONNECT localhost:80 HTTP/1.1"), {"405"}},
        // Host
        {"no host", "GET / HTTP/1.1\r\n\r\n", {"400"}},
        {"two hosts", "GET / HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n", {"400"}},
        {"an empty host", "GET / HTTP/1.1\r\nHost:\r\n\r\n", {"400"}},
        {"a list of hosts", "GET / HTTP/1.1\r\nHost: a, b\r\n\r\n", {"400"}},
        {"a host with a user", "GET / HTTP/1.1\r\nHost: u@localhost\r\n\r\n", {"400"}},
        {"a host with a path", "GET / HTTP/1.1\r\nHost: localhost/x\r\n\r\n", {"400"}},
        {"a port out of range", "GET / HTTP/1.1\r\nHost: localhost:65536\r\n\r\n", {"400"}},
        {"a port that is no number", "GET / HTTP/1.1\r\nHost: localhost:x\r\n\r\n", {"400"}},
        {"an open bracket", "GET / HTTP/1.1\r\nHost: [::1\r\n\r\n", {"400"}},
        // Framing
        {"Content-Length with Transfer-Encoding",
         withFields("Content-Length: 4\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n" + hidden),
         {"400"}},
        {"Transfer-Encoding with Content-Length",
         withFields("Transfer-Encoding: chunked\r\nContent-Length: 4\r\n", "0\r\n\r\n" + hidden),
         {"400"}},
        {"Transfer-Encoding twice",
         withFields("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n", "0\r\n\r\n"),
         {"400"}},
        {"two codings in one",
         withFields("Transfer-Encoding: gzip, chunked\r\n", "0\r\n\r\n"),
         {"400"}},
        {"chunked twice in one", withFields("Transfer-Encoding: chunked, chunked\r\n"), {"400"}},
        {"an unknown coding", withFields("Transfer-Encoding: gzip\r\n"), {"501"}},
        {"a coding that only looks chunked",
         withFields("Transfer-Encoding: xchunked\r\n"),
         {"501"}},
        {"an empty coding", withFields("Transfer-Encoding:\r\n"), {"400"}},
        {"a coding in HTTP/1.0",
         "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
         {"400"}},
        {"two lengths that differ",
         withFields("Content-Length: 3\r\nContent-Length: 4\r\n", "abcd"),
         {"400"}},
        {"two lengths that agree",
         withFields("Content-Length: 3\r\nContent-Length: 3\r\n", "abc"),
         {"400"}},
        {"a list of lengths", withFields("Content-Length: 3, 3\r\n", "abc"), {"400"}},
        // Expectations
        {"another expectation",
         withFields("Expect: 200-ok\r\nContent-Length: 1\r\n", "x"),
         {"417"}},
        {"an expectation with a body too large",
         withFields("Expect: 100-continue\r\nContent-Length: 4194305\r\n"),
         {"413"}},
        {"a gigabyte", withFields("Content-Length: 1073741824\r\n"), {"413"}},
        // Chunks
        {"a chunk that is longer than it says",
         withFields("Transfer-Encoding: chunked\r\n", "1\r\nxy\r\n0\r\n\r\n"),
         {"400"}},
        {"a chunk size that is no number",
         withFields("Transfer-Encoding: chunked\r\n", "x\r\ny\r\n0\r\n\r\n"),
         {"400"}},
        {"a negative chunk size",
         withFields("Transfer-Encoding: chunked\r\n", "-1\r\ny\r\n"),
         {"400"}},
        {"a chunk size with 0x",
         withFields("Transfer-Encoding: chunked\r\n", "0x1\r\ny\r\n"),
         {"400"}},
        {"a chunk size over 64 bits",
         withFields("Transfer-Encoding: chunked\r\n", "10000000000000001\r\ny\r\n"),
         {"400"}},
        {"bare LF after a chunk size",
         withFields("Transfer-Encoding: chunked\r\n", "1\ny\r\n0\r\n\r\n"),
         {"400"}},
        {"bare LF after a chunk",
         withFields("Transfer-Encoding: chunked\r\n", "1\r\ny\n0\r\n\r\n"),
         {"400"}},
        {"a chunk larger than a body may be",
         withFields("Transfer-Encoding: chunked\r\n", "400001\r\n"),
         {"413"}},
        // The good one first
        {"a broken request behind a good one",
         withFields("Content-Length: 2\r\n", "ab") + "nonsense\r\n\r\n",
         {"POST /hook ab", "400"}},
    };
    for (const char *length :
         {"+5", "-5", "0x5", "1e3", "1_0", "", " ", "5 5", "5,5", "\"5\"", "5;", "5.0",
          "12345678901", "18446744073709551616", "99999999999999999999"}) {
        result.push_back({"a length that is no plain number",
                          withFields("Content-Length: " + QByteArray(length) + "\r\n", "hello"),
                          {"400"}});
    }
    return result;
}

/// Everything above, for whoever needs bytes alone.
inline std::vector<CorpusEntry> requestCorpus()
{
    std::vector<CorpusEntry> result = acceptedCorpus();
    const std::vector<CorpusEntry> refused = refusedCorpus();
    result.insert(result.end(), refused.begin(), refused.end());
    return result;
}

} // namespace otpscope::httptest
