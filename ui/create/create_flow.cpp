#include "ui/create/create_flow.h"

#include "core/keyring/reply.h"
#include "core/model/instant_text.h"
#include "ui/create/create_dialog.h"
#include "ui/create/create_sidebar.h"
#include "ui/create/reveal_page.h"
#include "ui/create/revealed_key.h"

#include <QUuid>

#include <algorithm>

namespace keywright {

CreateFlow::CreateFlow(Desk &desk, QWidget *window) : QObject(window), desk_(desk), window_(window) {}

CreateFlow::~CreateFlow() = default;

QWidget *CreateFlow::sidebar() {
    if (desk_.keyring.info().policy->create.place != KeyPolicy::Place::Sidebar)
        return nullptr;
    if (!sidebar_) {
        sidebar_ = new CreateSidebar(desk_, window_);
        sidebar_->hide();
        connect(sidebar_, &CreateSidebar::done, this, &CreateFlow::sidebarDone);
        connect(sidebar_, &CreateSidebar::made, this, [this](const Issued &issued) {
            Q_EMIT created(issued.key);
            show(issued);
        });
    }
    return sidebar_;
}

bool CreateFlow::holdsUncopiedToken() const {
    return std::ranges::any_of(shown_, [](const auto &key) { return key && key->isUncopied(); });
}

void CreateFlow::createKey() {
    if (sidebar()) {
        sidebar_->show();
        return sidebar_->start();
    }
    CreateDialog *dialog = newDialog();
    dialog->showForm();
    dialog->open();
}

void CreateFlow::createTestKey() {
    if (makingTestKey_)
        return;
    makingTestKey_ = true;
    const RequestId request{QUuid::createUuid().toString(QUuid::WithoutBraces)};
    Draft draft;
    draft.test = true;
    whenDone(desk_.keyring.create(draft, request), this, [this](const Result<Issued> &made) {
        makingTestKey_ = false;
        if (!made) {
            Q_EMIT failed(made.error());
            return;
        }
        Q_EMIT created(made->key);
        show(*made);
    });
}

void CreateFlow::reveal(const Issued &issued) {
    show(issued);
    if (!dialogs_.isEmpty() && dialogs_.back() && dialogs_.back()->revealPage())
        tellOfOldKey(issued, dialogs_.back());
}

void CreateFlow::show(const Issued &issued) {
    if (desk_.keyring.info().policy->create.reveal == KeyPolicy::Reveal::Row) {
        showInRow(issued);
        return;
    }
    CreateDialog *dialog = newDialog();
    dialog->showReveal(issued);
    dialog->open();
}

void CreateFlow::showInRow(const Issued &issued) {
    const auto key = std::make_shared<RevealedKey>(desk_, issued);
    watch(key.get());
    Q_EMIT issuedInRow(key);
}

void CreateFlow::watch(RevealedKey *key) {
    shown_.removeIf([](const auto &other) { return other.isNull(); });
    shown_.append(key);
}

CreateDialog *CreateFlow::newDialog() {
    dialogs_.removeIf([](const auto &dialog) { return dialog.isNull(); });
    auto *dialog = new CreateDialog(desk_, window_);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CreateDialog::created, this, &CreateFlow::created);
    connect(dialog, &CreateDialog::revealed, this, &CreateFlow::watch);
    connect(dialog, &CreateDialog::issuedInRow, this, &CreateFlow::showInRow);
    dialogs_.append(dialog);
    return dialog;
}

void CreateFlow::tellOfOldKey(const Issued &issued, CreateDialog *dialog) {
    whenDone(desk_.keyring.details(issued.key.id), dialog,
             [dialog, id = issued.key.id, now = desk_.clock.now()](const Result<KeyDetails> &details) {
                 if (!details)
                     return;
                 const auto old = std::ranges::find(details->lineage, id, &ApiKey::replacedBy);
                 if (old == details->lineage.end())
                     return;
                 const QString name = displayName(*old);
                 if (!isActive(*old, now))
                     dialog->revealPage()->tellOfOldKey(tr("The old key, %1, has stopped working.").arg(name));
                 else if (old->autoRevokeAt)
                     dialog->revealPage()->tellOfOldKey(
                         tr("The old key, %1, works until %2. Put the new one in its place before that.")
                             .arg(name, instantText(*old->autoRevokeAt)));
                 else
                     dialog->revealPage()->tellOfOldKey(tr("The old key, %1, works until you revoke it.").arg(name));
             });
}

} // namespace keywright
