// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/observation.h"

#include <QWidget>

#include <optional>

class QCheckBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTabWidget;

namespace otpscope::ui {

/// One observation as it was on the wire: request and answer, heads and bodies, as plain text.
/// Long bodies are cut until somebody asks for all of them. Authorization values are masked again,
/// should one ever get here.
class Inspector final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Inspector)

public:
    explicit Inspector(QWidget *parent = nullptr);

    /// `before` is the snapshot it is held against: the one before that was understood.
    void showObservation(const models::Observation &observation,
                         const std::optional<models::Observation> &before);
    void showNothing();

private:
    struct Side
    {
        QPlainTextEdit *text = nullptr;
        QPushButton *showAll = nullptr;
    };

    Side addSide(const QString &title);
    void refresh(bool isWhole);
    void refreshChanges();
    void copyAsCurl() const;
    void refreshSide(const Side &side, const QByteArray &head, const QByteArray &body,
                     const QString &absence, bool isWhole);
    [[nodiscard]] QString titleText() const;

    std::optional<models::Observation> m_observation;
    std::optional<models::Observation> m_before;
    QLabel *m_title = nullptr;
    QLabel *m_problem = nullptr;
    QCheckBox *m_pretty = nullptr;
    QTabWidget *m_sides = nullptr;
    Side m_request;
    Side m_answer;
    QPlainTextEdit *m_changes = nullptr;
    QPushButton *m_copy = nullptr;
};

/// Bytes as text: UTF-8 where it is, else one character a byte with control bytes as "\xNN".
[[nodiscard]] QString textOfBytes(const QByteArray &bytes);
/// The head with every Authorization value replaced by "***".
[[nodiscard]] QByteArray maskedHead(const QByteArray &head);

} // namespace otpscope::ui
