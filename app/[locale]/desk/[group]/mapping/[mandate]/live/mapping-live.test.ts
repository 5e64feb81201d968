import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest"
import type { CellField, Row } from "@/lib/mapping/model"
import type { Heard, Line, Sent } from "./line"
import { MappingLive } from "./mapping-live"
import { emptyRow, type Op } from "./ops"

const areaId = "0b6c1a52-0f1d-4b7e-9a51-6a6a2c7d0a01"
const other = "0b6c1a52-0f1d-4b7e-9a51-6a6a2c7d0a02"
const row = "0b6c1a52-0f1d-4b7e-9a51-6a6a2c7d0b01"
const at = "2022-03-03T13:37:42.000Z"
const me = { id: "me", name: "Ilva Morandini" }
const samir = { id: "samir", name: "Samir Koskela" }

const area = (id: string, position: number) => ({
  ...{ id, position, slug: `area-${position}`, title: `Area ${position}`, aliases: [] },
  ...{ crossCutting: false, revision: 1 },
})
const first: Row = { ...emptyRow(row, areaId, 1), number: 1 }
const suggests = (words: string): Row => ({ ...first, cells: { ...first.cells, suggests: words } })

/** A portal that answers as it is told, one answer for each thing that is sent. */
function scripted(rows: Row[] = [suggests("Old")]) {
  const sent: Op[] = []
  const waiting: ((answer: Sent) => void)[] = []
  let isDown = false
  let hear: (what: Heard) => void = () => {}
  const line: Line = {
    send: (_href, op) => {
      sent.push(op)
      return new Promise((resolve) => waiting.push(resolve))
    },
    listen: (_href, _since, heard) => {
      hear = heard
      return () => {}
    },
    stand: () => {},
    answers: async () => !isDown,
  }
  const store = new MappingLive(
    {
      ...{ mapping: { id: "m", change: 0 }, me },
      table: { areas: [area(areaId, 1), area(other, 2)], rows, people: [] },
    },
    {
      line,
      say: ({ what, cells }) => `${what} ${cells}`,
      takenBack: "back",
      refusal: (key) => key,
    },
  )
  const stop = store.start("/desk/g/mapping/m")
  onTestFinished(stop)
  hear({ kind: "up", at })
  const answer = async (given: Sent) => {
    waiting.shift()?.(given)
    await new Promise((resolve) => setImmediate(resolve))
  }
  const saved = (revision: number, field: CellField = "suggests") =>
    answer({ kind: "saved", change: revision, at, cells: [{ rowId: row, field, revision }] })
  const theirs = (revision: number, after: string) =>
    hear({
      ...{ kind: "changes", rows: [], areas: null, people: null },
      changes: [
        {
          ...{ change: revision, rowId: row, areaId: null, field: "suggests", revision },
          ...{ after, author: samir, way: "grid", at },
        },
      ],
    })
  const cell = () => store.table().rows.find(({ id }) => id === row)?.cells.suggests
  const write = (value: string, base?: number) =>
    store.save([{ rowId: row, field: "suggests", value, ...(base !== undefined && { base }) }])
  const goDown = (is: boolean) => {
    isDown = is
  }
  return {
    ...{ store, sent, answer, saved, theirs, cell, write, goDown },
    hear: (what: Heard) => hear(what),
  }
}

const basesOf = (op: Op | undefined) =>
  op?.kind === "cells" ? op.cells.map(({ base, value }) => ({ base, value })) : []

test("why others' changes are only asked for is said until they come by themselves", () => {
  const { store, hear } = scripted()
  expect(store.full()).toBeNull()
  hear({ kind: "full", message: "Close some pages" })
  hear({ kind: "up", at, asked: true })
  expect(store.full()).toBe("Close some pages")
  hear({ kind: "up", at })
  expect(store.full()).toBeNull()
})

beforeEach(() => {
  vi.stubGlobal("window", { addEventListener: () => {}, removeEventListener: () => {} })
})
afterEach(() => {
  vi.unstubAllGlobals()
})

describe("what is written here", () => {
  test("is shown at once, sent with what was seen, and called saved only then", async () => {
    const { store, sent, saved, cell, write } = scripted()
    expect(store.state().kind).toBe("saved")
    write("New")
    expect(cell()).toBe("New")
    expect(store.state().kind).toBe("saving")
    expect(basesOf(sent[0])).toEqual([{ base: 0, value: "New" }])
    await saved(1)
    expect(store.state()).toEqual({ kind: "saved", at })
    expect(cell()).toBe("New")
  })

  test("and decides a scope is said to be decided by whoever did, without the page being loaded again", async () => {
    const { store, saved } = scripted()
    store.save([{ rowId: row, field: "scope", value: { scope: "in", reason: "It fits" } }])
    await saved(1, "scope")
    expect(store.table().rows[0]?.scopeDecided).toEqual({ by: me.name, at })
  })

  test("on top of own words that are still on their way counts as seen", async () => {
    const { sent, saved, write, cell } = scripted()
    write("One", 0)
    write("Two", 0)
    write("Three", 0)
    expect(sent).toHaveLength(1)
    await saved(1)
    expect(sent.map(basesOf)).toEqual([[{ base: 0, value: "One" }], [{ base: 1, value: "Three" }]])
    await saved(2)
    // The editor was opened before the first answer had come.
    write("Four", 0)
    expect(basesOf(sent[2])).toEqual([{ base: 2, value: "Four" }])
    expect(cell()).toBe("Four")
  })

  test("while another's words came is sent with what was seen when it was begun", async () => {
    const { sent, theirs, write } = scripted()
    theirs(1, "Theirs")
    write("Mine", 0)
    expect(basesOf(sent[0])).toEqual([{ base: 0, value: "Mine" }])
  })

  test("and cannot be stored is refused whole, with its words", () => {
    const { store, sent } = scripted()
    store.save([
      { rowId: row, field: "suggests", value: "Kept" },
      { rowId: row, field: "scope", value: { scope: "out", reason: "" } },
    ])
    expect(sent).toEqual([])
    expect(store.refused()).toMatchObject([
      { field: "suggests", mine: "Kept", message: "mapping.scopeReason" },
      { field: "scope", message: "mapping.scopeReason" },
    ])
    expect(store.state()).toMatchObject({ kind: "unsettled", cells: 2 })
    for (const { id } of store.refused()) store.discard(id)
    expect(store.state().kind).toBe("saved")
  })
})

describe("of two who change one cell", () => {
  const clash = {
    ...{ rowId: row, field: "suggests" as const, revision: 1, value: "Theirs" },
    ...{ by: samir.name, at },
  }

  async function clashing() {
    const all = scripted()
    all.write("Mine")
    all.write("Mine, longer")
    await all.answer({ kind: "clash", clashes: [clash] })
    return all
  }

  test("the later one keeps their newest words and sees both", async () => {
    const { store, sent, cell } = await clashing()
    expect(cell()).toBe("Mine, longer")
    expect(store.clashes()).toEqual([
      { ...clash, mine: "Mine, longer", id: expect.any(String), save: expect.any(String) },
    ])
    expect(store.state()).toMatchObject({ kind: "unsettled", cells: 1 })
    expect(sent).toHaveLength(1)
  })

  test.each([
    ["mine", [{ base: 1, value: "Mine, longer" }], "Mine, longer"],
    ["both", [{ base: 1, value: "Theirs\n\nMine, longer" }], "Theirs\n\nMine, longer"],
    ["theirs", undefined, "Theirs"],
  ] as const)("and chooses %s", async (choice, bases, shown) => {
    const { store, sent, cell } = await clashing()
    store.settle(store.clashes()[0]?.id ?? "", choice)
    expect(cell()).toBe(shown)
    expect(sent[1] && basesOf(sent[1])).toEqual(bases)
    expect(store.clashes()).toEqual([])
  })

  test("a third one's words take the place of what is chosen between", async () => {
    const { store, sent, theirs } = await clashing()
    theirs(2, "Third")
    expect(store.clashes()).toMatchObject([{ value: "Third", revision: 2 }])
    store.settle(store.clashes()[0]?.id ?? "", "both")
    expect(basesOf(sent[1])).toEqual([{ base: 2, value: "Third\n\nMine, longer" }])
  })

  test("the other cells of the same save are saved", async () => {
    const { store, sent, answer } = scripted()
    store.save([
      { rowId: row, field: "suggests", value: "Mine" },
      { rowId: row, field: "status", value: "done" },
    ])
    await answer({ kind: "clash", clashes: [clash] })
    expect(basesOf(sent[1])).toEqual([{ base: 0, value: "done" }])
  })
})

