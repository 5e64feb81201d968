import type { Transaction } from "@/db/client"
import { addPerson } from "@/lib/people/add-person"
import { matchByName } from "@/lib/people/find"
import type { Actor } from "@/lib/platform/actor"
import type { ImportDraft } from "./draft"

/**
 * Step: the people whom a draft names, by the name that stands there. Found in the register by name or
 * alias, also by another name that the file itself gives them; who is not found, or is one of several
 * of that name, is added. The same name in one file is one person.
 */
export async function peopleOfDraft(
  tx: Transaction,
  draft: ImportDraft,
  by: { actor: Actor; groupId: string },
): Promise<(name: string) => string> {
  const listed = [...draft.present, ...draft.regrets]
  const names = [
    ...new Set([...listed.map(({ name }) => name), ...draft.hosts, ...draft.moderators]),
  ]
  const aliases = new Map(listed.map(({ name, aliases }) => [name, aliases]))
  const known = await matchByName(tx, [...names, ...[...aliases.values()].flat()])
  const ids = new Map<string, string>()
  for (const name of names) {
    const spelt = [name, ...(aliases.get(name) ?? [])]
    const bearers = spelt.map((each) => known.get(each) ?? []).find((found) => found.length === 1)
    const again = listed.find((person) => person.aliases.includes(name) && ids.has(person.name))
    const id =
      bearers?.[0]?.id ?? ids.get(again?.name ?? "") ?? (await addPerson(tx, { name }, by)).id
    ids.set(name, id)
  }
  return (name) => ids.get(name) ?? ""
}
