// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/webhook/forwarding.h"
#include "app/webhook/receiveropening.h"
#include "app/webhook/sourcepolicy.h"

#include <QHostAddress>
#include <QRegularExpression>
#include <QTest>

#include <random>

using namespace otpscope;
using namespace otpscope::webhook;

namespace {

models::IpAddress ip(const QString &text)
{
    return *models::IpAddress::fromText(text.toLatin1());
}

/// "Name: value" on each line.
http::Headers headersOf(const QString &text)
{
    http::Headers headers;
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts))
        headers.emplace_back(line.section(u':', 0, 0).toLatin1(),
                             line.section(u':', 1).trimmed().toLatin1());
    return headers;
}

models::ReceiverAccess accessOf(const QString &proxies, const QString &sources)
{
    models::ReceiverAccess access;
    access.proxies = proxies.split(u' ', Qt::SkipEmptyParts);
    access.sources = sources.split(u' ', Qt::SkipEmptyParts);
    return access;
}

/// "connection 192.0.2.1", "forwarded ?".
QString printed(const Origin &origin)
{
    const char *basis = "connection";
    switch (origin.basis) {
    case Origin::Basis::Connection:
        break;
    case Origin::Basis::Forwarded:
        basis = "forwarded";
        break;
    case Origin::Basis::ForwardedFor:
        basis = "forwarded-for";
        break;
    case Origin::Basis::Contradiction:
        basis = "contradiction";
        break;
    }
    return QStringLiteral("%1 %2").arg(
        QLatin1String(basis), origin.address ? origin.address->toText() : QStringLiteral("?"));
}

// The second implementation: whole lists by regular expressions, addresses by QHostAddress.

QHostAddress plainAddress(QString node)
{
    static const QRegularExpression bracketed(
        QStringLiteral("^\\[([0-9a-fA-F:.]*:[0-9a-fA-F:.]*)\\](:(\\d{1,5}|_[A-Za-z0-9._-]+))?$"));
    static const QRegularExpression dotted(
        QStringLiteral("^(\\d+\\.\\d+\\.\\d+\\.\\d+)(:(\\d{1,5}|_[A-Za-z0-9._-]+))?$"));
    static const QRegularExpression bare(
        QStringLiteral("^[0-9a-fA-F.]*:[0-9a-fA-F:.]*:[0-9a-fA-F:.]*$"));
    static const QRegularExpression leadingZero(QStringLiteral("(^|[.:])0\\d+\\."));
    if (const auto match = bracketed.match(node); match.hasMatch())
        node = match.captured(1);
    else if (const auto match4 = dotted.match(node); match4.hasMatch())
        node = match4.captured(1);
    else if (!bare.match(node).hasMatch())
        return {};
    if (leadingZero.match(node).hasMatch())
        return {};
    QHostAddress address(node);
    bool isMapped = false;
    const quint32 mapped = address.toIPv4Address(&isMapped);
    return isMapped ? QHostAddress(mapped) : address;
}

bool isInAny(const QHostAddress &address, const QStringList &ranges)
{
    return std::any_of(ranges.begin(), ranges.end(), [&](const QString &range) {
        const auto subnet = QHostAddress::parseSubnet(range);
        return subnet.first.protocol() == address.protocol() && address.isInSubnet(subnet);
    });
}

/// The last node that is no proxy, or the first of all; null where it cannot be read.
QHostAddress lastStranger(const QStringList &nodes, const QStringList &proxies)
{
    QHostAddress address;
    for (auto node = nodes.rbegin(); node != nodes.rend(); ++node) {
        address = plainAddress(*node);
        if (address.isNull() || !isInAny(address, proxies))
            break;
    }
    return address;
}

