import MarkdownIt, { type Token } from "markdown-it"
import { translatorFor } from "@/lib/platform/i18n"
import { routing } from "@/lib/platform/locales"
import type { ReportBlock, ReportPlainBlock } from "@/lib/reports/blocks"
import { type ReportAgendaItem, type ReportContent, readReport } from "@/lib/reports/model"
import { splitFrontMatter } from "./front-matter"
import { type OurLine, ourLines, readLine } from "./read-line"

const parser = new MarkdownIt({ html: true, linkify: false, typographer: false })
parser.disable(["html_block", "code", "fence", "table", "reference", "lheading", "image"])
parser.disable(["backticks", "strikethrough", "linkify"], true)
// Addresses stay as they stand, whatever they are: what may be a link is judged by the record.
parser.normalizeLink = (href) => href
parser.normalizeLinkText = (text) => text
parser.validateLink = () => true

/**
 * A version out of our own Markdown, as it was written or as somebody changed it since; null for a
 * text that is not of that form. Ids are new, and people who were mentioned are words.
 */
export function readMarkdown(source: string): ReportContent | null {
  const split = splitFrontMatter(source)
  if (!split) return null
  const { coverage, address: _, sha256: __, ledger: ___, ...facts } = split.facts
  const text = new Text(parser.parse(split.text, {}), coverages(coverage))
  try {
    return readReport({ ...facts, agenda: text.agenda, sections: text.sections() })
  } catch {
    return null
  }
}

function coverages(value: unknown): Record<string, string> {
  if (typeof value !== "object" || value === null) return {}
  return Object.fromEntries(Object.entries(value).map(([label, said]) => [label, String(said)]))
}

class Text {
  readonly agenda: ReportAgendaItem[] = []
  readonly #sections = new Map<string, ReportBlock[]>()
  readonly #open: ReportAgendaItem[] = []
  #at = 0

