/** Fields that are no words of anybody: they stay as they are, for queries and for programs. */
const notWords = new Set([
  ...["schema", "type", "id", "language", "provenance", "slug", "zone", "list", "coverage"],
  ...["startsAt", "publishedAt", "href", "due", "touches", "group", "printed"],
  ...["rule", "severity", "names", "desk"],
])

/** A copy of a value of JSON in which every string of words has become another. */
export function mapWords<Value>(value: Value, change: (words: string) => string): Value {
  if (typeof value === "string") return change(value) as Value
  if (Array.isArray(value)) return value.map((each) => mapWords(each, change)) as Value
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([field, each]) => [
      field,
      isWords(field) ? mapWords(each, change) : each,
    ]),
  ) as Value
}

/** Whether a field holds words, in which names may stand. */
export const isWords = (field: string): boolean => !notWords.has(field)
