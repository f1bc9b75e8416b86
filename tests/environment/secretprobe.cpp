// SPDX-License-Identifier: GPL-3.0-or-later
// secretprobe write|read|remove ID: one call of SecretStore in a process of its own. The secret is
// read from standard input; what came of it goes to standard output.
#include "app/environment/secretstore.h"

#include <QCoreApplication>
#include <QTimer>

#include <cstdio>
#include <iostream>
#include <string>

using namespace otpscope;
using environment::SecretKeeping;

namespace {

void say(const QString &line)
{
    std::puts(line.toUtf8().constData());
}

void write(environment::SecretStore &store, const models::EnvironmentId &id)
{
    std::string secret;
    std::getline(std::cin, secret);
    store.write(id, QString::fromStdString(secret), qApp,
                [&store, id](const SecretKeeping &keeping) {
                    say(keeping.kind == SecretKeeping::Kind::Kept ? QStringLiteral("kept")
                                                                  : QStringLiteral("session only"));
                    // Whatever became of it, this process has it.
                    store.read(id, qApp, [](const QString &known) {
                        say(QStringLiteral("here: ") + known);
                        QCoreApplication::quit();
                    });
                });
}

void remove(environment::SecretStore &store, const models::EnvironmentId &id)
{
    store.remove(id);
    // The key store takes calls in their order.
    store.read(id, qApp, [](const QString &known) {
        say(QStringLiteral("left: ") + known);
        QCoreApplication::quit();
    });
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QString call = QCoreApplication::arguments().value(1);
    const models::EnvironmentId id(QCoreApplication::arguments().value(2));
    environment::SecretStore store;
    QTimer::singleShot(0, &application, [&] {
        if (call == QStringLiteral("write")) {
            write(store, id);
        } else if (call == QStringLiteral("remove")) {
            remove(store, id);
        } else {
            store.read(id, qApp, [](const QString &known) {
                say(QStringLiteral("read: ") + known);
                QCoreApplication::quit();
            });
        }
    });
    return QCoreApplication::exec();
}
