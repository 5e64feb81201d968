import { getFile } from "@/lib/documents/dispatch-queries"
import { getDocument } from "@/lib/documents/queries"
import { downloadOf } from "@/lib/platform/download"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"

/** A file of a document, to be saved. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ group: string; document: string; attachment: string }> },
): Promise<Response> {
  const [{ group, document: slug, attachment }, actor] = await Promise.all([params, currentActor()])
  const document = await answer(getDocument(actor, group, slug))
  const of = { groupId: document.group.id, documentId: document.id }
  const { name, file, sha256 } = await answer(getFile(actor, of, attachment))
  return downloadOf(file, name, sha256)
}
