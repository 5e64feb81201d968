import { localTimeScript } from "./strip"

/** The policy of a document: its style sheet, its typeface, one script by its file, and nothing else. */
export function publicPolicy(origin: string, styles: readonly string[]): string {
  return [
    "default-src 'none'",
    ["style-src 'self'", ...styles].join(" "),
    "font-src 'self'",
    "img-src 'self' data:",
    `script-src ${origin}${localTimeScript}`,
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ")
}
