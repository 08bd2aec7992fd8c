#include "core/platform/large_memory.h"

#include <cstdlib>
#include <new>
#include <sys/mman.h>

namespace keywright::platform {

namespace {

constexpr std::size_t hugePage = std::size_t(2) << 20;

} // namespace

void *allocateLarge(std::size_t bytes) {
    const std::size_t whole = (bytes + hugePage - 1) / hugePage * hugePage;
    void *memory = std::aligned_alloc(hugePage, whole);
    if (!memory)
        throw std::bad_alloc();
#ifdef MADV_HUGEPAGE
    ::madvise(memory, whole, MADV_HUGEPAGE); // a wish: without it everything works, a little slower
#endif
    return memory;
}

void freeLarge(void *memory) noexcept {
    std::free(memory);
}

} // namespace keywright::platform
