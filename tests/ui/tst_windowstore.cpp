// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/datafolder.h"
#include "app/store/observationstore.h"
#include "tests/ui/openwindow.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace otpscope;
using Field = ui::StatusLine::Field;

// What the window says and does about its store.
class WindowStoreTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnEveryWarning(); }

    void everythingIsStoredWhereTheHistoryIsFree()
    {
        QTemporaryDir folder;
        testsupport::OpenWindow open(folder.path());
        QTRY_COMPARE(open.status(Field::Store), QStringLiteral("Everything stored"));
        QCOMPARE(open.message(), QString());
    }

    void aHistoryInUseIsSaidAndAFileBesideItTaken()
    {
        QTemporaryDir folder;
        const auto other =
            store::ObservationStore::open(platform::historyStorePath(folder.path()));
        QVERIFY(other);
        testsupport::OpenWindow open(folder.path());
        QVERIFY(open.isReady());
        QCOMPARE(open.status(Field::Store), QStringLiteral("Stored in a separate file"));
        QVERIFY(open.message().contains(QLatin1String("open in another program")));

        QTest::keyClick(&open.window(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(!open.controller.run().transitions().empty());
        QCOMPARE(open.status(Field::Store), QStringLiteral("Stored in a separate file"));
        const QStringList separate =
            QDir(folder.path()).entryList({QStringLiteral("runs-*.sqlite")}, QDir::Files);
        QCOMPARE(separate.size(), 1);
        QVERIFY(open.message().contains(separate.front()));
        QCOMPARE(other.value()->runs().size(), 0u);
    }

    void aStoreThatCannotBeOpenedIsNeverCalledStored()
    {
        QTemporaryDir folder;
        // A folder in the place of the file stops root as well.
        QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("runs.sqlite")));
        testsupport::OpenWindow open(folder.path());
        QVERIFY(open.isReady());
        QCOMPARE(open.status(Field::Store), QStringLiteral("Kept in memory only"));
        QVERIFY(open.message().contains(QLatin1String("kept in memory")));

        QTest::keyClick(&open.window(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(!open.controller.run().transitions().empty());
        QCOMPARE(open.status(Field::Store), QStringLiteral("Kept in memory only"));
    }

    void aForeignFileIsMovedAsideAndTheNewPlaceNamed()
    {
        QTemporaryDir folder;
        QFile foreign(platform::historyStorePath(folder.path()));
        QVERIFY(foreign.open(QIODevice::WriteOnly));
        foreign.write("not a store");
        foreign.close();
        testsupport::OpenWindow open(folder.path());
        QTRY_COMPARE(open.status(Field::Store), QStringLiteral("Everything stored"));
        QVERIFY(open.message().contains(QLatin1String("runs.sqlite.damaged-")));
    }
};

QTEST_MAIN(WindowStoreTest)
#include "tst_windowstore.moc"
