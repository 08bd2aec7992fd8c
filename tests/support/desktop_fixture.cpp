#include "tests/support/desktop_fixture.h"

#include "core/keyring/keyring_file.h"
#include "core/keyring/local_keyring.h"
#include "tests/support/policies.h"
#include "tests/support/results.h"
#include "ui/form/inline_message.h"
#include "ui/settings/settings.h"
#include "ui/window/toasts.h"

namespace keywright::test {

using namespace Qt::StringLiterals;

const QTemporaryDir &DesktopFixture::folder() const {
    if (!folder_)
        folder_ = std::make_unique<QTemporaryDir>();
    return *folder_;
}

QString DesktopFixture::instanceName() {
    return u"keywright-test-%1"_s.arg(QCoreApplication::applicationPid());
}

void DesktopFixture::start(const QString &file) {
    const QString settings = place(u"settings.ini"_s);
    if (!QFile::exists(settings)) {
        Settings english(settings);
        english.setLanguage(u"en"_s);
    }
    instance_ = std::make_unique<SingleInstance>(instanceName());
    QVERIFY(instance_->listen());
    desktop_ = std::make_unique<Desktop>(settings);
    desktop_->show(file, *instance_);
    QVERIFY(QTest::qWaitForWindowExposed(&desktop_->window()));
}

void DesktopFixture::stop() {
    desktop_.reset();
    instance_.reset();
}

void DesktopFixture::tearDown() {
    stop();
    folder_.reset();
}

QString DesktopFixture::keyring(const QString &title, const QString &policy, const QStringList &names) {
    const QString path = place(title + u".keyring"_s);
    const Caller caller{.name = u"tester"_s};
    if (const Done made = createKeyringFile({.path = path, .name = title, .policy = shipped(policy)}, caller, clock_);
        !made)
        qFatal("%s", qPrintable(made.error().message));
    LocalKeyring keyring(path, caller, clock_);
    if (const auto opened = await(keyring.open()); !opened)
        qFatal("%s", qPrintable(opened.error().message));
    for (const QString &key : names) {
        Draft draft;
        draft.name = key;
        if (const auto issued = await(keyring.create(draft, {})); !issued)
            qFatal("%s", qPrintable(issued.error().message));
    }
    return path;
}

bool DesktopFixture::messageWith(const QString &text) const {
    for (const auto *message : desktop_->window().findChildren<InlineMessage *>())
        if (message->isVisible() && message->text().contains(text))
            return true;
    return false;
}

bool DesktopFixture::toastWith(const QString &text) const {
    const auto *toasts = desktop_->window().findChild<Toasts *>();
    return toasts && toasts->texts().join(u'\n').contains(text);
}

QPushButton *DesktopFixture::button(const QString &objectName) const {
    return desktop_->window().findChild<QPushButton *>(objectName);
}

QAction *DesktopFixture::action(const QString &objectName) const {
    return desktop_->window().findChild<QAction *>(objectName);
}

KeyTable *DesktopFixture::table() {
    return view()->findChild<KeyTable *>();
}

QPushButton *buttonOf(const QWidget *page, const QString &words) {
    for (auto *button : page->findChildren<QPushButton *>())
        if (button->isVisible() && button->text().remove(u'&') == words)
            return button;
    return nullptr;
}

} // namespace keywright::test
