#include "ui/keys/keys_page.h"
#include "ui/revoke/key_commands.h"
#include "ui/theme/theme.h"
#include "ui/window/command_palette.h"
#include "ui/window/keyring_view.h"

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostFound = 20;

} // namespace

QList<PaletteEntry> KeyringView::findKeys(const QString &words) {
    const std::shared_ptr<SharedIndex> shared = keys_->model().sharedIndex();
    // While the list is being changed there is no answer: the next letter asks again.
    if (!shared->lock.tryLockForRead())
        return {};
    KeyView view = keys_->model().view();
    view.filter = KeyFilter::All;
    view.owner.clear();
    view.scope.clear();
    view.search = words;
    QList<PaletteEntry> entries;
    for (const KeyIndex::Row row : shared->keys.matching(view, 0)) {
        const ApiKey key = shared->keys.key(row);
        entries.append({.icon = themedIcon(u"key"_s),
                        .text = key.name.isEmpty() ? tr("(no name)") : key.name,
                        .hint = previewText(key.preview),
                        .run = [this, id = key.id] { showKey(id); }});
        if (entries.size() == mostFound)
            break;
    }
    shared->lock.unlock();
    return entries;
}

QList<PaletteEntry> KeyringView::keyEntries() {
    const QList<KeyId> ids = keys_->selectedKeys();
    if (ids.isEmpty())
        return {};
    const Situation situation = desk_.situation();
    QList<PaletteEntry> entries;
    const auto offer = [&](Action action, const QString &icon, const QString &text, std::function<void()> run) {
        const Permit verdict = permit(action, situation);
        if (verdict.verdict == Permit::Verdict::Absent)
            return;
        entries.append({.icon = themedIcon(icon),
                        .text = text,
                        .hint = verdict.reason,
                        .enabled = verdict.allowed(),
                        .run = std::move(run)});
    };
    offer(Action::Revoke, u"ban"_s, tr("Revoke %Ln selected key(s)", nullptr, int(ids.size())),
          [this, ids] { commands_->revoke(ids); });
    offer(Action::Delete, u"trash"_s, tr("Delete %Ln selected key(s)", nullptr, int(ids.size())),
          [this, ids] { commands_->erase(ids); });
    if (ids.size() > 1)
        return entries;
    const KeyId id = ids.front();
    entries.prepend(
        {.icon = themedIcon(u"key"_s), .text = tr("Open the selected key"), .run = [this, id] { openKey(id); }});
    offer(Action::Rename, u"edit"_s, tr("Rename the selected key"), [this, id] { editName(id); });
    offer(Action::Rotate, u"rotate"_s, tr("Rotate the selected key"), [this, id] { commands_->rotate(id); });
    offer(Action::Reactivate, u"undo"_s, tr("Re-activate the selected key"), [this, id] { commands_->reactivate(id); });
    entries.append({.icon = themedIcon(u"activity"_s), .text = tr("Activity of the selected key"), .run = [this, id] {
                        showLogOf(id);
                    }});
    return entries;
}

} // namespace keywright
