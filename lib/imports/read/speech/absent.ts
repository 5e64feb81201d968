import { nameKey } from "@/lib/check/names"

type Named = { name: string }

/**
 * Those who speak or lead without those who were away: "postponed at the request of Ana", "Ana’s paper proposed" tell of
 * somebody who sent word.
 */
export function withoutAbsent<T>(
  all: readonly T[],
  lists: { participants: readonly Named[]; regrets: readonly Named[] },
  nameOf: (each: T) => string,
): T[] {
  const [there, away] = [lists.participants, lists.regrets].map(
    (list) => new Set(list.map(({ name }) => nameKey(name))),
  )
  const isAway = (key: string) => away?.has(key) === true && there?.has(key) === false
  return all.filter((each) => !isAway(nameKey(nameOf(each))))
}
