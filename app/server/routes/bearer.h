// The credential of a request: its Bearer token, known by digest alone.
#pragma once

#include "app/server/http/problem.h"
#include "core/model/ids.h"
#include "core/model/key_policy.h"

namespace keywright {

struct Bearer {
    enum class State {
        None,    ///< no Authorization, or another scheme
        One,     ///< `digest` is of the token
        Several, ///< more than one Authorization: nobody can say which counts
    };
    State state = State::None;
    Sha256 digest;
};
Bearer bearerOf(const HttpRequest &request);

/// 401 with the policy's one sentence, whatever is wrong with the token; 400 for several. Where the policy shows it,
/// `key_prefix` is the presented token's, if it is well-formed, known or not.
HttpResponse unauthorized(const HttpRequest &request, const KeyPolicy &policy, Bearer::State state);

} // namespace keywright
