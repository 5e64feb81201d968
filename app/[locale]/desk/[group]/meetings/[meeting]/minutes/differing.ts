import { type MinutesText, sectionOf } from "@/lib/minutes/model"

/** Postgres and the editor write the keys of an object in different orders. */
function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** The sections in which two texts differ. */
export function differing(one: MinutesText, other: MinutesText): ReadonlySet<string> {
  const of = (text: MinutesText, id: string) => JSON.stringify(sectionOf(text, id), sorted)
  return new Set([...one.order, ...other.order].filter((id) => of(one, id) !== of(other, id)))
}
