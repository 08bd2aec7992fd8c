// A value that one thread replaces while others read it, without a lock: a reader says which one it holds, and the
// writer frees an old one when nobody does.
#pragma once

#include <atomic>
#include <list>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace keywright {

template<class T>
class Published {
public:
    /// One reader's word on what it holds. Used by one thread at a time.
    class alignas(64) Hand {
        friend class Published;
        std::atomic<const T *> holds_{nullptr};
        std::atomic<bool> taken_{true};
    };

    ~Published() { delete current_.load(); }
    Published() = default;
    Published(const Published &) = delete;
    Published &operator=(const Published &) = delete;

    Hand &newHand() {
        const std::lock_guard lock(mutex_);
        for (Hand &hand : hands_) {
            bool free = false;
            if (hand.taken_.compare_exchange_strong(free, true))
                return hand;
        }
        return hands_.emplace_back();
    }
    void giveBack(Hand &hand) {
        drop(hand);
        hand.taken_.store(false);
    }

    /// The value, kept until drop(). The same hand can't hold two.
    const T *hold(Hand &hand) const {
        const T *value = current_.load(std::memory_order_acquire);
        for (;;) {
            hand.holds_.store(value);
            const T *again = current_.load();
            if (again == value)
                return value;
            value = again;
        }
    }
    void drop(Hand &hand) const { hand.holds_.store(nullptr, std::memory_order_release); }

    /// By one thread at a time.
    void publish(std::unique_ptr<const T> value) {
        if (const T *old = current_.exchange(value.release()))
            retired_.emplace_back(old);
        sweep();
    }
    /// Frees what nobody holds any more. By the publishing thread.
    void sweep() {
        if (retired_.empty())
            return;
        const std::lock_guard lock(mutex_);
        std::erase_if(retired_, [&](const std::unique_ptr<const T> &old) {
            for (const Hand &hand : hands_) {
                if (hand.holds_.load() == old.get())
                    return false;
            }
            return true;
        });
    }

private:
    std::atomic<const T *> current_{nullptr};
    std::mutex mutex_; ///< guards hands_
    std::list<Hand> hands_;
    std::vector<std::unique_ptr<const T>> retired_;
};

} // namespace keywright
