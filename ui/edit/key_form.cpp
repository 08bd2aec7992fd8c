#include "ui/edit/key_form.h"

#include "ui/form/form_field.h"
#include "ui/form/inline_message.h"
#include "ui/form/limit_field.h"
#include "ui/form/policy_label.h"
#include "ui/form/scope_ticks.h"
#include "ui/theme/theme.h"

#include <QIntValidator>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace keywright {
namespace {

constexpr int noteLines = 3;
constexpr int highestRate = 10'000'000;

} // namespace

KeyForm::KeyForm(Desk &desk, QWidget *parent)
    : QWidget(parent), desk_(desk), name_(new QLineEdit(this)), owner_(new QLineEdit(this)),
      note_(new QPlainTextEdit(this)), scopes_(new ScopeTicks(*desk.situation().policy, this)),
      locked_(new InlineMessage(this)) {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(space::group);
    column->addWidget(locked_);
    nameField_ = addField(tr("&Name"), name_);
    ownerField_ = addField(tr("&Owner"), owner_);
    noteField_ = addField(tr("No&te"), note_);
    scopesField_ = addField(fieldLabel(*desk.situation().policy, &KeyPolicy::Labels::scopes, tr("Sco&pes")), scopes_);
    name_->setObjectName(QStringLiteral("keyName"));
    owner_->setObjectName(QStringLiteral("keyOwner"));
    note_->setObjectName(QStringLiteral("keyNote"));
    note_->setTabChangesFocus(true);
    note_->setFixedHeight(note_->fontMetrics().lineSpacing() * noteLines + 2 * space::inside);
    const Situation situation = desk_.situation();
    if (situation.policy->spend)
        addLimits(*situation.policy->spend);
    if (situation.policy->rateLimit && situation.policy->rateLimit->perKey)
        addRate(*situation.policy->rateLimit);
    const auto tellEdited = [this] {
        if (!putting_)
            Q_EMIT edited();
    };
    for (QLineEdit *line : findChildren<QLineEdit *>())
        connect(line, &QLineEdit::textChanged, this, tellEdited);
    connect(note_, &QPlainTextEdit::textChanged, this, tellEdited);
    connect(scopes_, &ScopeTicks::edited, this, tellEdited);
}

FormField *KeyForm::addField(const QString &label, QWidget *control) {
    auto *field = new FormField(label, control, this);
    layout()->addWidget(field);
    return field;
}

void KeyForm::addLimits(const KeyPolicy::SpendLimits &limits) {
    if (limits.daily) {
        daily_ = new LimitField(QStringLiteral("daily_spend_limit_usd"), this);
        dailyField_ = addField(tr("&Daily spend limit (USD)"), daily_);
    }
    if (limits.monthly) {
        monthly_ = new LimitField(QStringLiteral("monthly_spend_limit_usd"), this);
        monthlyField_ = addField(tr("&Monthly spend limit (USD)"), monthly_);
    }
}

void KeyForm::addRate(const KeyPolicy::RateLimit &rate) {
    rate_ = new QLineEdit(this);
    rate_->setValidator(new QIntValidator(1, highestRate, rate_));
    rate_->setFont(fixedFont());
    rate_->setPlaceholderText(rate.perMinute ? tr("%1, the policy's own").arg(*rate.perMinute) : tr("No limit"));
    rateField_ = addField(tr("Requests per m&inute"), rate_);
}

void KeyForm::setKey(const ApiKey &key) {
    key_ = key;
    clearErrors();
    if (const Values wanted = shown(key); typed() != wanted)
        put(wanted);
    refreshPermits();
    hintAtName();
}

void KeyForm::rebase(const ApiKey &newer) {
    const Values before = shown(key_), now = shown(newer);
    Values values = typed();
    const auto follow = [&](auto Values::*member) {
        if (values.*member == before.*member)
            values.*member = now.*member;
    };
    for (const auto member :
         {&Values::name, &Values::owner, &Values::note, &Values::daily, &Values::monthly, &Values::rate})
        follow(member);
    follow(&Values::scopes);
    key_ = newer;
    put(values);
    refreshPermits();
}

KeyForm::Values KeyForm::typed() const {
    return {.name = name_->text(),
            .owner = owner_->text(),
            .note = note_->toPlainText(),
            .daily = daily_ ? daily_->text() : QString(),
            .monthly = monthly_ ? monthly_->text() : QString(),
            .rate = rate_ ? rate_->text() : QString(),
            .scopes = scopes_->scopes()};
}

KeyForm::Values KeyForm::shown(const ApiKey &key) const {
    const auto amount = [](const std::optional<MicroUsd> &limit) { return limit ? usdText(*limit) : QString(); };
    QStringList scopes;
    for (const PolicyScope &scope : desk_.situation().policy->scopes.options)
        if (key.scopes.contains(scope.id))
            scopes << scope.id;
    return {.name = key.name,
            .owner = key.owner,
            .note = key.note,
            .daily = daily_ ? amount(key.dailyLimit) : QString(),
            .monthly = monthly_ ? amount(key.monthlyLimit) : QString(),
            .rate = rate_ && key.ratePerMinute ? QString::number(*key.ratePerMinute) : QString(),
            .scopes = scopes};
}

