import { describe, expect, test } from "vitest"
import { readReport } from "@/lib/imports/read/report"
import { checkReport } from "./check"
import { describeFinding } from "./describe"
import { RULES, type RuleName } from "./model"

/** A report in which every rule is content. */
const sound = `Tide Group
Call 12
Thursday 5 May 2022 at 1 p.m. UTC

The 12th call of the group was held on 5 May 2022 at 1 p.m. UTC. It was hosted by Otto Brandvold and moderated by Lin Zhao-Perera. The list of participants is annexed.

Agenda

1. Opening of the call
2. New gauges for the pier
3. Any other business

1. Opening of the call

Otto Brandvold opened the call.

2. New gauges for the pier

Lin asked for [two offers](https://tides.example.org/offers).

DECISION: Two gauges are bought.
ACTION: Otto to buy them.

3. AOB

N/A

Next meeting: 19 May 2022, 13:00 UTC

Participants

1. Otto Brandvold, chair, Coast Office
2. Lin Zhao-Perera, Tidewater Institute
`

const found = (text: string) => checkReport(readReport(text, "tides.txt"))
const rulesIn = (text: string) => [...new Set(found(text).map(({ rule }) => rule))]

/** What is replaced in the sound report, and by what. */
type Change = [what: string | RegExp, by: string]
type Case = { off: Change; near: Change; names: string }

/** For every rule a change of the sound report that sets it off, and one that comes near and does not. */
const cases: Partial<Record<RuleName, Case>> = {
  "number-missing": {
    off: [/ 12(?:th)?\b/g, ""],
    near: [/ 12(?:th)?\b/g, " XII"],
    names: "number",
  },
  "number-mismatch": {
    off: ["Call 12", "Call XIII"],
    near: ["Call 12", "Call no. 12"],
    names: "XIII",
  },
  "start-missing": {
    off: [/(?:Thursday |on )5 May 2022 at 1 p\.m\. UTC/g, "online"],
    near: ["Thursday 5 May 2022 at 1 p.m. UTC", "5 May 2022"],
    names: "when",
  },
  "zone-missing": {
    off: ["1 p.m. UTC", "1 p.m."],
    near: ["at 1 p.m. UTC", "at 15:00 CEST"],
    names: "13:00",
  },
  "date-mismatch": {
    off: ["held on 5 May 2022", "held on 6 May 2022"],
    near: ["held on 5 May 2022", "held on the 5th of May 2022"],
    names: "6 May 2022",
  },
  "time-mismatch": {
    off: ["held on 5 May 2022 at 1 p.m.", "held on 5 May 2022 at 2 p.m."],
    near: ["held on 5 May 2022 at 1 p.m. UTC", "held on 5 May 2022 at 3 p.m. CEST"],
    names: "2 p.m.",
  },
  "weekday-mismatch": {
    off: ["Thursday 5", "Friday 5"],
    near: ["Thursday 5", "Thu 5"],
    names: "Thursday",
  },
  "host-not-listed": {
    off: ["hosted by Otto Brandvold", "hosted by Farah Mensimah"],
    near: ["hosted by Otto Brandvold", "hosted by Otto J. Brandvold"],
    names: "Farah Mensimah",
  },
  "speaker-not-listed": {
    off: ["Lin asked", "Farah Mensimah asked"],
    near: ["Lin asked", "The Coast Office asked"],
    names: "Farah Mensimah",
  },
  "duplicate-participant": {
    off: ["2. Lin Zhao-Perera, Tidewater Institute", "2. Lin Zhao-Perera\n3. Lin Zhao-Perera"],
    near: ["2. Lin Zhao-Perera, Tidewater Institute", "2. Lin Zhao-Perera\n3. Otto Zhao-Perera"],
    names: "Lin Zhao-Perera",
  },
  "name-variant": {
    off: ["hosted by Otto Brandvold", "hosted by Otto Brandvolt"],
    near: ["hosted by Otto Brandvold", "hosted by Otto"],
    names: "Otto Brandvolt",
  },
  "no-participants": {
    off: [
      "\n1. Otto Brandvold, chair, Coast Office\n2. Lin Zhao-Perera, Tidewater Institute\n",
      "",
    ],
    near: ["2. Lin Zhao-Perera, Tidewater Institute\n", ""],
    names: "list of participants",
  },
  "participants-contradiction": {
    off: ["participants is annexed", "participants is available upon request"],
    near: ["The list of participants is annexed.", "The recording is available upon request."],
    names: "2",
  },
  "agenda-order": {
    off: ["\n\n2. New gauges for the pier\n", "\n\n4. New gauges for the pier\n"],
    near: ["\n\n2. New gauges for the pier\n", "\n\nNew gauges for the pier\n"],
    names: "2",
  },
  "heading-differs": {
    off: ["\n\n2. New gauges for the pier\n", "\n\n2. New gouges for the pier\n"],
    near: ["\n\n2. New gauges for the pier\n", "\n\n2. NEW GAUGES\n"],
    names: "gouges",
  },
  "item-not-recorded": {
    off: ["3. AOB\n\nN/A", ""],
    near: ["N/A", "None"],
    names: "Any other business",
  },
  "decision-unmarked": {
    off: ["DECISION: Two gauges are bought.", "It was agreed to buy two gauges."],
    near: ["DECISION: Two gauges are bought.", "Otto agreed with Lin."],
    names: "buy two gauges",
  },
  "action-unmarked": {
    off: ["Lin asked for", "Otto will send a draft. Lin asked for"],
    near: ["Lin asked for", "The gauges will be read. Lin asked for"],
    names: "Otto Brandvold",
  },
  "action-without-owner": {
    off: ["ACTION: Otto to buy them.", "ACTION: buy them."],
    near: ["ACTION: Otto to buy them.", "ACTION: The co-chairs to buy them."],
    names: "buy them",
  },
  "next-meeting-undated": {
    off: ["Next meeting: 19 May 2022, 13:00 UTC", "Next meeting: a poll will follow"],
    near: ["Next meeting: 19 May 2022, 13:00 UTC", "Next meeting: 19 May, 13:00 UTC"],
    names: "a poll will follow",
  },
  "placeholder-link": {
    off: ["(https://tides.example.org/offers)", "(#)"],
    near: ["(https://tides.example.org/offers)", "(https://tides.example.org/#offers)"],
    names: "two offers",
  },
  "stray-markup": {
    off: ["opened the call.", "opened the call.**"],
    near: ["opened the call.", "opened **the call**."],
    names: "**",
  },
}