describe("what is moved by cut and paste", () => {
  const two = "0b6c1a52-0f1d-4b7e-9a51-6a6a2c7d0b02"
  const clash = {
    ...{ rowId: two, field: "suggests" as const, revision: 1, value: "Theirs" },
    ...{ by: samir.name, at },
  }
  const moving = {
    cells: [
      { rowId: two, field: "suggests" as const, value: "Moved", base: 0 },
      {
        ...{ rowId: row, field: "suggests" as const, value: "", base: 0 },
        movedTo: [`${two} suggests`],
      },
    ],
    added: [],
  }
  const moved = () => {
    const scene = scripted([suggests("Moved"), { ...emptyRow(two, areaId, 2), number: 2 }])
    scene.store.paste(moving)
    const savedBoth = (revision: number) =>
      scene.answer({
        ...{ kind: "saved", change: 5, at },
        cells: [row, two].map((rowId) => ({ rowId, field: "suggests" as const, revision })),
      })
    return { ...scene, savedBoth }
  }
  const words = ({ store }: Pick<ReturnType<typeof moved>, "store">) =>
    store.table().rows.map(({ cells }) => cells.suggests)
  const clashing = async () => {
    const scene = moved()
    await scene.answer({ kind: "clash", clashes: [clash] })
    return scene
  }

  test("stays where it was until it is known that it arrived", async () => {
    const scene = await clashing()
    expect(scene.sent).toHaveLength(1)
    expect(words(scene)).toEqual(["Moved", "Moved"])
    expect(scene.store.clashes()).toMatchObject([{ rowId: two, mine: "Moved", value: "Theirs" }])
  })

  test("and for good where the other's words are taken", async () => {
    const scene = await clashing()
    scene.store.settle(scene.store.clashes()[0]?.id ?? "", "theirs")
    expect(words(scene)).toEqual(["Moved", "Theirs"])
    expect(scene.sent).toHaveLength(1)
    expect(scene.store.state().kind).toBe("saved")
    expect(scene.store.undo()).toBeNull()
  })

  test.each([
    ["mine", "Moved"],
    ["both", "Theirs\n\nMoved"],
  ] as const)("leaves it where %s is chosen, in one save and one step", async (choice, stands) => {
    const scene = await clashing()
    const { store, sent, savedBoth } = scene
    store.settle(store.clashes()[0]?.id ?? "", choice)
    expect(words(scene)).toEqual(["", stands])
    expect(basesOf(sent[1])).toEqual([
      { base: 1, value: stands },
      { base: 0, value: "" },
    ])
    await savedBoth(2)
    expect(store.undo()?.words).toBe("undone 2")
    expect(words(scene)).toEqual(["Moved", "Theirs"])
  })

  test("is taken back while it waits for a choice, and nothing that was done before it", async () => {
    const scene = scripted([suggests("Moved"), { ...emptyRow(two, areaId, 2), number: 2 }])
    const { store, sent, answer } = scene
    store.save([{ rowId: row, field: "status", value: "done" }])
    await scene.saved(1, "status")
    store.paste(moving)
    await answer({ kind: "clash", clashes: [clash] })
    expect(store.undo()?.words).toBe("undone 1")
    expect([words(scene), store.clashes()]).toEqual([["Moved", "Theirs"], []])
    expect(store.table().rows[0]?.cells.status).toBe("done")
    expect(store.redo()?.words).toBe("redone 2")
    expect(words(scene)).toEqual(["", "Moved"])
    expect(basesOf(sent.at(-1)).map(({ base }) => base)).toEqual([1, 0])
  })

  test("what somebody wrote there meanwhile stays", async () => {
    const scene = await clashing()
    scene.theirs(3, "Theirs too")
    scene.store.settle(scene.store.clashes()[0]?.id ?? "", "mine")
    expect(words(scene)).toEqual(["Theirs too", "Moved"])
    expect(basesOf(scene.sent[1])).toEqual([{ base: 1, value: "Moved" }])
  })

  test("stays where it was, too, when it is refused, and goes when that is tried again", async () => {
    const scene = moved()
    const { store, sent, answer } = scene
    await answer({ kind: "refused", message: "Not now" })
    expect(words(scene)).toEqual(["Moved", ""])
    expect(store.refused()).toMatchObject([{ rowId: two, mine: "Moved" }])
    store.again(store.refused()[0]?.id ?? "")
    expect(basesOf(sent[1])).toEqual([
      { base: 0, value: "Moved" },
      { base: 0, value: "" },
    ])
  })

  test("over words that wait for a choice waits with them", async () => {
    const three = "0b6c1a52-0f1d-4b7e-9a51-6a6a2c7d0b03"
    const source = { ...emptyRow(three, areaId, 3), number: 3 }
    const scene = scripted([
      ...[suggests("Old"), { ...emptyRow(two, areaId, 2), number: 2 }],
      { ...source, cells: { ...source.cells, suggests: "Moved" } },
    ])
    const { store, sent, answer } = scene
    store.save([{ rowId: two, field: "suggests", value: "Mine" }])
    await answer({ kind: "clash", clashes: [clash] })
    store.paste({
      cells: [
        { rowId: two, field: "suggests", value: "Moved" },
        { rowId: three, field: "suggests", value: "", movedTo: [`${two} suggests`] },
      ],
      added: [],
    })
    expect(sent).toHaveLength(1)
    const shown = () => store.table().rows.map(({ cells }) => cells.suggests)
    expect(shown()).toEqual(["Old", "Moved", "Moved"])
    store.settle(store.clashes()[0]?.id ?? "", "mine")
    expect(basesOf(sent[1]).map(({ value }) => value)).toEqual(["Moved", ""])
  })

  test("in many parts waits wherever its cell stands in the queue", async () => {
    const from = Array.from({ length: 1_500 }, (_, at) => `from-${at}`)
    const rows = [...from, ...from.map((id) => id.replace("from", "to"))].map((id, at) => {
      const empty = { ...emptyRow(id, areaId, at), number: at + 1 }
      return at < 1_500 ? { ...empty, cells: { ...empty.cells, suggests: id } } : empty
    })
    const { store, sent, answer } = scripted(rows)
    const field = "suggests" as const
    store.paste({
      cells: [
        ...from.map((id) => ({ rowId: id.replace("from", "to"), field, value: id })),
        ...from.map((id) => ({
          ...{ rowId: id, field, value: "", movedTo: [`${id.replace("from", "to")} ${field}`] },
        })),
      ],
      added: [],
    })
    // Its cell is emptied in the second part.
    await answer({ kind: "clash", clashes: [{ ...clash, rowId: "to-1499" }] })
    const shown = () => store.table().rows.find(({ id }) => id === "from-1499")?.cells.suggests
    expect(shown()).toBe("from-1499")
    for (const part of [1, 2]) await answer({ kind: "saved", change: part, at, cells: [] })
    expect(sent.map((op) => basesOf(op).length)).toEqual([2_000, 1_999, 999])
    store.settle(store.clashes()[0]?.id ?? "", "mine")
    expect(basesOf(sent[3])).toHaveLength(2)
    expect(shown()).toBe("")
  })

  test("into a new row leaves it there where it cannot go back", async () => {
    const added = crypto.randomUUID()
    const { store, sent, answer, theirs } = scripted([suggests("Moved")])
    store.paste({
      cells: [
        { rowId: added, field: "suggests", value: "Moved" },
        { rowId: row, field: "suggests", value: "", movedTo: [`${added} suggests`] },
      ],
      added: [{ rowId: added, areaId: other }],
    })
    const saved = [added, row].map((rowId) => ({
      ...{ rowId, field: "suggests" as const, revision: 1 },
    }))
    const rows = [{ ...emptyRow(added, other, 1), number: 2 }]
    await answer({ kind: "saved", change: 1, at, rows, cells: saved })
    theirs(2, "Theirs")
    expect(store.undo()).toBeNull()
    expect(sent).toHaveLength(1)
    expect(store.table().rows.map(({ retired }) => retired)).toEqual([null, null])
  })

  test("is not taken from where it is while it cannot go back, nor emptied again without arriving", async () => {
    const scene = moved()
    const { store, savedBoth, theirs } = scene
    await savedBoth(1)
    theirs(2, "Theirs")
    expect(store.undo()).toBeNull()
    expect(words(scene)).toEqual(["Theirs", "Moved"])
    const other = moved()
    await other.savedBoth(1)
    other.store.undo()
    await other.savedBoth(2)
    other.hear({
      ...{ kind: "changes", rows: [], areas: null, people: null },
      changes: [
        {
          ...{ change: 9, rowId: two, areaId: null, field: "suggests", revision: 3 },
          ...{ after: "Theirs", author: samir, way: "grid", at },
        },
      ],
    })
    expect(other.store.redo()).toBeNull()
    expect(words(other)).toEqual(["Moved", "Theirs"])
  })
})

