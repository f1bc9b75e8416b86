// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/bundlesentences.h"

#include "models/text/sentences.h"

#include <QCoreApplication>

namespace otpscope::models {

namespace {

/// Gives the texts of this unit their context for translators.
struct BundleSentences
{
    Q_DECLARE_TR_FUNCTIONS(BundleSentences)
};

} // namespace

QString sentenceFor(const BundleProblem &problem)
{
    switch (problem.kind) {
    case BundleProblem::Kind::NotJson:
        return BundleSentences::tr("The bundle is damaged.") + u' ' + sentenceFor(problem.json);
    case BundleProblem::Kind::NotABundle:
        return BundleSentences::tr("This is no OtpScope bundle.");
    case BundleProblem::Kind::Newer:
        return BundleSentences::tr("The bundle was written by a newer OtpScope. Update this one to "
                                   "read it.");
    case BundleProblem::Kind::Broken:
        //: %1 is a place like /observations/3/source
        return BundleSentences::tr("The bundle is damaged at %1. Ask for it again.")
            .arg(problem.place);
    }
    Q_UNREACHABLE();
}

} // namespace otpscope::models
