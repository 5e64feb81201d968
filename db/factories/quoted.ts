import { randomUUID } from "node:crypto"
import type { Database } from "../client"
import { minutes, minutesRevisions } from "../schema/minutes"

/** A statement of minutes, with one paragraph. */
export function statementOf(
  name: string,
  words: string,
  given: { id?: string; personId?: string | null; capacity?: string } = {},
) {
  const { id = randomUUID(), personId = null, capacity = "" } = given
  return {
    type: "statement",
    attrs: { id, personId, name, capacity },
    content: [{ type: "paragraph", content: [{ type: "text", text: words }] }],
  }
}

/** A paragraph of minutes. */
export const paragraphOf = (words: string) => ({
  type: "paragraph",
  content: [{ type: "text", text: words }],
})

/** The first revision of the minutes of a meeting, with these blocks under each of its sections. */
export async function arrangeQuotes(
  db: Database,
  meetingId: string,
  blocks: Record<string, object[]>,
): Promise<void> {
  const own = ["opening", "closing"]
  const order = ["opening", ...Object.keys(blocks).filter((id) => !own.includes(id)), "closing"]
  const sections = Object.fromEntries(
    order.map((id) => [id, { type: "doc", content: blocks[id] ?? [{ type: "paragraph" }] }]),
  )
  await db.insert(minutes).values({ meetingId, revision: 1 })
  await db
    .insert(minutesRevisions)
    .values({ meetingId, number: 1, text: { schema: 1, order, sections } })
}
