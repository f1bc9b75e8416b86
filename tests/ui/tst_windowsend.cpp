// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/openwindow.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTableView>
#include <QTemporaryDir>

using namespace otpscope;

namespace {

const QByteArray variableFlow = R"({"flow":[
 {"type":"ViberOtp","to":["+306971234567"],"order":1,"ttl":30,
  "senderInfoTrackingId":"0094d198-4dd2-4fb5-b451-d46aca191b27",
  "templateId":"0aac888f-2ee2-4112-9659-1755a951966a","pin":"{{pin}}"},
 {"type":"Sms","to":"306971234567","order":2,"ttl":600,"from":"Brand",
  "message":{"body":"Your code is {{pin}}."}}]})";

QLineEdit *pinOf(testsupport::OpenWindow &open)
{
    return open.window().findChild<QLineEdit *>(QStringLiteral("step0.pin"));
}

QString variableFlowIn(const QTemporaryDir &folder)
{
    QFile file(folder.filePath(QStringLiteral("variables.json")));
    const bool isWritten =
        file.open(QIODevice::WriteOnly) && file.write(variableFlow) == variableFlow.size();
    return isWritten ? file.fileName() : QString();
}

void sendByKey(testsupport::OpenWindow &open)
{
    QTest::keyClick(&open.window(), Qt::Key_Return, Qt::ControlModifier);
}

} // namespace

/// What goes out of the window: flows with errors, and flows with variables.
class WindowSendTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnEveryWarning(); }
    void aFlowWithErrorsIsSentOnlyAsItIs();
    void asItIsIsKeptWithTheDraft();
    void variablesAreResolvedAtSendAndDrawnAnew();
    void theCommandPageShowsWhatWouldBeSent();
};

void WindowSendTest::aFlowWithErrorsIsSentOnlyAsItIs()
{
    const QTemporaryDir folder;
    testsupport::OpenWindow open(folder.path());
    QVERIFY(open.isReady());
    pinOf(open)->setText(QStringLiteral("1"));
    sendByKey(open);
    QVERIFY(open.message().startsWith(QLatin1String("Not sent")));
    QVERIFY(open.message().contains(QLatin1String("Send as it is")));
    QVERIFY(open.controller.run().run() == models::RunId());
    auto *box = open.window().findChild<QCheckBox *>(QStringLiteral("sendAsIs"));
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Space);
    sendByKey(open);
    QVERIFY(open.controller.run().run() != models::RunId());
    // The simulator refuses it, as the service is said to.
    QTRY_VERIFY_WITH_TIMEOUT(open.state().isConcluded(), 30'000);
}

void WindowSendTest::asItIsIsKeptWithTheDraft()
{
    const QTemporaryDir folder;
    {
        testsupport::OpenWindow open(folder.path());
        QVERIFY(open.isReady());
        open.window().findChild<QCheckBox *>(QStringLiteral("sendAsIs"))->setChecked(true);
    }
    testsupport::OpenWindow open(folder.path());
    QVERIFY(open.isReady());
    QTRY_VERIFY(open.controller.editor().isSentAsIs());
    QVERIFY2(!open.window().isWindowModified(), "nothing of the flow itself has changed");
}

void WindowSendTest::variablesAreResolvedAtSendAndDrawnAnew()
{
    const QTemporaryDir folder;
    testsupport::OpenWindow open(folder.path(), variableFlowIn(folder));
    QVERIFY(open.isReady());
    QTRY_COMPARE(pinOf(open)->text(), QStringLiteral("{{pin}}"));
    const QString shown = models::pinOf(open.controller.editor().variables());
    sendByKey(open);
    QTRY_VERIFY(open.named<QTableView>("Events")->model()->rowCount() > 0);
    QVERIFY2(models::pinOf(open.controller.editor().variables()) != shown,
             "the next send has a pin of its own");
    QCOMPARE(open.controller.editor().document().text(), variableFlow);
    auto *events = open.named<QTableView>("Events");
    events->selectRow(0);
    auto *request = open.named<QPlainTextEdit>("Request");
    QTRY_VERIFY(request->toPlainText().contains(QStringLiteral("Your code is ")));
    QVERIFY(!request->toPlainText().contains(QStringLiteral("{{")));
}

void WindowSendTest::theCommandPageShowsWhatWouldBeSent()
{
    const QTemporaryDir folder;
    testsupport::OpenWindow open(folder.path(), variableFlowIn(folder));
    QVERIFY(open.isReady());
    QTRY_COMPARE(pinOf(open)->text(), QStringLiteral("{{pin}}"));
    auto *tabs = open.window().findChild<QTabBar *>(QStringLiteral("editorTabs"));
    int page = 0;
    while (tabs->tabText(page) != QLatin1String("cURL"))
        ++page;
    QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(page).center());
    auto *text = open.window().findChild<QPlainTextEdit *>(QStringLiteral("snippetText"));
    QTRY_VERIFY(text->isVisible());
    QVERIFY2(!text->toPlainText().contains(QLatin1String("{{")), qPrintable(text->toPlainText()));
    const QString pin = models::pinOf(open.controller.editor().variables());
    QVERIFY2(!text->toPlainText().contains(pin), "the pin is a secret");
    open.window().findChild<QAbstractButton *>(QStringLiteral("snippetSecrets"))->click();
    QVERIFY(text->toPlainText().contains(pin));
}

QTEST_MAIN(WindowSendTest)
#include "tst_windowsend.moc"
