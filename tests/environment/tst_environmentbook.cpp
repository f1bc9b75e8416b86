// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/environment/environmentbook.h"
#include "models/environment/sendguard.h"
#include "models/flow/flowdocument.h"

#include <QRegularExpression>
#include <QTest>

#include <functional>
#include <random>

using namespace otpscope::models;

namespace {

Environment environmentCalled(const QString &name)
{
    Environment environment;
    environment.id = EnvironmentId(name.toLower());
    environment.name = name;
    environment.service = QStringLiteral("https://otp.example/failover-otp");
    environment.token = QStringLiteral("https://auth.example/oauth/token");
    return environment;
}

QString namesOf(const EnvironmentBook &book)
{
    QStringList names;
    for (const Environment &environment : book.all()) {
        const bool isCurrent = environment.id == book.current().id;
        names.append(environment.name + QLatin1String(isCurrent ? "*" : ""));
    }
    return names.join(QStringLiteral(", "));
}

EnvironmentBook bookOf(const QStringList &names)
{
    EnvironmentBook book;
    for (const QString &name : names)
        book.put(environmentCalled(name));
    return book;
}

/// Every field different from its default.
Environment fullEnvironment()
{
    Environment full = environmentCalled(QStringLiteral("Full"));
    full.isReal = false;
    full.applicationId = QStringLiteral("app");
    full.scope = QStringLiteral("sms failover");
    full.defaults = {QStringLiteral("Brand"), QStringLiteral("t"),
                     QStringLiteral("https://c.example")};
    full.variables = {{QStringLiteral("a"), QStringLiteral("1")},
                      {QStringLiteral("b"), QStringLiteral("\"ü\"")}};
    full.webhookAddress = QStringLiteral("https://hook.example/x");
    full.receiverPort = 8443;
    full.tunnelCommand = QStringLiteral("ssh -R \"80:127.0.0.1:{port}\" host");
    full.access = {QStringLiteral("0.0.0.0"), QStringLiteral("/etc/hook.pem"),
                   QStringLiteral("/etc/hook.key"), {QStringLiteral("127.0.0.1")},
                   {QStringLiteral("192.0.2.0/24"), QStringLiteral("2001:db8::/32")}};
    full.limits = {std::chrono::seconds{1}, std::chrono::seconds{2}, std::chrono::seconds{3}};
    full.proxy = {ProxyChoice::Kind::Socks5, QStringLiteral("proxy.example"), 1080};
    full.authoritiesFile = QStringLiteral("/etc/ca.pem");
    full.sending = {true, {QStringLiteral("+306971234567")}, 7};
    return full;
}

Flow flowTo(const QStringList &numbers)
{
    Flow flow;
    for (const QString &number : numbers) {
        Step step;
        step.to = Recipients{{number}, false};
        flow.steps.push_back(step);
    }
    return flow;
}

} // namespace

class TestEnvironmentBook final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void theSimulatorIsAlwaysThere();
    void oneComesInAndGoes();
    void theOrderIsThePersons();
    void namesAreFoundWithoutRegardToCase();
    void whatIsWrittenIsRead();
    void noBytesOfAFileBreakTheReader();
    void badFilesSayWhere_data();
    void badFilesSayWhere();
    void aFileMakesNothingOfTheSimulator();
    void anImportTakesNothingAway();
    void faultsAreNamedAtTheirField_data();
    void faultsAreNamedAtTheirField();
    void onlyAllowedRecipientsAreSentTo_data();
    void onlyAllowedRecipientsAreSentTo();
};

void TestEnvironmentBook::theSimulatorIsAlwaysThere()
{
    EnvironmentBook book;
    QCOMPARE(namesOf(book), QStringLiteral("Built-in simulator*"));
    QVERIFY(!book.remove(simulatorId()));
    QCOMPARE(book.all().size(), std::size_t(1));
    QVERIFY(!book.choose(EnvironmentId(QStringLiteral("nobody"))));
}

void TestEnvironmentBook::oneComesInAndGoes()
{
    EnvironmentBook book = bookOf({QStringLiteral("A"), QStringLiteral("B")});
    QVERIFY(book.choose(EnvironmentId(QStringLiteral("b"))));
    QCOMPARE(namesOf(book), QStringLiteral("Built-in simulator, A, B*"));
    QVERIFY(book.remove(EnvironmentId(QStringLiteral("b"))));
    QCOMPARE(namesOf(book), QStringLiteral("Built-in simulator, A*"));
    QVERIFY(!book.remove(EnvironmentId(QStringLiteral("b"))));
    Environment renamed = *book.named(QStringLiteral("A"));
    renamed.name = QStringLiteral("C");
    book.put(renamed);
    QCOMPARE(namesOf(book), QStringLiteral("Built-in simulator, C*"));
}

