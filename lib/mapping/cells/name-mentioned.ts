import { eq, inArray, sql } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import type { Transaction } from "@/db/client"
import { people } from "@/db/schema/people"
import type { CellSave } from "../model"

type Named = { id: string; name: string }

/**
 * Step: cells in which everybody who is mentioned bears the name that the register has for them, whatever
 * label came with them; who was merged leads to the kept person, nobody we know becomes mere words.
 */
export async function nameMentioned(
  tx: Transaction,
  cells: readonly CellSave[],
): Promise<readonly CellSave[]> {
  const ids = new Set(
    cells.flatMap(({ field, value }) => (field === "synergies" ? mentionedIn(value) : [])),
  )
  // Nearly always there is none, and whoever types is waiting.
  if (ids.size === 0) return cells
  const kept = alias(people, "kept")
  const found = await tx
    .select({
      mentioned: people.id,
      id: sql<string>`coalesce(${kept.id}, ${people.id})`,
      name: sql<string>`coalesce(${kept.name}, ${people.name})`,
    })
    .from(people)
    .leftJoin(kept, eq(kept.id, people.mergedInto))
    .where(inArray(people.id, [...ids]))
  const known = new Map(found.map(({ mentioned, ...person }) => [mentioned, person]))
  return cells.map((cell) =>
    cell.field === "synergies" ? { ...cell, value: named(cell.value, known) } : cell,
  )
}

/** Whether rich text mentions anybody. */
export const mentionsAnybody = (content: unknown): boolean => mentionedIn(content).length > 0

type Mention = { type: "mention"; attrs: { personId: string; label: string } }
const isMention = (node: object): node is Mention => "type" in node && node.type === "mention"

function mentionedIn(node: unknown): string[] {
  if (typeof node !== "object" || node === null) return []
  return isMention(node) ? [node.attrs.personId] : Object.values(node).flatMap(mentionedIn)
}

function named<Part>(part: Part, known: ReadonlyMap<string, Named>): Part {
  if (Array.isArray(part)) return part.map((one) => named(one, known)) as Part
  if (typeof part !== "object" || part === null) return part
  if (isMention(part)) {
    const { attrs, ...rest } = part
    const person = known.get(attrs.personId)
    const words = { ...rest, type: "text", text: `@${attrs.label}` }
    return (
      person ? { ...part, attrs: { personId: person.id, label: person.name } } : words
    ) as Part
  }
  const entries = Object.entries(part).map(([key, value]) => [key, named(value, known)])
  return Object.fromEntries(entries) as Part
}
