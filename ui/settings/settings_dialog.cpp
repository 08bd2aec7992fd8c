#include "ui/settings/settings_dialog.h"

#include "ui/form/form_field.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QSpinBox>

#include <algorithm>
#include <array>

namespace keywright {

namespace {

constexpr int dialogWidth = 480;
constexpr int screenMargin = 64; ///< for a title bar and a panel
constexpr std::array offeredRoles{Role::Admin, Role::Developer, Role::Auditor};

} // namespace

SettingsDialog::SettingsDialog(Settings &settings, QList<Language> languages, const QString &keyringId,
                               const QString &keyringName, QWidget *parent)
    : QDialog(parent), settings_(settings), languages_(std::move(languages)) {
    setWindowTitle(tr("Settings"));
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(space::edge, space::edge, space::edge, space::group);
    column->setSpacing(space::group);
    addLook(column);
    addKeys(column);
    addNews(column);
    if (!keyringId.isEmpty())
        addRole(column, keyringId, keyringName);
    column->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setText(tr("&Close"));
    buttons->setContentsMargins(space::edge, space::inside, space::edge, space::edge);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(scroll, 1);
    whole->addWidget(buttons);
    // All of it at once where the screen has room.
    const int wish = content->sizeHint().height() + buttons->sizeHint().height();
    resize(dialogWidth, std::min(wish, screen()->availableGeometry().height() - screenMargin));
}

void SettingsDialog::addLook(QVBoxLayout *column) {
    column->addWidget(caption(tr("Appearance")));
    column->addWidget(choice(tr("&Theme"), {tr("As the system"), tr("Light"), tr("Dark")}, int(settings_.theme()),
                             [this](int at) { settings_.setTheme(ThemeChoice(at)); }));
    QStringList names{tr("As the system")};
    int current = 0;
    for (const Language &language : languages_) {
        names.append(language.name);
        if (language.id == settings_.language())
            current = int(names.size()) - 1;
    }
    column->addWidget(choice(tr("&Language"), names, current,
                             [this](int at) { settings_.setLanguage(at == 0 ? QString() : languages_[at - 1].id); }));
    column->addWidget(choice(tr("Ti&mes"), {tr("Local time"), tr("UTC")}, settings_.utcTimes() ? 1 : 0,
                             [this](int at) { settings_.setUtcTimes(at == 1); }));
    column->addWidget(
        tick(tr("Compact &rows"), settings_.compactRows(), [this](bool on) { settings_.setCompactRows(on); }));
}

void SettingsDialog::addKeys(QVBoxLayout *column) {
    column->addWidget(caption(tr("Keys")));
    FormField *clipboard = number(tr("Clear a copied key &after (seconds)"), settings_.clipboardSeconds(), 0, 3600,
                                  [this](int seconds) { settings_.setClipboardSeconds(seconds); });
    clipboard->setHint(tr("0 leaves it until something else is copied, or Keywright is closed."));
    column->addWidget(clipboard);
    FormField *expiring = number(tr("“&Expiring soon” means within (days)"), settings_.expiringDays(), 1, 365,
                                 [this](int days) { settings_.setExpiringDays(days); });
    column->addWidget(expiring);
    FormField *unused = number(tr("“&Unused” means not used for (days)"), settings_.unusedDays(), 1, 3650,
                               [this](int days) { settings_.setUnusedDays(days); });
    unused->setHint(tr("Keys that were never used count too, once they are older."));
    column->addWidget(unused);
    column->addWidget(tick(tr("&Keep a copy of servers' lists for times without them"), settings_.keepCopies(),
                           [this](bool on) { settings_.setKeepCopies(on); }));
}

void SettingsDialog::addNews(QVBoxLayout *column) {
    column->addWidget(caption(tr("New versions")));
    const QString what =
        tr("Once a day Keywright then asks its publisher's server for the newest version's number. The "
           "question says nothing about you, this computer, your keys or the version you use; the "
           "server sees the network address that it comes from.");
    QWidget *box = tick(tr("Say when there is a newer &version"), settings_.saysNewerVersion(),
                        [this](bool on) { settings_.setSaysNewerVersion(on); });
    box->setAccessibleDescription(what);
    auto *together = new QVBoxLayout;
    together->setSpacing(space::tight);
    together->addWidget(box);
    auto *hint = new QLabel(what);
    hint->setTextFormat(Qt::PlainText);
    hint->setWordWrap(true);
    markHint(hint);
    together->addWidget(hint);
    column->addLayout(together);
}

void SettingsDialog::addRole(QVBoxLayout *column, const QString &keyringId, const QString &keyringName) {
    column->addWidget(caption(tr("Keyring %1").arg(keyringName)));
    const auto at = std::ranges::find(offeredRoles, settings_.role(keyringId));
    FormField *role =
        choice(tr("Your r&ole"),
               {tr("Admin: manages every key"), tr("Developer: what the policy lets developers do"),
                tr("Auditor: sees everything, changes nothing")},
               at == offeredRoles.end() ? 0 : int(at - offeredRoles.begin()),
               [this, keyringId](int index) { settings_.setRole(keyringId, offeredRoles[std::size_t(index)]); });
    role->setHint(tr("For a file on this computer the role is a safety catch against slips, not a lock: who may write "
                     "the file may take any role."));
    column->addWidget(role);
}

QWidget *SettingsDialog::caption(const QString &text) {
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    markCaption(label);
    return label;
}

FormField *SettingsDialog::choice(const QString &label, const QStringList &options, int current,
                                  const std::function<void(int)> &chosen) {
    auto *box = new QComboBox;
    box->addItems(options);
    box->setCurrentIndex(current);
    connect(box, &QComboBox::activated, this, chosen);
    return new FormField(label, box);
}

FormField *SettingsDialog::number(const QString &label, int value, int least, int most,
                                  const std::function<void(int)> &changed) {
    auto *box = new QSpinBox;
    box->setRange(least, most);
    box->setValue(value);
    connect(box, &QSpinBox::valueChanged, this, changed);
    return new FormField(label, box);
}

QWidget *SettingsDialog::tick(const QString &label, bool on, const std::function<void(bool)> &changed) {
    auto *box = new QCheckBox(label);
    box->setChecked(on);
    connect(box, &QCheckBox::toggled, this, changed);
    return box;
}

} // namespace keywright
