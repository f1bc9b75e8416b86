// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/ids.h"
#include "models/expect/expectations.h"
#include "models/items/runmodel.h"
#include "ui/mainwindow/mainwindow.h"

#include <QObject>
#include <QPointer>

#include <memory>
#include <optional>

class QAction;

namespace otpscope::ui {
class PasteLogDialog;
} // namespace otpscope::ui

namespace otpscope::window {

class Replayer;
struct ReplayedRun;

/// Playing runs again in the window: asks which, shows what the replayer plays, and hands on what
/// the controls ask for. GUI thread; reading and playing happen in the replayer's.
class ReplayDesk final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReplayDesk)

public:
    /// All of it must outlive this.
    struct Parts
    {
        ui::MainWindow &window;
        models::RunModel &run;
        Replayer &replayer;
    };

    explicit ReplayDesk(const Parts &parts, QObject *parent = nullptr);

    /// Whether the run on show is one that is played again; its observations are the replayer's.
    [[nodiscard]] bool isShown() const;
    void openFile(const QString &path);
    void openText(const QString &text);

Q_SIGNALS:
    /// The replay is closed; the run it came from, or none, is to be shown instead.
    void left(const otpscope::models::RunId &to);

private:
    void askForFile();
    void askForText();
    void openShownRun();
    void playToMark();
    void takeOpened(const ReplayedRun &run);
    /// Said where the person is: in the dialog as long as it is open.
    void takeProblem(const QString &problem);
    /// Shows what came with the run, and keeps what the person demanded until the replay is left.
    void lendExpectations(const ReplayedRun &run);
    void returnExpectations();
    void noteReset();
    void leave();
    template <typename Call>
    void ask(Call call);

    Parts m_parts;
    QAction *m_again = nullptr;
    QPointer<ui::PasteLogDialog> m_paste;
    models::RunId m_wanted;
    models::RunId m_shown;
    /// The run that was on show before.
    models::RunId m_before;
    /// A file of demands and what it is called.
    struct Demands
    {
        models::Expectations expectations;
        QString name;
    };
    std::optional<Demands> m_lent;
    Demands m_own;
};

} // namespace otpscope::window
