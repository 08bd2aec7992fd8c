#include "ui/window/connect_dialog.h"

#include "core/keyring/reply.h"
#include "ui/form/disclosure.h"
#include "ui/form/form_field.h"
#include "ui/form/framed_page.h"
#include "ui/form/inline_message.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

constexpr int dialogWidth = 540;

QString roleText(const Caller &caller) {
    if (caller.method == AuthMethod::ApiKey)
        return ConnectDialog::tr("You manage it with the API key %1.").arg(caller.name);
    switch (caller.role) {
    case Role::Admin:
        return ConnectDialog::tr("Your role is admin.");
    case Role::Developer:
        return ConnectDialog::tr("Your role is developer.");
    default:
        return ConnectDialog::tr("Your role is auditor: you see everything and change nothing.");
    }
}

} // namespace

ConnectDialog::ConnectDialog(ConnectServices services, QWidget *parent)
    : QDialog(parent), services_(std::move(services)), addressEdit_(new QLineEdit), keyEdit_(new QLineEdit),
      caEdit_(new QLineEdit), pinEdit_(new QLineEdit), address_(new FormField(tr("&Address"), addressEdit_)),
      key_(new FormField(tr("&Management key"), keyEdit_)), policies_(new QComboBox),
      keep_(new QCheckBox(tr("&Remember the key in this computer's keychain"))),
      page_(new FramedPage(space::edge, this)), message_(page_->message()),
      test_(new QPushButton(tr("&Test the connection"))), connect_(new QPushButton(tr("&Connect"))) {
    setWindowTitle(tr("Connect to a server"));
    addressEdit_->setPlaceholderText(u"https://keys.example.com"_s);
    addressEdit_->setObjectName(u"serverAddress"_s);
    address_->setRequired(true);
    keyEdit_->setEchoMode(QLineEdit::Password);
    keyEdit_->setObjectName(u"managementKey"_s);
    keyEdit_->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    key_->setRequired(true);
    key_->setHint(tr("What the server's operator gave you, or an API key that may manage keys."));
    policy_ = new FormField(tr("&Policy"), policies_);
    policy_->setHint(tr("This server doesn't tell the rules that its keys obey. Choose them."));
    policy_->hide();
    QVBoxLayout *fields = page_->content();
    fields->addWidget(address_);
    fields->addWidget(key_);
    fields->addWidget(keep_);
    fields->addWidget(policy_);
    auto *certificate = new Disclosure(tr("C&ertificate"), certificateFields());
    fields->addWidget(certificate);
    fields->addStretch(1);
    addButtons();
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(page_);
    connect(certificate, &Disclosure::toggled, this, [this] { fitToWish(this, page_); }, Qt::QueuedConnection);
    connect(page_, &FramedPage::wishChanged, this, [this] { growToWish(this, page_); });
    connect(addressEdit_, &QLineEdit::textEdited, this, [this] { address_->setError({}); });
    connect(keyEdit_, &QLineEdit::textEdited, this, [this] { key_->setError({}); });
    for (auto *button : findChildren<QPushButton *>())
        button->setAutoDefault(false);
    connect_->setDefault(true);
    tellKeychain();
    resize(dialogWidth, 0);
    growToWish(this, page_);
}

QWidget *ConnectDialog::certificateFields() {
    auto *caRow = new QWidget;
    auto *line = new QHBoxLayout(caRow);
    line->setContentsMargins(0, 0, 0, 0);
    auto *browse = new QPushButton(tr("&Browse…"));
    line->addWidget(caEdit_, 1);
    line->addWidget(browse);
    caRow->setFocusProxy(caEdit_);
    ca_ = new FormField(tr("Certificate authorit&y of its own"), caRow);
    ca_->setHint(tr("A file (PEM) from the server's operator. Empty: those that this computer trusts."));
    pin_ = new FormField(tr("Public key (S&HA-256)"), pinEdit_);
    pin_->setHint(
        tr("Only the server with this key is spoken to, whatever its certificate says. Empty: none is pinned."));
    auto *fields = new QWidget;
    auto *column = new QVBoxLayout(fields);
    column->setContentsMargins(0, space::inside, 0, 0);
    column->setSpacing(space::group);
    column->addWidget(ca_);
    column->addWidget(pin_);
    connect(browse, &QPushButton::clicked, this, &ConnectDialog::browse);
    connect(caEdit_, &QLineEdit::textEdited, this, [this] { ca_->setError({}); });
    connect(pinEdit_, &QLineEdit::textEdited, this, [this] { pin_->setError({}); });
    return fields;
}

void ConnectDialog::addButtons() {
    QHBoxLayout *row = page_->footer();
    auto *cancel = new QPushButton(tr("Cancel"));
    markPrimary(connect_);
    connect_->setObjectName(u"connectButton"_s);
    row->addWidget(test_);
    row->addStretch(1);
    row->addWidget(cancel);
    row->addWidget(connect_);
    connect(cancel, &QPushButton::clicked, this, &ConnectDialog::reject);
    connect(test_, &QPushButton::clicked, this, [this] { begin(false); });
    connect(connect_, &QPushButton::clicked, this, [this] { begin(true); });
}

void ConnectDialog::tellKeychain() {
    const QString why = services_.secrets.unavailable();
    keep_->setChecked(why.isEmpty());
    keep_->setEnabled(why.isEmpty());
    keep_->setToolTip(why);
    keep_->setAccessibleDescription(why);
    if (!why.isEmpty())
        key_->setHint(why + u' ' + tr("It is asked for at each start."));
}

