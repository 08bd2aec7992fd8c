#include "ui/form/expiry_chooser.h"

#include "ui/form/flow_layout.h"
#include "ui/theme/theme.h"

#include <QBoxLayout>
#include <QCalendarWidget>
#include <QDateEdit>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTimer>

#include <algorithm>
#include <chrono>

namespace keywright {

namespace {

constexpr int daysOfYear = 365;
constexpr int startDays = 30;

QString presetText(int days) {
    return days == daysOfYear ? ExpiryChooser::tr("1 year") : ExpiryChooser::tr("%Ln days", nullptr, days);
}

/// One of a row of choices: stays chosen, and behaves as a radio button for keyboard and screen reader.
QPushButton *newChip(const QString &text, QWidget *parent) {
    auto *chip = new QPushButton(text, parent);
    chip->setCheckable(true);
    chip->setAutoExclusive(true);
    chip->setAutoDefault(false);
    return chip;
}

} // namespace

ExpiryChooser::ExpiryChooser(const KeyPolicy::Expiry &rules, const Clock &clock, QWidget *parent)
    : QWidget(parent), rules_(rules), clock_(clock), row_(new QWidget(this)),
      flow_(new FlowLayout(row_, space::inside - 2)), days_(new QSpinBox(this)), date_(new QDateEdit(this)),
      words_(new QLabel(this)) {
    words_->setTextFormat(Qt::PlainText);
    words_->setWordWrap(true);
    addChoices();
    addEditors();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::inside);
    column->addWidget(row_);
    column->addWidget(days_, 0, Qt::AlignLeft);
    column->addWidget(date_, 0, Qt::AlignLeft);
    column->addWidget(words_);
    if (!choices_.empty())
        setFocusProxy(choices_.front().chip);
    if (const Choice *never = find(Kind::Never))
        never->chip->setChecked(true);
    choiceChanged();

    // A number of days counts from now, and now moves on while the form is open.
    auto *timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, &ExpiryChooser::tellInWords);
    timer->start(std::chrono::seconds(20));
}

void ExpiryChooser::addChoices() {
    for (const int days : rules_.presets)
        addChoice(Kind::Preset, presetText(days), days);
    if (rules_.days)
        addChoice(Kind::OtherDays, tr("Days…"));
    if (rules_.date)
        addChoice(Kind::Date, tr("Date…"));
    if (!rules_.required)
        addChoice(Kind::Never, tr("Never"));
}

ExpiryChooser::Choice *ExpiryChooser::addChoice(Kind kind, const QString &text, int days) {
    auto *chip = newChip(text, row_);
    flow_->addWidget(chip);
    connect(chip, &QPushButton::toggled, this, [this](bool on) {
        if (on)
            choiceChanged();
    });
    connect(chip, &QPushButton::clicked, this, &ExpiryChooser::edited);
    choices_.push_back({.kind = kind, .days = days, .chip = chip});
    return &choices_.back();
}

void ExpiryChooser::addEditors() {
    const int latest = int(toLocal(clock_.now()).date().daysTo(latestExpiryDate()));
    days_->setRange(rules_.minDays, rules_.maxDays.value_or(latest));
    days_->setValue(startDays);
    days_->setSuffix(tr(" days"));
    days_->setAccessibleName(tr("Number of days"));
    days_->setMinimumWidth(140);
    date_->setCalendarPopup(true);
    date_->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    date_->setAccessibleName(tr("Last day"));
    date_->setMinimumWidth(140);
    date_->calendarWidget()->setGridVisible(false);
    date_->calendarWidget()->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    limitDates();
    date_->setDate(toLocal(clock_.now()).date().addDays(startDays));
    connect(days_, &QSpinBox::valueChanged, this, &ExpiryChooser::tellInWords);
    connect(date_, &QDateEdit::dateChanged, this, &ExpiryChooser::tellInWords);
    connect(days_, &QSpinBox::valueChanged, this, &ExpiryChooser::edited);
    connect(date_, &QDateEdit::dateChanged, this, &ExpiryChooser::edited);
}

