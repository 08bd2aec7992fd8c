// What an operating system does differently with files: private modes, durability, where a path really lies.
#pragma once

#include "core/model/result.h"

#include <QString>

namespace keywright::platform {

/// Makes an empty file that only its owner may read and write, from its first moment. Fails if there is one. A message
/// names `shown`, where it is given.
Done createPrivateFile(const QString &path, const QString &shown = {});
/// Makes the folder and its missing parents, for the owner alone. Fine if it exists: then its mode stays.
Done makePrivateFolder(const QString &path);
/// Asks the disk to keep what was written. Never call it on a database that this process has open: closing a file
/// drops every lock the process holds on it.
Done syncFile(const QString &path);
/// Makes a rename or a new file in `folder` durable.
Done syncFolder(const QString &folder);
/// Gives a file that SQLite made beside a database the rights of the database, as far as they can be set. SQLite does
/// so by itself where rights are modes; elsewhere it leaves those of the folder.
void giveSameRights(const QString &database, const QString &beside);
/// Moves `from` over `to` in one step.
Done replaceFile(const QString &from, const QString &to);

/// Whether somebody else than this user, the system and its administrators may read the file. What can't be told counts
/// as yes.
bool othersMayRead(const QString &path);
/// The command that takes such rights away, for people to type.
QString commandThatMakesPrivate(const QString &path);

/// Whether this process may write the file and make files beside it (a database needs both).
bool isWritable(const QString &path);
/// Whether files can be made in the folder that holds `path`.
bool isFolderWritable(const QString &path);

/// Which file lies at the path now: another text once another file took its place. Empty: none, or it can't be seen.
QByteArray fileIdentity(const QString &path);

/// The name of the network file system that holds the path ("nfs", "smb", ...), or empty. A missing file: of its
/// folder.
QString networkFileSystem(const QString &path);
/// The name of the cloud-sync service whose folder holds the path ("Dropbox", ...), or empty.
QString cloudFolder(const QString &path);

} // namespace keywright::platform
