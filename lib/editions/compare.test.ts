import { describe, expect, test } from "vitest"
import type { Naming } from "@/lib/mapping/cells/cell-text"
import { readView } from "@/lib/mapping/filters"
import type { Activity } from "@/lib/mapping/model"
import { attentionTo } from "./attention"
import { compareEditions } from "./compare"
import { EDITION_SCHEMA, type EditionContent, type EditionRow } from "./model"
import { choicesOf, shownAnnex, shownRows } from "./shown-rows"

const activity = (id: string, changes: Partial<Activity> = {}): Activity => ({
  ...{ id, title: `Activity ${id}`, kind: "dc", years: [], link: "", body: "" },
  ...changes,
})

const row = (number: number, changes: Partial<EditionRow> = {}): EditionRow => ({
  ...{ number, area: "ai", suggests: `Suggestion ${number}` },
  citation: { mandate: "A/74/821", paragraph: "93" },
  ...{ activities: [], synergies: [], scope: "in", reason: "It bears on it", status: "open" },
  ...{ confirmed: "2022-02-17", meetings: [] },
  ...changes,
})

const edition = (number: number, changes: Partial<EditionContent> = {}): EditionContent => ({
  ...{ schema: EDITION_SCHEMA, number, frozenAt: `202${number}-03-31T10:00:00.000Z`, note: "" },
  group: { slug: "wg", shortName: "WG", name: "A group" },
  mandate: { slug: "roadmap", title: "Roadmap", symbol: "A/74/821", dated: null, link: "" },
  ...{ goal: "To show", rule: "Only what matters", annex: [] },
  areas: [
    { slug: "ai", title: "Artificial intelligence", crossCutting: false },
    { slug: "trust", title: "Trust", crossCutting: false },
  ],
  rows: [row(1)],
  ...changes,
})

const same = <Key extends string>(keys: readonly Key[]) =>
  Object.fromEntries(keys.map((key) => [key, key])) as unknown as Record<Key, string>
const naming = {
  kind: same(["dc", "workshop"]),
  scope: same(["proposed", "in", "out"]),
  status: same(["open", "under-way", "done"]),
  paragraph: "para.",
  area: (slug: string) => `Area ${slug}`,
  person: () => "",
} as unknown as Naming

const compare = (older: EditionContent, newer: EditionContent) =>
  compareEditions(older, newer, naming, "en")
const text = (parts: readonly { text: string }[]) => parts.map((part) => part.text).join("")

