"use server"

import { refresh } from "next/cache"
import { redirect } from "next/navigation"
import { bringIn } from "@/lib/imports/bring-in"
import { correctImport } from "@/lib/imports/correct"
import { discardImport } from "@/lib/imports/discard"
import {
  bringInInput,
  correctImportInput,
  saveBatchInput,
  saveDocumentInput,
  settleImportInput,
} from "@/lib/imports/input"
import { getBatch } from "@/lib/imports/queries"
import { saveImport } from "@/lib/imports/save"
import { saveDocument } from "@/lib/imports/save-document"
import { type ActionResult, refusalResult, runAction } from "@/lib/platform/action"
import { Refusal } from "@/lib/platform/errors"
import { getLocale } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"

/** What became of the open files of a batch. */
export type BatchSaved = { saved: number; refused: { file: string; why: string }[] }

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
  // What was typed is kept by now; it stays in the form, which goes on from the newer revision.
  if (!saved.ok) return { ...saved, entered: typedIn(form), data: { revision } }
  redirect(localePath(locale, `/desk/${slug}/meetings/${saved.data.meetingId}`))
}

function typedIn(form: FormData): Record<string, string> {
  return Object.fromEntries(
    [...form].filter((pair): pair is [string, string] => typeof pair[1] === "string"),
  )
}

/** Saves every file of a batch that is still open, each by itself; one that is refused harms no other. */
export async function saveBatchAction(
  _: ActionResult<BatchSaved> | null,
  form: FormData,
): Promise<ActionResult<BatchSaved>> {
  const result = await runAction(saveBatchInput, form, async (actor, { slug, batchId }) => {
    const { files } = await getBatch(actor, slug, batchId)
    const done: BatchSaved = { saved: 0, refused: [] }
    for (const { id, name, revision, state } of files) {
      if (state !== "read") continue
      try {
        await saveImport(actor, { fileId: id, revision })
        done.saved += 1
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        const { message, fields } = await refusalResult(error)
        done.refused.push({ file: name, why: Object.values(fields ?? {})[0] ?? message })
      }
    }
    return done
  })
  if (result.ok) refresh()
  return result
}

export async function saveDocumentAction(
  _: ActionResult | null,
  form: FormData,
): Promise<ActionResult> {
  const result = await runAction(saveDocumentInput, form, saveDocument)
  if (!result.ok) return result
  const { slug, document } = result.data
  redirect(localePath(await getLocale(), `/desk/${slug}/documents/${document}`))
}

export async function discardImportAction(
  _: ActionResult | null,
  form: FormData,
): Promise<ActionResult> {
  const result = await runAction(settleImportInput, form, discardImport)
  if (!result.ok) return result
  redirect(localePath(await getLocale(), batchPath(result.data.slug, result.data.batchId)))
}
