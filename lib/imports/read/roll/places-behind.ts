import { HONORIFIC } from "@/lib/check/names"
import { squeezed } from "@/lib/check/words"
import { readEntry } from "../people/entry"
import { looksLikeName } from "../people/names"
import type { RollEntry } from "./roll-entry"
import type { Piece } from "./roll-layout"
import { saysAway } from "./roll-table"

/** Two spaces between a name and where its bearer belongs, and no other sign. */
const GAPPED = /^[^,;:()]{4,40}\S {2,}\S/
const FEWEST = 3
/** Small words within names, "Saskia de Wit". */
const WITHIN = /^(?:d[aeiou]|d[aeo]s|del|della|van|von|den|der|ter|la|le|el|al|bin|ibn|bint|y|e)$/iu

type Chunk = { pieces: Piece[]; read: RollEntry[] }

/** Whether the people of a list stand in front of a gap, "Ana Lind  Port Office", in most of its lines. */
export function areGapped(run: readonly Piece[]): boolean {
  const gapped = run.filter(({ words: { text } }) => GAPPED.test(text.slice(0, 120)))
  return gapped.length >= FEWEST && gapped.length * 2 > run.length
}

/**
 * "Ben Okoro Kite Marine" in a list whose other lines have a gap or a sign there, so that the whole line
 * looks like a name: where he belongs is told by others of that house, or by the lines with a gap.
 */
export function withPlacesBehind<Each extends Chunk>(
  chunks: readonly Each[],
  gapped: boolean,
): Each[] {
  const known = new Set(
    chunks.flatMap(({ read }) =>
      read.flatMap(({ affiliation }) => (affiliation ? [squeezed(affiliation)] : [])),
    ),
  )
  if (!gapped && known.size === 0) return [...chunks]
  return chunks.map((chunk) => {
    const [only, more] = chunk.pieces
    const [entry, other] = chunk.read
    if (!only || more || !entry || other || entry.name.split(" ").length < 3) return chunk
    const parted = partedAt(only.words.text, known, gapped)
    const found = parted === null ? null : readEntry(parted)
    if (!found || found.name.length >= entry.name.length) return chunk
    return { ...chunk, read: [{ ...found, rich: entry.rich, away: saysAway(found) }] }
  })
}

/** The line with a gap behind the name; null where nothing tells that it ends there. */
function partedAt(text: string, known: ReadonlySet<string>, gapped: boolean): string | null {
  if (/\t| {2}/.test(text.trim()) || HONORIFIC.test(text)) return null
  const words = text.slice(0, 200).trim().split(" ")
  const [first = "", last = "", ...rest] = words
  if (rest.length === 0 || WITHIN.test(last) || !looksLikeName(`${first} ${last}`)) return null
  const place = rest.join(" ").replace(/\s\([^()]{0,60}\)$/, "")
  if (/[,;:]|\s[–—-]\s/.test(place)) return null
  const told =
    known.has(squeezed(place)) || (gapped && place.includes(" ") && !WITHIN.test(rest[0] ?? ""))
  return told ? `${first} ${last}  ${rest.join(" ")}` : null
}
