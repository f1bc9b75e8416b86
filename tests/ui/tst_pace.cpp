// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/statusline.h"
#include "ui/pace/pace.h"

#include <QLabel>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using otpscope::ui::Pace;
using otpscope::ui::StatusLine;
using otpscope::ui::Tone;

/// What people read is slowed down, and the last word is never left out.
class TestPace final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(
            QRegularExpression(QStringLiteral("^(?!This plugin does not support propagateSizeHints)")));
    }

    void theFirstIsShownAtOnce();
    void aFloodIsShownOnceMore();
    void whoAsksWhileShowingIsNotForgotten();
    void theStatusLineEndsWithTheLastText();
};

void TestPace::theFirstIsShownAtOnce()
{
    Pace pace;
    const QSignalSpy due(&pace, &Pace::due);
    pace.ask();
    QCOMPARE(due.size(), 1);
}

void TestPace::aFloodIsShownOnceMore()
{
    Pace pace;
    const QSignalSpy due(&pace, &Pace::due);
    constexpr int flood = 1000;
    for (int i = 0; i < flood; ++i)
        pace.ask();
    QCOMPARE(due.size(), 1);
    QTRY_COMPARE(due.size(), 2);
}

void TestPace::whoAsksWhileShowingIsNotForgotten()
{
    Pace pace;
    int shown = 0;
    connect(&pace, &Pace::due, this, [&] {
        if (++shown == 1)
            pace.ask();
    });
    pace.ask();
    QCOMPARE(shown, 1);
    QTRY_COMPARE(shown, 2);
}

void TestPace::theStatusLineEndsWithTheLastText()
{
    StatusLine line;
    line.show();
    constexpr int flood = 100;
    for (int i = 1; i <= flood; ++i)
        line.setField(StatusLine::Field::Run, {QString::number(i), Tone::Running});
    QCOMPARE(line.fieldText(StatusLine::Field::Run), QStringLiteral("100"));
    const auto isSaid = [&line](const QString &text) {
        const auto labels = line.findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&](const QLabel *label) {
            return label->isVisible() && label->accessibleName() == text;
        });
    };
    QVERIFY(isSaid(QStringLiteral("1")));
    QTRY_VERIFY(isSaid(QStringLiteral("100")));
    line.setField(StatusLine::Field::Run, {});
    QTRY_VERIFY(!isSaid(QStringLiteral("100")));
}

QTEST_MAIN(TestPace)
#include "tst_pace.moc"
