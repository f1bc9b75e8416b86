// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/flowwatch.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using otpscope::window::FlowWatch;

namespace {

void put(const QString &path, const QByteArray &text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

using Deed = std::function<void(const QString &path)>;

} // namespace

Q_DECLARE_METATYPE(Deed)

/// What other programs do to the file of the open flow.
class TestFlowWatch final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    // Between the moment a file was read and the one its watch stands, it may have changed already.
    void aWatchBeginsWithOneLook()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("flow.json"));
        put(path, "{}");
        FlowWatch watch(nullptr);
        QSignalSpy told(&watch, &FlowWatch::mayHaveChanged);
        watch.watch(path);
        QTRY_COMPARE(told.size(), 1);
        QCOMPARE(told.front().front().toString(), path);
    }

    void nothingIsWatchedForAnEmptyPath()
    {
        FlowWatch watch(nullptr);
        const QSignalSpy told(&watch, &FlowWatch::mayHaveChanged);
        watch.watch(QDir::tempPath());
        watch.watch({});
        // Begun later, so that its look comes later than the other's would have.
        FlowWatch later(nullptr);
        const QSignalSpy toldLater(&later, &FlowWatch::mayHaveChanged);
        later.watch(QDir::tempPath());
        QTRY_COMPARE(toldLater.size(), 1);
        QVERIFY(told.isEmpty());
    }

    void whateverHappensToTheFileIsTold_data()
    {
        QTest::addColumn<Deed>("deed");
        QTest::newRow("written in place") << Deed([](const QString &path) { put(path, "[]"); });
        QTest::newRow("replaced by another") << Deed([](const QString &path) {
            put(path + u'~', "[]");
            QVERIFY(QFile::remove(path));
            QVERIFY(QFile::rename(path + u'~', path));
        });
        QTest::newRow("removed") << Deed([](const QString &path) { QVERIFY(QFile::remove(path)); });
        QTest::newRow("replaced by a folder") << Deed([](const QString &path) {
            QVERIFY(QFile::remove(path));
            QVERIFY(QDir().mkdir(path));
        });
    }
    void whateverHappensToTheFileIsTold()
    {
        QFETCH(Deed, deed);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("flow.json"));
        put(path, "{}");
        FlowWatch watch(nullptr);
        QSignalSpy told(&watch, &FlowWatch::mayHaveChanged);
        watch.watch(path);
        QTRY_COMPARE(told.size(), 1);
        deed(path);
        QTRY_VERIFY(told.size() > 1);
    }
};

QTEST_GUILESS_MAIN(TestFlowWatch)
#include "tst_flowwatch.moc"
