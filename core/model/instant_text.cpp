#include "core/model/instant_text.h"

#include "core/platform/local_time.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>

namespace keywright {
namespace {

constexpr qint64 minute = 60, hour = 3600, day = 86'400;

/// A unit and from how many seconds on it is the one to speak in.
struct Unit {
    qint64 from;
    qint64 seconds;
    const char *past, *future, *span, *shortPast, *shortFuture;
};

// The sources are the plural; the English translation file holds the singular.
constexpr std::array<Unit, 6> units{{
    {730 * day, 365 * day, QT_TRANSLATE_N_NOOP("InstantText", "%n years ago"),
     QT_TRANSLATE_N_NOOP("InstantText", "in %n years"), QT_TRANSLATE_N_NOOP("InstantText", "%n years"),
     QT_TRANSLATE_N_NOOP("InstantText", "%n y"), QT_TRANSLATE_N_NOOP("InstantText", "in %n y")},
    {90 * day, 30 * day, QT_TRANSLATE_N_NOOP("InstantText", "%n months ago"),
     QT_TRANSLATE_N_NOOP("InstantText", "in %n months"), QT_TRANSLATE_N_NOOP("InstantText", "%n months"),
     QT_TRANSLATE_N_NOOP("InstantText", "%n mo"), QT_TRANSLATE_N_NOOP("InstantText", "in %n mo")},
    {2 * day, day, QT_TRANSLATE_N_NOOP("InstantText", "%n days ago"), QT_TRANSLATE_N_NOOP("InstantText", "in %n days"),
     QT_TRANSLATE_N_NOOP("InstantText", "%n days"), QT_TRANSLATE_N_NOOP("InstantText", "%n d"),
     QT_TRANSLATE_N_NOOP("InstantText", "in %n d")},
    {2 * hour, hour, QT_TRANSLATE_N_NOOP("InstantText", "%n hours ago"),
     QT_TRANSLATE_N_NOOP("InstantText", "in %n hours"), QT_TRANSLATE_N_NOOP("InstantText", "%n hours"),
     QT_TRANSLATE_N_NOOP("InstantText", "%n h"), QT_TRANSLATE_N_NOOP("InstantText", "in %n h")},
    {2 * minute, minute, QT_TRANSLATE_N_NOOP("InstantText", "%n minutes ago"),
     QT_TRANSLATE_N_NOOP("InstantText", "in %n minutes"), QT_TRANSLATE_N_NOOP("InstantText", "%n minutes"),
     QT_TRANSLATE_N_NOOP("InstantText", "%n min"), QT_TRANSLATE_N_NOOP("InstantText", "in %n min")},
    {0, 1, QT_TRANSLATE_N_NOOP("InstantText", "%n seconds ago"), QT_TRANSLATE_N_NOOP("InstantText", "in %n seconds"),
     QT_TRANSLATE_N_NOOP("InstantText", "%n seconds"), QT_TRANSLATE_N_NOOP("InstantText", "%n s"),
     QT_TRANSLATE_N_NOOP("InstantText", "in %n s")},
}};

const Unit &unitFor(qint64 seconds) {
    for (const Unit &unit : units)
        if (seconds >= unit.from)
            return unit;
    return units.back();
}

/// What is to be translated, with its number.
using Phrase = std::pair<const char *, int>;

QString translated(Phrase phrase) {
    return QCoreApplication::translate("InstantText", phrase.first, nullptr, phrase.second);
}

Phrase counted(const char *text, qint64 seconds, const Unit &unit) {
    return {text, int(seconds / unit.seconds)};
}

/// What is past counts whole units; what is to come the nearest, so that a key made for 30 days does not end "in 29
/// days".
Phrase phraseFor(qint64 distance, const char *now, const char *Unit::*past, const char *Unit::*future) {
    if (std::abs(distance) < 5)
        return {now, -1}; // a phrase without a number has one form
    const Unit &unit = unitFor(std::abs(distance));
    return distance < 0 ? counted(unit.*past, -distance, unit)
                        : counted(unit.*future, distance + unit.seconds / 2, unit);
}

Phrase relativePhrase(Instant at, Instant now) {
    return phraseFor((at - now).count(), QT_TRANSLATE_NOOP("InstantText", "just now"), &Unit::past, &Unit::future);
}

} // namespace

QString relativeText(Instant at, Instant now) {
    return translated(relativePhrase(at, now));
}

QString RelativeTexts::of(Instant at) {
    const Phrase phrase = relativePhrase(at, now_);
    const auto known = texts_.constFind(phrase);
    return known != texts_.constEnd() ? *known : *texts_.insert(phrase, translated(phrase));
}

QString shortRelativeText(Instant at, Instant now) {
    return translated(
        phraseFor((at - now).count(), QT_TRANSLATE_NOOP("InstantText", "now"), &Unit::shortPast, &Unit::shortFuture));
}

QString instantText(Instant at, TimeZoneShown zone) {
    const QDateTime shown = zone == TimeZoneShown::Utc ? toUtc(at) : toLocal(at);
    return QLocale().toString(shown, QStringLiteral("d MMM yyyy, HH:mm ")) + platform::zoneName(shown);
}

QString durationText(Seconds span) {
    const qint64 seconds = std::max<qint64>(0, span.count());
    const Unit &unit = unitFor(seconds);
    return translated(counted(unit.span, seconds, unit));
}

} // namespace keywright