void TestEnvironmentBook::theOrderIsThePersons()
{
    EnvironmentBook book = bookOf({QStringLiteral("A"), QStringLiteral("B"), QStringLiteral("C")});
    QVERIFY(book.move(EnvironmentId(QStringLiteral("c")), 0));
    QCOMPARE(namesOf(book), QStringLiteral("C, Built-in simulator*, A, B"));
    QVERIFY(book.move(EnvironmentId(QStringLiteral("c")), 2));
    QCOMPARE(namesOf(book), QStringLiteral("Built-in simulator*, A, C, B"));
    QVERIFY(book.move(simulatorId(), 99));
    QCOMPARE(namesOf(book), QStringLiteral("A, C, B, Built-in simulator*"));
    QVERIFY(!book.move(EnvironmentId(QStringLiteral("x")), 0));
}

void TestEnvironmentBook::namesAreFoundWithoutRegardToCase()
{
    const EnvironmentBook book = bookOf({QStringLiteral("Staging")});
    QVERIFY(book.named(QStringLiteral("STAGING")));
    QCOMPARE(book.named(QStringLiteral("simulator"))->id, simulatorId());
    QVERIFY(!book.named(QStringLiteral("stag")));
    QCOMPARE(book.freeName(QStringLiteral("staging")), QStringLiteral("staging 2"));
    QCOMPARE(book.freeName(QStringLiteral("Simulator")), QStringLiteral("Simulator 2"));
}

void TestEnvironmentBook::whatIsWrittenIsRead()
{
    EnvironmentBook book = bookOf({QStringLiteral("A")});
    const Environment full = fullEnvironment();
    book.put(full);
    book.choose(full.id);
    book.move(simulatorId(), 2);
    const auto read = EnvironmentBook::fromBytes(book.toBytes());
    QVERIFY(read);
    QCOMPARE(read.value(), book);
    QCOMPARE(*read.value().find(full.id), full);
}

void TestEnvironmentBook::noBytesOfAFileBreakTheReader()
{
    EnvironmentBook book;
    book.put(fullEnvironment());
    const QByteArray bytes = book.toBytes();
    for (qsizetype cut = 0; cut + 2 < bytes.size(); ++cut)
        QVERIFY(!EnvironmentBook::fromBytes(bytes.left(cut)));
    std::minstd_rand random(20261125);
    for (int round = 0; round < 500; ++round) {
        QByteArray damaged = bytes;
        damaged[qsizetype(random()) % damaged.size()] = static_cast<char>(random() % 256);
        const auto read = EnvironmentBook::fromBytes(damaged);
        // Whatever could be read is whole: it can be written and read again.
        if (read)
            QCOMPARE(EnvironmentBook::fromBytes(read.value().toBytes()).value(), read.value());
    }
}

void TestEnvironmentBook::badFilesSayWhere_data()
{
    using Kind = EnvironmentsProblem::Kind;
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char *name, const char *inner, const char *place) {
        QTest::newRow(name) << "{\"otpscopeEnvironments\":1,\"environments\":[{\"id\":\"a\"," +
                                   QByteArray(inner) + "}]}"
                            << int(Kind::WrongValue)
                            << QStringLiteral("/environments/0") + QString::fromUtf8(place);
    };
    QTest::newRow("a flow") << QByteArray("{\"flow\":[]}") << int(Kind::NotEnvironments)
                            << QString();
    QTest::newRow("a newer file") << QByteArray("{\"otpscopeEnvironments\":9,\"environments\":[]}")
                                  << int(Kind::NewerVersion) << QStringLiteral("9");
    row("a number for a name", "\"name\":7", "/name");
    row("text for a port", "\"receiverPort\":\"80\"", "/receiverPort");
    row("a negative wait", "\"limits\":{\"connectSeconds\":-1}", "/limits/connectSeconds");
    row("a wait without end", "\"limits\":{\"wholeSeconds\":99999999999}", "/limits/wholeSeconds");
    row("an unknown proxy", "\"proxy\":{\"kind\":\"ftp\"}", "/proxy/kind");
    row("a list of objects", "\"sending\":{\"recipients\":[{}]}", "/sending/recipients");
    row("a variable that is no text", "\"variables\":{\"a\":1}", "/variables");
    row("limits that are a list", "\"limits\":[]", "/limits");
    QTest::newRow("no id")
        << QByteArray("{\"otpscopeEnvironments\":1,\"environments\":[{\"name\":\"a\"}]}")
        << int(Kind::WrongValue) << QStringLiteral("/environments/0/id");
    QTest::newRow("an id twice")
        << QByteArray(
               "{\"otpscopeEnvironments\":1,\"environments\":[{\"id\":\"a\"},{\"id\":\"a\"}]}")
        << int(Kind::WrongValue) << QStringLiteral("/environments/1/id");
}

