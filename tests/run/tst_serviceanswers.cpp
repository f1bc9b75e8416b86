// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/resources.h"
#include "app/run/runsession.h"
#include "models/text/sentences.h"
#include "tests/support/fakeclock.h"
#include "tests/support/scriptedserver.h"

#include <QRegularExpression>
#include <QTest>

#include <map>
#include <memory>

using namespace otpscope;
using models::RunId;
using run::RunEnd;
using run::RunSession;
using testsupport::FakeClock;
using testsupport::ScriptedAnswer;
using testsupport::ScriptedServer;

Q_DECLARE_METATYPE(otpscope::testsupport::ScriptedAnswer)

namespace {

constexpr qint64 sixteenMegabytes = 16 * 1024 * 1024;

const QByteArray accepted =
    R"({"flowId":"f-1","status":"InProgress","type":"Viber","flow":[{"type":"ViberOtp","order":1,)"
    R"("trackingId":"viber-1"},{"type":"Sms","order":2}],"createdAt":"2026-11-23T10:00:00Z"})";
const QByteArray seenState =
    R"({"flowId":"f-1","status":"Succeeded","statusCode":null,"steps":[{"trackingId":"viber-1",)"
    R"("role":"primary","status":"SEEN","channel":"viber","created_at":"2026-11-23T10:00:00Z"}]})";
const QByteArray loginPage =
    "<!DOCTYPE html>\n<html><head><title>Hotel Wi-Fi: room and name, please</title></head>"
    "<body onload=\"x()\"><form>Room</form></body></html>";
const QByteArray badGateway = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n"
                              "<center><h1>502 Bad Gateway</h1></center></body></html>";

ScriptedAnswer answer(int status, const QByteArray &body,
                      const QByteArray &mediaType = "application/json")
{
    return {"HTTP/1.1 " + QByteArray::number(status) + " Scripted\r\nContent-Type: " + mediaType +
            "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body};
}

/// One run against a fake that gives a token, `toSend` for the send, and for polls `toPoll` until
/// the run has heard it, then the end of the flow.
class Story
{
public:
    Story(const ScriptedAnswer &toSend, const ScriptedAnswer &toPoll,
          const models::Catalogue &catalogue, const models::Clock &clock)
        : m_server([this, toSend, toPoll](const QByteArray &request) {
            if (request.startsWith("POST /oauth/token "))
                return answer(200, R"({"access_token":"t","expires_in":3600})");
            if (request.startsWith("POST "))
                return toSend;
            return state().counts.poll > 0 ? answer(200, seenState) : toPoll;
        })
        , m_store(store::ObservationStore::open(QStringLiteral(":memory:")).value())
        , m_session(request(), catalogue, m_store, nullptr, clock)
    {
        QObject::connect(&m_session, &RunSession::ended, &m_session,
                         [this](RunEnd end) { m_end = end; });
        m_session.start();
    }

    [[nodiscard]] const std::optional<RunEnd> &end() const { return m_end; }
    [[nodiscard]] const models::RunState &state() const { return m_session.machine().state(); }
    [[nodiscard]] qsizetype sends() const
    {
        return m_server.bytesSeen().count("POST /failover-otp/");
    }
    [[nodiscard]] qsizetype polls() const { return m_server.count("GET "); }

    /// "/flow/0/ttl: The service refused ...", a line each.
    [[nodiscard]] QString findings() const
    {
        QStringList lines;
        for (const models::Finding &finding : m_session.machine().findings()) {
            const QString place =
                finding.pointer.isEmpty() ? QString() : finding.pointer + QStringLiteral(": ");
            lines.append(place + models::sentenceFor(finding));
        }
        return lines.join(u'\n');
    }

private:
    [[nodiscard]] run::RunRequest request() const
    {
        run::RunRequest result;
        result.id = RunId(QStringLiteral("run-1"));
        // "basic": Viber with a ttl of 300 s, then SMS.
        result.flowText = platform::builtInExamples().at(0).text;
        result.endpoint = {m_server.address(QStringLiteral("/failover-otp")),
                           m_server.address(QStringLiteral("/oauth/token")), QStringLiteral("demo"),
                           QStringLiteral("demo")};
        return result;
    }

    ScriptedServer m_server;
    std::shared_ptr<store::ObservationStore> m_store;
    RunSession m_session;
    std::optional<RunEnd> m_end;
};

} // namespace

/// What the service may answer, word for word, and the sentence and place it becomes. The shapes
/// are those of routee-api section 7, and what proxies and broken servers say in its stead.
class TestServiceAnswers final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void anAnswerToASend_data();
    void anAnswerToASend();
    void anAnswerToAPoll_data();
    void anAnswerToAPoll();
    void acceptedIsNotDelivered();
    void cleanupTestCase() { m_polled.clear(); }

private:
    static std::map<QByteArray, ScriptedAnswer> pollAnswers();