describe("a block that is moved over a part of itself", () => {
  const ids = ["one", "two", "three", "four"]
  const field = "suggests" as const
  const clash = { rowId: "four", field, revision: 1, value: "Theirs", by: samir.name, at }
  /** Three rows go one row down, over what stands in the fourth. */
  const shifted = () => {
    const scene = scripted(
      ids.map((id, place) => {
        const empty = { ...emptyRow(id, areaId, place), number: place + 1 }
        return { ...empty, cells: { ...empty.cells, suggests: place < 3 ? `Of ${id}` : "" } }
      }),
    )
    const cells = ids.map((id, place) => ({
      ...{ rowId: id, field, base: 0, value: place > 0 ? `Of ${ids[place - 1]}` : "" },
      ...(place < 3 && { movedTo: [`${ids[place + 1]} suggests`] }),
    }))
    scene.store.paste({ cells: [...cells.slice(1), ...cells.slice(0, 1)], added: [] })
    const shown = () => scene.store.table().rows.map(({ cells }) => cells.suggests)
    return { ...scene, shown }
  }
  const before = ["Of one", "Of two", "Of three"]

  test("waits whole for the cell that somebody else changed, and stays for good with theirs", async () => {
    const { store, sent, answer, shown } = shifted()
    await answer({ kind: "clash", clashes: [clash] })
    expect(sent).toHaveLength(1)
    expect(shown()).toEqual([...before, "Of three"])
    store.settle(store.clashes()[0]?.id ?? "", "theirs")
    expect(shown()).toEqual([...before, "Theirs"])
    expect(sent).toHaveLength(1)
  })

  test("moves whole where mine is chosen, but no further than where somebody wrote since", async () => {
    const moved = shifted()
    await moved.answer({ kind: "clash", clashes: [clash] })
    moved.store.settle(moved.store.clashes()[0]?.id ?? "", "mine")
    expect(moved.shown()).toEqual(["", ...before])
    expect(basesOf(moved.sent[1])).toHaveLength(4)
    const kept = shifted()
    await kept.answer({ kind: "clash", clashes: [clash] })
    kept.hear({
      ...{ kind: "changes", rows: [], areas: null, people: null },
      changes: [
        {
          ...{ change: 9, rowId: "two", areaId: null, field, revision: 3 },
          ...{ after: "Anew", author: samir, way: "grid", at },
        },
      ],
    })
    kept.store.settle(kept.store.clashes()[0]?.id ?? "", "mine")
    expect(kept.shown()).toEqual(["Of one", "Anew", "Of two", "Of three"])
  })

  test("is refused whole with its last row, and no word is gone where that is discarded", async () => {
    const { store, sent, answer, shown } = shifted()
    const against = [{ rowId: "four", field, message: "It was retired" }]
    await answer({ kind: "refused", message: "Not all", against })
    expect(sent).toHaveLength(1)
    expect(store.refused()).toMatchObject([{ rowId: "four", mine: "Of three" }])
    store.discard(store.refused()[0]?.id ?? "")
    expect(shown()).toEqual([...before, ""])
  })

  test("is not taken back while its first words cannot go back to where they were", async () => {
    const { store, sent, answer, hear, shown } = shifted()
    const cells = ids.map((rowId) => ({ rowId, field, revision: 1 }))
    await answer({ kind: "saved", change: 1, at, cells })
    hear({
      ...{ kind: "changes", rows: [], areas: null, people: null },
      changes: [
        {
          ...{ change: 2, rowId: "one", areaId: null, field, revision: 2 },
          ...{ after: "Anew", author: samir, way: "grid", at },
        },
      ],
    })
    expect(store.undo()).toBeNull()
    expect(shown()).toEqual(["Anew", ...before])
    expect(sent).toHaveLength(1)
  })

  test("and a swap of two cells waits as one", async () => {
    const { store, answer, sent } = scripted(
      ids.slice(0, 2).map((id, place) => {
        const empty = { ...emptyRow(id, areaId, place), number: place + 1 }
        return { ...empty, cells: { ...empty.cells, suggests: `Of ${id}` } }
      }),
    )
    const swap = (rowId: string, other: string) => ({
      ...{ rowId, field, base: 0, value: `Of ${other}`, movedTo: [`${other} suggests`] },
    })
    store.paste({ cells: [swap("one", "two"), swap("two", "one")], added: [] })
    await answer({ kind: "refused", message: "Not now" })
    expect(store.refused()).toHaveLength(1)
    store.again(store.refused()[0]?.id ?? "")
    expect(basesOf(sent[1]).map(({ value }) => value)).toEqual(["Of two", "Of one"])
  })
})

describe("what others do", () => {
  test("is shown, told as new, and never takes a newer word's place when it comes late", async () => {
    const { store, theirs, cell, write, saved } = scripted()
    theirs(1, "Theirs")
    expect(cell()).toBe("Theirs")
    expect(store.recent()).toMatchObject([{ rowId: row, field: "suggests", by: samir.name }])
    write("Mine")
    await saved(2)
    theirs(1, "Theirs")
    expect(cell()).toBe("Mine")
  })

  test("is news, rows and areas too, but nothing that was done by the same person elsewhere", () => {
    const { store, theirs, hear } = scripted()
    const news: unknown[] = []
    onTestFinished(store.others((heard) => news.push(...heard)))
    theirs(1, "Theirs")
    const by = samir.name
    const change = { rowId: null, areaId: null, revision: 0, after: null, way: "grid" as const, at }
    const told = { kind: "changes" as const, areas: null, people: null }
    hear({
      ...told,
      rows: [{ ...first, retired: { at, by, reason: "No more" } }],
      changes: [
        { ...change, change: 2, rowId: row, field: "retired", author: samir },
        { ...change, change: 3, areaId, field: "moved", author: samir },
        { ...change, change: 4, rowId: row, field: "moved", author: me },
        {
          ...change,
          change: 5,
          rowId: row,
          field: "status",
          after: "done",
          revision: 1,
          author: me,
        },
      ],
    })
    hear({ kind: "table", change: 900, table: store.table() })
    expect(news).toEqual([
      { kind: "cell", rowId: row, field: "suggests", by },
      { kind: "row", rowId: row, deed: "retired", by },
      { kind: "areas", by },
      { kind: "much" },
    ])
  })

  test("leaves the table the same object when only somebody moves about", () => {
    const { store, hear } = scripted()
    const before = store.table()
    hear({ kind: "here", people: [{ personId: "samir", name: "S", rowId: row, field: "status" }] })
    expect(store.table()).toBe(before)
    expect(store.here()).toMatchObject([{ personId: "samir", field: "status" }])
    expect(store.here()).toBe(store.here())
  })
})