void TestEnvironmentBook::badFilesSayWhere()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, kind);
    QFETCH(QString, detail);
    const auto read = EnvironmentBook::fromBytes(bytes);
    QVERIFY(!read);
    QCOMPARE(int(read.error().kind), kind);
    QCOMPARE(read.error().detail, detail);
}

void TestEnvironmentBook::aFileMakesNothingOfTheSimulator()
{
    const auto read = EnvironmentBook::fromBytes("{\"otpscopeEnvironments\":1,\"environments\":[{"
                                                 "\"id\":\"simulator\",\"name\":\"S\",\"real\":"
                                                 "true,\"service\":\"https://evil.example\"}]}");
    QVERIFY(read);
    QVERIFY(!read.value().current().isReal);
    QCOMPARE(read.value().current().service, QString());
}

void TestEnvironmentBook::anImportTakesNothingAway()
{
    EnvironmentBook book = bookOf({QStringLiteral("A")});
    int last = 0;
    const int count = book.import(bookOf({QStringLiteral("A"), QStringLiteral("B")}), [&last] {
        return EnvironmentId(QStringLiteral("new-%1").arg(++last));
    });
    QCOMPARE(count, 2);
    QCOMPARE(namesOf(book), QStringLiteral("Built-in simulator*, A, A 2, B"));
    EnvironmentBook others;
    others.put(fullEnvironment());
    QCOMPARE(book.import(others, [] { return EnvironmentId(QStringLiteral("other")); }), 1);
    // Nobody starts somebody else's program.
    QCOMPARE(book.all().back().tunnelCommand, QString());
    // Nor does a file open this machine to others.
    QCOMPARE(book.all().back().access, ReceiverAccess());
    QCOMPARE(book.all().back().proxy, fullEnvironment().proxy);
}

