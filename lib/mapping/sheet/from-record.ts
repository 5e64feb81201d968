import { z } from "zod"
import { NoTable, type RawTable, withinLimits } from "@/lib/imports/tables/model"
import { openEditionDownload } from "@/lib/record/download"
import { activityInput, cellInputs } from "../input"
import { rowStatuses, scopes } from "../model"
import { type SheetColumn, sheetColumns } from "./model"
import { textIn, wordsOf } from "./texts"
import { stateText } from "./words"

const row = z.object({
  number: z.int().min(1),
  area: z.string(),
  suggests: z.string(),
  citation: cellInputs.citation,
  activities: z.array(activityInput),
  synergies: cellInputs.synergies,
  scope: z.enum(scopes),
  reason: z.string(),
  /** A name; an edition says nothing of it. */
  responsible: z.string().nullable().optional(),
  status: z.enum(rowStatuses),
  confirmed: z.iso.date().nullable(),
})

const recordInput = z.object({
  /** The state of a working table; an edition has none. */
  change: z.int().min(0).optional(),
  mapping: z.string().optional(),
  part: z.literal(true).optional(),
  areas: z.array(z.object({ slug: z.string(), title: z.string() })),
  rows: z.array(row),
})

/** What our own JSON says, of a working table or of an edition, as a table; null where it is none of these. */
export function tableOfRecord(record: unknown): RawTable | null {
  // What an edition is downloaded as holds its record with keys in the place of names.
  const read = recordInput.safeParse(openEditionDownload(record) ?? record)
  if (!read.success) return null
  const { areas, rows, change, mapping, part } = read.data
  if (rows.length === 0) throw new NoTable({ code: "empty" })
  const named = rows.some(({ responsible }) => responsible !== undefined)
  const columns = sheetColumns.filter((column) => named || column !== "responsible")
  const words = wordsOf("en")
  const around = {
    areaTitle: (slug: string) => areas.find((area) => area.slug === slug)?.title ?? slug,
    people: [],
  }
  const textOf = (one: z.output<typeof row>, column: SheetColumn) => {
    if (column === "number") return String(one.number)
    if (column === "responsible") return one.responsible ?? ""
    const scope = { scope: one.scope, reason: one.reason }
    return textIn(column, { ...one, scope, responsible: null }, words, around)
  }
  const lines = rows.map((one, at) => ({
    line: at + 2,
    cells: columns.map((column) => textOf(one, column)),
  }))
  const isOurs = change !== undefined && mapping !== undefined
  const state = isOurs ? { mapping, change, ...(part && { part }) } : null
  const numbers = state ? `number (${stateText(state, "en")})` : "number"
  const head = { line: 1, cells: columns.map((column) => (column === "number" ? numbers : column)) }
  return { format: "json", rows: withinLimits([head, ...lines]), left: [] }
}