void KeyForm::put(const Values &values) {
    putting_ = true;
    const auto set = [](QLineEdit *line, const QString &text) {
        if (line && line->text() != text)
            line->setText(text);
    };
    set(name_, values.name);
    set(owner_, values.owner);
    set(daily_, values.daily);
    set(monthly_, values.monthly);
    set(rate_, values.rate);
    if (note_->toPlainText() != values.note)
        note_->setPlainText(values.note);
    scopes_->setScopes(values.scopes);
    putting_ = false;
}

void KeyForm::refreshPermits() {
    const Situation situation = desk_.situation();
    const QString once = commonReason(situation);
    if (once.isEmpty())
        locked_->clear();
    else if (locked_->text() != once || locked_->isHidden())
        locked_->showText(InlineMessage::Kind::Info, once);
    apply(nameField_, Action::Rename, situation, once);
    apply(ownerField_, Action::EditOwner, situation, once);
    apply(noteField_, Action::EditOwner, situation, once);
    apply(dailyField_, Action::EditLimits, situation, once);
    apply(monthlyField_, Action::EditLimits, situation, once);
    apply(rateField_, Action::EditRate, situation, once);
    const Permit scopes = permit(Action::EditScopes, situation, &key_);
    const bool byRole = scopes.verdict == Permit::Verdict::Absent;
    scopes_->setLocked(byRole ? tr("Your role may look at the scopes, not change them.")
                       : scopes.allowed() || scopes.reason == once ? QString()
                                                                   : scopes.reason);
    scopes_->setReadOnly(!scopes.allowed());
}

QString KeyForm::commonReason(const Situation &situation) const {
    const QString name = permit(Action::Rename, situation, &key_).reason;
    const Permit scopes = permit(Action::EditScopes, situation, &key_);
    return scopes.verdict == Permit::Verdict::Locked && scopes.reason == name ? name : QString();
}

void KeyForm::apply(FormField *field, Action action, const Situation &situation, const QString &saidOnce) {
    if (!field)
        return;
    const Permit verdict = permit(action, situation, &key_);
    // What a role may not do, or the key's state forbids in all, is said once, above; the rest is said at the field.
    const bool said = verdict.verdict == Permit::Verdict::Absent || verdict.reason == saidOnce;
    field->setLocked(said ? QString() : verdict.reason);
    field->setReadOnly(!verdict.allowed());
}

Result<std::optional<int>> KeyForm::rate() const {
    if (!rate_ || rate_->text().trimmed().isEmpty())
        return std::optional<int>();
    bool ok = false;
    const int value = rate_->text().trimmed().toInt(&ok);
    if (!ok || value < 1)
        return failure(ErrorKind::Invalid, tr("The rate is a whole number of requests, 1 or more, or nothing."),
                       QStringLiteral("rate_per_minute"));
    return std::optional<int>(value);
}

Result<Changes> KeyForm::changes() const {
    const Values now = typed(), was = shown(key_);
    Changes changes;
    if (now.name != was.name)
        changes.name = now.name;
    if (now.owner != was.owner)
        changes.owner = now.owner;
    if (now.note != was.note)
        changes.note = now.note;
    if (now.scopes != was.scopes)
        changes.scopes = now.scopes;
    for (const auto &[field, target, differs] :
         {std::tuple(daily_, &changes.dailyLimit, now.daily != was.daily),
          std::tuple(monthly_, &changes.monthlyLimit, now.monthly != was.monthly)}) {
        if (!field || !differs)
            continue;
        const auto amount = field->amount();
        if (!amount)
            return std::unexpected(amount.error());
        *target = *amount;
    }
    if (now.rate != was.rate) {
        const auto number = rate();
        if (!number)
            return std::unexpected(number.error());
        changes.ratePerMinute = *number;
    }
    return changes;
}

bool KeyForm::isChanged() const {
    return typed() != shown(key_);
}

bool KeyForm::judge() {
    clearErrors();
    hintAtName();
    const auto wanted = changes();
    if (!wanted)
        return showProblem(wanted.error()), false;
    if (wanted->isEmpty())
        return true;
    const auto checked = check(desk_.situation(), key_, *wanted);
    if (!checked)
        showProblem(checked.error());
    return checked.has_value();
}

bool KeyForm::showProblem(const Error &error) {
    const std::array<std::pair<QLatin1StringView, FormField *>, 7> fields{{
        {QLatin1StringView("name"), nameField_},
        {QLatin1StringView("owner"), ownerField_},
        {QLatin1StringView("note"), noteField_},
        {QLatin1StringView("scopes"), scopesField_},
        {QLatin1StringView("daily_spend_limit_usd"), dailyField_},
        {QLatin1StringView("monthly_spend_limit_usd"), monthlyField_},
        {QLatin1StringView("rate_per_minute"), rateField_},
    }};
    for (const auto &[id, field] : fields) {
        if (!field || error.field != id)
            continue;
        field->setError(error.message);
        return true;
    }
    return false;
}

void KeyForm::clearErrors() {
    for (FormField *field : {nameField_, ownerField_, noteField_, scopesField_, dailyField_, monthlyField_, rateField_})
        if (field)
            field->setError({});
}

void KeyForm::hintAtName() {
    const bool renamed = name_->text() != key_.name;
    nameField_->setWarning(renamed ? nameHint(*desk_.situation().policy, name_->text()) : QString());
}

void KeyForm::editName() {
    name_->setFocus(Qt::ShortcutFocusReason);
    name_->selectAll();
}

} // namespace keywright
