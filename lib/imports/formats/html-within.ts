import { readHtml } from "./html"
import { writeBlocks } from "./write"

/** So many elements that are closed, and so large a part of the lines that begin with one. */
const LEAST = 10
const SHARE = 0.6

const FRONT = /^(---|\+\+\+)\r?\n(?:[^\r\n]{0,500}\r?\n){0,60}?\1\r?\n/
const CLOSED = /<\/(?:p|li|ol|ul|div|h[1-6]|table|tr|td)>/gi

/**
 * A file of Markdown whose body is a page of HTML, as sites keep the pages of an older system: its front
 * matter, and what the page shows. Null for every other.
 */
export function withoutHtml(text: string): string | null {
  const front = FRONT.exec(text.slice(0, 20_000))?.[0] ?? ""
  const body = text.slice(front.length)
  if ((body.match(CLOSED)?.length ?? 0) < LEAST) return null
  const lines = body.split("\n").filter((line) => line.trim() !== "")
  const tagged = lines.filter((line) => /^\s{0,40}<[a-z!/]/i.test(line)).length
  if (tagged < lines.length * SHARE || lines.some((line) => /^#{1,6}\s/.test(line))) return null
  return `${front}\n${writeBlocks(readHtml(body))}`
}