void TestEnvironmentBook::faultsAreNamedAtTheirField_data()
{
    using Change = std::function<void(Environment &)>;
    using Kind = EnvironmentFault::Kind;
    using Field = EnvironmentField;
    QTest::addColumn<Environment>("environment");
    QTest::addColumn<int>("field");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *name, Field field, Kind kind, const Change &change) {
        Environment environment = fullEnvironment();
        change(environment);
        QTest::newRow(name) << environment << int(field) << int(kind);
    };
    row("no name", Field::Name, Kind::NoName,
        [](Environment &e) { e.name = QStringLiteral("  "); });
    row("a name that is taken", Field::Name, Kind::NameTaken,
        [](Environment &e) { e.name = QStringLiteral("TAKEN"); });
    row("the simulator's name", Field::Name, Kind::NameTaken,
        [](Environment &e) { e.name = QStringLiteral("Simulator"); });
    row("an address for a name", Field::Name, Kind::NameIsAddress,
        [](Environment &e) { e.name = QStringLiteral("http://x"); });
    row("no service", Field::Service, Kind::NotAWebAddress,
        [](Environment &e) { e.service.clear(); });
    row("a file for a service", Field::Service, Kind::NotAWebAddress,
        [](Environment &e) { e.service = QStringLiteral("file:///etc/passwd"); });
    row("a service in clear text", Field::Service, Kind::NotEncrypted,
        [](Environment &e) { e.service = QStringLiteral("http://otp.example"); });
    row("a name that only begins like loopback", Field::Service, Kind::NotEncrypted,
        [](Environment &e) { e.service = QStringLiteral("http://127.0.0.1.example"); });
    row("credentials in the token address", Field::Token, Kind::HasCredentials,
        [](Environment &e) { e.token = QStringLiteral("https://a:b@auth.example"); });
    row("a webhook address without a scheme", Field::WebhookAddress, Kind::NotAWebAddress,
        [](Environment &e) { e.webhookAddress = QStringLiteral("hook.example"); });
    row("a port beyond all", Field::ReceiverPort, Kind::LimitOutOfRange,
        [](Environment &e) { e.receiverPort = 70000; });
    row("a name to listen on", Field::ListenAddress, Kind::NotAnAddress,
        [](Environment &e) { e.access.listenAddress = QStringLiteral("localhost"); });
    row("a certificate without its key", Field::Certificate, Kind::HalfACertificate,
        [](Environment &e) { e.access.keyFile.clear(); });
    row("a key without its certificate", Field::Certificate, Kind::HalfACertificate,
        [](Environment &e) { e.access.certificateFile.clear(); });
    row("a certificate for no name", Field::Certificate, Kind::CertificateWithoutName,
        [](Environment &e) {
            e.webhookAddress.clear();
            e.tunnelCommand.clear();
        });
    row("a proxy by name", Field::Proxies, Kind::NotARange,
        [](Environment &e) { e.access.proxies = {QStringLiteral("proxy.example")}; });
    row("a source with too many bits", Field::Sources, Kind::NotARange,
        [](Environment &e) { e.access.sources = {QStringLiteral("192.0.2.0/33")}; });
    row("no time at all", Field::Limits, Kind::LimitOutOfRange,
        [](Environment &e) { e.limits.connect = std::chrono::seconds{0}; });
    row("a proxy without a host", Field::Proxy, Kind::NoProxyHost,
        [](Environment &e) { e.proxy.host.clear(); });
    row("a recipient that is no number", Field::Recipients, Kind::NotANumber,
        [](Environment &e) { e.sending.recipients = {QStringLiteral("me")}; });
    row("a variable that no flow can name", Field::Variables, Kind::NotAVariableName,
        [](Environment &e) {
            e.variables = {{QStringLiteral("a b"), QString()}};
        });
}

void TestEnvironmentBook::faultsAreNamedAtTheirField()
{
    QFETCH(Environment, environment);
    QFETCH(int, field);
    QFETCH(int, kind);
    QVERIFY(faultsOf(fullEnvironment(), {}).empty());
    const auto faults = faultsOf(environment, {QStringLiteral("Taken")});
    QCOMPARE(faults.size(), std::size_t(1));
    QCOMPARE(int(faults.front().field), field);
    QCOMPARE(int(faults.front().kind), kind);
}

void TestEnvironmentBook::onlyAllowedRecipientsAreSentTo_data()
{
    QTest::addColumn<QStringList>("allowed");
    QTest::addColumn<QStringList>("numbers");
    QTest::addColumn<QStringList>("refused");
    const QStringList one{QStringLiteral("+306971234567")};
    QTest::newRow("on the list") << one << one << QStringList();
    QTest::newRow("written without the plus")
        << one << QStringList{QStringLiteral("306971234567")} << QStringList();
    QTest::newRow("the list written with blanks")
        << QStringList{QStringLiteral("0030 697 123 4567")} << one << QStringList();
    QTest::newRow("nobody is on the list") << QStringList() << one << one;
    const QStringList second{QStringLiteral("+306971234568")};
    QTest::newRow("one of two steps goes elsewhere") << one << one + second << second;
    QTest::newRow("what is no number is not allowed")
        << one << QStringList{QStringLiteral("x")} << QStringList{QStringLiteral("x")};
}

void TestEnvironmentBook::onlyAllowedRecipientsAreSentTo()
{
    QFETCH(QStringList, allowed);
    QFETCH(QStringList, numbers);
    QFETCH(QStringList, refused);
    Environment environment = environmentCalled(QStringLiteral("A"));
    environment.sending = {true, allowed, 0};
    const auto obstacle = obstacleTo(environment, flowTo(numbers), 0);
    QCOMPARE(obstacle ? obstacle->numbers : QStringList(), refused);
    environment.sending.isLimitedToRecipients = false;
    QVERIFY(!obstacleTo(environment, flowTo(numbers), 1000));
    environment.sending.sendsADay = 3;
    QVERIFY(!obstacleTo(environment, flowTo(numbers), 2));
    QCOMPARE(obstacleTo(environment, flowTo(numbers), 3)->kind, SendObstacle::Kind::DayIsUsedUp);
}

QTEST_GUILESS_MAIN(TestEnvironmentBook)
#include "tst_environmentbook.moc"
