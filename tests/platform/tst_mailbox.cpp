// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/mailbox.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <algorithm>
#include <memory>
#include <thread>
#include <vector>

using otpscope::platform::Mailbox;

class TestMailbox final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void lettersOfEachThreadArriveHereInItsOrder();
    void oneWakeUpDeliversAllThatCame();
    void aMailboxThatGoesDropsWhatItHolds();
    void aLetterMayEndTheMailbox();
};

void TestMailbox::lettersOfEachThreadArriveHereInItsOrder()
{
    constexpr int writers = 4;
    constexpr int lettersOfEach = 2'000;
    Mailbox mailbox;
    // No lock: tsan tells if a letter is read where it was written.
    std::vector<std::vector<int>> arrived(writers);
    int total = 0;
    bool isHere = true;
    std::vector<std::thread> threads;
    for (size_t writer = 0; writer < writers; ++writer) {
        threads.emplace_back([&, writer, mail = mailbox.address()] {
            for (int number = 0; number < lettersOfEach; ++number) {
                mail.post([&, writer, number] {
                    arrived[writer].push_back(number);
                    isHere = isHere && QThread::currentThread() == mailbox.thread();
                    ++total;
                });
            }
        });
    }
    QTRY_COMPARE_WITH_TIMEOUT(total, writers * lettersOfEach, 60'000);
    for (std::thread &thread : threads)
        thread.join();
    QVERIFY(isHere);
    for (const std::vector<int> &numbers : arrived)
        QVERIFY(std::is_sorted(numbers.begin(), numbers.end()));
}

void TestMailbox::oneWakeUpDeliversAllThatCame()
{
    Mailbox mailbox;
    QStringList told;
    const QSignalSpy wakeUps(&mailbox, &Mailbox::letterWaits);
    for (const char *text : {"first", "second", "third"})
        mailbox.address().post([&told, text] { told.append(QLatin1String(text)); });
    QCOMPARE(told, QStringList());
    QCoreApplication::processEvents();
    QCOMPARE(told.join(QLatin1Char(' ')), QStringLiteral("first second third"));
    QCOMPARE(wakeUps.count(), 1);
    mailbox.address().post([&told] { told.append(QStringLiteral("fourth")); });
    QCoreApplication::processEvents();
    QCOMPARE(told.last(), QStringLiteral("fourth"));
}

void TestMailbox::aMailboxThatGoesDropsWhatItHolds()
{
    auto mailbox = std::make_unique<Mailbox>();
    const Mailbox::Address mail = mailbox->address();
    bool isTold = false;
    mail.post([&isTold] { isTold = true; });
    mailbox.reset();
    mail.post([&isTold] { isTold = true; });
    QCoreApplication::processEvents();
    QVERIFY(!isTold);
}

void TestMailbox::aLetterMayEndTheMailbox()
{
    auto mailbox = std::make_unique<Mailbox>();
    QStringList told;
    mailbox->address().post([&] {
        told.append(QStringLiteral("the end"));
        mailbox.reset();
    });
    mailbox->address().post([&told] { told.append(QStringLiteral("too late")); });
    QCoreApplication::processEvents();
    QCOMPARE(told, QStringList{QStringLiteral("the end")});
}

QTEST_GUILESS_MAIN(TestMailbox)
#include "tst_mailbox.moc"
