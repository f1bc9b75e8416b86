// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/messagebar.h"

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

QTEST_MAIN(TestMessageBar)
#include "tst_messagebar.moc"
