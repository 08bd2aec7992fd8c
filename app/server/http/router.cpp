#include "app/server/http/router.h"

#include <QByteArrayList>

#include <algorithm>

namespace keywright {

namespace {

/// The segment that begins at `from` (after a slash), and moves `from` behind it and its slash.
QByteArrayView nextSegment(QByteArrayView path, qsizetype &from) {
    const qsizetype slash = path.indexOf('/', from);
    const qsizetype end = slash < 0 ? path.size() : slash;
    const QByteArrayView segment = path.sliced(from, end - from);
    from = end + 1;
    return segment;
}

/// True where the path has these segments, and no more unless it is `open`; an empty one never stands for anything.
bool fits(const std::vector<QByteArray> &segments, bool open, QByteArrayView path,
          std::array<QByteArrayView, 2> &parameters) {
    qsizetype from = 1;
    std::size_t parameter = 0;
    for (const QByteArray &wanted : segments) {
        if (from > path.size())
            return false;
        const QByteArrayView segment = nextSegment(path, from);
        if (!wanted.isEmpty() && segment != wanted)
            return false;
        if (wanted.isEmpty() && (segment.isEmpty() || parameter == parameters.size()))
            return false;
        if (wanted.isEmpty())
            parameters[parameter++] = segment;
    }
    if (!open)
        return from > path.size();
    if (parameter < parameters.size())
        parameters[parameter] = path.sliced(std::min(from, path.size()));
    return true;
}

} // namespace

void Router::direct(HttpMethod method, QByteArray pattern, DirectHandler handler) {
    add({.method = method, .pattern = std::move(pattern), .handler = std::move(handler)});
}

void Router::deferred(HttpMethod method, QByteArray pattern, DeferredHandler handler) {
    add({.method = method, .pattern = std::move(pattern), .handler = std::move(handler)});
}

void Router::add(Route route) {
    Entry entry{.route = std::move(route), .segments = {}, .literal = true, .open = false};
    for (const QByteArray &segment : entry.route.pattern.mid(1).split('/')) {
        if (segment == "*") {
            entry.open = true;
            entry.literal = false;
            break;
        }
        const bool anything = segment.startsWith('{');
        entry.segments.push_back(anything ? QByteArray() : segment);
        entry.literal = entry.literal && !anything;
    }
    const auto place = entry.literal ? std::ranges::find(entries_, false, &Entry::literal) : entries_.end();
    entries_.insert(place, std::move(entry));
}

Router::Match Router::find(HttpMethod method, QByteArrayView path) const {
    Match match;
    QByteArrayList allowed;
    bool literally = false;
    if (path.isEmpty() || path.front() != '/')
        return match;
    for (const Entry &entry : entries_) {
        if (!entry.literal && literally)
            break; // a path that stands literally is never taken for a parameter
        std::array<QByteArrayView, 2> parameters{};
        if (entry.literal ? path != entry.route.pattern : !fits(entry.segments, entry.open, path, parameters))
            continue;
        if (entry.route.method == method)
            return {.route = &entry.route, .parameters = parameters};
        literally = literally || entry.literal;
        const QLatin1StringView name = methodName(entry.route.method);
        allowed << QByteArray(name.data(), name.size());
        if (entry.route.method == HttpMethod::Get)
            allowed << "HEAD";
    }
    if (!allowed.isEmpty())
        match.allow = (allowed << "OPTIONS").join(", ");
    return match;
}

} // namespace keywright
