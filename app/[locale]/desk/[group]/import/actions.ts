"use server"

import { refresh } from "next/cache"
import { redirect } from "next/navigation"
import { z } from "zod"
import { answerPerson } from "@/lib/imports/answer-person"
import { bringIn } from "@/lib/imports/bring-in"
import { changeKind } from "@/lib/imports/change-kind"
import { correctImport } from "@/lib/imports/correct"
import { discardImport } from "@/lib/imports/discard"
import {
  answerPersonInput,
  bringInInput,
  changeKindInput,
  correctImportInput,
  saveDocumentInput,
  settleImportInput,
  takeBackAnswerInput,
} from "@/lib/imports/input"
import { worksWithin } from "@/lib/imports/progress"
import { getFile } from "@/lib/imports/queries"
import { saveImport } from "@/lib/imports/save"
import { saveDocument } from "@/lib/imports/save-document"
import { takeBackAnswer } from "@/lib/imports/take-back-answer"
import { takeUpImport } from "@/lib/imports/take-up"
import { type ActionResult, runAction } from "@/lib/platform/action"
import { Refusal } from "@/lib/platform/errors"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { currentActor } from "@/lib/platform/session"
import { meanwhileOf } from "./[batch]/[file]/kept-meanwhile"

/** A few files are done by the time the next page shows; of many it shows how far they are. */
const patience = 2000

/** What the refusal of a form that is out of date says. */
const staleAt = z.object({ slug: z.string(), batchId: z.string(), revision: z.number() })

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

/**
 * Keeps the corrections; `then=save` and `then=next` go on to save the draft as it now stands, `then=look`
 * to the next file, `answer` to keep who somebody is. A page with script stays where it is.
 */
export async function correctImportAction(
  _: ActionResult<{ revision: number }> | null,
  form: FormData,
): Promise<ActionResult<{ revision: number }>> {
  const locale = await getLocale()
  const kept = await keepTyped(form)
  if (!kept.ok) return kept
  const { slug, batchId, fileId, revision } = kept.data
  const page = `${batchPath(slug, batchId)}/${fileId}`
  const then = form.get("then")
  // What was typed is kept by now; it stays in the form, which goes on from the newer revision.
  const stays = { entered: typedIn(form), data: { revision } }
  if (form.has("answer")) {
    const answered = await sayWho(answerIn(form, batchId))
    if (!answered.ok) return { ...answered, ...stays }
  }
  if (then === "look") return leadOn(slug, batchId, fileId)
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
  return leadOn(slug, batchId, fileId)
}

/** Keeps what is typed in the form; a refusal has all of it, and what somebody else kept meanwhile. */
async function keepTyped(form: FormData): ReturnType<typeof correctTyped> {
  const kept = await correctTyped(form)
  if (kept.ok) return kept
  const stands = staleAt.safeParse(kept.data)
  if (!stands.success) return kept
  const { slug, batchId } = stands.data
  const file = await getFile(await currentActor(), slug, batchId, String(form.get("fileId")))
  const now = meanwhileOf(file, typedIn(form), await getLocale())
  const isSame =
    now.data.theirs.length === 0 && String(now.data.revision) !== String(form.get("revision"))
  const message = isSame ? (await getTranslations("errors"))("imports.staleSame") : kept.message
  return { ...kept, ...now, message }
}

async function correctTyped(form: FormData) {
  const locale = await getLocale()
  const saves = ["save", "next"].includes(String(form.get("then")))
  return runAction(correctImportInput, form, (actor, input) =>
    correctImport(actor, input, locale, { saves }),
  )
}

/** To the next open file of the batch, or back to the batch after the last. */
async function leadOn(slug: string, batchId: string, fileId: string): Promise<never> {
  const { next } = await getFile(await currentActor(), slug, batchId, fileId)
  redirect(localePath(await getLocale(), batchPath(slug, batchId) + (next ? `/${next.id}` : "")))
}

function currentIn(fileId: string, revision: number | string): FormData {
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

/** Keeps who a name is, or takes back what was said of it. */
function sayWho(said: FormData): Promise<ActionResult<unknown>> {
  return said.get("answer") === "back"
    ? runAction(takeBackAnswerInput, said, takeBackAnswer)
    : runAction(answerPersonInput, said, answerPerson)
}

/** Keeps, for all files of a batch, who a name is, or takes that back. */
export async function answerPersonAction(
  _: ActionResult<unknown> | null,
  form: FormData,
): Promise<ActionResult<unknown>> {
  const result = await sayWho(answerIn(form, String(form.get("batchId"))))
  if (result.ok) refresh()
  return result
}

function typedIn(form: FormData): Record<string, string> {
  return Object.fromEntries(
    [...form].filter((pair): pair is [string, string] => typeof pair[1] === "string"),
  )
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

/** Puts a file aside with what is typed in its form: it may be taken up again. */
export async function discardImportAction(
  _: ActionResult | null,
  form: FormData,
): Promise<ActionResult> {
  const current = await currentOf(form)
  if (!current.ok) return current
  const { fileId, revision } = current.data
  const result = await runAction(settleImportInput, currentIn(fileId, revision), discardImport)
  if (!result.ok) return { ...result, entered: typedIn(form), data: { revision } }
  const { slug, batchId } = result.data
  redirect(localePath(await getLocale(), `${batchPath(slug, batchId)}?aside=${fileId}`))
}

/** Reads a file as the kind that somebody says it is, after keeping what is typed in its form. */
export async function changeKindAction(
  _: ActionResult | null,
  form: FormData,
): Promise<ActionResult> {
  const current = await currentOf(form)
  if (!current.ok) return current
  const { revision } = current.data
  const asked = currentIn(current.data.fileId, revision)
  asked.set("kind", String(form.get("kind")))
  const result = await runAction(changeKindInput, asked, changeKind)
  if (!result.ok) return { ...result, entered: typedIn(form), data: { revision } }
  const { slug, batchId, fileId } = result.data
  redirect(localePath(await getLocale(), `${batchPath(slug, batchId)}/${fileId}`))
}

/**
 * The file of a form and its revision, once its corrections are kept. What cannot be kept is refused, so that
 * it is shown; a form that nobody touched has nothing to keep.
 */
async function currentOf(
  form: FormData,
): Promise<ActionResult<{ fileId: string; revision: number | string }>> {
  const shown = { fileId: String(form.get("fileId")), revision: String(form.get("revision")) }
  if (!form.has("list")) return { ok: true, data: shown }
  const kept = await keepTyped(form)
  if (kept.ok) return { ok: true, data: kept.data }
  return kept.code === "invalid" && (await isUntouched(form)) ? { ok: true, data: shown } : kept
}

/** Whether a form says what is kept: what was read may be more than a form can send back. */
async function isUntouched(form: FormData): Promise<boolean> {
  const said = (name: string) => String(form.get(name))
  try {
    const file = await getFile(await currentActor(), said("slug"), said("batch"), said("fileId"))
    const { data } = meanwhileOf(file, typedIn(form), await getLocale())
    return String(data.revision) === said("revision") && data.theirs.length === 0
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

export async function takeUpImportAction(
  _: ActionResult | null,
  form: FormData,
): Promise<ActionResult> {
  const result = await runAction(settleImportInput, form, takeUpImport)
  if (!result.ok) return result
  const { slug, batchId, fileId } = result.data
  redirect(localePath(await getLocale(), `${batchPath(slug, batchId)}/${fileId}`))
}
