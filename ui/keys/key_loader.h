// Reads a keyring's keys page by page and then follows its changes.
#pragma once

#include "core/keyring/keyring.h"

#include <QObject>

namespace keywright {

class KeyLoader final : public QObject {
    Q_OBJECT
public:
    explicit KeyLoader(Keyring &keyring, QObject *parent = nullptr);

    /// Reads everything, from the first page on; what an earlier start still brings is dropped.
    void start();
    bool isLoading() const { return loading_; }

Q_SIGNALS:
    void started(); ///< everything known so far is void
    void pageRead(const QList<keywright::ApiKey> &keys, qint64 total);
    /// What happened since, oldest first; while loading it is held back until the last page is there.
    void changed(const keywright::Delta &delta);
    void finished();
    void failed(const keywright::Error &error);

private:
    void readPage(const Cursor &from, int limit);
    void take(const Result<KeyPage> &page);
    void catchUp();
    void follow(const Delta &delta);
    void fail(const Error &error);

    Keyring &keyring_;
    int run_ = 0; ///< which start() a reply belongs to
    bool loading_ = false;
    std::optional<FeedSeq> since_; ///< where the first page stood
    QList<Delta> heldBack_;
};

} // namespace keywright
