import fc from "fast-check"
import type { ReportBlock, ReportInline, ReportMark, ReportPlainBlock } from "@/lib/reports/blocks"
import { exampleReport, line } from "@/lib/reports/example"
import type { ReportContent, ReportPerson } from "@/lib/reports/model"

/** Words that are easily taken for something else, in several scripts. */
const pieces = [
  ...[
    "plain words",
    "a",
    "2022",
    "# no heading",
    "- no entry",
    "1. no number",
    "> no quote",
    "***",
  ],
  ...["*", "_", "**x**", "__Decision 1/1__", "`code`", "[a](b)", "![i]", "<b>", "&amp;", "&", "\\"],
  ...["| cell |", "=SUM(A1)", "+1", "@here", "-- ", "~~~", "===", "a\tb", "  two  ", " ", "\u00a0"],
  ...["محمد العمري", "שלום", "李明", "สวัสดี", "Κωνσταντίνος", "Иванова", "👩‍💻", "🇰🇪", "é̂", "!"],
  ..."https://example.org/a_b*c (x)".split(" "),
]
const text = fc
  .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 4 })
  .map((all) => all.join(""))
const name = fc
  .oneof(
    fc.constantFrom("Ilse Brandvold", "N".repeat(300), "محمد العمري", "=cmd", "O’Neill, J."),
    text,
  )
  .filter((each) => each.trim() !== "")

const hrefs = [
  "https://example.org/a",
  "https://example.org/b?c=1&copy=2",
  "https://example.org/(d)_<e>*",
  "mailto:a@example.org",
]
const mark: fc.Arbitrary<ReportMark> = fc.oneof(
  fc.constant({ type: "bold" as const }),
  fc.constant({ type: "italic" as const }),
  fc.constantFrom(...hrefs).map((href) => ({ type: "link" as const, attrs: { href } })),
)
const marks = fc.uniqueArray(mark, { maxLength: 3, selector: ({ type }) => type })
const inline: fc.Arbitrary<ReportInline> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ text, marks }).map((node) => ({ type: "text" as const, ...node })),
  },
  { weight: 1, arbitrary: fc.constant({ type: "hardBreak" as const }) },
)
const speaks = (node: ReportInline) => node.type === "text" && node.text.trim() !== ""
/** A line of nothing but blanks is no line of a published text. */
const paragraph = fc
  .array(inline, { minLength: 1, maxLength: 4 })
  .filter((content) => content.some(speaks))
  .map((content) => line(...content))

const plain: fc.Arbitrary<ReportPlainBlock> = fc.letrec<{ block: ReportPlainBlock }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 2 },
    paragraph,
    fc
      .array(fc.array(tie("block"), { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 })
      .chain((items) =>
        fc.constantFrom(null, 1, 7, 9999).map((start): ReportPlainBlock => {
          const content = items.map((item) => ({ type: "listItem" as const, content: item }))
          if (start === null) return { type: "bulletList", content }
          return { type: "orderedList", ...(start === 1 ? {} : { attrs: { start } }), content }
        }),
      ),
  ),
})).block
const flow = fc.array(plain, { minLength: 1, maxLength: 2 })
const id = fc.uuid()

const block: fc.Arbitrary<ReportBlock> = fc.oneof(
  plain,
  flow.map((content) => ({ type: "blockquote" as const, content })),
  fc
    .record({ id, name, capacity: fc.oneof(fc.constant(""), text), content: flow })
    .map(({ content, ...attrs }) => ({ type: "statement" as const, attrs, content })),
  fc
    .record({ id, content: flow })
    .map(({ id: of, content }) => ({ type: "decision" as const, attrs: { id: of }, content })),
  fc
    .record({
      id,
      owners: fc.array(name, { maxLength: 2 }),
      due: fc.constantFrom(null, "2022-03-14"),
      content: flow,
    })
    .map(({ content, ...attrs }) => ({ type: "action" as const, attrs, content })),
  fc
    .record({ id, outcome: fc.oneof(fc.constant(null), text), content: flow })
    .map(({ content, ...attrs }) => ({ type: "question" as const, attrs, content })),
)
const blocks = fc.array(block, { maxLength: 4 })
const person = fc.record({ name, capacity: fc.oneof(fc.constant(""), text) })
const people = fc.array(person, { maxLength: 3 })
const said = text.filter((each) => each.trim() !== "")

