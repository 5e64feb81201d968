import { mayBeSame } from "./names"
import { namesOf } from "./register"

/** No list is searched beyond this many people. */
const MOST = 2_000

type People = readonly { name: string; aliases: readonly string[] }[]

/** Whether a name may be one of those listed, under the name, an alias, or one that the register knows. */
export function isListed(name: string, listed: People, register: People = []): boolean {
  const names = namesOf(name, register)
  return listed
    .slice(0, MOST)
    .some((person) =>
      [person.name, ...person.aliases].some((other) => names.some((one) => mayBeSame(one, other))),
    )
}
