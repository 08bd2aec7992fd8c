#include "ui/window/about_dialog.h"

#include "core/keyring/keyring_file.h"
#include "core/model/version.h"
#include "core/remote/server_memory.h"
#include "ui/theme/theme.h"
#include "ui/window/place_text.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSysInfo>
#include <QUrl>
#include <QVBoxLayout>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

constexpr int dialogWidth = 520;
constexpr int pictureSize = 64;

QString versions() {
    return u"Keywright %1, Qt %2, %3 (%4)"_s.arg(version(), QString::fromLatin1(qVersion()),
                                                 QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture());
}

} // namespace

AboutDialog::AboutDialog(const QString &keyringPlace, const QString &settingsPlace, QWidget *parent) : QDialog(parent) {
    setWindowTitle(tr("About Keywright"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::edge, space::edge, space::edge, space::edge);
    column->setSpacing(space::inside);
    auto *picture = new QLabel(this);
    picture->setFixedSize(pictureSize, pictureSize);
    picture->setPixmap(applicationIcon().pixmap(QSize(pictureSize, pictureSize), devicePixelRatioF()));
    picture->setAccessibleName(u"Keywright"_s);
    column->addWidget(picture);
    markTitle(line(u"Keywright %1"_s.arg(version())));
    markHint(line(versions()));
    line(tr("Free software under the GNU General Public License, version 3 or later."));
    column->addSpacing(space::inside);
    markCaption(line(tr("Where is my data?")));
    const QString keyring = keyringPlace.isEmpty() ? defaultKeyringPath() : keyringPlace;
    line(tr("Keyring: %1").arg(placeDetail(keyring)));
    line(tr("Copies of servers' lists: %1").arg(QDir::toNativeSeparators(serverCopyFolder())));
    line(tr("Settings: %1").arg(QDir::toNativeSeparators(settingsPlace)));
    line(tr("Policies of your own: %1").arg(QDir::toNativeSeparators(userPolicyFolder())));
    markHint(
        line(tr("Nothing leaves this computer but what you do on servers that you connect to. Keys themselves are not "
                "stored, only their SHA-256 digests.")));
    column->addSpacing(space::inside);
    auto *buttons = new QDialogButtonBox(this);
    auto *folder = buttons->addButton(tr("Open the &folder"), QDialogButtonBox::ActionRole);
    auto *copy = buttons->addButton(tr("Copy &versions"), QDialogButtonBox::ActionRole);
    auto *close = buttons->addButton(tr("&Close"), QDialogButtonBox::RejectRole);
    close->setDefault(true);
    close->setFocus();
    folder->setEnabled(!isServerUrl(keyring));
    connect(folder, &QPushButton::clicked, this,
            [keyring] { QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(keyring).absolutePath())); });
    connect(copy, &QPushButton::clicked, this, [] { QGuiApplication::clipboard()->setText(versions()); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
    resize(dialogWidth, column->totalHeightForWidth(dialogWidth));
}

QLabel *AboutDialog::line(const QString &text) {
    auto *label = new QLabel(text, this);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    layout()->addWidget(label);
    return label;
}

} // namespace keywright
