#include "ui/create/create_page.h"

#include "ui/create/create_form.h"
#include "ui/create/creation.h"
#include "ui/form/inline_message.h"
#include "ui/theme/theme.h"

#include <QBoxLayout>
#include <QPushButton>

namespace keywright {

CreatePage::CreatePage(Desk &desk, int edge, QWidget *parent)
    : FramedPage(edge, parent), creation_(new Creation(desk, this)), form_(new CreateForm(desk, this)),
      cancel_(new QPushButton(tr("Cancel"), this)),
      create_(new QPushButton(policyWords(*desk.situation().policy, desk.situation().policy->create.submit), this)) {
    content()->addWidget(form_);
    content()->addStretch(1);
    markPrimary(create_);
    footer()->addStretch(1);
    footer()->addWidget(cancel_);
    footer()->addWidget(create_);
    connect(cancel_, &QPushButton::clicked, this, &CreatePage::givenUp);
    connect(create_, &QPushButton::clicked, this, &CreatePage::submit);
    connect(form_, &CreateForm::edited, creation_, &Creation::forget);
    connect(creation_, &Creation::made, this, &CreatePage::made);
    connect(creation_, &Creation::failed, this, &CreatePage::showError);
    connect(creation_, &Creation::busyChanged, this, &CreatePage::setBusy);
}

bool CreatePage::isBusy() const {
    return creation_->isBusy();
}

void CreatePage::submit() {
    if (isBusy())
        return;
    message()->clear();
    const QList<Error> homeless = form_->showMistakes();
    if (!homeless.isEmpty())
        message()->showError(homeless.front());
    if (QWidget *mistake = form_->firstMistake())
        bringToFront(mistake);
    else if (homeless.isEmpty())
        creation_->start(form_->draft());
}

void CreatePage::focusFirst() {
    form_->firstControl()->setFocus();
}

void CreatePage::showError(const Error &error) {
    if (form_->showError(error))
        bringToFront(form_->firstMistake());
    else
        message()->showError(error);
}

void CreatePage::setBusy(bool busy) {
    // A disabled control loses the keyboard; it goes back to where it was when the answer is an error.
    form_->setEnabled(!busy);
    cancel_->setEnabled(!busy);
    create_->setEnabled(!busy);
    if (!busy)
        create_->setFocus();
}

} // namespace keywright
