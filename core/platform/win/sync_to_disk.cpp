#include "core/platform/private_file.h"

#include <io.h>

namespace keywright {

bool syncToDisk(QFile &file) {
    return _commit(file.handle()) == 0;
}

} // namespace keywright
