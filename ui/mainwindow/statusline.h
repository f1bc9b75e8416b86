// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pace/pace.h"
#include "ui/theme/theme.h"

#include <QStatusBar>

#include <array>

class QLabel;

namespace otpscope::ui {

/// What the status line tells of one thing. Green only what was checked.
struct StatusText
{
    QString text;
    Tone tone = Tone::Muted;
    /// More of it, on hovering; may be empty.
    QString tip = {};

    friend bool operator==(const StatusText &, const StatusText &) = default;
};

/// The line at the bottom: environment, receiver, token, run, store.
class StatusLine final : public QStatusBar
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StatusLine)

public:
    enum class Field {
        Environment,
        Receiver,
        Token,
        Run,
        Store,
    };

    explicit StatusLine(QWidget *parent = nullptr);

    /// Shown at a reader's pace.
    void setField(Field field, const StatusText &text);
    [[nodiscard]] QString fieldText(Field field) const;

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Entry
    {
        QLabel *label = nullptr;
        StatusText status;
        bool isShown = true;
    };

    void addField(Field field, const QString &name);
    void showFields();
    void refresh(Entry &entry);

    Pace m_pace;
    std::array<Entry, 5> m_entries;
};

} // namespace otpscope::ui
