"use server"

import { redirect } from "next/navigation"
import { addArea } from "@/lib/mapping/areas/add-area"
import { editArea } from "@/lib/mapping/areas/edit-area"
import { moveArea } from "@/lib/mapping/areas/move-area"
import { removeArea } from "@/lib/mapping/areas/remove-area"
import { beginMapping } from "@/lib/mapping/begin-mapping"
import { describeMapping } from "@/lib/mapping/describe-mapping"
import {
  addAreaInput,
  beginMappingInput,
  describeMappingInput,
  editAreaInput,
  moveAreaInput,
  removeAreaInput,
} from "@/lib/mapping/input"
import { type ActionResult, runAction } from "@/lib/platform/action"
import { getLocale } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { mappingAddress } from "./mapping-address"

/** What a form of a mapping gets back; done, it leads on. */
export type MappingFormState = ActionResult<unknown> | null

export async function beginMappingAction(
  _: MappingFormState,
  form: FormData,
): Promise<MappingFormState> {
  const result = await runAction(beginMappingInput, form, beginMapping)
  if (!result.ok) return result
  const { group, mandate } = result.data
  redirect(localePath(await getLocale(), `/desk/${group}/mapping/${mandate}/areas?done=begun`))
}

export async function describeMappingAction(
  _: MappingFormState,
  form: FormData,
): Promise<MappingFormState> {
  const result = await runAction(describeMappingInput, form, describeMapping)
  if (!result.ok) return result
  redirect(await mappingAddress(form, "/about?done=described"))
}

export async function addAreaAction(
  _: MappingFormState,
  form: FormData,
): Promise<MappingFormState> {
  const result = await runAction(addAreaInput, form, addArea)
  if (!result.ok) return result
  redirect(await mappingAddress(form, "/areas?done=added"))
}

export async function editAreaAction(
  _: MappingFormState,
  form: FormData,
): Promise<MappingFormState> {
  const result = await runAction(editAreaInput, form, editArea)
  if (!result.ok) return result
  redirect(await mappingAddress(form, "/areas?done=edited"))
}

export async function moveAreaAction(
  _: MappingFormState,
  form: FormData,
): Promise<MappingFormState> {
  const result = await runAction(moveAreaInput, form, moveArea)
  if (!result.ok) return result
  redirect(await mappingAddress(form, "/areas?done=moved"))
}

export async function removeAreaAction(
  _: MappingFormState,
  form: FormData,
): Promise<MappingFormState> {
  const result = await runAction(removeAreaInput, form, removeArea)
  if (!result.ok) return result
  redirect(await mappingAddress(form, "/areas?done=removed"))
}
