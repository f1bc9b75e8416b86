// SPDX-License-Identifier: GPL-3.0-or-later

// typingwindow DATAFOLDER: the window, and a person who types one pin after the other into it.
// Prints "kept PIN" once the file of drafts holds that pin, and goes on until it is killed.

#include "tests/ui/openwindow.h"

#include <QFile>
#include <QLineEdit>

#include <cstdio>

using namespace otpscope;

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    const QString folder = QApplication::arguments().value(1);
    testsupport::OpenWindow open(folder);
    if (!open.isReady())
        return 1;
    constexpr int firstPin = 100000;
    constexpr int lastPin = 999999;
    for (int pin = firstPin; pin < lastPin; ++pin) {
        auto *field = open.window().findChild<QLineEdit *>(QStringLiteral("step0.pin"));
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, QString::number(pin));
        const bool isKept = QTest::qWaitFor([&folder, pin] {
            QFile drafts(folder + QStringLiteral("/drafts.json"));
            return drafts.open(QIODevice::ReadOnly) &&
                   drafts.readAll().contains(QByteArray::number(pin));
        });
        if (!isKept)
            return 1;
        std::printf("kept %d\n", pin);
        std::fflush(stdout);
    }
    return 0;
}
