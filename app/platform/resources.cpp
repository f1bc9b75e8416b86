// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/resources.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace otpscope::platform {

namespace {

QByteArray resourceBytes(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("Resource %s is missing from this build.", qPrintable(path));
    return file.readAll();
}

QStringList resourcesIn(const QString &folder)
{
    QStringList paths;
    const QDir dir(folder);
    for (const QString &name : dir.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name))
        paths.append(dir.filePath(name));
    return paths;
}

std::vector<Example> examplesIn(const QString &folder)
{
    std::vector<Example> examples;
    for (const QString &path : resourcesIn(folder))
        examples.push_back({QFileInfo(path).completeBaseName(), resourceBytes(path)});
    return examples;
}

} // namespace

models::Catalogue builtInCatalogue()
{
    const auto catalogue = models::Catalogue::fromJson(
        resourceBytes(QStringLiteral(":/otpscope/catalogue/catalogue.json")));
    if (!catalogue)
        qFatal("The built-in catalogue is damaged: %s", qPrintable(catalogue.error()));
    return catalogue.value();
}

std::vector<QByteArray> builtInScenarios()
{
    std::vector<QByteArray> scenarios;
    for (const QString &path : resourcesIn(QStringLiteral(":/otpscope/scenarios")))
        scenarios.push_back(resourceBytes(path));
    return scenarios;
}

QByteArray builtInEnvironmentsBytes()
{
    return resourceBytes(QStringLiteral(":/otpscope/environments/environments.json"));
}

QByteArray builtInWrongCertificate()
{
    return resourceBytes(QStringLiteral(":/otpscope/simulator/wrong-certificate.pem"));
}

std::vector<Example> builtInExamples()
{
    return examplesIn(QStringLiteral(":/otpscope/examples"));
}

std::vector<Example> builtInScenarioFlows()
{
    return examplesIn(QStringLiteral(":/otpscope/flows"));
}

} // namespace otpscope::platform
