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
namespace {

/// Where both the first and the last byte of a needle may stand.
struct Ends {
    __m128i first, last;
    qsizetype apart;

    explicit Ends(QByteArrayView needle)
        : first(_mm_set1_epi8(needle.front())), last(_mm_set1_epi8(needle.back())), apart(needle.size() - 1) {}
    __m128i at(const char *place) const {
        const auto block = [](const char *from) { return _mm_loadu_si128(reinterpret_cast<const __m128i *>(from)); };
        return _mm_and_si128(_mm_cmpeq_epi8(block(place), first), _mm_cmpeq_epi8(block(place + apart), last));
    }
    /// Whether any of the 64 places from `place` on is one.
    bool anyIn64(const char *place) const {
        const __m128i any =
            _mm_or_si128(_mm_or_si128(at(place), at(place + 16)), _mm_or_si128(at(place + 32), at(place + 48)));
        return _mm_movemask_epi8(any) != 0;
    }
};

} // namespace

qsizetype findBytes(QByteArrayView hay, QByteArrayView needle, qsizetype from) {
    const Ends ends(needle);
    const bool endsAreAll = needle.size() <= 2;
    const qsizetype end = hay.size() - needle.size() - 15;
    while (from < end) {
        const char *at = hay.data() + from;
        if (from + 48 < end && !ends.anyIn64(at)) {
            from += 64;
            continue;
        }
        for (auto mask = unsigned(_mm_movemask_epi8(ends.at(at))); mask != 0; mask &= mask - 1) {
            const int offset = std::countr_zero(mask);
            if (endsAreAll || matchesAt(at + offset, needle))
                return from + offset;
        }
        from += 16;
    }
    return findPlainly(hay, needle, from);
}
#else
qsizetype findBytes(QByteArrayView hay, QByteArrayView needle, qsizetype from) {
    return findPlainly(hay, needle, from);
}
#endif

} // namespace keywright
