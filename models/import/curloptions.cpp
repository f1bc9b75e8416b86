// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/curloptions.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace otpscope::models {

namespace {

// curl 8: `curl --help all`.
constexpr std::array<std::string_view, 136> withValue{"abstract-unix-socket",
                                                      "alt-svc",
                                                      "aws-sigv4",
                                                      "cacert",
                                                      "capath",
                                                      "cert",
                                                      "cert-type",
                                                      "ciphers",
                                                      "config",
                                                      "connect-timeout",
                                                      "connect-to",
                                                      "continue-at",
                                                      "cookie",
                                                      "cookie-jar",
                                                      "create-file-mode",
                                                      "crlfile",
                                                      "curves",
                                                      "data",
                                                      "data-ascii",
                                                      "data-binary",
                                                      "data-raw",
                                                      "data-urlencode",
                                                      "delegation",
                                                      "dns-interface",
                                                      "dns-ipv4-addr",
                                                      "dns-ipv6-addr",
                                                      "dns-servers",
                                                      "doh-url",
                                                      "dump-header",
                                                      "ech",
                                                      "egd-file",
                                                      "engine",
                                                      "etag-compare",
                                                      "etag-save",
                                                      "expect100-timeout",
                                                      "form",
                                                      "form-string",
                                                      "ftp-account",
                                                      "ftp-alternative-to-user",
                                                      "ftp-method",
                                                      "ftp-port",
                                                      "ftp-ssl-ccc-mode",
                                                      "happy-eyeballs-timeout-ms",
                                                      "haproxy-clientip",
                                                      "header",
                                                      "hostpubmd5",
                                                      "hostpubsha256",
                                                      "hsts",
                                                      "interface",
                                                      "ipfs-gateway",
                                                      "json",
                                                      "keepalive-time",
                                                      "key",
                                                      "key-type",
                                                      "krb",
                                                      "libcurl",
                                                      "limit-rate",
                                                      "local-port",
                                                      "login-options",
                                                      "mail-auth",
                                                      "mail-from",
                                                      "mail-rcpt",
                                                      "max-filesize",
                                                      "max-redirs",
                                                      "max-time",
                                                      "netrc-file",
                                                      "noproxy",
                                                      "oauth2-bearer",
                                                      "output",
                                                      "output-dir",
                                                      "parallel-max",
                                                      "pass",
                                                      "pinnedpubkey",
                                                      "preproxy",
                                                      "proto",
                                                      "proto-default",
                                                      "proto-redir",
                                                      "proxy",
                                                      "proxy-cacert",
                                                      "proxy-capath",
                                                      "proxy-cert",
                                                      "proxy-cert-type",
                                                      "proxy-ciphers",
                                                      "proxy-crlfile",
                                                      "proxy-header",
                                                      "proxy-key",
                                                      "proxy-key-type",
                                                      "proxy-pass",
                                                      "proxy-pinnedpubkey",
                                                      "proxy-service-name",
                                                      "proxy-tls13-ciphers",
                                                      "proxy-tlsauthtype",
                                                      "proxy-tlspassword",
                                                      "proxy-tlsuser",
                                                      "proxy-user",
                                                      "proxy1.0",
                                                      "pubkey",
                                                      "quote",
                                                      "random-file",
                                                      "range",
                                                      "rate",
                                                      "referer",
                                                      "request",
                                                      "request-target",
                                                      "resolve",
                                                      "retry",
                                                      "retry-delay",
                                                      "retry-max-time",
                                                      "sasl-authzid",
                                                      "service-name",
                                                      "socks4",
                                                      "socks4a",
                                                      "socks5",
                                                      "socks5-gssapi-service",
                                                      "socks5-hostname",
                                                      "speed-limit",
                                                      "speed-time",
                                                      "stderr",
                                                      "telnet-option",
                                                      "tftp-blksize",
                                                      "time-cond",
                                                      "tls-max",
                                                      "tls13-ciphers",
                                                      "tlsauthtype",
                                                      "tlspassword",
                                                      "tlsuser",
                                                      "trace",
                                                      "trace-ascii",
                                                      "unix-socket",
                                                      "upload-file",
                                                      "url",
                                                      "url-query",
                                                      "user",
                                                      "user-agent",
                                                      "variable",
                                                      "write-out"};
constexpr std::array<std::string_view, 129> flags{"alpn",
                                                  "anyauth",
                                                  "append",
                                                  "basic",
                                                  "buffer",
                                                  "ca-native",
                                                  "cert-status",
                                                  "clobber",
                                                  "compressed",
                                                  "compressed-ssh",
                                                  "create-dirs",
                                                  "crlf",
                                                  "digest",
                                                  "disable",
                                                  "disable-eprt",
                                                  "disable-epsv",
                                                  "disallow-username-in-url",
                                                  "doh-cert-status",
                                                  "doh-insecure",
                                                  "fail",
                                                  "fail-early",
                                                  "fail-with-body",
                                                  "false-start",
                                                  "form-escape",
                                                  "ftp-create-dirs",
                                                  "ftp-pasv",
                                                  "ftp-pret",
                                                  "ftp-skip-pasv-ip",
                                                  "ftp-ssl-ccc",
                                                  "ftp-ssl-control",
                                                  "get",
                                                  "globoff",
                                                  "haproxy-protocol",
                                                  "head",
                                                  "help",
                                                  "http0.9",
                                                  "http1.0",
                                                  "http1.1",
                                                  "http2",
                                                  "http2-prior-knowledge",
                                                  "http3",
                                                  "http3-only",
                                                  "ignore-content-length",
                                                  "include",
                                                  "insecure",
                                                  "ipv4",
                                                  "ipv6",
                                                  "junk-session-cookies",
                                                  "keepalive",
                                                  "list-only",
                                                  "location",
                                                  "location-trusted",
                                                  "mail-rcpt-allowfails",
                                                  "manual",
                                                  "metalink",
                                                  "mptcp",
                                                  "negotiate",
                                                  "netrc",
                                                  "netrc-optional",
                                                  "next",
                                                  "no-alpn",
                                                  "no-buffer",
                                                  "no-clobber",
                                                  "no-keepalive",
                                                  "no-npn",
                                                  "no-progress-meter",
                                                  "no-sessionid",
                                                  "npn",
                                                  "ntlm",
                                                  "ntlm-wb",
                                                  "parallel",
                                                  "parallel-immediate",
                                                  "path-as-is",
                                                  "post301",
                                                  "post302",
                                                  "post303",
                                                  "progress-bar",
                                                  "progress-meter",
                                                  "proxy-anyauth",
                                                  "proxy-basic",
                                                  "proxy-digest",
                                                  "proxy-insecure",
                                                  "proxy-negotiate",
                                                  "proxy-ntlm",
                                                  "proxy-ssl-allow-beast",
                                                  "proxy-ssl-auto-client-cert",
                                                  "proxy-tlsv1",
                                                  "proxytunnel",
                                                  "raw",
                                                  "remote-header-name",
                                                  "remote-name",
                                                  "remote-name-all",
                                                  "remote-time",
                                                  "remove-on-error",
                                                  "retry-all-errors",
                                                  "retry-connrefused",
                                                  "sasl-ir",
                                                  "sessionid",
                                                  "show-error",
                                                  "silent",
                                                  "skip-existing",
                                                  "socks5-basic",
                                                  "socks5-gssapi",
                                                  "socks5-gssapi-nec",
                                                  "ssl",
                                                  "ssl-allow-beast",
                                                  "ssl-auto-client-cert",
                                                  "ssl-no-revoke",
                                                  "ssl-reqd",
                                                  "ssl-revoke-best-effort",
                                                  "sslv2",
                                                  "sslv3",
                                                  "styled-output",
                                                  "suppress-connect-headers",
                                                  "tcp-fastopen",
                                                  "tcp-nodelay",
                                                  "tftp-no-options",
                                                  "tlsv1",
                                                  "tlsv1.0",
                                                  "tlsv1.1",
                                                  "tlsv1.2",
                                                  "tlsv1.3",
                                                  "tr-encoding",
                                                  "trace-ids",
                                                  "trace-time",
                                                  "use-ascii",
                                                  "verbose",
                                                  "version",
                                                  "xattr"};

struct Short
{
    char letter;
    std::string_view name;
};

constexpr std::array<Short, 59> shortNames{{
    {'0', "http1.0"},
    {'1', "tlsv1"},
    {'2', "sslv2"},
    {'3', "sslv3"},
    {'4', "ipv4"},
    {'6', "ipv6"},
    {'#', "progress-bar"},
    {':', "next"},
    {'A', "user-agent"},
    {'B', "use-ascii"},
    {'C', "continue-at"},
    {'D', "dump-header"},
    {'E', "cert"},
    {'F', "form"},
    {'G', "get"},
    {'H', "header"},
    {'I', "head"},
    {'J', "remote-header-name"},
    {'K', "config"},
    {'L', "location"},
    {'M', "manual"},
    {'N', "no-buffer"},
    {'O', "remote-name"},
    {'P', "ftp-port"},
    {'Q', "quote"},
    {'R', "remote-time"},
    {'S', "show-error"},
    {'T', "upload-file"},
    {'U', "proxy-user"},
    {'V', "version"},
    {'X', "request"},
    {'Y', "speed-limit"},
    {'Z', "parallel"},
    {'a', "append"},
    {'b', "cookie"},
    {'c', "cookie-jar"},
    {'d', "data"},
    {'e', "referer"},
    {'f', "fail"},
    {'g', "globoff"},
    {'h', "help"},
    {'i', "include"},
    {'j', "junk-session-cookies"},
    {'k', "insecure"},
    {'l', "list-only"},
    {'m', "max-time"},
    {'n', "netrc"},
    {'o', "output"},
    {'p', "proxytunnel"},
    {'q', "disable"},
    {'r', "range"},
    {'s', "silent"},
    {'t', "telnet-option"},
    {'u', "user"},
    {'v', "verbose"},
    {'w', "write-out"},
    {'x', "proxy"},
    {'y', "speed-time"},
    {'z', "time-cond"},
}};

template <std::size_t Size>
bool contains(const std::array<std::string_view, Size> &names, std::string_view name)
{
    return std::ranges::binary_search(names, name);
}

/// The one name that begins like this; empty where there is none, or several.
template <std::size_t Size>
std::string_view completed(const std::array<std::string_view, Size> &names, std::string_view begin)
{
    const auto first = std::ranges::lower_bound(names, begin);
    if (first == names.end() || !first->starts_with(begin))
        return {};
    const auto next = first + 1;
    return next != names.end() && next->starts_with(begin) ? std::string_view() : *first;
}

CurlOption known(std::string_view name)
{
    const auto text = QByteArray(name.data(), static_cast<qsizetype>(name.size()));
    if (contains(withValue, name))
        return {text, CurlOption::Kind::WithValue};
    if (contains(flags, name))
        return {text, CurlOption::Kind::Flag};
    return {text, CurlOption::Kind::Unknown};
}

} // namespace

CurlOption longCurlOption(const QByteArray &name)
{
    const std::string_view view(name.constData(), static_cast<std::size_t>(name.size()));
    CurlOption option = known(view);
    if (option.kind != CurlOption::Kind::Unknown)
        return option;
    if (view.starts_with("no-"))
        return {name, known(view.substr(3)).kind == CurlOption::Kind::Flag
                          ? CurlOption::Kind::Flag
                          : CurlOption::Kind::Unknown};
    const std::string_view valued = completed(withValue, view);
    const std::string_view flag = completed(flags, view);
    if (!valued.empty() && flag.empty())
        return known(valued);
    if (valued.empty() && !flag.empty())
        return known(flag);
    return option;
}

CurlOption shortCurlOption(char letter)
{
    const auto found = std::ranges::find(shortNames, letter, &Short::letter);
    if (found != shortNames.end())
        return known(found->name);
    return {QByteArray(1, letter), CurlOption::Kind::Unknown};
}

} // namespace otpscope::models
