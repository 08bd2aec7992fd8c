// The making of one key: asks the keyring, and asks it under the same request id again when the answer was lost.
#pragma once

#include "ui/desk.h"

namespace keywright {

class Creation final : public QObject {
    Q_OBJECT
public:
    explicit Creation(Desk &desk, QObject *parent = nullptr);

    /// made() or failed() follows. Not while isBusy().
    void start(const Draft &draft);
    bool isBusy() const { return busy_; }
    /// The next start() is about another key than the last.
    void forget();

Q_SIGNALS:
    void busyChanged(bool busy);
    void made(const keywright::Issued &issued);
    void failed(const keywright::Error &error);

private:
    void finish(const Result<Issued> &result);

    Desk &desk_;
    RequestId request_;
    bool busy_ = false;
};

} // namespace keywright
