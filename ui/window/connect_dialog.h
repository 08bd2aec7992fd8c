// Connect to a server: its address, the management key, what it says of itself.
#pragma once

#include "core/keychain/secret_store.h"
#include "core/remote/remote_keyring.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;

namespace keywright {

class FormField;
class FramedPage;
class InlineMessage;

/// What the dialog works with; all outlive it.
struct ConnectServices {
    SecretStore &secrets;
    const Clock &clock;
    QString cacheFolder; ///< empty: no copies are kept
};

class ConnectDialog final : public QDialog {
    Q_OBJECT
public:
    explicit ConnectDialog(ConnectServices services, QWidget *parent = nullptr);

    /// A server that is known: only its key is wanted, and why.
    void askForKey(const ServerAddress &address, const QString &why);

    void reject() override;

Q_SIGNALS:
    /// The keyring is open. `keptKey`: empty, or why the key will be asked for again.
    void connected(const std::shared_ptr<keywright::RemoteKeyring> &keyring, const keywright::ServerAddress &address,
                   const QString &notKept);

private:
    QWidget *certificateFields();
    void addButtons();
    void tellKeychain();
    void browse();
    Result<ServerAddress> readAddress();
    KeptSecret readKey();
    void begin(bool andOpen);
    void take(const Result<KeyringInfo> &info, const ServerAddress &address, const KeptSecret &key, bool andOpen);
    void tellVerdict(const KeyringInfo &info);
    void offerPolicies();
    void keep(const ServerAddress &address, const KeptSecret &key);
    void finish(const ServerAddress &address, const QString &notKept);
    void setBusy(bool busy);

    ConnectServices services_;
    QLineEdit *addressEdit_, *keyEdit_, *caEdit_, *pinEdit_;
    FormField *address_, *key_, *ca_, *pin_, *policy_;
    QComboBox *policies_;
    QCheckBox *keep_;
    FramedPage *page_;
    InlineMessage *message_;
    QPushButton *test_, *connect_;
    std::shared_ptr<RemoteKeyring> keyring_;
    bool policyAsked_ = false;
    bool busy_ = false;
};

} // namespace keywright
