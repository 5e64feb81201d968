import { createHash } from "node:crypto"

/** Answers programs of any site with data of the record. It can change at any time, so it is asked for again each time. */
export function answerJson(request: Request, data: unknown): Response {
  const text = JSON.stringify(data, null, 1)
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
