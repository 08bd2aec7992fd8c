// A first look through many 128-bit numbers for four hex digits in a row, at any place.
#pragma once

#include <cstdint>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace keywright {

/// Whether a number of 32 hex digits holds the same four at any of its 29 places. Built once, asked for every row.
class FourDigits {
public:
    /// `digits`: the four, the first one highest.
    explicit FourDigits(std::uint16_t digits)
#if defined(__SSE2__)
        : wanted_(_mm_set1_epi16(short(digits))){}
#else
        : wanted_(digits * lowest) {
    }
#endif

          /// `high` and `low`: the first and the last sixteen digits.
          bool areIn(std::uint64_t high, std::uint64_t low) const;

private:
#if defined(__SSE2__)
    __m128i wanted_;
#else
    static constexpr std::uint64_t lowest = 0x0001'0001'0001'0001;
    bool isLaneOf(std::uint64_t lanes) const {
        const std::uint64_t differ = lanes ^ wanted_; // a lane of zeros is a find
        return ((differ - lowest) & ~differ & (lowest << 15)) != 0;
    }
    std::uint64_t wanted_;
#endif
};

#if defined(__SSE2__)
inline bool FourDigits::areIn(std::uint64_t high, std::uint64_t low) const {
    const __m128i id = _mm_set_epi64x(std::int64_t(high), std::int64_t(low));
    const __m128i next = _mm_srli_si128(id, 2); // the lane above each
    const auto shifted = [&](int digits) {
        return _mm_or_si128(_mm_srli_epi16(id, 4 * digits), _mm_slli_epi16(next, 16 - 4 * digits));
    };
    const __m128i finds =
        _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi16(id, wanted_), _mm_cmpeq_epi16(shifted(1), wanted_)),
                     _mm_or_si128(_mm_cmpeq_epi16(shifted(2), wanted_), _mm_cmpeq_epi16(shifted(3), wanted_)));
    return _mm_movemask_epi8(finds) != 0;
}
#else
inline bool FourDigits::areIn(std::uint64_t high, std::uint64_t low) const {
    bool any = isLaneOf(high) || isLaneOf(low);
    for (int bits = 4; bits < 16; bits += 4)
        any = any || isLaneOf(high >> bits) || isLaneOf((low >> bits) | (high << (64 - bits)));
    return any;
}
#endif

} // namespace keywright
