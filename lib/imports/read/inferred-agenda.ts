import { buildAgenda } from "./agenda"
import { AgendaReader } from "./agenda-lines"
import type { ReadItem } from "./model"
import type { PlacedLine } from "./parts"
import type { Line } from "./shape"
import type { Locator } from "./source"
import { looksLikeHeading } from "./topics"

/**
 * The agenda of a report that prints none: the headings of its discussion. Numbered headings come
 * first, then those of Markdown; a list that is only numbered is no heading.
 */
export function inferAgenda(placed: readonly PlacedLine[], locate: Locator): ReadItem[] {
  const lines = placed
    .filter(({ part, head }) => part === "discussion" && !head)
    .map(({ line }) => line)
  const numbered = lines.filter((line, index) => isNumberedHeading(line, lines[index + 1]))
  const chosen = numbered.length > 0 ? numbered : lines.filter((line) => line.level > 0)
  const reader = new AgendaReader()
  for (const line of chosen) reader.take(line)
  const items = buildAgenda(reader.entries, locate)
  for (const item of items) item.how = "inferred"
  return items
}

function isNumberedHeading(line: Line, next: Line | undefined): boolean {
  if (!line.marker || line.bullet || !looksLikeHeading(line)) return false
  if (line.marker.form === "letter" && line.level === 0) return false
  // A heading has text of its own behind it; entries of a list follow one another.
  return line.level > 0 || next === undefined || next.marker === null || next.gap
}
