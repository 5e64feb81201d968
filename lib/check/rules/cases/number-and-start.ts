import { type Cases, changed } from "./case"

const others = (...meetings: [number, string | null][]) => ({
  meetings: meetings.map(([number, day]) => ({ number, day, name: "" })),
})

export const numberAndStart: Cases = {
  "number-missing": changed([/ 12(?:th)?\b/g, ""], [/ 12(?:th)?\b/g, " XII"], "number"),
  "number-mismatch": changed(
    ["Call 12", "Call XIII"],
    ["Call 12", "Call no. 12"],
    "XIII",
    "Call XII\n",
  ),
  "number-duplicate": {
    off: { context: others([11, "2022-04-21"], [12, "2022-04-28"]) },
    near: { context: others([11, "2022-04-21"], [13, "2022-05-19"]) },
    names: "The meeting of 28 April 2022 has number 12 already",
  },
  "number-gap": {
    off: { context: others([9, "2022-04-21"], [13, "2022-05-19"]) },
    near: { context: others([8, null], [13, "2022-05-19"]) },
    names: "10 and 11",
  },
  "start-missing": changed(
    [/(?:Thursday |on )5 May 2022 at 1 p\.m\. UTC/g, "online"],
    ["Thursday 5 May 2022 at 1 p.m. UTC", "5 May 2022"],
    "when",
  ),
  "zone-missing": changed(["1 p.m. UTC", "1 p.m."], ["at 1 p.m. UTC", "at 15:00 CEST"], "13:00"),
  "date-mismatch": changed(
    ["held on 5 May 2022", "held on 6 May 2022"],
    ["held on 5 May 2022", "held on the 5th of May 2022"],
    "6 May 2022",
    "was held on Thursday 5 May 2022 at 1 p.m. UTC.",
  ),
  "time-mismatch": changed(
    ["held on 5 May 2022 at 1 p.m.", "held on 5 May 2022 at 2 p.m."],
    ["held on 5 May 2022 at 1 p.m. UTC", "held on 5 May 2022 at 3 p.m. CEST"],
    "2 p.m.",
    "was held on Thursday 5 May 2022 at 1 p.m. UTC.",
  ),
  "weekday-mismatch": changed(
    ["Next meeting: 19 May", "Next meeting: Friday, 19 May"],
    ["Next meeting: 19 May", "Next meeting: Thu 19 May"],
    "Thursday",
    "Next meeting: Thursday, 19 May",
  ),
}
