"use server"

import { redirect } from "next/navigation"
import { addRow } from "@/lib/mapping/add-row"
import {
  addRowInput,
  confirmRowInput,
  moveRowInput,
  restoreCellInput,
  retireRowInput,
  returnRowInput,
} from "@/lib/mapping/input"
import { moveRow } from "@/lib/mapping/move-row"
import { restoreCell } from "@/lib/mapping/restore-cell"
import { retireRow } from "@/lib/mapping/retire-row"
import { returnRow } from "@/lib/mapping/return-row"
import { saveRowInput } from "@/lib/mapping/row-form"
import { saveCells } from "@/lib/mapping/save-cells"
import { saveRow } from "@/lib/mapping/save-row"
import { runAction } from "@/lib/platform/action"
import { now } from "@/lib/platform/clock"
import type { MappingFormState } from "../../actions"
import { mappingAddress, rowNumber } from "../../mapping-address"

const way = "form" as const

export async function addRowAction(_: MappingFormState, form: FormData): Promise<MappingFormState> {
  const result = await runAction(addRowInput, form, (actor, input) =>
    addRow(actor, { ...input, way }),
  )
  if (!result.ok) return result
  redirect(await mappingAddress(form, `/rows/${result.data.row.number}?done=added`))
}

export async function saveRowAction(
  _: MappingFormState,
  form: FormData,
): Promise<MappingFormState> {
  const result = await runAction(saveRowInput, form, saveRow)
  if (!result.ok) return result
  const { number, changed } = result.data
  redirect(await mappingAddress(form, `/rows/${number}?done=${changed > 0 ? "saved" : "same"}`))
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
  redirect(await mappingAddress(form, `/rows/${rowNumber(form)}?done=confirmed`))
}

export async function moveRowAction(
  _: MappingFormState,
  form: FormData,
): Promise<MappingFormState> {
  const result = await runAction(moveRowInput, form, (actor, input) =>
    moveRow(actor, { ...input, way }),
  )
  if (!result.ok) return result
  redirect(await mappingAddress(form, `/rows/${rowNumber(form)}?done=moved`))
}

export async function retireRowAction(
  _: MappingFormState,
  form: FormData,
): Promise<MappingFormState> {
  const result = await runAction(retireRowInput, form, (actor, input) =>
    retireRow(actor, { ...input, way }),
  )
  if (!result.ok) return result
  redirect(await mappingAddress(form, `/rows/${rowNumber(form)}?done=retired`))
}

export async function returnRowAction(
  _: MappingFormState,
  form: FormData,
): Promise<MappingFormState> {
  const result = await runAction(returnRowInput, form, (actor, input) =>
    returnRow(actor, { ...input, way }),
  )
  if (!result.ok) return result
  redirect(await mappingAddress(form, `/rows/${rowNumber(form)}?done=returned`))
}

export async function restoreCellAction(
  _: MappingFormState,
  form: FormData,
): Promise<MappingFormState> {
  const result = await runAction(restoreCellInput, form, restoreCell)
  if (!result.ok) return result
  redirect(await mappingAddress(form, `/rows/${result.data.number}?done=restored`))
}
