import { describe, expect, test } from "vitest"
import { type Facts, saveState } from "./live-state"

const at = "2022-03-03T13:37:42.000Z"
const calm: Facts = {
  ...{ opened: true, written: 4, kept: 4, keptAt: at, heard: true, waiting: 0, words: 0 },
  ...{ device: true, refused: null, calling: false, waits: false },
}
const typed: Facts = { ...calm, written: 5, waiting: 300, waits: true }
const is = (facts: Partial<Facts>, from = typed) => saveState({ ...from, ...facts })

describe("the save mark says saved", () => {
  test("when all that was written is committed, with the instant of the commit", () => {
    expect(saveState(calm)).toEqual({ kind: "saved", at })
  })
  test.each<[string, Partial<Facts>]>([
    ["something written since waits", {}],
    ["it has waited for long", { waiting: 60_000, words: 3 }],
    ["nobody is heard", { heard: false }],
    ["the server refused", { refused: "forbidden" }],
    ["no text has come yet", { opened: false }],
  ])("not when %s", (_why, facts) => {
    expect(is(facts).kind).not.toBe("saved")
  })
  test("not while nobody is heard, even when nothing waits", () => {
    expect(is({ heard: false }, calm)).toEqual({
      ...{ kind: "offline", waits: false, words: 0, kept: true, late: false },
    })
  })
})

test("what is on its way is said to be so for eight seconds, and then not to arrive", () => {
  expect(is({ waiting: 8_000 })).toEqual({ kind: "saving" })
  expect(is({ waiting: 8_001, words: 2 })).toEqual({
    ...{ kind: "offline", waits: true, words: 2, kept: true, late: true },
  })
})

test("a device that keeps nothing is not said to keep anything", () => {
  expect(is({ heard: false, words: 7, device: false })).toMatchObject({ words: 7, kept: false })
  expect(is({ refused: "schema", device: false })).toMatchObject({ kept: false, waits: true })
})

test("who is refused hears why, and whether anything is not committed", () => {
  const refused = "signedOut" as const
  expect(is({ refused }, calm)).toMatchObject({ kind: "refused", reason: refused, waits: false })
  expect(is({ refused })).toMatchObject({ kind: "refused", reason: refused, waits: true })
})

test("before a text has come there is nothing to be said of it", () => {
  const opening = { opened: false, written: 1, kept: 0 }
  for (const heard of [true, false])
    expect(is({ ...opening, heard, waits: false })).toEqual({ kind: "opening" })
  expect(is({ ...opening, heard: false, words: 2 })).toMatchObject({ kind: "offline", words: 2 })
})

test("while the portal is called for the first time nothing is said to be offline", () => {
  const called = { heard: false, calling: true, written: 2, kept: 0 }
  expect(is({ ...called, waits: false })).toEqual({ kind: "opening" })
  expect(is({ ...called, waits: true, words: 3 })).toEqual({ kind: "saving" })
})

test("a change without words that waits is not called saved", () => {
  expect(is({ heard: false, words: 0 })).toMatchObject({ kind: "offline", waits: true })
})
