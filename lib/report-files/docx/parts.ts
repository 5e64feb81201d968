import {
  Bookmark,
  type IParagraphOptions,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  WidthType,
} from "docx"
import type { Entry, Flow, Part, RecordPart, Run } from "../sheet"
import type { Lists } from "./lists"
import { bookmark, isFromRight, wordsOf } from "./words"

type Child = Paragraph | Table

const headings = {
  1: "Heading1",
  2: "Heading2",
  3: "Heading3",
  4: "Heading4",
  5: "Heading5",
  6: "Heading6",
} as const

export function line(runs: readonly Run[], style: string, more: IParagraphOptions = {}): Paragraph {
  return new Paragraph({
    style,
    ...more,
    ...(isFromRight(runs) ? { bidirectional: true } : {}),
    children: [...(more.children ?? []), ...wordsOf(runs)],
  })
}

/** The paragraphs and tables of a part of the document. */
export function childrenOf(part: Part, lists: Lists): Child[] {
  switch (part.kind) {
    case "heading": {
      const words = [part.mark, part.words].filter(Boolean).join("\u2002")
      const level = headings[Math.min(part.level, 6) as keyof typeof headings] ?? "Heading6"
      return [line([], level, { children: placed(part.place, [{ text: words }]) })]
    }
    case "flow":
      return flowChildren(part.flow, part.small ? "Small" : "Normal", lists, part.place)
    case "quote":
      return part.flow.flatMap((flow) => flowChildren(flow, "Quotation", lists, part.place))
    case "record":
      return recordChildren(part.block, part.place, lists)
    case "note":
      return [line([{ text: part.words, italic: true }], "Normal")]
    case "facts":
      return part.rows.map(({ label, values }) =>
        line(
          [
            { text: `${label}: `, bold: true },
            ...values.flatMap((runs, index) => (index > 0 ? [{ text: "; " }, ...runs] : runs)),
          ],
          "Facts",
        ),
      )
    case "notice":
      return [
        line([{ text: part.title, bold: true }], "Notice", { keepNext: true }),
        line(part.runs, "Notice"),
      ]
    case "contents":
      return entriesOf(part.entries, 0)
    case "table":
      return [table(part), line([], "Small")]
  }
}

function placed(place: string, runs: readonly Run[]): ParagraphChild[] {
  const children = wordsOf(runs)
  return place ? [new Bookmark({ id: bookmark(place), children })] : children
}

function flowChildren(flow: Flow, style: string, lists: Lists, place = "", depth = 0): Paragraph[] {
  const at = place ? { children: [new Bookmark({ id: bookmark(place), children: [] })] } : {}
  if (flow.kind === "paragraph") return [line(flow.runs, style, at)]
  const numbering = lists.begin(flow.start, depth)
  return flow.items.flatMap((item, index) =>
    item.flatMap((block, row) => {
      if (block.kind === "list")
        return flowChildren(block, style, lists, index + row === 0 ? place : "", depth + 1)
      const more = index + row === 0 ? at : {}
      // What follows in an entry stands under its words, without a sign of its own.
      return row === 0
        ? [line(block.runs, style, { ...more, numbering })]
        : [line(block.runs, style, { ...more, indent: { left: 360 * (depth + 1) } })]
    }),
  )
}

const styleOf = {
  statement: "Statement",
  decision: "Decision",
  action: "Action",
  question: "Question",
} as const

function recordChildren(block: RecordPart, place: string, lists: Lists): Child[] {
  const style = styleOf[block.type]
  const { who } = block
  return [
    line([], "Label", { children: placed(place, [{ text: block.label }]) }),
    ...(who
      ? [
          line(
            [{ text: who.name, bold: true }, { text: who.capacity ? `, ${who.capacity}` : "" }],
            style,
            { keepNext: true },
          ),
        ]
      : []),
    ...block.flow.flatMap((flow) => flowChildren(flow, style, lists)),
    ...(block.outcome ? [line([{ text: block.outcome }], "Normal")] : []),
    ...block.terms.map(({ label, value }) =>
      line([{ text: `${label}: `, bold: true }, { text: value }], "Terms"),
    ),
  ]
}

function entriesOf(entries: readonly Entry[], depth: number): Paragraph[] {
  return entries.flatMap(({ mark, words, note, to, below }) => [
    line(
      [
        ...(mark ? [{ text: `${mark}\u2002` }] : []),
        { text: words, ...(to ? { href: `#${to}` } : {}) },
        ...(note ? [{ text: `\u2002${note}`, italic: true }] : []),
      ],
      "Facts",
      { indent: { left: 360 * Math.min(depth, 6) } },
    ),
    ...entriesOf(below, depth + 1),
  ])
}

function table({ head, rows }: Extract<Part, { kind: "table" }>): Table {
  const columns = Math.max(1, head.length, ...rows.map((row) => row.length))
  const row = (cells: readonly (readonly Run[])[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      children: Array.from({ length: columns }, (_, index) => {
        const runs = cells[index] ?? []
        const shown = isHead ? runs.map((run) => ({ ...run, bold: true })) : runs
        return new TableCell({
          margins: { top: 40, bottom: 40, left: 80, right: 80 },
          width: { size: 100 / columns, type: WidthType.PERCENTAGE },
          children: [line(shown, "Facts")],
        })
      }),
    })
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      ...(head.length > 0
        ? [
            row(
              head.map((text) => [{ text }]),
              true,
            ),
          ]
        : []),
      ...rows.map((cells) => row(cells, false)),
    ],
  })
}
