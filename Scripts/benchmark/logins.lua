-- Logs in, different people in turn. Argument: a file of bodies, one a line.
local bodies = {}
local place = 0
function init(arguments)
    for line in io.lines(arguments[1]) do table.insert(bodies, line) end
end
function request()
    place = place % #bodies + 1
    local host = wrk.host .. ":" .. wrk.port
    return wrk.format("POST", "/session", {
        Host = host, Origin = "http://" .. host, ["Content-Type"] = "application/x-www-form-urlencoded",
    }, bodies[place])
end
dofile(os.getenv("BENCH_FOLDER") .. "/report.lua")
