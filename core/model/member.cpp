#include "core/model/member.h"

namespace keywright {

const std::vector<TokenPart> &memberToken() {
    static const std::vector<TokenPart> parts{
        {.kind = TokenPart::Kind::Text, .text = QStringLiteral("kwm_")},
        {.kind = TokenPart::Kind::Random, .text = {}, .length = 40, .alphabet = Alphabet::Base62},
    };
    return parts;
}

} // namespace keywright
