import type { Transaction } from "@/db/client"
import { addPerson } from "@/lib/people/add-person"
import { SURE } from "@/lib/people/match"
import { nameKeyOf, nameScore } from "@/lib/people/name-score"
import type { Actor } from "@/lib/platform/actor"
import { Refusal } from "@/lib/platform/errors"
import { type BatchName, batchNames } from "./batch-names"
import type { ImportDraft } from "./draft"
import { answersOf, identify } from "./identify"
import { personAlone, wholeNamesOf } from "./name-alone"
import { isHeld } from "./who-is-who"

/**
 * Step: the people whom a draft names, by the name that stands there. Who is sure, or was answered for
 * in the batch, is found in the register; whoever is merely like somebody, or unknown, is added. The
 * same name in one file is one person, and so is a first name beside the whole one, unless somebody said
 * otherwise. Refuses (`conflict`) a name that several people bear, or somebody
 * whom the register puts elsewhere, and a name alone that may be several people of the file, as long as nobody answered.
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
  const shortFor = new Map(
    names.flatMap((each) => {
      const whole = ids.has(each.key) ? [] : wholeNamesOf(each.name, names)
      return whole.length > 0 ? [[each, whole] as const] : []
    }),
  )
  for (const named of names) {
    if (!ids.has(named.key) && !shortFor.has(named)) await find(named)
  }
  if (shortFor.size > 0) {
    const answers = (await answersOf(tx, by)).map((each) => ({
      ...each,
      key: nameKeyOf(each.name),
    }))
    for (const [named, whole] of shortFor) {
      const known = whole.map((each) => ({ id: ids.get(each.key) ?? "", name: each.name }))
      const id = personAlone(named, known, answers)
      if (id === null) await find(named)
      else ids.set(named.key, id)
    }
  }
  return (name) => ids.get(nameKeyOf(name)) ?? ""

  async function find({ key, name }: BatchName): Promise<void> {
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
}
