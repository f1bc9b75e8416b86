// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/snippet/snippet.h"
#include "tests/support/scriptedserver.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace otpscope::models;
using otpscope::testsupport::ScriptedAnswer;
using otpscope::testsupport::ScriptedServer;

namespace {

using namespace std::chrono_literals;

/// What shells, Python and JavaScript each treat in a way of their own; once as JSON has to write
/// it, once as it may stand in a text.
const QByteArray hostile =
    "\xEF\xBB\xBF{\r\n\t\"flow\" : [ { \"pin\":\"4'7$1\\\"\", \"s\": \"it's \\\"so\\\" \\\\ \\n "
    "$(touch x) `id` "
    "$HOME ${HOME} ! !! %s %PATH% ^ & | ; << EOF # * ~ '''\" } ,\n { \"message\" : { \"body\": "
    "\"4'7$1\\\" "
    "\u03BA\u03C9\u03B4\u03B9\u03BA\u03CC\u03C2 \U0001F511 \u2028\u202E\u00A0\u200B\uFEFF "
    "\\u00e9\\ud83d\\udd11 {{x}} //\" } } ],\r\n"
    " \"n\" : 9007199254740993 , \"n\": 1.50e+1 }\n\n";
const QByteArray hostilePin = "4'7$1\\\"";

const QByteArray plain = "{\n  \"flow\": [\n    {\n      \"pin\": \"123456\"\n    }\n  ]\n}";

QByteArray longBody()
{
    return "{\"flow\":[{\"pin\":\"123456\"}],\"x\":\"" + QByteArray(300'000, '\'') + "\"}";
}

struct Runner
{
    SnippetLanguage language = SnippetLanguage::Curl;
    QString program;
    QString needs;
};

Runner runnerOf(const QString &name)
{
    if (name == QLatin1String("curl"))
        return {SnippetLanguage::Curl, QStringLiteral("bash"), QStringLiteral("curl")};
    if (name == QLatin1String("HTTPie"))
        return {SnippetLanguage::Httpie, QStringLiteral("bash"), QStringLiteral("http")};
    if (name == QLatin1String("Python"))
        return {SnippetLanguage::Python, QStringLiteral("python3"), QStringLiteral("python3")};
    return {SnippetLanguage::JavaScript, QStringLiteral("node"), QStringLiteral("node")};
}

bool runnerIsShell(const QString &name)
{
    return runnerOf(name).program == QLatin1String("bash");
}

QByteArray headerOf(const QByteArray &request, const QByteArray &name)
{
    for (const QByteArray &line : request.left(request.indexOf("\r\n\r\n")).split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (line.left(colon).toLower() == name)
            return line.mid(colon + 1).trimmed();
    }
    return {};
}

QByteArray bodyOf(const QByteArray &request)
{
    return request.mid(request.indexOf("\r\n\r\n") + 4);
}

} // namespace

