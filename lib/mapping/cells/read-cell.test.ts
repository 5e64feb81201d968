import { expect, test } from "vitest"
import type { CellField, CellValues } from "../model"
import { activityKinds } from "../model"
import { cellText, type Naming } from "./cell-text"
import { type Reading, readCell } from "./read-cell"

const [inclusion, trust, farah, kwame, first] = [
  "00000000-0000-4000-8000-000000000001",
  "00000000-0000-4000-8000-000000000002",
  "00000000-0000-4000-8000-000000000003",
  "00000000-0000-4000-8000-000000000004",
  "00000000-0000-4000-8000-000000000005",
] as const
const words = {
  kind: {
    ...(Object.fromEntries(activityKinds.map((kind) => [kind, kind])) as Naming["kind"]),
    dc: "Dynamic coalition",
    "policy-network": "Policy network",
  },
  scope: { proposed: "proposed", in: "in", out: "out" },
  status: { open: "open", "under-way": "under way", done: "done" },
  paragraph: "para.",
}
const reading: Reading = {
  ...words,
  areas: [
    { id: inclusion, title: "Digital inclusion", slug: "inclusion", aliases: ["E-inclusion"] },
    { id: trust, title: "Digital trust and security", slug: "trust", aliases: [] },
  ],
  people: [
    { id: farah, name: "Farah Mensimah", member: true },
    { id: kwame, name: "Kwame Lindqvist", member: false },
  ],
  mandate: "A/74/821",
}
const row: CellValues = {
  area: inclusion,
  suggests: "A coalition that\nmaps inclusion",
  citation: { mandate: "A/74/821", paragraph: "93 (a)" },
  activities: [
    {
      ...{ id: first, title: "Gender | and access", kind: "dc", years: [2020, 2021, 2022] },
      ...{ link: "https://gender.example.org/", body: "DC on Gender" },
    },
    { id: kwame, title: "Languages", kind: "policy-network", years: [], link: "", body: "" },
  ],
  synergies: [
    {
      type: "paragraph",
      content: [
        { type: "text", text: "See " },
        { type: "mention", attrs: { personId: farah, label: "Farah Mensimah" } },
      ],
    },
    {
      type: "bulletList",
      content: [
        {
          type: "listItem",
          content: [
            {
              type: "paragraph",
              content: [
                {
                  ...{ type: "text", text: "the list" },
                  marks: [{ type: "link", attrs: { href: "https://list.example.org/" } }],
                },
              ],
            },
          ],
        },
      ],
    },
  ],
  scope: { scope: "in", reason: "It concerns: the Office" },
  responsible: farah,
  status: "under-way",
  confirmed: "2022-02-17",
}
const naming: Naming = {
  ...words,
  area: (id) => reading.areas.find((area) => area.id === id)?.title ?? "",
  person: (id) => reading.people.find((person) => person.id === id)?.name ?? "",
}
const read = (field: CellField, text: string) => readCell(field, text, row, reading)

test.each(Object.keys(row) as CellField[])("%s is read again as it was written", (field) => {
  expect(read(field, cellText(field, row, naming))).toEqual({ value: row[field] })
})

test("areas are known by their aliases, members by their names, whatever the letters", () => {
  expect(read("area", "e-INCLUSION")).toEqual({ value: inclusion })
  expect(read("area", "Weather")).toEqual({ problem: "mapping.unread.area" })
  expect(read("responsible", "farah mensimah")).toEqual({ value: farah })
  expect(read("responsible", "Kwame Lindqvist")).toEqual({ problem: "mapping.unread.responsible" })
  expect(read("responsible", "")).toEqual({ value: null })
})

test("a paragraph alone is one of the mandate; words without a paragraph are all kept", () => {
  expect(read("citation", "36 (b)")).toEqual({
    value: { mandate: "A/74/821", paragraph: "36 (b)" },
  })
  expect(read("citation", "§ 12")).toEqual({ value: { mandate: "A/74/821", paragraph: "12" } })
  expect(read("citation", "Our Common Agenda, inclusion chapter")).toEqual({
    value: { mandate: "Our Common Agenda, inclusion chapter", paragraph: "" },
  })
})

test("a scope keeps its reason, and needs one", () => {
  expect(read("scope", "in")).toEqual({ value: row.scope })
  expect(read("scope", "OUT: not of the IGF")).toEqual({
    value: { scope: "out", reason: "not of the IGF" },
  })
  expect(read("scope", "out")).toEqual({ problem: "mapping.scopeReason" })
  expect(read("scope", "perhaps: why not")).toEqual({ problem: "mapping.unread.scope" })
})

