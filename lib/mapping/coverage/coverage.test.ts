import { expect, test } from "vitest"
import type { Activity } from "../model"
import { bodiesOf, type NotedRow } from "./bodies"
import { type CoveredArea, countScopes, coverageOf } from "./coverage"
import { coverageOver } from "./coverage-over"

let made = 0
const activity = (given: Partial<Activity>): Activity => ({
  ...{
    id: `a${made++}`,
    title: `Activity ${made}`,
    kind: "workshop",
    years: [],
    link: "",
    body: "",
  },
  ...given,
})
const row = (given: Partial<NotedRow>): NotedRow => ({
  ...{ area: "connectivity", activities: [], scope: "in", synergies: [] },
  ...given,
})
const areas: CoveredArea[] = [
  { slug: "connectivity", title: "Global connectivity", crossCutting: false },
  { slug: "inclusion", title: "Digital inclusion", crossCutting: false },
  { slug: "goods", title: "Digital public goods", crossCutting: false },
  { slug: "cross", title: "Cross-cutting", crossCutting: true },
]
const access = { title: "Community Connectivity", kind: "dc", body: "DC3" } as const
const written = [{ type: "paragraph" as const, content: [{ type: "text" as const, text: "Ask" }] }]
const empty = [{ type: "paragraph" as const, content: [{ type: "text" as const, text: " " }] }]

/*
 * By hand. Connectivity: DC "Community Connectivity" in two rows, two workshops in the first; a row
 * where nothing is done; a row that is out. Inclusion: the same DC, and nothing more. Goods: a
 * proposed row alone. Cross-cutting: one policy network.
 */
const rows: NotedRow[] = [
  row({
    activities: [
      activity({ ...access, years: [2021, 2022] }),
      activity({ title: "Community networks", years: [2022] }),
      activity({ title: "Satellites" }),
    ],
    synergies: written,
  }),
  row({
    activities: [
      activity({ ...access, title: " community  connectivity", body: "dc3 ", years: [2023] }),
    ],
    synergies: empty,
  }),
  row({}),
  row({ scope: "out", activities: [activity({ kind: "nri" })] }),
  row({ area: "inclusion", activities: [activity(access)], synergies: written }),
  row({ area: "goods", scope: "proposed", activities: [activity({}), activity({}), activity({})] }),
  row({ area: "cross", activities: [activity({ kind: "policy-network", body: "PNE" })] }),
]

test("an activity counts once in an area, in however many rows and years it stands", () => {
  const [connectivity, inclusion] = coverageOf(areas, rows).areas
  expect(connectivity?.kinds.dc).toEqual({ activities: 1, rows: 2 })
  expect(connectivity?.kinds.workshop).toEqual({ activities: 2, rows: 1 })
  expect(connectivity?.all).toEqual({ activities: 3, rows: 3 })
  expect(inclusion?.kinds.dc).toEqual({ activities: 1, rows: 1 })
})

test("the same title of another kind or body is another activity", () => {
  const some = [
    row({
      activities: [
        activity(access),
        activity({ ...access, kind: "workshop" }),
        activity({ ...access, body: "Another coalition" }),
      ],
    }),
  ]
  const [area] = coverageOf(areas, some).areas
  expect(area?.kinds.dc.activities).toBe(2)
  expect(area?.all.activities).toBe(3)
})

test("figures add up to their sums both ways", () => {
  const { all, kinds } = coverageOf(areas, rows)
  expect(all).toEqual({ activities: 5, rows: 5 })
  expect(kinds.dc).toEqual({ activities: 2, rows: 3 })
  expect(kinds.nri).toEqual({ activities: 0, rows: 0 })
  expect(kinds["policy-network"]).toEqual({ activities: 1, rows: 1 })
})

test("fewer than two activities in an area are a gap, but not across all areas", () => {
  const gaps = coverageOf(areas, rows).areas.map(({ slug, gap }) => [slug, gap])
  expect(gaps).toEqual([
    ["connectivity", false],
    ["inclusion", true],
    ["goods", true],
    ["cross", false],
  ])
})

test("two activities are enough, in one row or in two, and one that is named twice is not", () => {
  const isGap = (...some: NotedRow[]) => coverageOf(areas, some).areas[0]?.gap
  const [one, other] = [activity({}), activity({})]
  expect(isGap(row({ activities: [one, other] }))).toBe(false)
  expect(isGap(row({ activities: [one] }), row({ activities: [other] }))).toBe(false)
  expect(isGap(row({ activities: [one] }), row({ activities: [one] }))).toBe(true)
})

test("another scope is counted by itself", () => {
  expect(coverageOf(areas, rows, "proposed").all).toEqual({ activities: 3, rows: 1 })
  expect(coverageOf(areas, rows, "out").kinds.nri).toEqual({ activities: 1, rows: 1 })
})

test("rows are counted by scope", () => {
  const { areas: counted, all } = countScopes(areas, rows)
  expect(counted[0]?.rows).toEqual({ proposed: 0, in: 3, out: 1, all: 4 })
  expect(counted[2]?.rows).toEqual({ proposed: 1, in: 0, out: 0, all: 1 })
  expect(all).toEqual({ proposed: 1, in: 5, out: 1, all: 7 })
})

test("a body is found in all its areas, however its name is written", () => {
  const { bodies, unnamed } = bodiesOf(areas, rows)
  expect(bodies.map(({ body }) => body)).toEqual(["DC3", "PNE"])
  const [dc3] = bodies
  expect(dc3?.kinds).toEqual(["dc"])
  expect(dc3?.all).toEqual({ activities: 2, rows: 3 })
  expect(dc3?.noted).toBe(2)
  expect(dc3?.areas.map(({ slug, activities, rows: some }) => [slug, activities, some])).toEqual([
    ["connectivity", 1, 2],
    ["inclusion", 1, 1],
  ])
  expect(unnamed).toEqual({ activities: 2, rows: 1 })
})

test("editions stand beside each other, with areas that came and went", () => {
  const [connectivity, inclusion, goods, cross] = areas as [
    CoveredArea,
    CoveredArea,
    CoveredArea,
    CoveredArea,
  ]
  const over = coverageOver([
    {
      ...{ number: 1, frozenAt: new Date("2026-01-01"), annex: 0 },
      areas: [goods, { ...connectivity, title: "Connectivity" }],
      rows: [row({ activities: [activity({})] })],
    },
    {
      ...{ number: 2, frozenAt: new Date("2026-06-01"), annex: 4 },
      areas: [connectivity, inclusion, cross],
      rows,
    },
  ])
  expect(
    over.areas.map(({ title, figures }) => [title, figures.map((one) => one?.activities ?? null)]),
  ).toEqual([
    ["Global connectivity", [1, 3]],
    ["Digital inclusion", [null, 1]],
    ["Cross-cutting", [null, 1]],
    ["Digital public goods", [0, null]],
  ])
  expect(
    over.states.map(({ number, all, gaps, annex }) => [number, all.activities, gaps, annex]),
  ).toEqual([
    [1, 1, 2, 0],
    [2, 5, 1, 4],
  ])
  expect(over.most).toBe(3)
})
