import type { Table } from "@/lib/mapping/queries"

/** What the page hands to the grid. All of it is plain data; the table itself is fetched beside the page. */
export type GridGiven = {
  mappingId: string
  /** The mandate's name, and how it is cited. */
  title: string
  symbol: string
  may: { edit: boolean; decide: boolean }
  me: { id: string; name: string }
  locale: string
  /** The day of the reader's request, `YYYY-MM-DD` in UTC. */
  today: string
  /** `/desk/{group}/mapping/{mandate}`. */
  base: string
}

/** What the address `…/table` answers: the table as it stood at its newest change. */
export type LoadedTable = {
  change: number
  table: Table
  /** How many comments each row has, by its id; a row without any is not named. */
  comments: Record<string, number>
}
