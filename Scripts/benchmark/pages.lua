-- Reads pages in turn, each with its owner's cookie. Argument: a file of lines `path cookie`.
local requests = {}
local place = 0
function init(arguments)
    for line in io.lines(arguments[1]) do
        local path, cookie = line:match("(%S+) (%S+)")
        table.insert(requests, wrk.format("GET", path, { Cookie = cookie, Host = wrk.host .. ":" .. wrk.port }))
    end
end
function request()
    place = place % #requests + 1
    return requests[place]
end
dofile(os.getenv("BENCH_FOLDER") .. "/report.lua")
