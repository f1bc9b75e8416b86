// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/jsonplace.h"
#include "models/core/jsontext.h"
#include "models/flow/fieldorder.h"

#include <cstdint>
#include <cstdlib>

using namespace otpscope::models;

/// The first two bytes choose a value of the text; reading, finding, replacing and removing it must
/// agree with the values, and touch no other byte.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace {

void require(bool isTrue)
{
    if (!isTrue)
        std::abort();
}

void checkProblem(const QByteArray &text, const JsonProblem &problem)
{
    require(problem.line >= 1 && problem.column >= 1);
    require(offsetOf(text, {problem.line, problem.column}) <= text.size());
}

void checkReplacing(const JsonText &before, int node)
{
    const JsonSpan span = before.spans().node(node).value;
    const JsonPath path = before.spans().pathTo(node);
    if (before.spans().find(path) != node)
        return; // an equal key behind it counts
    const QByteArray spelling = before.spans().valueText(node).toByteArray();
    JsonText text = before;
    require(text.set(path, parseJson(spelling).value(), &placeOfNewKey));
    require(text.text() == before.text());
    require(text.set(path, "?", &placeOfNewKey));
    if (spelling != "\"?\"")
        require(text.text() ==
                before.text().left(span.begin) + "\"?\"" + before.text().mid(span.end));
    require(text.setText(path, spelling, &placeOfNewKey));
    require(text.text() == before.text());
}

void checkRemoving(const JsonText &before, int node)
{
    const JsonPath path = before.spans().pathTo(node);
    JsonText text = before;
    const bool isRemoved = text.remove(path);
    require(isRemoved == !path.empty());
    const auto after = parseJson(text.text());
    require(after.hasValue());
    const int parent = before.spans().node(node).parent;
    if (isRemoved && before.spans().node(parent).kind == JsonNode::Kind::Object)
        require(!text.spans().find(path));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 2)
        return 0;
    const int choice = data[0] * 256 + data[1];
    const QByteArray bytes(reinterpret_cast<const char *>(data + 2),
                           static_cast<qsizetype>(size) - 2);
    const auto text = JsonText::parse(bytes);
    if (!text) {
        checkProblem(bytes, text.error());
        return 0;
    }
    const int node = choice % text.value().spans().count();
    checkReplacing(text.value(), node);
    checkRemoving(text.value(), node);
    return 0;
}
