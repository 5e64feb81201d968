import type { Who } from "../people/who"
import type { FinishedBlock } from "../text/finished"
import { findSentences } from "../text/sentences"
import { type Days, dueIn } from "../times/due-in"
import { isOnlyPeople, peopleIn } from "./owners"
import { doesInPresent, LABEL } from "./told-in-present"

const LONGEST = 200
const FEWEST = 2

/**
 * The lines that say what people of the report do, where several are lines of their own with the same in front of
 * them, each behind the talk of its item, and one says by when: "Ana checks the bill by 3 May.", "Ben asks the port."
 */
export function tasksInPresent(
  blocks: readonly FinishedBlock[],
  who: Who,
  days: Days,
): Map<number, { begin: number; owners: string[] }> {
  const looks = new Map<string, { id: number; owners: string[]; dated: boolean }[]>()
  for (const [index, { block, rich }] of blocks.entries()) {
    const { text } = rich
    const above = blocks[index - 1]?.block
    if (block.part !== "discussion" || block.kind !== "paragraph" || text.length > LONGEST) continue
    if (above?.kind !== "paragraph" || above.item !== block.item) continue
    const label = LABEL.exec(text)?.[0] ?? LABELLED.exec(text)?.[0] ?? ""
    const said = text.slice(label.length)
    const people = doesInPresent(said)
    if (people === null || !isOnlyPeople(people, who) || findSentences(said).length > 1) continue
    const owners = peopleIn(people, who)
    if (!owners.every((name) => who.knows(name))) continue
    const one = { id: block.id, owners, dated: dueIn(said, days) !== null }
    looks.set(label, [...(looks.get(label) ?? []), one])
  }
  const tasks = [...looks.values()].filter(
    (alike) => alike.length >= FEWEST && alike.some(({ dated }) => dated),
  )
  return new Map(tasks.flat().map(({ id, owners }) => [id, { begin: 0, owners }]))
}

/** "Agreed: the chair …": a label in front of small letters; ">> Ana asks": a sign. */
const LABELLED = /^(?:\p{Lu}[\p{L} ]{2,30}:\s(?=the\s)|>{2,3}\s(?=\p{L}))/u
