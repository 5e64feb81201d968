"use server"

import { refresh } from "next/cache"
import { redirect } from "next/navigation"
import { answerPerson } from "@/lib/imports/answer-person"
import { bringIn } from "@/lib/imports/bring-in"
import { correctImport } from "@/lib/imports/correct"
import { discardImport } from "@/lib/imports/discard"
import {
  answerPersonInput,
  bringInInput,
  correctImportInput,
  saveBatchInput,
  saveDocumentInput,
  settleImportInput,
} from "@/lib/imports/input"
import { getFile, listOpen } from "@/lib/imports/queries"
import { saveImport } from "@/lib/imports/save"
import { saveDocument } from "@/lib/imports/save-document"
import { type ActionResult, refusalResult, runAction } from "@/lib/platform/action"
import { Refusal } from "@/lib/platform/errors"
import { getLocale } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { currentActor } from "@/lib/platform/session"

/** What became of the open files of a batch. */
export type BatchSaved = { saved: number; refused: { file: string; why: string }[] }

const batchPath = (slug: string, batchId: string) => `/desk/${slug}/import/${batchId}`

export async function bringInAction(_: ActionResult | null, form: FormData): Promise<ActionResult> {
  const result = await runAction(bringInInput, form, bringIn)
  if (!result.ok) return result
  redirect(localePath(await getLocale(), batchPath(result.data.slug, result.data.batchId)))
}

/**
 * Keeps the corrections; `then=save` and `then=next` go on to save the draft as it now stands, `answer`
 * to keep who somebody is. A page with script stays where it is.
 */
export async function correctImportAction(
  _: ActionResult<{ revision: number }> | null,
  form: FormData,
): Promise<ActionResult<{ revision: number }>> {
  const locale = await getLocale()
  const kept = await runAction(correctImportInput, form, (actor, input) =>
    correctImport(actor, input, locale),
  )
  if (!kept.ok) return kept
  const { slug, batchId, fileId, revision } = kept.data
  const page = `${batchPath(slug, batchId)}/${fileId}`
  const then = form.get("then")
  // What was typed is kept by now; it stays in the form, which goes on from the newer revision.
  const stays = { entered: typedIn(form), data: { revision } }
  if (form.has("answer")) {
    const answered = await runAction(answerPersonInput, answerIn(form, batchId), answerPerson)
    if (!answered.ok) return { ...answered, ...stays }
  }
  if (then !== "save" && then !== "next") {
    if (form.get("scripted") !== "yes")
      redirect(localePath(locale, `${page}?kept=${revision}#findings`))
    refresh()
    return { ok: true, data: { revision } }
  }
  const saved = await runAction(settleImportInput, currentIn(fileId, revision), saveImport)
  if (!saved.ok) return { ...saved, ...stays }
  if (then === "save") {
    redirect(localePath(locale, `/desk/${slug}/meetings/${saved.data.meetingId}`))
  }
  const { next } = await getFile(await currentActor(), slug, batchId, fileId)
  redirect(localePath(locale, batchPath(slug, batchId) + (next ? `/${next.id}` : "")))
}

function currentIn(fileId: string, revision: number): FormData {
  const current = new FormData()
  current.set("fileId", fileId)
  current.set("revision", String(revision))
  return current
}

/** What a press below "Is this the same person?" says: the fields of the answer, as an address writes them. */
function answerIn(form: FormData, batchId: string): FormData {
  const said = new FormData()
  for (const [name, value] of new URLSearchParams(String(form.get("answer")))) said.set(name, value)
  said.set("batchId", batchId)
  return said
}

/** Keeps, for all files of a batch, who a name is. */
export async function answerPersonAction(
  _: ActionResult<unknown> | null,
  form: FormData,
): Promise<ActionResult<unknown>> {
  const batchId = String(form.get("batchId"))
  const result = await runAction(answerPersonInput, answerIn(form, batchId), answerPerson)
  if (result.ok) refresh()
  return result
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
    const done: BatchSaved = { saved: 0, refused: [] }
    for (const { id, name, revision } of await listOpen(actor, slug, batchId)) {
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
