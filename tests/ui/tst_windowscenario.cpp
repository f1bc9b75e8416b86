// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/findingmodel.h"
#include "tests/support/rawpeer.h"
#include "tests/ui/openwindow.h"
#include "ui/run/verdictbutton.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QUrl>

using namespace otpscope;

namespace {

const QByteArray flowText = R"({"flow":[
 {"type":"ViberOtp","to":["+306971999003"],"order":1,"ttl":300,
  "senderInfoTrackingId":"0094d198-4dd2-4fb5-b451-d46aca191b27",
  "templateId":"0aac888f-2ee2-4112-9659-1755a951966a","pin":"123456"},
 {"type":"Sms","to":"306971999003","order":2,"ttl":600,"from":"Brand",
  "message":{"body":"Your code is 123456."}}]})";

/// Steers the window's simulator from outside, as anybody on this machine can.
class Control final
{
public:
    /// The command page names the simulator's address.
    explicit Control(testsupport::OpenWindow &open)
    {
        auto *tabs = open.window().findChild<QTabBar *>(QStringLiteral("editorTabs"));
        const int before = tabs->currentIndex();
        for (int page = 0; page < tabs->count(); ++page) {
            if (tabs->tabText(page) == QLatin1String("cURL"))
                tabs->setCurrentIndex(page);
        }
        auto *command = open.window().findChild<QPlainTextEdit *>(QStringLiteral("snippetText"));
        const QRegularExpression address(QStringLiteral("http://127\\.0\\.0\\.1:(\\d+)/"));
        m_port = address.match(command->toPlainText()).captured(1).toUShort();
        tabs->setCurrentIndex(before);
    }

    /// Whether the simulator took it.
    [[nodiscard]] bool ask(const QByteArray &method, const QByteArray &path, const QByteArray &body)
    {
        testsupport::RawPeer peer(m_port);
        peer.write(method + " /__otpscope" + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" +
                   "Content-Type: application/json\r\nContent-Length: " +
                   QByteArray::number(body.size()) + "\r\n\r\n" + body);
        return peer.readAnswers(1).startsWith("HTTP/1.1 200 ");
    }

private:
    quint16 m_port = 0;
};

} // namespace

/// What the simulator plays, and what the window says of it: also of webhooks it loses.
class WindowScenarioTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnEveryWarning(); }
    void theScenarioThatTheFlowChoosesIsShown();
    void webhooksThatStopOrNeverComeAreMissed_data();
    void webhooksThatStopOrNeverComeAreMissed();
};

void WindowScenarioTest::theScenarioThatTheFlowChoosesIsShown()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("flow.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(flowText).replace("999003", "999005"));
    file.close();
    testsupport::OpenWindow open(folder.path(), file.fileName());
    QVERIFY(open.isReady());
    const QComboBox *scenario = open.combo("Scenario");
    QTRY_COMPARE(scenario->currentData().toString(), QStringLiteral("all-fail"));
    QVERIFY(!scenario->isEnabled());
    QVERIFY(scenario->toolTip().contains(QLatin1String("recipient")));
    // Another recipient chooses none, and the one chosen in the toolbar is played again.
    auto *recipient = open.named<QLineEdit>("Recipient");
    recipient->setFocus();
    QTest::keyClick(recipient, Qt::Key_End);
    QTest::keyClick(recipient, Qt::Key_Backspace);
    QTest::keyClick(recipient, Qt::Key_0);
    QTest::keyClick(recipient, Qt::Key_Return);
    QTRY_COMPARE(scenario->currentData().toString(), open.window().toolBar()->scenario());
    QVERIFY(scenario->isEnabled());
    QVERIFY(scenario->currentData().toString() != QLatin1String("all-fail"));
}

void WindowScenarioTest::webhooksThatStopOrNeverComeAreMissed_data()
{
    QTest::addColumn<bool>("hasWebhooks");
    QTest::addColumn<QString>("verdict");
    QTest::addColumn<int>("missing");
    QTest::newRow("the last ones get lost") << true << QStringLiteral("1 warning(s)") << 1;
    QTest::newRow("none comes, and polling alone tells")
        << false << QStringLiteral("2 warning(s)") << 2;
}

void WindowScenarioTest::webhooksThatStopOrNeverComeAreMissed()
{
    QFETCH(const bool, hasWebhooks);
    QFETCH(const QString, verdict);
    QFETCH(const int, missing);
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("flow.json")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(flowText) == flowText.size());
    file.close();
    testsupport::OpenWindow open(folder.path(), file.fileName());
    QVERIFY(open.isReady());
    Control control(open);
    const QByteArray dropped = R"({"webhookDropped": 1})";
    QVERIFY(control.ask("PUT", "/faults", hasWebhooks ? QByteArray("{}") : dropped));
    // A clock that stands still leaves the test all the time it needs.
    Q_EMIT open.window().speedChosen(0);
    Q_EMIT open.window().sendRequested();
    QTRY_VERIFY(!open.controller.run().transitions().empty());
    QVERIFY(control.ask("POST", "/clock/advance", R"({"to": "next-failover"})"));
    if (hasWebhooks)
        QTRY_VERIFY(open.state().counts.webhook > 0);
    QVERIFY(control.ask("PUT", "/faults", dropped));
    Q_EMIT open.window().speedChosen(60);
    QTRY_VERIFY_WITH_TIMEOUT(open.state().isConcluded(), 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(open.button("Send")->isEnabled(), 30'000);

    const auto &findings = open.controller.run().findingModel()->findings();
    const auto found =
        std::ranges::find(findings, QStringLiteral("webhook-missing"), &models::Finding::rule);
    QCOMPARE(int(std::ranges::count(findings, QStringLiteral("webhook-missing"),
                                    &models::Finding::rule)),
             missing);
    auto *said = open.named<ui::VerdictButton>(qPrintable(verdict));
    QVERIFY2(said, qPrintable(open.window().findChild<ui::VerdictButton *>()->text()));
    if (!hasWebhooks)
        return;
    // Which of the others a poll has seen is a matter of chance.
    QVERIFY2(found->values.last().startsWith(QLatin1String("Delivered")),
             qPrintable(found->values.join(u'|')));
    // By the keyboard to the finding, and from there to the poll that told instead.
    said->setFocus();
    QTest::keyClick(said, Qt::Key_Space);
    auto *table = open.named<QTableView>("Findings");
    QTRY_VERIFY(table->isVisible());
    table->setCurrentIndex(table->model()->index(int(found - findings.begin()), 0));
    auto *answer = open.named<QPlainTextEdit>("Answer");
    QTRY_VERIFY(answer->toPlainText().contains(QLatin1String("Delivered")));
}

QTEST_MAIN(WindowScenarioTest)
#include "tst_windowscenario.moc"
