import type { MinutesText } from "@/lib/minutes/model"
import { type Tally, tally } from "./read/text/tally"

/**
 * How many words of a source stand in its draft: in the text as it now is, or in a value that was made
 * of them (`inValues`). What somebody took out of the text is no longer counted.
 */
export function wordsKept(source: string, inValues: readonly string[], text: MinutesText): Tally {
  const said: string[] = []
  for (const section of Object.values(text.sections)) collect(section, said)
  return tally(source, [...inValues, ...said])
}

/** Every string of a text that somebody reads, and where its links point. */
function collect(node: unknown, into: string[]): void {
  if (Array.isArray(node)) for (const each of node) collect(each, into)
  if (typeof node !== "object" || node === null || Array.isArray(node)) return
  const { text, marks, content, attrs } = node as Record<string, unknown>
  if (typeof text === "string") {
    into.push(text)
    for (const href of hrefsIn(marks)) if (href !== text) into.push(href)
  }
  if (typeof attrs === "object" && attrs !== null && "label" in attrs)
    into.push(String(attrs.label))
  collect(content, into)
}

function hrefsIn(marks: unknown): string[] {
  if (!Array.isArray(marks)) return []
  return marks.flatMap((mark) => (typeof mark?.attrs?.href === "string" ? [mark.attrs.href] : []))
}