describe("taking back", () => {
  test("puts the words of before into the cell, and doing it again those of after", async () => {
    const { store, write, cell } = scripted()
    write("New")
    const where = { rowId: row, field: "suggests" }
    expect(store.undo()).toEqual({ words: "undone 1", where })
    expect(cell()).toBe("Old")
    expect(store.redo()).toEqual({ words: "redone 1", where })
    expect(cell()).toBe("New")
    expect(store.redo()).toBeNull()
  })

  test("works where the portal keeps another name for a mention, which is shown at once", async () => {
    const { store, answer, saved } = scripted()
    const says = (label: string) => [
      {
        type: "paragraph",
        content: [{ type: "mention", attrs: { personId: other, label } }],
      },
    ]
    const shown = () => JSON.stringify(store.table().rows[0]?.cells.synergies)
    store.save([{ rowId: row, field: "synergies", value: says("The Chair") }])
    const cell = { rowId: row, field: "synergies" as const, revision: 1 }
    await answer({ ...{ kind: "saved", change: 1, at }, cells: [{ ...cell, value: says("Ana") }] })
    expect(shown()).toContain("Ana")
    expect(store.undo()?.words).toBe("undone 1")
    expect(shown()).toBe("[]")
    await saved(2, "synergies")
    store.redo()
    expect(shown()).toContain("Ana")
  })

  test("leaves alone what somebody else changed since", async () => {
    const { store, write, cell, saved, theirs } = scripted()
    write("New")
    await saved(1)
    theirs(2, "Theirs")
    expect(store.undo()).toBeNull()
    expect(cell()).toBe("Theirs")
  })

  test("leaves alone a new row into which somebody else wrote since", () => {
    const { store, hear } = scripted()
    const id = store.addRow({ areaId })
    const change = { rowId: id, areaId: null, author: samir, way: "grid" as const, at }
    hear({
      ...{ kind: "changes", areas: null, people: null },
      rows: [{ ...emptyRow(id, areaId, 2), number: 2 }],
      changes: [
        { ...change, change: 1, field: "added", revision: 0, after: {} },
        { ...change, change: 2, field: "suggests", revision: 1, after: "Theirs" },
      ],
    })
    expect(store.undo()).toBeNull()
    expect(store.table().rows.find((one) => one.id === id)?.retired).toBeNull()
  })

  test("leaves alone a row that somebody else put into another area since", async () => {
    const { store, answer, hear, sent } = scripted()
    store.moveRow(row, { areaId: other, after: null })
    await answer({ kind: "saved", change: 1, at })
    const change = { rowId: row, areaId: null, author: samir, way: "grid" as const, at }
    hear({
      ...{ kind: "changes", areas: null, people: null },
      rows: [{ ...first, revisions: { area: 2 } }],
      changes: [{ ...change, change: 2, field: "area", revision: 2, after: areaId }],
    })
    expect(store.undo()).toBeNull()
    expect(sent).toHaveLength(1)
  })

  test("of a new row retires it, and of a move puts it back", () => {
    const { store, sent } = scripted()
    const id = store.addRow({ areaId: other })
    expect(store.table().rows.map((one) => one.id)).toEqual([row, id])
    store.undo()
    expect(store.table().rows.find((one) => one.id === id)?.retired).toMatchObject({
      reason: "back",
    })
    store.moveRow(row, { areaId: other, after: null })
    expect(store.table().rows[0]?.id).toBe(row)
    store.undo()
    expect(store.table().rows.find((one) => one.id === row)?.cells.area).toBe(areaId)
    expect(sent.map(({ kind }) => kind)).toEqual(["add"])
  })

  const block = (added: string) => ({
    cells: [
      { rowId: row, field: "suggests" as const, value: "Pasted" },
      { rowId: added, field: "suggests" as const, value: "Pasted below" },
    ],
    added: [{ rowId: added, areaId: other }],
  })
  const standing = ({ store }: Pick<ReturnType<typeof scripted>, "store">) =>
    store.table().rows.flatMap(({ cells, retired }) => (retired ? [] : cells.suggests))

  test("of a pasted block takes its cells and the rows that were added for it back in one step", () => {
    const scene = scripted()
    const added = crypto.randomUUID()
    scene.store.paste(block(added))
    expect(standing(scene)).toEqual(["Pasted", "Pasted below"])
    const where = { rowId: row, field: "suggests" }
    expect(scene.store.undo()?.where).toEqual(where)
    expect(standing(scene)).toEqual(["Old"])
    expect(scene.store.undo()).toBeNull()
    expect(scene.store.redo()?.where).toEqual(where)
    expect(standing(scene)).toEqual(["Pasted", "Pasted below"])
  })

  test("of a long pasted block is one thing to send, and so is doing it again", async () => {
    const { store, sent, answer } = scripted()
    const rowIds = Array.from({ length: 30 }, () => crypto.randomUUID())
    const cells = rowIds.map((rowId) => ({ rowId, field: "suggests" as const, value: "Pasted" }))
    store.paste({ cells, added: rowIds.map((rowId) => ({ rowId, areaId: other })) })
    const before = 1
    expect(sent).toHaveLength(before)
    const rows = rowIds.map((id, place) => ({ ...emptyRow(id, other, place), number: place + 2 }))
    const saved = cells.map(({ rowId, field }) => ({ rowId, field, revision: 1 }))
    await answer({ kind: "saved", change: 60, at, cells: saved, rows })
    expect(store.table().rows.map(({ number }) => number)).not.toContain(0)
    const where = { rowId: rowIds[0], field: null }
    expect(store.undo()).toEqual({ words: "undone 0", where })
    await answer({ kind: "saved", change: 100, at })
    expect(store.redo()).toEqual({ words: "redone 0", where })
    await answer({ kind: "saved", change: 200, at })
    expect(sent.slice(before)).toMatchObject([
      { kind: "retireAll", rowIds, reason: "back", since: 0 },
      { kind: "returnAll", rowIds },
    ])
    expect(store.state().kind).toBe("saved")
    expect(standing({ store })).toHaveLength(31)
  })

  /** Two rows that were pasted and saved. */
  const pasted = async () => {
    const scene = scripted()
    const rowIds = [crypto.randomUUID(), crypto.randomUUID()]
    const cells = rowIds.map((rowId) => ({ rowId, field: "suggests" as const, value: "Pasted" }))
    scene.store.paste({ cells, added: rowIds.map((rowId) => ({ rowId, areaId: other })) })
    const rows = rowIds.map((id, place) => ({ ...emptyRow(id, other, place), number: place + 2 }))
    const saved = cells.map(({ rowId, field }) => ({ rowId, field, revision: 1 }))
    await scene.answer({ kind: "saved", change: 4, at, cells: saved, rows })
    return { ...scene, rowIds }
  }

  test("of a pasted block whose rows are refused keeps each of its words", async () => {
    const { store, answer } = scripted()
    const [added = "", blank = ""] = [crypto.randomUUID(), crypto.randomUUID()]
    store.paste({
      cells: [
        { rowId: row, field: "suggests", value: "Pasted" },
        { rowId: added, field: "suggests", value: "Pasted below" },
      ],
      added: [added, blank].map((rowId) => ({ rowId, areaId: other })),
    })
    store.save([{ rowId: added, field: "status", value: "done" }])
    await answer({ kind: "refused", message: "There is no such area." })
    expect(store.refused().map(({ rowId, mine }) => [rowId, mine])).toEqual([
      [row, "Pasted"],
      [added, "Pasted below"],
      [blank, null],
      [added, "done"],
    ])
    expect(standing({ store })).toEqual(["Old"])
    expect(store.state().kind).toBe("unsettled")
  })

  test("of a pasted block says how far this page knew, and names each row that stays", async () => {
    const { store, sent, answer, hear, rowIds } = await pasted()
    const known = { rowId: row, areaId: null, author: samir, way: "grid" as const, at }
    hear({
      ...{ kind: "changes", areas: null, people: null, rows: [] },
      changes: [{ ...known, change: 9, field: "status", revision: 1, after: "done" }],
    })
    store.undo()
    expect(sent.at(-1)).toMatchObject({ kind: "retireAll", since: 9 })
    expect(standing({ store })).toEqual(["Old"])
    await answer({ kind: "saved", change: 10, at, stayed: rowIds.slice(1) })
    expect(standing({ store })).toEqual(["Old", "Pasted"])
    expect(store.refused()).toMatchObject([
      { rowId: rowIds[1], field: null, message: "mapping.othersWroteIn" },
    ])
    store.redo()
    expect(sent.at(-1)).toMatchObject({ kind: "returnAll", rowIds: rowIds.slice(0, 1) })
    await answer({ kind: "saved", change: 10, at, stayed: rowIds.slice(0, 1) })
    expect(standing({ store })).toEqual(["Old", "Pasted"])
    expect(store.refused().at(-1)).toMatchObject({
      ...{ rowId: rowIds[0], message: "mapping.retiredByOthers" },
    })
  })

  test("of a pasted block that is refused is told of each of its rows", async () => {
    const { store, answer, rowIds } = await pasted()
    store.undo()
    await answer({ kind: "refused", message: "No longer yours" })
    const told = store.refused().map(({ rowId, message }) => [rowId, message])
    expect(told).toEqual(rowIds.map((id) => [id, "No longer yours"]))
    expect(new Set(store.refused().map(({ id }) => id)).size).toBe(2)
    expect(standing({ store })).toEqual(["Old", "Pasted", "Pasted"])
  })

  test("done again brings back no row that somebody else retired for a reason of theirs", async () => {
    const { store, sent, answer, hear, rowIds } = await pasted()
    store.undo()
    await answer({ kind: "saved", change: 6, at })
    const [first = "", second = ""] = rowIds
    const retired = { at, by: samir.name, reason: "Said twice" }
    hear({
      ...{ kind: "changes", areas: null, people: null },
      rows: [{ ...emptyRow(first, other, 0), number: 2, retired }],
      changes: [
        {
          ...{ rowId: first, areaId: null, author: samir, way: "grid", at },
          ...{ change: 9, field: "retired", revision: 0, after: { reason: "Said twice" } },
        },
      ],
    })
    store.redo()
    expect(sent.at(-1)).toMatchObject({ kind: "returnAll", rowIds: [second] })
  })

  test("of a pasted block keeps a row into which somebody else wrote, without what was pasted", () => {
    const scene = scripted()
    const added = crypto.randomUUID()
    scene.store.paste(block(added))
    const cells = { ...emptyRow(added, other, 1).cells, suggests: "Pasted below" }
    const change = { rowId: added, areaId: null, author: samir, way: "grid" as const, at }
    scene.hear({
      ...{ kind: "changes", areas: null, people: null },
      rows: [{ ...emptyRow(added, other, 1), number: 2, cells, revisions: { suggests: 1 } }],
      changes: [
        { ...change, change: 1, field: "added", revision: 0, after: {} },
        { ...change, change: 2, field: "status", revision: 1, after: "done" },
      ],
    })
    scene.store.undo()
    expect(standing(scene)).toEqual(["Old", ""])
    expect(scene.store.table().rows[1]?.cells.status).toBe("done")
  })

  test("of an area puts it back with its rows, unless somebody else moved it since", async () => {
    const scene = scripted([first, { ...emptyRow("r2", other, 1), number: 2 }])
    const { store, answer, hear } = scene
    const order = () => store.table().areas.map(({ id }) => id)
    const rows = () => store.table().rows.map(({ number }) => number)
    store.moveArea(areaId, { after: other })
    expect([order(), rows()]).toEqual([
      [other, areaId],
      [2, 1],
    ])
    await answer({ kind: "saved", change: 1, at })
    expect(order()).toEqual([other, areaId])
    expect(store.undo()?.where).toEqual({ areaId })
    expect([order(), rows()]).toEqual([
      [areaId, other],
      [1, 2],
    ])
    store.redo()
    expect(order()).toEqual([other, areaId])
    const change = { rowId: null, areaId, author: samir, way: "form" as const, at }
    const moved = { ...change, change: 4, field: "moved" as const, revision: 0, after: {} }
    for (const number of [2, 3]) await answer({ kind: "saved", change: number, at })
    hear({
      ...{ kind: "changes", rows: [], people: null, changes: [moved] },
      areas: [area(areaId, 1), area(other, 2)],
    })
    expect(store.undo()).toBeNull()
    expect(order()).toEqual([areaId, other])
  })
})

