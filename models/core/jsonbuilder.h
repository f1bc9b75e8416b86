// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/json.h"

#include <QByteArrayView>
#include <QString>

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

namespace otpscope::models {

/// Builds a Json from the parser's events, for parseJson alone. Differs from nlohmann's own builder
/// in three ways: it stops at a depth, it reports a failure instead of throwing, and an object with
/// n keys costs n, not n squared (ordered_json looks each new key up among all before it).
/// Of equal keys the last value counts, at the place of the first.
class JsonBuilder final : public nlohmann::json_sax<Json>
{
public:
    explicit JsonBuilder(int maximumDepth);

    bool null() override;
    bool boolean(bool value) override;
    bool number_integer(number_integer_t value) override;
    bool number_unsigned(number_unsigned_t value) override;
    bool number_float(number_float_t value, const string_t &text) override;
    bool string(string_t &value) override;
    bool binary(binary_t &value) override;
    bool start_object(std::size_t elements) override;
    bool key(string_t &name) override;
    bool end_object() override;
    bool start_array(std::size_t elements) override;
    bool end_array() override;
    bool parse_error(std::size_t position, const std::string &lastToken,
                     const nlohmann::detail::exception &problem) override;

    [[nodiscard]] bool isTooDeep() const { return m_isTooDeep; }
    /// Byte at which `text` stopped making sense. Only after a failure.
    [[nodiscard]] qsizetype failurePosition(QByteArrayView text) const;
    [[nodiscard]] QString failureDetail() const { return m_failureDetail; }
    /// Only after success; leaves the builder empty.
    [[nodiscard]] Json takeResult();

private:
    struct Level
    {
        Json *container = nullptr;
        /// Where each key stands; filled only once the object is large.
        std::unordered_map<std::string, std::size_t> places;
    };

    Json *place(Json &&value);
    bool open(Json &&container);
    Json &slotForKey(Level &level, string_t &&name);

    int m_maximumDepth;
    Json m_root;
    Json *m_slot = nullptr;
    std::vector<Level> m_levels;
    bool m_isTooDeep = false;
    std::size_t m_failurePosition = 0;
    QString m_failureDetail;
};

} // namespace otpscope::models
