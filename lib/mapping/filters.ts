import { foldName } from "@/lib/people/model"
import { type Activity, type ActivityKind, activityKinds, type Scope, scopes } from "./model"

/** Which rows are shown; null (or "" for words) where all are. */
export type Filters = {
  /** An area's slug. */
  area: string | null
  kind: ActivityKind | null
  year: number | null
  scope: Scope | null
  /** A person's id, or `nobody`. */
  responsible: string | null
  /** A body as it stands in an activity. */
  body: string | null
  /** Not confirmed for so many months. */
  stale: number | null
  /** Words that all have to stand in the row. */
  q: string
}

export const groupings = ["area", "body"] as const
export type Grouping = (typeof groupings)[number]

/** What the address says of the table: which rows, under which heads, and the row that is open. */
export type View = { filters: Filters; by: Grouping; row: number | null }

export const NOBODY = "nobody"

export const noFilters: Filters = {
  ...{ area: null, kind: null, year: null, scope: null },
  ...{ responsible: null, body: null, stale: null, q: "" },
}

const oneOf = <Value extends string>(allowed: readonly Value[], text: string | null) =>
  allowed.find((value) => value === text) ?? null

function numberIn(text: string | null, least: number, most: number): number | null {
  if (text === null || !/^\d{1,6}$/.test(text)) return null
  const number = Number(text)
  return number >= least && number <= most ? number : null
}

/** Reads the address. What it does not know counts as not said: an old link still shows the table. */
export function readView(get: (name: string) => string | null): View {
  const words = (name: string) => get(name)?.trim().slice(0, 300) || null
  return {
    filters: {
      area: words("area"),
      kind: oneOf(activityKinds, get("kind")),
      year: numberIn(get("year"), 1990, 2100),
      scope: oneOf(scopes, get("scope")),
      responsible: words("responsible"),
      body: words("body"),
      stale: numberIn(get("stale"), 1, 120),
      q: words("q") ?? "",
    },
    by: oneOf(groupings, get("by")) ?? "area",
    row: numberIn(get("row"), 1, 999_999),
  }
}

/** The view as an address: `?kind=dc&year=2022`, or "" where nothing is set. */
export function viewQuery({ filters, by, row }: View): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(filters))
    if (value !== null && value !== "") query.set(name, String(value))
  if (by !== "area") query.set("by", by)
  if (row !== null) query.set("row", String(row))
  return query.size > 0 ? `?${query}` : ""
}

/** How many filters are set. */
export const countFilters = (filters: Filters): number =>
  Object.values(filters).filter((value) => value !== null && value !== "").length

/** What of a row filters look at; `words` is all of its text, as `foldName` leaves it. */
export type Filtered = {
  /** Its area's slug. */
  area: string
  activities: readonly Activity[]
  scope: Scope
  responsible?: string | null
  /** `YYYY-MM-DD`. */
  confirmed: string | null
  words: string
}

/** Whether one activity is what a kind, a year and a body ask for. */
export function isActivityOf(
  { kind, years, body }: Activity,
  wanted: Pick<Filters, "kind" | "year" | "body">,
): boolean {
  return (
    (wanted.kind === null || kind === wanted.kind) &&
    (wanted.year === null || years.includes(wanted.year)) &&
    (wanted.body === null || foldName(body) === foldName(wanted.body))
  )
}

/**
 * The bodies under which a row stands: those of its activities that filters let through, by their names as
 * `foldName` leaves them. One entry, "", where none is named.
 */
export function bodiesOf(
  activities: readonly Activity[],
  wanted: Pick<Filters, "kind" | "year" | "body">,
): ReadonlyMap<string, string> {
  const bodies = new Map<string, string>()
  for (const activity of activities) {
    const key = foldName(activity.body)
    if (key !== "" && !bodies.has(key) && isActivityOf(activity, wanted))
      bodies.set(key, activity.body)
  }
  return bodies.size > 0 ? bodies : new Map([["", ""]])
}

/** The day, `YYYY-MM-DD`, that lies `months` before another. */
export function monthsBefore(day: string, months: number): string {
  const then = new Date(`${day}T00:00:00Z`)
  const date = then.getUTCDate()
  then.setUTCDate(1)
  then.setUTCMonth(then.getUTCMonth() - months)
  const last = new Date(Date.UTC(then.getUTCFullYear(), then.getUTCMonth() + 1, 0)).getUTCDate()
  then.setUTCDate(Math.min(date, last))
  return then.toISOString().slice(0, 10)
}

/** A test for rows, made once for many of them. `today` is a day, `YYYY-MM-DD`. */
export function filterFor(filters: Filters, today: string): (row: Filtered) => boolean {
  const wanted = foldName(filters.q).split(/\s+/).filter(Boolean)
  const since = filters.stale === null ? null : monthsBefore(today, filters.stale)
  const ofActivity = filters.kind !== null || filters.year !== null || filters.body !== null
  return (row) =>
    (filters.area === null || row.area === filters.area) &&
    (filters.scope === null || row.scope === filters.scope) &&
    (filters.responsible === null || (row.responsible ?? NOBODY) === filters.responsible) &&
    (since === null || row.confirmed === null || row.confirmed < since) &&
    (!ofActivity || row.activities.some((activity) => isActivityOf(activity, filters))) &&
    wanted.every((word) => row.words.includes(word))
}
