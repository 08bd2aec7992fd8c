#include "ui/create/env_section.h"

#include "core/keyring/reply.h"
#include "ui/form/form_field.h"
#include "ui/form/inline_message.h"
#include "ui/settings/settings.h"
#include "ui/theme/theme.h"

#include <QBoxLayout>
#include <QDir>
#include <QFileDialog>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QtConcurrentRun>

namespace keywright {

namespace {

const QString folderState = QStringLiteral("envFolder");
constexpr int variableWidth = 160;

} // namespace

EnvSection::EnvSection(Desk &desk, RevealedKey &key, InlineMessage &message, QWidget *parent)
    : QWidget(parent), desk_(desk), key_(key), message_(message),
      variable_(new QLineEdit(QStringLiteral("API_KEY"), this)),
      field_(new FormField(tr("&Variable"), variable_, this)), copy_(new QPushButton(tr("Copy &line"), this)),
      save_(new QPushButton(tr("&Save to .env file…"), this)) {
    auto *caption = new QLabel(tr("Put it where a script reads it"), this);
    markCaption(caption);
    variable_->setFont(fixedFont());
    variable_->setMinimumWidth(variableWidth);
    copy_->setToolTip(tr("An environment line: NAME=key"));
    save_->setToolTip(tr("Readable by you alone; other lines stay as they are."));
    connect(variable_, &QLineEdit::textChanged, this, &EnvSection::judgeVariable);
    connect(copy_, &QPushButton::clicked, this, &EnvSection::copyLine);
    connect(save_, &QPushButton::clicked, this, &EnvSection::chooseFile);

    field_->addBeside(copy_);
    field_->addBeside(save_);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::inside);
    column->addWidget(caption);
    column->addWidget(field_);
}

QString EnvSection::variable() const {
    return variable_->text().trimmed();
}

void EnvSection::keyPressEvent(QKeyEvent *event) {
    // Enter in the field is not for the dialog's default button, which copies the key.
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        event->accept();
    else
        QWidget::keyPressEvent(event);
}

void EnvSection::judgeVariable() {
    const Done named = checkVariableName(variable());
    field_->setError(named ? QString() : named.error().message);
    copy_->setEnabled(named.has_value());
    save_->setEnabled(named.has_value());
    if (named)
        Q_EMIT variableChanged(variable());
}

void EnvSection::copyLine() {
    if (const auto token = key_.token())
        key_.copyWithKey(envAssignment(variable(), token->view()));
}

void EnvSection::chooseFile() {
    const QString remembered = desk_.settings.viewState(desk_.keyring.info().id, folderState).toString();
    const QString folder = QDir(remembered).exists() && !remembered.isEmpty() ? remembered : QDir::homePath();
    auto *dialog = new QFileDialog(this, tr("Save the key to a .env file"), folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setFilter(QDir::AllDirs | QDir::Files | QDir::Hidden | QDir::NoDotAndDotDot);
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // nothing is overwritten: a line is added, or we ask
    dialog->selectFile(QStringLiteral(".env"));
    connect(dialog, &QFileDialog::fileSelected, this, &EnvSection::saveTo);
    dialog->open();
}

void EnvSection::saveTo(const QString &path) {
    setBusy(true);
    message_.clear();
    desk_.settings.setViewState(desk_.keyring.info().id, folderState, QFileInfo(path).absolutePath());
    const auto plan = QtConcurrent::run([path, name = variable()] { return planEnvFile(path, name); });
    whenDone(plan, this, [this, path](const Result<EnvFilePlan> &planned) {
        setBusy(false);
        if (!planned)
            return message_.showError(planned.error());
        if (planned->replaces || !planned->gitWarning.isEmpty())
            return ask(path, *planned);
        write(path, false);
    });
}

void EnvSection::ask(const QString &path, const EnvFilePlan &plan) {
    QStringList sentences;
    if (plan.replaces)
        sentences.append(
            tr("%1 sets %2 already. Its value would be lost.").arg(QDir::toNativeSeparators(path), variable()));
    if (!plan.gitWarning.isEmpty())
        sentences.append(plan.gitWarning);
    message_.showText(InlineMessage::Kind::Warning, sentences.join(u'\n'));
    message_.addAction(plan.replaces ? tr("&Replace it") : tr("Save &anyway"), this,
                       [this, path, replace = plan.replaces] { write(path, replace); });
    message_.addAction(tr("Do not save"), this, [this] { message_.clear(); })->setFocus();
}

void EnvSection::write(const QString &path, bool replace) {
    const auto token = key_.token();
    if (!token)
        return;
    setBusy(true);
    const auto saved = QtConcurrent::run(
        [path, name = variable(), token, replace] { return saveToEnvFile(path, name, *token, replace); });
    whenDone(saved, this, [this, path](const Done &done) { finish(path, done); });
}

void EnvSection::finish(const QString &path, const Done &saved) {
    setBusy(false);
    if (!saved && saved.error().kind == ErrorKind::Conflict)
        return ask(path, {.exists = true, .replaces = true, .gitWarning = {}});
    if (!saved)
        return message_.showError(saved.error());
    key_.deliver(); // before the message: what was asked in the page goes with it
    message_.showText(InlineMessage::Kind::Info,
                      tr("Saved to %1 as %2, readable by you alone.").arg(QDir::toNativeSeparators(path), variable()));
}

void EnvSection::setBusy(bool busy) {
    save_->setEnabled(!busy && !field_->hasError());
    variable_->setReadOnly(busy);
}

} // namespace keywright
