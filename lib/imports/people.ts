import type { Transaction } from "@/db/client"
import { addPerson } from "@/lib/people/add-person"
import { SURE } from "@/lib/people/match"
import { nameKeyOf, nameScore } from "@/lib/people/name-score"
import type { Actor } from "@/lib/platform/actor"
import { Refusal } from "@/lib/platform/errors"
import { batchNames } from "./batch-names"
import type { ImportDraft } from "./draft"
import { identify } from "./identify"
import { isHeld } from "./who-is-who"

/**
 * Step: the people whom a draft names, by the name that stands there. Who is sure, or was answered for
 * in the batch, is found in the register; whoever is merely like somebody, or unknown, is added. The
 * same name in one file is one person. Refuses (`conflict`) a name that several people bear, or somebody
 * whom the register puts elsewhere, as long as nobody answered.
 */
export async function peopleOfDraft(
  tx: Transaction,
  draft: ImportDraft,
  by: { actor: Actor; groupId: string; batchId: string },
): Promise<(name: string) => string> {
  const listed = [...draft.present, ...draft.regrets, ...draft.written]
  const names = batchNames([{ id: "", name: "", aliases: [], ...draft }])
  const { sure, questions } = await identify(tx, by, names)
  const held = questions.find(isHeld)
  if (held) {
    const key = held.bearers ? "imports.whichPerson" : "imports.namesake"
    throw new Refusal("conflict", key, { name: held.name.name })
  }
  const ids = new Map([...sure].map(([key, { personId }]) => [key, personId]))
  const added: { name: string; id: string }[] = []
  for (const { key, name } of names) {
    if (ids.has(key)) continue
    const again = listed.find(
      (person) =>
        person.aliases.some((alias) => nameKeyOf(alias) === key) && ids.has(nameKeyOf(person.name)),
    )
    const id =
      ids.get(nameKeyOf(again?.name ?? "")) ??
      added.find((person) => nameScore(person.name, name) >= SURE)?.id ??
      (await addPerson(tx, { name }, by)).id
    ids.set(key, id)
    added.push({ name, id })
  }
  return (name) => ids.get(nameKeyOf(name)) ?? ""
}