  constructor(
    readonly tokens: readonly Token[],
    readonly coverage: Record<string, string>,
  ) {
    const parts = ["front", "opening", "closing", "back"]
    let part = 0
    let section = "opening"
    while (this.#at < tokens.length) {
      const token = tokens[this.#at]
      if (token?.type === "hr") {
        part += 1
        section = parts[part] ?? "back"
        this.#at += 1
      } else if (token?.type === "heading_open" && part === 1) section = this.#item(token)
      else {
        const block = this.#block()
        const isText = part === 1 || part === 2
        if (block && isText && !this.#isNotice(block, section))
          this.#sections.set(section, [...(this.#sections.get(section) ?? []), block])
      }
    }
  }

  sections() {
    return [...this.#sections].map(([id, content]) => ({ id, content }))
  }

  #item({ tag }: Token): string {
    const depth = Number(tag.slice(1)) - 2
    const line = readLine(this.tokens[this.#at + 1]?.children ?? [])
    const words = line.map((node) => (node.type === "text" ? node.text : "")).join("")
    this.#at += 3
    this.#open.length = Math.max(0, Math.min(depth, this.#open.length))
    const above = this.#open.at(-1)
    const siblings = above ? above.children : this.agenda
    const [, label = `${siblings.length + 1}`, title = words] =
      /^(\d+[a-z]*)\. (.*)$/s.exec(words) ?? []
    const coverage = (this.coverage[label] ?? "discussed") as ReportAgendaItem["coverage"]
    const item = { id: crypto.randomUUID(), label, title, coverage, children: [] }
    siblings.push(item)
    this.#open.push(item)
    return item.id
  }

  /** Our own sentence under an item that says nothing. */
  #isNotice(block: ReportBlock, section: string): boolean {
    const item = this.#open.at(-1)
    return item?.id === section && item.coverage !== "discussed" && block === this.#ours
  }
  #ours: ReportBlock | null = null

  #block(): ReportBlock | null {
    const token = this.tokens[this.#at]
    switch (token?.type) {
      case "blockquote_open":
        return this.#quote()
      case "paragraph_open":
      case "bullet_list_open":
      case "ordered_list_open":
        return this.#plain()
      default:
        this.#at += 1
        return null
    }
  }

  #plain(): ReportPlainBlock | null {
    const token = this.tokens[this.#at]
    this.#at += 1
    if (token?.type === "paragraph_open") {
      const children = this.tokens[this.#at]?.children ?? []
      this.#at += 2
      const block = { type: "paragraph" as const, content: readLine(children) }
      if (children[0]?.type === "em_open" && children[0].markup === "_") this.#ours = block
      return block.content.length > 0 ? block : null
    }
    if (token?.type !== "bullet_list_open" && token?.type !== "ordered_list_open") return null
    const items = this.#items(token.type.replace("_open", "_close"))
    if (token.type === "bullet_list_open") return { type: "bulletList", content: items }
    const start = Number(token.attrGet("start") ?? 1)
    return { type: "orderedList", ...(start === 1 ? {} : { attrs: { start } }), content: items }
  }

  #items(end: string) {
    const items: { type: "listItem"; content: ReportPlainBlock[] }[] = []
    while (this.#at < this.tokens.length && this.tokens[this.#at]?.type !== end) {
      this.#at += 1
      const content = this.#until("list_item_close")
      if (content.length > 0) items.push({ type: "listItem", content })
    }
    this.#at += 1
    return items
  }

  #until(end: string): ReportPlainBlock[] {
    const content: ReportPlainBlock[] = []
    while (this.#at < this.tokens.length && this.tokens[this.#at]?.type !== end) {
      const block = this.#plain()
      if (block) content.push(block)
    }
    this.#at += 1
    return content
  }

  /** A quotation, or a block of the record by the label that it begins with. */
  #quote(): ReportBlock | null {
    this.#at += 1
    const [first, last] = this.#edges()
    const kind = first && kindOf(first.label)
    if (kind) this.#at += 3
    const content = this.#until("blockquote_close")
    if (!kind) return content.length > 0 ? { type: "blockquote", content } : null
    const said = last && last.at !== first.at ? ourLines(last.children) : []
    const owners = said.find(({ label }) => termOf(label) === "owners")
    const due = said.find(({ label }) => termOf(label) === "due")
    const outcome = said.find(({ label }) => termOf(label) === "outcome")
    if (owners || due || outcome) content.pop()
    const id = crypto.randomUUID()
    switch (kind) {
      case "statement":
        return {
          type: kind,
          attrs: { id, name: first.names[0] ?? "", capacity: first.rest.replace(/^, /, "") },
          content,
        }
      case "action":
        return {
          type: kind,
          attrs: { id, owners: owners?.names ?? [], due: due?.rest.trim() || null },
          content,
        }
      case "question":
        return { type: kind, attrs: { id, outcome: outcome ? outcome.rest : null }, content }
      default:
        return { type: kind, attrs: { id }, content }
    }
  }

  /** The first paragraph of a quotation with the label in it, and its last one. */
  #edges(): [(OurLine & { at: number }) | null, { at: number; children: Token[] } | null] {
    const start = this.tokens[this.#at]
    const line = start?.type === "paragraph_open" ? this.tokens[this.#at + 1] : undefined
    const [label] = ourLines(line?.children ?? [])
    let depth = 0
    let last: { at: number; children: Token[] } | null = null
    for (let at = this.#at; at < this.tokens.length; at++) {
      const token = this.tokens[at]
      if (!token) break
      depth += token.nesting
      if (depth < 0) break
      if (token.type === "inline" && depth === 1) last = { at, children: token.children ?? [] }
    }
    return [label ? { ...label, at: this.#at + 1 } : null, last]
  }
}

const words = routing.locales.map((locale) => {
  const t = translatorFor(locale)
  const owners = [1, 2].map((count) => t("report.owners", { count }))
  return {
    kinds: (["statement", "decision", "action", "question"] as const).map(
      (kind) => [kind, t(`report.block.${kind}`, { ordinal: "" }).trim()] as const,
    ),
    terms: [
      ...owners.map((word) => ["owners", word] as const),
      ["due", t("report.due")] as const,
      ["outcome", t("files.outcome")] as const,
    ],
  }
})

function kindOf(label: string) {
  return words
    .flatMap(({ kinds }) => kinds)
    .find(
      ([, word]) =>
        label === word || (label.startsWith(word) && /^\s/.test(label.slice(word.length))),
    )?.[0]
}

function termOf(label: string) {
  return words.flatMap(({ terms }) => terms).find(([, word]) => word === label)?.[0]
}
