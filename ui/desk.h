// What every page and dialog of one open keyring is handed: its collaborators, by reference, all of which outlive it.
#pragma once

#include "core/keyring/keyring.h"

namespace keywright {

class SecretClipboard;
class Settings;

struct Desk {
    Keyring &keyring;
    const Clock &clock;
    SecretClipboard &clipboard;
    Settings &settings;

    Situation situation() const { return keyring.info().situation(clock.now()); }
};

} // namespace keywright
