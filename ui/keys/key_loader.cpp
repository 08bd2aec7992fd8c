#include "ui/keys/key_loader.h"

#include "core/keyring/reply.h"

#include <algorithm>

namespace keywright {

namespace {

constexpr int firstPage = 500; ///< small: it is on the screen at once
constexpr int furtherPages = 4'000;

} // namespace

KeyLoader::KeyLoader(Keyring &keyring, QObject *parent) : QObject(parent), keyring_(keyring) {
    connect(&keyring_, &Keyring::changed, this, &KeyLoader::follow);
}

void KeyLoader::start() {
    ++run_;
    loading_ = true;
    since_.reset();
    heldBack_.clear();
    Q_EMIT started();
    readPage({}, firstPage);
}

void KeyLoader::readPage(const Cursor &from, int limit) {
    whenDone(keyring_.keys(from, limit), this, [this, run = run_](const Result<KeyPage> &page) {
        if (run == run_)
            take(page);
    });
}

void KeyLoader::take(const Result<KeyPage> &page) {
    if (!page)
        return fail(page.error());
    if (!since_)
        since_ = page->feed;
    const int run = run_;
    if (!page->next.isEmpty()) // asked for before this one is worked through
        readPage(page->next, furtherPages);
    Q_EMIT pageRead(page->keys, page->total);
    if (run == run_ && page->next.isEmpty())
        catchUp();
}

/// Pages were read one after the other: what changed meanwhile may be in none of them.
void KeyLoader::catchUp() {
    whenDone(keyring_.changes(*since_), this, [this, run = run_](const Result<Delta> &delta) {
        if (run != run_)
            return;
        if (!delta)
            return fail(delta.error());
        heldBack_.append(*delta);
        std::ranges::stable_sort(heldBack_, {}, &Delta::next);
        loading_ = false;
        const QList<Delta> all = std::exchange(heldBack_, {});
        for (const Delta &one : all) {
            follow(one);
            if (run != run_)
                return;
        }
        Q_EMIT finished();
    });
}

void KeyLoader::follow(const Delta &delta) {
    if (delta.reload)
        return start();
    if (loading_)
        heldBack_.append(delta);
    else
        Q_EMIT changed(delta);
}

void KeyLoader::fail(const Error &error) {
    ++run_;
    loading_ = false;
    heldBack_.clear();
    Q_EMIT failed(error);
}

} // namespace keywright
