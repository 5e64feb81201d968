import type { PlainBlock } from "@/lib/minutes/model"
import { readLines } from "@/lib/minutes/plain-read"
import { foldName } from "@/lib/people/model"
import { cellInputs } from "../input"
import type { Activity, ActivityKind, CellField, CellValues, Scope } from "../model"
import { alsoCalled, otherKinds, otherScopes, otherStatuses } from "../other-words"
import { readDay } from "../sheet/days"
import { activityText, blocksText, cellText, type Naming } from "./cell-text"
import { citationIn } from "./citation"

/** What is known while a cell is read: the table around it, and the reader's words. */
export type Reading = Pick<Naming, "kind" | "scope" | "status" | "paragraph"> & {
  areas: readonly { id: string; title: string; slug: string; aliases: readonly string[] }[]
  people: readonly { id: string; name: string; member: boolean }[]
  /** How the mapping's mandate is cited, for a paragraph that stands alone. */
  mandate: string
  /** Rich text that is known by its words, as that which was copied from the table. */
  blocks?: ReadonlyMap<string, readonly PlainBlock[]>
}

/** The value, or why it is none: a key under `errors`. */
export type ReadCell = { value: CellValues[CellField] } | { problem: string }

/**
 * Reads the text of a cell as `cellText` writes it, and as people write it: areas by their aliases,
 * members by their names, a status in other words, a day in words or as a spreadsheet shows it. `now` is
 * the row as it stands: a cell that says the same stays what it is, also where nobody could write it anew;
 * activities of the same title keep their ids, a scope its reason, blocks of the same words their emphasis.
 */
export function readCell(
  field: CellField,
  text: string,
  now: CellValues,
  reading: Reading,
): ReadCell {
  const said = text.trim()
  if (said === cellText(field, now, namingOf(reading)).trim()) return { value: now[field] }
  const value = meant(field, said, now, reading)
  if (value === undefined) return { problem: `mapping.unread.${field}` }
  const read = cellInputs[field].safeParse(value)
  if (read.success) return { value: read.data }
  return { problem: read.error.issues[0]?.message ?? `mapping.unread.${field}` }
}

const namingOf = ({ areas, people, ...words }: Reading): Naming => ({
  ...words,
  area: (id) => areas.find((one) => one.id === id)?.title ?? "",
  person: (id) => people.find((one) => one.id === id)?.name ?? "",
})

function meant(field: CellField, text: string, now: CellValues, reading: Reading): unknown {
  switch (field) {
    case "area":
      return areaCalled(text, reading.areas)
    case "suggests":
      return text
    case "citation":
      return citationIn(text, reading.mandate)
    case "activities":
      return activitiesIn(text, now.activities, reading.kind)
    case "synergies":
      return blocksIn(text, now.synergies, reading)
    case "scope":
      return scopeIn(text, now.scope, reading.scope)
    case "responsible":
      return text === "" ? null : personCalled(text, reading.people)
    case "status":
      return named(text, reading.status) ?? alsoCalled(text, otherStatuses)
    case "confirmed":
      return text === "" ? null : dayIn(text)
  }
}

function areaCalled(text: string, areas: Reading["areas"]): string | undefined {
  const wanted = foldName(text)
  return areas.find(({ title, slug, aliases }) =>
    [title, slug, ...aliases].some((name) => foldName(name) === wanted),
  )?.id
}

/** Lines of text as paragraphs and lists, with whom they name by `@`. */
export const blocksFrom = (
  text: string,
  people: Reading["people"],
  replaced: readonly PlainBlock[] = [],
): PlainBlock[] => (text === "" ? [] : readLines(text.split("\n"), people, replaced))

/** Text says nothing of emphasis: what it says as it stands keeps all that it is. */
function blocksIn(
  text: string,
  now: readonly PlainBlock[],
  { people, blocks }: Reading,
): readonly PlainBlock[] {
  if (text === "") return []
  const copied = blocks?.get(text)
  if (copied) return copied
  const left = [...now]
  return blocksFrom(text, people, now).map((block) => {
    const same = left.findIndex((one) => blocksText([one]) === blocksText([block]))
    const [before] = same < 0 ? [] : left.splice(same, 1)
    return before ?? block
  })
}

