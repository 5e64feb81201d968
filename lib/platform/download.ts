/**
 * The answer that gives somebody's file back: always to be saved and never to be shown, as a page of it must
 * not run in the portal's name. `etag` is what tells its bytes from others, without quotation marks.
 */
export function downloadOf(bytes: Uint8Array, name: string, etag?: string): Response {
  const plain = name.replace(/[^\w. -]/g, "_")
  return new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": "application/octet-stream",
      "content-disposition": `attachment; filename="${plain}"; filename*=UTF-8''${escaped(name)}`,
      "content-length": String(bytes.length),
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
      ...(etag !== undefined && { etag: `"${etag}"` }),
      "cache-control": "private, no-store",
    },
  })
}

/** A file's name as RFC 8187 writes it in a header. */
const escaped = (name: string) =>
  encodeURIComponent(name.toWellFormed()).replace(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
