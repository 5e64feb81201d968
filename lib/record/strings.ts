import type { EntryKind } from "./model"

/** Fields that are no words of anybody, in records of every kind: ids, addresses, times, and what stands in the envelope. */
const common = ["schema", "form", "type", "id", "slug", "group", "href", "names", "desk"]

/** The same of each kind beside those: they stay as they are, for queries and for programs. */
const notWords: Record<EntryKind, ReadonlySet<string>> = {
  report: new Set([
    ...[...common, "language", "provenance", "zone", "list", "coverage", "startsAt", "publishedAt"],
    ...["due", "touches", "printed", "rule", "severity"],
  ]),
  document: new Set([...common, "language", "kind", "madeAt"]),
  compendium: new Set([
    ...[...common, "kind", "publishedAt", "opensAt", "closesAt", "at", "audience"],
    ...["stakeholderGroup", "disposition"],
  ]),
  edition: new Set([
    ...[...common, "kind", "symbol", "dated", "link", "frozenAt", "area", "citation", "scope"],
    ...["status", "confirmed", "meetings", "years"],
  ]),
}

/** A copy of a value of JSON in which every string of words has become another. */
export function mapWords<Value>(
  value: Value,
  change: (words: string) => string,
  kind: EntryKind = "report",
): Value {
  if (typeof value === "string") return change(value) as Value
  if (Array.isArray(value)) return value.map((each) => mapWords(each, change, kind)) as Value
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([field, each]) => [
      field,
      isWords(field, kind) ? mapWords(each, change, kind) : each,
    ]),
  ) as Value
}

/** Whether a field of a record holds words, in which names may stand. */
export const isWords = (field: string, kind: EntryKind = "report"): boolean =>
  !notWords[kind].has(field)
