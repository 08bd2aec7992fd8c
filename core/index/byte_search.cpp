#include "core/index/byte_search.h"

#include <bit>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace keywright {

namespace {

bool matchesAt(const char *hay, QByteArrayView needle) {
    return std::memcmp(hay, needle.data(), std::size_t(needle.size())) == 0;
}

qsizetype findPlainly(QByteArrayView hay, QByteArrayView needle, qsizetype from) {
    const char first = needle.front();
    const qsizetype last = hay.size() - needle.size();
    while (from <= last) {
        const void *found = std::memchr(hay.data() + from, first, std::size_t(last - from + 1));
        if (found == nullptr)
            return -1;
        from = static_cast<const char *>(found) - hay.data();
        if (matchesAt(hay.data() + from, needle))
            return from;
        ++from;
    }
    return -1;
}

} // namespace

#if defined(__SSE2__)
qsizetype findBytes(QByteArrayView hay, QByteArrayView needle, qsizetype from) {
    const __m128i first = _mm_set1_epi8(needle.front());
    const __m128i last = _mm_set1_epi8(needle.back());
    const auto block = [](const char *at) { return _mm_loadu_si128(reinterpret_cast<const __m128i *>(at)); };
    const qsizetype end = hay.size() - needle.size() - 15;
    for (; from <= end; from += 16) {
        const char *at = hay.data() + from;
        const __m128i both =
            _mm_and_si128(_mm_cmpeq_epi8(block(at), first), _mm_cmpeq_epi8(block(at + needle.size() - 1), last));
        for (auto mask = unsigned(_mm_movemask_epi8(both)); mask != 0; mask &= mask - 1) {
            const int offset = std::countr_zero(mask);
            if (matchesAt(at + offset, needle))
                return from + offset;
        }
    }
    return findPlainly(hay, needle, from);
}
#else
qsizetype findBytes(QByteArrayView hay, QByteArrayView needle, qsizetype from) {
    return findPlainly(hay, needle, from);
}
#endif

} // namespace keywright
