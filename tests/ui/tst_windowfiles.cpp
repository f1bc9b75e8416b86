// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/flowwatch.h"
#include "tests/ui/openwindow.h"
#include "ui/editor/jsonedit.h"

#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolButton>
#include <QMenu>
#include <QUndoStack>

#include <unistd.h>

using namespace otpscope;

namespace {

const QByteArray odd =
    "\xEF\xBB\xBF{ \"flow\" :[ {\"type\":\"ViberOtp\",\r\n \"ttl\":1.50,\"pin\":\"1111\","
    "\"pin\":\"2222\" , \"x\":18446744073709551616}]}\r\n\r\n";

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void put(const QString &path, const QByteArray &text)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("%s cannot be written.", qPrintable(path));
}

/// A window with a flow file of the test's own open in it.
class FileBench
{
    Q_DISABLE_COPY_MOVE(FileBench)

public:
    explicit FileBench(const QByteArray &text)
        : path(folder.filePath(QStringLiteral("flows/mine.json")))
    {
        QDir(folder.path()).mkdir(QStringLiteral("flows"));
        put(path, text);
        open.emplace(folder.filePath(QStringLiteral("data")), path);
    }

    [[nodiscard]] bool isOpen()
    {
        return open->isReady() && QTest::qWaitFor([this] {
                   return open->window().windowTitle().startsWith(QLatin1String("mine"));
               });
    }
    [[nodiscard]] QLineEdit *pin()
    {
        return open->window().findChild<QLineEdit *>(QStringLiteral("step0.pin"));
    }
    void typePin(const QString &text)
    {
        pin()->setFocus();
        pin()->selectAll();
        QTest::keyClicks(pin(), text);
    }
    void save() { QTest::keyClick(&open->window(), Qt::Key_S, Qt::ControlModifier); }
    [[nodiscard]] bool isModified() { return open->window().isWindowModified(); }
    [[nodiscard]] QByteArray text() { return open->controller.editor().text(); }
    [[nodiscard]] QString message() { return open->message(); }

    QTemporaryDir folder;
    QString path;
    std::optional<testsupport::OpenWindow> open;
};

} // namespace

