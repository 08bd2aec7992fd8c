#include "core/platform/private_file.h"

#include <unistd.h>

namespace keywright {

bool syncToDisk(QFile &file) {
    return fsync(file.handle()) == 0;
}

} // namespace keywright
