import type { z } from "zod"
import {
  emptyDoc,
  type MinutesText,
  OPENING,
  type sectionOf,
  withAgenda,
} from "@/lib/minutes/model"
import { Refusal } from "@/lib/platform/errors"
import type { ImportDraft } from "./draft"
import type { correctImportInput } from "./input"

type Row = ImportDraft["agenda"][number]
type Typed = z.output<typeof correctImportInput>["agenda"][number]
type Draft = { agenda: Row[]; text: MinutesText }

/**
 * An agenda as somebody arranged it in the form, and the text fitted to it. Items are put at their
 * places, a level too deep becomes one below the item before, and what stood under an item that is
 * removed goes to the one before it. Refuses an item without a title, at its field.
 */
export function arranged(
  agenda: readonly Row[],
  text: MinutesText,
  typed: readonly Typed[],
): Draft {
  const ids = new Set(agenda.map(({ id }) => id))
  const known = agenda.map((row, at) =>
    read(
      row,
      typed.find(({ id }) => id === row.id),
      at,
    ),
  )
  const added = typed
    .filter(({ id, title, remove }) => !ids.has(id) && (title !== "" || remove))
    .map((form, at) => read(blank(form.id), form, agenda.length + at))
  const empty = typed.findIndex(({ id, title, remove }) => ids.has(id) && title === "" && !remove)
  if (empty >= 0)
    throw new Refusal("invalid", "fields", {}, { [`agenda.${empty}.title`]: "field.required" })
  const ordered = [...known, ...added].sort((a, b) => a.place - b.place || a.at - b.at)
  const sections = { ...text.sections }
  const rows: Row[] = []
  for (const { row, removed } of ordered) {
    const before = rows.at(-1)
    if (removed) pour(sections, row.id, before?.id ?? OPENING)
    else rows.push({ ...row, depth: Math.min(row.depth, before ? before.depth + 1 : 0) })
  }
  return { agenda: rows, text: withAgenda({ ...text, sections }, rows) }
}

function read(row: Row, form: Typed | undefined, at: number) {
  const {
    title = row.title,
    coverage = row.coverage,
    depth = row.depth,
    place = at + 1,
  } = form ?? {}
  return { row: { ...row, title, coverage, depth }, at, place, removed: form?.remove !== undefined }
}

const blank = (id: string): Row => ({
  id,
  printed: "",
  depth: 0,
  title: "",
  presenter: "",
  minutes: null,
  coverage: "discussed",
})

/** Moves all text of one section behind that of another. */
function pour(sections: MinutesText["sections"], from: string, to: string): void {
  const moved = (sections[from] ?? emptyDoc()).content.filter((block) => !isBlank(block))
  if (moved.length > 0) {
    const standing = (sections[to] ?? emptyDoc()).content.filter((block) => !isBlank(block))
    sections[to] = { type: "doc", content: [...standing, ...moved] }
  }
  delete sections[from]
}

function isBlank(block: ReturnType<typeof sectionOf>["content"][number]): boolean {
  return block.type === "paragraph" && !block.content
}
