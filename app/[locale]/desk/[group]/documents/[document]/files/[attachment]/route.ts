import { getFile } from "@/lib/documents/dispatch-queries"
import { getDocument } from "@/lib/documents/queries"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"

/**
 * A file of a document, always to be saved and never to be shown: it came from elsewhere, and a page of
 * it must not run in the portal's name.
 */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ group: string; document: string; attachment: string }> },
): Promise<Response> {
  const [{ group, document: slug, attachment }, actor] = await Promise.all([params, currentActor()])
  const document = await answer(getDocument(actor, group, slug))
  const of = { groupId: document.group.id, documentId: document.id }
  const { name, file, sha256 } = await answer(getFile(actor, of, attachment))
  const plain = name.replace(/[^\w. -]/g, "_")
  return new Response(new Uint8Array(file), {
    headers: {
      "content-type": "application/octet-stream",
      "content-disposition": `attachment; filename="${plain}"; filename*=UTF-8''${escaped(name)}`,
      "content-length": String(file.length),
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
      etag: `"${sha256}"`,
      "cache-control": "private, no-store",
    },
  })
}

/** A file's name as RFC 8187 writes it in a header. */
const escaped = (name: string) =>
  encodeURIComponent(name).replace(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
