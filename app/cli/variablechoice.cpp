// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/variablechoice.h"

#include <QRandomGenerator>

namespace otpscope::cli {

void VariableChoice::declareOption(OptionSet &options)
{
    options.add("--set", m_given,
                "NAME=VALUE: puts VALUE in for {{NAME}} in the flow; may be given again. Built in: "
                "{{pin}}, {{uuid}}, {{seq}}, {{timestamp}}, {{random.digits 6}}");
}

models::Result<models::VariableValues, QString>
VariableChoice::drawnValues(const models::VariableMap &ofEnvironment,
                            const models::Clock &clock) const
{
    models::VariableValues values;
    values.environment = ofEnvironment;
    for (const std::string &given : m_given) {
        const QString text = QString::fromStdString(given);
        const qsizetype equals = text.indexOf(QLatin1Char('='));
        const QString name = text.left(equals);
        // The value may be a secret: it is not quoted.
        if (equals < 0)
            return QStringLiteral("--set needs NAME=VALUE, with an equals sign between them.");
        if (!models::isVariableName(name)) {
            return QStringLiteral("--set cannot name a variable \"%1\": use letters, digits, dots, "
                                  "dashes and underscores, and begin with a letter.")
                .arg(name);
        }
        values.environment[name] = text.mid(equals + 1);
    }
    values.now = clock.wallNow();
    values.seed = QRandomGenerator::system()->generate64();
    return values;
}

} // namespace otpscope::cli
