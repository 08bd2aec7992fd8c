// The activity log, or a search of it, written to a file with the head of its chain.
#pragma once

#include "core/keyring/keyring.h"

namespace keywright {

enum class ActivityFormat {
    Json, ///< activityExport() of core/model/exports.h: what the independent verifier reads
    Csv,  ///< a line an entry, newest first; the last line holds the head
};

/// The bytes of an export. `entries` newest first, as the keyring gives them.
QByteArray activityFile(ActivityFormat format, const QString &keyringId, const ChainHead &head,
                        const QList<Activity> &entries);

/// Reads all pages of a search and writes them to a file, whole or not at all, off the caller's thread.
class ActivityExport final : public QObject {
    Q_OBJECT
public:
    /// `keyring` must outlive the export.
    ActivityExport(Keyring &keyring, ActivityQuery query, ActivityFormat format, QString path,
                   QObject *parent = nullptr);

    void start();

Q_SIGNALS:
    void progressed(qint64 entries);
    void written(qint64 entries);
    void failed(const keywright::Error &error);

private:
    void readHead();
    void readPage(const Cursor &from);
    void write();

    Keyring &keyring_;
    ActivityQuery query_;
    ActivityFormat format_;
    QString path_;
    ChainHead head_;
    QList<Activity> entries_;
};

} // namespace keywright
