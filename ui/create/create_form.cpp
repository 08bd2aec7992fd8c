#include "ui/create/create_form.h"

#include "ui/form/disclosure.h"
#include "ui/form/expiry_chooser.h"
#include "ui/form/form_field.h"
#include "ui/form/limit_field.h"
#include "ui/form/policy_label.h"
#include "ui/form/scope_ticks.h"
#include "ui/theme/theme.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace keywright {

namespace {

// JSON names of values (Error::field). An expiry has several: expires_days, expires_at, expires_on.
const QString nameId = QStringLiteral("name");
const QString scopesId = QStringLiteral("scopes");
const QString expiryId = QStringLiteral("expires");
const QString dailyId = QStringLiteral("daily_spend_limit_usd");
const QString monthlyId = QStringLiteral("monthly_spend_limit_usd");
const QString rateId = QStringLiteral("rate_per_minute");
const QString ownerId = QStringLiteral("owner");
const QString noteId = QStringLiteral("note");

constexpr int noteLines = 3;

} // namespace

CreateForm::CreateForm(Desk &desk, QWidget *parent)
    : QWidget(parent), desk_(desk), policy_(desk.keyring.info().policy) {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::group);
    addName(column);
    addScopes(column);
    addExpiry(column);
    addLimits(column);
    addMore(column);
    refresh();
}

FormField *CreateForm::addField(QVBoxLayout *column, const QString &label, QWidget *control, const QString &id) {
    auto *field = new FormField(label, control, this);
    field->setObjectName(id);
    column->addWidget(field);
    fields_.append(field);
    return field;
}

void CreateForm::addName(QVBoxLayout *column) {
    name_ = new QLineEdit(policy().name.refusedDefault, this);
    FormField *field = addField(column, fieldLabel(policy(), &KeyPolicy::Labels::name, tr("&Name")), name_, nameId);
    field->setRequired(policy().name.required);
    if (!policy().name.examples.isEmpty())
        name_->setPlaceholderText(tr("For example: %1").arg(policy().name.examples.front()));
    field->setHint(policy().name.rename ? tr("Say what the key is for.")
                                        : tr("Say what the key is for. The name cannot be changed later."));
    name_->selectAll();
    connect(name_, &QLineEdit::textEdited, this, [this, field] { touch(field); });
}

void CreateForm::addScopes(QVBoxLayout *column) {
    if (policy().scopes.options.empty())
        return;
    scopes_ = new ScopeTicks(policy(), this);
    FormField *field =
        addField(column, fieldLabel(policy(), &KeyPolicy::Labels::scopes, tr("&Scopes")), scopes_, scopesId);
    if (policy().scopes.choose && !policy().scopes.edit)
        field->setHint(tr("Scopes cannot be changed later."));
    connect(scopes_, &ScopeTicks::edited, this, [this, field] { touch(field); });
}

void CreateForm::addExpiry(QVBoxLayout *column) {
    if (!policy().expiry)
        return;
    expiry_ = new ExpiryChooser(*policy().expiry, desk_.clock, this);
    FormField *field =
        addField(column, fieldLabel(policy(), &KeyPolicy::Labels::expiry, tr("&Expires")), expiry_, expiryId);
    field->setRequired(policy().expiry->required);
    if (!policy().expiry->change)
        field->setHint(tr("The expiry cannot be changed later."));
    connect(expiry_, &ExpiryChooser::edited, this, [this, field] { touch(field); });
}

void CreateForm::addLimits(QVBoxLayout *column) {
    if (!policy().spend)
        return;
    auto *row = new QHBoxLayout;
    row->setSpacing(space::group);
    const auto add = [this, row](const QString &label, const QString &id) {
        auto *control = new LimitField(id, this);
        auto *field = new FormField(label, control, this);
        field->setObjectName(id);
        fields_.append(field);
        row->addWidget(field, 1, Qt::AlignTop);
        connect(control, &QLineEdit::textEdited, this, [this, field] { touch(field); });
        return control;
    };
    if (policy().spend->daily)
        daily_ = add(tr("&Daily limit, USD"), dailyId);
    if (policy().spend->monthly)
        monthly_ = add(tr("&Monthly limit, USD"), monthlyId);
    column->addLayout(row);
}

