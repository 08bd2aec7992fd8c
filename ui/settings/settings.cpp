#include "ui/settings/settings.h"

#include "core/crypto/digest.h"

#include <algorithm>
#include <array>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

constexpr int clipboardDefault = 30;
constexpr int clipboardMost = 3600;
constexpr int expiringDefault = 14;
constexpr int unusedDefault = 90;
constexpr int daysMost = 3650;
constexpr qsizetype recentMost = 12;

constexpr std::array themeIds{u"system", u"light", u"dark"};

QString keyringValue(const QString &keyringId, const QString &what) {
    return u"keyrings/%1/%2"_s.arg(keyringId, what);
}

/// A number as the file has it, or the default where it was tampered with.
int number(const QSettings &store, const QString &name, int byDefault, int least, int most) {
    bool ok = false;
    const int value = store.value(name, byDefault).toInt(&ok);
    return ok && value >= least && value <= most ? value : byDefault;
}

} // namespace

Settings::Settings(const QString &file, QObject *parent)
    : QObject(parent),
      store_(file.isEmpty() ? QSettings(QSettings::NativeFormat, QSettings::UserScope, u"keywright"_s, u"keywright"_s)
                            : QSettings(file, QSettings::IniFormat)) {}

void Settings::store(const QString &name, const QVariant &value) {
    if (store_.value(name) == value && store_.contains(name))
        return;
    store_.setValue(name, value);
    Q_EMIT changed();
}

ThemeChoice Settings::theme() const {
    const QString id = store_.value(u"theme"_s).toString();
    const auto at = std::ranges::find(themeIds, id, [](const char16_t *name) { return QString::fromUtf16(name); });
    return at == themeIds.end() ? ThemeChoice::System : ThemeChoice(at - themeIds.begin());
}

void Settings::setTheme(ThemeChoice theme) {
    store(u"theme"_s, QString::fromUtf16(themeIds[std::size_t(theme)]));
}

int Settings::clipboardSeconds() const {
    return number(store_, u"clipboard_seconds"_s, clipboardDefault, 0, clipboardMost);
}

void Settings::setClipboardSeconds(int seconds) {
    store(u"clipboard_seconds"_s, std::clamp(seconds, 0, clipboardMost));
}

int Settings::expiringDays() const {
    return number(store_, u"expiring_days"_s, expiringDefault, 1, daysMost);
}

void Settings::setExpiringDays(int days) {
    store(u"expiring_days"_s, std::clamp(days, 1, daysMost));
}

int Settings::unusedDays() const {
    return number(store_, u"unused_days"_s, unusedDefault, 1, daysMost);
}

void Settings::setUnusedDays(int days) {
    store(u"unused_days"_s, std::clamp(days, 1, daysMost));
}

QString Settings::language() const {
    return store_.value(u"language"_s).toString();
}

void Settings::setLanguage(const QString &language) {
    store(u"language"_s, language);
}

bool Settings::utcTimes() const {
    return store_.value(u"utc_times"_s, false).toBool();
}

void Settings::setUtcTimes(bool on) {
    store(u"utc_times"_s, on);
}

bool Settings::compactRows() const {
    return store_.value(u"compact_rows"_s, false).toBool();
}

void Settings::setCompactRows(bool on) {
    store(u"compact_rows"_s, on);
}

QStringList Settings::recentKeyrings() const {
    return store_.value(u"recent"_s).toStringList();
}

void Settings::rememberKeyring(const QString &path) {
    QStringList recent = recentKeyrings();
    recent.removeAll(path);
    recent.prepend(path);
    store_.setValue(u"recent"_s, recent.mid(0, recentMost));
}

void Settings::forgetKeyring(const QString &path) {
    QStringList recent = recentKeyrings();
    if (recent.removeAll(path) > 0)
        store_.setValue(u"recent"_s, recent);
}

Role Settings::role(const QString &keyringId) const {
    return roleFromId(store_.value(keyringValue(keyringId, u"role"_s)).toString()).value_or(Role::Admin);
}

void Settings::setRole(const QString &keyringId, Role role) {
    store(keyringValue(keyringId, u"role"_s), roleId(role));
}

QVariant Settings::viewState(const QString &keyringId, const QString &what) const {
    return store_.value(keyringValue(keyringId, what));
}

void Settings::setViewState(const QString &keyringId, const QString &what, const QVariant &state) {
    store_.setValue(keyringValue(keyringId, what), state);
}

std::optional<ChainHead> Settings::knownHead(const QString &keyringId) const {
    const QStringList parts = store_.value(keyringValue(keyringId, u"known_head"_s)).toString().split(u':');
    if (parts.size() != 2)
        return std::nullopt;
    bool ok = false;
    const qint64 seq = parts[0].toLongLong(&ok);
    const std::optional<Sha256> hash = sha256FromHex(parts[1]);
    if (!ok || !hash)
        return std::nullopt;
    return ChainHead{.seq = seq, .hash = *hash};
}

void Settings::setKnownHead(const QString &keyringId, const ChainHead &head) {
    store_.setValue(keyringValue(keyringId, u"known_head"_s), u"%1:%2"_s.arg(head.seq).arg(toHex(head.hash)));
}

} // namespace keywright
