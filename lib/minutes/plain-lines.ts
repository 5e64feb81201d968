import { diffArrays } from "diff"
import type { Inline, ListItem, Paragraph, PlainBlock } from "./model"
import { chunkOf } from "./plain"
import { type Linking, partAtLinks } from "./plain-links"
import type { Naming } from "./plain-names"

/** A chunk of a text as it is written in a plain field, with the blocks that it stands for. */
export type PlainUnit<Block> = { chunk: string; blocks: Block[] }

/**
 * What became of a text, in order: blocks that nobody touched, or those replaced by what was typed, from
 * which unit and which chunk on.
 */
export type Run<Block> =
  | { kept: Block[] }
  | { replaced: PlainUnit<Block>[]; typed: string[]; unit: number; chunk: number }

/** What was typed into a plain field, parted at blank lines; without signs that cannot be stored. */
export function chunksOf(typed: string): string[] {
  return typed
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll("\0", "")
    .toWellFormed()
    .split(/\n(?:[^\S\n]*\n)+/)
    .map((chunk) => chunkOf(chunk.split("\n")))
    .filter((chunk) => chunk !== "")
}

/** Holds what was typed beside what stood there. */
export function runsOf<Block>(units: readonly PlainUnit<Block>[], chunks: string[]): Run<Block>[] {
  const runs: Run<Block>[] = []
  let place = 0
  let chunk = 0
  let replaced: PlainUnit<Block>[] = []
  const parts = diffArrays(
    units.map(({ chunk }) => chunk),
    chunks,
  )
  for (const part of parts) {
    const here = part.added ? [] : units.slice(place, place + part.value.length)
    place += here.length
    if (part.added) runs.push({ replaced, typed: part.value, unit: place - replaced.length, chunk })
    if (!part.removed) chunk += part.value.length
    if (!part.added && !part.removed) runs.push({ kept: here.flatMap(({ blocks }) => blocks) })
    replaced = part.removed ? here : []
  }
  return runs
}

/** Words with their links and with whom they name. */
export function saidIn(text: string, linking: Linking, naming: Naming): Inline[] {
  return partAtLinks(text, linking).flatMap(({ text: words, href }): Inline[] =>
    href === null
      ? naming.line(words)
      : [{ type: "text", text: words, marks: [{ type: "link", attrs: { href } }] }],
  )
}

/** A paragraph with what its line says. */
export const paragraphOf = <I>(content: I[]): Paragraph<I> =>
  content.length > 0 ? { type: "paragraph", content } : { type: "paragraph" }

/** Lines to blocks: runs of `- ` and `1. ` become lists (without nesting), the rest paragraphs. */
export function blocksOf<I>(
  lines: readonly string[],
  said: (text: string) => I[],
): PlainBlock<I>[] {
  const blocks: PlainBlock<I>[] = []
  for (const line of lines) {
    const [, mark, words = ""] = /^\s*(-|\d{1,4}\.)\s+(.*)$/.exec(line) ?? []
    const last = blocks.at(-1)
    if (mark === undefined) {
      blocks.push(paragraphOf(said(line)))
      continue
    }
    const entry: ListItem<I> = { type: "listItem", content: [paragraphOf(said(words))] }
    const type = mark === "-" ? "bulletList" : "orderedList"
    if (last?.type === type) last.content.push(entry)
    else if (type === "bulletList") blocks.push({ type, content: [entry] })
    else blocks.push({ type, attrs: { start: Number.parseInt(mark, 10) }, content: [entry] })
  }
  return blocks
}
