#include "app/server/http/http_message.h"

#include <QStringDecoder>

#include <algorithm>
#include <atomic>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

bool isVisible(QByteArrayView value) {
    return std::ranges::none_of(value, [](char c) { return uchar(c) < 0x20 || uchar(c) == 0x7f; });
}

bool isCalled(const HttpHeader &header, QByteArrayView name) {
    return header.name.size() == name.size() && header.name.compare(name, Qt::CaseInsensitive) == 0;
}

int hexDigit(char c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lower = char(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

} // namespace

QLatin1StringView methodName(HttpMethod method) {
    switch (method) {
    case HttpMethod::Get:
        return "GET"_L1;
    case HttpMethod::Head:
        return "HEAD"_L1;
    case HttpMethod::Post:
        return "POST"_L1;
    case HttpMethod::Put:
        return "PUT"_L1;
    case HttpMethod::Patch:
        return "PATCH"_L1;
    case HttpMethod::Delete:
        return "DELETE"_L1;
    case HttpMethod::Options:
        return "OPTIONS"_L1;
    case HttpMethod::Other:
        break;
    }
    return "OTHER"_L1;
}

std::optional<QByteArrayView> HttpRequest::header(QByteArrayView name) const {
    const auto found = std::ranges::find_if(headers, [name](const HttpHeader &one) { return isCalled(one, name); });
    return found == headers.end() ? std::nullopt : std::optional(found->value);
}

int HttpRequest::headerCount(QByteArrayView name) const {
    return int(std::ranges::count_if(headers, [name](const HttpHeader &one) { return isCalled(one, name); }));
}

QByteArray HttpRequest::id() const {
    QByteArray digits(16, '0');
    quint64 rest = number;
    for (qsizetype at = digits.size(); rest != 0; rest >>= 4)
        digits[--at] = "0123456789abcdef"[rest & 15];
    return digits;
}

std::optional<QString> percentDecoded(QByteArrayView text) {
    QByteArray bytes;
    bytes.reserve(text.size());
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text[at] != '%') {
            bytes += text[at];
            continue;
        }
        const int high = at + 2 < text.size() ? hexDigit(text[at + 1]) : -1;
        const int low = at + 2 < text.size() ? hexDigit(text[at + 2]) : -1;
        if (high < 0 || low < 0)
            return std::nullopt;
        bytes += char(high << 4 | low);
        at += 2;
    }
    QStringDecoder utf8(QStringConverter::Utf8, QStringConverter::Flag::Stateless);
    QString decoded = utf8(bytes);
    if (utf8.hasError() || decoded.contains(QChar(u'\0')))
        return std::nullopt;
    return decoded;
}

std::optional<QList<std::pair<QString, QString>>> queryMembers(QByteArrayView query) {
    QList<std::pair<QString, QString>> members;
    QByteArray plain = query.toByteArray();
    plain.replace('+', ' ');
    for (const QByteArray &member : plain.split('&')) {
        if (member.isEmpty())
            continue;
        const qsizetype equals = member.indexOf('=');
        const QByteArrayView whole(member);
        const auto name = percentDecoded(equals < 0 ? whole : whole.first(equals));
        const auto value = percentDecoded(equals < 0 ? QByteArrayView() : whole.sliced(equals + 1));
        if (!name || !value)
            return std::nullopt;
        members.append({*name, *value});
    }
    return members;
}

void HttpResponse::addHeader(QByteArrayView name, QByteArrayView value) {
    if (!isVisible(value))
        return;
    headers.append(name.data(), name.size());
    headers += ": ";
    headers.append(value.data(), value.size());
    headers += "\r\n";
}

HttpResponse noContent() {
    return {.status = 204};
}

HttpResponse jsonResponse(int status, QByteArray body) {
    return {.status = status, .contentType = "application/json"_ba, .body = std::move(body)};
}

struct HttpAnswer::Once {
    explicit Once(std::shared_ptr<Target> to) : target(std::move(to)) {}
    ~Once() {
        if (!given)
            target->give({.status = 500, .close = true});
    }
    Once(const Once &) = delete;
    Once &operator=(const Once &) = delete;

    std::shared_ptr<Target> target;
    std::atomic<bool> given = false;
};

HttpAnswer::HttpAnswer(std::shared_ptr<Target> target) : once_(std::make_shared<Once>(std::move(target))) {}

void HttpAnswer::operator()(HttpResponse response) const {
    if (!once_->given.exchange(true))
        once_->target->give(std::move(response));
}

bool HttpAnswer::isWanted() const {
    return once_->target->isWanted();
}

} // namespace keywright
