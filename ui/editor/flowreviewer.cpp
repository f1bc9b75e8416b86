// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/flowreviewer.h"

#include "models/checks/variablechecks.h"

#include <utility>

namespace otpscope::ui {

namespace {

FlowReview reviewOf(const models::FlowDocument &document, const models::VariableValues &values,
                    const models::Catalogue &catalogue)
{
    FlowReview review;
    if (document.text().contains("{{")) {
        review.resolved = std::make_shared<const models::Json>(
            models::resolvedVariables(document.json(), values));
    }
    review.findings = models::checkFlow(document, catalogue, values);
    return review;
}

} // namespace

FlowReviewer::FlowReviewer(const models::Catalogue &catalogue, QObject *parent)
    : QObject(parent)
    , m_catalogue(catalogue)
{
    m_threads.setMaxThreadCount(1);
}

// What still runs posts its result to this object, which must be whole until then.
FlowReviewer::~FlowReviewer()
{
    m_threads.waitForDone();
}

std::optional<FlowReview> FlowReviewer::review(const models::FlowDocument &document,
                                               const models::VariableValues &values)
{
    m_isStale = true;
    m_next.reset();
    if (document.text().size() <= longestQuickText)
        return reviewOf(document, values, m_catalogue);
    m_next = Request{document, values};
    startNext();
    return std::nullopt;
}

void FlowReviewer::startNext()
{
    if (m_isRunning || !m_next)
        return;
    m_isRunning = true;
    m_isStale = false;
    m_threads.start([this, request = *std::exchange(m_next, std::nullopt)] {
        const FlowReview review = reviewOf(request.document, request.values, m_catalogue);
        QMetaObject::invokeMethod(
            this, [this, review] { takeReview(review); }, Qt::QueuedConnection);
    });
}

void FlowReviewer::takeReview(const FlowReview &review)
{
    m_isRunning = false;
    const bool isWanted = !m_isStale;
    startNext();
    if (isWanted)
        Q_EMIT reviewed(review);
}

} // namespace otpscope::ui
