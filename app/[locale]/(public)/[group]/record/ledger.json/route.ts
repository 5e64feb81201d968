import { createHash } from "node:crypto"
import { findLedger } from "@/lib/record/public-queries"

export const dynamic = "force-dynamic"

/** The whole ledger of a group, the oldest entry first, for programs that compute it again. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ group: string }> },
): Promise<Response> {
  const ledger = await findLedger((await params).group)
  if (!ledger) return new Response(null, { status: 404 })
  const entries = ledger.entries.reverse().map((entry) => ({ schema: 1, ...entry }))
  const text = JSON.stringify({ group: ledger.group.slug, entries }, null, 1)
  const etag = `"${createHash("sha256").update(text).digest("base64url")}"`
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
