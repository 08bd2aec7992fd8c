#include "ui/create/reveal_page.h"

#include "core/model/instant_text.h"
#include "ui/create/env_section.h"
#include "ui/create/request_section.h"
#include "ui/create/token_box.h"
#include "ui/form/inline_message.h"
#include "ui/theme/theme.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLabel>
#include <QPushButton>

namespace keywright {

namespace {

QLabel *plainLabel(const QString &text, QWidget *parent) {
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

RevealPage::RevealPage(Desk &desk, Issued issued, QWidget *parent)
    : FramedPage(space::edge, parent), desk_(desk), key_(desk, std::move(issued)), oldKey_(new InlineMessage(this)),
      token_(new TokenBox(desk, key_, this)), saved_(new QCheckBox(tr("&I have saved it"), this)),
      done_(new QPushButton(tr("&Done"), this)) {
    addHeading();
    content()->addWidget(token_);
    addNotice();
    addSections();
    content()->addStretch(1);
    addFooter();
    markPrimary(token_->copyButton());
    connect(&key_, &RevealedKey::delivered, this, &RevealPage::showDelivered);
    connect(&key_, &RevealedKey::noteFailed, this, [this](const Error &error) { message()->showError(error); });
}

void RevealPage::addHeading() {
    const ApiKey &key = key_.key();
    auto *title = plainLabel(key.name.isEmpty() ? tr("(no name)") : key.name, this);
    markTitle(title);
    auto *facts = plainLabel(
        key.expiresAt ? tr("Stops working on %1.").arg(instantText(*key.expiresAt)) : tr("Never expires."), this);
    markHint(facts);
    auto *heading = new QVBoxLayout;
    heading->setSpacing(space::tight);
    heading->addWidget(title);
    heading->addWidget(facts);
    content()->addLayout(heading);
    content()->addWidget(oldKey_);
    if (!key_.warnings().isEmpty()) {
        auto *warning = new InlineMessage(this);
        warning->showText(InlineMessage::Kind::Warning, key_.warnings().join(u'\n'));
        content()->addWidget(warning);
    }
}

void RevealPage::addNotice() {
    auto *notice = plainLabel(tr("You won't see it again."), this);
    QFont font = notice->font();
    font.setWeight(QFont::DemiBold);
    notice->setFont(font);
    auto *advice =
        plainLabel(tr("Only a fingerprint of the key is stored. Copy it into a password manager, or save it, "
                      "before you close this."),
                   this);
    markHint(advice);
    auto *both = new QVBoxLayout;
    both->setSpacing(space::tight);
    both->addWidget(notice);
    both->addWidget(advice);
    content()->addLayout(both);
}

void RevealPage::addSections() {
    auto *env = new EnvSection(desk_, key_, *message(), this);
    auto *request = new RequestSection(desk_, key_, this);
    request->setVariable(env->variable());
    connect(env, &EnvSection::variableChanged, request, &RequestSection::setVariable);
    content()->addWidget(env);
    content()->addWidget(request);
}

void RevealPage::addFooter() {
    footer()->addWidget(saved_);
    footer()->addStretch(1);
    footer()->addWidget(done_);
    connect(saved_, &QCheckBox::toggled, this, [this](bool on) {
        if (on)
            key_.deliver();
    });
    connect(done_, &QPushButton::clicked, this, [this] {
        if (mayClose())
            Q_EMIT finished();
    });
}

bool RevealPage::mayClose() {
    if (!key_.isUncopied())
        return true;
    askToLeave();
    return false;
}

void RevealPage::wipe() {
    key_.wipe();
    token_->forget();
}

void RevealPage::focusFirst() {
    token_->copyButton()->setFocus();
}

void RevealPage::tellOfOldKey(const QString &text) {
    oldKey_->showText(InlineMessage::Kind::Info, text);
}

void RevealPage::askToLeave() {
    message()->showText(InlineMessage::Kind::Warning, tr("Nobody has this key yet. Once this is closed, nothing can "
                                                         "show it again: it would have to be revoked and replaced."));
    QPushButton *copy = message()->addAction(tr("Copy it"), this, [this] { key_.copy(); });
    message()->addAction(tr("Close anyway"), this, [this] { Q_EMIT finished(); });
    copy->setFocus();
}

void RevealPage::showDelivered() {
    message()->clear();
    saved_->setChecked(true);
    saved_->setEnabled(false);
    unmark(token_->copyButton());
    markPrimary(done_);
    done_->setDefault(true);
}

} // namespace keywright
