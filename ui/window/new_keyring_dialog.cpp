#include "ui/window/new_keyring_dialog.h"

#include "core/keyring/reply.h"
#include "core/model/draft.h"
#include "ui/form/form_field.h"
#include "ui/form/inline_message.h"
#include "ui/theme/theme.h"

#include <QButtonGroup>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QRegularExpression>
#include <QScreen>
#include <QScrollArea>
#include <QtConcurrentRun>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize dialogSize(560, 640);
constexpr int nameMost = 100;

/// `Production keys` becomes `production-keys`.
QString fileNameFor(const QString &name) {
    static const QRegularExpression others(u"[^\\p{L}\\p{N}]+"_s);
    QString slug = name.trimmed().toLower().replace(others, u"-"_s);
    slug = slug.mid(slug.startsWith(u'-') ? 1 : 0).left(60);
    return (slug.isEmpty() ? u"default"_s : slug) + u".keyring"_s;
}

} // namespace

NewKeyringDialog::NewKeyringDialog(const Clock &clock, Caller caller, QWidget *parent)
    : QDialog(parent), clock_(clock), caller_(std::move(caller)), choices_(new QButtonGroup(this)),
      nameEdit_(new QLineEdit), placeEdit_(new QLineEdit), name_(new FormField(tr("&Name"), nameEdit_)),
      message_(new InlineMessage(this)), cancel_(new QPushButton(tr("Cancel"))),
      create_(new QPushButton(tr("&Create keyring"))) {
    setWindowTitle(tr("New keyring"));
    resize(dialogSize.boundedTo(screen()->availableSize() - QSize(space::edge, 2 * space::edge)));
    name_->setRequired(true);
    name_->setHint(tr("What the keys are for: a product, an account, a team."));
    auto *placeRow = new QWidget;
    auto *placeLine = new QHBoxLayout(placeRow);
    placeLine->setContentsMargins(0, 0, 0, 0);
    auto *browse = new QPushButton(tr("&Browse…"));
    placeLine->addWidget(placeEdit_, 1);
    placeLine->addWidget(browse);
    placeRow->setFocusProxy(placeEdit_);
    place_ = new FormField(tr("&Place"), placeRow);
    place_->setHint(tr("One file, readable by you alone."));
    markPrimary(create_);
    create_->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel_);
    buttons->addWidget(create_);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::edge, space::edge, space::edge, space::edge);
    column->setSpacing(space::group);
    column->addWidget(message_);
    column->addWidget(name_);
    column->addWidget(policyChoices(), 1);
    column->addWidget(place_);
    column->addLayout(buttons);
    connect(browse, &QPushButton::clicked, this, &NewKeyringDialog::browse);
    connect(cancel_, &QPushButton::clicked, this, &NewKeyringDialog::reject);
    connect(create_, &QPushButton::clicked, this, &NewKeyringDialog::create);
    connect(nameEdit_, &QLineEdit::textEdited, this, [this] {
        name_->setError({});
        suggestPlace();
    });
    connect(placeEdit_, &QLineEdit::textEdited, this, [this] {
        placeChosen_ = true;
        place_->setError({});
    });
    suggestPlace();
    readOwnPolicies();
}

QWidget *NewKeyringDialog::policyChoices() {
    auto *list = new QWidget;
    policyColumn_ = new QVBoxLayout(list);
    policyColumn_->setContentsMargins(0, 0, 0, 0);
    policyColumn_->setSpacing(space::tight);
    for (const KeyPolicy &policy : shippedPolicies())
        addPolicy(policy);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setMinimumHeight(120);
    scroll->setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents);
    scroll->setWidget(list);
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::tight);
    auto *caption = new QLabel(tr("Policy: the rules that its keys obey"));
    markCaption(caption);
    column->addWidget(caption);
    column->addWidget(scroll, 1);
    return box;
}

void NewKeyringDialog::addPolicy(const KeyPolicy &policy) {
    auto *choice = new QRadioButton(QString(policy.title).replace(u'&', u"&&"_s));
    const QString summary = policyWords(policy, policy.summary);
    choice->setAccessibleDescription(summary);
    choice->setChecked(policies_.empty());
    choices_->addButton(choice, int(policies_.size()));
    auto *sentence = new QLabel(summary);
    sentence->setTextFormat(Qt::PlainText);
    sentence->setWordWrap(true);
    sentence->setContentsMargins(space::edge, 0, 0, space::tight);
    sentence->setBuddy(choice);
    markHint(sentence);
    policyColumn_->addWidget(choice);
    policyColumn_->addWidget(sentence);
    policies_.push_back(policy);
}

void NewKeyringDialog::readOwnPolicies() {
    const Reply<PolicyFolder> own =
        QtConcurrent::run([]() -> Result<PolicyFolder> { return readPolicyFolder(userPolicyFolder()); });
    whenDone(own, this, [this](const Result<PolicyFolder> &folder) {
        if (!folder)
            return;
        for (const KeyPolicy &policy : folder->policies)
            addPolicy(policy);
        if (!folder->errors.empty())
            message_->showError(folder->errors.front());
    });
}

void NewKeyringDialog::suggestPlace() {
    if (placeChosen_)
        return;
    QString path = defaultKeyringPath();
    if (QFileInfo::exists(path))
        path = QFileInfo(path).dir().filePath(fileNameFor(nameEdit_->text()));
    placeEdit_->setText(QDir::toNativeSeparators(path));
}

void NewKeyringDialog::browse() {
    auto *dialog = new QFileDialog(this, tr("Where the new keyring lies"), placeEdit_->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Keyrings (*.keyring)"));
    dialog->setDefaultSuffix(u"keyring"_s);
    dialog->setOption(QFileDialog::DontConfirmOverwrite);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        placeChosen_ = true;
        place_->setError({});
        placeEdit_->setText(QDir::toNativeSeparators(path));
    });
    dialog->open();
}

void NewKeyringDialog::create() {
    message_->clear();
    const Result<QString> name = checkedText(nameEdit_->text(), nameMost, tr("The name"), u"name"_s);
    const QString missing = name && name->isEmpty() ? tr("Give the keyring a name.") : QString();
    name_->setError(name ? missing : name.error().message);
    const QString path = QDir::cleanPath(QDir::fromNativeSeparators(placeEdit_->text().trimmed()));
    place_->setError(QDir::isAbsolutePath(path) ? QString() : tr("Give the full path of a file."));
    if (name_->hasError())
        return nameEdit_->setFocus();
    if (place_->hasError())
        return placeEdit_->setFocus();
    setBusy(true);
    NewKeyring keyring{.path = path, .name = *name, .policy = policies_[std::size_t(choices_->checkedId())]};
    const Clock *clock = &clock_;
    const Reply<void> made = QtConcurrent::run(
        [keyring = std::move(keyring), caller = caller_, clock] { return createKeyringFile(keyring, caller, *clock); });
    whenDone(made, this, [this, path](const Done &done) {
        setBusy(false);
        if (!done)
            return message_->showError(done.error());
        Q_EMIT created(path);
        accept();
    });
}

void NewKeyringDialog::setBusy(bool busy) {
    busy_ = busy;
    create_->setEnabled(!busy);
    create_->setText(busy ? tr("Creating…") : tr("&Create keyring"));
}

void NewKeyringDialog::reject() {
    if (!busy_)
        QDialog::reject();
}

} // namespace keywright
