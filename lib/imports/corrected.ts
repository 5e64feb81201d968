import type { z } from "zod"
import { limits } from "@/lib/meetings/model"
import { startOf } from "@/lib/meetings/settle-facts"
import { sectionOf } from "@/lib/minutes/model"
import { readPlain } from "@/lib/minutes/plain-read"
import { plainWords } from "@/lib/minutes/plain-words"
import { Refusal } from "@/lib/platform/errors"
import type { Locale } from "@/lib/platform/locales"
import { arranged } from "./arranged"
import { type DraftPerson, type ImportDraft, importDraft } from "./draft"
import type { correctImportInput } from "./input"

/** Lines of a field, without blank ones. */
const lines = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)

/** People as the form shows them: one on a line, `Name; capacity`. */
export function peopleText(people: readonly DraftPerson[]): string {
  return people.map(({ name, capacity }) => (capacity ? `${name}; ${capacity}` : name)).join("\n")
}

/** The draft after somebody went over it in the form. Refuses, at its field, what cannot be. */
export function corrected(
  draft: ImportDraft,
  form: z.output<typeof correctImportInput>,
  locale: Locale,
): ImportDraft {
  const words = plainWords(locale)
  const text = { ...draft.text, sections: { ...draft.text.sections } }
  for (const [id, typed] of Object.entries(form.sections)) {
    // Below an item that somebody took out meanwhile stands what was typed: it comes back with it, or is poured.
    if (text.order.includes(id) || form.agenda.some((item) => item.id === id))
      text.sections[id] = readPlain(sectionOf(text, id), typed, words, [])
  }
  const day = form.day && !form.time ? form.day : null
  const start = day ? null : startOf(form.day || null, form.time || null, form.zone)
  const kept = arranged(draft.agenda, text, form.agenda)
  if (kept.agenda.length > limits.agendaItems)
    throw new Refusal("invalid", "fields", {}, { agenda: "meeting.agendaLong" })
  const next = importDraft.safeParse({
    ...draft,
    number: form.number === form.numberShown ? draft.number : numberIn(form.number),
    title: form.title,
    startsAt: isSame(start, draft.startsAt) ? draft.startsAt : (start?.toISOString() ?? null),
    day,
    zone: form.zone,
    hosts: lines(form.hosts),
    moderators: lines(form.moderators),
    list: form.list,
    ...kept,
    present: people(draft.present, form.present),
    regrets: people(draft.regrets, form.regrets),
    nextMeeting: form.nextMeeting,
  })
  if (next.success) return next.data
  const field = String(next.error.issues[0]?.path[0] ?? "")
  throw new Refusal("invalid", "fields", {}, { [field]: "field.format" })
}

const numberIn = (typed: string) => (typed ? Number(typed) : null)

/** An instant may be written in several ways: one that nobody touched stays as it is. */
const isSame = (start: Date | null, before: string | null) =>
  start !== null && before !== null && start.getTime() === Date.parse(before)

function people(before: readonly DraftPerson[], typed: string): DraftPerson[] {
  return lines(typed).map((line) => {
    const [name = "", ...rest] = line.split(";")
    const known = before.find((person) => person.name === name.trim())
    return { name: name.trim(), capacity: rest.join(";").trim(), aliases: known?.aliases ?? [] }
  })
}
