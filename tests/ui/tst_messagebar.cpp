// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/messagebar.h"

#include <QAction>
#include <QLabel>
#include <QRegularExpression>
#include <QTest>
#include <QToolButton>

using otpscope::models::Severity;
using otpscope::ui::MessageBar;

namespace {

struct Told
{
    QString topic;
    Severity severity;
    /// Empty: the topic has nothing to say any more.
    QString text;
};

/// What the bar shows, and after each press of its button, until it is gone: the whole order.
QString readToTheEnd(MessageBar &bar)
{
    const auto *left = bar.findChild<QLabel *>(QStringLiteral("messagesLeft"));
    auto *close = bar.findChild<QToolButton *>();
    QStringList read;
    while (bar.isVisible()) {
        read +=
            left->isVisible() ? bar.text() + QStringLiteral(" (%1)").arg(left->text()) : bar.text();
        QTest::mouseClick(close, Qt::LeftButton);
    }
    return read.join(QStringLiteral(" | "));
}

} // namespace

Q_DECLARE_METATYPE(QList<Told>)

/// Nothing that comes later hides an error, and no message is lost.
class TestMessageBar final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(
            QStringLiteral("^(?!This plugin does not support propagateSizeHints)")));
    }

    void anErrorIsReadFirst_data();
    void anErrorIsReadFirst();
    void escapeClosesWhatIsReadAndNothingElse();
    void whatIsOnlySaidIsANote();
    void oneLineStandsOnOneLine();
};

void TestMessageBar::anErrorIsReadFirst_data()
{
    QTest::addColumn<QList<Told>>("told");
    QTest::addColumn<QString>("read");

    const Told saved{QStringLiteral("file"), Severity::Error, QStringLiteral("not saved")};
    const Told gone{QStringLiteral("disk"), Severity::Warning, QStringLiteral("gone")};
    const Told back{QStringLiteral("draft"), Severity::Info, QStringLiteral("back")};
    const Told refused{QStringLiteral("send"), Severity::Error, QStringLiteral("refused")};

    QTest::newRow("nothing told is nothing shown") << QList<Told>{} << QString();
    QTest::newRow("one message stands alone") << QList<Told>{gone} << QStringLiteral("gone");
    QTest::newRow("a warning after an error does not hide it")
        << QList<Told>{saved, gone} << QStringLiteral("not saved (1 more) | gone");
    QTest::newRow("an error after a warning comes before it")
        << QList<Told>{gone, saved} << QStringLiteral("not saved (1 more) | gone");
    QTest::newRow("of two errors the newer comes first")
        << QList<Told>{saved, refused, gone, back}
        << QStringLiteral("refused (3 more) | not saved (2 more) | back (1 more) | gone");
    QTest::newRow("without an error the newest comes first")
        << QList<Told>{gone, back} << QStringLiteral("back (1 more) | gone");
    QTest::newRow("a topic told again is the newest")
        << QList<Told>{saved, refused, saved} << QStringLiteral("not saved (1 more) | refused");
    QTest::newRow("a topic taken back shows what it hid")
        << QList<Told>{gone, saved, {QStringLiteral("file"), Severity::Error, {}}}
        << QStringLiteral("gone");
    QTest::newRow("a hidden topic taken back is not met again")
        << QList<Told>{gone, saved, {QStringLiteral("disk"), Severity::Warning, {}}}
        << QStringLiteral("not saved");
}

void TestMessageBar::anErrorIsReadFirst()
{
    QFETCH(QList<Told>, told);
    QFETCH(QString, read);
    QWidget window;
    MessageBar bar(&window);
    window.show();
    for (const Told &message : told) {
        if (message.text.isEmpty())
            bar.clearMessage(message.topic);
        else
            bar.showMessage(message.topic, message.severity, message.text);
    }
    QCOMPARE(readToTheEnd(bar), read);
}

void TestMessageBar::escapeClosesWhatIsReadAndNothingElse()
{
    QWidget window;
    MessageBar bar(&window);
    QAction stop;
    stop.setShortcut(Qt::Key_Escape);
    window.addAction(&stop);
    int stops = 0;
    connect(&stop, &QAction::triggered, &window, [&] { ++stops; });
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    bar.showMessage(QStringLiteral("a"), Severity::Info, QStringLiteral("first"));
    bar.showMessage(QStringLiteral("b"), Severity::Info, QStringLiteral("second"));
    auto *close = bar.findChild<QToolButton *>();
    close->setFocusPolicy(Qt::StrongFocus);
    close->setFocus();
    QTRY_VERIFY(close->hasFocus());
    QTest::keyClick(close, Qt::Key_Escape);
    QCOMPARE(bar.text(), QStringLiteral("first"));
    QTest::keyClick(close, Qt::Key_Escape);
    QVERIFY(!bar.isVisible());
    QCOMPARE(stops, 0);
    QTest::keyClick(&window, Qt::Key_Escape);
    QCOMPARE(stops, 1);
}

void TestMessageBar::whatIsOnlySaidIsANote()
{
    MessageBar bar;
    bar.showMessage(QStringLiteral("help"), Severity::Info, QStringLiteral("Tab goes on."));
    QCOMPARE(bar.findChild<QLabel *>()->text(), QStringLiteral("Note"));
}

void TestMessageBar::oneLineStandsOnOneLine()
{
    MessageBar bar;
    bar.resize(800, 40);
    bar.showMessage(QStringLiteral("send"), Severity::Error, QStringLiteral("Not sent."));
    bar.show();
    QVERIFY(QTest::qWaitForWindowExposed(&bar));
    QStringList tops;
    for (const QLabel *label : bar.findChildren<QLabel *>()) {
        if (label->isVisible())
            tops << QString::number(
                label->y() + label->contentsRect().top() +
                (label->alignment().testFlag(Qt::AlignTop)
                     ? 0
                     : (label->contentsRect().height() - label->fontMetrics().height()) / 2));
    }
    QCOMPARE(tops.size(), 2);
    QCOMPARE(tops.at(0), tops.at(1));
}

QTEST_MAIN(TestMessageBar)
#include "tst_messagebar.moc"
