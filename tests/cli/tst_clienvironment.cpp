// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/environment/environmentbook.h"
#include "tests/cli/program.h"
#include "tests/support/spellings.h"

#include <QDir>
#include <QDirIterator>
#include <QEventLoop>
#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QRegularExpression>
#include <QTest>
#include <QUrl>

#include <csignal>
#include <functional>
#include <memory>

using namespace otpscope;
using models::Environment;
using models::EnvironmentBook;
using models::EnvironmentId;
using testsupport::Ended;
using testsupport::Program;

namespace {

const QString example1 = QStringLiteral("example-1-basic.json");
const QString &secret = testsupport::canarySecret;

/// The service hands out one token until it runs out, so that this is the one a run just had.
QString tokenOf(const QString &address)
{
    QNetworkAccessManager network;
    QNetworkRequest request(QUrl(address + QStringLiteral("/oauth/token")));
    request.setHeader(QNetworkRequest::ContentTypeHeader,
                      QStringLiteral("application/x-www-form-urlencoded"));
    request.setRawHeader("Authorization", "Basic " + ("demo:" + secret.toUtf8()).toBase64());
    const std::unique_ptr<QNetworkReply> reply(
        network.post(request, QByteArray("grant_type=client_credentials")));
    QEventLoop loop;
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    return models::textMember(testsupport::jsonIn(reply->readAll()), "access_token")
        .value_or(QString());
}

/// How many files there are under `folder`, none of which holds one of `secrets`; 0 where one does.
int filesWithout(const QStringList &secrets, const QString &folder)
{
    int files = 0;
    QDirIterator every(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (every.hasNext()) {
        QFile file(every.next());
        if (!file.open(QIODevice::ReadOnly) ||
            !testsupport::leakIn(file.readAll(), secrets).isEmpty()) {
            qCritical("a secret is in %s", qPrintable(file.fileName()));
            return 0;
        }
        ++files;
    }
    return files;
}

} // namespace

/// otpscope-cli run --target NAME: the real program, a simulator in a process of its own as the
/// service.
class TestCliEnvironment final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void aNamedEnvironmentIsSentTo();
    void aRealOneIsAskedAboutEvenOnLoopback();
    void itsLimitsHold_data();
    void itsLimitsHold();
    void theDaysLimitHolds();
    void withoutASecretNothingIsSent();
    void noSecretIsWrittenAnywhere();
    void aCrashLeavesNoSecretBehind_data();
    void aCrashLeavesNoSecretBehind();

private:
    using Change = std::function<void(Environment &)>;
    /// Writes the environment "Staging" into the program's data folder.
    void prepare(Program &program, const QString &address, const Change &change = {}) const;
    [[nodiscard]] static QString runStaging(const QString &more = {});
};

void TestCliEnvironment::prepare(Program &program, const QString &address,
                                 const Change &change) const
{
    Environment staging;
    staging.id = EnvironmentId(QStringLiteral("3f0c"));
    staging.name = QStringLiteral("Staging");
    staging.isReal = false;
    staging.service = address + QStringLiteral("/failover-otp");
    staging.token = address + QStringLiteral("/oauth/token");
    staging.applicationId = QStringLiteral("demo");
    if (change)
        change(staging);
    EnvironmentBook book;
    book.put(staging);
    QVERIFY(QDir().mkpath(program.path(QStringLiteral("data"))));
    QVERIFY(!program.file(QStringLiteral("data/environments.json"), book.toBytes()).isEmpty());
    program.setVariable(QStringLiteral("OTPSCOPE_CLIENT_SECRET"), QStringLiteral("demo"));
    // No key store of whoever runs the tests is asked.
    program.setVariable(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"),
                        QStringLiteral("unix:path=/nonexistent"));
}

QString TestCliEnvironment::runStaging(const QString &more)
{
    return QStringLiteral("run %1 --target staging %2").arg(Program::example(example1), more);
}

