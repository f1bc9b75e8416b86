// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/drafts.h"
#include "models/core/json.h"
#include "tests/ui/openwindow.h"
#include "ui/editor/jsonedit.h"

#include <QFile>
#include <QLineEdit>
#include <QListView>
#include <QTabBar>
#include <QTemporaryDir>

using namespace otpscope;

namespace {

QLineEdit *pin(testsupport::OpenWindow &open)
{
    return open.window().findChild<QLineEdit *>(QStringLiteral("step0.pin"));
}

ui::JsonEdit *jsonText(testsupport::OpenWindow &open)
{
    return open.window().findChild<ui::JsonEdit *>(QStringLiteral("json"));
}

void typePin(testsupport::OpenWindow &open, const QString &text)
{
    pin(open)->setFocus();
    pin(open)->selectAll();
    QTest::keyClicks(pin(open), text);
}

QStringList flowTitles(testsupport::OpenWindow &open)
{
    const QAbstractItemModel *model = open.named<QListView>("Flows")->model();
    QStringList titles;
    for (int row = 0; row < model->rowCount(); ++row)
        titles << model->index(row, 0).data().toString();
    return titles;
}

void openFlow(testsupport::OpenWindow &open, int row)
{
    auto *list = open.named<QListView>("Flows");
    list->scrollTo(list->model()->index(row, 0));
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                      list->visualRect(list->model()->index(row, 0)).center());
}

} // namespace

// Unsaved work is never lost, whichever way one leaves it.
class WindowDraftsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnEveryWarning(); }

    void whatWasTypedIsBackAtTheNextStart()
    {
        QTemporaryDir folder;
        QString before;
        {
            testsupport::OpenWindow open(folder.path());
            QVERIFY(open.isReady());
            before = pin(open)->text();
            typePin(open, QStringLiteral("777888"));
            open.window().close();
        }
        testsupport::OpenWindow open(folder.path());
        QVERIFY(open.isReady());
        QTRY_COMPARE(pin(open)->text(), QStringLiteral("777888"));
        QVERIFY(open.message().contains(QLatin1String("unsaved changes")));
        // It stays when the drafts are written, and goes with the next edit.
        const QString drafts = folder.filePath(QStringLiteral("drafts.json"));
        QVERIFY(QFile::remove(drafts));
        open.controller.editor().setSentAsIs(true);
        QTRY_VERIFY(QFile::exists(drafts));
        open.controller.editor().setSentAsIs(false);
        QVERIFY(QFile::remove(drafts));
        QTRY_VERIFY(QFile::exists(drafts));
        QVERIFY(open.message().contains(QLatin1String("unsaved changes")));
        pin(open)->setFocus();
        QTest::keyClick(pin(open), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(pin(open)->text(), before);
        QCOMPARE(open.message(), QString());
    }

    void anotherFlowAndBackKeepsTheChanges()
    {
        QTemporaryDir folder;
        testsupport::OpenWindow open(folder.path());
        QVERIFY(open.isReady());
        typePin(open, QStringLiteral("777888"));
        openFlow(open, 1);
        QVERIFY(pin(open)->text() != QLatin1String("777888"));
        openFlow(open, 0);
        QCOMPARE(pin(open)->text(), QStringLiteral("777888"));
    }

    void aNewFlowThatWasNeverSavedStaysInTheList()
    {
        QTemporaryDir folder;
        {
            testsupport::OpenWindow open(folder.path());
            QVERIFY(open.isReady());
            QTest::keyClick(&open.window(), Qt::Key_N, Qt::ControlModifier);
            open.controller.editor().flowActions().front()->trigger();
            typePin(open, QStringLiteral("4711"));
            QTest::keyClick(&open.window(), Qt::Key_N, Qt::ControlModifier);
            QVERIFY(!pin(open) || pin(open)->text().isEmpty());
        }
        testsupport::OpenWindow open(folder.path());
        QTRY_VERIFY(flowTitles(open).contains(QStringLiteral("New flow 1")));
        QVERIFY(open.named<QListView>("Flows")->currentIndex().isValid());
        openFlow(open, int(flowTitles(open).indexOf(QStringLiteral("New flow 1"))));
        QCOMPARE(pin(open)->text(), QStringLiteral("4711"));
    }

    void aTextThatIsNoFlowIsKeptAsItStands()
    {
        QTemporaryDir folder;
        {
            testsupport::OpenWindow open(folder.path());
            QVERIFY(open.isReady());
            jsonText(open)->replaceText("{ \"flow\": [ oops");
            QVERIFY(open.controller.editor().hasBrokenText());
        }
        testsupport::OpenWindow open(folder.path());
        QTRY_COMPARE(jsonText(open)->exactText(), QByteArray("{ \"flow\": [ oops"));
        QVERIFY(open.controller.editor().hasBrokenText());
    }

    void undoingEverythingLeavesNoDraft()
    {
        QTemporaryDir folder;
        {
            testsupport::OpenWindow open(folder.path());
            QVERIFY(open.isReady());
            typePin(open, QStringLiteral("777888"));
            QTest::keyClick(pin(open), Qt::Key_Z, Qt::ControlModifier);
        }
        QFile file(folder.filePath(QStringLiteral("drafts.json")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto drafts = window::Drafts::fromBytes(file.readAll());
        QVERIFY(drafts);
        QCOMPARE(drafts->all().size(), 0u);
        QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    void draftsComeBackFromTheirBytes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("an empty text") << QString();
        QTest::newRow("no JSON") << QStringLiteral("{\"\n\\");
        QTest::newRow("Greek and emoji") << QString::fromUtf8("κωδικός 🔑");
        QTest::newRow("Windows lines") << QStringLiteral("{\r\n}");
    }
    void draftsComeBackFromTheirBytes()
    {
        QFETCH(QString, text);
        window::Drafts drafts;
        drafts.put(drafts.freeKey(), {QStringLiteral("Title"), text.toUtf8()});
        drafts.setCurrent(QStringLiteral("new:1"));
        const auto read = window::Drafts::fromBytes(drafts.toBytes());
        QVERIFY(read);
        QCOMPARE(*read, drafts);
        QCOMPARE(read->freeKey(), QStringLiteral("new:2"));
    }

    void strangeBytesAreNoDrafts_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("{");
        QTest::newRow("a list") << QByteArray("[]");
        QTest::newRow("no drafts") << QByteArray("{}");
        QTest::newRow("drafts that are no list") << QByteArray("{\"drafts\": 1}");
    }
    void strangeBytesAreNoDrafts()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(!window::Drafts::fromBytes(bytes));
    }
};

QTEST_MAIN(WindowDraftsTest)
#include "tst_windowdrafts.moc"
