type HeaderReader = (name: string) => string | null

/**
 * Whether a request that changes something comes from our own pages. A browser says so in
 * `Origin`, or else in `Sec-Fetch-Site`; a request that says neither is refused.
 */
export function fromOwnPages(header: HeaderReader, ownOrigin: string): boolean {
  const origin = header("origin")
  if (origin !== null) return origin === ownOrigin
  return header("sec-fetch-site") === "same-origin"
}
