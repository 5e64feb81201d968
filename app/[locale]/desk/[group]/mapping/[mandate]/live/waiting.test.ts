import { describe, expect, test } from "vitest"
import type { Clash } from "@/lib/mapping/model"
import { joinKept, leftBy, nothing } from "./kept"
import type { Op, PendingCell } from "./ops"
import { Waiting } from "./waiting"

const rowId = "0b6c1a52-0f1d-4b7e-9a51-6a6a2c7d0b01"
const areaId = "0b6c1a52-0f1d-4b7e-9a51-6a6a2c7d0a01"
const at = "2022-03-03T13:37:42.000Z"

const cell = (value: string, base = 3): PendingCell => ({ rowId, field: "suggests", base, value })
const op = (id: string, value: string, base?: number): Op => ({
  ...{ id, kind: "cells" as const, way: "grid" as const, cells: [cell(value, base)] },
})
const clash = (revision: number, value: string): Clash => ({
  ...{ rowId, field: "suggests", revision, value, by: "Samir Koskela", at },
})
const left = (page: string, ...ops: Op[]) => leftBy(page, { ...nothing, ops })
const saved = (revision: number, field: "suggests" | "area" = "suggests") => ({
  ...{ kind: "saved" as const, change: revision, at },
  cells: [{ rowId, field, revision }],
})
const basesOf = ({ kept }: Waiting) =>
  kept.ops.flatMap((one) =>
    one.kind === "cells" ? one.cells.map(({ base, value }) => [value, base]) : [],
  )
const wordsOf = ({ kept }: Waiting) => kept.mine.map(({ value }) => value)

/** The first of the queue, and what the portal says to it. */
const answer = (waiting: Waiting, said: Parameters<Waiting["answered"]>[1]) => {
  const [first] = waiting.kept.ops
  if (first) waiting.answered(first, said)
}

describe("what two closed pages left of one cell", () => {
  test("is sent with what each had seen, so that the later one does not overwrite the first", () => {
    const waiting = new Waiting()
    waiting.adopt(left("one", op("a", "First page")))
    waiting.adopt(left("two", op("b", "Second page")))
    answer(waiting, saved(4))
    expect(basesOf(waiting)).toEqual([["Second page", 3]])
    answer(waiting, { kind: "clash", clashes: [clash(4, "First page")] })
    expect(waiting.kept.ops).toEqual([])
    expect(wordsOf(waiting)).toEqual(["Second page"])
  })

  test("keeps the order within each: what followed there from the first follows here too", () => {
    const waiting = new Waiting()
    waiting.adopt(left("one", op("a", "One"), op("b", "One, longer")))
    waiting.adopt(left("two", op("c", "Two")))
    answer(waiting, saved(4))
    expect(basesOf(waiting)).toEqual([
      ["One, longer", 4],
      ["Two", 3],
    ])
  })

  test("both wait for a choice where somebody else was first, and neither takes the other's place", () => {
    const waiting = new Waiting()
    waiting.adopt(left("one", op("a", "One"), op("b", "One, longer")))
    waiting.adopt(left("two", op("c", "Two")))
    answer(waiting, { kind: "clash", clashes: [clash(4, "Theirs")] })
    expect(basesOf(waiting)).toEqual([["Two", 3]])
    answer(waiting, { kind: "clash", clashes: [clash(4, "Theirs")] })
    expect(wordsOf(waiting)).toEqual(["One, longer", "Two"])
    const [one, two] = waiting.kept.mine
    waiting.settle(one?.id ?? "")
    expect(waiting.kept.mine).toEqual([two])
  })

  test("of its place too", () => {
    const move = (id: string, after: string | null): Op => ({
      ...{ id, kind: "move" as const, rowId, areaId, after, base: 3 },
    })
    const waiting = new Waiting()
    waiting.adopt(left("one", move("a", null)))
    waiting.adopt(left("two", move("b", null), move("c", null)))
    answer(waiting, saved(4, "area"))
    expect(waiting.kept.ops).toMatchObject([{ base: 3 }, { base: 3 }])
    answer(waiting, saved(5, "area"))
    expect(waiting.kept.ops).toMatchObject([{ base: 5 }])
  })
})

