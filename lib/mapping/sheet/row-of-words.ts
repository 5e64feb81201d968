import { citationIn } from "../cells/citation"
import { plain } from "../other-words"
import { areaCalled, type SheetLine } from "./lines"
import type { Standing, StandingRow } from "./model"
import type { Doubt } from "./status"

/** Rows by the words of their suggestion, as they are compared. */
export type BySuggestion = ReadonlyMap<string, StandingRow[]>

export function bySuggestionOf({ rows }: Standing): BySuggestion {
  const all = new Map<string, StandingRow[]>()
  for (const row of rows) {
    const key = plain(row.cells.suggests)
    const known = all.get(key)
    if (known) known.push(row)
    else all.set(key, [row])
  }
  return all
}

export const sameAs = (rows: readonly StandingRow[]): Doubt => ({
  ...{ key: "sameAs", value: rows.map(({ number }) => number).join(", ") },
})

/**
 * The row that has the very words of a line: in the area that it names, and of its citation where several
 * have them. Where nothing tells which it is, it is none, and that is doubtful; so is one of another area.
 */
export function rowOfWords(
  line: SheetLine,
  all: BySuggestion,
  standing: Standing,
): { row: StandingRow | null; doubts: Doubt[] } {
  const { suggests = "", area: said = "" } = line.texts
  const found = suggests ? (all.get(plain(suggests)) ?? []) : []
  if (found.length === 0) return { row: null, doubts: [] }
  const area = areaCalled(said, standing.areas)
  const isHere = ({ cells }: StandingRow) => !area || cells.area === area.id
  const here = found.filter((row) => row.retired === null && isHere(row))
  const [row = null] = here.length > 1 ? onlyOne(here.filter(isCited(line, standing))) : here
  if (row) return { row, doubts: [] }
  const [only] = here.length > 0 ? [] : onlyOne(found)
  if (only && isHere(only)) return { row: only, doubts: [] }
  if (!only || only.retired !== null) return { row: null, doubts: [sameAs(found)] }
  const title = standing.areas.find(({ id }) => id === only.cells.area)?.title ?? ""
  return { row: only, doubts: [{ key: "otherArea", value: title }] }
}

const onlyOne = (rows: readonly StandingRow[]) => (rows.length === 1 ? rows : [])

function isCited({ texts }: SheetLine, { mandate: own }: Standing): (row: StandingRow) => boolean {
  const { citation = "", mandate = "", paragraph = "" } = texts
  const said = citation ? citationIn(citation, own) : { mandate: mandate || own, paragraph }
  const key = (one: typeof said) => `${plain(one.mandate)} ${plain(one.paragraph)}`
  return ({ cells }) => key(cells.citation) === key(said)
}
