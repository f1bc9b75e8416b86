// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/json.h"
#include "models/core/result.h"
#include "models/environment/environment.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace otpscope::models {

/// Why bytes are no environments of ours.
struct EnvironmentsProblem
{
    enum class Kind {
        NotJson,
        /// JSON, but of something else.
        NotEnvironments,
        /// Written by a newer program; `detail` is its version.
        NewerVersion,
        /// `detail` is the JSON Pointer of what makes no sense.
        WrongValue,
    };
    Kind kind = Kind::NotJson;
    QString detail;

    friend bool operator==(const EnvironmentsProblem &, const EnvironmentsProblem &) = default;
};

/// All environments in the person's order, and which one is in use. A value. The built-in simulator
/// is always among them and cannot be removed. The bytes hold no secret, since an environment holds
/// none; what a file names "secret" is not read.
class EnvironmentBook
{
public:
    /// The simulator alone.
    EnvironmentBook();
    [[nodiscard]] static Result<EnvironmentBook, EnvironmentsProblem>
    fromBytes(const QByteArray &bytes);
    [[nodiscard]] QByteArray toBytes() const;

    [[nodiscard]] const std::vector<Environment> &all() const { return m_all; }
    [[nodiscard]] const Environment &current() const;
    [[nodiscard]] const Environment *find(const EnvironmentId &id) const;
    /// By its name, without regard to case; "simulator" is the simulator's.
    [[nodiscard]] const Environment *named(const QString &name) const;
    /// The names of all but `id`.
    [[nodiscard]] QStringList namesBeside(const EnvironmentId &id) const;

    /// False where there is none of this id; then nothing changes.
    bool choose(const EnvironmentId &id);
    /// Puts it at the end, or over the one with its id.
    void put(const Environment &environment);
    /// The simulator stays. The one before it becomes current where the current one goes.
    bool remove(const EnvironmentId &id);
    /// To this place in the list, counted without itself; what is out of range goes to the end.
    bool move(const EnvironmentId &id, int place);
    /// "Routee", "Routee 2", "Routee 3": the first that nobody has.
    [[nodiscard]] QString freeName(const QString &wanted) const;
    /// Adds those of `others` under new ids and free names, without the simulator. `newId` gives
    /// ids.
    template <typename NewId>
    int import(const EnvironmentBook &others, NewId newId)
    {
        int count = 0;
        for (Environment environment : others.all()) {
            if (environment.isSimulator())
                continue;
            environment.id = newId();
            environment.tunnelCommand.clear();
            environment.access = {};
            environment.name = freeName(environment.name);
            put(environment);
            ++count;
        }
        return count;
    }

    friend bool operator==(const EnvironmentBook &, const EnvironmentBook &) = default;

private:
    std::vector<Environment> m_all;
    EnvironmentId m_current;
};

} // namespace otpscope::models
