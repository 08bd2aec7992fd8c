#include "ui/form/scope_ticks.h"

#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QMouseEvent>

namespace keywright {

namespace {

constexpr int markSize = 16;

QLabel *plainLabel(const QString &text, QWidget *parent) {
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    return label;
}

QString escaped(QString text) {
    return text.replace(u'&', QStringLiteral("&&"));
}

} // namespace

ScopeTicks::ScopeTicks(const KeyPolicy &policy, QWidget *parent)
    : QWidget(parent), grid_(new QGridLayout(this)), reason_(plainLabel({}, this)), fixed_(!policy.scopes.choose) {
    grid_->setContentsMargins(0, 0, 0, 0);
    grid_->setHorizontalSpacing(space::inside);
    grid_->setVerticalSpacing(space::inside - 2);
    grid_->setColumnStretch(2, 1);
    for (const PolicyScope &scope : policy.scopes.options)
        rows_.push_back(addRow(scope.id, policyWords(policy, scope.text)));
    reason_->setWordWrap(true);
    markHint(reason_);
    grid_->addWidget(reason_, int(rows_.size()), 0, 1, 3);
    if (!rows_.empty() && !fixed_)
        setFocusProxy(rows_.front().box);
    setScopes(policy.scopes.byDefault);
}

ScopeTicks::Row ScopeTicks::addRow(const QString &id, const QString &sentence) {
    const int line = int(rows_.size());
    const Row row{.id = id,
                  .box = new QCheckBox(escaped(id), this),
                  .mark = new QLabel(this),
                  .name = plainLabel(id, this),
                  .sentence = plainLabel(sentence, this)};
    row.box->setAccessibleName(id);
    row.box->setAccessibleDescription(sentence);
    row.mark->setFixedSize(markSize, markSize);
    row.sentence->setWordWrap(true);
    markHint(row.sentence);
    row.sentence->installEventFilter(this);
    grid_->addWidget(row.box, line, 0, 1, 2, Qt::AlignTop);
    grid_->addWidget(row.mark, line, 0, Qt::AlignTop);
    grid_->addWidget(row.name, line, 1, Qt::AlignTop);
    grid_->addWidget(row.sentence, line, 2);
    connect(row.box, &QCheckBox::clicked, this, &ScopeTicks::edited);
    return row;
}

QStringList ScopeTicks::scopes() const {
    QStringList ticked;
    for (const Row &row : rows_)
        if (row.box->isChecked())
            ticked.append(row.id);
    return ticked;
}

void ScopeTicks::setScopes(const QStringList &scopes) {
    for (const Row &row : rows_)
        row.box->setChecked(scopes.contains(row.id));
    refresh();
}

void ScopeTicks::setLocked(const QString &reason) {
    locked_ = reason;
    refresh();
}

void ScopeTicks::setReadOnly(bool readOnly) {
    readOnly_ = readOnly;
    refresh();
}

bool ScopeTicks::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() == QEvent::MouseButtonRelease && !readOnly() &&
        static_cast<QMouseEvent *>(event)->button() == Qt::LeftButton)
        for (const Row &row : rows_)
            if (row.sentence == watched)
                row.box->click();
    return QWidget::eventFilter(watched, event);
}

void ScopeTicks::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refresh();
}

void ScopeTicks::refresh() {
    const QPixmap tick = themedIcon(QStringLiteral("check"), palette(), Tone::Success).pixmap(markSize, markSize);
    const bool fixed = readOnly();
    for (const Row &row : rows_) {
        const bool has = row.box->isChecked();
        row.box->setVisible(!fixed);
        row.mark->setPixmap(tick);
        row.mark->setVisible(fixed && has);
        row.name->setVisible(fixed && has);
        row.sentence->setVisible(!row.sentence->text().isEmpty() && (!fixed || has));
    }
    const QString reason = !locked_.isEmpty() ? locked_
                           : fixed_           ? tr("Every key of this keyring has exactly this.")
                                              : QString();
    reason_->setText(fixed && scopes().isEmpty() ? tr("No scope: this key may do nothing. %1").arg(reason).trimmed()
                                                 : reason);
    reason_->setVisible(fixed && !reason_->text().isEmpty());
}

} // namespace keywright
