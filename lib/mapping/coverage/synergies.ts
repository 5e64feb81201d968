import { diffArrays } from "diff"
import type { Named, PlainBlock } from "@/lib/minutes/model"
import { lines } from "@/lib/minutes/plain"
import { readLines } from "@/lib/minutes/plain-read"

const chunk = (block: PlainBlock) =>
  lines(block)
    .flatMap((line) => line.split("\n"))
    .map((line) => line.trimEnd())
    .filter(Boolean)
    .join("\n")

/** Rich text as it is edited in a plain field: a blank line between blocks, lists and links as in minutes. */
export function plainSynergies(blocks: readonly PlainBlock[]): string {
  return blocks.map(chunk).filter(Boolean).join("\n\n")
}

/**
 * Rich text after somebody edited it as `plainSynergies` shows it. Blocks whose lines are unchanged stay
 * exactly as they were, with bold, links and people; only what was rewritten is read anew.
 */
export function readSynergies(
  old: readonly PlainBlock[],
  typed: string,
  people: readonly Named[],
): PlainBlock[] {
  const chunks = typed
    .replaceAll(/\r\n?/g, "\n")
    .split(/\n(?:[^\S\n]*\n)+/)
    .map((part) => part.split("\n").map((line) => line.trimEnd()))
    .map((part) => part.filter(Boolean).join("\n").trim())
    .filter(Boolean)
  if (chunks.join("\n\n") === plainSynergies(old)) return [...old]
  const kept = old.filter((block) => chunk(block) !== "")
  const blocks: PlainBlock[] = []
  let place = 0
  for (const part of diffArrays(kept.map(chunk), chunks)) {
    if (part.added) {
      blocks.push(...part.value.flatMap((text) => readLines(text.split("\n"), people)))
      continue
    }
    if (!part.removed) blocks.push(...kept.slice(place, place + part.value.length))
    place += part.value.length
  }
  return blocks
}
