import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { translatorFor } from "@/lib/platform/i18n"
import type { News } from "../live/news"
import { OthersTold, pause } from "./others-told"
import { changesHead, saidOfOthers } from "./said-of-others"

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const field = {
  ...{ number: "No.", area: "Area", suggests: "Suggests", citation: "Citation", scope: "Scope" },
  ...{ activities: "Activities", synergies: "Synergies", responsible: "Responsible" },
  ...{ status: "Status", confirmed: "Last confirmed" },
}

function listening() {
  const t = translatorFor("en")
  const told: string[] = []
  const others = new OthersTold((news) =>
    told.push(
      saidOfOthers(news, {
        t: ((key: string, values?: never) =>
          t(`mapping.grid.others.${key}` as never, values)) as never,
        words: { field, locale: "en" },
        numberOf: (rowId) => Number(rowId.slice(1)),
      }),
    ),
  )
  return { told, others }
}

const cell = (row: number, name: "status" | "scope" | "area", by = "Samir Koskela"): News => ({
  ...{ kind: "cell", rowId: `r${row}`, field: name, by },
})
const did = (
  row: number,
  deed: "added" | "moved" | "retired" | "returned",
  by = "Samir Koskela",
): News => ({
  ...{ kind: "row", rowId: `r${row}`, deed, by },
})

test("the first change of another is told at once, and names the row", () => {
  const { told, others } = listening()
  others.hear([cell(4, "status")])
  vi.advanceTimersByTime(0)
  expect(told).toEqual(["Samir Koskela changed Status in row 4."])
})

test("what comes during the pause is told when it is over, though nothing else happens", () => {
  const { told, others } = listening()
  others.hear([cell(4, "status")])
  vi.advanceTimersByTime(1)
  others.hear([cell(4, "scope")])
  vi.advanceTimersByTime(7_000)
  others.hear([cell(7, "status"), cell(4, "status")])
  expect(told).toHaveLength(1)
  vi.advanceTimersByTime(pause)
  expect(told.slice(1)).toEqual([
    "Samir Koskela changed Scope and Status in row 4 and Status in row 7.",
  ])
  vi.advanceTimersByTime(10 * pause)
  expect(told).toHaveLength(2)
  others.hear([cell(9, "scope")])
  vi.advanceTimersByTime(0)
  expect(told.at(-1)).toBe("Samir Koskela changed Scope in row 9.")
})

test("each person's doings are told apart: rows that come, move and go, and the areas", () => {
  const { told, others } = listening()
  others.hear([
    ...[did(31, "added"), did(4, "moved"), did(5, "retired", "Ilva Morandini")],
    ...[did(6, "returned", ""), { kind: "areas" as const, by: "Ilva Morandini" }],
  ])
  vi.advanceTimersByTime(0)
  expect(told).toEqual([
    "Samir Koskela added row 31. Samir Koskela moved row 4. Ilva Morandini retired row 5. " +
      "Ilva Morandini changed the areas. Somebody brought back row 6.",
  ])
})

test("a row that goes into another area is told once", () => {
  const { told, others } = listening()
  others.hear([cell(4, "area"), did(4, "moved")])
  vi.advanceTimersByTime(0)
  expect(told).toEqual(["Samir Koskela changed Area in row 4."])
})

test("of a block of many rows the first are named, and how many more there are", () => {
  const { told, others } = listening()
  const rows = Array.from({ length: 8 }, (_, place) => place + 1)
  others.hear([
    ...rows.map((row) => cell(row, "status")),
    ...rows.map((row) => did(row + 20, "added")),
  ])
  vi.advanceTimersByTime(0)
  expect(told).toEqual([
    "Samir Koskela added rows 21, 22, 23, 24, 25, and 3 more. Samir Koskela changed Status in row 1, " +
      "Status in row 2, Status in row 3, Status in row 4, Status in row 5, and cells of 3 more rows.",
  ])
})

test("where too much was missed to be told, that is told", () => {
  const { told, others } = listening()
  others.hear([{ kind: "much" }])
  vi.advanceTimersByTime(0)
  expect(told).toEqual(["Much was changed meanwhile. The table shows it."])
})

test("whoever left is told nothing more", () => {
  const { told, others } = listening()
  others.hear([cell(4, "status")])
  others.stop()
  vi.advanceTimersByTime(10 * pause)
  expect(told).toEqual([])
})

test("a new goal or rule of the mapping is told, and seen above the table", () => {
  const { told, others } = listening()
  const news: News[] = [{ kind: "about", by: "Ilva Morandini" }]
  others.hear(news)
  vi.advanceTimersByTime(0)
  expect(told).toEqual(["Ilva Morandini changed what is said of the mapping above the table."])
  expect([news, [cell(4, "status")], [{ kind: "much" as const }]].map(changesHead)).toEqual([
    ...[true, false, true],
  ])
})
