import type { Table } from "@/lib/mapping/queries"

type People = Table["people"]

/** A list of people is as good as new for so long, in milliseconds. */
export const freshFor = 60_000

/**
 * Asks for the people whom a table may name where what is known of them is older than a minute: members come
 * and go while a grid stays open. Where nobody answers, it is asked again at the next occasion.
 */
export function freshPeople(
  ask: () => Promise<People | null>,
  tell: (people: People) => void,
  clock: () => number,
) {
  let known = clock()
  let isAsking = false
  return async (): Promise<void> => {
    const at = clock()
    if (isAsking || at - known < freshFor) return
    isAsking = true
    const people = await ask().catch(() => null)
    isAsking = false
    if (!people) return
    known = at
    tell(people)
  }
}