void CreateForm::addMore(QVBoxLayout *column) {
    auto *content = new QWidget(this);
    auto *inner = new QVBoxLayout(content);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(space::group);

    owner_ = new QLineEdit(content);
    owner_->setPlaceholderText(desk_.keyring.info().caller.name);
    FormField *owner = addField(inner, tr("&Owner"), owner_, ownerId);
    owner->setHint(tr("A person, an e-mail address or a team. You, if left empty."));
    connect(owner_, &QLineEdit::textEdited, this, [this, owner] { touch(owner); });

    if (policy().rateLimit && policy().rateLimit->perKey) {
        rate_ = new QLineEdit(content);
        rate_->setFont(fixedFont());
        rate_->setPlaceholderText(policy().rateLimit->perMinute ? QString::number(*policy().rateLimit->perMinute)
                                                                : tr("No limit"));
        FormField *rate = addField(inner, tr("&Requests per minute"), rate_, rateId);
        connect(rate_, &QLineEdit::textEdited, this, [this, rate] { touch(rate); });
    }

    note_ = new QPlainTextEdit(content);
    note_->setTabChangesFocus(true);
    const QMargins margins = note_->contentsMargins();
    note_->setFixedHeight(noteLines * note_->fontMetrics().lineSpacing() + margins.top() + margins.bottom() + 16);
    FormField *note = addField(inner, tr("No&te"), note_, noteId);
    connect(note_, &QPlainTextEdit::textChanged, this, [this, note] { touch(note); });

    more_ = new Disclosure(rate_ ? tr("Mor&e: owner, request limit, note") : tr("Mor&e: owner, note"), content, this);
    column->addWidget(more_);
}

Draft CreateForm::draft() const {
    Draft draft;
    draft.name = name_->text();
    if (scopes_ && policy().scopes.choose)
        draft.scopes = scopes_->scopes();
    if (expiry_)
        draft.expiry = expiry_->expiry();
    if (daily_)
        draft.dailyLimit = daily_->amount().value_or(std::nullopt);
    if (monthly_)
        draft.monthlyLimit = monthly_->amount().value_or(std::nullopt);
    if (rate_ && !rate_->text().trimmed().isEmpty())
        draft.ratePerMinute = rate_->text().trimmed().toInt();
    if (!owner_->text().trimmed().isEmpty())
        draft.owner = owner_->text();
    draft.note = note_->toPlainText();
    return draft;
}

QList<Error> CreateForm::mistakes() const {
    QList<Error> found;
    for (const LimitField *limit : {daily_, monthly_})
        if (limit)
            if (const auto amount = limit->amount(); !amount)
                found.append(amount.error());
    bool isNumber = true;
    if (rate_ && !rate_->text().trimmed().isEmpty())
        rate_->text().trimmed().toInt(&isNumber);
    if (!isNumber)
        found.append(Error{.kind = ErrorKind::Invalid,
                           .message = tr("Give a whole number of requests, or leave it empty."),
                           .field = rateId});
    for (const Error &error : problems(desk_.situation(), draft()))
        found.append(error);
    return found;
}

QList<Error> CreateForm::showMistakes() {
    asked_ = true;
    refresh();
    QList<Error> homeless;
    for (const Error &error : mistakes())
        if (!fieldOf(error.field))
            homeless.append(error);
    if (QWidget *first = firstMistake(); first && more_->isAncestorOf(first))
        more_->setOpen(true);
    return homeless;
}

bool CreateForm::showError(const Error &error) {
    FormField *field = fieldOf(error.field);
    if (!field)
        return false;
    field->setError(error.message);
    if (more_->isAncestorOf(field))
        more_->setOpen(true);
    return true;
}

QWidget *CreateForm::firstMistake() const {
    for (const FormField *field : fields_)
        if (field->hasError())
            return field->control();
    return nullptr;
}

QWidget *CreateForm::firstControl() const {
    return name_;
}

void CreateForm::touch(FormField *field) {
    touched_.insert(field);
    refresh();
    Q_EMIT edited();
}

void CreateForm::refresh() {
    const QList<Error> errors = mistakes();
    for (FormField *field : fields_) {
        QString text;
        if (asked_ || touched_.contains(field))
            for (const Error &error : errors)
                if (text.isEmpty() && fieldOf(error.field) == field)
                    text = error.message;
        field->setError(text);
    }
    if (FormField *field = fieldOf(nameId))
        field->setWarning(nameHint(policy(), name_->text()));
    if (FormField *field = fieldOf(scopesId))
        field->setWarning(scopesWarning());
}

QString CreateForm::scopesWarning() const {
    const bool none = scopes_ && policy().scopes.choose && policy().scopes.empty && scopes_->scopes().isEmpty();
    return none ? tr("With nothing ticked, the key may do nothing.") : QString();
}

FormField *CreateForm::fieldOf(const QString &jsonName) const {
    for (FormField *field : fields_)
        if (field->objectName() == jsonName || (field->objectName() == expiryId && jsonName.startsWith(expiryId)))
            return field;
    return nullptr;
}

} // namespace keywright
