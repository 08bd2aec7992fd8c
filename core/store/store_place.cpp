#include "core/store/store_place.h"

#include <QCoreApplication>
#include <QDir>
#include <QMap>
#include <QUrl>
#include <QUrlQuery>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(keywright::Store)
};

QUrl urlOf(const QString &place) {
    return QUrl(place, QUrl::StrictMode);
}

/// A value as libpq reads it between quotes.
QString quoted(QString value) {
    value.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s);
    return u'\'' + value + u'\'';
}

/// A connection that is gone is noticed in seconds, and the server's administrator sees whose it is.
QMap<QString, QString> defaultParameters() {
    return {{u"application_name"_s, u"keywright"_s}, {u"connect_timeout"_s, u"5"_s},
            {u"tcp_user_timeout"_s, u"10000"_s},     {u"keepalives_idle"_s, u"10"_s},
            {u"keepalives_interval"_s, u"5"_s},      {u"keepalives_count"_s, u"2"_s}};
}

std::unexpected<Error> unreadable(const QString &place) {
    return failure(ErrorKind::Invalid,
                   Words::tr("The address %1 can't be read. Write it as postgresql://user@host:5432/database, with "
                             "parameters as in ?sslmode=verify-full.")
                       .arg(shownPlace(place)),
                   u"store"_s);
}

} // namespace

bool isSharedStore(const QString &place) {
    return place.startsWith(u"postgresql://"_s) || place.startsWith(u"postgres://"_s);
}

Done keptInFile(const QString &place) {
    if (!isSharedStore(place))
        return {};
    return failure(ErrorKind::Refused, Words::tr("The keyring %1 lies in PostgreSQL. Back it up and restore it with "
                                                 "PostgreSQL's tools: pg_dump and pg_restore.")
                                           .arg(shownPlace(place)));
}

QString shownPlace(const QString &place) {
    if (!isSharedStore(place))
        return QDir::toNativeSeparators(place);
    const QUrl url = urlOf(place);
    if (!url.isValid())
        return u"postgresql://"_s; // who knows what stands in it
    return url.toDisplayString(QUrl::RemovePassword | QUrl::RemoveQuery | QUrl::RemoveFragment);
}

bool holdsPassword(const QString &place) {
    if (!isSharedStore(place))
        return false;
    const QUrl url = urlOf(place);
    const QUrlQuery query(url);
    return !url.isValid() || !url.password().isEmpty() || query.hasQueryItem(u"password"_s) ||
           query.hasQueryItem(u"sslpassword"_s);
}

Result<PostgresqlAddress> parsePostgresqlAddress(const QString &place) {
    const QUrl url = urlOf(place);
    if (!url.isValid() || url.hasFragment())
        return unreadable(place);
    PostgresqlAddress address{.host = url.host(QUrl::FullyDecoded),
                              .user = url.userName(QUrl::FullyDecoded),
                              .password = url.password(QUrl::FullyDecoded),
                              .database = url.path(QUrl::FullyDecoded).mid(1),
                              .port = url.port(),
                              .options = {}};
    QMap<QString, QString> parameters = defaultParameters();
    for (const auto &[name, value] : QUrlQuery(url).queryItems(QUrl::FullyDecoded))
        parameters[name] = value;
    QStringList options;
    for (auto it = parameters.cbegin(); it != parameters.cend(); ++it) {
        // The driver parts its options by semicolons, and offers no way to write one.
        if (it.key().isEmpty() || it.key().contains(u'=') || it.key().contains(u' ') || it.value().contains(u';'))
            return unreadable(place);
        options << it.key() + u'=' + quoted(it.value());
    }
    address.options = options.join(u';');
    return address;
}

} // namespace keywright
