// When a key stops working: a row of choices, a number of days or a date, and the resulting instant in words.
#pragma once

#include "core/model/draft.h"

#include <QWidget>

#include <vector>

class QDateEdit;
class QLabel;
class QPushButton;
class QSpinBox;

namespace keywright {

class FlowLayout;

class ExpiryChooser final : public QWidget {
    Q_OBJECT
public:
    /// Offers what `rules` allow. Where an expiry is optional, "Never" is chosen; else nothing is, until the user does.
    /// `clock` must outlive the chooser.
    ExpiryChooser(const KeyPolicy::Expiry &rules, const Clock &clock, QWidget *parent = nullptr);

    /// Puts a first choice in front that means "not given" (a rotation: "Same lifetime"), and chooses it. Its words
    /// stand under the row.
    void offerNotGiven(const QString &choice, const QString &words);

    /// What is chosen; nothing: no choice yet, or the one of offerNotGiven().
    std::optional<Expiry> expiry() const;
    /// Days and dates choose the preset that they match, or fill the number or the date in. An instant shows as its
    /// local date.
    void setExpiry(const std::optional<Expiry> &expiry);

Q_SIGNALS:
    void edited(); ///< by the user

protected:
    void showEvent(QShowEvent *event) override;

private:
    enum class Kind { NotGiven, Preset, OtherDays, Date, Never };
    struct Choice {
        Kind kind;
        int days = 0;
        QPushButton *chip = nullptr;
    };
    Choice *addChoice(Kind kind, const QString &text, int days = 0);
    void addChoices();
    void addEditors();
    const Choice *chosen() const;
    const Choice *find(Kind kind) const;
    void choose(const Choice *choice);
    void choiceChanged();
    void limitDates();
    void tellInWords();

    KeyPolicy::Expiry rules_;
    const Clock &clock_;
    QWidget *row_;
    FlowLayout *flow_;
    std::vector<Choice> choices_;
    QSpinBox *days_;
    QDateEdit *date_;
    QLabel *words_;
    QString notGivenWords_;
};

} // namespace keywright