void ExpiryChooser::offerNotGiven(const QString &choice, const QString &words) {
    notGivenWords_ = words;
    QPushButton *chip = addChoice(Kind::NotGiven, choice)->chip;
    std::rotate(choices_.begin(), choices_.end() - 1, choices_.end());
    for (const Choice &each : choices_) {
        flow_->removeWidget(each.chip);
        flow_->addWidget(each.chip);
    }
    for (std::size_t i = 1; i < choices_.size(); ++i)
        setTabOrder(choices_[i - 1].chip, choices_[i].chip);
    setFocusProxy(chip);
    chip->setChecked(true);
}

std::optional<Expiry> ExpiryChooser::expiry() const {
    const Choice *choice = chosen();
    if (!choice)
        return {};
    switch (choice->kind) {
    case Kind::NotGiven:
        return {};
    case Kind::Preset:
        return ExpiresInDays{choice->days};
    case Kind::OtherDays:
        return ExpiresInDays{days_->value()};
    case Kind::Date:
        return ExpiresOnDate{.date = date_->date(), .zone = {}};
    case Kind::Never:
        return NeverExpires{};
    }
    return {};
}

void ExpiryChooser::setExpiry(const std::optional<Expiry> &expiry) {
    if (!expiry)
        return choose(find(Kind::NotGiven));
    if (std::holds_alternative<NeverExpires>(*expiry))
        return choose(find(Kind::Never));
    if (const auto *in = std::get_if<ExpiresInDays>(&*expiry)) {
        const auto preset = std::ranges::find_if(
            choices_, [in](const Choice &c) { return c.kind == Kind::Preset && c.days == in->days; });
        if (preset != choices_.end())
            return choose(&*preset);
        days_->setValue(in->days);
        return choose(find(Kind::OtherDays));
    }
    if (const auto *on = std::get_if<ExpiresOnDate>(&*expiry))
        date_->setDate(on->date);
    else
        date_->setDate(toLocal(std::get<ExpiresAt>(*expiry).at).date());
    choose(find(Kind::Date));
}

const ExpiryChooser::Choice *ExpiryChooser::chosen() const {
    const auto it = std::ranges::find_if(choices_, [](const Choice &c) { return c.chip->isChecked(); });
    return it == choices_.end() ? nullptr : &*it;
}

const ExpiryChooser::Choice *ExpiryChooser::find(Kind kind) const {
    const auto it = std::ranges::find(choices_, kind, &Choice::kind);
    return it == choices_.end() ? nullptr : &*it;
}

void ExpiryChooser::choose(const Choice *choice) {
    if (choice)
        choice->chip->setChecked(true);
}

void ExpiryChooser::choiceChanged() {
    const Choice *choice = chosen();
    days_->setVisible(choice && choice->kind == Kind::OtherDays);
    date_->setVisible(choice && choice->kind == Kind::Date);
    tellInWords();
}

void ExpiryChooser::showEvent(QShowEvent *event) {
    QWidget::showEvent(event);
    limitDates();
    tellInWords();
}

void ExpiryChooser::limitDates() {
    const QDate today = toLocal(clock_.now()).date();
    const QDate latest =
        rules_.maxDays ? std::min(latestExpiryDate(), today.addDays(*rules_.maxDays)) : latestExpiryDate();
    date_->setDateRange(today, latest);
}

void ExpiryChooser::tellInWords() {
    const Choice *choice = chosen();
    if (!choice)
        words_->setText(tr("Choose when the key stops working."));
    else if (choice->kind == Kind::NotGiven)
        words_->setText(notGivenWords_);
    else if (const auto chosenExpiry = expiry())
        words_->setText(expiryInWords(*chosenExpiry, clock_.now()));
    if (choice)
        choice->chip->setAccessibleDescription(words_->text());
}

} // namespace keywright