void TestCliEnvironment::aNamedEnvironmentIsSentTo()
{
    Program program;
    QProcess simulator;
    program.start(simulator,
                  {QStringLiteral("simulate"), QStringLiteral("--speed"), QStringLiteral("600")});
    prepare(program, Program::listeningAddress(simulator));
    const Ended ended = program.run(runStaging(QStringLiteral("--format json")).split(u' '));
    QVERIFY2(ended.exitCode == 0, qPrintable(ended.err));
    QVERIFY(testsupport::jsonIn(ended.out)["concluded"] == models::Json(true));
    const Ended unknown = program.run({QStringLiteral("run"), Program::example(example1),
                                       QStringLiteral("--target"), QStringLiteral("nowhere")});
    QCOMPARE(unknown.exitCode, 2);
    QVERIFY2(unknown.err.contains(QStringLiteral("Environments: simulator, Staging.")),
             qPrintable(unknown.err));
    QCOMPARE(Program::end(simulator, SIGTERM).exitCode, 0);
}

void TestCliEnvironment::aRealOneIsAskedAboutEvenOnLoopback()
{
    Program program;
    prepare(program, QStringLiteral("http://127.0.0.1:9"),
            [](Environment &staging) { staging.isReal = true; });
    const Ended ended = program.run(runStaging().simplified().split(u' '));
    QCOMPARE(ended.exitCode, 2);
    QVERIFY2(ended.err.contains(QStringLiteral("Sending to Staging costs money")),
             qPrintable(ended.err));
}

void TestCliEnvironment::itsLimitsHold_data()
{
    QTest::addColumn<QStringList>("recipients");
    QTest::addColumn<bool>("isSent");
    QTest::newRow("nobody is allowed") << QStringList() << false;
    QTest::newRow("somebody else is allowed")
        << QStringList{QStringLiteral("+306900000000")} << false;
    QTest::newRow("the flow's number is allowed")
        << QStringList{QStringLiteral("306971234567")} << true;
}

void TestCliEnvironment::itsLimitsHold()
{
    QFETCH(QStringList, recipients);
    QFETCH(bool, isSent);
    Program program;
    // Nobody listens there: a flow that would leave ends with 3.
    prepare(program, QStringLiteral("http://127.0.0.1:9"), [&](Environment &staging) {
        staging.sending = {true, recipients, 0};
    });
    const Ended ended = program.run(runStaging(QStringLiteral("--yes")).split(u' '));
    QCOMPARE(ended.exitCode, isSent ? 3 : 2);
    QCOMPARE(ended.err.contains(QStringLiteral("+3069*****567")), !isSent);
    QCOMPARE(ended.err.contains(QStringLiteral("may not be sent to")), !isSent);
    QVERIFY(!ended.err.contains(QStringLiteral("306971234567")));
}

void TestCliEnvironment::theDaysLimitHolds()
{
    Program program;
    prepare(program, QStringLiteral("http://127.0.0.1:9"),
            [](Environment &staging) { staging.sending.sendsADay = 2; });
    const QStringList arguments = runStaging(QStringLiteral("--yes")).split(u' ');
    QCOMPARE(program.run(arguments).exitCode, 3);
    QCOMPARE(program.run(arguments).exitCode, 3);
    const Ended third = program.run(arguments);
    QCOMPARE(third.exitCode, 2);
    QVERIFY2(third.err.contains(QStringLiteral("2 flows have left")), qPrintable(third.err));
}

void TestCliEnvironment::withoutASecretNothingIsSent()
{
    Program program;
    prepare(program, QStringLiteral("http://127.0.0.1:9"));
    program.setVariable(QStringLiteral("OTPSCOPE_CLIENT_SECRET"), {});
    const Ended ended = program.run(runStaging().simplified().split(u' '));
    QCOMPARE(ended.exitCode, 2);
    QVERIFY2(ended.err.contains(QStringLiteral("The key store has no secret")),
             qPrintable(ended.err));
}

