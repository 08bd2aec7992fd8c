// What the page of keys does with keys: hand over to dialogs, copy, export, go to one.
#include "core/keyring/reply.h"
#include "core/model/instant_text.h"
#include "ui/create/revealed_key.h"
#include "ui/form/inline_message.h"
#include "ui/keys/filter_chips.h"
#include "ui/keys/filter_list.h"
#include "ui/keys/keys_page.h"
#include "ui/keys/search_field.h"
#include "ui/platform/secret_clipboard.h"
#include "ui/settings/settings.h"
#include "ui/theme/theme.h"

#include <QDir>
#include <QFileDialog>
#include <QLocale>
#include <QMenu>
#include <QToolButton>

namespace keywright {

using namespace Qt::StringLiterals;

QList<KeyId> KeysPage::selectedKeys() const {
    return list_->table()->selectedKeys();
}

void KeysPage::focusSearch() {
    search_->setFocus(Qt::ShortcutFocusReason);
    search_->selectAll();
}

void KeysPage::clearSearchOrSelection() {
    if (!search_->text().isEmpty())
        search_->clear();
    else if (!chips_->owner().isEmpty() || !chips_->scope().isEmpty())
        chips_->clear();
    else if (list_->table()->selectedCount() > 0)
        list_->table()->clearSelection();
    else
        setFilter(KeyFilter::All);
    list_->table()->setFocus();
}

void KeysPage::selectKey(const KeyId &id) {
    widenFor(id);
    list_->table()->goTo(id);
}

/// What hides the key is taken back.
void KeysPage::widenFor(const KeyId &id) {
    const auto key = model_.keyOf(id);
    if (model_.isCurrent() && model_.rowOf(id) >= 0)
        return;
    const bool searching = !search_->text().isEmpty() || !chips_->owner().isEmpty() || !chips_->scope().isEmpty();
    const bool freshFits = filters_->filter() == KeyFilter::All || filters_->filter() == KeyFilter::Active;
    if (!key && !searching && freshFits)
        return; // new, and it will be among these
    const bool hidden = key && !isActive(*key, desk_.clock.now()) &&
                        policy_->revoke.list != KeyPolicy::RevokedShown::Shown && key->revokedAt;
    filters_->setFilter(hidden ? KeyFilter::Revoked : KeyFilter::All);
    search_->clear();
    chips_->clear();
    askView();
}

void KeysPage::showIssuedInRow(const std::shared_ptr<RevealedKey> &key) {
    widenFor(key->key().id);
    list_->showIssued(key);
}

void KeysPage::act(KeyAct act, const QList<KeyId> &ids) {
    if (ids.isEmpty())
        return;
    switch (act) {
    case KeyAct::Open:
        return Q_EMIT openRequested(ids.first());
    case KeyAct::CopyKey:
        return copy(ids, true);
    case KeyAct::CopyId:
        return copy(ids, false);
    case KeyAct::Export:
        return chooseExport(ExportFormat::Csv, true);
    case KeyAct::Rename:
        return Q_EMIT renameRequested(ids.first());
    case KeyAct::Rotate:
        return Q_EMIT rotateRequested(ids.first());
    case KeyAct::Reactivate:
        return Q_EMIT reactivateRequested(ids.first());
    case KeyAct::Revoke:
        return revoke(ids);
    case KeyAct::Delete:
        list_->table()->moveOnAfter(ids);
        return Q_EMIT eraseRequested(ids);
    }
}

/// Through the gate first: a key press reaches what no button offers.
void KeysPage::revoke(const QList<KeyId> &ids) {
    const auto key = ids.size() == 1 ? model_.keyOf(ids.first()) : std::nullopt;
    const Permit allowed = permit(Action::Revoke, desk_.situation(), key ? &*key : nullptr);
    if (!allowed.allowed()) {
        message_->showText(InlineMessage::Kind::Info, allowed.reason);
        return;
    }
    list_->table()->moveOnAfter(ids);
    Q_EMIT revokeRequested(ids);
}

void KeysPage::copy(const QList<KeyId> &ids, bool previews) {
    QStringList lines;
    for (const KeyId &id : ids) {
        const auto key = previews ? model_.keyOf(id) : std::nullopt;
        lines.append(key ? previewText(key->preview) : id.value);
    }
    if (lines.isEmpty())
        return;
    desk_.clipboard.copyText(lines.join(u'\n'));
    const int n = int(lines.size());
    Q_EMIT statusText(previews ? tr("%Ln key previews copied", nullptr, n) : tr("%Ln IDs copied", nullptr, n));
}

// Columns and export

void KeysPage::openMoreMenu() {
    auto *menu = new QMenu(more_);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QMenu *columns = menu->addMenu(themedIcon(u"columns"_s, Tone::Muted), tr("&Columns"));
    list_->table()->fillColumnMenu(*columns);
    QAction *utc = menu->addAction(tr("Times in &UTC"));
    utc->setCheckable(true);
    utc->setChecked(desk_.settings.utcTimes());
    connect(utc, &QAction::toggled, &desk_.settings, &Settings::setUtcTimes);
    QAction *compact = menu->addAction(tr("Compact &rows"));
    compact->setCheckable(true);
    compact->setChecked(desk_.settings.compactRows());
    connect(compact, &QAction::toggled, &desk_.settings, &Settings::setCompactRows);
    menu->addSeparator();
    const bool allowed = permit(Action::Export, desk_.situation()).allowed() && !exporter_.isRunning();
    const auto offer = [&](const QString &text, ExportFormat format) {
        QAction *action = menu->addAction(themedIcon(u"export"_s, Tone::Muted), text);
        action->setEnabled(allowed && model_.rowCount() > 0);
        connect(action, &QAction::triggered, this, [this, format] { chooseExport(format); });
    };
    offer(tr("Export what is shown as C&SV…"), ExportFormat::Csv);
    offer(tr("Export what is shown as &JSON…"), ExportFormat::Json);
    menu->popup(more_->mapToGlobal(QPoint(more_->width() - menu->sizeHint().width(), more_->height())));
}

void KeysPage::connectExport() {
    connect(more_, &QToolButton::clicked, this, &KeysPage::openMoreMenu);
    connect(&exporter_, &ListExporter::written, this, &KeysPage::tellWritten);
    connect(&exporter_, &ListExporter::failed, this, [this](const Error &error) {
        if (error.kind == ErrorKind::Cancelled)
            message_->showText(InlineMessage::Kind::Info, error.message);
        else
            message_->showError(error);
    });
    connect(&exporter_, &ListExporter::progressed, this, [this](qint64 written, qint64 all) {
        const QLocale locale;
        message_->showProgress(tr("Exporting: %1 of %2 keys").arg(locale.toString(written), locale.toString(all)),
                               &exporter_, [this] { exporter_.stop(); });
    });
}

void KeysPage::tellWritten(const QString &path, qint64 keys, const std::optional<Instant> &asOf) {
    const QString written = tr("%Ln keys written to %1", nullptr, int(keys)).arg(QDir::toNativeSeparators(path));
    message_->showText(InlineMessage::Kind::Info, asOf ? tr("%1, as of %2").arg(written, instantText(*asOf)) : written);
}

void KeysPage::chooseExport(ExportFormat format, bool selectedOnly) {
    const bool csv = format == ExportFormat::Csv;
    auto *dialog = new QFileDialog(this, selectedOnly ? tr("Export the selected keys") : tr("Export what is shown"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("CSV for spreadsheets (*.csv)"), tr("JSON for scripts (*.json)")});
    dialog->selectNameFilter(dialog->nameFilters().at(csv ? 0 : 1));
    dialog->setDefaultSuffix(csv ? u"csv"_s : u"json"_s);
    dialog->selectFile(csv ? u"keys.csv"_s : u"keys.json"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this, selectedOnly](const QString &path) {
        const bool json = path.endsWith(u".json", Qt::CaseInsensitive);
        exportTo(path, json ? ExportFormat::Json : ExportFormat::Csv, selectedOnly);
    });
    dialog->open();
}

