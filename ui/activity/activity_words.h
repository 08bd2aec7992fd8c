// Entries of the activity log in plain words.
#pragma once

#include "core/model/activity.h"

#include <QStringList>

namespace keywright {

/// What an entry's detail says, a line each: "Name: “A” became “B”", "Reason: Leaked".
QStringList detailLines(const QJsonObject &detail);
/// "admin, on this machine": who did it and how they proved who they are.
QString authMethodText(const QString &authMethod);
/// "Zapier (kw_7fQ2…a3f9)", or empty where no key is concerned.
QString entryKeyText(const Activity &entry);

} // namespace keywright
