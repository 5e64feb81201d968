import { expect, test } from "vitest"
import type { StaleRow } from "@/lib/consultations/worksheet/model"
import type { ActionResult } from "@/lib/platform/action"
import {
  afterAnswer,
  afterReading,
  decisionOf,
  firstSeen,
  isOther,
  isUnsaved,
  staleRow,
} from "./known-row"

const refused = (data?: unknown) =>
  ({ ok: false, code: "conflict", message: "", data }) satisfies ActionResult
const open = { revision: 1, disposition: null, reason: "", decider: null }
const theirs: StaleRow = {
  ...{ revision: 5, reason: "Seen.", decider: "Noor Brandt" },
  disposition: "noted",
}
const own = { revision: 2, disposition: "accepted", reason: "So be it." } as const
const typed = { disposition: null, reason: "Half a" }
const saved = (data: typeof own) => ({ ok: true, data }) as const

test("the revision of one's own save is known further on, also after a refusal that says none", () => {
  const after = afterAnswer(firstSeen(open), saved(own), null)
  expect(after.known).toEqual(own)
  expect(afterAnswer(after, refused(), typed).known).toEqual(own)
  expect(afterAnswer(after, null, null).known).toEqual(own)
})

test("what a refusal says that somebody else decided is shown, and known from then on", () => {
  const after = afterAnswer(firstSeen(open), refused(theirs), typed)
  expect(after).toMatchObject({ known: theirs, theirs, moved: null })
  const old = { ...open, revision: 7 }
  expect(afterAnswer(firstSeen(old), refused(theirs), typed).known).toEqual(old)
  expect(staleRow(refused({ kept: true }))).toBeNull()
  expect(staleRow(saved(own))).toBeNull()
})

test("one's own save of which no answer came is nobody else's decision", () => {
  const arrived = { ...own, decider: "Samir Koskela" }
  const after = afterAnswer(firstSeen(open), refused(arrived), own)
  expect(after).toMatchObject({ known: arrived, theirs: null, moved: null })
})

test("a row whose comment was edited alone is read anew, and its revision known", () => {
  const edited = { ...open, revision: 2 }
  const after = afterAnswer(firstSeen(open), refused(edited), typed)
  expect(after).toMatchObject({ known: edited, theirs: null, moved: edited })
  expect(afterReading(firstSeen(open), edited, typed)).toMatchObject({ known: edited, drawn: 0 })
})

test("reading the page anew for another row makes nobody's decision known that words stand against", () => {
  const after = afterReading(firstSeen(open), theirs, typed)
  expect(after).toMatchObject({ known: open, theirs, drawn: 0 })
  const asked = afterAnswer(after, refused(theirs), typed)
  expect(asked).toMatchObject({ known: theirs, theirs })
  expect(afterReading(asked, { ...theirs, revision: 6, reason: "No." }, theirs).known).toEqual(
    theirs,
  )
})

test("where nothing was typed the form is drawn as the row stands, also after one's own save", () => {
  const untouched = afterReading(firstSeen(open), theirs, { disposition: null, reason: "" })
  expect(untouched).toMatchObject({ known: theirs, theirs: null, drawn: 1 })
  const after = afterReading(afterAnswer(firstSeen(open), saved(own), null), theirs, own)
  expect(after).toMatchObject({ known: theirs, theirs: null, drawn: 1 })
  expect(afterReading(after, open, typed)).toBe(after)
})

test("a row is another one when its disposition or its reason is", () => {
  const one = { disposition: "noted", reason: "Seen." } as const
  expect(isOther(one, { ...one })).toBe(false)
  expect(isOther(one, { ...one, reason: "Read." })).toBe(true)
  expect(isOther(one, { disposition: null, reason: "Seen." })).toBe(true)
  expect(decisionOf({ disposition: "", reason: "a\r\nb" })).toEqual({
    ...{ disposition: null, reason: "a\nb" },
  })
})

test("whoever leaves is warned of what was typed and not saved, and of nothing else", () => {
  const before = firstSeen(open)
  expect(isUnsaved(before.known, { disposition: null, reason: "" })).toBe(false)
  expect(isUnsaved(before.known, typed)).toBe(true)
  expect(isUnsaved(before.known, null)).toBe(false)
  expect(isUnsaved(afterAnswer(before, saved(own), null).known, own)).toBe(false)
})
