#include "ui/revoke/key_commands.h"

#include "core/crypto/random.h"
#include "core/keyring/reply.h"
#include "ui/revoke/bulk_dialog.h"
#include "ui/revoke/delete_dialog.h"
#include "ui/revoke/impact.h"
#include "ui/revoke/reactivate_dialog.h"
#include "ui/revoke/replace_dialog.h"
#include "ui/revoke/revoke_dialog.h"
#include "ui/revoke/rotate_dialog.h"

#include <algorithm>

namespace keywright {
namespace {

/// Keys of a selection that are read before asking; of a longer one the first stand for all.
constexpr int keysRead = 50;

} // namespace

KeyCommands::KeyCommands(Desk &desk, QWidget *window) : QObject(window), desk_(desk), window_(window) {}

void KeyCommands::revoke(const QList<KeyId> &ids) {
    if (ids.size() == 1)
        withKey(ids.front(), Action::Revoke, [this](const KeyDetails &details) { revokeOne(details); });
    else if (!ids.isEmpty())
        many(Action::Revoke, ids);
}

void KeyCommands::revokeOne(const KeyDetails &details) {
    auto *dialog = new RevokeDialog(desk_, details, window_);
    connect(dialog, &RevokeDialog::revoked, this, &KeyCommands::tellRevoked);
    open(dialog);
}

void KeyCommands::erase(const QList<KeyId> &ids) {
    if (ids.size() > 1)
        many(Action::Delete, ids);
    else if (!ids.isEmpty())
        withKey(ids.front(), Action::Delete, [this](const KeyDetails &details) {
            auto *dialog = new DeleteDialog(desk_, details, window_);
            connect(dialog, &DeleteDialog::deleted, this,
                    [this](const QString &name) { Q_EMIT notice(tr("%1 is deleted.").arg(name), {}, {}); });
            open(dialog);
        });
}

void KeyCommands::reactivate(const KeyId &id) {
    withKey(id, Action::Reactivate, [this](const KeyDetails &details) {
        auto *dialog = new ReactivateDialog(desk_, details, window_);
        connect(dialog, &ReactivateDialog::reactivated, this,
                [this](const ApiKey &key) { Q_EMIT notice(tr("%1 works again.").arg(displayName(key)), {}, {}); });
        open(dialog);
    });
}

void KeyCommands::rotate(const KeyId &id) {
    withKey(id, Action::Rotate, [this](const KeyDetails &details) {
        auto *dialog = new RotateDialog(desk_, details, window_);
        connect(dialog, &RotateDialog::rotated, this, &KeyCommands::issued);
        open(dialog);
    });
}

void KeyCommands::revokeAndReplace(const KeyId &id) {
    withKey(id, Action::Rotate, [this](const KeyDetails &details) {
        auto *dialog = new ReplaceDialog(desk_, details, window_);
        connect(dialog, &ReplaceDialog::replaced, this, &KeyCommands::issued);
        connect(dialog, &ReplaceDialog::oldKeyLeft, this, &KeyCommands::failed);
        open(dialog);
    });
}

void KeyCommands::withKey(const KeyId &id, Action action, Ready ready) {
    if (const Done general = require(action, desk_.situation()); !general) {
        Q_EMIT failed(general.error());
        return;
    }
    whenDone(desk_.keyring.details(id), this,
             [this, action, ready = std::move(ready)](const Result<KeyDetails> &details) {
                 if (!details) {
                     Q_EMIT failed(details.error());
                     return;
                 }
                 if (const Done allowed = require(action, desk_.situation(), &details->key); !allowed)
                     Q_EMIT failed(allowed.error());
                 else
                     ready(*details);
             });
}

void KeyCommands::withKeys(const QList<KeyId> &ids, Gathered gathered) {
    struct Gathering {
        QHash<KeyId, KeyDetails> found;
        qsizetype open = 0;
    };
    auto gathering = std::make_shared<Gathering>();
    gathering->open = ids.size();
    for (const KeyId &id : ids)
        whenDone(desk_.keyring.details(id), this, [gathering, id, ids, gathered](const Result<KeyDetails> &details) {
            if (details)
                gathering->found.insert(id, *details);
            if (--gathering->open > 0)
                return;
            QList<KeyDetails> inOrder;
            for (const KeyId &each : ids)
                if (const auto it = gathering->found.constFind(each); it != gathering->found.cend())
                    inOrder << *it;
            gathered(inOrder);
        });
}

void KeyCommands::many(Action action, const QList<KeyId> &ids) {
    if (const Done general = require(action, desk_.situation()); !general) {
        Q_EMIT failed(general.error());
        return;
    }
    withKeys(ids.first(std::min<qsizetype>(keysRead, ids.size())),
             [this, action, ids](const QList<KeyDetails> &known) { openBulk(action, ids, known); });
}

void KeyCommands::openBulk(Action action, const QList<KeyId> &ids, const QList<KeyDetails> &known) {
    BulkKeys keys{.ids = ids, .known = {}, .leftOut = {}};
    const Situation situation = desk_.situation();
    QString reason;
    int out = 0;
    for (const KeyDetails &details : known) {
        const Permit verdict = permit(action, situation, &details.key);
        if (verdict.allowed()) {
            keys.known << details;
            continue;
        }
        keys.ids.removeOne(details.key.id);
        reason = verdict.reason;
        ++out;
    }
    if (keys.ids.isEmpty()) {
        Q_EMIT failed(Error{.kind = ErrorKind::Refused, .message = reason});
        return;
    }
    if (keys.ids.size() == 1) {
        action == Action::Revoke ? revoke(keys.ids) : erase(keys.ids);
        return;
    }
    if (out > 0)
        keys.leftOut << tr("Left out: %1 of the keys you chose. %2").arg(out).arg(reason);
    auto *dialog = new BulkDialog(desk_, action == Action::Revoke ? BulkDialog::Act::Revoke : BulkDialog::Act::Delete,
                                  keys, window_);
    connect(dialog, &BulkDialog::finished, this, [this, action](const Outcomes &done, const QString &why) {
        if (action == Action::Revoke)
            tellRevoked(done, why);
        else
            Q_EMIT notice(tr("API keys deleted: %1.").arg(done.size()), {}, {});
    });
    open(dialog);
}

void KeyCommands::tellRevoked(const Outcomes &outcomes, const QString &reason) {
    const bool one = outcomes.size() == 1;
    const QString text = one && outcomes.front().key ? tr("%1 is revoked.").arg(displayName(*outcomes.front().key))
                         : one                       ? tr("The API key is revoked.")
                                                     : tr("%Ln API keys are revoked.", nullptr, int(outcomes.size()));
    auto takeBack = undoOf(outcomes, reason);
    const QString undoText = takeBack ? tr("Undo") : QString();
    Q_EMIT notice(text, undoText, takeBack);
}

std::function<void()> KeyCommands::undoOf(const Outcomes &outcomes, const QString &reason) {
    // Bringing back what leaked asks twice, so it is not one click in a toast.
    const bool unsafe = reason == QStringLiteral("leaked");
    const Situation situation = desk_.situation();
    QList<ApiKey> keys;
    for (const Outcome &outcome : outcomes)
        if (outcome.key && !outcome.already && permit(Action::Reactivate, situation, &*outcome.key).allowed())
            keys << *outcome.key;
    if (unsafe || keys.isEmpty())
        return {};
    return [guard = QPointer(this), keys] {
        if (guard)
            guard->undo(keys, 0);
    };
}

void KeyCommands::undo(QList<ApiKey> keys, int back) {
    if (keys.isEmpty()) {
        Q_EMIT notice(back == 1 ? tr("The API key works again.") : tr("%Ln API keys work again.", nullptr, back), {},
                      {});
        return;
    }
    const ApiKey key = keys.takeFirst();
    whenDone(desk_.keyring.reactivate(key.id, key.revision), this, [this, keys, back](const Result<ApiKey> &result) {
        if (!result)
            Q_EMIT failed(result.error());
        else
            undo(keys, back + 1);
    });
}

void KeyCommands::open(QDialog *dialog) {
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace keywright
