// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/singleshotupload.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <memory>

using namespace otpscope;

namespace {

/// Reads requests off raw sockets, counts them, and answers or closes as told.
class ScriptedPeer final : public QObject
{
    Q_OBJECT

public:
    enum class Deed {
        Answer,
        CloseWithoutAnswer,
        Redirect,
    };

    explicit ScriptedPeer(QList<Deed> deeds)
        : m_deeds(std::move(deeds))
    {
        m_server.listen(QHostAddress::LocalHost);
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *socket = m_server.nextPendingConnection()) {
                connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
            }
        });
    }

    QUrl url() const
    {
        return QUrl(QStringLiteral("http://127.0.0.1:%1/hook").arg(m_server.serverPort()));
    }
    int posts() const { return m_posts; }
    QByteArray received() const { return m_received; }

private:
    void read(QTcpSocket *socket)
    {
        const QByteArray bytes = socket->readAll();
        m_received += bytes;
        m_buffer += bytes;
        const qsizetype end = m_buffer.indexOf("\r\n\r\n");
        if (end < 0 || !m_buffer.endsWith("the body"))
            return;
        m_posts += static_cast<int>(m_buffer.count("POST "));
        m_buffer.clear();
        perform(socket, m_deeds.isEmpty() ? Deed::Answer : m_deeds.takeFirst());
    }

    void perform(QTcpSocket *socket, Deed deed)
    {
        switch (deed) {
        case Deed::Answer:
            socket->write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
            return;
        case Deed::CloseWithoutAnswer:
            socket->disconnectFromHost();
            return;
        case Deed::Redirect:
            socket->write("HTTP/1.1 307 Temporary Redirect\r\nLocation: /elsewhere\r\n"
                          "Content-Length: 0\r\n\r\n");
            return;
        }
    }

    QTcpServer m_server;
    QList<Deed> m_deeds;
    QByteArray m_buffer;
    QByteArray m_received;
    int m_posts = 0;
};

using Deed = ScriptedPeer::Deed;

std::unique_ptr<QNetworkReply> postAndWait(QNetworkAccessManager &manager, const QUrl &url)
{
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    std::unique_ptr<QNetworkReply> reply(http::postOnce(manager, request, "the body"));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    finished.wait(10'000);
    return reply;
}

} // namespace

class TestSingleShotUpload final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void theBodyIsReadOnceAndNotRewound();
    void anAnsweredPostArrivesWhole();
    void aPeerThatClosesWithoutAnAnswerSeesOnePost();
    void aPeerThatClosesAKeptConnectionSeesOnePost();
    void aRedirectIsNotFollowed();
};

void TestSingleShotUpload::theBodyIsReadOnceAndNotRewound()
{
    http::SingleShotUpload upload("the body");
    QVERIFY(upload.isSequential());
    QCOMPARE(upload.bytesAvailable(), 8);
    QCOMPARE(upload.read(3), "the");
    QVERIFY(!upload.reset());
    QVERIFY(!upload.seek(0));
    QCOMPARE(upload.readAll(), " body");
    QVERIFY(upload.atEnd());
    QVERIFY(!upload.reset());
    QCOMPARE(upload.readAll(), QByteArray());
}

void TestSingleShotUpload::anAnsweredPostArrivesWhole()
{
    ScriptedPeer peer({Deed::Answer});
    QNetworkAccessManager manager;
    const auto reply = postAndWait(manager, peer.url());
    QCOMPARE(reply->error(), QNetworkReply::NoError);
    QCOMPARE(reply->readAll(), "ok");
    QCOMPARE(peer.posts(), 1);
    QVERIFY(peer.received().contains("\r\nContent-Length: 8\r\n"));
    QVERIFY(!peer.received().contains("Transfer-Encoding"));
    QVERIFY(peer.received().endsWith("\r\n\r\nthe body"));
}

void TestSingleShotUpload::aPeerThatClosesWithoutAnAnswerSeesOnePost()
{
    ScriptedPeer peer({Deed::CloseWithoutAnswer});
    QNetworkAccessManager manager;
    const auto reply = postAndWait(manager, peer.url());
    QVERIFY(reply->isFinished());
    QCOMPARE(reply->error(), QNetworkReply::ContentReSendError);
    QCOMPARE(peer.posts(), 1);
}

void TestSingleShotUpload::aPeerThatClosesAKeptConnectionSeesOnePost()
{
    ScriptedPeer peer({Deed::Answer, Deed::CloseWithoutAnswer});
    QNetworkAccessManager manager;
    QCOMPARE(postAndWait(manager, peer.url())->error(), QNetworkReply::NoError);
    const auto reply = postAndWait(manager, peer.url());
    QVERIFY(reply->isFinished());
    QCOMPARE(reply->error(), QNetworkReply::ContentReSendError);
    // The answered one and the one that was not.
    QCOMPARE(peer.posts(), 2);
}

void TestSingleShotUpload::aRedirectIsNotFollowed()
{
    ScriptedPeer peer({Deed::Redirect});
    QNetworkAccessManager manager;
    const auto reply = postAndWait(manager, peer.url());
    QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 307);
    QCOMPARE(peer.posts(), 1);
}

QTEST_GUILESS_MAIN(TestSingleShotUpload)
#include "tst_singleshotupload.moc"
