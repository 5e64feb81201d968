import type { Inline, PlainBlock } from "@/lib/minutes/model"
import { chunkOf, lines } from "@/lib/minutes/plain"
import { chunksOf, runsOf } from "@/lib/minutes/plain-lines"
import type { KnownPerson } from "@/lib/minutes/plain-names"
import { readLines } from "@/lib/minutes/plain-read"

const chunk = (block: PlainBlock) => chunkOf(lines(block).flatMap((line) => line.split("\n")))

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
  people: readonly KnownPerson[],
): PlainBlock[] {
  const chunks = chunksOf(typed)
  if (chunks.join("\n\n") === plainSynergies(old)) return [...old]
  const units = old.map((block) => ({ chunk: chunk(block), blocks: [block] }))
  return runsOf(
    units.filter((unit) => unit.chunk !== ""),
    chunks,
  ).flatMap((run) => {
    if ("kept" in run) return run.kept
    const replaced = run.replaced.flatMap(({ blocks }) => blocks)
    return run.typed.flatMap((text) => readLines(text.split("\n"), people, replaced))
  })
}

/** Whether a block that is rewritten as plain words would lose its bold or italics, or a list within its list. */
export const losesLook = (blocks: readonly PlainBlock[]): boolean =>
  blocks.some((block) => {
    if (block.type === "paragraph") return (block.content ?? []).some(isEmphasised)
    return block.content.some(
      ({ content: [first, ...more] }) =>
        losesLook([first]) || more.some((one) => one.type !== "paragraph" || losesLook([one])),
    )
  })

const isEmphasised = (inline: Inline) =>
  inline.type === "text" && (inline.marks ?? []).some(({ type }) => type !== "link")
