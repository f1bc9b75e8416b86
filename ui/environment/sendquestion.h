// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QString>
#include <QStringList>

class QCheckBox;
class QLabel;
class QPushButton;

namespace otpscope::ui {

/// What a person is asked before something leaves that costs money.
struct PendingSend
{
    QString environment;
    QString host;
    QStringList recipients;
    /// By their names, in the order of the steps.
    QStringList channels;
};

/// Asks in place before a real send. Hidden until ask(). Enter in the question does nothing by
/// itself: the safe button has the focus.
class SendQuestion final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SendQuestion)

public:
    explicit SendQuestion(QWidget *parent = nullptr);

    void ask(const PendingSend &send);
    /// What is known about the account's balance, as a sentence; ask() takes it back.
    void showBalance(const QString &sentence);
    /// As if declined, without a signal.
    void withdraw();

Q_SIGNALS:
    /// `isForToday`: not to be asked again today for this environment.
    void confirmed(bool isForToday);
    void declined();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QLabel *m_text = nullptr;
    QLabel *m_balance = nullptr;
    QCheckBox *m_isForToday = nullptr;
    QPushButton *m_send = nullptr;
    QPushButton *m_decline = nullptr;
};

} // namespace otpscope::ui
