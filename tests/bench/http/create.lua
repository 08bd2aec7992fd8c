-- Creates keys, counts what was not created. TOKEN_FILE: the file with the admin's token.
local file = assert(io.open(os.getenv("TOKEN_FILE")))
local token = file:read("*l")
file:close()
wrk.method = "POST"
wrk.headers["Authorization"] = "Bearer " .. token
wrk.headers["Content-Type"] = "application/json"
local number = 0
refused = 0
local threads = {}

function setup(thread) table.insert(threads, thread) end

function request()
    number = number + 1
    return wrk.format(nil, nil, nil, '{"name":"Service ' .. number .. '","scopes":["read"]}')
end

function response(status) if status ~= 201 then refused = refused + 1 end end

function done(summary, latency)
    local wrong = 0
    for _, thread in ipairs(threads) do wrong = wrong + thread:get("refused") end
    print(string.format("RESULT %d %.1f %.2f %.2f %d", summary.requests, summary.requests / summary.duration * 1e6,
        latency:percentile(50) / 1000, latency:percentile(99) / 1000, wrong))
end
