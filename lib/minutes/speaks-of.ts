import { placeholdersIn, type Spoken } from "@/lib/links/spoken"
import { runsOfWords } from "./link-placeholders"
import { type Inline, inlineText, type MinutesText } from "./model"

/** What minutes speak of: where their links lead, and the documents that somebody has still to put there. */
export function speaksOf(text: MinutesText): Spoken[] {
  return text.order.flatMap((id) => spokenUnder(text.sections[id]))
}

/** What the paragraphs under a node speak of; a published report is made of the same ones. */
export function spokenUnder(node: unknown): Spoken[] {
  if (Array.isArray(node)) return node.flatMap(spokenUnder)
  if (typeof node !== "object" || node === null) return []
  const { type, content } = node as { type?: unknown; content?: unknown }
  if (type !== "paragraph") return spokenUnder(content)
  const line = (Array.isArray(content) ? content : []) as Inline[]
  const missing = runsOfWords(line).flatMap((run) =>
    Array.isArray(run) ? placeholdersIn(inlineText(run)) : [],
  )
  return [...linksOf(line), ...missing.map((label) => ({ to: "missing", label }) as const)]
}

/** The links of a line; pieces of one link side by side are one. */
function linksOf(line: readonly Inline[]): Spoken[] {
  const links: { to: "address"; href: string; words: string }[] = []
  let open: string | null = null
  for (const node of line) {
    const mark = node.marks?.find((each) => each.type === "link")
    const href = mark?.attrs.href ?? null
    const last = links.at(-1)
    if (href && href === open && last) last.words += inlineText([node])
    else if (href) links.push({ to: "address", href, words: inlineText([node]) })
    open = href
  }
  return links
}
