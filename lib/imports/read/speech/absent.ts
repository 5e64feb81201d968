import { nameKey } from "@/lib/check/names"

type Named = { name: string }

/**
 * Those who speak without those who were away: "postponed at the request of Ana", "Ana’s paper proposed" tell of
 * somebody who sent word.
 */
export function withoutAbsent<T extends Named>(
  speaking: readonly T[],
  lists: { participants: readonly Named[]; regrets: readonly Named[] },
): T[] {
  const [there, away] = [lists.participants, lists.regrets].map(
    (list) => new Set(list.map(({ name }) => nameKey(name))),
  )
  const isAway = (key: string) => away?.has(key) === true && there?.has(key) === false
  return speaking.filter(({ name }) => !isAway(nameKey(name)))
}
