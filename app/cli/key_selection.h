// Which keys `list` and `export` speak of: by state, search, owner and scope, in an order.
#pragma once

#include "app/cli/cli_session.h"

#include <vector>

namespace CLI {
class App;
}

namespace keywright {

struct SelectionOptions {
    std::optional<QString> state, search, owner, scope, sort;
};

struct Selection {
    std::vector<QList<ApiKey>> pages = {}; ///< every key of the keyring
    std::vector<const ApiKey *> keys = {}; ///< those selected, in order
    int idLength = 36;                     ///< so many characters of an id tell the keyring's keys apart
    QString remark = {};                   ///< what a person should know about what is not shown
};

void addSelectionOptions(CLI::App *command, SelectionOptions &options);
Result<Selection> selectKeys(CliSession &session, const SelectionOptions &options);

} // namespace keywright