std::optional<QStringList> plainForwarded(const QString &joined)
{
    static const QString token = QStringLiteral("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    static const QString value =
        QStringLiteral("(?:[!#$%&'*+.^_`|~0-9A-Za-z:\\[\\]-]+|\"(?:[^\"\\\\]|\\\\.)*\")");
    static const QString pair = token + u'=' + value;
    static const QString element = QStringLiteral("%1(?:[ \\t]*;[ \\t]*%1)*").arg(pair);
    static const QRegularExpression whole(
        QStringLiteral("^[ \\t]*(?:%1)?[ \\t]*(?:,[ \\t]*(?:%1)?[ \\t]*)*$").arg(element));
    static const QRegularExpression one(element);
    static const QRegularExpression parameter(QStringLiteral("(%1)=(%2)").arg(token, value));
    if (!whole.match(joined).hasMatch())
        return std::nullopt;
    QStringList nodes;
    for (auto elements = one.globalMatch(joined); elements.hasNext();) {
        QStringList found;
        for (auto parameters = parameter.globalMatch(elements.next().captured());
             parameters.hasNext();) {
            const auto match = parameters.next();
            if (match.captured(1).compare(QLatin1String("for"), Qt::CaseInsensitive) != 0)
                continue;
            QString text = match.captured(2);
            if (text.startsWith(u'"')) {
                static const QRegularExpression escaped(QStringLiteral("\\\\(.)"));
                text = text.mid(1, text.size() - 2).replace(escaped, QStringLiteral("\\1"));
            }
            found += text;
        }
        if (found.size() > 1)
            return std::nullopt;
        nodes += found.value(0);
    }
    return nodes;
}

QString plainOrigin(const QString &peer, const http::Headers &headers, const QStringList &proxies)
{
    const auto text = [](const QHostAddress &address) {
        return address.isNull() ? QStringLiteral("?") : address.toString();
    };
    if (!isInAny(QHostAddress(peer), proxies))
        return QStringLiteral("connection ") + peer;
    QStringList forwarded;
    QStringList forwardedFor;
    bool isBroken = false;
    for (const auto &[name, value] : headers) {
        if (name.toLower() == "forwarded") {
            const auto nodes = plainForwarded(QString::fromLatin1(value));
            isBroken = isBroken || !nodes;
            forwarded += nodes.value_or(QStringList());
        } else if (name.toLower() == "x-forwarded-for") {
            for (const QString &node : QString::fromLatin1(value).split(u','))
                forwardedFor += node.trimmed();
        }
    }
    forwardedFor.removeAll(QString());
    const bool isForwarded = isBroken || !forwarded.isEmpty();
    const QHostAddress one = isBroken ? QHostAddress() : lastStranger(forwarded, proxies);
    const QHostAddress other = lastStranger(forwardedFor, proxies);
    if (isForwarded && !forwardedFor.isEmpty() && text(one) != text(other))
        return QStringLiteral("contradiction ?");
    if (isForwarded)
        return QStringLiteral("forwarded ") + text(one);
    if (!forwardedFor.isEmpty())
        return QStringLiteral("forwarded-for ") + text(other);
    return QStringLiteral("connection ") + peer;
}

} // namespace

class TestSourcePolicy final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void theOriginIsWhatANamedProxySays_data();
    void theOriginIsWhatANamedProxySays();
    void aSecondImplementationSaysTheSame();
    void onlyListedSourcesAreTaken_data();
    void onlyListedSourcesAreTaken();
};

