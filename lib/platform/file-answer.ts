import { createHash } from "node:crypto"

/** Where a route says when its answer will be another by the clock alone; the public cache takes it out. */
export const untilHeader = "rapporteur-until"

/**
 * Answers a GET with a text that anybody may keep for `maxAge` seconds, with an entity tag of its
 * content; 304 to whoever has it.
 */
export function fileAnswer(
  request: Request,
  text: string,
  { type, maxAge = 0, until = null, headers: more = {} }: FileKind,
): Response {
  const etag = `"${createHash("sha256").update(text).digest("base64url").slice(0, 22)}"`
  const headers = {
    etag,
    "cache-control":
      maxAge > 0 ? `public, max-age=${maxAge}` : "public, max-age=0, must-revalidate",
    ...(until ? { [untilHeader]: until.toISOString() } : {}),
    ...more,
  }
  // A proxy that compresses marks the tag as weak; the content is the same.
  const known = (request.headers.get("if-none-match") ?? "").replaceAll("W/", "").split(/,\s*/)
  if (known.includes(etag) || known.includes("*"))
    return new Response(null, { status: 304, headers })
  return new Response(text, { headers: { ...headers, "content-type": type } })
}

type FileKind = {
  /** The media type, with its charset. */
  type: string
  /** Seconds for which it may be shown without asking again. */
  maxAge?: number
  until?: Date | null
  headers?: Readonly<Record<string, string>>
}
