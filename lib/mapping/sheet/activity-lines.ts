import { activityText, PART } from "../cells/cell-text"
import { yearsIn } from "../cells/read-cell"
import { type Activity, type ActivityKind, mappingLimits } from "../model"
import { comparable } from "./model"
import type { Doubt } from "./status"
import { guessKind, readKind } from "./words"

/** Activities as lines of a cell: "Title | kind | years | body | link". */
export const writeActivities = (
  activities: readonly Activity[],
  kinds: Record<ActivityKind, string>,
): string => activities.map((one) => writeActivity(one, kinds)).join("\n")

const writeActivity = (activity: Activity, kinds: Record<ActivityKind, string>) =>
  activityText(activity, kinds).replace(/\s*\n\s*/g, " ")

/** Columns that say more of the activities of a row: one line for all of them, or a line for each. */
export type Beside = { kind: string; years: string; link: string; body: string }

/**
 * Reads lines as `writeActivities` writes them and as people write them. One that says what stood there
 * before, in any of the `kinds` of languages, is that one; one of the same title keeps its id.
 */
export function readActivities(
  text: string,
  beside: Beside,
  { now, kinds }: { now: readonly Activity[]; kinds: readonly Record<ActivityKind, string>[] },
): { activities: Activity[]; doubts: Doubt[] } {
  const doubts: Doubt[] = []
  const left = [...now]
  const lines = text
    .split("\n")
    // One too many says that there are too many; blanks without end are not looked through.
    .map((line) =>
      line
        .replace(/\s{20,}/g, " ")
        .trim()
        .replace(/^(?:[-•*–]|\d{1,2}[.)])\s+/, ""),
    )
  const full = lines.filter(Boolean).slice(0, mappingLimits.activities + 1)
  const activities = full.map((line, at): Activity => {
    const known = left.findIndex((one) =>
      kinds.some((words) => comparable(writeActivity(one, words)) === comparable(line)),
    )
    const [same] = known < 0 ? [] : left.splice(known, 1)
    if (same && !Object.values(beside).some(Boolean)) return same
    const { title, ...read } = readLine(line, pick(beside, at, full.length), doubts)
    const named = left.findIndex((one) => comparable(one.title) === title)
    const [before = same] = named < 0 ? [] : left.splice(named, 1)
    return { id: before?.id ?? crypto.randomUUID(), title, ...read }
  })
  if (activities.length > mappingLimits.activities) doubts.push({ key: "tooMany", value: "" })
  return { activities, doubts }
}

/** What stands beside the line at a place; one line stands for all. */
function pick(beside: Beside, at: number, count: number): Beside {
  const lineOf = (text: string) => {
    const lines = text.split("\n").map((line) => line.trim())
    return lines.length === count ? (lines[at] ?? "") : text.trim()
  }
  const { kind, years, link, body } = beside
  return { kind: lineOf(kind), years: lineOf(years), link: lineOf(link), body: lineOf(body) }
}

function readLine(line: string, beside: Beside, doubts: Doubt[]): Omit<Activity, "id"> {
  const parts = line.split(/\s\|\s?|\s?\|\s/).map((part) => part.trim())
  const at = parts.findIndex((part, place) => place > 0 && readKind(part) !== null)
  const kind = at < 0 ? null : readKind(parts[at] ?? "")
  if (kind) {
    const [years = "", body = "", ...links] = parts.slice(at + 1)
    return {
      title: parts.slice(0, at).join(PART),
      kind,
      years: yearsOf(years, doubts),
      body: body || beside.body,
      link: links.join(PART) || beside.link,
    }
  }
  return readFreely(parts, beside, doubts)
}

/** A line of somebody else: an address in it is its link, years in brackets are its years. */
function readFreely(
  parts: readonly string[],
  beside: Beside,
  doubts: Doubt[],
): Omit<Activity, "id"> {
  const [first = "", ...rest] = parts
  const address = /\b[a-z][a-z+.-]{1,20}:[^\s|]+/i
  const years = rest.find((part) => /^\d{4}/.test(part)) ?? ""
  const link = rest.find((part) => address.test(part)) ?? address.exec(first)?.[0] ?? ""
  const body = rest.filter((part) => part !== years && part !== link).join(PART)
  const said = link && first.includes(link) ? first.replace(link, "").trim() : first
  let end = said.length
  while (end > 0 && /[\s:;,–-]/.test(said[end - 1] ?? "")) end--
  const title = said.slice(0, end) || first
  const bracketed = /\((\d{4}(?:[\s,;–-]+\d{4})*)\)/.exec(title)?.[1] ?? ""
  const known = readKind(beside.kind)
  if (beside.kind && !known) doubts.push({ key: "kind", value: beside.kind })
  return {
    title: title.slice(0, 10_000),
    kind: known ?? (beside.kind ? "other" : guessKind(title)),
    years: yearsOf(beside.years || years || bracketed, doubts),
    body: beside.body || body,
    link: beside.link || link,
  }
}

function yearsOf(text: string, doubts: Doubt[]): number[] {
  const read = yearsIn(
    text.replace(/\b(\d{4})\s+[–-]\s+(\d{4})\b/g, "$1-$2").replace(/[&/]|\band\b|\bet\b/g, ","),
  )
  const fits = read?.every((year) => year >= 1990 && year <= 2100)
  if (!read || !fits) doubts.push({ key: "year", value: text })
  return read?.filter((year) => year >= 1990 && year <= 2100) ?? []
}
