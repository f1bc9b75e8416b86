// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/joinedthread.h"

#include <QTest>
#include <QTimer>

#include <atomic>
#include <memory>
#include <thread>

using namespace std::chrono_literals;
using otpscope::platform::JoinedThread;

namespace {

std::atomic<bool> isLeft = false;

/// As a library does what it keeps for each thread: released when the thread ends, and slowly.
struct SlowlyReleased
{
    ~SlowlyReleased()
    {
        constexpr int turns = 20'000;
        for (int turn = 0; turn < turns; ++turn)
            std::this_thread::yield();
        isLeft = true;
    }
    bool isUsed = false;
};

thread_local SlowlyReleased slowlyReleased;

} // namespace

class TestJoinedThread final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatTheThreadKeepsIsReleasedBeforeItsOwnerGoesOn();
    void timersFireInIt();
    void aLoopThatIsYetToBeEnteredIsEnded();
    void aBodyThatGoesOnIsToldFromOneThatEnded();
    void neverStartedItIsOver();
};

void TestJoinedThread::whatTheThreadKeepsIsReleasedBeforeItsOwnerGoesOn()
{
    isLeft = false;
    {
        JoinedThread thread;
        thread.start("test", [](QEventLoop &loop) {
            slowlyReleased.isUsed = true;
            loop.exec();
        });
    }
    QVERIFY(isLeft);
}

void TestJoinedThread::timersFireInIt()
{
    JoinedThread thread;
    std::atomic<bool> isInside = false;
    thread.start("test", [&](QEventLoop &loop) {
        QTimer::singleShot(0, &loop, [&] {
            isInside = thread.isCurrent();
            loop.quit();
        });
        loop.exec();
    });
    thread.join();
    QVERIFY(isInside);
    QVERIFY(!thread.isCurrent());
}

void TestJoinedThread::aLoopThatIsYetToBeEnteredIsEnded()
{
    JoinedThread thread;
    std::atomic<bool> mayEnter = false;
    thread.start("test", [&](QEventLoop &loop) {
        while (!mayEnter)
            std::this_thread::yield();
        loop.exec();
    });
    thread.quit();
    mayEnter = true;
    thread.join();
    QVERIFY(thread.waitFor(0ms));
}

void TestJoinedThread::aBodyThatGoesOnIsToldFromOneThatEnded()
{
    JoinedThread thread;
    thread.start("test", [](QEventLoop &loop) { loop.exec(); });
    QVERIFY(!thread.waitFor(0ms));
    thread.quit();
    QVERIFY(thread.waitFor(1min));
}

void TestJoinedThread::neverStartedItIsOver()
{
    JoinedThread thread;
    thread.quit();
    QVERIFY(thread.waitFor(0ms));
    thread.join();
}

QTEST_GUILESS_MAIN(TestJoinedThread)
#include "tst_joinedthread.moc"
