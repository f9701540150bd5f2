-- Random questions to the survey: a measure, one or two breakdowns, at times a filter and a range of waves.
local measures = {"safe_local", "unsafe_local", "trust", "no_trust", "good_area", "confident_emergency", "older", "victim"}
local by = {"sex", "age_band", "ethnicity", "orientation", "disabled", "deprivation", "residence", "district", "finances"}
local where = {"sex:male", "sex:female", "disabled:no", "age_band:16_24/25_34", "age_band:35_44/45_54/55_64", "deprivation:q1/q2", "deprivation:q3/q4/q5", "student:no", "student:yes"}
local waves = {}
for year = 2020, 2023 do for quarter = 1, 4 do waves[#waves + 1] = year .. "Q" .. quarter end end

local threads = 0
function setup(thread) threads = threads + 1; thread:set("seed", threads) end
function init(args) math.randomseed(os.time() * 100 + (seed or 0)) end

function request()
  local first = by[math.random(#by)]
  local path = "/explore/pcss/" .. measures[math.random(#measures)] .. "?by=" .. first
  if math.random(2) == 1 then
    local second = by[math.random(#by)]
    if second ~= first then path = path .. "," .. second end
  end
  if math.random(2) == 1 then path = path .. "&where=" .. where[math.random(#where)] end
  if math.random(2) == 1 then
    local from = math.random(#waves - 4)
    path = path .. "&waves=" .. waves[from] .. ".." .. waves[math.random(from + 3, #waves)]
  end
  return wrk.format("GET", path)
end