void TestSourcePolicy::theOriginIsWhatANamedProxySays_data()
{
    QTest::addColumn<QString>("peer");
    QTest::addColumn<QString>("headers");
    QTest::addColumn<QString>("origin");
    const auto row = [](const char *name, const char *peer, const QString &headers,
                        const char *origin) {
        QTest::newRow(name) << QString::fromLatin1(peer) << headers << QString::fromLatin1(origin);
    };
    const auto q = [](const char *text) { return QString::fromLatin1(text); };
    // 10.0.0.0/8, 127.0.0.1 and 2001:db8:aa::/48 are the proxies.
    row("without a header it is the proxy itself", "10.1.1.1", {}, "connection 10.1.1.1");
    row("whoever is no proxy is not listened to", "198.51.100.7",
        q("X-Forwarded-For: 203.0.113.5\nForwarded: for=203.0.113.5"), "connection 198.51.100.7");
    row("one address", "10.1.1.1", q("X-Forwarded-For: 203.0.113.5"), "forwarded-for 203.0.113.5");
    row("the name in any case", "10.1.1.1", q("x-FORWARDED-for: 203.0.113.5"),
        "forwarded-for 203.0.113.5");
    row("what was spoofed on the left is passed over", "10.1.1.1",
        q("X-Forwarded-For: 192.0.2.9, 203.0.113.5"), "forwarded-for 203.0.113.5");
    row("through two proxies", "127.0.0.1", q("X-Forwarded-For: 192.0.2.9, 203.0.113.5, 10.9.9.9"),
        "forwarded-for 203.0.113.5");
    row("in two headers", "127.0.0.1",
        q("X-Forwarded-For: 192.0.2.9\nX-Forwarded-For: 203.0.113.5"), "forwarded-for 203.0.113.5");
    row("all of them proxies: the farthest", "127.0.0.1", q("X-Forwarded-For: 10.0.0.3, 10.0.0.4"),
        "forwarded-for 10.0.0.3");
    row("with a port", "10.1.1.1", q("X-Forwarded-For: 203.0.113.5:4711"),
        "forwarded-for 203.0.113.5");
    row("IPv6 alone", "10.1.1.1", q("X-Forwarded-For: 2001:db8::5"), "forwarded-for 2001:db8::5");
    row("IPv6 with a port", "10.1.1.1", q("X-Forwarded-For: [2001:db8::5]:443"),
        "forwarded-for 2001:db8::5");
    row("IPv4 in IPv6 is IPv4", "10.1.1.1", q("X-Forwarded-For: ::ffff:10.0.0.9, ::ffff:10.0.0.8"),
        "forwarded-for 10.0.0.9");
    row("a proxy by IPv6", "2001:db8:aa::1", q("X-Forwarded-For: 203.0.113.5"),
        "forwarded-for 203.0.113.5");
    row("unknown is not skipped", "10.1.1.1", q("X-Forwarded-For: 203.0.113.5, unknown"),
        "forwarded-for ?");
    row("nor is what makes no sense", "10.1.1.1", q("X-Forwarded-For: 203.0.113.5, 10.0.0.256"),
        "forwarded-for ?");
    row("three numbers are no address", "10.1.1.1", q("X-Forwarded-For: 10.0.1"),
        "forwarded-for ?");
    row("a leading zero is no number", "10.1.1.1", q("X-Forwarded-For: 203.0.113.05"),
        "forwarded-for ?");
    row("a zone is no address", "10.1.1.1", q("X-Forwarded-For: fe80::1%eth0"), "forwarded-for ?");
    row("empty places are none", "10.1.1.1", q("X-Forwarded-For: 203.0.113.5, , "),
        "forwarded-for 203.0.113.5");
    row("eight kilobytes of commas", "10.1.1.1", q("X-Forwarded-For: ") + QString(8192, u','),
        "connection 10.1.1.1");
    row("eight kilobytes of commas by RFC 7239", "10.1.1.1",
        q("Forwarded: ") + QString(8192, u',') + q("for=203.0.113.5"), "forwarded 203.0.113.5");

    row("RFC 7239", "10.1.1.1", q("Forwarded: for=203.0.113.5;proto=https;by=203.0.113.43"),
        "forwarded 203.0.113.5");
    row("its parameters in any case and order", "10.1.1.1",
        q("Forwarded: Proto=https; FOR=203.0.113.5"), "forwarded 203.0.113.5");
    row("its IPv6 in quotes with a port", "10.1.1.1",
        q("Forwarded: for=192.0.2.43, for=\"[2001:db8:cafe::17]:4711\""),
        "forwarded 2001:db8:cafe::17");
    row("its IPv6 without quotes, as some write it", "10.1.1.1",
        q("Forwarded: for=[2001:db8:cafe::17]"), "forwarded 2001:db8:cafe::17");
    row("a quoted character", "10.1.1.1", q("Forwarded: for=\"203\\.0.113.5\""),
        "forwarded 203.0.113.5");
    row("an identifier that hides", "10.1.1.1", q("Forwarded: for=192.0.2.1, for=_SEVKISEK"),
        "forwarded ?");
    row("a port that hides", "10.1.1.1", q("Forwarded: for=\"203.0.113.5:_x1\""),
        "forwarded 203.0.113.5");
    row("unknown by RFC 7239", "10.1.1.1", q("Forwarded: for=unknown"), "forwarded ?");
    row("an element that names nobody", "10.1.1.1", q("Forwarded: for=192.0.2.1, proto=https"),
        "forwarded ?");
    row("twice in one element", "10.1.1.1", q("Forwarded: for=192.0.2.1;for=203.0.113.5"),
        "forwarded ?");
    row("a comma in quotes parts nothing", "10.1.1.1",
        q("Forwarded: x=\"a,for=192.0.2.1\";for=203.0.113.5"), "forwarded 203.0.113.5");
    // An open quote would swallow what the proxy adds behind it.
    row("a quote left open", "10.1.1.1", q("Forwarded: for=\"192.0.2.1, for=203.0.113.5"),
        "forwarded ?");
    row("a quote left open before a quoted address", "10.1.1.1",
        q("Forwarded: for=192.0.2.1;x=\", for=\"[2001:db8::6]\""), "forwarded ?");
    row("an escape at the end", "10.1.1.1", q("Forwarded: for=\"192.0.2.1\\"), "forwarded ?");
    row("garbage", "10.1.1.1", q("Forwarded: \x01\xff=;;=="), "forwarded ?");
    row("brackets left open", "10.1.1.1", q("Forwarded: for=\"[2001:db8::6\""), "forwarded ?");
    row("IPv4 in brackets", "10.1.1.1", q("Forwarded: for=\"[203.0.113.5]\""), "forwarded ?");
    row("a port too long", "10.1.1.1", q("Forwarded: for=\"203.0.113.5:123456\""), "forwarded ?");
    row("both headers agree", "10.1.1.1",
        q("Forwarded: for=203.0.113.5\nX-Forwarded-For: 192.0.2.1, 203.0.113.5"),
        "forwarded 203.0.113.5");
    row("a proxy that writes the one hands on the other", "10.1.1.1",
        q("Forwarded: for=192.0.2.1\nX-Forwarded-For: 203.0.113.5"), "contradiction ?");
    row("and the other way round", "10.1.1.1",
        q("X-Forwarded-For: 192.0.2.1\nForwarded: for=203.0.113.5"), "contradiction ?");
    row("a header without entries claims nothing", "10.1.1.1",
        q("Forwarded: ,\nX-Forwarded-For: 203.0.113.5"), "forwarded-for 203.0.113.5");
}

