// SPDX-License-Identifier: GPL-3.0-or-later
// secretprobe write|read|remove ID [proxy]: one call of SecretStore in a process of its own, about the
// application's secret or the proxy's. It is read from standard input; what came of it goes to
// standard output.
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

struct Asked
{
    models::EnvironmentId id;
    models::SecretKind kind = models::SecretKind::Application;

    [[nodiscard]] QString of(const models::Secrets &secrets) const
    {
        return kind == models::SecretKind::Proxy ? secrets.proxy : secrets.application;
    }
};

void read(environment::SecretStore &store, const Asked &asked, const QString &word)
{
    store.read(asked.id, qApp, [asked, word](const models::Secrets &known) {
        say(word + QStringLiteral(": ") + asked.of(known));
        QCoreApplication::quit();
    });
}

void write(environment::SecretStore &store, const Asked &asked)
{
    std::string secret;
    std::getline(std::cin, secret);
    store.write(asked.id, asked.kind, QString::fromStdString(secret), qApp,
                [&store, asked](const SecretKeeping &keeping) {
                    say(keeping.kind == SecretKeeping::Kind::Kept ? QStringLiteral("kept")
                                                                  : QStringLiteral("session only"));
                    // Whatever became of it, this process has it.
                    read(store, asked, QStringLiteral("here"));
                });
}

void remove(environment::SecretStore &store, const Asked &asked)
{
    store.remove(asked.id, asked.kind);
    // The key store takes calls in their order.
    read(store, asked, QStringLiteral("left"));
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QString call = QCoreApplication::arguments().value(1);
    const bool isProxy = QCoreApplication::arguments().value(3) == QStringLiteral("proxy");
    const Asked asked{models::EnvironmentId(QCoreApplication::arguments().value(2)),
                      isProxy ? models::SecretKind::Proxy : models::SecretKind::Application};
    environment::SecretStore store;
    QTimer::singleShot(0, &application, [&] {
        if (call == QStringLiteral("write"))
            write(store, asked);
        else if (call == QStringLiteral("remove"))
            remove(store, asked);
        else
            read(store, asked, QStringLiteral("read"));
    });
    return QCoreApplication::exec();
}
