// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/problemtexts.h"
#include "tests/support/testauthority.h"
#include "tests/ui/environmentwindow.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QTabWidget>
#include <QTcpServer>
#include <QTemporaryDir>

#include <atomic>

using namespace otpscope;
using namespace otpscope::environmentwindow;
using testsupport::OpenWindow;
using testsupport::TestAuthority;
using Field = ui::StatusLine::Field;

namespace {

quint16 freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : quint16(0);
}

QLabel *receiverLabel(ui::MainWindow &window)
{
    for (QLabel *label : window.statusLine()->findChildren<QLabel *>()) {
        if (label->accessibleDescription() == QLatin1String("Receiver"))
            return label;
    }
    return nullptr;
}

/// Goes like the machine's, and can be put forward.
class AdvancedClock final : public models::Clock
{
public:
    [[nodiscard]] models::Instant wallNow() const override
    {
        return m_clock.wallNow() + m_ahead.load();
    }
    [[nodiscard]] models::MonotonicInstant monotonicNow() const override
    {
        return m_clock.monotonicNow() + m_ahead.load();
    }
    void advance(std::chrono::milliseconds step) { m_ahead = m_ahead.load() + step; }

private:
    platform::SystemClock m_clock;
    std::atomic<std::chrono::milliseconds> m_ahead{std::chrono::milliseconds{0}};
};

QString shownIn(const QWidget &dialog)
{
    QStringList texts;
    for (const QLabel *label : dialog.findChildren<QLabel *>()) {
        if (label->isVisible())
            texts.append(label->text());
    }
    return texts.join(u'\n');
}

window::SelfTest selfTestOf(std::chrono::seconds age)
{
    window::SelfTest selfTest;
    selfTest.outcome.hasArrived = true;
    selfTest.outcome.latency = std::chrono::milliseconds{12};
    selfTest.outcome.way = {QStringLiteral("127.0.0.1")};
    selfTest.age = age;
    selfTest.publicHost = QStringLiteral("hook.example");
    return selfTest;
}

} // namespace