// A flow file and the window it is open in, when both are worked on.
class WindowFilesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        // The offscreen platform has more to say about menus.
        QTest::failOnWarning(
            QRegularExpression(QStringLiteral("^(?!This plugin does not support).*")));
    }

    void anEditSavedChangesItsOwnBytesAlone()
    {
        FileBench bench(odd);
        QVERIFY(bench.isOpen());
        QCOMPARE(bench.pin()->text(), QStringLiteral("2222"));
        QVERIFY(!bench.isModified());
        bench.typePin(QStringLiteral("4711"));
        QVERIFY(bench.isModified());
        QCOMPARE(contentOf(bench.path), odd);
        bench.save();
        const QByteArray expected = QByteArray(odd).replace("2222", "4711");
        QTRY_COMPARE(contentOf(bench.path), expected);
        QTRY_VERIFY(!bench.isModified());
        QTest::keyClick(bench.pin(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(bench.isModified());
        QCOMPARE(bench.text(), odd);
    }

    void savingAnUneditedFileKeepsEveryByte()
    {
        FileBench bench(odd);
        QVERIFY(bench.isOpen());
        QVERIFY(QFile::remove(bench.path));
        bench.save();
        QTRY_COMPARE(contentOf(bench.path), odd);
    }

    void aFileChangedOnDiskIsToldAndTaken()
    {
        FileBench bench(odd);
        QVERIFY(bench.isOpen());
        bench.typePin(QStringLiteral("4711"));
        const QByteArray mine = bench.text();
        const QByteArray theirs = QByteArray(odd).replace("2222", "9999");
        put(bench.path, theirs);
        QTRY_VERIFY(bench.message().contains(QLatin1String("changed on disk")));
        QCOMPARE(bench.text(), mine);
        QTest::mouseClick(bench.open->button("Take the file"), Qt::LeftButton);
        QCOMPARE(bench.text(), theirs);
        QCOMPARE(bench.pin()->text(), QStringLiteral("9999"));
        QVERIFY(!bench.isModified());
        QVERIFY(!bench.message().contains(QLatin1String("changed on disk")));
        bench.pin()->setFocus();
        QTest::keyClick(bench.pin(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(bench.text(), mine);
    }

    void aFileChangedOnDiskIsToldAndWhatIsHereKept()
    {
        FileBench bench(odd);
        QVERIFY(bench.isOpen());
        put(bench.path, QByteArray(odd).replace("2222", "9999"));
        QTRY_VERIFY(bench.message().contains(QLatin1String("changed on disk")));
        QVERIFY2(bench.isModified(), "what is here is not what is on disk");
        QTest::mouseClick(bench.open->button("Keep this"), Qt::LeftButton);
        QCOMPARE(bench.text(), odd);
        bench.save();
        QTRY_COMPARE(contentOf(bench.path), odd);
        QTRY_VERIFY(!bench.isModified());
    }

    void aFileReplacedByRenamingIsToldEachTime()
    {
        FileBench bench(odd);
        QVERIFY(bench.isOpen());
        for (const char *pin : {"7777", "8888"}) {
            const QString other = bench.path + QStringLiteral(".new");
            put(other, QByteArray(odd).replace("2222", pin));
            QVERIFY(QFile::remove(bench.path));
            QVERIFY(QFile::rename(other, bench.path));
            QTRY_VERIFY(bench.open->button("Take the file"));
            QTest::mouseClick(bench.open->button("Take the file"), Qt::LeftButton);
            QCOMPARE(bench.pin()->text(), QString::fromLatin1(pin));
            QTRY_VERIFY(!bench.open->button("Take the file"));
        }
    }

    void aFileThatIsGoneIsTold()
    {
        FileBench bench(odd);
        QVERIFY(bench.isOpen());
        QVERIFY(QFile::remove(bench.path));
        QTRY_VERIFY(bench.message().contains(QLatin1String("no longer on disk")));
        QCOMPARE(bench.text(), odd);
    }

    void aFileThatBecameNoFlowTextIsNotCalledGone_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("UTF-16") << QByteArray("\xFF\xFE{\0}\0", 6);
        QTest::newRow("200 MB") << QByteArray();
    }
    void aFileThatBecameNoFlowTextIsNotCalledGone()
    {
        QFETCH(QByteArray, text);
        FileBench bench(odd);
        QVERIFY(bench.isOpen());
        constexpr qint64 large = 200'000'000;
        if (text.isEmpty())
            QVERIFY(QFile::resize(bench.path, large));
        else
            put(bench.path, text);
        QTRY_VERIFY2(bench.message().contains(QLatin1String("can no longer be read")),
                     qPrintable(bench.message()));
        QCOMPARE(bench.text(), odd);
    }

    void aBrokenFileWithADraftIsNotCalledChanged()
    {
        FileBench bench("{\"flow\": [,]}");
        QVERIFY(bench.isOpen());
        QTRY_VERIFY(bench.message().contains(QLatin1String("line 1, column")));
        auto *json = bench.open->window().findChild<ui::JsonEdit *>(QStringLiteral("json"));
        json->replaceText("{\"flow\": [1,]}");
        bench.open.reset();
        bench.open.emplace(bench.folder.filePath(QStringLiteral("data")));
        QVERIFY(bench.open->isReady());
        QTRY_COMPARE(bench.text(), QByteArray("{\"flow\": [1,]}"));
        // Begun later, so that its look comes behind the window's.
        window::FlowWatch later(nullptr);
        const QSignalSpy looked(&later, &window::FlowWatch::mayHaveChanged);
        later.watch(bench.path);
        QTRY_COMPARE(looked.size(), 1);
        QStringList told;
        while (!bench.message().isEmpty()) {
            told += bench.message().section(u' ', 0, 2);
            QTest::mouseClick(bench.open->named<QToolButton>("Close the message"), Qt::LeftButton);
        }
        QCOMPARE(told.join(u'|'), QStringLiteral("mine.json: This is|Your unsaved changes"));
    }

    void ownSavesAreNotTold()
    {
        FileBench bench(odd);
        QVERIFY(bench.isOpen());
        bench.typePin(QStringLiteral("4711"));
        bench.save();
        QTRY_VERIFY(!bench.isModified());
        // What comes behind it on the same way shows that the own save went by unsaid.
        QVERIFY(QFile::remove(bench.path));
        QTRY_VERIFY(bench.message().contains(QLatin1String("no longer on disk")));
        QCOMPARE(bench.open->button("Take the file"), nullptr);
    }

    void aFolderThatCannotBeWrittenIsToldAndNothingIsLost()
    {
        FileBench bench(odd);
        QVERIFY(bench.isOpen());
        bench.typePin(QStringLiteral("4711"));
        // The rights of a folder do not stop every user; that it is gone does.
        QVERIFY(QDir(bench.folder.filePath(QStringLiteral("flows"))).removeRecursively());
        bench.save();
        QTRY_VERIFY2(bench.message().contains(QLatin1String("cannot be written")),
                     qPrintable(bench.message()));
        QVERIFY(bench.isModified());
        QCOMPARE(bench.pin()->text(), QStringLiteral("4711"));
    }

    void aReadOnlyFolderIsToldAndNothingIsLost()
    {
        FileBench bench(odd);
        QVERIFY(bench.isOpen());
        bench.typePin(QStringLiteral("4711"));
        const QByteArray mine = bench.text();
        // Rights do not stop root. A folder in the file's place stops everybody.
        const QFileInfo file(bench.path);
        const bool isRoot = geteuid() == 0;
        if (isRoot) {
            QVERIFY(QFile::remove(bench.path) && QDir().mkdir(bench.path));
        } else {
            QVERIFY(QFile::setPermissions(file.path(),
                                          QFileDevice::ReadOwner | QFileDevice::ExeOwner));
        }
        bench.save();
        QTRY_VERIFY2(bench.message().contains(QLatin1String("cannot be written")),
                     qPrintable(bench.message()));
        QVERIFY(bench.isModified());
        QCOMPARE(bench.text(), mine);
        if (isRoot) {
            QVERIFY(QDir().rmdir(bench.path));
        } else {
            QCOMPARE(contentOf(bench.path), odd);
            QVERIFY(QFile::setPermissions(file.path(), QFileDevice::ReadOwner |
                                                           QFileDevice::WriteOwner |
                                                           QFileDevice::ExeOwner));
        }
        bench.save();
        QTRY_COMPARE(contentOf(bench.path), mine);
        QTRY_VERIFY(!bench.isModified());
    }

    void recentFilesAreRememberedAndOpened()
    {
        FileBench bench(odd);
        QVERIFY(bench.isOpen());
        const QString other = bench.folder.filePath(QStringLiteral("flows/R&D.json"));
        put(other, "{\"flow\": []}");
        Q_EMIT bench.open->window().flowChosen(other);
        QTRY_COMPARE(bench.text(), QByteArray("{\"flow\": []}"));
        // From one start to the next.
        bench.open.reset();
        bench.open.emplace(bench.folder.filePath(QStringLiteral("data")));
        QVERIFY(bench.open->isReady());
        auto *menu = bench.open->window().findChild<QMenu *>(QStringLiteral("recentMenu"));
        QVERIFY(menu->menuAction()->isEnabled());
        QCOMPARE(menu->actions().at(0)->toolTip(), other);
        QVERIFY2(menu->actions().at(0)->text().startsWith(QStringLiteral("&1  R&&D.json – ")),
                 qPrintable(menu->actions().at(0)->text()));
        QCOMPARE(menu->actions().at(1)->toolTip(), bench.path);
        menu->popup(bench.open->window().mapToGlobal(QPoint(0, 0)));
        QTest::keyClick(menu, Qt::Key_2);
        QTRY_COMPARE(bench.text(), odd);
        // What was opened last stands first.
        QTRY_COMPARE(menu->actions().at(0)->toolTip(), bench.path);
    }

    void aRecentFileThatIsMissingIsSaidAndTheListIsCleared()
    {
        FileBench bench(odd);
        QVERIFY(bench.isOpen());
        auto *menu = bench.open->window().findChild<QMenu *>(QStringLiteral("recentMenu"));
        QVERIFY(QFile::remove(bench.path));
        menu->popup(bench.open->window().mapToGlobal(QPoint(0, 0)));
        QTRY_VERIFY(!menu->actions().at(0)->isEnabled());
        QVERIFY(menu->actions().at(0)->text().endsWith(QLatin1String("(missing)")));
        put(bench.path, odd);
        menu->hide();
        menu->popup(bench.open->window().mapToGlobal(QPoint(0, 0)));
        QTRY_VERIFY(menu->actions().at(0)->isEnabled());
        menu->actions().last()->trigger();
        menu->hide();
        QVERIFY(!menu->menuAction()->isEnabled());
        bench.open.reset();
        bench.open.emplace(bench.folder.filePath(QStringLiteral("data")));
        QVERIFY(bench.open->isReady());
        QVERIFY(!bench.open->window()
                     .findChild<QMenu *>(QStringLiteral("recentMenu"))
                     ->menuAction()
                     ->isEnabled());
    }

    void aBrokenFileOpensAsTextWithItsMistake()
    {
        const QByteArray broken = "{\"flow\": [\n  {\"type\": \"Sms\",}\n]}";
        FileBench bench(broken);
        QVERIFY(bench.isOpen());
        QTRY_VERIFY(bench.message().contains(QLatin1String("line 2, column 18")));
        QCOMPARE(bench.text(), broken);
        QVERIFY(bench.open->controller.editor().hasBrokenText());
        QVERIFY(!bench.isModified());
        auto *json = bench.open->window().findChild<ui::JsonEdit *>(QStringLiteral("json"));
        json->replaceText(QByteArray(broken).replace("\",}", "\"}"));
        QVERIFY(!bench.open->controller.editor().hasBrokenText());
        QVERIFY(bench.isModified());
        bench.save();
        QTRY_COMPARE(contentOf(bench.path), QByteArray(broken).replace("\",}", "\"}"));
    }

    void whatIsNoTextIsRefusedWithASentence_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("said");
        QTest::newRow("UTF-16") << QByteArray("\xFF\xFE{\0}\0", 6)
                                << QStringLiteral("not UTF-8 at line 1, column 1");
        QTest::newRow("200 MB") << QByteArray() << QStringLiteral("larger than");
    }
    void whatIsNoTextIsRefusedWithASentence()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, said);
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("strange.json"));
        put(path, text);
        constexpr qint64 large = 200'000'000;
        // A hole, so that the disk holds nothing.
        if (text.isEmpty())
            QVERIFY(QFile::resize(path, large));
        testsupport::OpenWindow open(folder.filePath(QStringLiteral("data")), path);
        QVERIFY(open.isReady());
        QTRY_VERIFY2(open.message().contains(said), qPrintable(open.message()));
        QVERIFY(!open.window().windowTitle().startsWith(QLatin1String("strange")));
    }
};

QTEST_MAIN(WindowFilesTest)
#include "tst_windowfiles.moc"
