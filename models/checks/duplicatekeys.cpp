// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/checks/duplicatekeys.h"

#include "models/core/jsonplace.h"
#include "models/core/jsonspans.h"

#include <QStringList>

#include <string>
#include <unordered_map>

namespace otpscope::models {

namespace {

constexpr int toldAtMost = 50;
constexpr qsizetype shownOfKey = 60;

QString shortened(const std::string &key)
{
    const QString text = QString::fromStdString(key);
    return text.size() > shownOfKey ? text.left(shownOfKey) + QChar(0x2026) : text;
}

QStringList placeValues(const JsonSpans &spans, int id)
{
    const JsonPlace place = placeIn(spans.text(), spans.node(id).begin());
    return {QString::number(place.line), QString::number(place.column)};
}

} // namespace

void findDuplicateKeys(const QByteArray &text, FindingList &findings)
{
    const JsonSpans spans(text);
    int told = 0;
    for (int object = 0; object < spans.count(); ++object) {
        if (spans.node(object).kind != JsonNode::Kind::Object)
            continue;
        std::unordered_map<std::string, int> first;
        for (int child = spans.node(object).firstChild; child >= 0;
             child = spans.node(child).next) {
            const std::string name = spans.nameOf(child);
            const auto [place, isNew] = first.try_emplace(name, child);
            if (isNew)
                continue;
            if (++told > toldAtMost)
                return;
            findings.add("duplicate-key", pointerOf(spans.pathTo(child)),
                         QStringList(shortened(name)) + placeValues(spans, place->second) +
                             placeValues(spans, child));
        }
    }
}

} // namespace otpscope::models
