import { z } from "zod"
import type { SectionDoc, SectionId } from "./model"

/** Who wrote so many characters (UTF-16) in a row; null is the portal, or nobody knows. */
export type Run = [personId: string | null, length: number]

/**
 * For each section the runs over the characters of its text nodes alone, in reading order and
 * without anything between them; mentions, breaks and attributes are not counted.
 */
export type Authorship = Record<SectionId, Run[]>

const stored = z.record(
  z.string(),
  z.array(z.tuple([z.string().nullable(), z.number().int().min(0)])),
)

/** Authorship as it was stored; null where none was. Anything else there is a fault. */
export function storedAuthorship(value: unknown): Authorship | null {
  return value === null || value === undefined ? null : stored.parse(value)
}

/** Authorship of a text of which every word counts as one person's. */
export const writtenBy = (personId: string | null, sections: Iterable<SectionId>): Authorship =>
  Object.fromEntries([...sections].map((id) => [id, [[personId, Number.MAX_SAFE_INTEGER]]]))

/** Everybody whom authorship names, in the order in which they first appear. */
export function authorsIn(authorship: Authorship): string[] {
  const ids = Object.values(authorship).flatMap((runs) => runs.map(([personId]) => personId))
  return [...new Set(ids)].filter((id) => id !== null)
}

/** Runs in their shortest form: none is empty, and neighbours are of different people. */
export function joinRuns(runs: readonly Run[]): Run[] {
  const joined: Run[] = []
  for (const [personId, length] of runs) {
    const last = joined.at(-1)
    if (last && last[0] === personId) last[1] += length
    else if (length > 0) joined.push([personId, length])
  }
  return joined
}

/** Reads runs character by character: each call takes the next `count` of them; null beyond the end. */
export function takeAuthors(runs: readonly Run[]): (count: number) => Run[] {
  let place = 0
  let used = 0
  return (count) => {
    const taken: Run[] = []
    let wanted = count
    while (wanted > 0) {
      const [personId, length] = runs[place] ?? [null, Number.POSITIVE_INFINITY]
      const next = Math.min(wanted, length - used)
      if (next > 0) taken.push([personId, next])
      wanted -= next
      used += next
      if (used < length) continue
      place++
      used = 0
    }
    return taken
  }
}

type Node = { type: string; text?: string; content?: readonly Node[] }

/** The same node, each text node in it with what `change` makes of its text, in reading order. */
export function mapWords<Kind extends { type: string }>(
  node: Kind,
  change: (text: string) => string,
): Kind {
  const { text, content }: Node = node
  if (text !== undefined) return { ...node, text: change(text) }
  return content ? { ...node, content: content.map((child) => mapWords(child, change)) } : node
}

/** The same section, each of its text nodes with what `change` makes of its text, in reading order. */
export const mapText = (doc: SectionDoc, change: (text: string) => string): SectionDoc =>
  mapWords(doc, change)

/** How many characters of a section authorship counts. */
export function countedLength(doc: SectionDoc): number {
  let length = 0
  mapText(doc, (text) => {
    length += text.length
    return text
  })
  return length
}
