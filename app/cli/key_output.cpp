#include "app/cli/key_output.h"

#include "core/crypto/secret.h"
#include "core/model/instant_text.h"
#include "core/model/key_json.h"

#include <QCoreApplication>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

QString translated(const char *text) {
    return QCoreApplication::translate("KeyOutput", text);
}

/// Room for a key_info with a name and scopes as long as rules let them be, so that the buffer never moves.
constexpr qsizetype issuedRoom = 64 * 1024;

void writeToken(CliSession &session, const Issued &issued) {
    if (!session.json()) {
        session.console().out(issued.token->view());
        session.console().out("\n");
        return;
    }
    QByteArray out;
    out.reserve(issuedRoom);
    JsonWriter json(out);
    writeIssued(json, issued.token->view(), issued.key, session.now());
    out += '\n';
    session.console().out(out);
    wipe(out);
}

void describe(CliSession &session, const ApiKey &key) {
    session.remark(translated("id       %1").arg(key.id.value));
    session.remark(translated("name     %1").arg(displayName(key)));
    session.remark(
        translated("scopes   %1")
            .arg(key.scopes.isEmpty() ? translated("none: it may do nothing yet") : key.scopes.join(u", "_s)));
    session.remark(key.expiresAt
                       ? translated("expires  %1 (%2)").arg(toRfc3339(*key.expiresAt), instantText(*key.expiresAt))
                       : translated("expires  never"));
}

} // namespace

Done printIssued(CliSession &session, const Issued &issued) {
    writeToken(session, issued);
    if (!session.console().flush())
        return failure(ErrorKind::Storage,
                       translated("The key was made, but standard output did not take it, and it can't be shown again. "
                                  "Revoke it: keywright-cli revoke %1")
                           .arg(issued.key.id.value));
    const Result<Keyring *> keyring = session.keyring();
    if (keyring)
        if (const auto delivered = await((*keyring)->markDelivered(issued.key.id)); !delivered)
            session.remark(delivered.error().message);
    describe(session, issued.key);
    for (const QString &warning : issued.warnings)
        session.remark(translated("Note: %1").arg(warning));
    session.remark(translated("This is the only time the key is shown. Keep it where only its user reads it."));
    return {};
}

void printKey(CliSession &session, const ApiKey &key, const QString &sentence) {
    QByteArray out;
    JsonWriter json(out);
    writeFullKeyInfo(json, key, session.now());
    session.print(out + '\n', printable(sentence).toUtf8() + '\n');
}

Done printOutcomes(CliSession &session, const Outcomes &outcomes, const QString &doneWord) {
    QByteArray out;
    JsonWriter json(out);
    QString text;
    Done first;
    json.beginArray();
    for (const Outcome &outcome : outcomes) {
        const QString who = outcome.key ? displayName(*outcome.key) : outcome.id.value;
        json.beginObject();
        json.member("id"_L1, outcome.id.value);
        json.member("done"_L1, outcome.done);
        json.member("already"_L1, outcome.already);
        json.textOrNull("error"_L1, outcome.done ? QString() : outcome.error.message);
        json.endObject();
        if (outcome.done)
            text += printable(outcome.already ? translated("%1: %2 before").arg(who, doneWord)
                                              : translated("%1: %2").arg(who, doneWord)) +
                    u'\n';
        else if (first)
            first = std::unexpected(outcome.error);
        else
            session.remark(outcome.error.message);
    }
    json.endArray();
    session.print(out + '\n', text.toUtf8());
    return first;
}

LocalMinutes::Stretch LocalMinutes::stretchAround(Instant at) const {
    const QDateTime utc = toUtc(at);
    Stretch stretch{.from = Instant::min(), .to = Instant::max(), .offset = Seconds{zone_.offsetFromUtc(utc)}};
    if (const auto before = zone_.previousTransition(utc.addSecs(1)); before.atUtc.isValid())
        stretch.from = toInstant(before.atUtc);
    if (const auto after = zone_.nextTransition(utc); after.atUtc.isValid())
        stretch.to = toInstant(after.atUtc);
    return stretch;
}

Seconds LocalMinutes::offsetAt(Instant at) {
    for (const Stretch &stretch : stretches_)
        if (at >= stretch.from && at < stretch.to)
            return stretch.offset;
    return stretches_.emplace_back(stretchAround(at)).offset;
}

QString LocalMinutes::text(Instant at) {
    // By hand: a QDateTime in a time zone costs more than all else about a row of a list.
    const auto local = at + offsetAt(at);
    const auto day = std::chrono::floor<Days>(local);
    const std::chrono::year_month_day date(day);
    const auto minutes = int(std::chrono::floor<std::chrono::minutes>(local - day).count());
    QString text = u"0000-00-00 00:00"_s;
    const auto write = [&text](qsizetype end, int number) {
        for (qsizetype place = end; number > 0; --place, number /= 10)
            text[place] = QChar(u'0' + number % 10);
    };
    write(3, int(date.year()));
    write(6, int(unsigned(date.month())));
    write(9, int(unsigned(date.day())));
    write(12, minutes / 60);
    write(15, minutes % 60);
    return text;
}

QString statusWord(KeyStatus status) {
    switch (status) {
    case KeyStatus::Active:
        return translated("active");
    case KeyStatus::Expiring:
        return translated("expiring soon");
    case KeyStatus::InGrace:
        return translated("in grace");
    case KeyStatus::Expired:
        return translated("expired");
    case KeyStatus::Revoked:
        return translated("revoked");
    }
    return {};
}

} // namespace keywright
