import { compareWords, type Part } from "@/lib/minutes/compare-words"
import type { Block, Inline } from "@/lib/minutes/model"
import { type PlainWords, plainBlock } from "@/lib/minutes/plain"
import { alignReports, isSame } from "./align"
import type { ReportBlock, ReportInline, ReportPlainBlock } from "./blocks"
import type { ReportContent } from "./model"

/**
 * A paragraph of two versions beside each other. `was` holds what stays and what went, `now` what stays
 * and what came; empty where there was none. `place` is where it stands in the newer version.
 */
export type ComparedPair = {
  kind: "changed" | "added" | "removed" | "formatting"
  place: string
  was: Part[]
  now: Part[]
}

/** A section in which something changed; `title` with its label, "" before and after the agenda. */
export type ComparedSection = { id: string; title: string; pairs: ComparedPair[] }

export type VersionChanges = {
  sections: ComparedSection[]
  /** Time ran out: whole paragraphs stand as changed where only some of their words did. */
  coarse: boolean
}

/**
 * What the newer of two versions says otherwise in its text, paragraph by paragraph, word by word. `until`
 * is an instant of `performance.now()`, for the text as a whole.
 */
export function compareVersions(
  older: ReportContent,
  newer: ReportContent,
  words: PlainWords,
  until: number,
): VersionChanges {
  let coarse = false
  const sections = alignReports(older, newer, until).flatMap(({ id, was, now, pairs }) => {
    const item = now ?? was
    const changed = pairs
      .filter((pair) => !isSame(pair))
      .map((pair): ComparedPair => {
        const before = pair.was ? wordsOf(pair.was, words) : ""
        const after = pair.now ? wordsOf(pair.now, words) : ""
        const sides = besideEachOther(before, after, newer.language, until)
        coarse ||= sides.coarse
        const kind = !pair.was ? "added" : !pair.now ? "removed" : "changed"
        return { ...sides, kind: before === after ? "formatting" : kind, place: pair.place }
      })
    const title = item ? `${item.label} ${item.title}` : ""
    return changed.length > 0 ? [{ id, title, pairs: changed }] : []
  })
  return { sections, coarse }
}

/** Two texts word by word, each side with what belongs to it. */
export function besideEachOther(
  before: string,
  after: string,
  language: string,
  until: number,
): { was: Part[]; now: Part[]; coarse: boolean } {
  const { parts, coarse } = compareWords(before, after, language, until)
  return {
    was: parts.filter(({ kind }) => kind !== "added"),
    now: parts.filter(({ kind }) => kind !== "removed"),
    coarse,
  }
}

const wordsOf = (block: ReportBlock, words: PlainWords) => plainBlock(asWritten(block), words)

/** A published block in the form of the minutes, whose people have no ids. */
function asWritten(block: ReportBlock): Block {
  switch (block.type) {
    case "statement":
      return {
        ...block,
        attrs: { ...block.attrs, personId: null },
        content: block.content.map(plain),
      }
    case "action": {
      const owners = block.attrs.owners.map((name) => ({ name, personId: null }))
      return { ...block, attrs: { ...block.attrs, owners }, content: block.content.map(plain) }
    }
    case "decision":
    case "question":
    case "blockquote":
      return { ...block, content: block.content.map(plain) } as Block
    default:
      return plain(block)
  }
}

type PlainWritten = Extract<Block, { type: "paragraph" | "bulletList" | "orderedList" }>

function plain(block: ReportPlainBlock): PlainWritten {
  if (block.type === "paragraph") return { type: "paragraph", content: block.content.map(inline) }
  const items = block.content.map((item) => ({
    type: "listItem" as const,
    content: item.content.map(plain),
  }))
  const start = block.type === "orderedList" ? (block.attrs?.start ?? 1) : 1
  return (
    block.type === "bulletList"
      ? { type: "bulletList", content: items }
      : { type: "orderedList", attrs: { start }, content: items }
  ) as PlainWritten
}

function inline(node: ReportInline): Inline {
  if (node.type !== "mention") return node
  return { type: "mention", attrs: { personId: "", label: node.attrs.label } }
}
