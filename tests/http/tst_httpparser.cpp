// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/http/parserlog.h"
#include "tests/http/requestcorpus.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace otpscope;
using namespace otpscope::httptest;

class TestHttpParser final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void theCorpusIsReadAsExpected_data() { corpusRows(); }
    void theCorpusIsReadAsExpected();
    void oneByteAtATimeMakesNoDifference_data() { corpusRows(); }
    void oneByteAtATimeMakesNoDifference();
    void aCutAnywhereMakesNoDifference_data() { corpusRows(); }
    void aCutAnywhereMakesNoDifference();
    void randomPiecesMakeNoDifference();

    void aRequestIsKeptByteForByte();
    void pathAndQueryComeFromTheTarget_data();
    void pathAndQueryComeFromTheTarget();
    void theConnectionStaysOrNot_data();
    void theConnectionStaysOrNot();

    void eachLimitHoldsAtNAndNotAtNPlusOne_data();
    void eachLimitHoldsAtNAndNotAtNPlusOne();
    void onlyListedHostsAreAnswered_data();
    void onlyListedHostsAreAnswered();
    void aRefusalSaysWhyWithoutRepeatingTheRequest();
    void theHeadCheckAloneAgreesWithTheParser();

private:
    static void corpusRows();
};

void TestHttpParser::corpusRows()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArrayList>("expected");
    int number = 0;
    for (const CorpusEntry &entry : requestCorpus())
        QTest::addRow("%d %s", ++number, entry.name) << entry.bytes << entry.expected;
}

void TestHttpParser::theCorpusIsReadAsExpected()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArrayList, expected);
    QCOMPARE(parserLog({bytes}), expected);
}

void TestHttpParser::oneByteAtATimeMakesNoDifference()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArrayList, expected);
    QByteArrayList pieces;
    for (const char byte : bytes)
        pieces += QByteArray(1, byte);
    QCOMPARE(parserLog(pieces), expected);
}

void TestHttpParser::aCutAnywhereMakesNoDifference()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArrayList, expected);
    for (qsizetype cut = 1; cut < bytes.size(); ++cut)
        QCOMPARE(parserLog({bytes.first(cut), bytes.sliced(cut)}), expected);
}

void TestHttpParser::randomPiecesMakeNoDifference()
{
    QRandomGenerator random(20261123);
    for (const CorpusEntry &entry : requestCorpus()) {
        QByteArrayList pieces;
        for (qsizetype at = 0; at < entry.bytes.size();) {
            const qsizetype n = 1 + random.bounded(16);
            pieces += entry.bytes.mid(at, n);
            at += n;
        }
        QCOMPARE(parserLog(pieces), entry.expected);
    }
}

void TestHttpParser::aRequestIsKeptByteForByte()
{
    const QByteArray head = "POST /a?b=%20 HTTP/1.1\r\nhOsT:localhost\r\nX-A:  1\t \r\nx-a: 2\r\n"
                            "Content-Length: 4\r\n\r\n";
    http::Limits limits;
    http::HttpParser parser(limits);
    http::HttpParser::Step step = parser.feed(head);
    QVERIFY(parser.isHeadComplete());
    step = parser.feed(QByteArrayView("\0\r\n\xff", 4));
    const auto &request = std::get<http::HttpParser::Complete>(step.outcome).request;
    QCOMPARE(request.rawHead, head);
    QCOMPARE(request.body, QByteArray("\0\r\n\xff", 4));
    const http::Headers expected{
        {"hOsT", "localhost"}, {"X-A", "1"}, {"x-a", "2"}, {"Content-Length", "4"}};
    QCOMPARE(request.headers, expected);
    QCOMPARE(*http::findHeader(request.headers, "X-a"), "1");
    QVERIFY(!http::findHeader(request.headers, "X-B"));
}

