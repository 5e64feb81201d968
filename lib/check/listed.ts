import { mayBeSame } from "./names"

/** No list is searched beyond this many people. */
const MOST = 2_000

/** Whether a name may be one of those listed, under the name or an alias. */
export function isListed(
  name: string,
  listed: readonly { name: string; aliases: readonly string[] }[],
): boolean {
  return listed
    .slice(0, MOST)
    .some((person) => [person.name, ...person.aliases].some((other) => mayBeSame(name, other)))
}