/// Snippets as they stand, run by the programs they are for.
class TestSnippetsRun final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void aSnippetSendsTheSameRequest_data()
    {
        QTest::addColumn<QString>("runner");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("pin");
        QTest::addColumn<SnippetSecrets>("secrets");
        for (const char *name : {"curl", "HTTPie", "Python", "JavaScript"}) {
            const QString runner = QString::fromLatin1(name);
            QTest::addRow("%s: hostile values, secrets written", name)
                << runner << hostile << QByteArray() << SnippetSecrets::Written;
            QTest::addRow("%s: hostile values, secrets from variables", name)
                << runner << hostile << hostilePin << SnippetSecrets::AsVariables;
            if (!runnerIsShell(runner))
                continue;
            QTest::addRow("%s: longer than an argument may be", name)
                << runner << longBody() << QByteArray("123456") << SnippetSecrets::AsVariables;
        }
    }
    void aSnippetSendsTheSameRequest()
    {
        QFETCH(const QString, runner);
        QFETCH(const QByteArray, body);
        QFETCH(const QByteArray, pin);
        QFETCH(const SnippetSecrets, secrets);
        const Runner with = runnerOf(runner);
        if (const QString missing = whatIsMissing(with); !missing.isEmpty())
            QSKIP(qPrintable(missing));
        ScriptedServer server([](const QByteArray &) {
            return ScriptedAnswer::json("{\"flowId\":\"f\"}", 200, "Connection: close\r\n");
        });
        const SnippetRequest request{server.address(QStringLiteral("/failover-otp")).toString(),
                                     body, QStringLiteral("T'0$K")};
        QProcess process;
        QProcessEnvironment environment = surroundings();
        if (secrets == SnippetSecrets::AsVariables) {
            environment.insert(QStringLiteral("TOKEN"), QStringLiteral("T'0$K"));
            environment.insert(QStringLiteral("PIN"), QString::fromUtf8(pin));
        }
        run(process, with, snippet(request, with.language, secrets), environment);
        QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 60'000);
        const QByteArray said = process.readAllStandardError();
        QVERIFY2(process.exitCode() == 0, said.constData());
        QVERIFY(process.readAllStandardOutput().contains("flowId"));

        QCOMPARE(server.requests().size(), 1);
        const QByteArray &seen = server.requests().front();
        QVERIFY(seen.startsWith("POST /failover-otp/otp/send-failover HTTP/1.1\r\n"));
        QCOMPARE(headerOf(seen, "content-type"), QByteArray("application/json"));
        QCOMPARE(headerOf(seen, "authorization"), QByteArray("Bearer T'0$K"));
        QCOMPARE(bodyOf(seen), body);
        // Nothing in the body was run.
        QVERIFY(!QFile::exists(m_folder.filePath(QStringLiteral("x"))));
    }

    void withoutItsVariablesASnippetSendsNothing_data()
    {
        QTest::addColumn<QString>("runner");
        QTest::addColumn<bool>("hasToken");
        for (const char *name : {"curl", "HTTPie", "Python", "JavaScript"}) {
            QTest::addRow("%s: no token", name) << QString::fromLatin1(name) << false;
            QTest::addRow("%s: no pin", name) << QString::fromLatin1(name) << true;
        }
    }
    void withoutItsVariablesASnippetSendsNothing()
    {
        QFETCH(const QString, runner);
        QFETCH(const bool, hasToken);
        const Runner with = runnerOf(runner);
        if (const QString missing = whatIsMissing(with); !missing.isEmpty())
            QSKIP(qPrintable(missing));
        ScriptedServer server([](const QByteArray &) { return ScriptedAnswer::json("{}"); });
        const SnippetRequest request{server.address().toString(), plain, {}};
        QProcessEnvironment environment = surroundings();
        if (hasToken)
            environment.insert(QStringLiteral("TOKEN"), QStringLiteral("t"));
        QProcess process;
        run(process, with, snippet(request, with.language, SnippetSecrets::AsVariables),
            environment);
        QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 60'000);
        QVERIFY(process.exitCode() != 0);
        const QByteArray said = process.readAllStandardError();
        QVERIFY2(said.contains(hasToken ? "Set PIN to" : "Set TOKEN to"), said.constData());
        QCOMPARE(server.connectionCount(), 0);
    }

private:
    QProcessEnvironment surroundings() const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *name :
             {"TOKEN", "PIN", "http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"})
            environment.remove(QString::fromLatin1(name));
        environment.insert(QStringLiteral("NO_PROXY"), QStringLiteral("127.0.0.1"));
        environment.insert(QStringLiteral("CURL_HOME"), m_folder.path());
        environment.insert(QStringLiteral("HTTPIE_CONFIG_DIR"), m_folder.path());
        return environment;
    }

    void run(QProcess &process, const Runner &with, const QByteArray &program,
             const QProcessEnvironment &environment)
    {
        const QString path = m_folder.filePath(QStringLiteral("snippet"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(program), program.size());
        file.close();
        process.setWorkingDirectory(m_folder.path());
        process.setProcessEnvironment(environment);
        process.setStandardInputFile(QProcess::nullDevice());
        process.start(with.program, {path});
        QVERIFY(process.waitForStarted());
    }

    static QString whatIsMissing(const Runner &with)
    {
        for (const QString &program : {with.program, with.needs}) {
            if (QStandardPaths::findExecutable(program).isEmpty())
                return program + QStringLiteral(" is not installed");
        }
        if (with.language == SnippetLanguage::Python &&
            QProcess::execute(with.program,
                              {QStringLiteral("-c"), QStringLiteral("import requests")}) != 0)
            return QStringLiteral("Python has no requests");
        return {};
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestSnippetsRun)
#include "tst_snippetsrun.moc"
