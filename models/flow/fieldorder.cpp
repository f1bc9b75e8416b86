// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/flow/fieldorder.h"

#include <algorithm>
#include <iterator>

namespace otpscope::models {

const std::vector<std::string> &documentedKeys(const JsonPath &path)
{
    static const std::vector<std::string> document{"flow", "callback"};
    static const std::vector<std::string> callback{"url"};
    // One list for both kinds of step: their own fields never meet in one object.
    static const std::vector<std::string> step{
        "type",         "to",           "order",
        "ttl",          "label",        "senderInfoTrackingId",
        "templateId",   "pin",          "templateType",
        "businessName", "validityTime", "pinType",
        "actionName",   "codeReason",   "failoverOnDelivered",
        "templateLang", "otpType",      "seq",
        "from",         "message"};
    static const std::vector<std::string> message{"body", "flash", "transcode", "label"};
    static const std::vector<std::string> none;

    if (path.empty())
        return document;
    if (path.front() == "callback")
        return path.size() == 1 ? callback : none;
    if (path.front() != "flow")
        return none;
    if (path.size() == 2)
        return step;
    return path.size() == 3 && path.back() == "message" ? message : none;
}

std::size_t placeOfNewKey(const std::vector<std::string> &keys, const JsonPath &path,
                          const std::string &key)
{
    const std::vector<std::string> &known = documentedKeys(path);
    const auto own = std::find(known.begin(), known.end(), key);
    if (own == known.end())
        return keys.size();
    const auto last = std::find_if(keys.rbegin(), keys.rend(), [&](const std::string &present) {
        return std::find(known.begin(), own, present) != own;
    });
    return static_cast<std::size_t>(std::distance(last, keys.rend()));
}

} // namespace otpscope::models
