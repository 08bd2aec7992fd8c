#include "core/platform/large_memory.h"

#include <new>

namespace keywright::platform {

namespace {

constexpr std::align_val_t page{4096};

} // namespace

void *allocateLarge(std::size_t bytes) {
    return ::operator new(bytes, page); // large pages would need a privilege
}

void freeLarge(void *memory) noexcept {
    ::operator delete(memory, page);
}

} // namespace keywright::platform
