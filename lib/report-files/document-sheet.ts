import { documentPath } from "@/lib/documents/addresses"
import { referenceIn } from "@/lib/documents/links"
import {
  type DocumentBlock,
  type DocumentInline,
  type DocumentPlain,
  type Footnote,
  footnotesOf,
} from "@/lib/documents/model"
import type { PublicDocument } from "@/lib/documents/public-queries"
import { dayText } from "@/lib/platform/dates"
import { translatorFor } from "@/lib/platform/i18n"
import { wordsLocale } from "./report-setting"
import type { Flow, Part, Run, Sheet } from "./sheet"

type Setting = {
  /** Address of the portal without a slash at the end. */
  origin: string
  leads: PublicDocument["leads"]
  numbers: ReadonlyMap<Footnote, number>
}

/** A published version of a document, whole and in reading order, its notes behind it. */
export function sheetOfDocument(published: PublicDocument): Sheet {
  const { content, sha256, origin, versions, entry } = published
  const { group, document, version, text } = content
  const locale = wordsLocale(document.language)
  const t = translatorFor(locale)
  const day = versions.find(({ number }) => number === version.number)?.publishedAt
  const address = origin + documentPath(group.slug, document.slug, version.number)
  const notes = footnotesOf(text)
  const numbers = new Map(notes.map((note, place) => [note, place + 1]))
  const setting: Setting = { origin, leads: published.leads, numbers }
  const levels = text.content.flatMap((each) => (each.type === "heading" ? each.attrs.level : []))
  const down = 2 - Math.min(...levels, 2)
  const line = t("publicDocuments.line", {
    version: version.number,
    name: version.name,
    day: day ? dayText(day, locale) : "",
  })
  return {
    language: document.language,
    ownLanguage: locale,
    eyebrow: t(`publicDocuments.kind.${document.kind}`),
    title: document.title,
    named: "",
    of: group.name,
    on: line,
    parts: [
      ...text.content.flatMap((block) => partsOf(block, down, setting)),
      ...(notes.length > 0 ? [notesOf(notes, setting)] : []),
      {
        kind: "heading",
        level: 2,
        mark: "",
        words: t("publicDocuments.proof"),
        place: "record",
        own: true,
      },
      {
        kind: "facts",
        label: t("publicDocuments.proof"),
        rows: [
          { label: t("files.address"), values: [[{ text: address, href: address }]] },
          { label: "SHA-256", values: [[{ text: sha256 }]] },
          ...(entry
            ? [
                {
                  label: t("files.entry", { position: entry.position }),
                  values: [[{ text: entry.hash }]],
                },
              ]
            : []),
        ],
      },
    ],
    running: [group.shortName, document.title, `v${version.number}`].join(", "),
    address,
    proof: entry
      ? `${t("files.entry", { position: entry.position })} ${entry.hash}`
      : `SHA-256 ${sha256}`,
    publishedAt: version.madeAt,
    keywords: [group.shortName, group.name],
    page: (page, pages) => t("files.page", { page, pages }),
  }
}

const nowhere = { mark: "", place: "" }

function partsOf(block: DocumentBlock, down: number, setting: Setting): Part[] {
  switch (block.type) {
    case "heading": {
      const words = runsOf(block.content, setting)
        .map(({ text }) => text)
        .join("")
      const level = Math.max(2, Math.min(block.attrs.level + down, 6))
      return [{ kind: "heading", level, mark: "", words, place: `h-${block.attrs.id}` }]
    }
    case "blockquote":
      return [
        { kind: "quote", ...nowhere, flow: block.content.map((each) => flowOf(each, setting)) },
      ]
    case "table": {
      const rows = block.content.map(({ content }) =>
        content.map(({ content: cell }) => cellRuns(cell, setting)),
      )
      const isHead = block.content[0]?.content.every(({ type }) => type === "tableHeader")
      const head = isHead ? (rows.shift() ?? []) : []
      return [{ kind: "table", label: "", head: head.map(plain), rows }]
    }
    default:
      return [{ kind: "flow", ...nowhere, flow: flowOf(block, setting) }]
  }
}

const plain = (runs: readonly Run[]) => runs.map(({ text }) => text).join("")

function notesOf(notes: readonly Footnote[], setting: Setting): Part {
  const items = notes.map((note): Flow[] => [
    { kind: "paragraph", runs: runsOf(note.content, setting) },
  ])
  return { kind: "flow", ...nowhere, flow: { kind: "list", start: 1, items }, small: true }
}

function flowOf(block: DocumentPlain, setting: Setting): Flow {
  if (block.type === "paragraph") return { kind: "paragraph", runs: runsOf(block.content, setting) }
  return {
    kind: "list",
    start: block.type === "bulletList" ? null : block.attrs.start,
    items: block.content.map((item) => item.content.map((each) => flowOf(each, setting))),
  }
}

/** What stands in a cell, its paragraphs and entries on lines of their own. */
function cellRuns(cell: readonly DocumentPlain[], setting: Setting): Run[] {
  const lines = cell.flatMap((block): Run[][] => {
    if (block.type === "paragraph") return [runsOf(block.content, setting)]
    return block.content.map((item, index) => {
      const sign = block.type === "bulletList" ? "• " : `${block.attrs.start + index}. `
      return [{ text: sign }, ...cellRuns(item.content, setting)]
    })
  })
  return lines.flatMap((line, index) => (index > 0 ? [{ text: "\n" }, ...line] : line))
}

function runsOf(nodes: readonly DocumentInline[] = [], setting: Setting): Run[] {
  return nodes.map((node) => {
    if (node.type === "hardBreak") return { text: "\n" }
    if (node.type === "footnote") return { text: `[${setting.numbers.get(node) ?? 0}]` }
    const run: Run = { text: node.type === "text" ? node.text : node.attrs.label }
    for (const mark of node.marks ?? []) {
      if (mark.type === "bold") run.bold = true
      else if (mark.type === "italic") run.italic = true
      else {
        const href = leadOf(mark.attrs.href, setting)
        if (href) run.href = href
      }
    }
    return run
  })
}

/** Where a link leads in the world; null for one within the portal that leads nowhere for readers. */
function leadOf(href: string, { origin, leads }: Setting): string | null {
  const to = leads[href]
  if (!referenceIn(href)) return to === null ? null : href
  if (!to) return null
  return to.startsWith("/") ? origin + to : to
}
