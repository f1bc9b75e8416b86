// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compare/runcomparison.h"

#include "models/core/json.h"
#include "models/run/statusmeaning.h"

#include <algorithm>
#include <set>

namespace otpscope::models {

namespace {

using std::chrono::milliseconds;

/// Above what any documented body has; anybody may post larger ones.
constexpr size_t mostFields = 4096;

struct Field
{
    QString pointer;
    QString value;
};

void collectFields(const Json &json, const std::string &pointer, std::vector<Field> &fields)
{
    if (fields.size() >= mostFields)
        return;
    const bool isContainer = (json.is_object() || json.is_array()) && !json.empty();
    if (!isContainer) {
        fields.push_back({toQString(pointer), toQString(json.dump())});
        return;
    }
    if (json.is_array()) {
        for (size_t i = 0; i < json.size(); ++i)
            collectFields(json[i], pointer + "/" + std::to_string(i), fields);
        return;
    }
    for (const auto &[key, value] : json.items())
        collectFields(value, (JsonPointer(pointer) / key).to_string(), fields);
}

std::optional<std::vector<Field>> fieldsIn(const QByteArray &body)
{
    const Result<Json, JsonProblem> parsed = parseJson(body);
    if (!parsed)
        return std::nullopt;
    std::vector<Field> fields;
    collectFields(parsed.value(), {}, fields);
    return fields;
}

/// Ids and times are new with each run (routee-api section 4).
bool isNewWithEachRun(const QString &pointer)
{
    static const QStringList names{
        QStringLiteral("flowId"),
        QStringLiteral("trackingId"),
        QStringLiteral("createdAt"),
        QStringLiteral("created_at"),
        QStringLiteral("sent_at"),
        QStringLiteral("delivered_at"),
        QStringLiteral("failover_from_message_token"),
        QStringLiteral("latency_ms"),
    };
    return names.contains(pointer.section(QLatin1Char('/'), -1));
}

const Field *fieldAt(const std::vector<Field> &fields, const QString &pointer)
{
    const auto found = std::find_if(fields.begin(), fields.end(), [&pointer](const Field &field) {
        return field.pointer == pointer;
    });
    return found == fields.end() ? nullptr : &*found;
}

Instant originOf(const ComparedRun &run)
{
    if (run.state.sentAt)
        return *run.state.sentAt;
    return run.transitions.empty() ? Instant{} : run.transitions.front().at;
}

bool isAligned(const Transition &a, const Transition &b)
{
    return a.subject == b.subject && a.order == b.order && isSameText(a.to, b.to);
}

ComparedStatus statusRow(const Transition &transition)
{
    ComparedStatus row;
    row.subject = transition.subject;
    row.order = transition.order;
    row.status = transition.to;
    return row;
}

} // namespace

std::optional<milliseconds> ComparedStatus::moved() const
{
    return first && second ? std::optional(*second - *first) : std::nullopt;
}

std::vector<FieldDifference> compareBodies(const QByteArray &first, const QByteArray &second)
{
    const auto left = fieldsIn(first);
    const auto right = fieldsIn(second);
    if (!left || !right)
        return {};
    std::vector<FieldDifference> differences;
    for (const Field &field : *left) {
        const Field *other = fieldAt(*right, field.pointer);
        if (!other || other->value != field.value)
            differences.push_back({field.pointer, field.value, other ? other->value : QString(),
                                   isNewWithEachRun(field.pointer)});
    }
    for (const Field &field : *right) {
        if (!fieldAt(*left, field.pointer))
            differences.push_back(
                {field.pointer, QString(), field.value, isNewWithEachRun(field.pointer)});
    }
    return differences;
}

RunComparison compareRuns(const ComparedRun &first, const ComparedRun &second)
{
    RunComparison comparison{first.title, second.title, {}};
    std::set<size_t> taken;
    for (size_t i = 0; i < first.transitions.size(); ++i) {
        const Transition &transition = first.transitions[i];
        ComparedStatus row = statusRow(transition);
        row.first = transition.at - originOf(first);
        for (size_t j = 0; j < second.transitions.size(); ++j) {
            if (taken.contains(j) || !isAligned(transition, second.transitions[j]))
                continue;
            taken.insert(j);
            row.second = second.transitions[j].at - originOf(second);
            if (i < first.bodies.size() && j < second.bodies.size())
                row.fields = compareBodies(first.bodies[i], second.bodies[j]);
            break;
        }
        comparison.statuses.push_back(row);
    }
    for (size_t j = 0; j < second.transitions.size(); ++j) {
        if (taken.contains(j))
            continue;
        ComparedStatus row = statusRow(second.transitions[j]);
        row.second = second.transitions[j].at - originOf(second);
        comparison.statuses.push_back(row);
    }
    std::stable_sort(comparison.statuses.begin(), comparison.statuses.end(),
                     [](const ComparedStatus &a, const ComparedStatus &b) {
                         const auto at = [](const ComparedStatus &row) {
                             return row.first ? *row.first : row.second.value_or(milliseconds{0});
                         };
                         return std::tuple(a.order, at(a)) < std::tuple(b.order, at(b));
                     });
    return comparison;
}

} // namespace otpscope::models
