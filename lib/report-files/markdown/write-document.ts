import { documentPath } from "@/lib/documents/addresses"
import type { PublicDocument } from "@/lib/documents/public-queries"
import { sheetOfDocument } from "../document-sheet"
import type { Flow, Part, Run } from "../sheet"
import { lineOfRuns, plain, whole } from "./line"

/** The form of the facts in front. */
const FORM = 1

/** A published version of a document as Markdown: its facts in front as YAML, then its text and notes. */
export function writeDocumentMarkdown(published: PublicDocument): string {
  const sheet = sheetOfDocument(published)
  const blocks = [
    frontMatter(published),
    `# ${whole(plain(sheet.title, true))}`,
    ...blocksOf(sheet.parts),
  ]
  return `${blocks.filter(Boolean).join("\n\n")}\n`
}

/** YAML whose values are JSON. */
function frontMatter({ content, origin, sha256, entry }: PublicDocument): string {
  const { schema, group, document, version } = content
  const address = origin + documentPath(group.slug, document.slug, version.number)
  const rows = Object.entries({
    ...{ address, sha256 },
    ...(entry ? { ledger: entry } : {}),
    ...{ schema, group, document, version },
  })
  const lines = rows.map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
  return `---\nrapporteur-document: ${FORM}\n${lines.join("\n")}\n---`
}

function blocksOf(parts: readonly Part[]): string[] {
  const signs = new Signs()
  return parts.map((part) => {
    const other = signs.of(part.kind === "flow" ? part.flow : null)
    switch (part.kind) {
      case "heading":
        return `${"#".repeat(part.level)} ${whole(plain(part.words, true))}`
      case "flow":
        return flowText(part.flow, other)
      case "quote":
        return flowsText(part.flow)
          .split("\n")
          .map((line) => (line ? `> ${line}` : ">"))
          .join("\n")
      case "table":
        return tableText(part.head, part.rows)
      case "facts":
        return part.rows
          .map(
            ({ label, values }) =>
              `- ${[`__${plain(label)}__`, ...values.map(lineOfRuns)].join(" ")}`,
          )
          .join("\n")
      default:
        throw new Error(`A document has no ${part.kind}`)
    }
  })
}

/** Two lists that follow each other need different signs, or they would be one. */
class Signs {
  #other = false
  #before: string | null = null
  of(flow: Flow | null): boolean {
    const kind = flow?.kind === "list" ? (flow.start === null ? "bullets" : "numbers") : null
    this.#other = kind !== null && kind === this.#before && !this.#other
    this.#before = kind
    return this.#other
  }
}

function flowsText(flows: readonly Flow[]): string {
  const signs = new Signs()
  return flows.map((flow) => flowText(flow, signs.of(flow))).join("\n\n")
}

function flowText(flow: Flow, other: boolean): string {
  if (flow.kind === "paragraph") return lineOfRuns(flow.runs)
  const { start, items } = flow
  const loose = items.some((item) => item.length > 1)
  return items
    .map((item, index) => {
      const sign = start === null ? (other ? "+ " : "- ") : `${start + index}${other ? ")" : "."} `
      const inside = flowsText(item).split("\n")
      const indent = " ".repeat(sign.length)
      return sign + inside.map((line, at) => (at > 0 && line ? indent + line : line)).join("\n")
    })
    .join(loose ? "\n\n" : "\n")
}

/** A table has a line of heads in Markdown: empty ones where it has none. A cell is of one line. */
function tableText(head: readonly string[], rows: readonly Run[][][]): string {
  const width = Math.max(head.length, ...rows.map((cells) => cells.length))
  const line = (cells: readonly string[]) =>
    `|${Array.from({ length: width }, (_, at) => ` ${cells[at] ?? ""} |`).join("")}`
  return [
    line(head.map((words) => plain(words))),
    `|${" --- |".repeat(width)}`,
    ...rows.map((cells) => line(cells.map(cellText))),
  ].join("\n")
}

const cellText = (runs: readonly Run[]): string =>
  lineOfRuns(runs.map((run) => (run.text === "\n" ? { ...run, text: " " } : run)))
