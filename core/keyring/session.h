// One connection to the keyring with what is kept beside it. Lives on one thread.
#pragma once

#include "core/store/key_table.h"
#include "core/store/meta_table.h"

namespace keywright {

struct Session {
    explicit Session(std::unique_ptr<Connection> opened) : connection(std::move(opened)), keys(*connection) {}

    std::unique_ptr<Connection> connection;
    PolicyCache policies;
    KeyReader keys;
};

} // namespace keywright