function personCalled(text: string, people: Reading["people"]): string | undefined {
  const found = people.filter(
    ({ name, member }) => member && foldName(name) === foldName(text.replace(/^@/, "")),
  )
  return found.length === 1 ? found[0]?.id : undefined
}

/** Whether a name is that of somebody who is no member any more, and of no member. */
export const isFormer = (text: string, people: Reading["people"]): boolean => {
  const called = people.filter(({ name }) => foldName(name) === foldName(text.replace(/^@/, "")))
  return called.length > 0 && called.every(({ member }) => !member)
}

/** The key whose word, or who itself, stands in the text. */
function named<Key extends string>(text: string, words: Record<Key, string>): Key | undefined {
  const wanted = foldName(text)
  const keys = Object.keys(words) as Key[]
  return keys.find((key) => foldName(words[key]) === wanted || key === wanted)
}

function scopeIn(text: string, now: CellValues["scope"], words: Record<Scope, string>) {
  const [, word = "", reason = ""] = /^([^:]*?)\s*(?::\s*([\s\S]*))?$/.exec(text) ?? []
  const scope = named(word, words) ?? alsoCalled(word, otherScopes)
  if (!scope) return undefined
  return { scope, reason: reason || (scope === now.scope ? now.reason : "") }
}

function activitiesIn(
  text: string,
  now: readonly Activity[],
  words: Record<ActivityKind, string>,
): Activity[] | undefined {
  const left = [...now]
  const lines = text.split("\n").map((line) => line.trim().replace(/^[-•]\s+/, ""))
  const said = lines.filter(Boolean)
  // Each that is written as it stands is that one, before others are told by their titles.
  const stands = said.map((line) => {
    const same = left.findIndex((one) => activityText(one, words) === line)
    return same < 0 ? undefined : left.splice(same, 1)[0]
  })
  const read = said.map((line, place) => stands[place] ?? activityIn(line, words))
  if (read.includes(undefined)) return undefined
  return read.flatMap((activity, place) => {
    const kept = stands[place]
    if (kept) return [kept]
    if (!activity) return []
    const same = left.findIndex(({ title }) => title === activity.title)
    const [before] = same < 0 ? [] : left.splice(same, 1)
    return [{ id: before?.id ?? crypto.randomUUID(), ...activity }]
  })
}

/** A line "Title | kind | years | body | link"; a title alone is of kind `other`. */
function activityIn(
  line: string,
  words: Record<ActivityKind, string>,
): Omit<Activity, "id"> | undefined {
  const parts = line.split("|").map((part) => part.trim())
  const placeOf = (kindIn: (part: string) => ActivityKind | undefined) =>
    parts.findIndex((part, place) => place > 0 && kindIn(part) !== undefined)
  const own = placeOf((part) => named(part, words))
  const at = own < 0 ? placeOf((part) => alsoCalled(part, otherKinds)) : own
  if (at < 0)
    return parts.length === 1
      ? { title: line, kind: "other", years: [], link: "", body: "" }
      : undefined
  const kind = named(parts[at] ?? "", words) ?? alsoCalled(parts[at] ?? "", otherKinds)
  const years = yearsIn(parts[at + 1] ?? "")
  const [body = "", link = "", ...more] = parts.slice(at + 2)
  if (!kind || !years || more.length > 0) return undefined
  return { title: parts.slice(0, at).join(" | "), kind, years, body, link }
}

/** "2019–2021, 2023" as years in order. */
export function yearsIn(text: string): number[] | undefined {
  const years: number[] = []
  for (const part of text.split(/[,;]\s*|\s+/).filter(Boolean)) {
    const [, from, to] = /^(\d{4})(?:[–-](\d{4}))?$/.exec(part) ?? []
    if (from === undefined) return undefined
    const [first, last] = [Number(from), Number(to ?? from)]
    if (last < first || last - first > 60) return undefined
    for (let year = first; year <= last; year++) years.push(year)
  }
  return [...new Set(years)].sort((one, other) => one - other)
}

/** "2022-02-17", "17 February 2022", "17.2.2022", "17/02/2022": never one that two countries read differently. */
export function dayIn(text: string): string | undefined {
  const read = readDay(text)
  return read?.doubt ? undefined : read?.day
}