describe("taking back what was done to a row as a whole", () => {
  const by = (author: typeof samir) => ({ areaId: null, author, way: "grid" as const, at })
  const told = { kind: "changes" as const, areas: null, people: null }
  type Scene = ReturnType<typeof scripted>
  const retired = ({ store }: Scene, id = row) =>
    store.table().rows.find((one) => one.id === id)?.retired?.reason ?? null

  /** Somebody retires the row, for a reason. */
  const retires = (scene: Scene, author: typeof samir, reason: string, change: number) =>
    scene.hear({
      ...told,
      rows: [{ ...first, retired: { at, by: author.name, reason } }],
      changes: [
        { ...by(author), change, rowId: row, field: "retired", revision: 0, after: { reason } },
      ],
    })

  test("retires no new row in which others wrote what this page has not heard of", async () => {
    const scene = scripted()
    const { store, sent, answer } = scene
    const id = store.addRow({ areaId: other })
    await answer({
      ...{ kind: "saved", change: 1, at, row: { ...emptyRow(id, other, 2), number: 2 } },
    })
    store.undo()
    expect(sent.at(-1)).toMatchObject({ kind: "retireAll", rowIds: [id], since: 0 })
    await answer({ kind: "saved", change: 2, at, stayed: [id] })
    expect(retired(scene, id)).toBeNull()
    expect(store.refused()).toMatchObject([{ rowId: id, message: "mapping.othersWroteIn" }])
  })

  test("retires none that was brought back and in which others wrote since", async () => {
    const scene = scripted([{ ...first, retired: { at, by: samir.name, reason: "Empty" } }])
    const { store, sent, answer, theirs } = scene
    store.returnRow(row)
    await answer({ kind: "saved", change: 1, at })
    theirs(2, "Theirs")
    store.undo()
    // The portal is asked by what was known when it was brought back.
    expect(sent.at(-1)).toMatchObject({ kind: "retireAll", reason: "Empty", since: 0 })
  })

  test("brings back what was retired here, and does it again", async () => {
    const scene = scripted()
    const { store, sent, answer } = scene
    store.retireRow(row, "Said twice")
    await answer({ kind: "saved", change: 1, at })
    store.undo()
    expect(retired(scene)).toBeNull()
    expect(sent.at(-1)).toMatchObject({ kind: "return", rowId: row, way: "undo" })
    await answer({ kind: "saved", change: 2, at })
    store.redo()
    expect(retired(scene)).toBe("Said twice")
  })

  test.each(["Merged into 7", "Said twice"])(
    "brings back no row that somebody else retired first: %s",
    async (reason) => {
      const scene = scripted()
      const { store, sent, answer } = scene
      store.retireRow(row, "Said twice")
      await answer({ kind: "refused", message: "It was retired" })
      retires(scene, samir, reason, 1)
      expect(store.undo()).toBeNull()
      expect(retired(scene)).toBe(reason)
      expect(sent).toHaveLength(1)
    },
  )

  test("brings back none that somebody else retired after it was brought back", async () => {
    const scene = scripted()
    const { store, answer, hear } = scene
    store.retireRow(row, "Said twice")
    await answer({ kind: "saved", change: 1, at })
    const back = { ...by(samir), rowId: row, field: "returned" as const, revision: 0, after: null }
    hear({ ...told, rows: [first], changes: [{ ...back, change: 2 }] })
    retires(scene, samir, "Said twice", 3)
    expect(store.undo()).toBeNull()
    expect(retired(scene)).toBe("Said twice")
  })

  /** Three rows in one area, of which the last was put behind the first, and saved. */
  async function moved() {
    const rows = [1, 2, 3].map((place) => ({
      ...{ ...emptyRow(place === 1 ? row : `r${place}`, areaId, place), number: place },
    }))
    const scene = scripted(rows)
    const { store, answer, hear } = scene
    store.moveRow("r3", { areaId, after: row })
    await answer({ kind: "saved", change: 2, at, position: 1.5 })
    const move = (id: string, position: number, change: number, author = samir) =>
      hear({
        ...told,
        rows: [{ ...emptyRow(id, areaId, position), number: Number(id.slice(1)) }],
        changes: [
          {
            ...{ ...by(author), change, rowId: id, field: "moved", revision: 0 },
            after: { areaId, position },
          },
        ],
      })
    const order = () => store.table().rows.map(({ number }) => number)
    return { ...scene, move, order }
  }

  test("leaves a row where somebody else put it in its area since", async () => {
    const { store, move, order } = await moved()
    move("r3", 0.5, 3)
    expect(order()).toEqual([3, 1, 2])
    expect(store.undo()).toBeNull()
    expect(order()).toEqual([3, 1, 2])
  })

  test("puts it back though others put something beside it, or had moved it before", async () => {
    const { store, move, order } = await moved()
    move("r3", 9, 1)
    move("r2", 1.2, 3)
    expect(order()).toEqual([1, 2, 3])
    expect(store.undo()?.words).toBe("undone 0")
  })
})

