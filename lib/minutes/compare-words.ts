import { type ChangeObject, diffArrays } from "diff"
import { segmentsOf } from "./segments"

/** A run of words that stand in both texts, only in the newer or only in the older. */
export type Part = { kind: "same" | "added" | "removed"; text: string }

/** `coarse` when time ran out, so that whole paragraphs stand as changed where words would do. */
export type Compared = { parts: Part[]; coarse: boolean }

/** Comparing gives up its finest grain after this time, in milliseconds. */
export const COMPARE_MS = 1_000

/** Paragraphs with what parts them, so that together they are the text. */
const paragraphs = (text: string) => text.split(/(?<=\n)(?=[^\n])/)

/** Whether what stands in both is so little between two changes that it reads better as changed. */
function isLost(text: string, removed: string, added: string, next: number): boolean {
  if (!removed || !added || text.includes("\n")) return false
  const before = Math.max(removed.length, added.length)
  return text.trim() === "" || text.length * 3 <= Math.min(before, next)
}

/** Neighbours of one kind become one part; a word lost between two changes counts as changed. */
function joined(parts: readonly Part[]): Part[] {
  const all: Part[] = []
  let removed = ""
  let added = ""
  const flush = () => {
    if (removed) all.push({ kind: "removed", text: removed })
    if (added) all.push({ kind: "added", text: added })
    removed = ""
    added = ""
  }
  for (const [place, { kind, text }] of parts.entries()) {
    const next = parts[place + 1]
    const isBetween = next && next.kind !== "same" && isLost(text, removed, added, next.text.length)
    if (kind !== "added" && (kind === "removed" || isBetween)) removed += text
    if (kind !== "removed" && (kind === "added" || isBetween)) added += text
    if (kind !== "same" || isBetween || text === "") continue
    flush()
    const last = all.at(-1)
    if (last?.kind === "same") last.text += text
    else all.push({ kind, text })
  }
  flush()
  return all
}

function partOf({ value, added, removed }: ChangeObject<string[]>): Part {
  return { kind: added ? "added" : removed ? "removed" : "same", text: value.join("") }
}

function wholeParts(older: string, newer: string): Part[] {
  return [
    { kind: "removed", text: older },
    { kind: "added", text: newer },
  ]
}

/**
 * Two plain texts word by word, words as the language of the reader has them. Lines are paired
 * first, so that the time grows with what changed and not with the text. `until` is an instant of
 * `performance.now()`.
 */
export function compareWords(
  older: string,
  newer: string,
  locale: string,
  until = performance.now() + COMPARE_MS,
): Compared {
  if (older === newer) return { parts: joined([{ kind: "same", text: older }]), coarse: false }
  if (!older || !newer) return { parts: joined(wholeParts(older, newer)), coarse: false }
  const left = () => Math.max(until - performance.now(), 0)
  // Of thousands of short texts even the beginning of each would take seconds.
  if (left() === 0) return { parts: joined(wholeParts(older, newer)), coarse: true }
  const lines = diffArrays(paragraphs(older), paragraphs(newer), { timeout: left() })
  if (!lines) return { parts: joined(wholeParts(older, newer)), coarse: true }
  const words = (text: string) => segmentsOf(text, locale).map((segment) => segment.text)
  const parts: Part[] = []
  let coarse = false
  for (let place = 0; place < lines.length; place++) {
    const here = lines[place]
    if (!here) continue
    const next = lines[place + 1]
    if (here.removed && next?.added) {
      const text = here.value.join("")
      const replaced = next.value.join("")
      const changes = diffArrays(words(text), words(replaced), { timeout: left() })
      coarse ||= !changes
      parts.push(...(changes?.map(partOf) ?? wholeParts(text, replaced)))
      place++
    } else {
      parts.push(partOf(here))
    }
  }
  return { parts: joined(parts), coarse }
}
