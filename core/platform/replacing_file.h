// A file that takes another's place once it is whole.
#pragma once

#include "core/model/result.h"

#include <QFile>

namespace keywright {

/// A temporary beside `path`, for its owner alone from its first byte, that is synced and renamed to it; gone with this
/// unless commit() was called and went well. A link at `path` is replaced, not followed. Blocks.
class ReplacingFile {
public:
    explicit ReplacingFile(QString path);
    ~ReplacingFile();
    ReplacingFile(const ReplacingFile &) = delete;
    ReplacingFile &operator=(const ReplacingFile &) = delete;

    /// Makes the temporary and opens it to be written. A folder, a pipe or a device at `path` is refused, and stays.
    Done open();
    QIODevice &device() { return file_; }
    /// Fails, with what was there still in its place, when anything could not be written.
    Done commit();

private:
    QString path_;
    QFile file_; ///< without a name: there is no temporary
};

/// What is said of a file that could not be written, and why.
Done couldNotWrite(const QString &path, const QString &why);

} // namespace keywright
