-- What wrk sends: POSTs for the identifiers user-1 ... user-KNOWN in turn or, where NEWCOMERS names them, for ones never sent before.
local known = tonumber(os.getenv("KNOWN"))
local newcomers = os.getenv("NEWCOMERS")
local asked = 0
local prepared = {}

local function post(identifier)
  return wrk.format("POST", nil, nil, '{"customIdentifier":"' .. identifier .. '"}')
end

function init()
  wrk.headers["Authorization"] = "Bearer " .. os.getenv("API_KEY")
  wrk.headers["Content-Type"] = "application/json"
  if not newcomers then
    for i = 1, known do
      prepared[i] = post("user-" .. i)
    end
  end
end

function request()
  asked = asked + 1
  return newcomers and post(newcomers .. asked) or prepared[asked % known + 1]
end

-- One line for the benchmark to read: good answers, microseconds taken, median latency in microseconds, failures.
function done(summary, latency)
  local errors = summary.errors
  local failures = errors.connect + errors.read + errors.write + errors.status + errors.timeout
  io.write(string.format("measured %d %d %d %d\n",
    summary.requests - errors.status, summary.duration, latency:percentile(50), failures))
end
