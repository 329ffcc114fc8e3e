-- Saves answers as the test page does, each of the attempts' questions in turn, sequence numbers growing.
-- Argument: a file of lines `saves-address cookie token first-sequence`; threads share them out.
local threads = 0
function setup(thread)
    thread:set("offset", threads)
    threads = threads + 1
    thread:set("stride", tonumber(os.getenv("BENCH_THREADS")))
end

local heads = {}
local place, round = 0, 0
function init(arguments)
    local line_number = 0
    for line in io.lines(arguments[1]) do
        if line_number % stride == offset then
            local saves, cookie, token, first = line:match("(%S+) (%S+) (%S+) (%S+)")
            local host = wrk.host .. ":" .. wrk.port
            table.insert(heads, {
                "POST " .. saves .. "/",
                " HTTP/1.1\r\nHost: " .. host .. "\r\nOrigin: http://" .. host .. "\r\nCookie: " .. cookie ..
                    "\r\nHuxue-Token: " .. token .. "\r\nHuxue-Window: bench\r\n" ..
                    "Content-Type: application/x-www-form-urlencoded\r\n",
                tonumber(first) })
        end
        line_number = line_number + 1
    end
end

function request()
    place = place + 1
    if place > #heads then
        place = 1
        round = round + 1
    end
    local head = heads[place]
    local number = round % 20 + 1
    local body = string.format("q%d=%d", number, round % 2 + 1)
    return string.format("%s%d%sHuxue-Sequence: %.0f\r\nContent-Length: %d\r\n\r\n%s",
        head[1], number, head[2], head[3] + round, #body, body)
end
dofile(os.getenv("BENCH_FOLDER") .. "/report.lua")
