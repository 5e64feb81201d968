import type { PlainBlock } from "@/lib/minutes/model"
import type { Activity, Area, CellValues } from "../model"
import type { Table } from "../queries"
import type { Standing } from "./model"
import { emptyCells } from "./plan-line"

const id = (at: number) => `0f0e0d0c-1111-4222-8333-${String(at).padStart(12, "0")}`
const area = (at: number, slug: string, title: string, aliases: string[] = []): Area => {
  return { id: id(at), slug, title, aliases, position: at, crossCutting: false, revision: 1 }
}
export const areas = [
  area(1, "connectivity", "Global connectivity", ["Connectivity", "Universal access"]),
  area(2, "inclusion", "Digital inclusion"),
]
export const people = [
  { id: id(11), name: "Ana Example", member: true },
  { id: id(12), name: "محمد بن عبد الله", member: true },
  { id: id(13), name: "Somebody Former", member: false },
]
export const activity = (more: Partial<Activity> = {}): Activity => {
  const given = { title: "Meaningful access", kind: "policy-network" as const, years: [2021, 2022] }
  return { id: crypto.randomUUID(), ...given, link: "", body: "", ...more }
}

const line = (text: string, ...marks: ("bold" | "italic")[]) => ({
  type: "text" as const,
  text,
  ...(marks.length > 0 ? { marks: marks.map((type) => ({ type })) } : {}),
})
const link = (text: string, href: string) => ({
  type: "text" as const,
  text,
  marks: [{ type: "link" as const, attrs: { href } }],
})
const paragraph = (...content: object[]) => ({ type: "paragraph", content }) as PlainBlock

/** Rich text of every kind, with words that could be taken for its signs. */
export const richText = [
  paragraph(line("Joins "), line("both", "bold"), line(" and "), line("each", "bold", "italic")),
  paragraph(
    link("its page", "https://example.org/a_(b)?c=1&d=2"),
    line(" beside "),
    link("https://example.org/", "https://example.org/"),
  ),
  {
    type: "bulletList",
    content: [
      {
        type: "listItem",
        content: [
          paragraph(line("First")),
          {
            type: "orderedList",
            attrs: { start: 3 },
            content: [{ type: "listItem", content: [paragraph(line("Within"))] }],
          },
        ],
      },
      { type: "listItem", content: [paragraph(line("Second *not italic* [not] a \\ link"))] },
    ],
  },
  paragraph(line("- no entry of a list"), { type: "hardBreak" }, line("=1+1")),
  paragraph(
    { type: "mention", attrs: { personId: id(11), label: "Ana Example" } },
    line(" says: "),
    line("قال الرئيس (نائب)", "bold"),
    line(" 5 * 3 * 2"),
  ),
] as PlainBlock[]

/** Rows whose cells programs stumble over. */
export const hardRows: Partial<CellValues>[] = [
  {
    suggests: '=HYPERLINK("https://evil.example.org";"Look")',
    citation: { mandate: "A/74/821", paragraph: "93 (a)" },
    activities: [
      activity({ link: "https://example.org/pn?a=1,2;3", body: 'PN on access, "the network"' }),
      activity({ title: "A | stroke \\ and a comma, too", kind: "bpf", years: [2019, 2020, 2021] }),
      activity({ title: "-1+1", kind: "other", years: [] }),
    ],
    synergies: richText,
    scope: { scope: "in", reason: 'It is theirs; "all" of it\nand more' },
    responsible: id(11),
    status: "under-way",
    confirmed: "2022-02-17",
  },
  { suggests: "'=already with an apostrophe", responsible: id(12), status: "done" },
  {
    suggests: "Several\n\nlines\nof text\twith a tab ",
    citation: { mandate: "@SUM(1)", paragraph: "" },
  },
  { suggests: "توسيع الاتصال (للجميع) حتى 2030", scope: { scope: "out", reason: "+1" } },
  { suggests: "_x0041_ <b>&amp;</b> 😀 \u0007 end", responsible: id(13) },
  { suggests: "Long", synergies: [paragraph(line("word ".repeat(8_000)))] },
  { suggests: "0012", citation: { mandate: "", paragraph: "1/2" }, confirmed: "2020-02-29" },
]

/** The table of those rows, and the same as a file is laid beside it. */
export function hardTable(): { table: Table; standing: Standing } {
  const rows = hardRows.map((cells, at) => ({
    id: id(100 + at),
    number: at + 1,
    position: at,
    cells: { ...emptyCells(id((at % 2) + 1)), ...cells },
    revisions: {},
  }))
  return {
    table: {
      areas,
      people,
      rows: rows.map((row) => ({ ...row, scopeDecided: null, retired: null })),
    },
    standing: {
      ...{
        areas,
        people,
        mandate: "A/74/821",
        mayDecide: true,
        state: { mapping: "0a1b2c3d", change: 0 },
      },
      rows: rows.map((row) => ({ ...row, retired: null })),
    },
  }
}