void TestHttpParser::pathAndQueryComeFromTheTarget_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("query");
    QTest::newRow("a path") << QByteArray("/a/b") << QByteArray("/a/b") << QByteArray();
    QTest::newRow("a path and a query")
        << QByteArray("/a?b=c?d") << QByteArray("/a") << QByteArray("b=c?d");
    QTest::newRow("absolute-form")
        << QByteArray("HTTP://host:1/a?b") << QByteArray("/a") << QByteArray("b");
    QTest::newRow("absolute-form without a path")
        << QByteArray("http://host") << QByteArray("/") << QByteArray();
    QTest::newRow("absolute-form with a query alone")
        << QByteArray("http://host?q") << QByteArray("/") << QByteArray("q");
    QTest::newRow("a star") << QByteArray("*") << QByteArray("*") << QByteArray();
}

void TestHttpParser::pathAndQueryComeFromTheTarget()
{
    QFETCH(QByteArray, target);
    http::Request request;
    request.target = target;
    QTEST(request.path(), "path");
    QTEST(request.query(), "query");
}

void TestHttpParser::theConnectionStaysOrNot_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<bool>("keepsAlive");
    QTest::newRow("HTTP/1.1 stays") << withFields("") << true;
    QTest::newRow("close") << withFields("Connection: close\r\n") << false;
    QTest::newRow("close in a list, in capitals")
        << withFields("Connection: te, CLOSE\r\n") << false;
    QTest::newRow("close wins") << withFields("Connection: close\r\nConnection: keep-alive\r\n")
                                << false;
    QTest::newRow("HTTP/1.0 closes") << QByteArray("GET / HTTP/1.0\r\n\r\n") << false;
    QTest::newRow("HTTP/1.0 stays when asked")
        << QByteArray("GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n") << true;
}

void TestHttpParser::theConnectionStaysOrNot()
{
    QFETCH(QByteArray, request);
    http::Limits limits;
    http::HttpParser parser(limits);
    const http::HttpParser::Step step = parser.feed(request);
    QTEST(std::get<http::HttpParser::Complete>(step.outcome).keepsAlive, "keepsAlive");
}

void TestHttpParser::eachLimitHoldsAtNAndNotAtNPlusOne_data()
{
    QTest::addColumn<QByteArray>("good");
    QTest::addColumn<QByteArray>("bad");
    QTest::addColumn<QByteArray>("status");
    const auto line = [](int bytes) {
        return withRequestLine("GET /" + QByteArray(bytes - 14, 'a') + " HTTP/1.1");
    };
    QTest::newRow("request line, 8 KiB") << line(8192) << line(8193) << QByteArray("414");
    const auto head = [](int bytes) {
        const QByteArray begin = "GET / HTTP/1.1\r\nHost: localhost\r\nX: ";
        return begin + QByteArray(bytes - begin.size() - 4, 'a') + "\r\n\r\n";
    };
    QTest::newRow("head, 16 KiB") << head(16384) << head(16385) << QByteArray("431");
    const auto fields = [](int count) {
        QByteArray result = "GET / HTTP/1.1\r\nHost: localhost\r\n";
        for (int i = 1; i < count; ++i)
            result += "X: " + QByteArray::number(i) + "\r\n";
        return result + "\r\n";
    };
    QTest::newRow("100 fields") << fields(100) << fields(101) << QByteArray("431");
    const auto body = [](int bytes) {
        return withFields("Content-Length: " + QByteArray::number(bytes) + "\r\n",
                          QByteArray(bytes, 'b'));
    };
    QTest::newRow("body, 4 MiB, declared") << body(4194304) << body(4194305) << QByteArray("413");
    const auto chunks = [](int bytes) {
        return withFields("Transfer-Encoding: chunked\r\n",
                          QByteArray::number(bytes - 1, 16) + "\r\n" + QByteArray(bytes - 1, 'b') +
                              "\r\n1\r\nb\r\n0\r\n\r\n");
    };
    QTest::newRow("body, 4 MiB, chunked")
        << chunks(4194304) << chunks(4194305) << QByteArray("413");
    const auto extension = [](int bytes) {
        return withFields("Transfer-Encoding: chunked\r\n",
                          "1;" + QByteArray(bytes, 'e') + "\r\nb\r\n0\r\n\r\n");
    };
    QTest::newRow("chunk extension, 8 KiB")
        << extension(8192) << extension(8193) << QByteArray("400");
    const auto trailer = [](int bytes) {
        return withFields("Transfer-Encoding: chunked\r\n",
                          "1\r\nb\r\n0\r\nT: " + QByteArray(bytes - 1, 't') + "\r\n\r\n");
    };
    QTest::newRow("trailers, 8 KiB") << trailer(8192) << trailer(8193) << QByteArray("400");
}

