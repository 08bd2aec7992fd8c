-- wrk: asks about keys of a keyring that make_million made, spread over ACTIVE of its million. MODE: own (the key asks
-- for itself), body (a verifier asks, VERIFIER is its token), auth (a gateway asks).
local active = tonumber(os.getenv("ACTIVE"))
local mode = os.getenv("MODE")
local requests = {}
local at = 0

function init()
    math.randomseed(7)
    for i = 1, math.min(active, 200000) do
        local n = active >= 1000000 and math.random(1, 1000000) or i * math.floor(1000000 / active)
        local token = string.format("kw_%08d_benchmarkbenchmarkbenchmarkbench0123456789", n)
        local headers = {["Authorization"] = "Bearer " .. token, ["User-Agent"] = "python-requests/2.31"}
        if mode == "auth" then
            requests[i] = wrk.format("GET", "/auth/scope/read", headers)
        elseif mode == "own" then
            requests[i] = wrk.format("POST", "/v1/keys/verify", headers)
        else
            headers["Authorization"] = "Bearer " .. os.getenv("VERIFIER")
            headers["Content-Type"] = "application/json"
            requests[i] = wrk.format("POST", "/v1/keys/verify", headers,
                '{"token":"' .. token .. '","scope":"read","address":"203.0.113.9","user_agent":"curl/8"}')
        end
    end
end

function request()
    at = at % #requests + 1
    return requests[at]
end


function done(summary, latency)
    io.write(string.format("RESULT %d %.0f %.3f %.3f %d\n", summary.requests, summary.requests / summary.duration * 1e6,
        latency:percentile(50) / 1000, latency:percentile(99) / 1000,
        summary.errors.status + summary.errors.read + summary.errors.timeout + summary.errors.connect))
end
