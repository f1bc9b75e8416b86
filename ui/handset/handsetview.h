// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/catalogue.h"
#include "models/flow/flowdocument.h"
#include "models/items/runmodel.h"
#include "ui/pace/pace.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <vector>

namespace otpscope::ui {

/// One message as the phone would show it.
struct HandsetMessage
{
    int order = 0;
    models::Channel channel = models::Channel::Unknown;
    QString sender;
    QString text;
    /// "on its way", "delivered", ...
    QString state;
    Tone tone = Tone::Muted;
    /// Whether it is on the phone by what the service reports.
    bool hasArrived = false;

    friend bool operator==(const HandsetMessage &, const HandsetMessage &) = default;
};

/// What each step's message says, and how far it got by the service's own reports. Steps that were
/// not tried are left out.
[[nodiscard]] std::vector<HandsetMessage> handsetMessages(const models::FlowDocument &document,
                                                          const models::RunState &state,
                                                          const models::Catalogue &catalogue);

/// A phone with the messages of the run on show.
class HandsetView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HandsetView)

public:
    /// Both must outlive it.
    HandsetView(const models::RunModel &run, const models::Catalogue &catalogue,
                QWidget *parent = nullptr);

    /// The document as it was sent.
    void setDocument(const models::FlowDocument &document);
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();

    const models::RunModel &m_run;
    const models::Catalogue &m_catalogue;
    models::FlowDocument m_document;
    std::vector<HandsetMessage> m_messages;
    Pace m_pace;
};

} // namespace otpscope::ui
