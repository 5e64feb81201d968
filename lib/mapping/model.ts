import type { PlainBlock } from "@/lib/minutes/model"

/** What of the IGF an activity belongs to; FACTS of the field name these. */
export const activityKinds = [
  ...([
    "mag",
    "secretariat",
    "bpf",
    "dc",
    "policy-network",
    "nri",
    "parliamentary",
    "youth",
  ] as const),
  ...(["main-session", "workshop", "other"] as const),
] as const
export type ActivityKind = (typeof activityKinds)[number]

/** What the IGF does. `years` in order, none where it is not tied to one; `link` and `body` may be "". */
export type Activity = {
  id: string
  title: string
  kind: ActivityKind
  years: number[]
  link: string
  /** Who carries it: "Dynamic Coalition on Community Connectivity". */
  body: string
}

/** Where the mandate says it: the mandate as it is cited ("A/74/821") and the paragraph ("93 (a)"). */
export type Citation = { mandate: string; paragraph: string }

export const scopes = ["proposed", "in", "out"] as const
export type Scope = (typeof scopes)[number]

export const rowStatuses = ["open", "under-way", "done"] as const
export type RowStatus = (typeof rowStatuses)[number]

/** The cells of a row that can be edited, and what each holds. Days are `YYYY-MM-DD`. */
export type CellValues = {
  /** An area's id. */
  area: string
  suggests: string
  citation: Citation
  activities: Activity[]
  /** Comments and synergies, rich text. */
  synergies: PlainBlock[]
  scope: { scope: Scope; reason: string }
  /** A person's id. */
  responsible: string | null
  status: RowStatus
  confirmed: string | null
}

export const cellFields = [
  ...(["area", "suggests", "citation", "activities", "synergies"] as const),
  ...(["scope", "responsible", "status", "confirmed"] as const),
] as const satisfies readonly (keyof CellValues)[]
export type CellField = (typeof cellFields)[number]

/** The revision of each cell that was ever changed; a cell that is not named has 0. */
export type Revisions = Partial<Record<CellField, number>>

/** A row for the desk. Instants are ISO 8601 in UTC. */
export type Row = {
  id: string
  /** Stays with the row, so that it can be cited. */
  number: number
  /** Its place in its area. */
  position: number
  cells: CellValues
  revisions: Revisions
  /** Who decided the scope, and when; null while it is proposed. */
  scopeDecided: { by: string; at: string } | null
  retired: { at: string; by: string; reason: string } | null
}

/** A part of the mandate, in the group's order. `aliases` are what sources call it too. */
export type Area = {
  id: string
  slug: string
  title: string
  aliases: string[]
  position: number
  crossCutting: boolean
  revision: number
}

/** How a change was made. */
export const ways = [
  ...(["grid", "form", "paste", "undo", "restore", "import", "edition", "merge"] as const),
] as const
export type Way = (typeof ways)[number]

/** What can be done to a row or an area beside changing a cell. */
export type Deed = "added" | "moved" | "retired" | "returned" | "removed" | "edited"

/** One change of a mapping, as the history tells it and the live line sends it. */
export type Change = {
  change: number
  rowId: string | null
  areaId: string | null
  field: CellField | Deed
  revision: number
  before: unknown
  after: unknown
  author: { id: string; name: string } | null
  way: Way
  at: string
}

/** A cell to save: `base` is the revision that the editor saw (0 for one that was never changed). */
export type CellSave = {
  [Field in CellField]: { rowId: string; field: Field; base: number; value: CellValues[Field] }
}[CellField]

/** A cell that somebody else changed since: what now stands there, and who put it there. */
export type Clash = {
  rowId: string
  field: CellField
  revision: number
  value: unknown
  by: string | null
  at: string
  /** Both together are more than the cell holds. */
  oneOnly?: true
}

/** The cells that can hold what two people wrote. */
export const joinable: readonly CellField[] = ["suggests", "citation", "activities", "synergies"]

/** A mapping has to stay within these; lengths in characters. */
export const mappingLimits = {
  text: 10_000,
  citation: 100,
  title: 300,
  link: 2_000,
  body: 300,
  reason: 2_000,
  activities: 50,
  years: 60,
  aliases: 30,
  areas: 60,
  rows: 5_000,
  /** Cells that one save may change. */
  cells: 2_000,
}

/** Whether all its years are over on a day of `year`; one without years never is. */
export function isOver(activity: Activity, year: number): boolean {
  return activity.years.length > 0 && activity.years.every((one) => one < year)
}

/** Whether an address leads to a page of the web, as the link of an activity has to. */
export const isWebLink = (link: string): boolean => /^https?:\/\//i.test(link)

/** A text whose lines end as we keep them: forms end them as the wire does. */
export const withOwnEnds = (text: string): string => text.replace(/\r\n?/g, "\n")
