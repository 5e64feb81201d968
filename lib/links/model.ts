/** What a link led to when it was asked. `status` is that of HTTP, null when nobody answered. */
export type LinkAnswer = {
  state: "alive" | "dead" | "unsure"
  status: number | null
  /** Why, in a word that the log and the register keep: `gone`, `no-such-host`, `private`, `slow` … */
  reason: string
}

/** An answer counts this long; then the link is asked again. */
export const answerDays = 30

/** Only these many links of one text are asked, the first of them. */
export const mostLinks = 500

/**
 * The address under which a link is asked and remembered, null when there is nothing to ask: another
 * scheme than http(s), another port than the usual one, a name and password in it. What stands behind
 * "#" is not sent.
 */
export function askable(href: string): string | null {
  if (href.length > 2_000 || !URL.canParse(href)) return null
  const url = new URL(href)
  if (url.protocol !== "http:" && url.protocol !== "https:") return null
  if (url.username !== "" || url.password !== "" || url.port !== "") return null
  url.hash = ""
  return url.href
}

/** What an HTTP status says of a link. A door that is shut to us may be open to a reader. */
export function judgeStatus(status: number): LinkAnswer {
  if (status === 404 || status === 410) return { state: "dead", status, reason: "gone" }
  if (status >= 200 && status < 300) return { state: "alive", status, reason: "" }
  return { state: "unsure", status, reason: "refused" }
}
