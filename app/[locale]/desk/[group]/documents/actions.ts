"use server"

import { redirect } from "next/navigation"
import { changeStatus } from "@/lib/documents/change-status"
import { editDocument } from "@/lib/documents/edit"
import {
  changeStatusInput,
  editDocumentInput,
  makeVersionInput,
  noteDispatchInput,
  publishVersionInput,
  restoreDocumentInput,
  startDocumentInput,
  withdrawDispatchInput,
} from "@/lib/documents/facts-input"
import { makeVersion } from "@/lib/documents/make-version"
import { noteDispatch } from "@/lib/documents/note-dispatch"
import { publishVersion } from "@/lib/documents/publish-version"
import { restoreDocument } from "@/lib/documents/restore"
import { startDocument } from "@/lib/documents/start"
import { withdrawDispatch } from "@/lib/documents/withdraw-dispatch"
import { fillMissing } from "@/lib/links/fill-missing"
import { fillMissingInput } from "@/lib/links/input"
import { type ActionResult, runAction } from "@/lib/platform/action"
import { getLocale } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"

/** What a form of documents gets back; done, it leads on. */
export type DocumentFormState = ActionResult<unknown> | null

async function leadTo(group: string, rest: string): Promise<never> {
  redirect(localePath(await getLocale(), `/desk/${group}/documents${rest}`))
}

export async function startDocumentAction(
  _: DocumentFormState,
  form: FormData,
): Promise<DocumentFormState> {
  const result = await runAction(startDocumentInput, form, startDocument)
  if (!result.ok) return result
  return leadTo(result.data.group, `/${result.data.document}?done=started`)
}

export async function editDocumentAction(
  _: DocumentFormState,
  form: FormData,
): Promise<DocumentFormState> {
  const result = await runAction(editDocumentInput, form, editDocument)
  if (!result.ok) return result
  return leadTo(result.data.group, `/${result.data.document}?done=edited`)
}

export async function changeStatusAction(
  _: DocumentFormState,
  form: FormData,
): Promise<DocumentFormState> {
  const result = await runAction(changeStatusInput, form, changeStatus)
  if (!result.ok) return result
  return leadTo(result.data.group, `/${result.data.document}?done=moved`)
}

export async function makeVersionAction(
  _: DocumentFormState,
  form: FormData,
): Promise<DocumentFormState> {
  const result = await runAction(makeVersionInput, form, makeVersion)
  if (!result.ok) return result
  return leadTo(result.data.group, `/${result.data.document}/versions?done=made`)
}

export async function publishVersionAction(
  _: DocumentFormState,
  form: FormData,
): Promise<DocumentFormState> {
  const result = await runAction(publishVersionInput, form, publishVersion)
  if (!result.ok) return result
  return leadTo(result.data.group, `/${result.data.document}/versions?done=published`)
}

export async function restoreDocumentAction(
  _: DocumentFormState,
  form: FormData,
): Promise<DocumentFormState> {
  const result = await runAction(restoreDocumentInput, form, restoreDocument)
  if (!result.ok) return result
  return leadTo(result.data.group, `/${result.data.document}?done=restored`)
}

export async function noteDispatchAction(
  _: DocumentFormState,
  form: FormData,
): Promise<DocumentFormState> {
  const result = await runAction(noteDispatchInput, form, noteDispatch)
  if (!result.ok) return result
  return leadTo(result.data.group, `/${result.data.document}/sent?done=noted`)
}

export async function withdrawDispatchAction(
  _: DocumentFormState,
  form: FormData,
): Promise<DocumentFormState> {
  const result = await runAction(withdrawDispatchInput, form, withdrawDispatch)
  if (!result.ok) return result
  return leadTo(result.data.group, `/${result.data.document}/sent?done=withdrawn`)
}

export async function fillMissingAction(
  _: DocumentFormState,
  form: FormData,
): Promise<DocumentFormState> {
  const result = await runAction(fillMissingInput, form, fillMissing)
  if (!result.ok) return result
  return leadTo(result.data.group, `/missing?done=${result.data.waits ? "filledLater" : "filled"}`)
}
