// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/drafts.h"
#include "tests/ui/openwindow.h"

#include <QFile>
#include <QLineEdit>
#include <QProcess>
#include <QTemporaryDir>

using namespace otpscope;

namespace {

constexpr int rounds = 4;
constexpr int waitMs = 60'000;

int pinIn(const QByteArray &text)
{
    static const QRegularExpression pin(QStringLiteral("\"pin\":\\s*\"(\\d+)\""));
    return pin.match(QString::fromUtf8(text)).captured(1).toInt();
}

/// Types until the draft was kept that often, then kill -9. The last pin that was kept.
int typeAndKill(const QString &folder, int times)
{
    QProcess window;
    window.start(QStringLiteral(OTPSCOPE_TYPING_WINDOW), {folder});
    int last = 0;
    while (times > 0 && window.waitForReadyRead(waitMs)) {
        while (window.canReadLine()) {
            const QByteArray line = window.readLine().trimmed();
            if (line.startsWith("kept ")) {
                last = line.mid(5).toInt();
                --times;
            }
        }
    }
    window.kill();
    window.waitForFinished(waitMs);
    return window.exitStatus() == QProcess::CrashExit ? last : 0;
}

} // namespace

/// kill -9 of a window in which somebody types: what was typed is back.
class KilledWindowTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnEveryWarning(); }

    void theDraftOutlivesTheWindow()
    {
        const QTemporaryDir folder;
        int last = 0;
        for (int round = 1; round <= rounds; ++round) {
            last = typeAndKill(folder.path(), round);
            QVERIFY(last > 0);
            QFile file(folder.filePath(QStringLiteral("drafts.json")));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const auto drafts = window::Drafts::fromBytes(file.readAll());
            QVERIFY2(drafts, "whole, whenever it was killed");
            QCOMPARE(drafts->all().size(), 1u);
            QVERIFY(pinIn(drafts->all().begin()->second.text) >= last);
        }

        testsupport::OpenWindow open(folder.path());
        QVERIFY(open.isReady());
        QTRY_VERIFY(open.message().contains(QLatin1String("unsaved changes")));
        const auto *pin = open.window().findChild<QLineEdit *>(QStringLiteral("step0.pin"));
        QVERIFY(pin->text().toInt() >= last);
        QVERIFY(open.window().isWindowModified());
    }
};

QTEST_MAIN(KilledWindowTest)
#include "tst_killedwindow.moc"