void TestCliEnvironment::noSecretIsWrittenAnywhere()
{
    Program program;
    QProcess simulator;
    program.start(simulator, {QStringLiteral("simulate"), QStringLiteral("--speed"),
                              QStringLiteral("600"), QStringLiteral("--client-secret"), secret});
    const QString address = Program::listeningAddress(simulator);
    prepare(program, address);
    program.setVariable(QStringLiteral("OTPSCOPE_CLIENT_SECRET"), secret);

    QByteArrayList said;
    QStringList tokens;
    for (const QString &format :
         {QStringLiteral("text"), QStringLiteral("json"), QStringLiteral("junit")}) {
        const Ended ended = program.run(
            runStaging(QStringLiteral("--format %1 --out %2")
                           .arg(format, program.path(QStringLiteral("report.") + format)))
                .split(u' '));
        QVERIFY2(ended.exitCode == 0, qPrintable(ended.err));
        said += {ended.out, ended.err.toUtf8()};
        tokens += tokenOf(address);
        QVERIFY(tokens.last().size() > 8);
    }
    // A service that refuses what it is given, and one that is not there.
    program.setVariable(QStringLiteral("OTPSCOPE_CLIENT_ID"), QStringLiteral("other"));
    const Ended refused = program.run(runStaging().simplified().split(u' '));
    QCOMPARE(refused.exitCode, 3);
    program.setVariable(QStringLiteral("OTPSCOPE_CLIENT_ID"), QStringLiteral("demo"));
    said += {refused.out, refused.err.toUtf8()};

    QCOMPARE(Program::end(simulator, SIGTERM).exitCode, 0);

    const QStringList hidden = QStringList{secret} + tokens;
    const auto leakIn = [&](const QByteArray &text) { return testsupport::leakIn(text, hidden); };
    // The test finds what is there.
    for (const QByteArray &told :
         {("demo:" + secret.toUtf8()).toBase64(), ("app:" + secret.toUtf8() + "!").toBase64(),
          QByteArray("client_secret=" + secret.toUtf8().toPercentEncoding()),
          QByteArray::fromStdString(models::Json({{"s", secret.toStdString()}}).dump())})
        QVERIFY2(!leakIn(told).isEmpty(), told.constData());
    for (const QByteArray &text : said)
        QCOMPARE(leakIn(text), QByteArray());
    const int files = filesWithout(hidden, program.path({}));
    // Store, environments, sends, three reports at least.
    QVERIFY(files >= 6);
}

void TestCliEnvironment::aCrashLeavesNoSecretBehind_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("abort") << SIGABRT;
    QTest::newRow("a wrong address") << SIGSEGV;
    QTest::newRow("kill -9") << SIGKILL;
}

void TestCliEnvironment::aCrashLeavesNoSecretBehind()
{
    QFETCH(int, signal);
    Program program;
    QProcess simulator;
    program.start(simulator, {QStringLiteral("simulate"), QStringLiteral("--client-secret"), secret});
    const QString address = Program::listeningAddress(simulator);
    prepare(program, address);
    program.setVariable(QStringLiteral("OTPSCOPE_CLIENT_SECRET"), secret);
    // A sanitizer would make a finding of its own of the signal.
    program.setVariable(QStringLiteral("ASAN_OPTIONS"),
                        qEnvironmentVariable("ASAN_OPTIONS") + QStringLiteral(":handle_segv=0"));

    QProcess run;
    program.start(run, runStaging().simplified().split(u' '));
    // The first line of what happens: the token is there, and the run under way.
    QVERIFY(run.waitForReadyRead(60'000));
    QFile arguments(QStringLiteral("/proc/%1/cmdline").arg(run.processId()));
    QVERIFY(arguments.open(QIODevice::ReadOnly));
    const QByteArray started = arguments.readAll();
    QVERIFY(started.contains("staging"));
    const Ended ended = Program::end(run, signal);
    QCOMPARE(ended.exitCode, -1);

    const QStringList hidden{secret, tokenOf(address)};
    for (const QByteArray &text : {started, ended.out, ended.err.toUtf8()})
        QCOMPARE(testsupport::leakIn(text, hidden), QByteArray());
    // Store and environments at least.
    QVERIFY(filesWithout(hidden, program.path({})) >= 2);
    QCOMPARE(Program::end(simulator, SIGTERM).exitCode, 0);
}

QTEST_GUILESS_MAIN(TestCliEnvironment)
#include "tst_clienvironment.moc"
