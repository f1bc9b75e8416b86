// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/catalogue.h"

#include <QHash>

#include <functional>

namespace otpscope::models {

/// Reads catalogue.json into a Catalogue, for Catalogue::fromJson alone. Strict: every entry must
/// have what its kind needs, a confidence that exists and a source that the file lists. The first
/// problem ends the reading.
class CatalogueReader final
{
public:
    [[nodiscard]] Result<Catalogue, QString> read(const QByteArray &text);

private:
    using Entry = std::function<void(const Json &)>;

    void readEverything(const Json &root);
    void readSources(const Json &root);
    void readTemplateTypes(const Json &root);
    TemplateType readTemplateType(const Json &json, const QString &warning, Confidence wording);
    void readLanguages(const Json &root);
    void readOtpTypes(const Json &root);
    void readChannels(const Json &root);
    StatusRule readStatus(const Json &json);
    void readStatusCodes(const Json &root);
    void readFields(const Json &root);
    FieldRule readField(const Json &json);
    void readLimits(const Json &root);

    // Each of these says what is missing and where, and returns an empty value.
    void forEach(const Json &object, const char *name, const Entry &entry);
    const Json &objectAt(const Json &object, const char *name);
    QString text(const Json &object, const char *name);
    /// May be "".
    QString optionalText(const Json &object, const char *name);
    QStringList texts(const Json &object, const char *name);
    bool boolean(const Json &object, const char *name);
    int integer(const Json &object, const char *name);
    Confidence confidence(const Json &object);
    void fail(const QString &problem);

    Catalogue m_catalogue;
    QStringList m_sources;
    /// Where the reading is: "templateTypes[3]".
    QString m_place;
    QString m_problem;
};

} // namespace otpscope::models
