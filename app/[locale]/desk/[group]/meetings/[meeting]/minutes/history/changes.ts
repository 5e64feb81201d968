import type { ComparedSection } from "@/lib/minutes/compare"
import type { AuthoredPart } from "@/lib/minutes/compare-authors"

/** What stays, or a place where something changed; places are counted through the whole page. */
export type Piece =
  | { kind: "same"; key: string; text: string }
  | { kind: "change"; key: string; number: number; parts: AuthoredPart[] }

export type ShownSection = Omit<ComparedSection, "parts"> & {
  pieces: Piece[]
  /** The change that its notes are, where there are any: moved, set otherwise, formatted. */
  noted: number | null
  first: number
}

export type Shown =
  | { kind: "section"; key: string; section: ShownSection }
  | { kind: "folded"; key: string; sections: ComparedSection[] }

function piecesOf(parts: readonly AuthoredPart[], from: number): Piece[] {
  const pieces: Piece[] = []
  let number = from
  for (const [place, part] of parts.entries()) {
    const last = pieces.at(-1)
    if (part.kind === "same") {
      pieces.push({ kind: "same", key: String(place), text: part.text })
    } else if (last?.kind === "change") last.parts.push(part)
    else pieces.push({ kind: "change", key: String(place), number: ++number, parts: [part] })
  }
  return pieces
}

/** The sections as the page shows them: changed ones whole, runs of unchanged ones folded. */
export function shownChanges(sections: readonly ComparedSection[]): {
  shown: Shown[]
  count: number
} {
  const shown: Shown[] = []
  let count = 0
  for (const { parts, ...section } of sections) {
    const key = section.section
    if (!section.changed) {
      const last = shown.at(-1)
      if (last?.kind === "folded") last.sections.push({ ...section, parts })
      else shown.push({ kind: "folded", key, sections: [{ ...section, parts }] })
      continue
    }
    const first = count + 1
    const isNoted = section.place !== "stays" || section.formatting || section.attributes.length > 0
    const noted = isNoted ? ++count : null
    const pieces = piecesOf(parts, count)
    count += pieces.filter(({ kind }) => kind === "change").length
    shown.push({ kind: "section", key, section: { ...section, pieces, noted, first } })
  }
  return { shown, count }
}
