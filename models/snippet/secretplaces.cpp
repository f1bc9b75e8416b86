// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/snippet/secretplaces.h"

#include <QByteArrayList>

#include <algorithm>
#include <utility>

namespace otpscope::models {

namespace {

/// A value that is no object or list: where it stands in the text (a string without its quotes),
/// and the name of the member it belongs to.
struct Scalar
{
    QByteArray key;
    qsizetype begin = 0;
    qsizetype end = 0;
    bool isText = false;
};

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

qsizetype endOfString(const QByteArray &text, qsizetype at)
{
    for (++at; at < text.size() && text[at] != '"'; ++at) {
        if (text[at] == '\\')
            ++at;
    }
    return std::min(at, text.size());
}

std::vector<Scalar> scalarsOf(const QByteArray &text)
{
    struct Level
    {
        QByteArray key;
        bool isObject = false;
    };
    std::vector<Scalar> scalars;
    std::vector<Level> levels;
    QByteArray key;
    bool isKeyNext = false;
    for (qsizetype at = 0; at < text.size();) {
        const char c = text[at];
        if (c == '"') {
            const qsizetype end = endOfString(text, at);
            if (isKeyNext)
                key = text.mid(at + 1, end - at - 1);
            else
                scalars.push_back({key, at + 1, end, true});
            isKeyNext = false;
            at = end + 1;
        } else if (c == '{' || c == '[') {
            levels.push_back({key, c == '{'});
            isKeyNext = c == '{';
            ++at;
        } else if (c == '}' || c == ']') {
            if (!levels.empty()) {
                key = levels.back().key;
                levels.pop_back();
            }
            isKeyNext = false;
            ++at;
        } else if (c == ',') {
            isKeyNext = !levels.empty() && levels.back().isObject;
            ++at;
        } else if (isSpace(c) || c == ':' || static_cast<unsigned char>(c) >= 0x80) {
            ++at;
        } else {
            const qsizetype begin = at;
            while (at < text.size() && !isSpace(text[at]) && text[at] != ',' && text[at] != '}' &&
                   text[at] != ']')
                ++at;
            scalars.push_back({key, begin, at, false});
        }
    }
    return scalars;
}

bool isForPeople(const QByteArray &key)
{
    static const QByteArrayList others{
        "to",  "from",         "seq",          "type",   "templateId", "senderInfoTrackingId",
        "url", "templateType", "templateLang", "otpType"};
    return !others.contains(key);
}

bool isLetterOrDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// A pin, and where one stands.
struct Place
{
    qsizetype begin = 0;
    qsizetype end = 0;
    int pin = 0;
};

class Finder
{
public:
    explicit Finder(const QByteArray &body)
        : m_body(body)
        , m_scalars(scalarsOf(body))
    {
        for (const Scalar &scalar : m_scalars) {
            const QByteArray value = m_body.mid(scalar.begin, scalar.end - scalar.begin);
            const bool isNothing = !scalar.isText && (value == "null" || value.isEmpty());
            if (scalar.key == "pin" && !value.isEmpty() && !isNothing && !m_pins.contains(value))
                m_pins.append(value);
        }
    }

    std::vector<Place> places() const
    {
        std::vector<Place> found;
        for (const Scalar &scalar : m_scalars) {
            if (scalar.key == "pin") {
                const qsizetype index =
                    m_pins.indexOf(m_body.mid(scalar.begin, scalar.end - scalar.begin));
                if (index >= 0)
                    found.push_back({scalar.begin, scalar.end, static_cast<int>(index) + 1});
            } else if (scalar.isText && isForPeople(scalar.key)) {
                findIn(scalar, found);
            }
        }
        return found;
    }

private:
    /// Where an escape ends, it was no letter that stands before the pin.
    void findIn(const Scalar &scalar, std::vector<Place> &found) const
    {
        bool isAfterLetter = false;
        for (qsizetype at = scalar.begin; at < scalar.end;) {
            const int pin = isAfterLetter ? 0 : pinAt(at, scalar.end);
            if (pin > 0) {
                const qsizetype end = at + m_pins.at(pin - 1).size();
                found.push_back({at, end, pin});
                at = end;
                isAfterLetter = true;
            } else if (m_body[at] == '\\') {
                at += m_body[at + 1] == 'u' ? 6 : 2;
                isAfterLetter = false;
            } else {
                isAfterLetter = isLetterOrDigit(m_body[at]);
                ++at;
            }
        }
    }

    [[nodiscard]] int pinAt(qsizetype at, qsizetype end) const
    {
        int best = 0;
        for (qsizetype i = 0; i < m_pins.size(); ++i) {
            const QByteArray &pin = m_pins[i];
            const bool isHere =
                at + pin.size() <= end && QByteArrayView(m_body).sliced(at, pin.size()) == pin &&
                (at + pin.size() == end || !isLetterOrDigit(m_body[at + pin.size()]));
            if (isHere && (best == 0 || pin.size() > m_pins.at(best - 1).size()))
                best = static_cast<int>(i) + 1;
        }
        return best;
    }

    const QByteArray &m_body;
    std::vector<Scalar> m_scalars;
    QByteArrayList m_pins;
};

} // namespace

std::vector<BodyPiece> bodyPieces(const QByteArray &body)
{
    std::vector<BodyPiece> pieces;
    qsizetype done = 0;
    for (const Place &place : Finder(body).places()) {
        if (place.begin > done)
            pieces.push_back({body.mid(done, place.begin - done), 0});
        pieces.push_back({body.mid(place.begin, place.end - place.begin), place.pin});
        done = place.end;
    }
    if (done < body.size())
        pieces.push_back({body.mid(done), 0});
    return pieces;
}

} // namespace otpscope::models
