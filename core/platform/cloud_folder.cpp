#include "core/platform/file_system.h"

#include <QDir>
#include <QFileInfo>

namespace keywright::platform {

using namespace Qt::StringLiterals;

QString cloudFolder(const QString &path) {
    static const QStringList services{u"Dropbox"_s,          u"OneDrive"_s,  u"Google Drive"_s, u"GoogleDrive"_s,
                                      u"iCloud Drive"_s,     u"Nextcloud"_s, u"ownCloud"_s,     u"pCloudDrive"_s,
                                      u"Mobile Documents"_s, u"Box Sync"_s,  u"Syncthing"_s,    u"Sync"_s};
    const QStringList folders = QDir::cleanPath(QFileInfo(path).absolutePath()).split(u'/', Qt::SkipEmptyParts);
    for (const QString &folder : folders) {
        for (const QString &service : services) {
            // "OneDrive - Company" is one, too.
            if (folder.compare(service, Qt::CaseInsensitive) == 0 ||
                folder.startsWith(service + u" - "_s, Qt::CaseInsensitive))
                return service;
        }
    }
    return {};
}

} // namespace keywright::platform
