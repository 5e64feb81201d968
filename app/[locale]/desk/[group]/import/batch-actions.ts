"use server"

import { refresh } from "next/cache"
import { cancelWaiting } from "@/lib/imports/cancel"
import { batchInput, settleImportInput, takeNumbersInput } from "@/lib/imports/input"
import { pauseBatch } from "@/lib/imports/pause"
import { worksWithin } from "@/lib/imports/progress"
import { resumeBatch } from "@/lib/imports/resume"
import { saveAll } from "@/lib/imports/save-all"
import { takeNumbers } from "@/lib/imports/take-numbers"
import { tryImportAgain } from "@/lib/imports/try-again"
import { type ActionResult, runAction } from "@/lib/platform/action"

/** A few files are saved by the time the page shows again; of many it shows how far they are. */
const patience = 2000

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

/** Gives the reports of a batch that print no number those that were counted for them. */
export async function takeNumbersAction(
  _: ActionResult | null,
  form: FormData,
): Promise<ActionResult> {
  const result = await runAction(takeNumbersInput, form, takeNumbers)
  // Where they moved, the page shows the new ones.
  refresh()
  return result.ok ? { ok: true, data: undefined } : result
}

/** Has a file read again; a small one is read while whoever asks looks on. */
export async function tryImportAgainAction(
  _: ActionResult | null,
  form: FormData,
): Promise<ActionResult> {
  const result = await runAction(settleImportInput, form, tryImportAgain)
  if (!result.ok) return result
  await worksWithin(result.data.batchId, patience)
  refresh()
  return { ok: true, data: undefined }
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
