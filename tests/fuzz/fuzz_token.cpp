// What people paste, read as a token under every shipped policy, and any text searched for tokens.
#include "core/crypto/token.h"

#include <cstdint>
#include <cstdlib>

using namespace keywright;

namespace {

void expect(bool holds) {
    if (!holds)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    const std::vector<KeyPolicy> &policies = shippedPolicies();
    const QByteArrayView pasted(reinterpret_cast<const char *>(data), qsizetype(size));
    for (const KeyPolicy &policy : policies) {
        const TokenReading reading = readToken(policy, pasted);
        expect(!reading.wellFormed || reading.cleaned.view().size() == tokenLength(policy));
        if (reading.faults.isEmpty()) {
            expect(reading.wellFormed && pasted.size() - reading.cleaned.view().size() <= 1);
            expect(looksLikeToken(QString::fromLatin1(pasted), &policy));
        }
        (void)previewOf(policy, reading.cleaned.view());
    }
    const QString text = QString::fromUtf8(pasted);
    if (const auto place = findToken(text))
        expect(place->first >= 0 && place->first < place->second && place->second <= text.size());
    return 0;
}
