#include "ui/activity/search_help.h"

#include "ui/form/flow_layout.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <array>

namespace keywright {
namespace {

struct Term {
    const char16_t *text;
    const char *meaning;
};
constexpr std::array<Term, 8> terms{{
    {u"authMethod:api_key", QT_TRANSLATE_NOOP("keywright::SearchHelp", "What was done through an API key")},
    {u"event:", QT_TRANSLATE_NOOP("keywright::SearchHelp", "Part of the event's name: event:revoked")},
    {u"key:", QT_TRANSLATE_NOOP("keywright::SearchHelp", "Part of a key's name, preview or id")},
    {u"actor:", QT_TRANSLATE_NOOP("keywright::SearchHelp", "Who did it")},
    {u"authMethod:",
     QT_TRANSLATE_NOOP("keywright::SearchHelp", "How they proved who they are: local, member, api_key, system")},
    {u"address:", QT_TRANSLATE_NOOP("keywright::SearchHelp", "From where: address:10.0.0.")},
    {u"after:", QT_TRANSLATE_NOOP("keywright::SearchHelp", "From the start of that day on: after:2026-01-31")},
    {u"before:", QT_TRANSLATE_NOOP("keywright::SearchHelp", "Before the start of that day: before:2026-02-01")},
}};

} // namespace

SearchHelp::SearchHelp(QWidget *parent) : QWidget(parent) {
    auto *text =
        new QLabel(tr("Every term must hold. Several of one field are alternatives, quotes hold words together "
                      "(actor:\"Anna B\"), and words without a field are looked for everywhere."),
                   this);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    markHint(text);
    auto *chips = new QWidget(this);
    auto *flow = new FlowLayout(chips, space::inside);
    flow->setContentsMargins({});
    for (const Term &term : terms) {
        const QString typed = QString::fromUtf16(term.text);
        auto *button = new QPushButton(typed, chips);
        button->setFont(fixedFont());
        button->setAutoDefault(false);
        button->setToolTip(tr(term.meaning));
        button->setAccessibleDescription(tr(term.meaning));
        connect(button, &QPushButton::clicked, this, [this, typed] { Q_EMIT termChosen(typed); });
        flow->addWidget(button);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(space::inside);
    column->addWidget(chips);
    column->addWidget(text);
}

} // namespace keywright
