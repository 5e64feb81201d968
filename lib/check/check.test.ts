import { beforeAll, describe, expect, test } from "vitest"
import { readReport } from "@/lib/imports/read/report"
import { checkReport } from "./check"
import { describeFinding } from "./describe"
import { loadSpeller } from "./dictionary"
import { type CheckContext, type Finding, NO_CONTEXT, RULES, type RuleName } from "./model"
import { agendaAndOutcomes } from "./rules/cases/agenda-and-outcomes"
import { type Case, sound } from "./rules/cases/case"
import { numberAndStart } from "./rules/cases/number-and-start"
import { people } from "./rules/cases/people"
import { words } from "./rules/cases/words"

const cases = { ...numberAndStart, ...people, ...agendaAndOutcomes, ...words }
let context: CheckContext = NO_CONTEXT
beforeAll(async () => {
  context = { ...NO_CONTEXT, speller: await loadSpeller() }
})

const found = (text: string, known: Partial<CheckContext> = {}) =>
  checkReport(readReport(text, "tides.txt"), { ...context, ...known })
const rulesIn = (text: string) => [...new Set(found(text).map(({ rule }) => rule))]

/** The report of one side of a case, and what is found in it. */
function arranged({ change, context: known }: Case["off"]) {
  const text = change ? sound.replaceAll(...change) : sound
  expect(change === undefined || text !== sound).toBe(true)
  return { text, findings: found(text, known) }
}

/** The text after somebody pressed the finding's button. */
function replaced(text: string, { place, replacement }: Finding): string {
  return text.slice(0, place.from ?? 0) + replacement + text.slice(place.to ?? 0)
}

describe("the rules", () => {
  test("find nothing in a sound report", () => {
    expect(found(sound)).toEqual([])
  })

  test.each(Object.entries(cases) as [RuleName, Case][])(
    "%s: set off, named, and not by a near miss",
    (rule, { off, near, names, put }) => {
      const { text, findings } = arranged(off)
      const [wrong, ...others] = findings.filter((finding) => finding.rule === rule)
      if (!wrong) throw new Error(`${rule} says nothing`)
      expect(others).toEqual([])
      expect(describeFinding(wrong, "en")).toContain(names)
      expect(describeFinding(wrong, "fr")).not.toBe("")
      expect(wrong.replacement === undefined ? undefined : replaced(text, wrong)).toEqual(
        put === undefined ? undefined : expect.stringContaining(put),
      )
      expect(arranged(near).findings.map((finding) => finding.rule)).not.toContain(rule)
    },
  )

  test("every rule but those of bringing in has such a pair", () => {
    expect(RULES.filter((rule) => !(rule in cases))).toEqual([
      "same-report",
      "cut-short",
      "pages-unread",
    ])
  })

  test("say the same in French, with the days written out", () => {
    const [finding] = found(sound.replace("held on 5 May 2022", "held on 1 May 2022"))
    expect(finding && describeFinding(finding, "fr")).toContain(
      "5 mai 2022, le texte le 1er mai 2022",
    )
  })

  test("a report with no list at all has one finding of it, and none of people", () => {
    const bare = sound.slice(0, sound.indexOf("\nParticipants"))
    expect(rulesIn(bare.replace("hosted by Otto Brandvold", "hosted by Farah Mensimah"))).toEqual([
      "no-participants",
    ])
  })

  test("an action that is only told is first to be marked, and not asked for its day as well", () => {
    const told = sound.replace("Lin asked for", "Otto will send a draft. Lin asked for")
    expect(rulesIn(told)).toEqual(["action-unmarked"])
  })

  test("a word is misspelt for nobody where no dictionary is at hand", () => {
    const slip = sound.replace("opened the call", "openned the call")
    expect(rulesIn(slip)).toEqual(["spelling"])
    expect(checkReport(readReport(slip, "tides.txt"), NO_CONTEXT)).toEqual([])
  })
})
