// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/environment/environmentbook.h"
#include "tests/cli/program.h"

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
/// What every spelling differs in: quotes, a slash, a blank, letters beyond ASCII.
const QString secret = QStringLiteral("c4n\"ary/ s3cr\u00e9t+%");

/// All the ways in which `text` may have been written down.
QByteArrayList spellingsOf(const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    QByteArrayList all{utf8,
                       utf8.toBase64(),
                       utf8.toBase64(QByteArray::Base64UrlEncoding),
                       utf8.toPercentEncoding(),
                       utf8.toHex(),
                       ("demo:" + utf8).toBase64(),
                       QByteArray::fromStdString(models::Json(text.toStdString()).dump()),
                       QByteArray::fromStdString(
                           models::Json(text.toStdString()).dump(-1, ' ', /*ensure_ascii=*/true))};
    // Without the quotes around it.
    for (QByteArray &spelling : all) {
        if (spelling.startsWith('"'))
            spelling = spelling.mid(1, spelling.size() - 2);
    }
    return all;
}

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

    const auto leakIn = [&](const QByteArray &text) {
        for (const QString &hidden : QStringList{secret} + tokens) {
            for (const QByteArray &spelling : spellingsOf(hidden)) {
                if (text.contains(spelling))
                    return spelling;
            }
        }
        return QByteArray();
    };
    // The test finds what is there.
    QVERIFY(!leakIn("x" + ("demo:" + secret.toUtf8()).toBase64()).isEmpty());
    for (const QByteArray &text : said)
        QCOMPARE(leakIn(text), QByteArray());
    int files = 0;
    QDirIterator every(program.path({}), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (every.hasNext()) {
        QFile file(every.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(leakIn(file.readAll()).isEmpty(), qPrintable(file.fileName()));
        ++files;
    }
    // Store, environments, sends, three reports at least.
    QVERIFY(files >= 6);
}

QTEST_GUILESS_MAIN(TestCliEnvironment)
#include "tst_clienvironment.moc"
