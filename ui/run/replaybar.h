// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;

namespace otpscope::ui {

/// The controls of a run that is played again: play and pause, the next change, how fast, and back
/// to where one was. Hidden until a run is played.
class ReplayBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReplayBar)

public:
    explicit ReplayBar(QWidget *parent = nullptr);

    void showRun(const QString &name);
    /// At the end, playing begins anew.
    void setState(bool isPlaying, bool isAtEnd);
    /// Whether there is a mark up to which it could be played.
    void setHasMark(bool hasMark);
    /// 0 is "at once".
    [[nodiscard]] double pace() const;

Q_SIGNALS:
    void playRequested();
    void pauseRequested();
    void nextChangeRequested();
    void markRequested();
    void paceChosen(double pace);
    void pausesAtChangesChosen(bool pauses);
    void closeRequested();

private:
    void toggle();

    QLabel *m_name = nullptr;
    QPushButton *m_play = nullptr;
    QPushButton *m_next = nullptr;
    QPushButton *m_mark = nullptr;
    QComboBox *m_pace = nullptr;
    QCheckBox *m_pauses = nullptr;
    bool m_isPlaying = false;
};

} // namespace otpscope::ui
