import type { Who } from "../people/who"
import type { FinishedBlock } from "../text/finished"
import type { Days } from "../times/due-in"
import { isDeed } from "./action-groups"
import { frontOf } from "./task-entry"
import { taskBefore } from "./task-text"

const LONGEST = 240
const FEWEST = 2
/** "… the list. LIND, 4 October": people behind the end of a sentence, and nothing behind them but a day. */
const SIGNED = /[\p{L}\d)]\.\s{1,3}\p{Lu}[^.]{1,60}\.?$/u

/**
 * The lines that order something and are signed by people of the report, where several of one look are, and one
 * says by when: ">> Send the list. LIND, 4 October", ">> Ask the port. OKORO, no date".
 */
export function tasksSigned(
  blocks: readonly FinishedBlock[],
  who: Who,
  days: Days,
): Map<number, { begin: number; owners: string[] }> {
  const looks = new Map<string, { id: number; orders: boolean; dated: boolean }[]>()
  for (const { block, rich, arrow } of blocks) {
    const { text } = rich
    if (text.length > LONGEST || block.part !== "discussion" || block.kind === "heading") continue
    if (!SIGNED.test(text.slice(-80))) continue
    const from = frontOf(text)
    const task = /^\p{Lu}\p{Ll}+\s\p{Ll}/u.test(text.slice(from))
      ? taskBefore(text, from, who, days)
      : null
    if (!task || task.owners.length === 0 || !task.owners.every((name) => who.knows(name))) continue
    const look = [block.kind, arrow === true, text.startsWith(">>")].join()
    const one = { id: block.id, orders: isDeed(text.slice(from)), dated: task.due !== null }
    looks.set(look, [...(looks.get(look) ?? []), one])
  }
  // Where most begin with what is plainly an order the others are orders too.
  const tasks = [...looks.values()].filter((alike) => {
    const orders = alike.filter((each) => each.orders).length
    return orders >= FEWEST && orders * 3 >= alike.length * 2 && alike.some(({ dated }) => dated)
  })
  return new Map(tasks.flat().map(({ id }) => [id, { begin: 0, owners: [] }]))
}