describe("comparing two editions", () => {
  test("tells of rows that came and went, and nothing of what stayed", () => {
    const changes = compare(
      edition(1, { rows: [row(1), row(2)] }),
      edition(2, { rows: [row(3), row(1)] }),
    )
    expect(changes.added.map(({ number }) => number)).toEqual([3])
    expect(changes.removed.map(({ number }) => number)).toEqual([2])
    expect(changes.changed).toEqual([])
    expect(changes.front).toEqual([])
  })

  test("tells cell by cell, word by word, what a row says otherwise", () => {
    const { changed } = compare(
      edition(1),
      edition(2, {
        rows: [
          row(1, {
            ...{ suggests: "Suggestion one", area: "trust", scope: "out", reason: "No longer" },
            meetings: [7, 9],
          }),
        ],
      }),
    )
    expect(changed.map(({ row: { number } }) => number)).toEqual([1])
    const cells = changed[0]?.cells ?? []
    expect(cells.map(({ field }) => field)).toEqual(["area", "suggests", "scope", "meetings"])
    expect(cells.map(({ was, now }) => [text(was), text(now)])).toEqual([
      ["Area ai", "Area trust"],
      ["Suggestion 1", "Suggestion one"],
      ["in: It bears on it", "out: No longer"],
      ["", "7, 9"],
    ])
    expect(cells[1]?.was).toEqual([
      { kind: "same", text: "Suggestion " },
      { kind: "removed", text: "1" },
    ])
  })

  test("an activity that moved to the annex is told of once, and its row is not said to be changed", () => {
    const [gone, stays] = [activity("a", { years: [2021] }), activity("b")]
    const changes = compare(
      edition(1, { rows: [row(1, { activities: [gone, stays] })] }),
      edition(2, {
        rows: [row(1, { activities: [stays] })],
        annex: [{ row: 1, area: "ai", suggests: "Suggestion 1", activity: gone, edition: 2 }],
      }),
    )
    expect(changes.annexed.map((entry) => entry.activity.id)).toEqual(["a"])
    expect(changes.changed).toEqual([])
  })

  test("tells what left the annex, and what it says otherwise of what stays", () => {
    const entry = (number: number, changes: Partial<Activity> = {}, suggests = "As it was") => ({
      ...{ row: number, area: "ai", suggests, edition: 1 },
      activity: activity(`a${number}`, { years: [2019], ...changes }),
    })
    const changes = compare(
      edition(2, { rows: [row(1), row(2)], annex: [entry(1), entry(2), entry(7), entry(8)] }),
      edition(3, {
        rows: [row(1), row(2, { suggests: "Renamed" })],
        // Of a row that is told of, its words are not told again; of one that left, they are.
        annex: [entry(2, {}, "Renamed"), entry(7, { title: "Other" }), entry(8, {}, "Else")],
      }),
    )
    expect(changes.unannexed.map(({ row: number }) => number)).toEqual([1])
    expect(changes.annexChanged.map((one) => [one.row, text(one.was), text(one.now)])).toEqual([
      [7, "Area ai\nAs it was\nActivity a7 | dc | 2019", "Area ai\nAs it was\nOther | dc | 2019"],
      [8, "Area ai\nAs it was\nActivity a8 | dc | 2019", "Area ai\nElse\nActivity a8 | dc | 2019"],
    ])
  })

  test("an activity that was taken out of its row is a change of the cell", () => {
    const { changed } = compare(
      edition(1, { rows: [row(1, { activities: [activity("a"), activity("b")] })] }),
      edition(2, { rows: [row(1, { activities: [activity("b")] })] }),
    )
    expect(changed[0]?.cells.map(({ field }) => field)).toEqual(["activities"])
  })

  test("tells nothing of ids that were given anew", () => {
    const mention = (personId: string) =>
      [
        {
          type: "paragraph",
          content: [{ type: "mention", attrs: { personId, label: "Ana Example" } }],
        },
      ] as EditionRow["synergies"]
    const { changed } = compare(
      edition(1, {
        rows: [row(1, { activities: [activity("a", { title: "One" })], synergies: mention("p1") })],
      }),
      edition(2, {
        rows: [row(1, { activities: [activity("b", { title: "One" })], synergies: mention("p2") })],
      }),
    )
    expect(changed).toEqual([])
  })

  test("says that only the look changed where every word stays", () => {
    const said = (text: string, ...marks: string[]) =>
      [
        {
          type: "paragraph",
          content: [{ type: "text", text, marks: marks.map((type) => ({ type })) }],
        },
      ] as EditionRow["synergies"]
    const { changed } = compare(
      edition(1, { rows: [row(1, { synergies: said("Joins both") }), row(2)] }),
      edition(2, {
        rows: [row(1, { synergies: said("Joins both", "bold") }), row(2, { suggests: "Else" })],
      }),
    )
    expect(
      changed.map(({ cells }) => cells.map(({ field, onlyLook }) => [field, onlyLook])),
    ).toEqual([[["synergies", true]], [["suggests", false]]])
  })

  test("tells what stands above the table otherwise", () => {
    const { front } = compare(edition(1), edition(2, { goal: "To show all", areas: [] }))
    expect(front.map(({ field }) => field)).toEqual(["goal", "areas"])
  })
})

