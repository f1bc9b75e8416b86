// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/openwindow.h"
#include "ui/import/importdialog.h"

#include <QClipboard>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTemporaryDir>
#include <QWindow>

using namespace otpscope;
using testsupport::OpenWindow;

namespace {

/// What a customer sends: the number without a country code, a unit in the wrong place, a token.
const QByteArray customersCommand =
    "curl -X POST https://connect.routee.net/failover-otp/otp/send-failover \\\n"
    "  -H 'Authorization: Bearer S3CRET' \\\n"
    "  -H 'Content-Type: application/json' \\\n"
    "  -d '{\"flow\": [\n"
    "    {\"type\": \"ViberOtp\", \"to\": [\"+306971234567\"], \"order\": 1, \"ttl\": 300,\n"
    "     \"senderInfoTrackingId\": \"0094d198-4dd2-4fb5-b451-d46aca191b27\",\n"
    "     \"templateId\": \"0aac888f-2ee2-4112-9659-1755a951966a\", \"pin\": \"12\"},\n"
    "    {\"type\": \"Sms\", \"to\": \"306971234567\", \"order\": 2, \"ttl\": 600,\n"
    "     \"message\": {\"body\": \"Your code is 123456.\"}}]}'\n";

ui::ImportDialog *dialogOf(OpenWindow &open)
{
    return open.window().findChild<ui::ImportDialog *>();
}

bool waitForDialog(OpenWindow &open)
{
    return QTest::qWaitFor([&] { return dialogOf(open) && dialogOf(open)->isVisible(); });
}

QPushButton *openButton(ui::ImportDialog &dialog)
{
    for (QPushButton *button : dialog.findChildren<QPushButton *>()) {
        if (button->text().remove(u'&') == QLatin1String("Open as a new flow"))
            return button;
    }
    return nullptr;
}

QStringList lines(const QListWidget *list)
{
    QStringList texts;
    for (int row = 0; row < list->count(); ++row)
        texts << list->item(row)->text();
    return texts;
}

QListWidget *listIn(ui::ImportDialog &dialog, const char *name)
{
    return dialog.findChild<QListWidget *>(QLatin1String(name));
}

QString jsonText(OpenWindow &open)
{
    return QString::fromUtf8(open.controller.editor().text());
}

QString flowTitle(OpenWindow &open)
{
    return open.controller.editor().title();
}

/// As the window system delivers a drop, on the middle of a widget.
void dropAt(OpenWindow &open, const QMimeData &data, const QWidget *target)
{
    QWindow *window = open.window().windowHandle();
    const QPoint place = target->mapTo(&open.window(), target->rect().center());
    QDragEnterEvent enter(place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(window, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent dropped(QPointF(place), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(window, &dropped);
    QVERIFY(dropped.isAccepted());
}

QString fileIn(const QTemporaryDir &folder, const QString &name, const QByteArray &text)
{
    const QString path = folder.filePath(name);
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? path : QString();
}

} // namespace

/// From what a person has to a flow in the editor, with real keys, mouse and drops.
class WindowImportTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnEveryWarning(); }

    // A customer's command, pasted, corrected and sent.
    void aNewUserGetsFromACommandToASentFlow()
    {
        QTemporaryDir folder;
        OpenWindow open(folder.path());
        QVERIFY(open.isReady());
        QGuiApplication::clipboard()->setText(QString::fromUtf8(customersCommand));
        open.named<QListView>("Flows")->setFocus();
        QTest::keyClick(&open.window(), Qt::Key_V, Qt::ControlModifier);
        QVERIFY(waitForDialog(open));
        ui::ImportDialog &dialog = *dialogOf(open);
        QCOMPARE(
            lines(listIn(dialog, "importNotes")),
            QStringList{QStringLiteral("Line 2: The header Authorization was left out. OtpScope "
                                       "gets a token of its own.")});
        QTest::mouseClick(openButton(dialog), Qt::LeftButton);
        QTRY_COMPARE(flowTitle(open),
                     QStringLiteral("POST connect.routee.net/failover-otp/otp/send-failover"));
        QVERIFY(jsonText(open).contains(QLatin1String("\"pin\": \"12\"")));
        QVERIFY(!jsonText(open).contains(QLatin1String("S3CRET")));
        QVERIFY(open.window().isWindowModified());

        // The mistake is said, and the first press of Send shows where it is.
        QTest::mouseClick(open.button("Send"), Qt::LeftButton);
        QVERIFY(open.message().contains(QLatin1String("Not sent")));
        auto *pin = open.window().findChild<QLineEdit *>(QStringLiteral("step0.pin"));
        QVERIFY(pin);
        pin->setFocus();
        pin->selectAll();
        QTest::keyClicks(pin, QStringLiteral("123456"));
        QTest::mouseClick(open.button("Send"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(open.state().isConcluded(), 60'000);
        QVERIFY(jsonText(open).contains(QLatin1String("\"pin\": \"123456\"")));
    }

    // Nothing came before it, so there is nothing to go back to.
    void anImportedFlowIsTheBeginningOfItsHistory()
    {
        QTemporaryDir folder;
        OpenWindow open(folder.path());
        QVERIFY(open.isReady());
        QGuiApplication::clipboard()->setText(QString::fromUtf8(customersCommand));
        open.named<QListView>("Flows")->setFocus();
        QTest::keyClick(&open.window(), Qt::Key_V, Qt::ControlModifier);
        QVERIFY(waitForDialog(open));
        QTest::mouseClick(openButton(*dialogOf(open)), Qt::LeftButton);
        QTRY_VERIFY(jsonText(open).contains(QLatin1String("\"pin\": \"12\"")));
        const QString imported = jsonText(open);
        const auto *flows = open.named<QListView>("Flows");
        const int listed = flows->model()->rowCount();
        open.window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&open.window()));
        QTRY_VERIFY(QApplication::focusWidget() &&
                    open.controller.editor().isAncestorOf(QApplication::focusWidget()));

        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(jsonText(open), imported);
        QCOMPARE(flows->model()->rowCount(), listed);
        QVERIFY(open.window().isWindowModified());

        // An edit is undone, and no more than that.
        auto *pin = open.window().findChild<QLineEdit *>(QStringLiteral("step0.pin"));
        pin->setFocus();
        QTest::keyClicks(pin, QStringLiteral("3456"));
        QVERIFY(jsonText(open) != imported);
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(pin, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(jsonText(open), imported);
        QCOMPARE(flows->model()->rowCount(), listed);
    }

    void ofSeveralRequestsOneIsChosen()
    {
        QTemporaryDir folder;
        OpenWindow open(folder.path());
        QVERIFY(open.isReady());
        QGuiApplication::clipboard()->setText(
            QStringLiteral("curl a.example/token -d grant_type=x\n"
                           "curl b.example/one -d '{\"flow\":[]}'\n"
                           "curl c.example/two -d '{\"flow\":[],\"x\":1}'\n"));
        open.named<QListView>("Flows")->setFocus();
        QTest::keyClick(&open.window(), Qt::Key_V, Qt::ControlModifier);
        QVERIFY(waitForDialog(open));
        ui::ImportDialog &dialog = *dialogOf(open);
        QListWidget *requests = listIn(dialog, "importRequests");
        QCOMPARE(lines(requests), (QStringList{QStringLiteral("POST a.example/token (no flow)"),
                                               QStringLiteral("POST b.example/one"),
                                               QStringLiteral("POST c.example/two")}));
        QCOMPARE(requests->currentRow(), 1);
        QTest::keyClick(requests, Qt::Key_Up);
        QVERIFY(!openButton(dialog)->isEnabled());
        QTest::keyClick(requests, Qt::Key_Down);
        QTest::keyClick(requests, Qt::Key_Down);
        QCOMPARE(dialog.findChild<QPlainTextEdit *>(QStringLiteral("importBody"))->toPlainText(),
                 QStringLiteral("{\"flow\":[],\"x\":1}"));
        QTest::keyClick(requests, Qt::Key_Return);
        QTRY_COMPARE(jsonText(open), QStringLiteral("{\"flow\":[],\"x\":1}"));
    }

    void aFileIsDropped()
    {
        QTemporaryDir folder;
        OpenWindow open(folder.filePath(QStringLiteral("data")));
        QVERIFY(open.isReady());
        const QString path = fileIn(folder, QStringLiteral("customer.txt"), customersCommand);
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        dropAt(open, data, open.window().runView());
        QVERIFY(waitForDialog(open));
        QTest::mouseClick(openButton(*dialogOf(open)), Qt::LeftButton);
        QTRY_COMPARE(flowTitle(open), QStringLiteral("customer"));
    }

    void textIsDropped()
    {
        QTemporaryDir folder;
        OpenWindow open(folder.path());
        QVERIFY(open.isReady());
        QMimeData data;
        data.setText(QString::fromUtf8(customersCommand));
        // Onto the run, which has no text field.
        dropAt(open, data, open.window().runView());
        QVERIFY(waitForDialog(open));
        QTest::mouseClick(openButton(*dialogOf(open)), Qt::LeftButton);
        QTRY_VERIFY(jsonText(open).contains(QLatin1String("\"pin\": \"12\"")));
    }

    void textDroppedOntoAFieldStaysThere()
    {
        QTemporaryDir folder;
        OpenWindow open(folder.path());
        QVERIFY(open.isReady());
        auto *pin = open.window().findChild<QLineEdit *>(QStringLiteral("step0.pin"));
        QVERIFY(pin);
        pin->clear();
        QMimeData data;
        data.setText(QStringLiteral("4711"));
        dropAt(open, data, pin);
        QCOMPARE(pin->text(), QStringLiteral("4711"));
        QVERIFY(!dialogOf(open));
    }

    void brokenJsonIsOpenedToBeCorrected()
    {
        QTemporaryDir folder;
        OpenWindow open(folder.path());
        QVERIFY(open.isReady());
        QGuiApplication::clipboard()->setText(QStringLiteral("curl u -d '{\"flow\": [,]}'"));
        open.named<QListView>("Flows")->setFocus();
        QTest::keyClick(&open.window(), Qt::Key_V, Qt::ControlModifier);
        QVERIFY(waitForDialog(open));
        QTest::mouseClick(openButton(*dialogOf(open)), Qt::LeftButton);
        QTRY_COMPARE(jsonText(open), QStringLiteral("{\"flow\": [,]}"));
        QVERIFY(open.controller.editor().hasBrokenText());
    }

    void whatHoldsNoRequestIsSaidInPlace_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("a sentence")
            << QStringLiteral("Hello") << QStringLiteral("No request was found in this text");
        QTest::newRow("nothing") << QString() << QStringLiteral("There is nothing to import");
    }
    void whatHoldsNoRequestIsSaidInPlace()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, sentence);
        QTemporaryDir folder;
        OpenWindow open(folder.path());
        QVERIFY(open.isReady());
        const QString before = jsonText(open);
        QGuiApplication::clipboard()->setText(text);
        open.named<QListView>("Flows")->setFocus();
        QTest::keyClick(&open.window(), Qt::Key_V, Qt::ControlModifier);
        QTRY_VERIFY(open.message().contains(sentence));
        QVERIFY(!dialogOf(open));
        QCOMPARE(jsonText(open), before);
    }

