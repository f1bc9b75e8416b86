// SPDX-License-Identifier: GPL-3.0-or-later

// write_http_corpus FOLDER: one file for each request of the tests' corpus, to start the fuzzer on.

#include "tests/http/requestcorpus.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <cstdio>

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QDir folder(QCoreApplication::arguments().value(1));
    if (argc != 2 || !folder.mkpath(QStringLiteral("."))) {
        std::fprintf(stderr, "usage: write_http_corpus FOLDER\n");
        return 2;
    }
    int number = 0;
    for (const otpscope::httptest::CorpusEntry &entry : otpscope::httptest::requestCorpus()) {
        QFile file(folder.filePath(QStringLiteral("%1").arg(++number, 3, 10, QLatin1Char('0'))));
        // The byte in front is the fuzz target's own: how the request is cut.
        if (!file.open(QIODevice::WriteOnly) || file.write('\x06' + entry.bytes) < 0) {
            std::fprintf(stderr, "%s: %s\n", qPrintable(file.fileName()),
                         qPrintable(file.errorString()));
            return 3;
        }
    }
    return 0;
}
