import type { MinutesPerson } from "@/lib/minutes/model"
import { foldName } from "@/lib/people/model"

/** People of whom a part of the name begins with what was typed; whole names that do come first. */
export function findPeople(people: readonly MinutesPerson[], typed: string): MinutesPerson[] {
  const query = foldName(typed.trim())
  if (query === "") return [...people]
  const starts = people.filter(({ name }) => foldName(name).startsWith(query))
  const inside = people.filter(({ name }) => {
    const folded = foldName(name)
    return (
      !folded.startsWith(query) && folded.split(/[\s'-]+/).some((part) => part.startsWith(query))
    )
  })
  return [...starts, ...inside]
}

/** The person who is called exactly this, whatever the case. */
export function personCalled(
  people: readonly MinutesPerson[],
  name: string,
): MinutesPerson | undefined {
  return people.find((person) => foldName(person.name) === foldName(name.trim()))
}
