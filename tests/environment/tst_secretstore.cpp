// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

/// SecretStore in processes of its own, with a real gnome-keyring in a session bus of its own, and
/// without one.
class TestSecretStore final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void aKeyStoreKeepsSecretsForTheNextStart();
    void withoutAKeyStoreASecretIsForThisSession();

private:
    /// Runs `script` with sh and a home of its own; "$PROBE" is the program under test.
    [[nodiscard]] QByteArray runScript(const QByteArray &script, const QString &launcher);
    [[nodiscard]] bool isAnywhereInHome(const QByteArray &needle) const;

    QTemporaryDir m_home;
};

QByteArray TestSecretStore::runScript(const QByteArray &script, const QString &launcher)
{
    QProcessEnvironment surroundings = QProcessEnvironment::systemEnvironment();
    surroundings.insert(QStringLiteral("HOME"), m_home.path());
    for (const char *name : {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"})
        surroundings.insert(QLatin1String(name), m_home.filePath(QLatin1String(name)));
    surroundings.insert(QStringLiteral("XDG_RUNTIME_DIR"), m_home.path());
    surroundings.insert(QStringLiteral("PROBE"), QStringLiteral(SECRETPROBE));
    surroundings.remove(QStringLiteral("DISPLAY"));
    surroundings.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"),
                        QStringLiteral("unix:path=/nonexistent"));
    QProcess process;
    process.setProcessEnvironment(surroundings);
    QStringList words{QStringLiteral("sh"), QStringLiteral("-c"), QString::fromUtf8(script)};
    if (!launcher.isEmpty())
        words = QStringList{launcher, QStringLiteral("--")} + words;
    process.start(words.takeFirst(), words);
    if (!process.waitForFinished(60'000))
        process.kill();
    return process.readAllStandardOutput();
}

bool TestSecretStore::isAnywhereInHome(const QByteArray &needle) const
{
    QDirIterator files(m_home.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(needle))
            return true;
    }
    return false;
}

void TestSecretStore::aKeyStoreKeepsSecretsForTheNextStart()
{
    const QString launcher = QStandardPaths::findExecutable(QStringLiteral("dbus-run-session"));
    const QString keyring = QStandardPaths::findExecutable(QStringLiteral("gnome-keyring-daemon"));
    if (launcher.isEmpty() || keyring.isEmpty())
        QSKIP("dbus-run-session and gnome-keyring are not installed here.");
    const QByteArray out = runScript(
        "printf pass | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1\n"
        "printf 's3cr\xC3\xA9t \"1\"\\n' | \"$PROBE\" write first\n"
        "printf 'other\\n' | \"$PROBE\" write second\n"
        "\"$PROBE\" read first\n"
        "printf 'changed\\n' | \"$PROBE\" write first\n"
        "\"$PROBE\" read first\n"
        "\"$PROBE\" read nobody\n"
        "printf 'by the proxy\\n' | \"$PROBE\" write first proxy\n"
        "\"$PROBE\" read first\n"
        "\"$PROBE\" remove first\n"
        "\"$PROBE\" read first\n"
        "\"$PROBE\" read first proxy\n"
        "\"$PROBE\" remove first proxy\n"
        "\"$PROBE\" read second\n",
        launcher);
    QCOMPARE(out.simplified(), QByteArray("kept here: s3cr\xC3\xA9t \"1\" kept here: other "
                                          "read: s3cr\xC3\xA9t \"1\" kept here: changed "
                                          "read: changed read: kept here: by the proxy read: changed "
                                          "left: read: read: by the proxy left: read: other"));
    // The key store encrypts what it keeps; nobody else wrote it anywhere.
    QVERIFY(!isAnywhereInHome("s3cr"));
    QVERIFY(!isAnywhereInHome("changed"));
    QVERIFY(!isAnywhereInHome("by the proxy"));
}

void TestSecretStore::withoutAKeyStoreASecretIsForThisSession()
{
    const QByteArray out = runScript("printf 'plain-s3cret\\n' | \"$PROBE\" write first\n"
                                     "\"$PROBE\" read first\n",
                                     {});
    QCOMPARE(out.simplified(), QByteArray("session only here: plain-s3cret read:"));
    QVERIFY(!isAnywhereInHome("plain-s3cret"));
}

QTEST_GUILESS_MAIN(TestSecretStore)
#include "tst_secretstore.moc"