void TestHttpParser::eachLimitHoldsAtNAndNotAtNPlusOne()
{
    QFETCH(QByteArray, good);
    QFETCH(QByteArray, bad);
    QFETCH(QByteArray, status);
    const QByteArrayList accepted = parserLog({good});
    QCOMPARE(accepted.size(), 1);
    QVERIFY2(accepted.first().contains(" /"), accepted.first().left(100).constData());
    QCOMPARE(parserLog({bad}), QByteArrayList{status});
    // In small pieces, since a limit is where a cut could matter most.
    for (const QByteArray *bytes : {&good, &bad}) {
        QByteArrayList pieces;
        for (qsizetype at = 0; at < bytes->size(); at += 1000)
            pieces += bytes->mid(at, 1000);
        QCOMPARE(parserLog(pieces), parserLog({*bytes}));
    }
}

void TestHttpParser::onlyListedHostsAreAnswered_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QByteArray>("outcome");
    QTest::newRow("listed") << QByteArray("localhost") << QByteArray("GET / ");
    QTest::newRow("listed, with a port, in capitals")
        << QByteArray("LOCALHOST:80") << QByteArray("GET / ");
    QTest::newRow("listed IPv6") << QByteArray("[::1]:80") << QByteArray("GET / ");
    QTest::newRow("not listed") << QByteArray("evil.example") << QByteArray("421");
    QTest::newRow("begins like a listed one")
        << QByteArray("localhost.evil.example") << QByteArray("421");
    QTest::newRow("malformed is 400") << QByteArray("local host") << QByteArray("400");
}

void TestHttpParser::onlyListedHostsAreAnswered()
{
    QFETCH(QByteArray, host);
    QFETCH(QByteArray, outcome);
    http::Limits limits;
    limits.hosts = {"localhost", "[::1]"};
    QCOMPARE(parserLog({"GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n"}, limits),
             QByteArrayList{outcome});
}

void TestHttpParser::aRefusalSaysWhyWithoutRepeatingTheRequest()
{
    for (const CorpusEntry &entry : refusedCorpus()) {
        http::Limits limits;
        http::HttpParser parser(limits);
        QByteArrayView rest(entry.bytes);
        std::optional<http::Refusal> refusal;
        while (!rest.isEmpty() && !refusal) {
            http::HttpParser::Step step = parser.feed(rest);
            rest = rest.sliced(step.consumed);
            if (auto *found = std::get_if<http::Refusal>(&step.outcome))
                refusal = *found;
        }
        QVERIFY2(refusal, entry.name);
        QVERIFY2(refusal->reason.endsWith('.') && !refusal->reason.contains("hidden"), entry.name);
    }
}

void TestHttpParser::theHeadCheckAloneAgreesWithTheParser()
{
    const http::Limits limits;
    for (const CorpusEntry &entry : requestCorpus()) {
        const qsizetype end = entry.bytes.indexOf("\r\n\r\n", 2);
        if (end < 0)
            continue;
        const auto head = http::checkHead(entry.bytes.first(end + 4), limits);
        if (entry.expected.size() > 1 || !head)
            continue;
        // A head that passes alone must not be what the parser refuses it for; bodies may still be.
        QVERIFY2(entry.expected.first() == "..." || entry.expected.first().contains(' ') ||
                     entry.bytes.contains("ransfer-Encoding: chunked"),
                 entry.name);
    }
}

QTEST_APPLESS_MAIN(TestHttpParser)
#include "tst_httpparser.moc"