/// Where webhooks come in.
class WindowReceiverTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        // No key store of whoever runs the tests is asked.
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
    }
    void init() { testsupport::failOnEveryWarning(); }

    void theDoorIsFilledInAndWhatIsWrongSaidAtItsField()
    {
        const TestAuthority authority;
        QVERIFY(authority.isMade() && authority.sign("server", "DNS:localhost") &&
                authority.sign("other", "DNS:localhost"));
        Service service;
        QTemporaryDir folder;
        keep(folder.path(), cheapEnvironmentAt(service));
        OpenWindow open(folder.path());
        QVERIFY(open.isReady());
        QTRY_COMPARE(open.status(Field::Environment), QStringLiteral("Acceptance"));
        ui::EnvironmentsDialog *dialog = openDialog(open);
        QVERIFY(dialog);
        auto *pages = dialog->findChild<QTabWidget *>();
        pages->setCurrentIndex(3);
        auto *ok = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);

        write(*dialog, "Listen on", QStringLiteral("0.0.0"));
        QVERIFY(!ok->isEnabled());
        QVERIFY2(shownIn(*dialog).contains(QLatin1String("Enter an IP address of this machine")),
                 qPrintable(shownIn(*dialog)));
        QCOMPARE(pages->tabText(3), QStringLiteral("Webhooks (!)"));
        write(*dialog, "Listen on", QStringLiteral("127.0.0.1"));
        QVERIFY(!shownIn(*dialog).contains(QLatin1String("Other machines")));
        write(*dialog, "Listen on", QStringLiteral("0.0.0.0"));
        QVERIFY(ok->isEnabled());
        QVERIFY(shownIn(*dialog).contains(QLatin1String(
            "Other machines can then connect to the receiver. All of them may try: list the "
            "sources that are allowed. Without a certificate, what is posted travels in clear "
            "text.")));

        auto *sources = named<QPlainTextEdit>(*dialog, "Allowed sources");
        sources->setFocus();
        QTest::keyClicks(sources, QStringLiteral("192.0.2.0/33"));
        QVERIFY(shownIn(*dialog).contains(QStringLiteral("“192.0.2.0/33” is no IP address")));
        QTest::keyClick(sources, Qt::Key_Backspace);
        QVERIFY(ok->isEnabled());
        QVERIFY(!shownIn(*dialog).contains(QLatin1String("All of them may try")));

        write(*dialog, "Certificate for HTTPS", authority.path("server.pem"));
        QVERIFY(shownIn(*dialog).contains(QLatin1String("A certificate and its key belong")));
        write(*dialog, "Private key", authority.path("other.key"));
        QVERIFY(shownIn(*dialog).contains(QLatin1String("A certificate is for a name")));
        write(*dialog, "Public webhook address", QStringLiteral("https://localhost:9"));
        QVERIFY(ok->isEnabled());
        QTRY_VERIFY2(shownIn(*dialog).contains(QLatin1String("does not fit the certificate")),
                     qPrintable(shownIn(*dialog)));
        picture(*dialog, "webhooks-page");
        write(*dialog, "Private key", authority.path("server.key"));
        QTRY_VERIFY(!shownIn(*dialog).contains(QLatin1String("does not fit the certificate")));
        QVERIFY(!shownIn(*dialog).contains(QLatin1String("clear text")));
        QTest::keyClick(dialog, Qt::Key_Escape);
    }

    void webhooksComeInByHttps()
    {
        const TestAuthority authority;
        QVERIFY(authority.isMade() && authority.sign("server", "DNS:localhost"));
        Service service;
        QTemporaryDir folder;
        models::Environment environment = cheapEnvironmentAt(service);
        environment.receiverPort = freePort();
        environment.webhookAddress =
            QStringLiteral("https://localhost:%1").arg(environment.receiverPort);
        environment.authoritiesFile = authority.certificatePath();
        environment.access.certificateFile = authority.path("server.pem");
        environment.access.keyFile = authority.path("server.key");
        environment.access.proxies = {QStringLiteral("127.0.0.0/8"), QStringLiteral("::1")};
        // Another machine's: the self-test goes through all the same, and says so.
        environment.access.sources = {QStringLiteral("192.0.2.0/24")};
        keep(folder.path(), environment);
        OpenWindow open(folder.path());
        QVERIFY(open.isReady());
        QTRY_VERIFY2(
            open.status(Field::Receiver).startsWith(QLatin1String("Receiver localhost, self-test")),
            qPrintable(open.status(Field::Receiver)));
        QTRY_VERIFY2(receiverLabel(open.window())
                         ->toolTip()
                         .contains(QLatin1String("Webhooks from there would be refused")),
                     qPrintable(receiverLabel(open.window())->toolTip()));
        picture(*open.window().statusLine(), "self-test-https");
    }

    void aCertificateThatDoesNotServeIsSaidAtTheTop()
    {
        Service service;
        QTemporaryDir folder;
        models::Environment environment = cheapEnvironmentAt(service);
        environment.webhookAddress = QStringLiteral("https://localhost:9");
        environment.access.certificateFile = QStringLiteral("/nonexistent/server.pem");
        environment.access.keyFile = QStringLiteral("/nonexistent/server.key");
        keep(folder.path(), environment);
        OpenWindow open(folder.path());
        QVERIFY(open.isReady());
        QTRY_VERIFY2(open.message().startsWith(QLatin1String(
                         "No webhooks can come in: /nonexistent/server.pem cannot be read")),
                     qPrintable(open.message()));
        QVERIFY(open.message().endsWith(QLatin1String("Runs are followed by polling alone.")));
        QCOMPARE(open.status(Field::Receiver), QStringLiteral("Receiver off"));
    }

    void theSelfTestsColourGrowsOldWithTheClock_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<bool>("hasArrived");
        QTest::addColumn<ui::Tone>("tone");
        QTest::newRow("one has just come through") << 0 << true << ui::Tone::Success;
        QTest::newRow("two were missed, and a moment") << 75 << true << ui::Tone::Success;
        QTest::newRow("the last one is old") << 76 << true << ui::Tone::Warning;
        QTest::newRow("the last one is a day old") << 86'400 << true << ui::Tone::Warning;
        QTest::newRow("the last one did not come through") << 0 << false << ui::Tone::Error;
    }

    void theSelfTestsColourGrowsOldWithTheClock()
    {
        QFETCH(int, seconds);
        QFETCH(bool, hasArrived);
        QFETCH(ui::Tone, tone);
        http::ListenResult listening;
        listening.isListening = true;
        listening.address = QHostAddress(QHostAddress::LocalHost);
        window::SelfTest selfTest = selfTestOf(std::chrono::seconds{seconds});
        selfTest.outcome.hasArrived = hasArrived;
        QCOMPARE(window::statusOf(listening, {}, selfTest).tone, tone);
        // Before the first one it is neither.
        QCOMPARE(window::statusOf(listening, {}, std::nullopt).tone, ui::Tone::Muted);
    }

    void theStatusLineGoesAmberWhenTheLastSelfTestIsOld()
    {
        QTemporaryDir folder;
        const models::Catalogue catalogue = platform::builtInCatalogue();
        AdvancedClock clock;
        ui::ThemeController theme(*qApp);
        window::WindowController controller(folder.path(), catalogue, clock, theme);
        controller.start({});
        controller.window().show();
        const QLabel *label = receiverLabel(controller.window());
        const auto isIn = [&](ui::Tone tone) {
            const QPalette palette = controller.window().statusLine()->palette();
            return label->text().contains(ui::coloursFor(palette).tone(tone).name());
        };
        QTRY_VERIFY2(isIn(ui::Tone::Success), qPrintable(label->text()));
        QVERIFY(label->accessibleName().contains(QLatin1String("self-test")));
        clock.advance(std::chrono::minutes{2});
        QTRY_VERIFY2(isIn(ui::Tone::Warning), qPrintable(label->text()));
        QVERIFY2(label->accessibleName().contains(QLatin1String("self-test 2 min")),
                 qPrintable(label->accessibleName()));
    }

    void whoWasRefusedIsTold()
    {
        http::ListenResult listening;
        listening.isListening = true;
        webhook::ReceiverStatus counters;
        counters.notAllowed = 2;
        webhook::Origin origin;
        origin.basis = webhook::Origin::Basis::ForwardedFor;
        origin.peer = *models::IpAddress::fromText("127.0.0.1");
        origin.address = models::IpAddress::fromText("198.51.100.1");
        counters.lastNotAllowed = origin;
        window::SelfTest selfTest = selfTestOf(std::chrono::seconds{1});
        selfTest.outcome.origin = origin;
        QCOMPARE(window::statusOf(listening, counters, selfTest).tip,
                 QStringLiteral("The self-test took 12 ms. It came by 127.0.0.1. It counts as "
                                "coming from 198.51.100.1 (the proxy 127.0.0.1 says so in "
                                "X-Forwarded-For). 2 post(s) from elsewhere refused, the last from "
                                "198.51.100.1 (the proxy 127.0.0.1 says so in X-Forwarded-For)."));
    }

    void aTunnelWithoutANameSaysWhatToDo()
    {
        webhook::TunnelStatus status;
        QCOMPARE(window::sentenceFor(status), QString());
        status.state = webhook::TunnelStatus::State::Nameless;
        QVERIFY(window::sentenceFor(status).contains(
            QLatin1String("Enter the public address it leads to")));
    }
};

QTEST_MAIN(WindowReceiverTest)
#include "tst_windowreceiver.moc"