describe("what is written here over what a closed page left", () => {
  test("has seen it, and follows from it", () => {
    const waiting = new Waiting()
    waiting.adopt(left("one", op("a", "Left")))
    waiting.goes()
    waiting.save("b", [cell("Left, and longer")], "grid")
    answer(waiting, saved(4))
    expect(basesOf(waiting)).toEqual([["Left, and longer", 4]])
  })

  test("changes the wording that is shown, and leaves the other to be chosen about", () => {
    const waiting = new Waiting()
    const mine = (id: string, value: string) => ({ ...cell(value), id, clash: clash(4, "Theirs") })
    waiting.adopt({ ...nothing, mine: [mine("x", "One"), mine("y", "Two")] })
    waiting.save("b", [cell("Two, longer")], "grid")
    expect(wordsOf(waiting)).toEqual(["One", "Two, longer"])
    waiting.settle("x")
    waiting.save("c", [cell("One", 4)], "grid", { isChosen: true })
    expect(basesOf(waiting)).toEqual([["One", 4]])
    expect(wordsOf(waiting)).toEqual(["Two, longer"])
  })
})

describe("what is written after it was sent and no answer came", () => {
  test("is sent after it, for the portal may hold it already", () => {
    const waiting = new Waiting()
    waiting.save("a", [cell("One")], "grid")
    waiting.goes()
    waiting.isOnItsWay = false
    waiting.save("b", [cell("Two")], "grid")
    waiting.save("c", [cell("Three")], "grid")
    expect(basesOf(waiting)).toEqual([
      ["One", 3],
      ["Three", 3],
    ])
    // The first came through after all: sent again, it is what stands.
    answer(waiting, saved(4))
    expect(basesOf(waiting)).toEqual([["Three", 4]])
  })

  test("also where the page that sent it was closed since", () => {
    const waiting = new Waiting()
    waiting.adopt(left("one", op("a", "Left")))
    waiting.save("b", [cell("Left, and longer")], "grid")
    expect(basesOf(waiting)).toEqual([
      ["Left", 3],
      ["Left, and longer", 3],
    ])
  })
})

describe("what was being written on a page that went", () => {
  const draft = { ...cell("Half a sen"), id: "d" }

  test("is offered to the next one, which goes on with it until it is handed over", () => {
    const waiting = new Waiting()
    waiting.adopt(leftBy("one", { ...nothing, drafts: [draft] }))
    waiting.adopt(leftBy("one", { ...nothing, drafts: [draft] }))
    expect(waiting.unfinished).toEqual([draft])
    waiting.draft(draft)
    expect(waiting.unfinished).toEqual([])
    waiting.draft({ ...draft, value: "Half a sentence" })
    expect(waiting.kept.drafts).toMatchObject([{ value: "Half a sentence" }])
    waiting.undraft("d")
    expect(waiting.kept).toEqual(nothing)
  })

  test("was nothing where it was kept before such things were", () => {
    const { drafts: _, ...older } = nothing
    expect(leftBy("one", older)).toEqual(nothing)
  })
})

describe("joining what two pages kept", () => {
  const mine = (id: string, value: string) => ({ ...cell(value), id, clash: clash(4, "Theirs") })

  test("keeps two wordings of one cell, each under its own id, and the same wording once", () => {
    const joined = joinKept(
      { ...nothing, mine: [mine("x", "One")] },
      { ...nothing, mine: [mine("y", "One"), mine("x", "Two")] },
    )
    expect(joined.mine.map(({ value }) => value)).toEqual(["One", "Two"])
    expect(new Set(joined.mine.map(({ id }) => id)).size).toBe(2)
  })

  test("what was kept before wordings had ids gets some", () => {
    const { id: _, ...older } = mine("", "One")
    const [one] = leftBy("page", { ...nothing, mine: [older] }).mine
    expect(one).toMatchObject({ value: "One", id: expect.stringMatching(/.{36}/) })
  })

  test("keeps each thing to be sent once, and remembers of which page it first was", () => {
    const once = left("one", op("a", "One"))
    const { ops } = joinKept(left("two", ...once.ops, op("b", "Two")), once)
    expect(ops).toMatchObject([
      { id: "a", cells: [{ page: "one" }] },
      { id: "b", cells: [{ page: "two" }] },
    ])
  })
})