test("taking back words that wait for a choice lets the other's stand, and doing it again ours", async () => {
  const { store, sent, answer, cell, write } = scripted()
  write("New")
  const clash = { rowId: row, field: "suggests" as const, revision: 1, value: "Theirs", at }
  await answer({ kind: "clash", clashes: [{ ...clash, by: samir.name }] })
  expect(store.undo()?.words).toBe("undone 1")
  expect([cell(), store.clashes(), sent.length]).toEqual(["Theirs", [], 1])
  expect(store.redo()?.words).toBe("redone 1")
  expect(basesOf(sent[1])).toEqual([{ base: 1, value: "New" }])
})

describe("a row that is put into another area", () => {
  const clash = {
    ...{ rowId: row, field: "area" as const, revision: 1, value: areaId },
    ...{ by: samir.name, at },
  }
  const moves = (op: Op | undefined) =>
    op?.kind === "move" ? { areaId: op.areaId, base: op.base } : op?.kind

  test("says what was seen of its area, also after own moves, and when it is taken back", async () => {
    const { store, sent, answer } = scripted()
    const saved = (revision: number) =>
      answer({
        ...{ kind: "saved", change: revision, at, position: 1 },
        cells: [{ rowId: row, field: "area", revision }],
      })
    store.moveRow(row, { areaId: other, after: null })
    store.moveRow(row, { areaId, after: null })
    await saved(1)
    store.undo()
    await saved(2)
    expect(sent.map(moves)).toEqual([
      { areaId: other, base: 0 },
      { areaId, base: 1 },
      { areaId: other, base: 2 },
    ])
  })

  test("by two to two places waits for a choice, with the newest of ours", async () => {
    const { store, sent, answer, saved } = scripted([{ ...first, cells: { ...first.cells } }])
    const third = "0b6c1a52-0f1d-4b7e-9a51-6a6a2c7d0a03"
    store.moveRow(row, { areaId: other, after: null })
    await answer({ kind: "clash", clashes: [{ ...clash, value: third }] })
    expect(store.refused()).toEqual([])
    expect(store.clashes()).toMatchObject([
      { field: "area", mine: other, value: third, revision: 1 },
    ])
    store.moveRow(row, { areaId, after: null })
    expect(store.clashes()).toMatchObject([{ mine: areaId, value: third }])
    expect(sent).toHaveLength(1)
    store.settle(store.clashes()[0]?.id ?? "", "mine")
    expect(sent[1]).toMatchObject({ kind: "move", base: 1, areaId, after: null })
    await saved(2, "area")
    expect(store.table().rows[0]?.cells.area).toBe(areaId)
    expect(store.state().kind).toBe("saved")
  })

  test("keeps the place where it was put, and where it is put while it waits for the choice", async () => {
    const third = "0b6c1a52-0f1d-4b7e-9a51-6a6a2c7d0a03"
    const there = [2, 3].map((place) => ({
      ...{ ...emptyRow(`r${place}`, other, place), number: place },
    }))
    const { store, sent, answer, saved } = scripted([first, ...there])
    const order = () => store.table().rows.map(({ number }) => number)
    store.moveRow(row, { areaId: other, after: "r2" })
    await answer({ kind: "clash", clashes: [{ ...clash, value: third }] })
    expect(order()).toEqual([2, 1, 3])
    store.moveRow(row, { areaId: other, after: null })
    expect(order()).toEqual([1, 2, 3])
    expect(store.clashes()).toHaveLength(1)
    store.settle(store.clashes()[0]?.id ?? "", "mine")
    expect(order()).toEqual([1, 2, 3])
    expect(sent[1]).toMatchObject({ kind: "move", areaId: other, after: null, base: 1 })
    await saved(2, "area")
    store.undo()
    expect(sent[2]).toMatchObject({ kind: "move", areaId: third, base: 2 })
  })

  test("and into another area by its cell stands at the end there", async () => {
    const third = "0b6c1a52-0f1d-4b7e-9a51-6a6a2c7d0a03"
    const { store, sent, answer } = scripted()
    store.moveRow(row, { areaId: other, after: null })
    await answer({ kind: "clash", clashes: [{ ...clash, value: third }] })
    store.save([{ rowId: row, field: "area", value: areaId }])
    store.settle(store.clashes()[0]?.id ?? "", "mine")
    expect(sent[1]).toMatchObject({ kind: "cells", cells: [{ field: "area", value: areaId }] })
  })
})

describe("a new row that the portal does not take", () => {
  const message = "There is no such area."

  async function refused() {
    const all = scripted([suggests("Old"), { ...first, id: "r2", number: 2 }])
    const id = all.store.addRow({ areaId: other })
    const write = (field: CellField, value: unknown) =>
      all.store.save([{ rowId: id, field, value }])
    write("suggests", "Words of mine")
    write("status", "done")
    all.store.save([
      { rowId: row, field: "status", value: "done" },
      { rowId: id, field: "confirmed", value: "2022-02-17" },
    ])
    await all.answer({ kind: "refused", message })
    return { ...all, id, writeNew: write }
  }
  const said = (store: MappingLive) =>
    store.refused().map(({ field, mine, message: why }) => ({ field, mine, why }))

  test("keeps all that was written in it, with the reason, and saves what is of other rows", async () => {
    const { store, sent, saved } = await refused()
    expect(said(store)).toEqual([
      { field: null, mine: null, why: message },
      { field: "suggests", mine: "Words of mine", why: message },
      { field: "status", mine: "done", why: message },
      { field: "confirmed", mine: "2022-02-17", why: message },
    ])
    expect(store.words()).toContain("Words of mine")
    await saved(1, "status")
    expect(sent.map(({ kind }) => kind)).toEqual(["add", "cells"])
    expect(sent[1]).toMatchObject({ cells: [{ rowId: row, field: "status" }] })
    expect(store.state()).toMatchObject({ kind: "unsettled", cells: 4 })
  })

  test("keeps what is written in it after that", async () => {
    const { store, writeNew } = await refused()
    writeNew("suggests", "Words of mine, and more")
    expect(said(store).at(-1)).toMatchObject({ field: "suggests", mine: "Words of mine, and more" })
  })

  test("takes what was moved into it out of where it was, when it is added to another area", async () => {
    const id = crypto.randomUUID()
    const { store, sent, answer } = scripted([suggests("Moved")])
    store.paste({
      cells: [
        { rowId: id, field: "suggests", value: "Moved" },
        { rowId: row, field: "suggests", value: "", base: 0, movedTo: [`${id} suggests`] },
      ],
      added: [{ rowId: id, areaId }],
    })
    await answer({ kind: "refused", message })
    store.addAgain([id], other)
    await answer({ kind: "saved", change: 1, at })
    expect(
      sent
        .slice(1)
        .flatMap(basesOf)
        .map(({ value }) => value),
    ).toEqual(["Moved", ""])
    expect(store.table().rows.map(({ cells }) => cells.suggests)).toContain("")
  })

  test("among many is added to another area with all of them, in one save", async () => {
    const { store, sent, answer } = scripted()
    const ids = [crypto.randomUUID(), crypto.randomUUID()]
    store.paste({
      cells: ids.map((rowId) => ({ rowId, field: "suggests", value: `Words of ${rowId}` })),
      added: ids.map((rowId) => ({ rowId, areaId: other })),
    })
    await answer({ kind: "refused", message })
    store.addAgain(ids, areaId)
    expect(store.refused()).toEqual([])
    expect(sent.slice(1)).toMatchObject([
      {
        ...{ kind: "cells", added: ids.map((rowId) => ({ rowId, areaId })) },
        cells: ids.map((rowId) => ({ rowId, field: "suggests", value: `Words of ${rowId}` })),
      },
    ])
  })

  test("is added to another area with the newest of its words", async () => {
    const { store, sent, answer, saved, writeNew, id } = await refused()
    await saved(1, "status")
    writeNew("suggests", "Words of mine, and more")
    store.addAgain(id, areaId)
    expect(store.refused()).toEqual([])
    expect(sent.at(-1)).toMatchObject({ kind: "add", rowId: id, areaId })
    await answer({ kind: "saved", change: 2, at, row: { ...emptyRow(id, areaId, 3), number: 3 } })
    expect(sent.at(-1)).toMatchObject({
      cells: [
        { rowId: id, field: "suggests", base: 0, value: "Words of mine, and more" },
        { field: "status", value: "done" },
        { field: "confirmed", value: "2022-02-17" },
      ],
    })
  })
})

