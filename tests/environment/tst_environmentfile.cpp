// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/environment/environmentfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace otpscope;
using namespace otpscope::environment;
using models::EnvironmentsProblem;

namespace {

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestEnvironmentFile final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void withoutAFileThereAreTheBuiltInOnes();
    void whatIsSavedIsLoaded();
    void aDamagedFileIsMovedAsideAndKept_data();
    void aDamagedFileIsMovedAsideAndKept();
    void aNewerFileIsLeftAlone();
    void aPlaceThatCannotBeWrittenIsSaid();
};

void TestEnvironmentFile::withoutAFileThereAreTheBuiltInOnes()
{
    const QTemporaryDir folder;
    const LoadedEnvironments loaded = loadEnvironments(environmentsPath(folder.path()));
    QVERIFY(!loaded.problem);
    QVERIFY(loaded.book.current().isSimulator());
    const models::Environment *routee = loaded.book.named(QStringLiteral("routee"));
    QVERIFY(routee);
    QCOMPARE(routee->service, QStringLiteral("https://connect.routee.net/failover-otp"));
    QCOMPARE(routee->token, QStringLiteral("https://auth.routee.net/oauth/token"));
    QVERIFY(routee->isReal);
    QVERIFY(routee->sending.isLimitedToRecipients);
    for (const models::Environment &environment : loaded.book.all())
        QVERIFY(faultsOf(environment, loaded.book.namesBeside(environment.id)).empty());
    QVERIFY(!QFile::exists(environmentsPath(folder.path())));
}

void TestEnvironmentFile::whatIsSavedIsLoaded()
{
    const QTemporaryDir folder;
    const QString path = environmentsPath(folder.filePath(QStringLiteral("new/folder")));
    models::EnvironmentBook book = builtInEnvironments();
    models::Environment changed = *book.named(QStringLiteral("Routee"));
    changed.name = QStringLiteral("Δοκιμή");
    changed.variables = {{QStringLiteral("phone"), QStringLiteral("+306971234567")}};
    book.put(changed);
    QVERIFY(book.choose(changed.id));
    QCOMPARE(saveEnvironments(path, book), QString());
    QCOMPARE(loadEnvironments(path).book, book);
    QCOMPARE(QFileInfo(path).permissions() & (QFile::ReadGroup | QFile::ReadOther),
             QFile::Permissions());
}

void TestEnvironmentFile::aDamagedFileIsMovedAsideAndKept_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("cut in the middle") << builtInEnvironments().toBytes().left(300);
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("of another program") << QByteArray("{\"name\": \"x\"}\n");
}

void TestEnvironmentFile::aDamagedFileIsMovedAsideAndKept()
{
    QFETCH(QByteArray, bytes);
    const QTemporaryDir folder;
    const QString path = environmentsPath(folder.path());
    write(path, bytes);
    const LoadedEnvironments loaded = loadEnvironments(path);
    QVERIFY(loaded.problem);
    QVERIFY(!loaded.isReadOnly);
    QCOMPARE(loaded.book, builtInEnvironments());
    QCOMPARE(loaded.movedAside, path + QStringLiteral(".damaged"));
    QCOMPARE(read(loaded.movedAside), bytes);
    QVERIFY(!QFile::exists(path));
    write(path, bytes);
    QCOMPARE(loadEnvironments(path).movedAside, path + QStringLiteral(".damaged-2"));
}

void TestEnvironmentFile::aNewerFileIsLeftAlone()
{
    const QTemporaryDir folder;
    const QString path = environmentsPath(folder.path());
    const QByteArray bytes = "{\"otpscopeEnvironments\": 2, \"environments\": []}";
    write(path, bytes);
    const LoadedEnvironments loaded = loadEnvironments(path);
    QCOMPARE(*loaded.problem,
             (EnvironmentsProblem{EnvironmentsProblem::Kind::NewerVersion, QStringLiteral("2")}));
    QVERIFY(loaded.isReadOnly);
    QVERIFY(loaded.movedAside.isEmpty());
    QCOMPARE(read(path), bytes);
}

void TestEnvironmentFile::aPlaceThatCannotBeWrittenIsSaid()
{
    const QTemporaryDir folder;
    write(folder.filePath(QStringLiteral("file")), "x");
    QVERIFY(!saveEnvironments(environmentsPath(folder.filePath(QStringLiteral("file/inside"))),
                              builtInEnvironments())
                 .isEmpty());
}

QTEST_GUILESS_MAIN(TestEnvironmentFile)
#include "tst_environmentfile.moc"
