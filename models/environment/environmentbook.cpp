// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/environment/environmentbook.h"

#include "models/environment/environmentjson.h"

#include <algorithm>

namespace otpscope::models {

namespace {

using ProblemKind = EnvironmentsProblem::Kind;

constexpr int formatVersion = 1;

Environment simulator()
{
    Environment result;
    result.id = simulatorId();
    result.name = QStringLiteral("Built-in simulator");
    result.isReal = false;
    return result;
}

template <typename All>
auto placeOf(All &all, const EnvironmentId &id)
{
    return std::find_if(all.begin(), all.end(),
                        [&](const Environment &environment) { return environment.id == id; });
}

} // namespace

EnvironmentBook::EnvironmentBook()
    : m_all{simulator()}
    , m_current(simulatorId())
{}

Result<EnvironmentBook, EnvironmentsProblem> EnvironmentBook::fromBytes(const QByteArray &bytes)
{
    const auto parsed = parseJson(bytes);
    if (!parsed)
        return EnvironmentsProblem{ProblemKind::NotJson, parsed.error().detail};
    const Json &json = parsed.value();
    const Json *version = member(json, "otpscopeEnvironments");
    const Json *list = member(json, "environments");
    if (!version || !version->is_number_integer() || !list || !list->is_array())
        return EnvironmentsProblem{ProblemKind::NotEnvironments, {}};
    if (version->get<qint64>() > formatVersion)
        return EnvironmentsProblem{ProblemKind::NewerVersion,
                                   QString::number(version->get<qint64>())};
    EnvironmentBook book;
    book.m_all.clear();
    for (std::size_t index = 0; index < list->size(); ++index) {
        const auto read = environmentFromJson((*list)[index]);
        const QString place = QStringLiteral("/environments/%1").arg(index);
        if (!read)
            return EnvironmentsProblem{ProblemKind::WrongValue, place + read.error()};
        if (book.find(read.value().id))
            return EnvironmentsProblem{ProblemKind::WrongValue, place + QStringLiteral("/id")};
        book.m_all.push_back(read.value());
    }
    const auto own = placeOf(book.m_all, simulatorId());
    if (own == book.m_all.end()) {
        book.m_all.insert(book.m_all.begin(), simulator());
    } else {
        // No file makes the simulator cost money, or something else of it.
        own->isReal = false;
        own->service.clear();
        own->token.clear();
        own->sending = {};
    }
    if (const auto current = textMember(json, "current"))
        book.choose(EnvironmentId(*current));
    return book;
}

QByteArray EnvironmentBook::toBytes() const
{
    Json list = Json::array();
    for (const Environment &environment : m_all)
        list.push_back(environmentToJson(environment));
    return prettyJson({{"otpscopeEnvironments", formatVersion},
                       {"current", toUtf8String(m_current.text())},
                       {"environments", list}});
}

const Environment &EnvironmentBook::current() const
{
    const auto found = placeOf(m_all, m_current);
    return found == m_all.end() ? m_all.front() : *found;
}

const Environment *EnvironmentBook::find(const EnvironmentId &id) const
{
    const auto found = placeOf(m_all, id);
    return found == m_all.end() ? nullptr : &*found;
}

const Environment *EnvironmentBook::named(const QString &name) const
{
    if (name.compare(simulatorId().text(), Qt::CaseInsensitive) == 0)
        return find(simulatorId());
    const auto found =
        std::find_if(m_all.begin(), m_all.end(), [&](const Environment &environment) {
            return environment.name.compare(name, Qt::CaseInsensitive) == 0;
        });
    return found == m_all.end() ? nullptr : &*found;
}

QStringList EnvironmentBook::namesBeside(const EnvironmentId &id) const
{
    QStringList names;
    for (const Environment &environment : m_all) {
        if (environment.id != id)
            names.append(environment.name);
    }
    return names;
}

bool EnvironmentBook::choose(const EnvironmentId &id)
{
    if (!find(id))
        return false;
    m_current = id;
    return true;
}

void EnvironmentBook::put(const Environment &environment)
{
    const auto found = placeOf(m_all, environment.id);
    if (found == m_all.end())
        m_all.push_back(environment);
    else
        *found = environment;
}

bool EnvironmentBook::remove(const EnvironmentId &id)
{
    const auto found = placeOf(m_all, id);
    if (found == m_all.end() || found->isSimulator())
        return false;
    const auto next = m_all.erase(found);
    if (id == m_current)
        m_current = next == m_all.begin() ? next->id : (next - 1)->id;
    return true;
}

bool EnvironmentBook::move(const EnvironmentId &id, int place)
{
    const auto found = placeOf(m_all, id);
    if (found == m_all.end())
        return false;
    const Environment moved = *found;
    m_all.erase(found);
    const bool isInside = place >= 0 && place < static_cast<int>(m_all.size());
    m_all.insert(isInside ? m_all.begin() + place : m_all.end(), moved);
    return true;
}

QString EnvironmentBook::freeName(const QString &wanted) const
{
    const QString base = wanted.trimmed();
    for (int number = 1;; ++number) {
        const QString name = number == 1 ? base : QStringLiteral("%1 %2").arg(base).arg(number);
        if (!name.isEmpty() && !named(name))
            return name;
    }
}

} // namespace otpscope::models
