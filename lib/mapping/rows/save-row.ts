import { and, eq, isNull } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { memberships } from "@/db/schema/members"
import { people } from "@/db/schema/people"
import type { PlainBlock } from "@/lib/minutes/model"
import type { Actor } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { bothOf } from "../cells/both-of"
import { findClashes } from "../cells/find-clashes"
import { cellsOf, revisionsOf } from "../cells/row-cells"
import { seenCells } from "../cells/seen-cells"
import { isSame, writeCells } from "../cells/write-cells"
import { readSynergies } from "../coverage/synergies"
import { latestToday } from "../lines"
import { type CellField, type CellSave, cellFields } from "../model"
import { recordEdited } from "../record-edited"
import { holdRow, refuseRetired } from "./hold-row"
import type { RowForm } from "./row-form"

/**
 * Saves the form of a row: the cells in which something else was typed than the form showed, all of them or
 * none. Where somebody changed one of them since, it refuses with `conflict` and what stands there
 * (`Clash[]`), until an answer says which shall stand; both only where the cell holds them. Resolves to how many cells were changed, and to the mapping's newest change.
 */
export async function saveRow(
  actor: Actor,
  form: RowForm,
): Promise<{ number: number; changed: number; change: number }> {
  return transaction(async (tx) => {
    const { held, row } = await holdRow(tx, form.rowId)
    authorize(actor, "mapping.edit", { groupId: held.groupId })
    refuseRetired(row)
    const answered = (field: CellField) => form.answer[field] && form.over[field]
    const base = Object.fromEntries(
      cellFields.map((field) => [field, answered(field) ?? form.base[field] ?? 0]),
    ) as Record<CellField, number>
    const seen = await seenCells(tx, row, base)
    const now = cellsOf(row)
    const typed = await typedCells(tx, held.groupId, form, seen)
    const crowded: CellField[] = []
    const cells = cellFields.flatMap((field): CellSave[] => {
      const mine = typed[field]
      const answer = form.answer[field]
      if (mine === undefined || answer === "theirs" || isSame(mine, seen[field])) return []
      // Both are one only of what the reader was shown; over anything newer it is asked again.
      const isShown = base[field] === (revisionsOf(row)[field] ?? 0)
      const both = answer === "both" && isShown ? bothOf(field, now[field], mine) : mine
      if (both === null && mine !== null) crowded.push(field)
      return [{ rowId: row.id, field, base: base[field], value: both } as CellSave]
    })
    if (crowded.length > 0) {
      const asked = cellFields.filter(answered).map((field) => {
        const value = typed[field] ?? now[field]
        return { rowId: row.id, field, base: base[field], value } as CellSave
      })
      const clashes = await findClashes(tx, asked, new Map([[row.id, row]]))
      throw new Refusal("invalid", "fields", {}, tooLongFor(crowded), clashes)
    }
    if (cells.some(isAhead))
      throw new Refusal("invalid", "fields", {}, { confirmed: "mapping.dayAhead" })
    const { rows, change } = await writeCells(tx, held, { actor, way: "form", cells })
    await recordEdited(tx, held, { actor, rows, fields: cells.map(({ field }) => field) })
    return { number: row.number, changed: rows.length > 0 ? cells.length : 0, change }
  })
}

/** Where two wordings of a cell are to stand in it together and are more than it holds, it is said at that answer. */
const tooLongFor = (fields: readonly CellField[]) =>
  Object.fromEntries(fields.map((field) => [`answer.${field}`, "mapping.bothTooLong"]))

/** A day that stands from before and lies ahead is in nobody's way who changes something else. */
const isAhead = ({ field, value }: CellSave): boolean =>
  field === "confirmed" && value !== null && value > latestToday()

/** What the form holds for each cell; rich text is read against what its editor saw. */
async function typedCells(
  tx: Transaction,
  groupId: string,
  form: RowForm,
  seen: Record<CellField, unknown>,
): Promise<Partial<Record<CellField, unknown>>> {
  if (form.synergies === undefined) return form
  const old = seen.synergies as PlainBlock[]
  return { ...form, synergies: readSynergies(old, form.synergies, await membersOf(tx, groupId)) }
}

function membersOf(tx: Transaction, groupId: string): Promise<{ id: string; name: string }[]> {
  return tx
    .select({ id: people.id, name: people.name })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(eq(memberships.groupId, groupId), isNull(memberships.until)))
}
