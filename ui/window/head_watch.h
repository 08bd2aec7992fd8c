// Remembers the head of the keyring's log outside the file, and says when the file's log is not what it was.
#pragma once

#include "ui/desk.h"

#include <QObject>
#include <QTimer>

namespace keywright {

class HeadWatch final : public QObject {
    Q_OBJECT
public:
    HeadWatch(Desk &desk, QObject *parent);

    /// The person has seen the warning: what is there now is remembered from now on.
    void acceptCurrent();

Q_SIGNALS:
    /// The log was cut, replaced or altered; in words.
    void suspicious(const QString &what);

private:
    bool isFirstMeeting() const;
    void check();
    void remember();

    Desk &desk_;
    QTimer soon_;
    std::optional<ChainHead> found_;
    bool trusted_ = false;
};

} // namespace keywright
