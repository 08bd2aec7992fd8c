// The search above the list. A key that is pasted into it never stays in it.
#pragma once

#include "core/crypto/token.h"

#include <QLineEdit>

#include <memory>

namespace keywright {

/// A key somebody pasted: its token, and what was wrong with the text around it.
struct PastedKey {
    std::shared_ptr<const Secret> token;
    QList<TokenFault> faults;
};

class SearchField final : public QLineEdit {
    Q_OBJECT
public:
    SearchField(std::shared_ptr<const KeyPolicy> policy, QWidget *parent = nullptr);

    void setPolicy(std::shared_ptr<const KeyPolicy> policy) { policy_ = std::move(policy); }

Q_SIGNALS:
    void searched(const QString &text);
    void keyPasted(const keywright::PastedKey &pasted);
    void downPressed(); ///< on to the list

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void look(const QString &text);

    std::shared_ptr<const KeyPolicy> policy_;
    bool taking_ = false; ///< a pasted key is being taken out
};

} // namespace keywright
