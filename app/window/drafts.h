// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <map>
#include <optional>

namespace otpscope::window {

/// What was changed in a flow and not saved.
struct Draft
{
    QString title;
    /// As it stood in the editor, whether it is a flow or not.
    QByteArray text;
    /// Sent although the checks find errors.
    bool isSentAsIs = false;

    friend bool operator==(const Draft &, const Draft &) = default;
};

/// The unsaved changes of all flows, by the flow's key: the path of a file, the name of an example,
/// or "new:1" for a flow that was never saved. A value; the bytes are what a file keeps.
class Drafts
{
public:
    Drafts() = default;
    /// Nothing where the bytes are not what toBytes() wrote.
    [[nodiscard]] static std::optional<Drafts> fromBytes(const QByteArray &bytes);
    [[nodiscard]] QByteArray toBytes() const;

    [[nodiscard]] const std::map<QString, Draft> &all() const { return m_all; }
    [[nodiscard]] std::optional<Draft> of(const QString &key) const;
    void put(const QString &key, const Draft &draft);
    void remove(const QString &key);

    /// The flow that was open last; may have no draft.
    [[nodiscard]] QString current() const { return m_current; }
    void setCurrent(const QString &key) { m_current = key; }

    /// A key for one more flow that was never saved.
    [[nodiscard]] QString freeKey() const;
    [[nodiscard]] static bool isNeverSaved(const QString &key);

    friend bool operator==(const Drafts &, const Drafts &) = default;

private:
    std::map<QString, Draft> m_all;
    QString m_current;
};

} // namespace otpscope::window
