// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/storesamples.h"

#include <QCoreApplication>

#include <cstdio>
#include <semaphore>

#include <unistd.h>

// storeappender STORE [COUNT]: appends COUNT observations (for ever without one), at most 64 of
// them unanswered, and writes each id on a line of its own once it is acknowledged. Written with
// one write() a line, so that a line that can be read was acknowledged, also after kill -9.
int main(int argc, char **argv)
{
    using namespace otpscope;
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const auto opened = store::ObservationStore::open(arguments.value(1));
    if (!opened) {
        std::fprintf(stderr, "%d\n", static_cast<int>(opened.error().kind));
        return 3;
    }
    const int count = arguments.value(2, QStringLiteral("2000000000")).toInt();
    std::counting_semaphore<64> room(64);
    for (int number = 1; number <= count; ++number) {
        room.acquire();
        opened.value()->append(store::sampleObservation(QStringLiteral("load"), number),
                               [&room](const auto &result) {
                                   const QByteArray line =
                                       result ? QByteArray::number(result.value().value) + '\n'
                                              : QByteArrayLiteral("refused\n");
                                   if (::write(STDOUT_FILENO, line.constData(),
                                               static_cast<size_t>(line.size()))
                                       < 0)
                                       ::_exit(4);
                                   room.release();
                               });
    }
    for (int slot = 0; slot < 64; ++slot)
        room.acquire();
    return 0;
}
