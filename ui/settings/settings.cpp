#include "ui/settings/settings.h"

#include "core/keyring/keyring_memory.h"
#include "core/remote/server_memory.h"

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

/// A number as the file has it, or the default where it was tampered with.
int number(const QSettings &store, const QString &name, int byDefault, int least, int most) {
    bool ok = false;
    const int value = store.value(name, byDefault).toInt(&ok);
    return ok && value >= least && value <= most ? value : byDefault;
}

} // namespace

Settings::Settings(const QString &file, QObject *parent)
    : QObject(parent), store_(file.isEmpty() ? userSettings() : QSettings(file, QSettings::IniFormat)) {}

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

bool Settings::keepCopies() const {
    return store_.value(u"keep_copies"_s, true).toBool();
}

void Settings::setKeepCopies(bool on) {
    store(u"keep_copies"_s, on);
}

bool Settings::saysNewerVersion() const {
    return store_.value(u"newer_version"_s, false).toBool();
}

void Settings::setSaysNewerVersion(bool on) {
    store(u"newer_version"_s, on);
}

bool Settings::mayAskForVersion(Instant now) const {
    const auto asked = fromRfc3339(store_.value(u"newer_version_asked"_s).toString());
    // Also where this computer's clock was ahead and has been set back.
    return saysNewerVersion() && (!asked || now - *asked >= Days(1) || *asked > now);
}

void Settings::setAskedForVersion(Instant now) {
    store_.setValue(u"newer_version_asked"_s, toRfc3339(now));
}

ServerAddress Settings::server(const QString &place) const {
    return rememberedServer(store_, QUrl(place));
}

void Settings::rememberServer(const ServerAddress &address) {
    keywright::rememberServer(store_, address);
}

void Settings::forgetServer(const QString &place) {
    keywright::forgetServer(store_, QUrl(place));
    forgetKeyring(place);
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
    return memory_.role(keyringId);
}

void Settings::setRole(const QString &keyringId, Role role) {
    if (role == this->role(keyringId))
        return;
    memory_.setRole(keyringId, role);
    Q_EMIT changed();
}

QVariant Settings::viewState(const QString &keyringId, const QString &what) const {
    return store_.value(keyringSetting(keyringId, what));
}

void Settings::setViewState(const QString &keyringId, const QString &what, const QVariant &state) {
    store_.setValue(keyringSetting(keyringId, what), state);
}

std::optional<ChainHead> Settings::knownHead(const QString &keyringId) const {
    return memory_.knownHead(keyringId);
}

void Settings::setKnownHead(const QString &keyringId, const ChainHead &head) {
    memory_.setKnownHead(keyringId, head);
}

} // namespace keywright
