"use server"

import { redirect } from "next/navigation"
import { bringIn } from "@/lib/imports/bring-in"
import { correctImport } from "@/lib/imports/correct"
import { discardImport } from "@/lib/imports/discard"
import { bringInInput, correctImportInput, settleImportInput } from "@/lib/imports/input"
import { saveImport } from "@/lib/imports/save"
import { type ActionResult, runAction } from "@/lib/platform/action"
import { getLocale } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"

const batchPath = (slug: string, batchId: string) => `/desk/${slug}/import/${batchId}`

export async function bringInAction(_: ActionResult | null, form: FormData): Promise<ActionResult> {
  const result = await runAction(bringInInput, form, bringIn)
  if (!result.ok) return result
  redirect(localePath(await getLocale(), batchPath(result.data.slug, result.data.batchId)))
}

/** Keeps the corrections; with `then=save` goes on to save the draft as it now stands. */
export async function correctImportAction(
  _: ActionResult | null,
  form: FormData,
): Promise<ActionResult> {
  const locale = await getLocale()
  const kept = await runAction(correctImportInput, form, (actor, input) =>
    correctImport(actor, input, locale),
  )
  if (!kept.ok) return kept
  const { slug, batchId, fileId, revision } = kept.data
  if (form.get("then") !== "save") {
    redirect(localePath(locale, `${batchPath(slug, batchId)}/${fileId}?kept=${revision}`))
  }
  const current = new FormData()
  current.set("fileId", fileId)
  current.set("revision", String(revision))
  const saved = await runAction(settleImportInput, current, saveImport)
  if (!saved.ok) return { ...saved, entered: undefined, data: { revision } }
  redirect(localePath(locale, `/desk/${slug}/meetings/${saved.data.meetingId}`))
}

export async function discardImportAction(
  _: ActionResult | null,
  form: FormData,
): Promise<ActionResult> {
  const result = await runAction(settleImportInput, form, discardImport)
  if (!result.ok) return result
  redirect(localePath(await getLocale(), batchPath(result.data.slug, result.data.batchId)))
}