    FakeClock m_clock;
    const models::Catalogue m_catalogue = platform::builtInCatalogue();
    /// All begun at once: after an error a poll waits for a second.
    std::map<QByteArray, std::unique_ptr<Story>> m_polled;
};

void TestServiceAnswers::initTestCase()
{
    for (const auto &[name, toPoll] : pollAnswers())
        m_polled[name] =
            std::make_unique<Story>(answer(200, accepted), toPoll, m_catalogue, m_clock);
}

void TestServiceAnswers::anAnswerToASend_data()
{
    using models::Conclusion;
    QTest::addColumn<ScriptedAnswer>("toSend");
    QTest::addColumn<Conclusion>("conclusion");
    QTest::addColumn<QString>("findings");
    const auto refused = [](const char *name, int status, const QByteArray &body,
                            const char *findings) {
        QTest::newRow(name) << answer(status, body) << Conclusion::SendFailed
                            << QString::fromUtf8(findings);
    };
    const auto unknown = [](const char *name, const ScriptedAnswer &toSend, const char *findings) {
        QTest::newRow(name) << toSend << Conclusion::SendOutcomeUnknown
                            << QString::fromUtf8(findings);
    };

    // FastAPI, which the service seems to be.
    refused("422: a list with one place", 422,
            R"({"detail":[{"type":"greater_than_equal","loc":["body","flow",0,"ttl"],)"
            R"("msg":"Input should be greater than or equal to 0","input":-1}]})",
            "/flow/0/ttl: The service refused the request with HTTP 422: Input should be greater "
            "than or equal to 0. Nothing was sent.");
    refused("422: what is missing has a place too", 422,
            R"({"detail":[{"type":"missing","loc":["body","flow",0,"businessName"],)"
            R"("msg":"Field required","input":{}}]})",
            "/flow/0/businessName: The service refused the request with HTTP 422: Field "
            "required. Nothing was sent.");
    refused("422: the variant of a union is no place", 422,
            R"({"detail":[{"type":"string_too_short","loc":["body","flow",0,"ViberOtp","pin"],)"
            R"("msg":"String should have at least 4 characters","input":"12"}]})",
            "/flow/0/pin: The service refused the request with HTTP 422: String should have at "
            "least 4 characters. Nothing was sent.");
    refused("422: several places, and two complaints about one", 422,
            R"({"detail":[{"loc":["body","flow",0,"to"],"msg":"Not a number"},)"
            R"({"loc":["body","flow",1,"message","body"],"msg":"Too long"},)"
            R"({"loc":["body","flow",0,"to"],"msg":"Too short"}]})",
            "/flow/0/to: The service refused the request with HTTP 422: Not a number; Too short. "
            "Nothing was sent.\n/flow/1/message/body: The service refused the request with HTTP "
            "422: Too long. Nothing was sent.");
    refused("422: a field of the document", 422,
            R"({"detail":[{"loc":["body","callback","url"],"msg":"Invalid URL"}]})",
            "/callback/url: The service refused the request with HTTP 422: Invalid URL. Nothing "
            "was sent.");
    refused("422: a place outside the document", 422,
            R"({"detail":[{"loc":["query","limit"],"msg":"Not a number"}]})",
            "The service refused the request with HTTP 422: Not a number. Nothing was sent.");
    refused("422: the offset of a mistake in the JSON is no place", 422,
            R"({"detail":[{"type":"json_invalid","loc":["body",37],"msg":"JSON decode error"}]})",
            "The service refused the request with HTTP 422: JSON decode error. Nothing was sent.");
    refused("422: a list whose entries are texts", 422, R"({"detail":["Too many steps","No pin"]})",
            "The service refused the request with HTTP 422: Too many steps; No pin. Nothing was "
            "sent.");
    refused("422: detail as text", 422, R"({"detail":"Unknown template"})",
            "The service refused the request with HTTP 422: Unknown template. Nothing was sent.");
    refused("422: an empty list", 422, R"({"detail":[]})",
            "The service refused the request with HTTP 422 and gave no reason. Nothing was sent.");
    refused("422: what the service quotes is masked", 422,
            R"({"detail":[{"loc":["body","flow",0,"pin"],"msg":"123456 is no pin",)"
            R"("input":"123456"}]})",
            "/flow/0/pin: The service refused the request with HTTP 422: **** is no pin. Nothing "
            "was sent.");
    refused("401, with the new token too", 401, R"({"detail":"Could not validate credentials"})",
            "The service refused the token, and a new one too, with HTTP 401. Nothing was sent. "
            "Check whether the application may use this service, and from this machine's "
            "address. (Could not validate credentials)");
    refused("403, with the new token too", 403, R"({"detail":"Not authenticated"})",
            "The service refused the token, and a new one too, with HTTP 403. Nothing was sent. "
            "Check whether the application may use this service, and from this machine's "
            "address. (Not authenticated)");
    refused("401 without a word", 401, "",
            "The service refused the token, and a new one too, with HTTP 401. Nothing was sent. "
            "Check whether the application may use this service, and from this machine's address.");
    refused("404: not the service's path", 404, R"({"detail":"Not Found"})",
            "The service refused the request with HTTP 404: Not Found. Nothing was sent.");
    refused("405", 405, R"({"detail":"Method Not Allowed"})",
            "The service refused the request with HTTP 405: Method Not Allowed. Nothing was sent.");
    refused("detail as an object", 400,
            R"({"detail":{"code":"flow_invalid","message":"Two steps have order 1"}})",
            "The service refused the request with HTTP 400: Two steps have order 1. Nothing was "
            "sent.");

    // Routee's neighbouring services, Spring and OAuth.
    refused("400: developerMessage with entity and properties", 400,
            R"({"code":"400000000","developerMessage":"validation error","entity":"SmsTracking",)"
            R"("properties":{"to":"invalid number"}})",
            "/flow/0/to: The service refused the request with HTTP 400: to: invalid number. "
            "Nothing was sent.\n/flow/1/to: The service refused the request with HTTP 400: to: "
            "invalid number. Nothing was sent.");
    refused("400: a property that one step has", 400,
            R"({"code":"400000000","developerMessage":"validation error",)"
            R"("properties":{"pin":"too short"}})",
            "/flow/0/pin: The service refused the request with HTTP 400: pin: too short. Nothing "
            "was sent.");
    refused("400: a property with its path", 400,
            R"({"developerMessage":"validation error","properties":{"flow[1].from":"too long"}})",
            "/flow/1/from: The service refused the request with HTTP 400: flow[1].from: too "
            "long. Nothing was sent.");
    refused("400: a property nobody knows", 400,
            R"({"developerMessage":"validation error","properties":{"campaign":"missing"}})",
            "The service refused the request with HTTP 400: campaign: missing. Nothing was sent.");
    refused("400: a code of nine digits", 400,
            R"({"code":"400001009","developerMessage":"Insufficient Balance"})",
            "The service refused the request with HTTP 400: Insufficient Balance. Nothing was "
            "sent.");
    refused("403: OAuth", 403,
            R"({"error":"insufficient_scope","error_description":"Scope otp is missing"})",
            "The service refused the token, and a new one too, with HTTP 403. Nothing was sent. "
            "Check whether the application may use this service, and from this machine's "
            "address. (Scope otp is missing)");
    refused("400: OAuth, the word alone", 400, R"({"error":"invalid_request"})",
            "The service refused the request with HTTP 400: invalid_request. Nothing was sent.");
    refused("400: an error that is an object", 400, R"({"error":{"code":17,"message":"Bad flow"}})",
            "The service refused the request with HTTP 400: Bad flow. Nothing was sent.");
    refused("409: Spring", 409,
            R"({"timestamp":"2026-11-23T10:00:00Z","status":409,"error":"Conflict",)"
            R"("message":"Order is taken","path":"/failover-otp/otp/send-failover"})",
            "The service refused the request with HTTP 409: Conflict: Order is taken. Nothing "
            "was sent.");
    refused("400: message alone", 400, R"({"status":400,"message":"Bad body"})",
            "The service refused the request with HTTP 400: Bad body. Nothing was sent.");
    refused("429", 429, R"({"detail":"Too many requests"})",
            "The service refused the request with HTTP 429: Too many requests. Nothing was sent.");
    refused("400: JSON of no known shape", 400, R"({"reason":"because"})",
            "The service refused the request with HTTP 400: {\"reason\":\"because\"}. Nothing "
            "was sent.");
    refused("400: plain text", 400, "no\n  flow",
            "The service refused the request with HTTP 400: no flow. Nothing was sent.");
    refused("400: JSON nested without end", 400, QByteArray(100'000, '['),
            "The service refused the request with HTTP 400: "
            "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
            "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
            "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
            "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[. "
            "Nothing was sent.");

    // Status Failed with HTTP 200: the service's word.
    const std::map<const char *, const char *> codes{
        {"0", " statusCode 0 means: Server error."},
        {"1", " statusCode 1 means: Insufficient balance."},
        {"2", " statusCode 2 means: No next step."},
        {"3", " statusCode 3 means: Failover not triggered."},
        {"\"1\"", " statusCode 1 means: Insufficient balance."},
        {"null", ""},
        {"77", " What statusCode 77 means is in no document."},
    };
    for (const auto &[code, meaning] : codes) {
        QTest::addRow("200, Failed, statusCode %s", code)
            << answer(200, QByteArray(R"({"flowId":null,"status":"Failed","type":null,"flow":[],)"
                                      R"("error":"no channel accepted","statusCode":)") +
                               code + "}")
            << Conclusion::SendFailed
            << QStringLiteral("The service answered with status Failed: it could not send on any "
                              "channel. It says: no channel accepted.%1")
                   .arg(QLatin1String(meaning));
    }

    QTest::newRow("a redirect is never followed")
        << ScriptedAnswer{"HTTP/1.1 307 Elsewhere\r\nLocation: http://127.0.0.1:9/\r\n"
                          "Content-Length: 0\r\n\r\n"}
        << Conclusion::SendFailed
        << QStringLiteral(
               "The service points to another address, which is never followed, so nothing was "
               "sent. Put the right address into the environment. (HTTP 307)");

    // Sent or not: unknown.
    unknown("500 without a word", answer(500, ""),
            "An answer came, but it says nothing about the flow. Whether the flow was sent is "
            "unknown; look at the phone before you send again. (HTTP 500)");
    unknown("500, FastAPI", answer(500, "Internal Server Error", "text/plain"),
            "An answer came, but it says nothing about the flow. Whether the flow was sent is "
            "unknown; look at the phone before you send again. (HTTP 500: Internal Server Error)");
    unknown("502: a proxy's page", answer(502, badGateway, "text/html"),
            "An answer came, but it says nothing about the flow. Whether the flow was sent is "
            "unknown; look at the phone before you send again. (HTTP 502: 502 Bad Gateway)");
    unknown("503 as JSON", answer(503, R"({"detail":"Down for an hour"})"),
            "An answer came, but it says nothing about the flow. Whether the flow was sent is "
            "unknown; look at the phone before you send again. (HTTP 503: Down for an hour)");
    unknown("504: a page without a title",
            answer(504, "<html><style>p{}</style><body><p>Gateway<br>timeout</p>", "text/html"),
            "An answer came, but it says nothing about the flow. Whether the flow was sent is "
            "unknown; look at the phone before you send again. (HTTP 504: Gateway timeout)");
    unknown("200: an empty body", answer(200, ""),
            "Answers that could not be understood so far: 1. They were stored as they are; the "
            "inspector shows them.\nAn answer came, but it says nothing about the flow. Whether "
            "the flow was sent is unknown; look at the phone before you send again. (HTTP 200)");
    unknown("204", ScriptedAnswer{"HTTP/1.1 204 No Content\r\n\r\n"},
            "Answers that could not be understood so far: 1. They were stored as they are; the "
            "inspector shows them.\nAn answer came, but it says nothing about the flow. Whether "
            "the flow was sent is unknown; look at the phone before you send again. (HTTP 204)");
    unknown("200: a login page", answer(200, loginPage, "text/html; charset=utf-8"),
            "Answers that could not be understood so far: 1. They were stored as they are; the "
            "inspector shows them. The last one is no JSON (text/html: Hotel Wi-Fi: room and "
            "name, please): a proxy or a login page may answer in place of the service.\nAn "
            "answer came, but it says nothing about the flow. Whether the flow was sent is "
            "unknown; look at the phone before you send again. (HTTP 200: Hotel Wi-Fi: room and "
            "name, please)");
    unknown("200: cut JSON", answer(200, accepted.left(40)),
            "Answers that could not be understood so far: 1. They were stored as they are; the "
            "inspector shows them.\nAn answer came, but it says nothing about the flow. Whether "
            "the flow was sent is unknown; look at the phone before you send again. (HTTP 200: "
            "{\"flowId\":\"f-1\",\"status\":\"InProgress\",\"t)");
    unknown("200: an empty object", answer(200, "{}"),
            "Answers that could not be understood so far: 1. They were stored as they are; the "
            "inspector shows them.\nAn answer came, but it says nothing about the flow. Whether "
            "the flow was sent is unknown; look at the phone before you send again. (HTTP 200: "
            "{})");
    unknown("200: a list", answer(200, "[1]"),
            "Answers that could not be understood so far: 1. They were stored as they are; the "
            "inspector shows them.\nAn answer came, but it says nothing about the flow. Whether "
            "the flow was sent is unknown; look at the phone before you send again. (HTTP 200: "
            "[1])");
    unknown("200: the connection breaks in the body",
            ScriptedAnswer{"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n" + accepted, true},
            "The answer was cut short. Whether the flow was sent is unknown; look at the phone "
            "before you send again. (Connection closed)");
    unknown("the connection breaks before the answer", ScriptedAnswer::hangUp(),
            "No answer came. Whether the flow was sent is unknown; look at the phone before you "
            "send again. (The connection was closed before an answer came)");
    unknown("an answer of more than 16 MB, as it says",
            ScriptedAnswer{"HTTP/1.1 200 OK\r\nContent-Length: 16777217\r\n\r\n", false, {}, 1},
            "The answer was too large to be read. Whether the flow was sent is unknown; look at "
            "the phone before you send again. (The answer is larger than 16777216 bytes)");
    unknown("an answer of more than 16 MB",
            ScriptedAnswer{"HTTP/1.1 200 OK\r\n\r\n", true, {}, sixteenMegabytes + 1},
            "The answer was too large to be read. Whether the flow was sent is unknown; look at "
            "the phone before you send again. (The answer is larger than 16777216 bytes)");
}

void TestServiceAnswers::anAnswerToASend()
{
    QFETCH(ScriptedAnswer, toSend);
    QFETCH(models::Conclusion, conclusion);
    QFETCH(QString, findings);
    const bool isTokenRefused =
        toSend.bytes.startsWith("HTTP/1.1 401 ") || toSend.bytes.startsWith("HTTP/1.1 403 ");
    const Story story(toSend, {}, m_catalogue, m_clock);
    QVERIFY(QTest::qWaitFor([&story] { return story.end().has_value(); }));
    QCOMPARE(story.state().conclusion, conclusion);
    QCOMPARE(story.findings(), findings);
    // Repeated once where the answer proves that nothing was accepted, and never else.
    QCOMPARE(story.sends(), isTokenRefused ? 2 : 1);
    QCOMPARE(story.polls(), 0);
}

std::map<QByteArray, ScriptedAnswer> TestServiceAnswers::pollAnswers()
{
    return {
        {"401, with the new token too", answer(401, R"({"detail":"Expired"})")},
        {"404: not known yet", answer(404, R"({"detail":"Flow not found"})")},
        {"422", answer(422, R"({"detail":[{"loc":["path","id"],"msg":"Not a UUID"}]})")},
        {"429 with Retry-After",
         ScriptedAnswer::json(R"({"detail":"Slow down"})", 429, "Retry-After: 1\r\n")},
        {"500 without a word", answer(500, "")},
        {"502: a proxy's page", answer(502, badGateway, "text/html")},
        {"a redirect", ScriptedAnswer::json("", 302, "Location: http://127.0.0.1:9/\r\n")},
        {"a login page", answer(200, loginPage, "text/html")},
        {"an empty body", answer(200, "")},
        {"cut JSON", answer(200, seenState.left(40))},
        {"a list", answer(200, "[]")},
        {"a state that calls itself HTML", answer(200, seenState, "text/html; charset=utf-8")},
        {"a state without a media type",
         ScriptedAnswer{"HTTP/1.1 200 OK\r\nContent-Length: " +
                        QByteArray::number(seenState.size()) + "\r\n\r\n" + seenState}},
        {"the connection breaks", ScriptedAnswer::hangUp()},
        {"the connection breaks in the body",
         ScriptedAnswer{"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{", true}},
        {"more than 16 MB",
         ScriptedAnswer{"HTTP/1.1 200 OK\r\n\r\n", true, {}, sixteenMegabytes + 1}},
    };
}

void TestServiceAnswers::anAnswerToAPoll_data()
{
    QTest::addColumn<QString>("findings");
    const std::map<QByteArray, const char *> expected{
        {"401, with the new token too",
         "Polls without a state so far: 1. The last one was answered with HTTP 401. (Expired)"},
        {"404: not known yet",
         "Polls without a state so far: 1. The last one was answered with HTTP 404. (Flow not "
         "found)"},
        {"422",
         "Polls without a state so far: 1. The last one was answered with HTTP 422. (Not a UUID)"},
        {"429 with Retry-After",
         "Polls without a state so far: 1. The last one was answered with HTTP 429. (Slow down)"},
        {"500 without a word",
         "Polls without a state so far: 1. The last one was answered with HTTP 500."},
        {"502: a proxy's page",
         "Polls without a state so far: 1. The last one was answered with HTTP 502. (502 Bad "
         "Gateway)"},
        {"a redirect",
         "Polls without a state so far: 1. The last one: The service points to another address, "
         "which is never followed. (HTTP 302)"},
        {"a login page",
         "Answers that could not be understood so far: 1. They were stored as they are; the "
         "inspector shows them. The last one is no JSON (text/html: Hotel Wi-Fi: room and name, "
         "please): a proxy or a login page may answer in place of the service."},
        {"an empty body",
         "Answers that could not be understood so far: 1. They were stored as they are; the "
         "inspector shows them."},
        {"cut JSON",
         "Answers that could not be understood so far: 1. They were stored as they are; the "
         "inspector shows them."},
        {"a list",
         "Answers that could not be understood so far: 1. They were stored as they are; the "
         "inspector shows them."},
        {"a state that calls itself HTML",
         "Answers that call themselves text/html, not JSON, so far: 1. They were read as JSON "
         "all the same."},
        {"a state without a media type", ""},
        {"the connection breaks",
         "Polls without a state so far: 1. The last one: No answer came in time. (Connection "
         "closed)"},
        {"the connection breaks in the body",
         "Polls without a state so far: 1. The last one: The answer was cut short. (Connection "
         "closed)"},
        {"more than 16 MB",
         "Polls without a state so far: 1. The last one: The answer was too large to be read. "
         "(The answer is larger than 16777216 bytes)"},
    };
    for (const auto &[name, toPoll] : pollAnswers())
        QTest::newRow(name.constData()) << QString::fromUtf8(expected.at(name));
}

/// The run goes on after it, and says what it could not use.
void TestServiceAnswers::anAnswerToAPoll()
{
    QFETCH(QString, findings);
    const auto story = m_polled.extract(QByteArray(QTest::currentDataTag()));
    QVERIFY(!story.empty());
    QTRY_COMPARE(story.mapped()->end(), std::optional(RunEnd::Concluded));
    QCOMPARE(story.mapped()->state().conclusion, models::Conclusion::Seen);
    QCOMPARE(story.mapped()->findings(), findings);
    QCOMPARE(story.mapped()->sends(), 1);
}

void TestServiceAnswers::acceptedIsNotDelivered()
{
    const QByteArray single =
        R"({"flowId":"f-1","status":"Succeeded","type":"Viber","flow":[{"type":"ViberOtp",)"
        R"("order":1,"trackingId":"viber-1"}],"createdAt":"2026-11-23T10:00:00Z"})";
    const Story story(answer(200, single), ScriptedAnswer::silence(), m_catalogue, m_clock);
    QTRY_COMPARE(story.polls(), 1);
    QVERIFY(!story.end());
    QVERIFY(!story.state().isConcluded());
    QVERIFY(story.state().isStatusFromSend);
    QCOMPARE(models::headlineFor(story.state()), QStringLiteral("Viber is on its way."));
}

QTEST_GUILESS_MAIN(TestServiceAnswers)
#include "tst_serviceanswers.moc"