describe("what is being written in an open editor", () => {
  const draft = { id: "d", rowId: row, field: "suggests" as const, base: 0, value: "Half a sen" }

  test("is not called saved, and is none of the table's", () => {
    const { store, sent } = scripted()
    const before = store.table()
    store.write(draft)
    expect(store.state()).toMatchObject({ kind: "writing", kept: false })
    expect(store.words()).toBe("Half a sen")
    expect([store.table() === before, store.drafts(), sent]).toEqual([true, [], []])
    store.forget("d")
    expect(store.state().kind).toBe("saved")
  })

  test("waits also where there is no network, and goes on as a save", async () => {
    const { store, sent, saved, hear } = scripted()
    store.write(draft)
    hear({ kind: "down" })
    expect(store.state()).toMatchObject({ kind: "offline", waits: true, words: 1 })
    hear({ kind: "up", at })
    store.save([{ rowId: row, field: "suggests", value: "Half a sentence", base: 0 }], "grid", "d")
    expect(basesOf(sent[0])).toEqual([{ base: 0, value: "Half a sentence" }])
    await saved(1)
    expect(store.state().kind).toBe("saved")
  })

  test("draws the page once, not at every word", () => {
    const { store } = scripted()
    const before = store.version()
    for (const value of ["H", "Ha", "Half"]) store.write({ ...draft, value })
    expect(store.version()).toBe(before + 1)
  })
})

describe("a block against some cells of which something stands", () => {
  const gone = "0b6c1a52-0f1d-4b7e-9a51-6a6a2c7d0b02"
  const edit = (rowId: string, field: CellField, value: unknown) => ({ rowId, field, value })
  const retired = { at, by: samir.name, reason: "Said twice" }
  const against = (["suggests", "status"] as const).map((field) => ({
    ...{ rowId: gone, field, message: "Row 2 was retired" },
  }))
  const half = async () => {
    const scene = scripted([suggests("Old"), { ...emptyRow(gone, areaId, 2), number: 2 }])
    scene.store.paste({
      cells: [
        edit(row, "suggests", "Mine"),
        ...[edit(gone, "suggests", "Mine too"), edit(gone, "status", "done")],
        edit(row, "status", "done"),
      ],
      added: [],
    })
    await scene.answer({ kind: "refused", message: "Row 2 was retired", against })
    return scene
  }
  const ids = (all: readonly { id: string }[]) => all.map(({ id }) => id)

  test("is saved without them, and these are one save that waits", async () => {
    const { store, sent, answer } = await half()
    expect(basesOf(sent[1])).toEqual([
      { base: 0, value: "Mine" },
      { base: 0, value: "done" },
    ])
    expect(store.refused()).toMatchObject([
      { rowId: gone, field: "suggests", mine: "Mine too", message: "Row 2 was retired" },
      { rowId: gone, field: "status", mine: "done", message: "Row 2 was retired" },
    ])
    expect(new Set(store.refused().map(({ save }) => save)).size).toBe(1)
    await answer({ kind: "saved", change: 1, at })
    expect(store.state()).toMatchObject({ kind: "unsettled", cells: 2 })
  })

  test("that are all tried again, and their row comes back for them once", async () => {
    const { store, sent, answer, hear } = await half()
    await answer({ kind: "saved", change: 1, at })
    hear({
      ...{ kind: "changes", areas: null, people: null, changes: [] },
      rows: [{ ...emptyRow(gone, areaId, 2), number: 2, retired }],
    })
    store.again(ids(store.refused()))
    expect(store.refused()).toEqual([])
    expect(sent.slice(2)).toMatchObject([{ kind: "return", rowId: gone }])
    await answer({ kind: "saved", change: 2, at })
    expect(basesOf(sent.at(-1)).map(({ value }) => value)).toEqual(["Mine too", "done"])
  })

  test("or all discarded", async () => {
    const { store, answer } = await half()
    await answer({ kind: "saved", change: 1, at })
    store.discard(ids(store.refused()))
    expect(store.state().kind).toBe("saved")
  })

  test("is refused whole where the portal names no cell of it", async () => {
    const { store, sent, answer, write } = scripted()
    write("Mine")
    await answer({ kind: "refused", message: "No", against })
    expect([store.refused().map(({ mine }) => mine), sent.length]).toEqual([["Mine"], 1])
  })

  test.each([
    ["mine", ["Mine", "done"]],
    ["theirs", ["Theirs", "under-way"]],
  ] as const)("and of many that clash %s is chosen for all at once", async (choice, stand) => {
    const { store, sent, answer } = scripted()
    store.save([edit(row, "suggests", "Mine"), edit(row, "status", "done")])
    const theirs = { rowId: row, revision: 1, by: samir.name, at }
    await answer({
      ...{ kind: "clash" },
      clashes: [
        { ...theirs, field: "suggests", value: "Theirs" },
        { ...theirs, field: "status", value: "under-way" },
      ],
    })
    expect(new Set(store.clashes().map(({ save }) => save)).size).toBe(1)
    store.settle(ids(store.clashes()), choice)
    const [{ cells } = first] = store.table().rows
    expect([cells.suggests, cells.status]).toEqual(stand)
    expect(sent).toHaveLength(choice === "mine" ? 2 : 1)
    expect(store.undo()?.words ?? null).toBe(choice === "mine" ? "undone 2" : null)
  })
})

describe("words that were refused", () => {
  test("because their row was retired bring it back, and are saved on what was seen", async () => {
    const { store, sent, answer, write, hear } = scripted()
    write("Mine")
    await answer({ kind: "refused", message: "Row 1 was retired" })
    hear({
      ...{ kind: "changes", areas: null, people: null, changes: [] },
      rows: [{ ...suggests("Old"), retired: { at, by: samir.name, reason: "Empty" } }],
    })
    store.again(store.refused()[0]?.id ?? "")
    expect(store.refused()).toEqual([])
    expect(sent.at(-1)).toMatchObject({ kind: "return", rowId: row })
    await answer({ kind: "saved", change: 2, at })
    expect(basesOf(sent.at(-1))).toEqual([{ base: 0, value: "Mine" }])
    expect(store.table().rows[0]?.retired).toBeNull()
  })

  test("are tried again each by itself: an older wording of the cell is sent, and the newer stays", async () => {
    const { store, sent, answer, write } = scripted()
    write("Older")
    await answer({ kind: "refused", message: "Not now" })
    write("Newer")
    await answer({ kind: "refused", message: "Not yet" })
    store.again(store.refused()[0]?.id ?? "")
    expect(basesOf(sent.at(-1))).toEqual([{ base: 0, value: "Older" }])
    expect(store.refused()).toMatchObject([{ mine: "Newer", message: "Not yet" }])
  })

  test("take nothing else of their row along: what was not done there is told of until it is discarded", async () => {
    const { store, answer, write } = scripted()
    store.retireRow(row, "Said twice")
    await answer({ kind: "refused", message: "No longer yours" })
    write("Mine")
    await answer({ kind: "refused", message: "Not now" })
    store.again(store.refused()[1]?.id ?? "")
    expect(store.refused()).toMatchObject([{ field: null, message: "No longer yours" }])
  })

  test("are tried again, and overwrite nothing that came meanwhile", async () => {
    const { store, sent, answer, write, theirs } = scripted()
    write("Mine")
    await answer({ kind: "refused", message: "Not now" })
    theirs(1, "Theirs")
    store.again(store.refused()[0]?.id ?? "")
    expect(basesOf(sent.at(-1))).toEqual([{ base: 0, value: "Mine" }])
  })
})

