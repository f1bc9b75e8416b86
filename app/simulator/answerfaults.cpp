// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/answerfaults.h"

#include "app/simulator/guessedbodies.h"

#include <array>

namespace otpscope::simulator {

namespace {

using Kind = http::Response::Fault::Kind;

struct Behaviour
{
    double Faults::*member;
    /// 0 where the request is carried out.
    int status;
    Kind kind;
};

constexpr std::array behaviours{
    Behaviour{&Faults::tokenDown, 503, Kind::None},
    Behaviour{&Faults::answer401, 401, Kind::None},
    Behaviour{&Faults::answer403, 403, Kind::None},
    Behaviour{&Faults::answer404, 404, Kind::None},
    Behaviour{&Faults::answer422, 422, Kind::None},
    Behaviour{&Faults::answer429, 429, Kind::None},
    Behaviour{&Faults::answer500, 500, Kind::None},
    Behaviour{&Faults::answer502, 502, Kind::None},
    Behaviour{&Faults::answer503, 503, Kind::None},
    Behaviour{&Faults::answerRedirect, 307, Kind::None},
    Behaviour{&Faults::answerEndless, 0, Kind::Endless},
    Behaviour{&Faults::answerCutInHead, 0, Kind::HalfHead},
    Behaviour{&Faults::answerCutInBody, 0, Kind::HalfBody},
};

const Behaviour &behaviourOf(const FaultField &field)
{
    for (const Behaviour &behaviour : behaviours) {
        if (behaviour.member == field.member)
            return behaviour;
    }
    Q_UNREACHABLE();
}

const FaultField *fieldOf(double Faults::*member)
{
    for (const FaultField &field : faultFields()) {
        if (field.member == member)
            return &field;
    }
    return nullptr;
}

} // namespace

bool AnswerFault::isRefusal() const
{
    return behaviourOf(*field).status != 0;
}

http::Response AnswerFault::refusal() const
{
    http::Response response;
    response.status = behaviourOf(*field).status;
    if (response.status == 307) {
        // A name that no resolver knows (RFC 6761): whoever follows it reaches nobody.
        response.headers = {{"Location", "http://elsewhere.invalid/failover-otp"}};
        return response;
    }
    if (response.status == 502) {
        response.headers = {{"Content-Type", "text/html"}};
        response.body = "<html><head><title>502 Bad Gateway</title></head>"
                        "<body><h1>502 Bad Gateway</h1></body></html>\n";
        return response;
    }
    response.headers = {{"Content-Type", "application/json"}};
    if (response.status == 429 || response.status == 503)
        response.headers.emplace_back("Retry-After", "2");
    response.body = models::compactJson(
        response.status == 422
            ? madeUpValidationBody()
            : detailBody(QString::fromLatin1(http::reasonPhrase(response.status))));
    return response;
}

void AnswerFault::spoil(http::Response &response) const
{
    response.fault.kind = behaviourOf(*field).kind;
}

AnswerFault tokenFault()
{
    return {fieldOf(&Faults::tokenDown)};
}

std::optional<AnswerFault> drawAnswerFault(const Faults &faults, SeededSource &chance)
{
    std::optional<AnswerFault> drawn;
    for (const Behaviour &behaviour : behaviours) {
        if (behaviour.member == &Faults::tokenDown)
            continue;
        if (chance.happens(faults.*behaviour.member) && !drawn)
            drawn = AnswerFault{fieldOf(behaviour.member)};
    }
    return drawn;
}

} // namespace otpscope::simulator