/** Any report of an invented meeting: three items, one below another, and whatever people may write. */
export const arbitraryReport: fc.Arbitrary<ReportContent> = fc
  .record({
    language: fc.constantFrom("en", "fr", "ar", "pt-BR"),
    titles: fc.tuple(text, text, text).filter((all) => all.every((each) => each.trim() !== "")),
    parts: fc.tuple(blocks, blocks, blocks, blocks, blocks),
    lists: fc.tuple(people, people, people),
    officers: fc.tuple(people, people, people),
    noteTaker: fc.oneof(fc.constant(null), person),
    place: fc.oneof(fc.constant("online"), text),
    nextMeeting: fc.oneof(fc.constant(""), text),
    correction: fc.oneof(
      fc.constant(null),
      fc
        .record({ reason: said, by: person })
        .map((each) => ({ ...each, corrects: 1, touches: [] })),
    ),
    title: text,
    coverage: fc.constantFrom(
      "discussed" as const,
      "not-reached" as const,
      "not-recorded" as const,
    ),
  })
  .map(({ language, titles, parts, lists, officers, title, coverage, ...beside }) => {
    const ids = ["opening", "one", "below", "two", "closing"]
    const item = (at: number, label: string) => {
      return {
        id: ids[at] ?? "",
        label,
        title: titles[at - 1]?.trim() ?? "",
        coverage,
        children: [],
      }
    }
    // Whoever has several offices has one capacity in all of them.
    const capacities = new Map<string, string>()
    const onTheDay = ({ name, capacity }: ReportPerson): ReportPerson => {
      capacities.set(name, capacities.get(name) ?? capacity)
      return { name, capacity: capacities.get(name) ?? "" }
    }
    // A note-taker has the capacity in which they attended.
    const asListed = (name: string): ReportPerson => {
      const attended = lists.flat().find((each) => each.name === name)
      return { name, capacity: attended?.capacity ?? "" }
    }
    const example = exampleReport()
    return exampleReport({
      language,
      version: beside.correction ? 2 : 1,
      meeting: { ...example.meeting, title, place: beside.place },
      chairs: officers[0].map(onTheDay),
      hosts: officers[1].map(onTheDay),
      moderators: officers[2].map(onTheDay),
      noteTaker: beside.noteTaker && asListed(beside.noteTaker.name),
      nextMeeting: beside.nextMeeting,
      correction: beside.correction,
      agenda: [{ ...item(1, "1"), children: [item(2, "1a")] }, item(3, "2")],
      sections: parts
        .map((content, at) => ({ id: ids[at] ?? "", content }))
        .filter(({ content }) => content.length > 0),
      attendance: { list: "annexed", present: lists[0], regrets: lists[1], written: lists[2] },
    })
  })

/**
 * A report as two of them are compared that should say the same: without the ids of items and blocks,
 * people who are mentioned as words, words of one look as one text.
 */
export function bare(report: ReportContent): unknown {
  const names = new Map<string, string>()
  const nameOf = (of: string) => {
    if (of === "opening" || of === "closing") return of
    if (!names.has(of)) names.set(of, `item ${names.size + 1}`)
    return names.get(of)
  }
  const items = (all: ReportContent["agenda"]): unknown =>
    all.map((item) => ({ ...item, id: nameOf(item.id), children: items(item.children) }))
  const agenda = items(report.agenda)
  return JSON.parse(
    JSON.stringify({
      ...report,
      agenda,
      sections: report.sections.map(({ id: of, content }) => ({
        id: nameOf(of),
        content: content.map(bareBlock),
      })),
    }),
  )
}

function bareBlock(value: unknown): unknown {
  if (Array.isArray(value)) return joined(value.map(bareBlock))
  if (typeof value !== "object" || value === null) return value
  const { type, attrs, ...rest } = value as Record<string, unknown>
  if (type === "mention")
    return { type: "text", text: (attrs as { label: string }).label, marks: [] }
  const { id: _, ...shown } = (attrs ?? {}) as Record<string, unknown>
  const fields = Object.entries(rest).map(([field, each]) => [
    field,
    field === "marks" ? each : bareBlock(each),
  ])
  return { type, ...(attrs ? { attrs: shown } : {}), ...Object.fromEntries(fields) }
}

function joined(nodes: unknown[]): unknown[] {
  const all: unknown[] = []
  for (const each of nodes) {
    const node = each as { type?: string; text?: string; marks?: ReportMark[] }
    if (node?.type !== "text") {
      all.push(each)
      continue
    }
    const sorted = (["bold", "italic", "link"] as const).flatMap(
      (type) => node.marks?.find((one) => one.type === type) ?? [],
    )
    const last = all.at(-1) as { type?: string; text?: string; marks?: ReportMark[] } | undefined
    if (last?.type === "text" && JSON.stringify(last.marks) === JSON.stringify(sorted))
      last.text += node.text ?? ""
    else all.push({ ...node, marks: sorted })
  }
  return all
}
