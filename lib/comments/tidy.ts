/** A text as it is kept: one form of each letter and line end, no blank at the ends, nothing that Postgres refuses. */
export function tidy(text: string): string {
  return text.normalize("NFC").replace(/\r\n?/g, "\n").replaceAll("\0", "").trim()
}
