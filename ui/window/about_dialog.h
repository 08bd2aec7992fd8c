// What runs here, in which version, and where it keeps a person's data.
#pragma once

#include <QDialog>

class QLabel;

namespace keywright {

class AboutDialog final : public QDialog {
    Q_OBJECT
public:
    /// `keyringPlace`: the file of the open keyring, or empty. `settingsPlace`: the file with the settings.
    AboutDialog(const QString &keyringPlace, const QString &settingsPlace, QWidget *parent = nullptr);

private:
    QLabel *line(const QString &text);
};

} // namespace keywright
