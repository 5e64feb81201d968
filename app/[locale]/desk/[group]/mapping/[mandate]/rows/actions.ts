"use server"

import { redirect } from "next/navigation"
import { restoreCell } from "@/lib/mapping/cells/restore-cell"
import { saveCells } from "@/lib/mapping/cells/save-cells"
import {
  addRowInput,
  confirmRowInput,
  moveRowInput,
  restoreCellInput,
  retireRowInput,
  returnRowInput,
} from "@/lib/mapping/input"
import { addRow } from "@/lib/mapping/rows/add-row"
import { moveRow } from "@/lib/mapping/rows/move-row"
import { retireRow } from "@/lib/mapping/rows/retire-row"
import { returnRow } from "@/lib/mapping/rows/return-row"
import { saveRowInput } from "@/lib/mapping/rows/row-form"
import { saveRow } from "@/lib/mapping/rows/save-row"
import { runAction } from "@/lib/platform/action"
import { now } from "@/lib/platform/clock"
import type { MappingFormState } from "../../actions"
import { rowAddress } from "../../mapping-address"

const way = "form" as const

export async function addRowAction(_: MappingFormState, form: FormData): Promise<MappingFormState> {
  const result = await runAction(addRowInput, form, (actor, input) =>
    addRow(actor, { ...input, way }),
  )
  if (!result.ok) return result
  redirect(
    await rowAddress(form, { done: "added", ...result.data, number: result.data.row.number }),
  )
}

export async function saveRowAction(
  _: MappingFormState,
  form: FormData,
): Promise<MappingFormState> {
  const result = await runAction(saveRowInput, form, saveRow)
  if (!result.ok) return result
  const done = result.data.changed > 0 ? "saved" : "same"
  redirect(await rowAddress(form, { done, ...result.data }))
}

export async function confirmRowAction(
  _: MappingFormState,
  form: FormData,
): Promise<MappingFormState> {
  const result = await runAction(confirmRowInput, form, (actor, { mappingId, rowId, base }) => {
    const value = now().toISOString().slice(0, 10)
    return saveCells(actor, { mappingId, way, cells: [{ rowId, field: "confirmed", base, value }] })
  })
  if (!result.ok) return result
  redirect(await rowAddress(form, { done: "confirmed", ...result.data }))
}

export async function moveRowAction(
  _: MappingFormState,
  form: FormData,
): Promise<MappingFormState> {
  const result = await runAction(moveRowInput, form, (actor, input) =>
    moveRow(actor, { ...input, way }),
  )
  if (!result.ok) return result
  redirect(await rowAddress(form, { done: "moved", ...result.data }))
}

export async function retireRowAction(
  _: MappingFormState,
  form: FormData,
): Promise<MappingFormState> {
  const result = await runAction(retireRowInput, form, (actor, input) =>
    retireRow(actor, { ...input, way }),
  )
  if (!result.ok) return result
  redirect(await rowAddress(form, { done: "retired", ...result.data }))
}

export async function returnRowAction(
  _: MappingFormState,
  form: FormData,
): Promise<MappingFormState> {
  const result = await runAction(returnRowInput, form, (actor, input) =>
    returnRow(actor, { ...input, way }),
  )
  if (!result.ok) return result
  redirect(await rowAddress(form, { done: "returned", ...result.data }))
}

export async function restoreCellAction(
  _: MappingFormState,
  form: FormData,
): Promise<MappingFormState> {
  const result = await runAction(restoreCellInput, form, restoreCell)
  if (!result.ok) return result
  redirect(await rowAddress(form, { done: "restored", ...result.data }))
}
