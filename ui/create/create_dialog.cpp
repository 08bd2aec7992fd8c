#include "ui/create/create_dialog.h"

#include "ui/create/create_page.h"
#include "ui/create/reveal_page.h"
#include "ui/platform/capture_guard.h"
#include "ui/theme/theme.h"

#include <QCloseEvent>
#include <QPushButton>
#include <QStackedLayout>

namespace keywright {

namespace {

constexpr int formWidth = 560;
constexpr int revealWidth = 680;
constexpr QSize leastSize(420, 240);

} // namespace

CreateDialog::CreateDialog(Desk &desk, QWidget *parent)
    : QDialog(parent), desk_(desk), stack_(new QStackedLayout(this)) {
    setModal(true);
    setMinimumSize(leastSize);
    resize(leastSize);
}

void CreateDialog::showForm() {
    const auto policy = desk_.keyring.info().policy;
    setWindowTitle(policyWords(*policy, policy->create.open));
    create_ = new CreatePage(desk_, space::edge, this);
    create_->createButton()->setDefault(true);
    connect(create_, &CreatePage::givenUp, this, &CreateDialog::reject);
    connect(create_, &CreatePage::made, this, &CreateDialog::onMade);
    turnTo(create_, formWidth);
    create_->focusFirst();
}

void CreateDialog::onMade(const Issued &issued) {
    Q_EMIT created(issued.key);
    if (desk_.keyring.info().policy->create.reveal == KeyPolicy::Reveal::Dialog)
        return showReveal(issued);
    Q_EMIT issuedInRow(issued);
    accept();
}

void CreateDialog::showReveal(const Issued &issued) {
    setWindowTitle(tr("Your new API key"));
    if (create_)
        create_->createButton()->setDefault(false);
    reveal_ = new RevealPage(desk_, issued, this);
    connect(reveal_, &RevealPage::finished, this, &CreateDialog::accept);
    connect(this, &QDialog::finished, reveal_, &RevealPage::wipe);
    turnTo(reveal_, revealWidth);
    reveal_->focusFirst();
    Q_EMIT revealed(&reveal_->key());
}

void CreateDialog::turnTo(FramedPage *page, int width) {
    stack_->addWidget(page);
    stack_->setCurrentWidget(page);
    connect(page, &FramedPage::wishChanged, this, [this, page] {
        if (page == this->page())
            growToWish(this, page);
    });
    resize(std::max(width, this->width()), height());
    growToWish(this, page);
}

FramedPage *CreateDialog::page() const {
    return qobject_cast<FramedPage *>(stack_->currentWidget());
}

void CreateDialog::reject() {
    if (create_ && create_->isBusy())
        return;
    if (!reveal_ || reveal_->mayClose())
        QDialog::reject();
}

void CreateDialog::showEvent(QShowEvent *event) {
    QDialog::showEvent(event);
    excludeFromCapture(this);
}

void CreateDialog::closeEvent(QCloseEvent *event) {
    // Not QDialog's own, which closes whatever reject() decides.
    reject();
    event->setAccepted(!isVisible());
}

} // namespace keywright