    void aTextFieldKeepsItsOwnPaste()
    {
        QTemporaryDir folder;
        OpenWindow open(folder.path());
        QVERIFY(open.isReady());
        auto *pin = open.window().findChild<QLineEdit *>(QStringLiteral("step0.pin"));
        QVERIFY(pin);
        pin->setFocus();
        QTRY_VERIFY(pin->hasFocus());
        pin->selectAll();
        QGuiApplication::clipboard()->setText(QStringLiteral("777888"));
        QTest::keyClick(pin, Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(pin->text(), QStringLiteral("777888"));
        QCOMPARE(open.message(), QString());
    }

    void theCommandPageCopiesWithoutSecrets()
    {
        QTemporaryDir folder;
        OpenWindow open(folder.path());
        QVERIFY(open.isReady());
        auto *tabs = open.window().findChild<QTabBar *>(QStringLiteral("editorTabs"));
        int page = 0;
        while (page < tabs->count() && tabs->tabText(page) != QLatin1String("cURL"))
            ++page;
        QVERIFY(page < tabs->count());
        QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(page).center());
        auto *text = open.window().findChild<QPlainTextEdit *>(QStringLiteral("snippetText"));
        QTRY_VERIFY(text->isVisible());
        QVERIFY(text->toPlainText().startsWith(QLatin1String("curl ")));
        auto *copy = open.window().findChild<QPushButton *>(QStringLiteral("snippetCopy"));
        QTest::mouseClick(copy, Qt::LeftButton);
        QVERIFY(!QGuiApplication::clipboard()->text().contains(QLatin1String("\"123456\"")));
        QCOMPARE(QGuiApplication::clipboard()->text(), text->toPlainText());

        auto *language = open.window().findChild<QComboBox *>(QStringLiteral("snippetLanguage"));
        language->setFocus();
        QTest::keyClick(language, Qt::Key_End);
        QVERIFY(text->toPlainText().contains(QLatin1String("fetch(")));
        auto *secrets =
            open.window().findChild<QAbstractButton *>(QStringLiteral("snippetSecrets"));
        QTest::keyClick(secrets, Qt::Key_Space);
        QVERIFY(text->toPlainText().contains(QLatin1String("\"123456\"")));
    }
};

QTEST_MAIN(WindowImportTest)
#include "tst_windowimport.moc"
