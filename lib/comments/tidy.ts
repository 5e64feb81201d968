/** A text whose lines end as we keep them: forms end them as the wire does. */
export const withOwnEnds = (text: string): string => text.replace(/\r\n?/g, "\n")

/** A text as it is kept: one form of each letter and line end, no blank at the ends, nothing that Postgres refuses. */
export function tidy(text: string): string {
  return withOwnEnds(text.normalize("NFC")).replaceAll("\0", "").trim()
}