void TestSourcePolicy::theOriginIsWhatANamedProxySays()
{
    QFETCH(QString, peer);
    QFETCH(QString, headers);
    QFETCH(QString, origin);
    const SourcePolicy policy =
        policyOf(accessOf(QStringLiteral("10.0.0.0/8 127.0.0.1 2001:db8:aa::/48"), {}));
    QCOMPARE(printed(policy.originOf(ip(peer), headersOf(headers))), origin);
}

void TestSourcePolicy::aSecondImplementationSaysTheSame()
{
    const QStringList proxies{QStringLiteral("10.0.0.0/8"), QStringLiteral("2001:db8:aa::/48")};
    const SourcePolicy policy = policyOf(accessOf(proxies.join(u' '), {}));
    // Pieces of headers, right and wrong, in any order.
    const QByteArrayList pieces{"for=",
                                "by=",
                                "proto=https",
                                "FOR=",
                                ";",
                                ",",
                                ", ",
                                " ; ",
                                "\"",
                                "\\",
                                "10.0.0.1",
                                "10.2.3.4",
                                "203.0.113.5",
                                "192.0.2.1:80",
                                "[2001:db8::1]",
                                "[2001:db8:aa::2]:443",
                                "2001:db8::7",
                                "unknown",
                                "_hidden",
                                "10.0.1",
                                "010.0.0.1",
                                "::ffff:10.0.0.7",
                                "=",
                                "x",
                                "\t",
                                "for=10.0.0.1",
                                "for=203.0.113.9",
                                "for=\"[2001:db8::2]\"",
                                ",for=10.0.0.2"};
    const std::vector<QByteArray> addresses{"10.0.0.1", "203.0.113.5", "10.9.9.9", "198.51.100.1"};
    const QStringList peers{QStringLiteral("10.0.0.1"), QStringLiteral("203.0.113.77"),
                            QStringLiteral("2001:db8:aa::9")};
    std::mt19937 random(7);
    const auto upTo = [&](std::size_t limit) { return random() % limit; };
    int known = 0;
    for (int round = 0; round < 6000; ++round) {
        http::Headers headers;
        for (std::size_t count = upTo(3); count > 0; --count) {
            QByteArray value;
            const bool isStandard = upTo(2) == 0;
            const bool isOrderly = upTo(3) > 0;
            for (std::size_t length = upTo(5); length > 0; --length) {
                if (isOrderly && isStandard)
                    value += "for=10.0.0.1, for=" + addresses[upTo(addresses.size())] + ", ";
                else if (isOrderly)
                    value += addresses[upTo(addresses.size())] + ',';
                if (!isOrderly || upTo(8) == 0)
                    value += pieces[qsizetype(upTo(std::size_t(pieces.size())))];
            }
            // As the server hands it on.
            headers.emplace_back(isStandard ? "Forwarded" : "X-Forwarded-For", value.trimmed());
        }
        const QString &peer = peers[qsizetype(upTo(std::size_t(peers.size())))];
        const QString seen = printed(policy.originOf(ip(peer), headers));
        QByteArray wire;
        for (const auto &[name, value] : headers)
            wire += name + ": " + value + '\n';
        QVERIFY2(seen == plainOrigin(peer, headers, proxies),
                 qPrintable(QStringLiteral("%1 from %2:\n%3instead of %4")
                                .arg(seen, peer, QString::fromLatin1(wire),
                                     plainOrigin(peer, headers, proxies))));
        known += seen.startsWith(QLatin1String("forwarded")) && !seen.endsWith(u'?') ? 1 : 0;
    }
    // Not all of it was garbage.
    QVERIFY2(known > 500, qPrintable(QString::number(known)));
}

