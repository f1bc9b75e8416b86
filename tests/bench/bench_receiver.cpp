// SPDX-License-Identifier: GPL-3.0-or-later

// bench_receiver STORE          receives on a free loopback port until standard input ends
// bench_receiver --count STORE  prints how many observations the store holds

#include "app/http/httpserver.h"
#include "app/platform/systemclock.h"
#include "app/store/observationstore.h"
#include "app/webhook/anypathhandler.h"

#include <QCoreApplication>

#include <cstdio>

using namespace otpscope;

namespace {

int count(const store::ObservationStore &store)
{
    std::printf("%lld\n", static_cast<long long>(store.observationCount()));
    return 0;
}

int receive(std::shared_ptr<store::ObservationStore> store)
{
    const platform::SystemClock clock;
    webhook::AnyPathHandler handler(
        {webhook::appendTo(std::move(store)), clock, [](const webhook::WebhookRecorder::Outcome &) {}});
    http::HttpServer server(handler, clock, webhook::AnyPathHandler::limits());
    const http::ListenResult listening = server.listen(QHostAddress::LocalHost, 0);
    if (!listening.isListening) {
        std::fprintf(stderr, "%s\n", qPrintable(listening.detail));
        return 3;
    }
    std::printf("listening on http://127.0.0.1:%d\n", listening.port);
    std::fflush(stdout);
    while (std::getchar() != EOF) {}
    server.close();
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const bool isCounting = arguments.value(1) == QLatin1String("--count");
    auto opened = store::ObservationStore::open(arguments.value(isCounting ? 2 : 1));
    if (!opened) {
        std::fprintf(stderr, "%s: %s\n", qPrintable(opened.error().place),
                     qPrintable(opened.error().detail));
        return 2;
    }
    return isCounting ? count(*opened.value()) : receive(opened.value());
}
