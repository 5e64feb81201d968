import { nameParts } from "@/lib/people/name-score"
import { Refusal } from "@/lib/platform/errors"
import type { BatchName } from "./batch-names"
import type { Answer } from "./who-is-who"

/** The whole names of one report that a name of one word may be short for: they begin or end with it. */
export function wholeNamesOf(alone: string, names: readonly BatchName[]): BatchName[] {
  const [word, ...more] = nameParts(alone)
  if (word === undefined || more.length > 0) return []
  return names.filter(({ name }) => {
    const parts = nameParts(name)
    return parts.length > 1 && (parts[0] === word || parts.at(-1) === word)
  })
}

/**
 * Who a name of one word is, of those who stand in the same report with their whole name: the one that it can
 * only be; null for none, or where somebody said of each that it is somebody else. Refuses (`conflict`) one
 * that may be several.
 */
export function personAlone(
  { name, key }: BatchName,
  whole: readonly { id: string; name: string }[],
  answers: readonly (Pick<Answer, "personId" | "answer"> & { key: string })[],
): string | null {
  const others = new Set(
    answers.flatMap((given) =>
      given.answer === "other" && given.key === key ? [given.personId] : [],
    ),
  )
  const meant = new Map(whole.flatMap((each) => (others.has(each.id) ? [] : [[each.id, each]])))
  const [first, ...more] = [...meant.values()]
  if (first && more.length > 0) {
    const names = [first, ...more].map((each) => each.name).join(", ")
    throw new Refusal("conflict", "imports.nameAlone", { name, names })
  }
  return first?.id ?? null
}
