// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/http/httpfixture.h"
#include "tests/support/rawpeer.h"

#include <QRegularExpression>
#include <QTest>

using namespace otpscope;
using testsupport::RawPeer;
using namespace otpscope::httptest;

class TestHttpServer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void aRequestIsAnsweredOnAFreePort();
    void aConnectionServesRequestAfterRequest();
    void aHundredRequestsInOneWriteAreAnsweredInOrder();
};

void TestHttpServer::aRequestIsAnsweredOnAFreePort()
{
    Fixture f;
    QVERIFY(f.result.isListening);
    QCOMPARE(f.result.address, QHostAddress(QHostAddress::LocalHost));
    QVERIFY(f.port() != 0);

    RawPeer peer(f.port());
    QVERIFY(peer.write(post("/a?b=c", "hello")));
    QCOMPARE(peer.readAnswers(1),
             "HTTP/1.1 200 OK\r\nDate: Mon, 23 Nov 2026 10:00:00 GMT\r\nContent-Length: 17\r\n\r\n"
             "POST /a?b=c hello");
    QCOMPARE(f.handler.requests().size(), 1U);
    QCOMPARE(f.handler.requests().front().peerAddress, QHostAddress(QHostAddress::LocalHost));
    QVERIFY(f.handler.requests().front().peerPort != 0);
}

void TestHttpServer::aConnectionServesRequestAfterRequest()
{
    Fixture f;
    RawPeer peer(f.port());
    for (int i = 0; i < 5; ++i) {
        QVERIFY(peer.write(post("/", QByteArray::number(i))));
        QCOMPARE(bodyOf(peer.readAnswers(1)), "POST / " + QByteArray::number(i));
    }
    QCOMPARE(f.server.connectionCount(), 1);
}

void TestHttpServer::aHundredRequestsInOneWriteAreAnsweredInOrder()
{
    Fixture f;
    RawPeer peer(f.port());
    QByteArray all;
    QByteArrayList expected;
    for (int i = 0; i < 100; ++i) {
        all += post("/" + QByteArray::number(i), QByteArray(i, 'x'));
        expected += "POST /" + QByteArray::number(i) + ' ' + QByteArray(i, 'x');
    }
    QVERIFY(peer.write(all));
    QCOMPARE(bodiesOf(peer.readAnswers(100)), expected);
}

QTEST_GUILESS_MAIN(TestHttpServer)
#include "tst_httpserver.moc"