void TestSourcePolicy::onlyListedSourcesAreTaken_data()
{
    QTest::addColumn<QString>("sources");
    QTest::addColumn<QString>("peer");
    QTest::addColumn<QString>("headers");
    QTest::addColumn<bool>("isTaken");
    const auto row = [](const char *name, const char *sources, const char *peer,
                        const char *headers, bool isTaken) {
        QTest::newRow(name) << QString::fromLatin1(sources) << QString::fromLatin1(peer)
                            << QString::fromLatin1(headers) << isTaken;
    };
    row("everyone without a list", "", "198.51.100.1", "", true);
    row("unknown ones too", "", "127.0.0.1", "Forwarded: for=unknown", true);
    row("in the range", "192.0.2.0/24", "192.0.2.200", "", true);
    row("beside the range", "192.0.2.0/24", "192.0.3.0", "", false);
    row("one address", "192.0.2.7", "192.0.2.7", "", true);
    row("another address", "192.0.2.7", "192.0.2.6", "", false);
    row("in an IPv6 range", "2001:db8::/32", "2001:db8:ffff::1", "", true);
    row("beside an IPv6 range", "2001:db8::/33", "2001:db8:8000::1", "", false);
    row("IPv6 as a whole holds no IPv4", "::/0", "192.0.2.1", "", false);
    row("IPv4 as a whole holds no IPv6", "0.0.0.0/0", "2001:db8::1", "", false);
    row("IPv4 as a whole", "0.0.0.0/0", "::ffff:192.0.2.1", "", true);
    row("by what the proxy says", "192.0.2.0/24", "127.0.0.1", "X-Forwarded-For: 192.0.2.5", true);
    row("not by what anybody says", "192.0.2.0/24", "198.51.100.1", "X-Forwarded-For: 192.0.2.5",
        false);
    row("not by what was sent to the proxy", "192.0.2.0/24", "127.0.0.1",
        "X-Forwarded-For: 192.0.2.5, 198.51.100.1", false);
    row("unknown is on no list", "0.0.0.0/0 ::/0", "127.0.0.1", "Forwarded: for=unknown", false);
    row("a list of mistakes takes nobody", "192.0.2.300", "192.0.2.3", "", false);
}

void TestSourcePolicy::onlyListedSourcesAreTaken()
{
    QFETCH(QString, sources);
    QFETCH(QString, peer);
    QFETCH(QString, headers);
    QFETCH(bool, isTaken);
    const SourcePolicy policy = policyOf(accessOf(QStringLiteral("127.0.0.1"), sources));
    QCOMPARE(policy.allows(policy.originOf(ip(peer), headersOf(headers))), isTaken);
}

QTEST_GUILESS_MAIN(TestSourcePolicy)
#include "tst_sourcepolicy.moc"