describe("the rules", () => {
  test("find nothing in a sound report", () => {
    expect(found(sound)).toEqual([])
  })

  test.each(Object.keys(cases) as RuleName[])(
    "%s: set off, named, and not by a near miss",
    (rule) => {
      const { off, near, names } = cases[rule] ?? { off: ["", ""], near: ["", ""], names: "" }
      for (const change of [off, near]) expect(sound.replaceAll(...change)).not.toBe(sound)
      const wrong = found(sound.replaceAll(...off)).filter((finding) => finding.rule === rule)
      expect(wrong.length).toBeGreaterThan(0)
      expect(describeFinding(wrong[0] ?? fail(), "en")).toContain(names)
      expect(rulesIn(sound.replaceAll(...near))).not.toContain(rule)
    },
  )

  test("every rule but the batch's own has such a pair", () => {
    expect(RULES.filter((rule) => !cases[rule])).toEqual(["same-report"])
  })

  test("say the same in French, with the days written out", () => {
    const [finding] = found(sound.replace("held on 5 May 2022", "held on 1 May 2022"))
    expect(describeFinding(finding ?? fail(), "fr")).toContain(
      "5 mai 2022, le texte le 1er mai 2022",
    )
  })

  test("a report with no list at all has one finding of it, and none of people", () => {
    const bare = sound.slice(0, sound.indexOf("\nParticipants"))
    expect(rulesIn(bare.replace("hosted by Otto Brandvold", "hosted by Farah Mensimah"))).toEqual([
      "no-participants",
    ])
  })
})

function fail(): never {
  throw new Error("Nothing was found")
}
