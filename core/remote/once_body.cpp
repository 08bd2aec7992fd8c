#include "core/remote/once_body.h"

#include <algorithm>
#include <cstring>

namespace keywright {

OnceBody::OnceBody(QByteArray bytes) : bytes_(std::move(bytes)) {
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

OnceBody::~OnceBody() {
    wipe(bytes_);
}

qint64 OnceBody::bytesAvailable() const {
    return bytes_.size() - at_ + QIODevice::bytesAvailable();
}

qint64 OnceBody::readData(char *data, qint64 most) {
    const qint64 count = std::min(most, bytes_.size() - at_);
    if (count <= 0)
        return -1;
    std::memcpy(data, bytes_.constData() + at_, std::size_t(count));
    at_ += count;
    return count;
}

} // namespace keywright
