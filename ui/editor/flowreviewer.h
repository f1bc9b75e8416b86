// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/catalogue.h"
#include "models/checks/finding.h"
#include "models/flow/flowdocument.h"
#include "models/flow/variables.h"

#include <QObject>
#include <QThreadPool>

#include <memory>
#include <optional>
#include <vector>

namespace otpscope::ui {

/// Reading and checking a text of this many bytes takes a good part of a frame: what is longer is
/// read, checked and edited in another thread.
inline constexpr qsizetype longestQuickText = 64 * 1024;

/// What is derived from a document and its variables.
struct FlowReview
{
    /// With the variables put in; nullptr where there are none, so that the document is it.
    std::shared_ptr<const models::Json> resolved;
    std::vector<models::Finding> findings;
};

/// Checks flows: short ones at once, long ones in another thread, of which the newest counts.
/// GUI thread.
class FlowReviewer final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FlowReviewer)

public:
    /// The catalogue must outlive it.
    explicit FlowReviewer(const models::Catalogue &catalogue, QObject *parent = nullptr);
    /// Waits for the review under way.
    ~FlowReviewer() override;

    /// The review; nothing where it will come by reviewed(). Reviews asked for before are dropped.
    [[nodiscard]] std::optional<FlowReview> review(const models::FlowDocument &document,
                                                   const models::VariableValues &values);
    /// A review is still to come.
    [[nodiscard]] bool isBusy() const { return m_next || (m_isRunning && !m_isStale); }

Q_SIGNALS:
    void reviewed(const otpscope::ui::FlowReview &review);

private:
    struct Request
    {
        models::FlowDocument document;
        models::VariableValues values;
    };

    void startNext();
    void takeReview(const FlowReview &review);

    const models::Catalogue &m_catalogue;
    QThreadPool m_threads;
    std::optional<Request> m_next;
    bool m_isRunning = false;
    /// Nobody waits for the review under way any more.
    bool m_isStale = false;
};

} // namespace otpscope::ui