describe("what an address shows of an edition", () => {
  const rows = [
    row(1, { activities: [activity("a", { years: [2022], body: "Coalition A" })] }),
    row(2, {
      ...{ area: "trust", scope: "out", confirmed: "2021-01-01", suggests: "Protège les enfants" },
      activities: [activity("b", { kind: "workshop", years: [2021], body: "coalition a" })],
    }),
    row(3, { confirmed: null, scope: "proposed" }),
  ]
  const annex = [
    {
      ...{ row: 1, area: "ai", suggests: "Suggestion 1", edition: 1 },
      activity: activity("c", { title: "Old session", years: [2019] }),
    },
  ]
  const content = edition(2, { rows, annex })
  const shown = (query: string) => {
    const asked = new URLSearchParams(query)
    return shownRows(
      content,
      readView((name) => asked.get(name)),
    )
  }
  const numbers = (query: string) =>
    shown(query).map(({ title, rows: some }) => [title, some.map(({ number }) => number)])

  test.each([
    [
      "",
      [
        ["Artificial intelligence", [1, 3]],
        ["Trust", [2]],
      ],
    ],
    ["area=trust", [["Trust", [2]]]],
    ["kind=dc", [["Artificial intelligence", [1]]]],
    ["year=2021", [["Trust", [2]]]],
    ["kind=dc&year=2021", []],
    ["scope=proposed", [["Artificial intelligence", [3]]]],
    [
      "body=Coalition+A",
      [
        ["Artificial intelligence", [1]],
        ["Trust", [2]],
      ],
    ],
    ["q=protege+ENFANTS", [["Trust", [2]]]],
    // An area by its title, a kind, a scope and a status by their words in each language.
    ["q=artificial+intelligence", [["Artificial intelligence", [1, 3]]]],
    ["q=workshop", [["Trust", [2]]]],
    ["q=coalition+dynamique", [["Artificial intelligence", [1]]]],
    ["q=proposed", [["Artificial intelligence", [3]]]],
    ["q=2021", [["Trust", [2]]]],
    ["row=3", [["Artificial intelligence", [3]]]],
    [
      "responsible=nobody",
      [
        ["Artificial intelligence", [1, 3]],
        ["Trust", [2]],
      ],
    ],
    [
      "by=body",
      [
        ["Coalition A", [1, 2]],
        ["", [3]],
      ],
    ],
    [
      "kind=<script>&year=abc",
      [
        ["Artificial intelligence", [1, 3]],
        ["Trust", [2]],
      ],
    ],
  ])("%s", (query, expected) => {
    expect(numbers(query)).toEqual(expected)
  })

  test("counts the months without a confirmation back from the day of the edition", () => {
    expect(numbers("stale=6")).toEqual([
      ["Artificial intelligence", [3]],
      ["Trust", [2]],
    ])
    expect(numbers("stale=120")).toEqual([["Artificial intelligence", [3]]])
  })

  test("offers what stands in its rows, and looks through the annex", () => {
    expect(choicesOf(rows)).toMatchObject({ years: [2022, 2021], bodies: ["coalition a"] })
    const found = (query: string) => {
      const asked = new URLSearchParams(query)
      return shownAnnex(
        content,
        readView((name) => asked.get(name)),
      ).length
    }
    expect([
      found(""),
      found("q=old"),
      found("q=new"),
      found("q=artificial+coalition+2019"),
      found("year=2019"),
      found("area=trust"),
    ]).toEqual([1, 1, 0, 1, 1, 0])
  })

  test("before freezing, rows that are not ready are told of", () => {
    const alike = row(4, { suggests: " suggestion 1 " })
    const attention = attentionTo([...rows, alike, row(5, { suggests: "" })], "2022-03-31")
    expect(attention.undecided.map(({ number }) => number)).toEqual([3])
    expect(attention.unconfirmed.map(({ number }) => number)).toEqual([2, 3])
    expect(attention.empty.map(({ number }) => number)).toEqual([5])
    expect(attention.alike).toMatchObject([{ row: { number: 4 }, as: 1 }])
  })
})