describe("more than one save may hold", () => {
  const many = (count: number, words: (at: number) => string) => {
    const rows = Array.from({ length: count }, (_, at) => ({
      ...{ ...emptyRow(`row-${at}`, areaId, at), number: at + 1 },
      revisions: { suggests: 1 },
    }))
    const filled = rows.map((one) => ({ ...one, cells: { ...one.cells, suggests: "Words" } }))
    const scene = scripted(filled)
    const cells = rows.map(({ id }, at) => ({
      ...{ rowId: id, field: "suggests" as const, value: words(at) },
    }))
    return { ...scene, cells }
  }
  const sizes = (sent: readonly Op[]) => sent.map((op) => basesOf(op).length)
  const savedAll = ({ sent, answer }: ReturnType<typeof many>) => {
    const op = sent.at(-1)
    const cells = op?.kind === "cells" ? op.cells : []
    return answer({
      ...{ kind: "saved", change: sent.length, at },
      cells: cells.map(({ rowId, field, base }) => ({ rowId, field, revision: base + 1 })),
    })
  }

  test("is sent in parts, and is one step that is taken back", async () => {
    const scene = many(2_801, () => "")
    const { store, sent, cells } = scene
    store.save(cells)
    await savedAll(scene)
    await savedAll(scene)
    expect(sizes(sent)).toEqual([2_000, 801])
    expect(store.state().kind).toBe("saved")
    expect(store.undo()?.words).toBe("undone 2801")
    expect(store.undo()).toBeNull()
    await savedAll(scene)
    await savedAll(scene)
    expect(sizes(sent)).toEqual([2_000, 801, 2_000, 801])
    expect(store.refused()).toEqual([])
  })

  test("waits as one save, whichever of its parts it is of", async () => {
    const scene = many(2_801, () => "")
    const { store, sent, answer, cells } = scene
    store.save(cells)
    const of = (at: number) => ({ rowId: cells[at]?.rowId ?? "", field: "suggests" as const })
    const clash = { revision: 2, value: "Theirs", by: samir.name, at }
    await answer({ kind: "clash", clashes: [{ ...clash, ...of(0) }] })
    await savedAll(scene)
    await answer({ kind: "clash", clashes: [{ ...clash, ...of(2_800) }] })
    await savedAll(scene)
    expect(sizes(sent)).toEqual([2_000, 1_999, 801, 800])
    const saves = store.clashes().map(({ save }) => save)
    expect(saves).toEqual([sent[0]?.id, sent[0]?.id])
  })

  test("by its weight is sent in parts of a megabyte", async () => {
    const scene = many(250, (at) => `${at} ${"é".repeat(4_900)}`)
    scene.store.save(scene.cells)
    for (let one = 0; one < 3; one++) await savedAll(scene)
    const heaviest = Math.max(...scene.sent.map((op) => Buffer.byteLength(JSON.stringify(op))))
    expect(heaviest).toBeLessThan(1_010_000)
    expect(sizes(scene.sent).reduce((sum, size) => sum + size)).toBe(250)
    expect(scene.store.state().kind).toBe("saved")
  })
})

test("a block whose question was open does not take back what others wrote meanwhile", () => {
  const { store, theirs, sent } = scripted()
  const cells = [{ rowId: row, field: "suggests" as const, value: "Pasted", base: 0 }]
  theirs(1, "Theirs")
  store.paste({ cells, added: [] })
  expect(basesOf(sent[0])).toEqual([{ base: 0, value: "Pasted" }])
})

describe("when the portal takes no more", () => {
  test("because a session or a role ended it says so and keeps the words", async () => {
    const { store, answer, write, cell } = scripted()
    write("Mine")
    await answer({ kind: "closed", reason: "signedOut" })
    expect(store.state()).toMatchObject({ kind: "refused", reason: "signedOut", waits: true })
    expect(cell()).toBe("Mine")
    expect(store.words()).toBe("Mine")
  })

  test("because it is not heard, all waits in order and is sent when it is", async () => {
    const { store, sent, answer, write, saved, hear } = scripted()
    write("One")
    hear({ kind: "down" })
    await answer({ kind: "unheard" })
    store.save([{ rowId: row, field: "status", value: "done" }])
    expect(store.state()).toMatchObject({ kind: "offline", words: 2 })
    await answer({ kind: "unheard" })
    hear({ kind: "up", at })
    await saved(1)
    await saved(1, "status")
    expect(sent.slice(-2).map((op) => basesOf(op)[0]?.value)).toEqual(["One", "done"])
    expect(store.state().kind).toBe("saved")
  })

  describe("though it answers others", () => {
    beforeEach(() => {
      vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] })
    })
    afterEach(() => {
      vi.useRealTimers()
    })
    const failed: Sent = { kind: "failed", status: 500 }
    const tries = async ({ answer }: ReturnType<typeof scripted>, count: number) => {
      for (let one = 0; one < count; one++) {
        await answer(failed)
        await vi.advanceTimersByTimeAsync(15_000)
      }
    }

    test("it is put aside with its words, and what waits behind it is sent", async () => {
      const scene = scripted()
      const { store, sent, write, saved } = scene
      write("Poison")
      store.save([{ rowId: row, field: "status", value: "done" }])
      await tries(scene, 3)
      expect(store.refused()).toEqual([])
      expect(store.state()).toMatchObject({ kind: "offline", late: true, waits: true })
      await scene.answer(failed)
      expect(store.refused()).toMatchObject([{ mine: "Poison", message: "mapping.unanswered" }])
      expect(basesOf(sent.at(-1))).toEqual([{ base: 0, value: "done" }])
      await saved(1, "status")
      expect(store.state()).toMatchObject({ kind: "unsettled", cells: 1 })
    })

    test("but where it answers nobody all waits, as without a network", async () => {
      const scene = scripted()
      scene.goDown(true)
      scene.write("Words")
      await tries(scene, 12)
      expect(scene.store.refused()).toEqual([])
      scene.goDown(false)
      await scene.answer(failed)
      expect(scene.store.refused()).toMatchObject([{ mine: "Words" }])
    })

    const lateAgain = async ({ answer }: ReturnType<typeof scripted>, count: number) => {
      for (let one = 0; one < count; one++) {
        await answer({ kind: "overdue" })
        await vi.advanceTimersByTimeAsync(15_000)
      }
    }

    test("what is never answered in time is put aside too, and holds up nothing for ever", async () => {
      const scene = scripted()
      const { store, sent, write, saved } = scene
      write("Heavy")
      store.save([{ rowId: row, field: "status", value: "done" }])
      await lateAgain(scene, 3)
      expect(store.refused()).toEqual([])
      expect(store.state()).toMatchObject({ kind: "offline", late: true, waits: true })
      await lateAgain(scene, 1)
      expect(store.refused()).toMatchObject([{ mine: "Heavy", message: "mapping.tooSlow" }])
      expect(basesOf(sent.at(-1))).toEqual([{ base: 0, value: "done" }])
      await saved(1, "status")
    })

    test("but on a line that is gone it waits", async () => {
      const scene = scripted()
      scene.write("Heavy")
      scene.goDown(true)
      await lateAgain(scene, 12)
      expect(scene.store.refused()).toEqual([])
      expect(scene.store.state()).toMatchObject({ kind: "offline", late: false, waits: true })
    })

    test("what is too large is put aside at once", async () => {
      const { store, write, answer } = scripted()
      write("Too much")
      await answer({ kind: "failed", status: 413 })
      expect(store.refused()).toMatchObject([{ mine: "Too much", message: "mapping.tooLarge" }])
    })
  })
})