void KeysPage::exportTo(const QString &path, ExportFormat format, bool selectedOnly) {
    if (exporter_.isRunning())
        return;
    SharedRows rows = model_.rows();
    if (selectedOnly) {
        auto chosen = std::make_shared<KeyIndex::Rows>();
        for (const int row : model_.rowsOf(selectedKeys()))
            chosen->push_back((*rows)[std::size_t(row)]);
        rows = std::move(chosen);
    }
    if (desk_.keyring.info().link != Link::Live)
        return startExport(path, format, rows, {});
    // The newest entry of the log goes into the file; where the log cannot be read, the export goes without.
    whenDone(desk_.keyring.activity({.text = {}, .key = {}, .limit = 1}, {}), this,
             [this, path, format, rows](const Result<ActivityPage> &page) {
                 std::optional<ChainHead> head;
                 if (page && !page->entries.isEmpty())
                     head = ChainHead{.seq = page->entries.first().seq, .hash = page->entries.first().hash};
                 startExport(path, format, rows, head);
             });
}

void KeysPage::startExport(const QString &path, ExportFormat format, const SharedRows &rows,
                           const std::optional<ChainHead> &head) {
    if (exporter_.isRunning())
        return;
    const KeyringInfo info = desk_.keyring.info();
    exporter_.start(path, format,
                    {.keyring = info.name,
                     .policy = info.policy->id,
                     .at = desk_.clock.now(),
                     .head = head,
                     .asOf = info.link == Link::Live ? std::nullopt : info.syncedAt},
                    model_.sharedIndex(), rows);
}

} // namespace keywright
