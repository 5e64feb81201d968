/** A file that is answered with, and what is said of it. `name` is what a browser that keeps it calls it. */
export type AnsweredFile = {
  file: Uint8Array
  /** What it is known by, in hexadecimal. */
  sha256: string
  type: string
  name: string
  /** Shown where browsers can, unless it is to be kept. */
  kept?: boolean
  headers: Record<string, string>
}

/** The answer to whoever asks for a file: the file, or that it is the one that they have. */
export function answerFile(
  request: Request,
  { file, sha256, type, name, kept = false, headers: given }: AnsweredFile,
): Response {
  const etag = `"${sha256}"`
  const headers = { etag, ...given }
  // A proxy that compresses marks the tag as weak; the file is the same.
  const known = (request.headers.get("if-none-match") ?? "").replaceAll("W/", "").split(/,\s*/)
  if (known.includes(etag) || known.includes("*"))
    return new Response(null, { status: 304, headers })
  return new Response(new Uint8Array(file), {
    headers: {
      ...headers,
      "content-type": type,
      "content-length": String(file.length),
      "content-disposition": `${kept ? "attachment" : "inline"}; filename="${name}"`,
    },
  })
}
