#pragma once

#include "tests/support/fake_keyring.h"
#include "tests/support/manual_clock.h"
#include "tests/support/policies.h"
#include "ui/desk.h"
#include "ui/platform/secret_clipboard.h"
#include "ui/settings/settings.h"

#include <QTemporaryDir>

namespace keywright::test {

/// Everything that a page of one keyring is handed, in the test's hands.
struct UiDesk {
    explicit UiDesk(const QString &policy) : keyring(shipped(policy), clock) {}

    ManualClock clock;
    QTemporaryDir folder;
    FakeKeyring keyring;
    SecretClipboard clipboard;
    Settings settings{folder.filePath(QStringLiteral("settings.ini"))};
    Desk desk{keyring, clock, clipboard, settings};
};

} // namespace keywright::test
