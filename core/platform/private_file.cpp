#include "core/platform/private_file.h"

#include "core/platform/replacing_file.h"

namespace keywright {

Done writePrivateFile(const QString &path, QByteArrayView bytes) {
    ReplacingFile file(path);
    if (auto done = file.open(); !done)
        return done;
    if (file.device().write(bytes.data(), bytes.size()) != bytes.size())
        return couldNotWrite(path, file.device().errorString());
    return file.commit();
}

} // namespace keywright
