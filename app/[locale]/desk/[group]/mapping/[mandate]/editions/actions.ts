"use server"

import { refresh } from "next/cache"
import { redirect } from "next/navigation"
import { askAboutEdition } from "@/lib/editions/ask-about"
import { askAboutEditionInput } from "@/lib/editions/ask-input"
import { freezeEdition } from "@/lib/editions/freeze"
import { freezeEditionInput, returnActivityInput } from "@/lib/editions/input"
import { returnActivity } from "@/lib/editions/return-activity"
import { type ActionResult, runAction } from "@/lib/platform/action"
import { getLocale } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { placeInAnnex } from "./place-in-annex"

type State = ActionResult<unknown> | null
type Of = { group: string; mandate: string }

async function backTo({ group, mandate }: Of, place: string): Promise<never> {
  redirect(localePath(await getLocale(), `/desk/${group}/mapping/${mandate}/${place}`))
}

/** Freezes the table that the form showed, and comes back to the page, which then says so. */
export async function freezeEditionAction(_: State, form: FormData): Promise<State> {
  const result = await runAction(freezeEditionInput, form, freezeEdition)
  if (result.ok) return backTo(result.data, `editions?frozen=${result.data.edition}`)
  // The page shows the table as it stands now, and its form speaks of that.
  if (result.code === "conflict") refresh()
  return result
}

export async function returnActivityAction(_: State, form: FormData): Promise<State> {
  const result = await runAction(returnActivityInput, form, returnActivity)
  if (!result.ok) return result
  const { row } = result.data
  const isRow = form.get("from") === "row"
  return backTo(result.data, isRow ? `rows/${row}?done=taken` : placeInAnnex(form, row))
}

/** Makes a document of an edition, and goes on to the form that plans a consultation on it. */
export async function askAboutEditionAction(_: State, form: FormData): Promise<State> {
  const result = await runAction(askAboutEditionInput, form, askAboutEdition)
  if (!result.ok) {
    // What was made meanwhile is listed, and the form counts it.
    if (result.code === "conflict") refresh()
    return result
  }
  const { group, documentId } = result.data
  const page = `/desk/${group}/consultations/new?text=document:${documentId}`
  redirect(localePath(await getLocale(), page))
}
