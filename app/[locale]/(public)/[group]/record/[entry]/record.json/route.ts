import { createHash } from "node:crypto"
import { findRecordAt } from "@/lib/record/public-queries"

export const dynamic = "force-dynamic"

/** What an entry of a ledger seals, as it is hashed, with the names that were not erased: for whoever checks it. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ group: string; entry: string }> },
): Promise<Response> {
  const { group, entry } = await params
  const position = /^[1-9]\d{0,8}$/.test(entry) ? Number(entry) : null
  const record = position === null ? null : await findRecordAt(group, position)
  if (!record) return new Response(null, { status: 404 })
  const text = JSON.stringify(record, null, 1)
  const etag = `"${createHash("sha256").update(text).digest("base64url")}"`
  // A name may be erased at any time: asked again each time.
  const headers = { etag, "cache-control": "public, max-age=0, must-revalidate" }
  const known = (request.headers.get("if-none-match") ?? "").replaceAll("W/", "").split(/,\s*/)
  if (known.includes(etag) || known.includes("*"))
    return new Response(null, { status: 304, headers })
  return new Response(text, {
    headers: {
      ...headers,
      "content-type": "application/json; charset=utf-8",
      "access-control-allow-origin": "*",
    },
  })
}
