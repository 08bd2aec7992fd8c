// The window's foot: how many keys, where they live and whether they are saved, when they last changed.
#pragma once

#include "core/keyring/keyring.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QLabel;

namespace keywright {

class StatusLine final : public QWidget {
    Q_OBJECT
public:
    explicit StatusLine(const Clock &clock, QWidget *parent = nullptr);

    /// "214 keys, 3 selected".
    void setCount(const QString &text);
    void setInfo(const KeyringInfo &info);
    /// Asked at every tick when the keyring was in step with its server.
    void follow(const Keyring *keyring);
    /// The keys changed just now.
    void noteChange();
    void clear();
    /// "Local file, saved", "In memory, gone when closed", "Offline": a keyring's place in few words.
    static QString placeText(const KeyringInfo &info);
    /// "Synced 3 seconds ago", "As of 14:02"; empty where there is nothing to be in step with.
    QString syncText(const KeyringInfo &info) const;

private:
    void tellChange();

    const Clock &clock_;
    QLabel *count_, *place_, *change_;
    std::optional<Instant> changedAt_;
    QPointer<const Keyring> keyring_;
    QTimer tick_;
};

} // namespace keywright
