"use server"

import { refresh } from "next/cache"
import { redirect } from "next/navigation"
import { bringIn } from "@/lib/imports/bring-in"
import { cancelWaiting } from "@/lib/imports/cancel"
import { correctImport } from "@/lib/imports/correct"
import { discardImport } from "@/lib/imports/discard"
import {
  batchInput,
  bringInInput,
  correctImportInput,
  settleImportInput,
} from "@/lib/imports/input"
import { pauseBatch } from "@/lib/imports/pause"
import { worksWithin } from "@/lib/imports/progress"
import { resumeBatch } from "@/lib/imports/resume"
import { saveImport } from "@/lib/imports/save"
import { saveAll } from "@/lib/imports/save-all"
import { type ActionResult, runAction } from "@/lib/platform/action"
import { getLocale } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"

/** A few files are done by the time the next page shows; of many it shows how far they are. */
const patience = 2000

const batchPath = (slug: string, batchId: string) => `/desk/${slug}/import/${batchId}`

export async function bringInAction(_: ActionResult | null, form: FormData): Promise<ActionResult> {
  const result = await runAction(bringInInput, form, bringIn)
  if (!result.ok) return result
  const { slug, batchId } = result.data
  await worksWithin(batchId, patience)
  redirect(localePath(await getLocale(), batchPath(slug, batchId)))
}

/** One of several requests that fill one batch; `last` says that no other follows. */
export async function bringInPartAction(
  form: FormData,
): Promise<ActionResult<{ batchId: string; path: string }>> {
  const result = await runAction(bringInInput, form, bringIn)
  if (!result.ok) return result
  const { slug, batchId } = result.data
  if (form.get("last")) await worksWithin(batchId, patience)
  const path = localePath(await getLocale(), batchPath(slug, batchId))
  return { ok: true, data: { batchId, path } }
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
  // What was typed is kept by now; it stays in the form, which goes on from the newer revision.
  if (!saved.ok) return { ...saved, entered: typedIn(form), data: { revision } }
  redirect(localePath(locale, `/desk/${slug}/meetings/${saved.data.meetingId}`))
}

function typedIn(form: FormData): Record<string, string> {
  return Object.fromEntries(
    [...form].filter((pair): pair is [string, string] => typeof pair[1] === "string"),
  )
}

/** Has every report of a batch saved that is still open; a few of them while whoever asks looks on. */
export async function saveBatchAction(
  _: ActionResult | null,
  form: FormData,
): Promise<ActionResult> {
  return ofBatch(form, saveAll, true)
}

export async function pauseBatchAction(
  _: ActionResult | null,
  form: FormData,
): Promise<ActionResult> {
  return ofBatch(form, pauseBatch)
}

export async function resumeBatchAction(
  _: ActionResult | null,
  form: FormData,
): Promise<ActionResult> {
  return ofBatch(form, resumeBatch)
}

export async function cancelWaitingAction(
  _: ActionResult | null,
  form: FormData,
): Promise<ActionResult> {
  return ofBatch(form, cancelWaiting)
}

async function ofBatch(
  form: FormData,
  verb: typeof saveAll | typeof pauseBatch,
  waits = false,
): Promise<ActionResult> {
  const result = await runAction(batchInput, form, verb)
  if (!result.ok) return result
  if (waits) await worksWithin(result.data.batchId, patience)
  refresh()
  return { ok: true, data: undefined }
}

export async function discardImportAction(
  _: ActionResult | null,
  form: FormData,
): Promise<ActionResult> {
  const result = await runAction(settleImportInput, form, discardImport)
  if (!result.ok) return result
  redirect(localePath(await getLocale(), batchPath(result.data.slug, result.data.batchId)))
}