void ConnectDialog::askForKey(const ServerAddress &address, const QString &why) {
    addressEdit_->setText(address.text());
    caEdit_->setText(QDir::toNativeSeparators(address.caFile));
    pinEdit_->setText(QString::fromLatin1(address.pin.toHex()));
    if (!address.policy.isEmpty()) {
        offerPolicies();
        policies_->setCurrentIndex(std::max(0, policies_->findData(address.policy)));
    }
    if (!why.isEmpty())
        message_->showText(InlineMessage::Kind::Info, why);
    keyEdit_->setFocus();
}

void ConnectDialog::browse() {
    auto *dialog = new QFileDialog(this, tr("The server's certificate authority"), QDir::homePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Certificates (*.pem *.crt *.cer)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString &path) { caEdit_->setText(QDir::toNativeSeparators(path)); });
    dialog->open();
}

Result<ServerAddress> ConnectDialog::readAddress() {
    const auto url = parseServerUrl(addressEdit_->text());
    address_->setError(url ? QString() : url.error().message);
    const auto pin = parsePin(pinEdit_->text());
    pin_->setError(pin ? QString() : pin.error().message);
    const QString caFile = QDir::fromNativeSeparators(caEdit_->text().trimmed());
    const bool readable = caFile.isEmpty() || QFileInfo(caFile).isReadable();
    ca_->setError(readable ? QString() : tr("There is no such file, or it can't be read."));
    if (!url)
        return std::unexpected(url.error());
    if (!pin)
        return std::unexpected(pin.error());
    if (!readable)
        return failure(ErrorKind::Invalid, ca_->error());
    return ServerAddress{.url = *url,
                         .caFile = caFile,
                         .pin = *pin,
                         .policy = policy_->isVisibleTo(this) ? policies_->currentData().toString() : QString()};
}

KeptSecret ConnectDialog::readKey() {
    QByteArray bytes = keyEdit_->text().trimmed().toUtf8();
    const bool good = !bytes.isEmpty() && std::ranges::all_of(bytes, [](char c) { return c > 0x20 && c < 0x7f; });
    const QString wrong = bytes.isEmpty() ? tr("Paste the management key.")
                                          : tr("A management key holds no spaces and no special characters.");
    key_->setError(good ? QString() : wrong);
    KeptSecret key = good ? std::make_shared<const Secret>(QByteArrayView(bytes)) : KeptSecret();
    wipe(bytes);
    return key;
}

void ConnectDialog::begin(bool andOpen) {
    if (busy_)
        return;
    const auto address = readAddress();
    const KeptSecret key = readKey();
    if (!address)
        return (address_->hasError() ? addressEdit_ : ca_->hasError() ? caEdit_ : pinEdit_)->setFocus();
    if (!key)
        return keyEdit_->setFocus();
    message_->clear();
    setBusy(true);
    // A test leaves no copy of the list behind.
    keyring_ = std::make_shared<RemoteKeyring>(
        RemoteOptions{.address = *address, .key = key, .cacheFolder = andOpen ? services_.cacheFolder : QString()},
        services_.clock);
    whenDone(keyring_->open(), this, [this, address = *address, key, andOpen](const Result<KeyringInfo> &info) {
        take(info, address, key, andOpen);
    });
}

void ConnectDialog::take(const Result<KeyringInfo> &info, const ServerAddress &address, const KeptSecret &key,
                         bool andOpen) {
    setBusy(false);
    if (!info) {
        keyring_.reset();
        return message_->showError(info.error());
    }
    if (keyring_->hasFourCalls() && !policyAsked_) {
        offerPolicies();
        return tellVerdict(*info);
    }
    if (!andOpen)
        return tellVerdict(*info);
    keep(address, key);
}

void ConnectDialog::tellVerdict(const KeyringInfo &info) {
    if (keyring_->hasFourCalls())
        message_->showText(
            InlineMessage::Kind::Info,
            tr("The connection works. This server knows four calls: create, list, revoke and rotate. What "
               "else there is in Keywright is not offered for it."));
    else
        message_->showText(InlineMessage::Kind::Info,
                           tr("The connection works. The keyring is called %1; its policy is %2. %3")
                               .arg(info.name, info.policy->title, roleText(info.caller)));
    keyring_.reset();
}

void ConnectDialog::offerPolicies() {
    policyAsked_ = true;
    if (policies_->count() == 0)
        for (const KeyPolicy &policy : shippedPolicies())
            policies_->addItem(policy.title, policy.id);
    policies_->setCurrentIndex(policies_->findData(RemoteKeyring::usualPolicy()));
    policy_->show();
}

void ConnectDialog::keep(const ServerAddress &address, const KeptSecret &key) {
    const QString name = managementKeyName(address.text());
    if (!keep_->isChecked()) {
        const QString why = services_.secrets.unavailable();
        return finish(address, why.isEmpty() ? QString() : why + u' ' + tr("The key is asked for at each start."));
    }
    setBusy(true);
    whenDone(services_.secrets.write(name, key), this, [this, address](const Done &done) {
        setBusy(false);
        finish(address, done ? QString()
                             : done.error().message + u' ' +
                                   tr("So the management key was not remembered, and is asked for at each start."));
    });
}

void ConnectDialog::finish(const ServerAddress &address, const QString &notKept) {
    QString text = keyEdit_->text();
    keyEdit_->clear();
    wipe(text);
    Q_EMIT connected(std::exchange(keyring_, {}), address, notKept);
    accept();
}

void ConnectDialog::setBusy(bool busy) {
    busy_ = busy;
    test_->setEnabled(!busy);
    connect_->setEnabled(!busy);
    connect_->setText(busy ? tr("Connecting…") : tr("&Connect"));
}

/// Cancel ends what is under way, too.
void ConnectDialog::reject() {
    keyring_.reset();
    QDialog::reject();
}

} // namespace keywright
