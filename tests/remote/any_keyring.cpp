#include "tests/remote/any_keyring.h"

namespace keywright::test {

using namespace Qt::StringLiterals;

QStringList AnyKeyring::places() {
    if (qEnvironmentVariableIsSet("KEYWRIGHT_PRISM"))
        return {u"keywrightd"_s};
    QStringList places{u"local"_s, u"keywrightd"_s};
    if (!onPostgresql())
        places << u"four calls"_s;
    return places;
}

AnyKeyring::AnyKeyring(const QString &place, const QString &policyId) {
    if (place == u"local") {
        local_ = std::make_unique<KeyringFixture>(policyId);
        local_->clock().set(clock_.now());
        keyring_ = &local_->keyring();
        return;
    }
    if (place == u"keywrightd")
        served_ = std::make_unique<ServedKeyring>(policyId);
    else
        fourCalls_ = std::make_unique<ScriptedServer>(u"four_call_server.py"_s);
    remote_ = opened(options(), clock_);
    keyring_ = remote_.get();
}

AnyKeyring::~AnyKeyring() = default;

RemoteOptions AnyKeyring::options() const {
    return served_ ? served_->options() : fourCalls_->options();
}

Issued AnyKeyring::make(const QString &name) {
    const auto issued = await(keyring_->create(goodDraft(*keyring_->info().policy, name), {}));
    if (!issued)
        qFatal("%s", qPrintable(issued.error().message));
    return *issued;
}

std::unique_ptr<Keyring> AnyKeyring::another() {
    if (local_)
        return local_->another();
    return opened(options(), clock_);
}

std::unique_ptr<Keyring> AnyKeyring::auditor() {
    if (local_) {
        Caller caller = admin(u"carl"_s);
        caller.role = Role::Auditor;
        return local_->another(caller);
    }
    RemoteOptions auditor = options();
    auditor.key = served_->member(u"carl"_s, u"auditor"_s);
    return opened(auditor, clock_);
}

} // namespace keywright::test
