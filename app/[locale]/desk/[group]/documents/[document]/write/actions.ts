"use server"

import { refresh } from "next/cache"
import { keepDocument } from "@/lib/documents/keep-revision"
import { savePlainDocument } from "@/lib/documents/save-plain"
import { keepDocumentInput, savePlainDocumentInput } from "@/lib/documents/text-input"
import { type ActionResult, runAction } from "@/lib/platform/action"

type Saved = ActionResult<{ revision: number; savedAt: string }>

/** For the editor: marks this moment in the history of a document. */
export async function keepDocumentAction(form: FormData): Promise<Saved> {
  return runAction(keepDocumentInput, form, keepDocument)
}

export async function savePlainDocumentAction(_: Saved | null, form: FormData): Promise<Saved> {
  const result = await runAction(savePlainDocumentInput, form, savePlainDocument)
  if (result.ok) refresh()
  return result
}
