import type { Reason } from "@/lib/live/protocol"
import type { Area, CellField, Change, Clash, Row } from "@/lib/mapping/model"
import type { Table } from "@/lib/mapping/queries"
import type { Op } from "./ops"

/** Why one cell of a save was not taken. */
export type Against = { rowId: string; field: CellField; message: string }

/** What became of something that was sent. */
export type Sent =
  | {
      kind: "saved"
      /** The instant of the commit, ISO 8601. */
      at: string
      change: number
      /** `value` where the portal keeps something else than was sent, such as another name for a mention. */
      cells?: { rowId: string; field: CellField; revision: number; value?: unknown }[]
      /** Rows that were added for cells, as they stood before these. */
      rows?: Row[]
      /** A row that was added, and the place of one that was moved. */
      row?: Row
      position?: number
      /** Of many rows those that stay as they are: what others did with them stands against it. */
      stayed?: string[]
    }
  | { kind: "clash"; clashes: Clash[] }
  /** `against` names the cells of a save against which something stands: the others can be saved without them. */
  | { kind: "refused"; message: string; against?: Against[] }
  /** The portal takes nothing more from here. */
  | { kind: "closed"; reason: Reason }
  /** No answer, or none that says anything: it is sent again. */
  | { kind: "unheard" }
  /** No answer in the time that it may take: the line is slow, or lost, or the portal cannot take this. */
  | { kind: "overdue" }
  /** An answer that is none of ours, or of a failure; with its HTTP status. */
  | { kind: "failed"; status: number }

export type PersonInCell = { personId: string; name: string; rowId: string; field: CellField }

export type HeardChange = Omit<Change, "before">
/** A change of a cell. */
export type CellChange = HeardChange & { rowId: string; field: CellField }

/** What comes from the portal by itself. */
export type Heard =
  /** The line stands, at this instant (ISO 8601); `asked` where others' changes are only asked for. */
  | { kind: "up"; at: string; asked?: boolean }
  | { kind: "down" }
  /** The portal tells this page nothing by itself for now, in its words: others' changes are asked for. */
  | { kind: "full"; message: string }
  | { kind: "closed"; reason: Reason }
  | {
      kind: "changes"
      changes: HeardChange[]
      /** Rows that were added, moved, retired or brought back, as they stand. */
      rows: Row[]
      /** Null where no area changed. */
      areas: Area[] | null
      people: Table["people"] | null
    }
  /** Too much was missed to tell it piece by piece. */
  | { kind: "table"; change: number; table: Table }
  | { kind: "here"; people: PersonInCell[] }

/** How a store talks with the portal. */
export type Line = {
  send(href: string, op: Op): Promise<Sent>
  /** Whether the portal answers at all, for whoever got no answer that says anything. */
  answers(href: string): Promise<boolean>
  /** Hears what is new after change `since()`, until it is ended. */
  listen(href: string, since: () => number, heard: (what: Heard) => void): () => void
  /** Says where somebody is, under the name of this page; null for nowhere. */
  stand(href: string, page: string, at: { rowId: string; field: CellField } | null): void
}
