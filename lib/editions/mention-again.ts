import { and, eq, isNotNull } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { recordNames } from "@/db/schema/record"

/** What is left of a mention in the record: an at sign and the key of the name. */
const mentioned = /^@⟦(p\d+)⟧$/

/**
 * Step: a stored edition in whose texts whoever was mentioned is so again, by their record. A text that is made
 * of it then knows them by more than a name, which may be erased or become another one.
 */
export async function mentionAgain(
  tx: Transaction,
  edition: { id: string; content: unknown },
): Promise<{ id: string; content: unknown }> {
  const { subjectId, key, name, personId } = recordNames
  const known = await tx
    .select({ key, personId })
    .from(recordNames)
    .where(and(eq(subjectId, edition.id), isNotNull(name), isNotNull(personId)))
  const people = new Map(known.map((one) => [one.key, one.personId]))
  return { ...edition, content: again(edition.content, people) }
}

function again(part: unknown, people: ReadonlyMap<string, string | null>): unknown {
  if (Array.isArray(part)) return part.map((each) => again(each, people))
  if (typeof part !== "object" || part === null) return part
  const { type, text, ...rest } = part as Record<string, unknown>
  const personId = type === "text" && people.get(mentioned.exec(String(text))?.[1] ?? "")
  if (personId)
    return { ...rest, type: "mention", attrs: { personId, label: String(text).slice(1) } }
  return Object.fromEntries(
    Object.entries(part).map(([field, each]) => [field, again(each, people)]),
  )
}
