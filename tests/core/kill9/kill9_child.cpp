// Works on the keyring file given as argument until it is killed: creates, revokes, rotates, and prints what was
// acknowledged, one line each, at once.
#include "tests/support/keyring_fixture.h"

#include <QCoreApplication>

#include <cstdio>

using namespace keywright;
using namespace keywright::test;

namespace {

void acknowledge(const char *what, const KeyId &id) {
    std::printf("%s %s\n", what, qPrintable(id.value));
    std::fflush(stdout);
}

bool workOnce(LocalKeyring &keyring, const KeyPolicy &policy, int round) {
    const auto made = await(keyring.create(goodDraft(policy, QStringLiteral("Key %1").arg(round)), {}));
    if (!made)
        return false;
    acknowledge("created", made->key.id);
    if (round % 3 == 0) {
        const auto outcomes = await(keyring.revoke({made->key.id}, QStringLiteral("left")));
        if (!outcomes || !outcomes->first().done)
            return false;
        acknowledge("revoked", made->key.id);
    } else if (round % 3 == 1) {
        const auto rotated = await(keyring.rotate(made->key.id, {}, {}));
        if (!rotated)
            return false;
        acknowledge("created", rotated->key.id);
    }
    return true;
}

} // namespace

int main(int argc, char **argv) {
    const QCoreApplication application(argc, argv);
    const SystemClock clock;
    LocalKeyring keyring(application.arguments().value(1), admin(), clock);
    const auto opened = await(keyring.open());
    if (!opened)
        return 1;
    std::puts("ready");
    std::fflush(stdout);
    for (int round = 0; workOnce(keyring, *opened->policy, round); ++round) {
    }
    return 1;
}
