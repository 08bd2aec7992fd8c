// How a place among the recent keyrings is called: a file or a server.
#pragma once

#include <QString>

namespace keywright {

/// A file's name without its ending, a server's host.
QString placeName(const QString &place);
/// A file's whole path, a server's address.
QString placeDetail(const QString &place);

} // namespace keywright
