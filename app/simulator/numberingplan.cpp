// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/numberingplan.h"

#include <array>
#include <string_view>

namespace otpscope::simulator {

namespace {

struct Country
{
    std::string_view prefix;
    std::string_view code;
    std::int64_t smsMillionths;
    std::array<std::string_view, 3> operators;
};

// No prefix here is the start of another one.
constexpr std::array countries{
    Country{"1", "US", 8'300, {"AT&T", "T-Mobile", "Verizon"}},
    Country{"30", "GR", 37'500, {"Cosmote", "Nova", "Vodafone"}},
    Country{"31", "NL", 78'000, {"KPN", "Odido", "Vodafone"}},
    Country{"32", "BE", 84'000, {"Base", "Orange", "Proximus"}},
    Country{"33", "FR", 52'000, {"Bouygues", "Orange", "SFR"}},
    Country{"34", "ES", 44'000, {"Movistar", "Orange", "Vodafone"}},
    Country{"351", "PT", 31'000, {"MEO", "NOS", "Vodafone"}},
    Country{"357", "CY", 22'000, {"Cyta", "Epic", "Primetel"}},
    Country{"359", "BG", 61'000, {"A1", "Vivacom", "Yettel"}},
    Country{"36", "HU", 66'000, {"One", "Telekom", "Yettel"}},
    Country{"380", "UA", 95'000, {"Kyivstar", "Lifecell", "Vodafone"}},
    Country{"381", "RS", 48'000, {"A1", "mts", "Yettel"}},
    Country{"385", "HR", 49'000, {"A1", "HT", "Telemach"}},
    Country{"39", "IT", 58'000, {"TIM", "Vodafone", "WindTre"}},
    Country{"40", "RO", 54'000, {"Digi", "Orange", "Vodafone"}},
    Country{"44", "GB", 39'000, {"EE", "O2", "Vodafone"}},
    Country{"48", "PL", 26'000, {"Orange", "Play", "Plus"}},
    Country{"49", "DE", 79'000, {"O2", "Telekom", "Vodafone"}},
    Country{"63", "PH", 89'000, {"DITO", "Globe", "Smart"}},
    Country{"84", "VN", 92'000, {"MobiFone", "Viettel", "VinaPhone"}},
    Country{"90", "TR", 29'000, {"Turkcell", "Turk Telekom", "Vodafone"}},
};

constexpr std::int64_t viberMillionths = 9'300;
constexpr std::int64_t unknownCountrySmsMillionths = 60'000;

QLatin1String latin(std::string_view text)
{
    return QLatin1String(text.data(), static_cast<qsizetype>(text.size()));
}

/// Made once: thousands of flows share them.
struct CountryTexts
{
    QString code;
    std::array<QString, 3> operators;
};

const CountryTexts &textsOf(size_t country)
{
    static const std::array<CountryTexts, countries.size()> texts = [] {
        std::array<CountryTexts, countries.size()> made;
        for (size_t i = 0; i < countries.size(); ++i) {
            made.at(i).code = latin(countries.at(i).code);
            for (size_t j = 0; j < made.at(i).operators.size(); ++j)
                made.at(i).operators.at(j) = latin(countries.at(i).operators.at(j));
        }
        return made;
    }();
    return texts.at(country);
}

size_t operatorIndex(const QString &digits, size_t count)
{
    size_t sum = 0;
    for (const QChar digit : digits)
        sum = sum * 31 + digit.unicode();
    return sum % count;
}

} // namespace

NumberFacts numberFacts(const QString &digits)
{
    NumberFacts facts{{}, {}, {viberMillionths}, {unknownCountrySmsMillionths}};
    for (size_t i = 0; i < countries.size(); ++i) {
        if (!digits.startsWith(latin(countries.at(i).prefix)))
            continue;
        const CountryTexts &texts = textsOf(i);
        facts.country = texts.code;
        facts.operatorName = texts.operators.at(operatorIndex(digits, texts.operators.size()));
        facts.smsPrice = {countries.at(i).smsMillionths};
        break;
    }
    return facts;
}

} // namespace otpscope::simulator