test("activities that are written as they stand are the same, whatever stands beside them", () => {
  const strange = [
    { id: first, title: "Open | dc", kind: "other" as const, years: [], link: "", body: "" },
    { id: kwame, title: "Forum", kind: "bpf" as const, years: [2021], link: "", body: "IGF | MAG" },
  ]
  const now = { ...row, activities: strange }
  const text = ["Open | dc | other", "New | dc | 2020", "Forum | bpf | 2021 | IGF | MAG"]
  expect(readCell("activities", text.join("\n"), now, reading)).toMatchObject({
    value: [strange[0], { title: "New" }, strange[1]],
  })
})

test("an activity keeps its id while its title stays, and may be a title alone", () => {
  const { value } = read("activities", "Languages | dc | 2019–2020\n- Something new") as {
    value: CellValues["activities"]
  }
  expect(value).toEqual([
    { id: kwame, title: "Languages", kind: "dc", years: [2019, 2020], link: "", body: "" },
    {
      id: expect.any(String),
      title: "Something new",
      kind: "other",
      years: [],
      link: "",
      body: "",
    },
  ])
})

test("links that run script, and years that are none, are refused", () => {
  expect(read("activities", "A | dc | 2020 | body | javascript:alert(1)")).toEqual({
    problem: "mapping.linkForm",
  })
  expect(read("activities", "A | dc | lately")).toEqual({ problem: "mapping.unread.activities" })
  expect(read("activities", "A | dc | 1066")).toEqual({ problem: "mapping.yearForm" })
  expect(read("activities", "A | nonsense | 2020")).toEqual({
    problem: "mapping.unread.activities",
  })
  const { value } = read("synergies", "[x](javascript:alert(1))") as {
    value: CellValues["synergies"]
  }
  expect(value).toEqual([
    { type: "paragraph", content: [{ type: "text", text: "[x](javascript:alert(1))" }] },
  ])
})

test("a day is read in figures or in words, never where two countries read two days", () => {
  expect(read("confirmed", "17 Feb 2022")).toEqual({ value: "2022-02-17" })
  expect(read("confirmed", "1er février 2022")).toEqual({ value: "2022-02-01" })
  expect(read("confirmed", "17/02/2022")).toEqual({ value: "2022-02-17" })
  expect(read("confirmed", "2/17/2022")).toEqual({ value: "2022-02-17" })
  expect(read("confirmed", "17.02.2022")).toEqual({ value: "2022-02-17" })
  expect(read("confirmed", "44609")).toEqual({ problem: "mapping.unread.confirmed" })
  expect(read("confirmed", "03/02/2022")).toEqual({ problem: "mapping.unread.confirmed" })
  expect(read("confirmed", "31 February 2022")).toEqual({ problem: "mapping.unread.confirmed" })
})

test("a cell of 100 kB is refused", () => {
  expect(read("suggests", "x".repeat(100_000))).toEqual({ problem: "field.tooLong" })
  expect(read("status", "x".repeat(100_000))).toEqual({ problem: "mapping.unread.status" })
})

test("what people call a status, a scope or a kind is known, and the reader's own words go first", () => {
  expect(read("status", "Ongoing")).toEqual({ value: "under-way" })
  expect(read("status", "terminé")).toEqual({ value: "done" })
  expect(read("scope", "Yes")).toEqual({ value: row.scope })
  expect(read("scope", "no: not of the IGF")).toEqual({
    value: { scope: "out", reason: "not of the IGF" },
  })
  expect(read("activities", "Local content | BPF | 2021")).toMatchObject({
    value: [{ title: "Local content", kind: "bpf", years: [2021] }],
  })
  expect(read("activities", "Session | atelier | Dynamic coalition | 2021")).toMatchObject({
    value: [{ title: "Session | atelier", kind: "dc" }],
  })
})

test("rich text keeps its emphasis where its words stay, line by line", () => {
  const strong: CellValues["synergies"] = ["First", "Second"].map((text) => ({
    type: "paragraph",
    content: [{ type: "text", text, marks: [{ type: "bold" }] }],
  }))
  const now = { ...row, synergies: strong }
  expect(readCell("synergies", "First\nSecond", now, reading)).toEqual({ value: strong })
  expect(readCell("synergies", "First\nBetween\nSecond", now, reading)).toEqual({
    value: [
      strong[0],
      { type: "paragraph", content: [{ type: "text", text: "Between" }] },
      strong[1],
    ],
  })
  const blocks = new Map([["First\nSecond", strong]])
  expect(readCell("synergies", "First\nSecond", row, { ...reading, blocks })).toEqual({
    value: strong,
  })
  expect(readCell("synergies", "First, and more", now, reading)).toEqual({
    value: [{ type: "paragraph", content: [{ type: "text", text: "First, and more" }] }],
  })
})
