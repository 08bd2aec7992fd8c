// The sidebar's saving: the guard over unsaved changes, Save and Discard, and what to do when somebody else was faster.
#include "core/keyring/reply.h"
#include "core/model/instant_text.h"
#include "ui/edit/key_differences.h"
#include "ui/edit/key_form.h"
#include "ui/edit/key_sidebar.h"
#include "ui/form/inline_message.h"

#include <QPushButton>
#include <QScrollArea>

namespace keywright {

void KeySidebar::guarded(std::function<void()> go) {
    if (!hasUnsavedChanges()) {
        go();
        return;
    }
    pending_ = std::move(go);
    showGuard();
}

void KeySidebar::showGuard() {
    bar_->setClosable(false);
    bar_->showText(InlineMessage::Kind::Warning,
                   tr("Your changes of “%1” are not saved.").arg(displayName(details_->key)));
    bar_->addAction(tr("Save"), this, [this] { save(); });
    bar_->addAction(tr("Discard"), this, [this] { discard(); });
    bar_->addAction(tr("Stay"), this, [this] {
        pending_ = {};
        bar_->clear();
    });
}

void KeySidebar::discard() {
    form_->setKey(details_->key);
    bar_->clear();
    showSaveRow();
    if (const auto go = std::exchange(pending_, {}))
        go();
    else
        reload();
}

void KeySidebar::save() {
    if (saving_ || !details_)
        return;
    const auto changes = form_->changes();
    if (!form_->judge() || !changes) {
        pending_ = {};
        bar_->clear();
        return;
    }
    saving_ = true;
    bar_->clear();
    form_->setEnabled(false);
    save_->setEnabled(false);
    discard_->setEnabled(false);
    whenDone(desk_.keyring.edit(id_, details_->key.revision, *changes), this,
             [this](const Result<ApiKey> &result) { saved(result); });
}

void KeySidebar::saved(const Result<ApiKey> &result) {
    saving_ = false;
    form_->setEnabled(true);
    save_->setEnabled(true);
    discard_->setEnabled(true);
    if (result) {
        details_->key = *result;
        form_->setKey(*result);
        showDetails();
        if (const auto go = std::exchange(pending_, {}))
            go();
        else
            reload();
        return;
    }
    const Error &error = result.error();
    pending_ = {};
    saveWanted_ = true;
    if (error.kind == ErrorKind::Conflict && error.newer)
        tellConflict(*error.newer);
    else if (error.kind == ErrorKind::NotFound)
        keyGone();
    else if (!form_->showProblem(error))
        bar_->showError(error);
}

void KeySidebar::tellConflict(const ApiKey &newer) {
    // Who it was stands in the log, where that can be read.
    whenDone(desk_.keyring.activity({.text = {}, .key = newer.id, .limit = 1}, {}), this,
             [this, newer](const Result<ActivityPage> &page) {
                 if (newer.id != id_)
                     return;
                 QString who = tr("Somebody else changed this key meanwhile.");
                 if (page && !page->entries.isEmpty())
                     who = tr("%1 changed this key %2.")
                               .arg(page->entries.front().actor,
                                    relativeText(page->entries.front().at, desk_.clock.now()));
                 showConflict(newer, who);
             });
}

void KeySidebar::showConflict(const ApiKey &newer, const QString &who) {
    const auto mine = form_->changes().value_or(Changes{});
    const QString what = differencesText(details_->key, newer, mine);
    bar_->setClosable(false);
    bar_->showText(InlineMessage::Kind::Warning, what.isEmpty() ? who : who + u'\n' + what);
    bar_->addAction(tr("Use theirs"), this, [this, newer] { useTheirs(newer); });
    bar_->addAction(tr("Keep mine"), this, [this, newer] { keepMine(newer); });
}

void KeySidebar::useTheirs(const ApiKey &newer) {
    saveWanted_ = false;
    details_->key = newer;
    form_->setKey(newer);
    bar_->clear();
    showDetails();
    reload();
}

void KeySidebar::keepMine(const ApiKey &newer) {
    details_->key = newer;
    form_->rebase(newer);
    bar_->clear();
    showDetails();
    if (std::exchange(saveWanted_, false) && form_->isChanged())
        save();
}

void KeySidebar::keyGone() {
    pending_ = {};
    if (details_)
        form_->setKey(details_->key);
    details_.reset();
    scroll_->widget()->setEnabled(false);
    showSaveRow();
    bar_->setClosable(false);
    bar_->showText(InlineMessage::Kind::Warning, tr("This key was deleted. Its activity entries remain."));
    bar_->addAction(tr("Show its activity"), this, [this] { Q_EMIT activityRequested(id_); });
    bar_->addAction(tr("Close"), this, [this] { requestClose(); });
}

} // namespace keywright
