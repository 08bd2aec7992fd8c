// Finding bytes in a long arena: by the first and the last byte at once, sixteen places at a time.
#pragma once

#include <QByteArrayView>

#include <algorithm>
#include <bit>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace keywright {

/// What is looked for, not empty; it must outlive this.
class Needle {
public:
    explicit Needle(QByteArrayView bytes)
        : bytes_(bytes)
#if defined(__SSE2__)
          ,
          first_(_mm_set1_epi8(bytes.front())), last_(_mm_set1_epi8(bytes.back()))
#endif
    {
    }

    /// Calls `found(at)` for each find in `hay`; it answers from where to go on, beyond `at`.
    template<class F>
    void eachIn(QByteArrayView hay, F found) const;
    bool isIn(QByteArrayView hay) const {
        bool any = false;
        eachIn(hay, [&](qsizetype) {
            any = true;
            return hay.size();
        });
        return any;
    }

private:
    bool matches(const char *hay) const { return std::memcmp(hay, bytes_.data(), std::size_t(bytes_.size())) == 0; }
    template<class F>
    void eachPlainly(QByteArrayView hay, qsizetype from, F found) const;

    QByteArrayView bytes_;
#if defined(__SSE2__)
    /// At which of sixteen places both the first and the last byte stand.
    __m128i endsAt(const char *place) const {
        const auto block = [](const char *from) { return _mm_loadu_si128(reinterpret_cast<const __m128i *>(from)); };
        return _mm_and_si128(_mm_cmpeq_epi8(block(place), first_),
                             _mm_cmpeq_epi8(block(place + bytes_.size() - 1), last_));
    }
    bool endsIn64(const char *place) const {
        const __m128i any = _mm_or_si128(_mm_or_si128(endsAt(place), endsAt(place + 16)),
                                         _mm_or_si128(endsAt(place + 32), endsAt(place + 48)));
        return _mm_movemask_epi8(any) != 0;
    }
    __m128i first_, last_;
#endif
};

template<class F>
void Needle::eachPlainly(QByteArrayView hay, qsizetype from, F found) const {
    const qsizetype last = hay.size() - bytes_.size();
    while (from <= last) {
        const void *at = std::memchr(hay.data() + from, bytes_.front(), std::size_t(last - from + 1));
        if (at == nullptr)
            return;
        from = static_cast<const char *>(at) - hay.data();
        from = matches(hay.data() + from) ? found(from) : from + 1;
    }
}

#if defined(__SSE2__)
template<class F>
void Needle::eachIn(QByteArrayView hay, F found) const {
    const qsizetype end = hay.size() - bytes_.size() - 15;
    const bool endsAreAll = bytes_.size() <= 2;
    qsizetype block = 0, from = 0;
    while (block < end) {
        auto places =
            unsigned(_mm_movemask_epi8(endsAt(hay.data() + block))) & (0xffffU << std::max<qsizetype>(from - block, 0));
        while (places != 0) {
            const qsizetype at = block + std::countr_zero(places);
            from = endsAreAll || matches(hay.data() + at) ? found(at) : at + 1;
            places &= from - block < 16 ? 0xffffU << (from - block) : 0;
        }
        block = std::max(block + 16, from);
        while (block + 48 < end && !endsIn64(hay.data() + block))
            block += 64;
    }
    eachPlainly(hay, std::max(block, from), found);
}
#else
template<class F>
void Needle::eachIn(QByteArrayView hay, F found) const {
    eachPlainly(hay, 0, found);
}
#endif

} // namespace keywright
