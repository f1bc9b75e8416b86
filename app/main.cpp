// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/datafolder.h"
#include "app/platform/resources.h"
#include "app/platform/systemclock.h"
#include "app/window/settings.h"
#include "app/window/windowcontroller.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/theme/themecontroller.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QLocale>
#include <QTranslator>

#include <memory>

using namespace otpscope;

namespace {

/// What the command line asks for. Read before there are words in the person's language, since the
/// language itself may be asked for.
struct Wishes
{
    QString theme;
    QString language;
    QString flowPath;
};

Wishes wishesOf(const QApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Test console for OTP flows that fail over between channels"));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption theme(QStringLiteral("theme"), QStringLiteral("Colours of the window."),
                                   QStringLiteral("system|light|dark"));
    const QCommandLineOption language(QStringLiteral("lang"),
                                      QStringLiteral("Language of the window, for instance el."),
                                      QStringLiteral("language"));
    parser.addOptions({theme, language});
    parser.addPositionalArgument(QStringLiteral("flow"), QStringLiteral("Flow file to open."),
                                 QStringLiteral("[flow]"));
    parser.process(application);
    return {parser.value(theme), parser.value(language), parser.positionalArguments().value(0)};
}

/// English has a translation as well: it holds the plural forms. Other languages fall back to it.
std::unique_ptr<QTranslator> installTranslator(const QLocale &locale)
{
    auto translator = std::make_unique<QTranslator>();
    const QString name = QStringLiteral("otpscope");
    const QString folder = QStringLiteral(":/otpscope/i18n");
    const bool isLoaded =
        translator->load(locale, name, QStringLiteral("_"), folder)
        || translator->load(QLocale(QLocale::English), name, QStringLiteral("_"), folder);
    if (isLoaded)
        QCoreApplication::installTranslator(translator.get());
    return translator;
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("OtpScope"));
    QCoreApplication::setApplicationVersion(QStringLiteral(OTPSCOPE_VERSION));
    const Wishes wishes = wishesOf(application);
    if (!wishes.language.isEmpty())
        QLocale::setDefault(QLocale(wishes.language));
    const auto translator = installTranslator(QLocale());

    const QString folder = platform::dataFolder();
    ui::ThemeController theme(application);
    theme.apply(wishes.theme.isEmpty() ? window::Settings(folder).theme()
                                       : ui::themeByName(wishes.theme));
    const models::Catalogue catalogue = platform::builtInCatalogue();
    const platform::SystemClock clock;
    window::WindowController controller(folder, catalogue, clock, theme);
    controller.window().show();
    controller.start(wishes.flowPath);
    return QApplication::exec();
}
