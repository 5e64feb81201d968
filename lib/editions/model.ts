import type { Activity, Citation, RowStatus, Scope } from "@/lib/mapping/model"
import type { PlainBlock } from "@/lib/minutes/model"

/** The form of a frozen edition. A reader that meets a higher one must refuse it. */
export const EDITION_SCHEMA = 1

/** A row as it is published: no person is named beside it; who decided stays on the desk. */
export type EditionRow = {
  number: number
  /** An area's slug. */
  area: string
  suggests: string
  citation: Citation
  activities: Activity[]
  synergies: PlainBlock[]
  scope: Scope
  /** Why it is in or out; "" while it is proposed. */
  reason: string
  status: RowStatus
  confirmed: string | null
  /** The numbers of the meetings that discussed it. */
  meetings: number[]
}

/** An activity of finished years, with the row that it stood in and the edition that moved it. */
export type AnnexEntry = {
  row: number
  area: string
  suggests: string
  activity: Activity
  edition: number
}

/** A frozen copy of a whole mapping. Rows in the order of areas and of the table. */
export type EditionContent = {
  schema: typeof EDITION_SCHEMA
  group: { slug: string; shortName: string; name: string }
  mandate: { slug: string; title: string; symbol: string; dated: string | null; link: string }
  number: number
  /** Instant, ISO 8601. */
  frozenAt: string
  note: string
  goal: string
  rule: string
  areas: { slug: string; title: string; crossCutting: boolean }[]
  rows: EditionRow[]
  annex: AnnexEntry[]
}
