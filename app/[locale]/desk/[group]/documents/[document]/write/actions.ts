"use server"

import { keepDocument } from "@/lib/documents/keep-revision"
import { keepDocumentInput } from "@/lib/documents/text-input"
import { type ActionResult, runAction } from "@/lib/platform/action"

/** For the editor: marks this moment in the history of a document. */
export async function keepDocumentAction(
  form: FormData,
): Promise<ActionResult<{ revision: number; savedAt: string }>> {
  return runAction(keepDocumentInput, form, keepDocument)
}
