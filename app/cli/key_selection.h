// Which keys `list` and `export` speak of: by state, search, owner and scope, in an order.
#pragma once

#include "app/cli/cli_session.h"
#include "core/index/key_index.h"

#include <functional>

namespace CLI {
class App;
}

namespace keywright {

struct SelectionOptions {
    std::optional<QString> state, search, owner, scope, sort;
};

struct Selection {
    KeyIndex::Rows rows = {}; ///< of the keys selected, in order
    int idLength = 36;        ///< so many characters of an id tell the keyring's keys apart
    QString remark = {};      ///< what a person should know about what is not shown
};

/// Is given every key that is to be selected, under its row, as it comes: while the rest are read, before their order
/// is known. A row that is given again has a newer key.
using TakeKey = std::function<void(KeyIndex::Row, const ApiKey &)>;

void addSelectionOptions(CLI::App *command, SelectionOptions &options);
Result<Selection> selectKeys(CliSession &session, const SelectionOptions &options, const TakeKey &take);

} // namespace keywright
