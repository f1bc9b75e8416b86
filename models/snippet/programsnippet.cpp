// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/snippet/programsnippet.h"

#include <QChar>
#include <QStringDecoder>

namespace otpscope::models {

namespace {

/// Whatever a reader would not see, or an editor would change, is written as an escape.
bool isHidden(QChar c)
{
    return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format ||
           c.category() == QChar::Separator_Line || c.category() == QChar::Separator_Paragraph ||
           (c.isSpace() && c != u' ');
}

QString escaped(QChar c)
{
    switch (c.unicode()) {
    case u'\\':
        return QStringLiteral("\\\\");
    case u'\'':
        return QStringLiteral("\\'");
    case u'\n':
        return QStringLiteral("\\n");
    case u'\r':
        return QStringLiteral("\\r");
    case u'\t':
        return QStringLiteral("\\t");
    default:
        break;
    }
    if (isHidden(c))
        return QStringLiteral("\\u%1").arg(uint(c.unicode()), 4, 16, QLatin1Char('0'));
    return QString(c);
}

/// The same escapes in Python and JavaScript.
QString literal(const QString &text)
{
    QString result = QStringLiteral("'");
    for (const QChar c : text)
        result += escaped(c);
    return result + u'\'';
}

/// A byte order mark is a character of the body.
QString decoded(const QByteArray &utf8)
{
    QStringDecoder decoder(QStringConverter::Utf8, QStringConverter::Flag::ConvertInitialBom);
    return decoder(utf8);
}

/// 'line\n' + 'begin ' + pin + ' end', a line of the body in each.
QString expression(const SnippetParts &parts)
{
    QString result;
    bool isLineBegin = true;
    const auto add = [&](const QString &term) {
        if (!result.isEmpty())
            result += isLineBegin ? QLatin1String(" +") : QLatin1String(" + ");
        if (isLineBegin)
            result += QLatin1String("\n  ");
        result += term;
        isLineBegin = false;
    };
    for (const BodyPiece &piece : parts.body) {
        if (piece.pin > 0) {
            add(QString::fromLatin1(pinVariable(piece.pin).toLower()));
            continue;
        }
        const QString text = decoded(piece.text);
        for (qsizetype begin = 0; begin < text.size();) {
            const qsizetype newline = text.indexOf(u'\n', begin);
            const qsizetype end = newline < 0 ? text.size() : newline + 1;
            add(literal(text.mid(begin, end - begin)));
            isLineBegin = newline >= 0;
            begin = end;
        }
    }
    return result;
}

} // namespace

QByteArray pythonSnippet(const SnippetParts &parts)
{
    QString program;
    const QByteArrayList pins = parts.pinVariables();
    if (parts.token.isEmpty() || !pins.isEmpty())
        program += QLatin1String("import os\nimport sys\n\n");
    program += QLatin1String("import requests\n\n");
    const auto addVariable = [&](const QByteArray &name, const QByteArray &advice) {
        program += QStringLiteral("%1 = os.environ.get(\"%2\") or sys.exit(\"%3\")\n")
                       .arg(QString::fromLatin1(name.toLower()), QString::fromLatin1(name),
                            QString::fromLatin1(advice));
    };
    if (parts.token.isEmpty())
        addVariable("TOKEN", setToken);
    else
        program += QLatin1String("token = ") + literal(decoded(parts.token)) + u'\n';
    for (const QByteArray &pin : pins)
        addVariable(pin, setPin(pin));
    program += QLatin1String("\nbody = (") + expression(parts) + QLatin1String("\n)\n\n");
    program += QLatin1String("response = requests.post(\n    ") + literal(decoded(parts.address)) +
               QLatin1String(",\n"
                             "    data=body.encode(\"utf-8\"),\n"
                             "    headers={\n"
                             "        \"Content-Type\": \"application/json\",\n"
                             "        \"Authorization\": \"Bearer \" + token,\n"
                             "    },\n"
                             "    allow_redirects=False,\n"
                             "    timeout=30,\n"
                             ")\n"
                             "print(response.status_code, response.text)\n");
    return program.toUtf8();
}

QByteArray javaScriptSnippet(const SnippetParts &parts)
{
    QString program;
    const auto addVariable = [&](const QByteArray &name, const QByteArray &advice) {
        program += QStringLiteral("const %1 = process.env.%2;\n"
                                  "if (!%1) throw new Error(\"%3\");\n")
                       .arg(QString::fromLatin1(name.toLower()), QString::fromLatin1(name),
                            QString::fromLatin1(advice));
    };
    if (parts.token.isEmpty())
        addVariable("TOKEN", setToken);
    else
        program +=
            QLatin1String("const token = ") + literal(decoded(parts.token)) + QLatin1String(";\n");
    for (const QByteArray &pin : parts.pinVariables())
        addVariable(pin, setPin(pin));
    program += QLatin1String("\nconst body =") + expression(parts) + QLatin1String(";\n\n");
    program += QLatin1String("fetch(") + literal(decoded(parts.address)) +
               QLatin1String(", {\n"
                             "  method: \"POST\",\n"
                             "  headers: {\n"
                             "    \"Content-Type\": \"application/json\",\n"
                             "    \"Authorization\": \"Bearer \" + token,\n"
                             "  },\n"
                             "  body,\n"
                             "  redirect: \"manual\",\n"
                             "}).then(async (response) => {\n"
                             "  console.log(response.status, await response.text());\n"
                             "});\n");
    return program.toUtf8();
}

} // namespace otpscope::models
