import type { MinutesText } from "@/lib/minutes/model"
import type { Insider } from "./sessions"

/** A revision as the portal keeps it: by one person, or by itself with those who wrote. */
export type NewRevision = {
  change(text: MinutesText): MinutesText
  /** The mail address of whoever saved it; null when the portal kept it by itself. */
  author: string | null
  contributors?: string[]
  /** Runs by mail address, by section. */
  authorship?: Record<string, [who: string | null, length: number][]>
}

/** The id and name of whoever has a mail address. */
export async function personOf(
  { sql }: Insider,
  email: string,
): Promise<{ id: string; name: string }> {
  const [found] = await sql<{ id: string; name: string }[]>`
    select p.id, p.name from people p join accounts a on a.person_id = p.id where a.email = ${email}`
  if (!found) throw new Error(`Nobody has the address ${email}`)
  return found
}

/** Adds a revision to the minutes of a meeting, which are started; returns its number. */
export async function addRevision(
  inside: Insider,
  meetingId: string,
  { change, author, contributors = [], authorship }: NewRevision,
): Promise<number> {
  const { sql } = inside
  const idOf = async (email: string | null) => (email ? (await personOf(inside, email)).id : null)
  const [last] = await sql<{ number: number; text: MinutesText }[]>`
    select number, text from minutes_revisions where meeting_id = ${meetingId}
    order by number desc limit 1`
  if (!last) throw new Error("The minutes are not started")
  const number = last.number + 1
  const runs: Record<string, unknown> = {}
  for (const [section, given] of Object.entries(authorship ?? {})) {
    runs[section] = await Promise.all(given.map(async ([who, length]) => [await idOf(who), length]))
  }
  const stored = authorship ? sql.json(runs as never) : null
  await sql`
    insert into minutes_revisions (meeting_id, number, text, author_id, authorship)
    values (${meetingId}, ${number}, ${sql.json(change(last.text) as never)},
      ${await idOf(author)}, ${stored})`
  for (const email of contributors) {
    await sql`
      insert into minutes_contributors (meeting_id, number, person_id)
      values (${meetingId}, ${number}, ${await idOf(email)})`
  }
  await sql`update minutes set revision = ${number} where meeting_id = ${meetingId}`
  return number
}
