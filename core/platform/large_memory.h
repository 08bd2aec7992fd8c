// Memory for large tables that are read at random: in huge pages where the system has them, so that finding a page does
// not take longer than reading it.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

namespace keywright {

namespace platform {

/// Aborts when there is no memory, as `new` would.
void *allocateLarge(std::size_t bytes);
void freeLarge(void *memory) noexcept;

} // namespace platform

template<class T>
struct LargeAllocator {
    using value_type = T;
    static constexpr std::size_t largeFrom = std::size_t(8) << 20; ///< bytes; below it the heap does

    LargeAllocator() = default;
    template<class U>
    LargeAllocator(const LargeAllocator<U> &) noexcept {}

    T *allocate(std::size_t count) {
        const std::size_t bytes = count * sizeof(T);
        return bytes < largeFrom ? std::allocator<T>().allocate(count)
                                 : static_cast<T *>(platform::allocateLarge(bytes));
    }
    void deallocate(T *memory, std::size_t count) noexcept {
        if (count * sizeof(T) < largeFrom)
            std::allocator<T>().deallocate(memory, count);
        else
            platform::freeLarge(memory);
    }
    friend bool operator==(const LargeAllocator &, const LargeAllocator &) = default;
};

template<class T>
using LargeVector = std::vector<T, LargeAllocator<T>>;

} // namespace keywright
